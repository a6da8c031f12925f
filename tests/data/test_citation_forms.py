"""Forms with holes, filled: held to what citeproc writes for the same passage on the same day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.data import STYLES, Transcription, at, reference, with_transcription
from consultations.data.references.citation_forms import citation_forms

ADDRESS = "https://archive.example/texts/moss-2011/#p4k2m7q"


READ = Transcription("The Ferry Archive", "edition 987651f")


def whole(item: dict[str, Any], day: date, style: str, page: str | None = None) -> str:
    return with_transcription(reference(at(item, ADDRESS, day), style, page), READ)


# As the client does it: client/page/citing/styles.js.
def filled(form: Sequence[Any], address: str, accessed: date, page: str = "") -> str:
    """A form with what belongs into its holes."""
    return "".join(
        part if isinstance(part, str) else _value(part, address, accessed, page) for part in form
    )


def _value(hole: Sequence[Any], address: str, accessed: date, page: str) -> str:
    if hole[0] == "accessed":
        phrase = str(hole[1][accessed.month - 1])
        return phrase.replace("%d", str(accessed.day)).replace("%Y", str(accessed.year))
    return {"address": address, "page": page}[hole[0]]


def item(**said: Any) -> dict[str, Any]:
    known = {
        "id": "moss-2011",
        "type": "report",
        "title": "Who pays for the crossing?",
        "author": [{"family": "Moss", "given": "Ada B."}, {"literal": "Ferry Board"}],
        "publisher": "Harbour Office",
        "genre": "Report",
        "issued": {"date-parts": [[2011, 5]]},
        "language": "en-GB",
    }
    return known | said


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("month", [1, 5, 9, 12])
def test_a_filled_form_is_what_citeproc_writes(style: str, month: int) -> None:
    day = date(2026, month, 7)
    form = citation_forms(item(), READ)[style]
    assert filled(form["form"], ADDRESS, day) == whole(item(), day, style)
    if "placed" in form:
        placed = whole(item(), day, style, "14")
        assert filled(form["placed"], ADDRESS, day, "14") == placed
        assert placed != whole(item(), day, style)


@settings(max_examples=10)
@given(
    st.text(alphabet="aZ '“”&<{[%é23", min_size=1, max_size=20).filter(str.strip),
    st.dates(date(1999, 1, 1), date(2099, 12, 31)),
)
def test_no_title_takes_the_place_of_a_hole(title: str, day: date) -> None:
    one = item(title=f"x{title}x")
    for style, form in citation_forms(one, READ).items():
        assert filled(form["form"], ADDRESS, day) == whole(one, day, style)
