"""Dates of works, in whatever way CSL-JSON lets them be said, and as precise as they are known."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.conftest import Shelf

from consultations.errors import AuthorityError
from consultations.intake import read_authority
from consultations.intake.csl_dates import in_one_form
from consultations.model.work_date import WorkDate

WORK = """
[work.tide]
name = "Tides"
[work.tide.csl]
type = "report"
title = "Tides"
issued = {}
"""


@pytest.mark.parametrize(
    ("said", "year", "edtf", "words"),
    [
        ("{ date-parts = [[1998]], season = 1 }", 1998, "1998-21", "spring 1998"),
        ('{ date-parts = [[1998]], season = "Fall" }', 1998, "1998-23", "autumn 1998"),
        ('{ date-parts = [[1998]], season = "4" }', 1998, "1998-24", "winter 1998"),
        ('{ date-parts = [[1998]], season = "Hilary term" }', 1998, "", "Hilary term 1998"),
        # A season is one of a year: it is neither a day of a month nor one end of a range.
        ("{ date-parts = [[1998, 5]], season = 1 }", 1998, "1998-05", "1998-05"),
        ('{ date-parts = [[1998, 1]], season = "Hilary term" }', 1998, "1998-01", "1998-01"),
        ("{ date-parts = [[1998], [1999]], season = 4 }", 1998, "1998/1999", "1998–1999"),
        (
            '{ date-parts = [[1998]], season = "Hilary term", circa = true }',
            *(1998, "", "c. Hilary term 1998"),
        ),
        ("{ date-parts = [[1998]], circa = true }", 1998, "1998~", "c. 1998"),
        ("{ date-parts = [[1998]], circa = 1 }", 1998, "1998~", "c. 1998"),
        ("{ date-parts = [[1998]], circa = 0 }", 1998, "1998", "1998"),
        ('{ date-parts = [[1998]], circa = "false" }', 1998, "1998", "1998"),
        ("{ date-parts = [[1998]], season = 2, circa = true }", 1998, "1998-22~", "c. summer 1998"),
        ("{ date-parts = [[1998], [2001]] }", 1998, "1998/2001", "1998–2001"),
        ("{ date-parts = [[1998, 3], [1998, 5]] }", 1998, "1998-03/1998-05", "1998"),
        ('{ raw = "1998" }', 1998, "1998", "1998"),
        ('{ raw = "1998-05-31" }', 1998, "1998-05-31", "1998-05-31"),
        ('{ raw = "31 May 1998" }', 1998, "1998-05-31", "1998-05-31"),
        ('{ raw = "May 31, 1998" }', 1998, "1998-05-31", "1998-05-31"),
        ('{ raw = "May 1998" }', 1998, "1998-05", "1998-05"),
        ('{ raw = "spring 1998" }', 1998, "1998-21", "spring 1998"),
        ('{ raw = "1998-24" }', 1998, "1998-24", "winter 1998"),
        ('{ raw = "c. 1998" }', 1998, "1998~", "c. 1998"),
        ('{ raw = "circa May 1998" }', 1998, "1998-05~", "c. 1998"),
        ('{ raw = "1998?" }', 1998, "1998~", "c. 1998"),
        ('{ raw = "1998/2001" }', 1998, "1998/2001", "1998–2001"),
        # What is no date stays in words, with the year by which it can be sorted.
        ('{ raw = "late in 1998" }', 1998, "", "late in 1998"),
        ('{ raw = "1998-02-31" }', 1998, "", "1998-02-31"),
        ('{ raw = "1998-13" }', 1998, "", "1998-13"),
        ('{ raw = "1998-00-05" }', 1998, "", "1998-00-05"),
        ('{ raw = "1998-21-05" }', 1998, "", "1998-21-05"),
        ('{ raw = "1998 or 2001" }', None, "", "1998 or 2001"),
        ('{ literal = "no date" }', None, "", "no date"),
    ],
)
def test_a_date_is_taken_as_it_is_said(
    shelf: Shelf, said: str, year: int | None, edtf: str, words: str
) -> None:
    shelf.put("authority/works.toml", WORK.format(said))
    work = read_authority(shelf.archive).by_id["tide"]
    assert (work.year, work.issued.edtf, work.issued.words) == (year, edtf, words)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("{ circa = true }", "date-parts"),
        ("{ season = 1 }", "date-parts"),
        ("{ date-parts = [[1998]], season = 5 }", "spring"),
        ("{ date-parts = [[1998]], season = 1.5 }", "season"),
        ("{ raw = 1998 }", "raw"),
    ],
)
def test_what_says_no_date_is_refused(shelf: Shelf, said: str, why: str) -> None:
    shelf.put("authority/works.toml", WORK.format(said))
    with pytest.raises(AuthorityError, match=why):
        read_authority(shelf.archive)


@given(st.text(alphabet="12098-/~?c. amyspring,", max_size=16).filter(str.strip))
def test_any_text_is_a_date_or_stays_as_it_is(raw: str) -> None:
    made: dict[str, Any] = dict(in_one_form({"raw": raw}))
    assert made.keys() <= {"date-parts", "season", "circa", "literal"}
    assert made.get("literal", raw) == raw
    assert WorkDate.of({"issued": made}).words
    assert in_one_form(made) == made
