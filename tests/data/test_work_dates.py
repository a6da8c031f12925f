"""The date of a work in each form that is published: none says more than is known."""

import json
from typing import Any

import pybtex.database
import pytest
import rispy

from consultations.data import STYLES, reference
from consultations.model.entity import Entity
from consultations.pages.head.coins import work_openurl
from consultations.pages.head.linked import entity_linked
from consultations.pages.head.tags import work_tags
from consultations.pages.indexes.exports import bibtex, csl_json, ris
from consultations.pages.indexes.references import reference_key

SPRING = {"date-parts": [[1998]], "season": 1}
ABOUT = {"date-parts": [[1998]], "circa": True}
RANGE = {"date-parts": [[1998], [2001]]}
MONTHS = {"date-parts": [[1998, 3], [1998, 5]]}
WORDS = {"literal": "late in 1998"}


def item(issued: dict[str, Any], kind: str = "report") -> dict[str, Any]:
    return {
        "id": "tide",
        "type": kind,
        "title": "Tides",
        "author": [{"family": "Moss", "given": "Ada"}],
        "publisher": "Harbour Office",
        "issued": issued,
        **({"container-title": "Pier Review"} if kind == "article-journal" else {}),
    }


def work(issued: dict[str, Any]) -> Entity:
    return Entity("tide", "work", "Tides", csl=item(issued))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", ["report", "webpage", "article-journal", "book"])
def test_no_style_says_more_than_is_known(style: str, kind: str) -> None:
    about = reference(item(ABOUT, kind), style)
    assert any(f"{sign}1998" in about for sign in ("c. ", "c ", "ca. ", "irca ", "[")), about
    assert "1998–2001" in reference(item(RANGE, kind), style)
    assert "1998" in reference(item(MONTHS, kind), style)
    spring = reference(item(SPRING, kind), style)
    assert "1998" in spring
    assert "January" not in spring
    words = reference(item(WORDS, kind), style)
    assert words.count("late in 1998") == 1, words


@pytest.mark.parametrize(
    ("issued", "year", "month", "date"),
    [
        (SPRING, "1998", "spring", "spring 1998"),
        (ABOUT, "c. 1998", None, "c. 1998"),
        (RANGE, "1998–2001", None, "1998–2001"),
        (WORDS, "late in 1998", None, "late in 1998"),
    ],
)
def test_programs_that_keep_references_get_it_as_it_is_known(
    issued: dict[str, Any], year: str, month: str | None, date: str
) -> None:
    (entry,) = pybtex.database.parse_string(bibtex([item(issued)]), "bibtex").entries.values()
    assert (entry.fields["year"], entry.fields.get("month")) == (year, month)
    (record,) = rispy.loads(ris([item(issued)]))
    assert (record["year"], record["date"]) == (year, date)
    assert json.loads(csl_json([item(issued)]))[0]["issued"] == issued
    assert ("rft.date", date) in work_openurl(work(issued))


def test_of_no_number_ris_says_no_date() -> None:
    (record,) = rispy.loads(ris([item({"literal": "n.d."})]))
    assert "date" not in record
    assert "year" not in record


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [(SPRING, "1998-21"), (ABOUT, "1998~"), (RANGE, "1998/2001"), (WORDS, None)],
)
def test_heads_of_pages_have_it_in_edtf(issued: dict[str, Any], edtf: str | None) -> None:
    tags = {tag.name: tag.content for tag in work_tags(work(issued))}
    assert tags.get("DC.date") == entity_linked(work(issued)).get("datePublished") == edtf
    assert "citation_publication_date" not in tags


def test_works_are_sorted_by_their_years() -> None:
    dates: list[dict[str, Any]] = [
        ABOUT,
        {"date-parts": [[1997]]},
        {"literal": "early in 2003"},
        {"date-parts": [[2001]]},
        RANGE,
    ]
    years = [w.year for w in sorted(map(work, dates), key=reference_key)]
    assert years == [1997, 1998, 1998, 2001, 2003]
