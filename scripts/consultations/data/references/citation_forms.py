"""The reference to a document in every style, with gaps for what differs from passage to passage.

citeproc writes each reference once, with signs in the places of the address, the day of access and
the page. What stands between the signs is the form. So a page can cite any passage of a document on
any day, and knows nothing of styles. A test holds filled forms to what citeproc writes itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from consultations.data.references.csl import STYLES
from consultations.data.references.items import Item, Transcription, at
from consultations.data.references.styles import reference, with_transcription

Form = list[Any]
"""Texts and gaps: `["address"]`, `["page"]`, `["accessed", month by month]`."""

# Signs that stand in no reference of themselves. The year is no other number of the item, and the
# day cannot be a month.
_ADDRESS = "https://hole.invalid/address"
_PAGE = "98765"
_YEAR, _DAY = 1987, 23
_NAMES = {
    "harvard": "Harvard",
    "apa": "APA",
    "chicago": "Chicago, notes",
    "chicago-author-date": "Chicago, author and date",
    "mla": "MLA",
    "oscola": "OSCOLA",
    "vancouver": "Vancouver",
}
"""What readers know the styles as."""


def citation_forms(item: Item, transcription: Transcription) -> dict[str, Any]:
    """The forms of a document, as data/citations/<id>.json has them.

    Args:
        item: the document.
        transcription: what a reader has of it.

    Returns:
        for each style its `name`, its `form`, and, where a style says the page, a form `placed`.
    """
    made: dict[str, Any] = {}
    for style, about in STYLES.items():
        made[style] = {"name": _NAMES[style], "form": _form(item, transcription, style, None)}
        if about.note:
            made[style]["placed"] = _form(item, transcription, style, _PAGE)
    return made


def _form(item: Item, transcription: Transcription, style: str, page: str | None) -> Form:
    """What citeproc writes, taken apart at its signs."""
    phrases = _phrases(style)
    written = reference(at(item, _ADDRESS, date(_YEAR, 1, _DAY)), style, page)
    # What comes after is put on later: the digits of an edition can be those of a sign.
    last = with_transcription(written, transcription).removeprefix(written)
    signs: dict[str, list[Any]] = {_ADDRESS: ["address"]}
    if phrases:
        signs[_dated(phrases[0])] = ["accessed", list(phrases)]
    if page:
        signs[page] = ["page"]
    parts = re.split("(" + "|".join(map(re.escape, signs)) + ")", written)
    return [*(signs.get(part, part) for part in parts if part), last]


def _dated(phrase: str) -> str:
    return phrase.replace("%d", str(_DAY)).replace("%Y", str(_YEAR))


@cache
def _phrases(style: str) -> Sequence[str]:
    """How a style writes a day of access in each month, with `%d` and `%Y`; none if it does not."""
    return tuple(_phrases_of(style))


def _phrases_of(style: str) -> Iterator[str]:
    item: Mapping[str, Any] = {"id": "x", "type": "report", "title": "X", "publisher": "Y"}
    for month in range(1, 13):
        written = reference(at(item, _ADDRESS, date(_YEAR, month, _DAY)), style)
        day = rf"\b{_DAY}\b"
        # Day, month and year stand in three orders: 23 May 1987, May 23, 1987, 1987 May 23.
        found = re.search(
            rf"{day}\W+\w+\W+{_YEAR}|\w+\W+{day}\W+{_YEAR}|{_YEAR}\W+\w+\W+{day}", written
        )
        if not found:
            return  # it says no day of access, in whatever month
        yield found[0].replace(str(_YEAR), "%Y").replace(str(_DAY), "%d")
