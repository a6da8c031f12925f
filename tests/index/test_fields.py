"""What is asked of a passage beside its words."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from consultations import index
from consultations.analysis.contract import words
from consultations.cli.verbs.search import search
from consultations.index.query import FieldName
from consultations.index.writer import facets
from consultations.passages import SearchEdition, SearchPassage, SearchQuestion

EARLY = SearchEdition(
    "early-2001",
    "Early",
    "a-body",
    "A Body",
    (),
    "2001-03",
    "response",
    consultation="views-2000",
    questions=(SearchQuestion("D2", "D2", "Why?", "views-2000/why"),),
)
LATE = SearchEdition("late-2009", "Late", None, "Jo Doe", ("Jo Doe",), "2009", "Policy paper")
TEXT = "He said users recover, and users recovered."
PASSAGES = [
    SearchPassage(EARLY, "h", "heading", "Recovery of users", question="D2"),
    SearchPassage(
        EARLY, "p", "paragraph", TEXT, question="D2", quoted=((8, 21),), voices=((8, 21, "users"),)
    ),
    SearchPassage(EARLY, "n", "footnote", "A note on users", cites=("doe-2000",)),
    SearchPassage(LATE, "l", "list_item", "Users’ views – naïve ones", mentions=("a-body", "nta")),
    SearchPassage(
        LATE,
        "q",
        "blockquote",
        "All of it quoted users",
        quoted=((0, 22),),
        voices=((0, 22, None), (7, 16, "it")),
    ),
]


FOUND = [
    ("in:early-2001", "hpn"),
    ("by:a-body", "hpn"),
    ('by:"Jo Doe"', "lq"),
    ('type:"policy paper"', "lq"),
    ("type:policy-paper", "lq"),
    ("kind:list_item", "l"),
    ("kind:(heading OR footnote)", "hn"),
    ("question:d2", "hp"),
    ("question:views-2000", "hp"),
    ("question:views-2000/why", "hp"),
    ("cites:doe-2000", "n"),
    ("about:nta", "l"),
    ("year:2001", "hpn"),
    ("year:[2002 TO]", "lq"),
    ("year:[TO 2009]", "hpnlq"),
    ("year:{2001 TO 2009}", ""),
    ("year:[2001 TO 2009}", "hpn"),
    ("users NOT in:early-2001", "lq"),
    ("NOT users", ""),
    ("NOT recover", "hnlq"),
    ("NOT recover OR about:nta", "hnlq"),
    ("users voice:quoted", "pq"),
    ("users voice:own", "hpnl"),
    ("recovered voice:quoted", "p"),  # its inflection "recover" is quoted
    ('"recovered" voice:quoted', ""),
    ('"users recovered" voice:own', "p"),
    ('"said users" voice:own', ""),
    ('"said users" voice:quoted', ""),
    ("voice:quoted", "pq"),
    ("voice:own", "hpnl"),
    ('voice:quoted NOT "recovered"', "pq"),
    ("recover*", "hp"),
    ("rec?ver", "p"),
    ("*ed", "pq"),
    ("naive", "l"),
    ('"NAÏVE"', "l"),
    ("usrs~", "hpnlq"),
    ("xsers~", ""),  # the first letter stands
    ("vews~2", "l"),
    ('"user\'s"', ""),
    ('"users\' views"', "l"),
    ('"users views naive"', "l"),
    ("users-view", "l"),
]
"""Queries, and the ids of the passages that each finds, in their order."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Index]:
    folder = tmp_path_factory.mktemp("fields") / "index"
    index.write(PASSAGES, folder)
    with index.Index(folder) as opened:
        yield opened


@pytest.mark.parametrize(("query", "expected"), FOUND)
def test_a_query_finds(opened: index.Index, query: str, expected: str) -> None:
    hits = index.search(opened, query, sort="document").hits
    assert "".join(hit.passage.id for hit in hits) == expected


def test_a_field_is_known_wherever_fields_are() -> None:
    fields = set(words("query.fields"))
    assert facets(PASSAGES[0]).keys() == fields - {"voice"}, (
        "index/writer.py says what a passage has"
    )
    assert {*get_args(FieldName)} == fields - {"voice", "year"}, (
        "index/query/__init__.py has the type"
    )
    asked = [field for field in fields for query, found in FOUND if f"{field}:" in query and found]
    assert fields == set(asked), "a query of each field finds a passage, in FOUND"
    page = (Path(__file__).parents[2] / "docs" / "search.md").read_text(encoding="utf-8")
    for place, told in {
        "`consultations search`": search.help or "",
        "docs/search.md": page,
    }.items():
        missing = [field for field in sorted(fields) if f"{field}:" not in told]
        assert not missing, f"{place} tells nobody of {missing}"


def test_what_is_excluded_is_not_marked(opened: index.Index) -> None:
    (hit,) = index.search(opened, 'said NOT (recovered AND "views")').hits
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks] == ["said"]


def test_a_hit_says_whose_words_are_marked(opened: index.Index) -> None:
    def voices(query: str) -> list[str | None]:
        return [hit.voice for hit in index.search(opened, query, sort="document").hits]

    assert voices('"recover" kind:paragraph') == ["users"]
    assert voices('"recovered"') == ["own"]
    assert voices('"all" kind:blockquote') == [None]
    assert voices('"it"') == ["it"]
    # Where no word is asked for: whose all of its words are.
    assert voices("kind:blockquote") == [None]
    assert voices("kind:heading") == ["own"]


def test_a_passage_comes_back_as_it_went_in(opened: index.Index) -> None:
    assert list(opened.passages()) == PASSAGES


def test_what_folds_to_nothing_is_no_value(tmp_path: Path) -> None:
    index.write([SearchPassage(EARLY, "p", "paragraph", "x", mentions=("–", "nta"))], tmp_path)
    with index.Index(tmp_path) as opened:
        values = {(field, value): list(found) for field, value, found in opened.values()}
    assert values["about", "nta"] == [(0, 1)]
    assert all(value for _, value in values)


@pytest.mark.parametrize(
    ("query", "place", "remedy"),
    [
        ("in:early", (0, 8), "write in:early-2001"),
        ("users in:late-2008", (6, 18), "write in:late-2009"),
        ("users NOT (by:nobody OR naive)", (11, 20), "write by:a-body"),
        ("question:Z9", (0, 11), "give another value, or leave it out"),
        ("cites:(doe-2001)", (7, 15), "write cites:doe-2000"),
        ('about:"no body"', (0, 15), "write about:a-body"),
    ],
)
def test_a_value_that_nothing_has_is_told(
    opened: index.Index, query: str, place: tuple[int, int], remedy: str
) -> None:
    with pytest.raises(index.QuerySyntaxError) as told:
        index.search(opened, query)
    assert (told.value.place, told.value.remedy) == (place, remedy)


def test_a_kind_or_a_year_that_nothing_has_finds_nothing(opened: index.Index) -> None:
    assert index.search(opened, "kind:table").total == 0
    assert index.search(opened, "year:1850").total == 0
