"""Works as reference managers get them, read back by parsers that others use."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pybtex.database
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from rispy.config import TYPE_OF_REFERENCE_MAPPING

from consultations import intake
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages import data_files
from consultations.pages.bibtex import literal
from consultations.pages.indexes.exports import bibtex, csl_json, ris
from consultations.pages.writing.printing import printable

WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12)
NASTY = st.sampled_from(
    [
        "{",
        "}",
        "\\",
        "%",
        "#",
        "and",
        "a and b",
        "é",
        "~^_&$",
        "TY  - X",
        "@",
        "\nER  - \nTY  - BOOK",
    ]
)
TEXT = st.lists(st.one_of(WORD, NASTY), min_size=1).map(" ".join).map(str.strip).filter(bool)
NAME = st.one_of(
    st.fixed_dictionaries({"family": TEXT}, optional={"given": TEXT}),
    st.fixed_dictionaries({"literal": TEXT}),
)
WORK = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["report", "article-journal", "chapter", "broadcast"]),
        "title": TEXT,
    },
    optional={
        "author": st.lists(NAME, max_size=3),
        "editor": st.lists(NAME, max_size=2),
        "container-title": TEXT,
        "publisher": TEXT,
        "page": st.just("12–34"),
        "issued": st.just({"date-parts": [[2008, 3, 1]]}),
    },
)


def work(csl: Mapping[str, object]) -> Mapping[str, object]:
    return {"id": "a-work", **csl}


@pytest.fixture
def files(editions: list[Edition], authority: Authority) -> dict[str, str]:
    return data_files(editions, authority)


def test_what_is_exported_is_what_is_cited(files: dict[str, str]) -> None:
    assert {path for path in files if "work" in path} == {
        *(f"data/works.{ending}" for ending in ("bib", "json", "ris")),
        *(f"data/works/work-one.{ending}" for ending in ("bib", "json", "ris")),
    }
    assert files["data/works.bib"] == files["data/works/work-one.bib"]


def test_bibtex_is_read_back(files: dict[str, str]) -> None:
    entry = pybtex.database.parse_string(files["data/works.bib"], "bibtex").entries["work-one"]
    assert entry.type == "techreport"
    assert entry.fields["title"] == "{Work *One*}"
    assert entry.fields["institution"] == r"Press \& Sons"
    assert (entry.fields["year"], entry.fields["month"]) == ("2008", "March")
    one, other = entry.persons["author"]
    assert (one.last_names, one.first_names) == (["Doe"], ["Jane"])
    assert str(other) == "{Body <A> of [Health]}"


def test_ris_is_read_back(files: dict[str, str]) -> None:
    (entry,) = rispy.loads(files["data/works.ris"])
    assert entry["type_of_reference"] == "RPRT"
    assert entry["id"] == "work-one"
    assert entry["authors"] == ["Doe, Jane", "Body <A> of [Health]"]
    assert entry["title"] == "Work *One*"
    assert entry["publisher"] == "Press & Sons"
    assert (entry["year"], entry["date"]) == ("2008", "2008/03")


def test_csl_is_as_the_authority_has_it(files: dict[str, str], authority: Authority) -> None:
    (item,) = json.loads(files["data/works.json"])
    assert item == {"id": "work-one", **authority.by_id["work-one"].csl}


SCHEMA = json.loads((Path(intake.__file__).parent / "schemas/authority.json").read_text("utf-8"))
TYPES = SCHEMA["$defs"]["csl"]["properties"]["type"]["enum"]


@pytest.mark.parametrize("kind", TYPES)
def test_a_work_of_any_type_has_one_that_each_format_has(kind: str) -> None:
    item = {"id": "a", "type": kind, "title": "T", "issued": {"date-parts": [[2008, 12]]}}
    (record,) = rispy.loads(ris([item]))
    assert record["type_of_reference"] in TYPE_OF_REFERENCE_MAPPING
    (entry,) = pybtex.database.parse_string(bibtex([item]), "bibtex").entries.values()
    assert entry.fields["month"] == "December"


@given(WORK)
def test_any_work_is_one_entry_of_bibtex_with_all_its_names(csl: dict[str, Any]) -> None:
    (entry,) = pybtex.database.parse_string(bibtex([work(csl)]), "bibtex").entries.values()
    for role in ("author", "editor"):
        assert len(entry.persons.get(role, [])) == len(csl.get(role, []))


@given(TEXT)
def test_a_title_is_one_value_in_which_tex_acts_on_nothing(text: str) -> None:
    (entry,) = pybtex.database.parse_string(
        bibtex([{"id": "a", "type": "report", "title": text}]), "bibtex"
    ).entries.values()
    # The parser takes blanks in a row for one, as BibTeX does.
    assert entry.fields["title"].split() == f"{{{literal(text)}}}".split()


@pytest.mark.parametrize(
    ("name", "in_bibtex", "in_ris"),
    [
        (
            {"family": "Gogh", "given": "Theo", "non-dropping-particle": "van"},
            "van Gogh, Theo",
            "van Gogh, Theo",
        ),
        ({"family": "Bell", "given": "Una", "suffix": "Jr"}, "Bell, Jr, Una", "Bell, Una, Jr"),
        ({"family": "Ash and Elm", "given": "Jo"}, "{Ash and Elm}, Jo", "Ash and Elm, Jo"),
        (
            {"literal": "Parks, Ponds and Paths"},
            "{Parks, Ponds and Paths}",
            "Parks, Ponds and Paths",
        ),
    ],
)
def test_a_name_stands_as_each_format_wants_it(
    name: dict[str, str], in_bibtex: str, in_ris: str
) -> None:
    item = {"id": "a", "type": "book", "title": "T", "author": [name]}
    (entry,) = pybtex.database.parse_string(bibtex([item]), "bibtex").entries.values()
    assert list(map(str, entry.persons["author"])) == [in_bibtex]
    assert rispy.loads(ris([item]))[0]["authors"] == [in_ris]


def test_an_address_is_not_escaped() -> None:
    address = "https://a.test/b_c/?d=5%25&e=~f#g"
    item = {"id": "a", "type": "book", "title": "T", "URL": address, "DOI": "10.1/x_y"}
    (entry,) = pybtex.database.parse_string(bibtex([item]), "bibtex").entries.values()
    assert (entry.fields["url"], entry.fields["doi"]) == (address, "10.1/x_y")
    (record,) = rispy.loads(ris([item]))
    assert (record["urls"], record["doi"]) == ([address], "10.1/x_y")


@given(WORK)
def test_any_work_is_one_entry_of_ris_word_for_word(csl: dict[str, Any]) -> None:
    (entry,) = rispy.loads(ris([work(csl)]))
    assert entry["title"] == printable(csl["title"])
    assert len(entry.get("authors", [])) == len(csl.get("author", []))


@given(WORK)
def test_any_work_is_itself_in_csl(csl: dict[str, Any]) -> None:
    assert json.loads(csl_json([work(csl)])) == [{"id": "a-work", **csl}]
