"""Works in styles: of every type, with editors for authors, and names that have no initials."""

import json
from importlib import resources
from typing import Any

import pytest

from consultations.data import STYLES, reference

_SCHEMA = json.loads(
    (resources.files("consultations.intake.schemas") / "authority.json").read_text("utf-8")
)
TYPES = _SCHEMA["$defs"]["csl"]["properties"]["type"]["enum"]
EDITOR = {"family": "Quill", "given": "Wei"}
WORK = {
    "title": "Old locks: a view",
    "container-title": "Water Papers",
    "publisher": "Quay Press",
    "page": "3-9",
    "issued": {"date-parts": [[2010, 2, 3]]},
}


def written(style: str, **said: Any) -> str:
    return reference({"id": "w", "type": "book", "title": "Locks", **said}, style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", TYPES)
def test_a_work_of_any_type_says_title_and_editor_once(style: str, kind: str) -> None:
    for said in ({"title": WORK["title"]}, WORK, {**WORK, "editor": [EDITOR]}):
        line = written(style, **said, type=kind)
        assert line.casefold().count("old locks") == 1, line
        assert line.count("Quill") <= 1, line


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("harvard", "Quill, W. and Ó Sé, P. (eds) (2010) Locks. 2nd edn. Quay Press."),
        ("apa", "Quill, W., & Ó Sé, P. (Eds.). (2010). Locks (2nd ed.). Quay Press."),
        ("chicago", "Wei Quill and Pól Ó Sé, eds., Locks, 2nd ed. (Quay Press, 2010)."),
        ("chicago-author-date", "Quill, Wei, and Pól Ó Sé, eds. 2010. Locks. 2nd ed. Quay Press."),
        ("mla", "Quill, Wei, and Pól Ó Sé, editors. Locks. 2nd ed., Quay Press, 2010."),
        ("oscola", "Wei Quill and Pól Ó Sé (eds), Locks (2nd edn, Quay Press 2010)."),
        ("vancouver", "Quill W, Ó Sé P, editors. Locks. 2nd ed. Quay Press; 2010."),
    ],
)
def test_editors_stand_in_the_place_of_authors_and_nowhere_else(style: str, begins: str) -> None:
    editors = [EDITOR, {"family": "Ó Sé", "given": "Pól"}]
    issued = {"date-parts": [[2010]]}
    said = {"editor": editors, "edition": "2", "publisher": "Quay Press", "issued": issued}
    assert written(style, **said) == begins


@pytest.mark.parametrize("style", STYLES)
def test_editors_of_what_has_an_author_are_named_as_well(style: str) -> None:
    author = {"family": "Moss", "given": "Ada"}
    line = written(style, **WORK | {"type": "chapter", "author": [author], "editor": [EDITOR]})
    assert line.count("Quill") == 1
    assert line.count("Moss") == 1


@pytest.mark.parametrize(
    ("given", "harvard", "vancouver"),
    [
        ("Ada-Rose B.", "A.-R.B.", "ARB"),
        ("Siew-ling", "S.-l.", "SL"),
        ("A. G. de", "A.G. de", "AG de"),
        ("bell", "bell", "bell"),
        ("小明", "小明", "小明"),
        ("דוד", "דוד", "דוד"),
    ],
)
def test_what_has_no_capital_is_no_initial(given: str, harvard: str, vancouver: str) -> None:
    author = [{"family": "Fen", "given": given}]
    assert written("harvard", author=author).startswith(f"Fen, {harvard} (no date)")
    assert written("vancouver", author=author).startswith(f"Fen {vancouver}. Locks")


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_labelled_that_is_not_there(style: str) -> None:
    line = written(style, **WORK | {"type": "article-newspaper"})
    assert "edition" not in line.casefold()
    said = written("chicago", **WORK | {"type": "article-newspaper", "edition": "late"})
    assert "late edition" in said.casefold() or "late ed" in said.casefold(), said


def test_versus_has_no_capital() -> None:
    assert written("chicago", title="Moss v board of works", type="legal_case").startswith(
        "Moss v B"
    )
