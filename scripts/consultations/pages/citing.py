"""A document in the formats of programs that keep references, with holes for what changes.

BibTeX, RIS and CSL-JSON are written once for each document, with signs in the places of the key,
the address, the day of access, the pages and the note. What stands between the signs is published,
and a page puts in what belongs there. So it can cite any passage on any day, and knows nothing of
formats. tests/client/test_citing.py holds what is filled in to what `consultations cite` prints.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from consultations import patterns as re
from consultations.pages import bibtex as bib
from consultations.pages.indexes.exports import Item, bibtex, csl_json, ris

Line = list[Any]
"""Texts, and holes: a list of a hole's name and of what stands before its value where it has one.

The holes are `key`, `address`, `first` and `last` (page), `note`, and of the day of access `year`,
`month`, `day`, or `mm`, `dd` with two digits. A line whose holes all have no value is left out."""

_BEGIN, _END = "\ue000", "\ue001"
"""Around the name of a hole. No document has these: they are for private use."""
_SIGN = re.compile(
    rf"""
    (?P<before>--|–) {_BEGIN}(?P<last>last){_END}         # a dash goes with the last page
    | " {_BEGIN}(?P<number>year|month|day){_END} "        # numbers of JSON stand without marks
    | {_BEGIN}(?P<name>\w+){_END}
    """,
    re.VERBOSE,
)


class _ReferenceFormat(NamedTuple):
    """A format of programs that keep references."""

    name: str
    """What a reader calls it."""
    write: Callable[[Sequence[Item]], str]
    accessed: tuple[str, str, str]
    """The holes for year, month and day of access."""
    escapes: Mapping[str, str]
    """What stands for signs of a value."""


_FORMATS = {
    "bibtex": _ReferenceFormat("BibTeX", bibtex, ("year", "mm", "dd"), bib.ESCAPES),
    "ris": _ReferenceFormat("RIS", ris, ("year", "mm", "dd"), {}),
    "csl-json": _ReferenceFormat(
        "CSL-JSON", csl_json, ("year", "month", "day"), {"\\": "\\\\", '"': '\\"'}
    ),
}


def keepable_forms(item: Item) -> dict[str, Any]:
    """The forms of a document, as data/citations/<id>.json has them.

    Args:
        item: of CSL-JSON, without address, day of access, pages and note.

    Returns:
        for each format its `name`, its `lines`, and its `escapes`: what stands for each sign of a
        note and of a page.
    """
    made: dict[str, Any] = {}
    for key, format_ in _FORMATS.items():
        signed = {
            **item,
            "id": _hole("key"),
            "page": f"{_hole('first')}–{_hole('last')}",
            "note": _hole("note"),
            "URL": _hole("address"),
            "accessed": {"date-parts": [list(map(_hole, format_.accessed))]},
        }
        lines = format_.write([signed]).replace("\r\n", "\n").rstrip("\n").split("\n")
        made[key] = {
            "name": format_.name,
            "lines": list(map(_line, lines)),
            "escapes": dict(format_.escapes),
        }
    return made


def _hole(name: str) -> str:
    return f"{_BEGIN}{name}{_END}"


def _line(written: str) -> Line:
    """A line taken apart at its signs."""
    parts: Line = []
    at = 0
    for sign in _SIGN.finditer(written):
        if sign.start() > at:
            parts.append(written[at : sign.start()])
        name = sign["last"] or sign["number"] or sign["name"]
        parts.append([name, sign["before"]] if sign["before"] else [name])
        at = sign.end()
    return [*parts, written[at:]] if at < len(written) else parts
