"""benchmarks/quality: gold of both forms, precision and recall, and what two commits differ in."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality.__main__ import COMMAND, FIGURES, figures, measured
from benchmarks.quality.agreement import Agreement
from benchmarks.quality.changes import annotations, told
from benchmarks.quality.documents import of_corpus
from benchmarks.quality.material import Material, gold_in
from benchmarks.quality.wording import same_speaker

EDITION: dict[str, Any] = {
    "id": "doc",
    "passages": [
        {"id": "h", "kind": "heading", "level": 2, "text": "2. Lamps", "source": [[0, 8]]},
        {"id": "p", "kind": "paragraph", "text": "Ann Moss said: “The lamps are all out.”",
         "source": [[9, 48]]},
        {"id": "r", "kind": "paragraph", "text": "“Nobody comes here any more.”",
         "source": [[49, 78]]},
    ],
    "footnotes": [],
    "questions": [],
    "quotations": [
        {"passage": "p", "start": 16, "end": 38, "text": "The lamps are all out.",
         "attributed_to": "Ann Moss", "kind": "speech"},
        {"passage": "r", "start": 1, "end": 28, "text": "Nobody comes here any more.",
         "attributed_to": "the Board", "kind": "publication"},
    ],
    "citations": [], "mentions": [], "links": [], "cross_references": [], "gaps": [],
    "names": [{"kind": "person", "name": "Ann Moss", "wordings": ["Ann Moss"]},
              {"kind": "person", "name": "Nobody", "wordings": ["Nobody"]}],
}  # fmt: skip
GOLD = {
    "headings": [{"text": "Lamps", "number": "2.", "level": 3}],
    "quotations": [
        {"begins": "The lamps", "ends": "all out", "attributed_to": "Ms Moss", "kind": "speech"},
        {"begins": "Nobody", "ends": "any more", "attributed_to": "a tenant", "kind": "speech"},
        {"begins": "The piers", "ends": "too", "kind": "unknown"},
    ],
    "people": [{"name": "Ann Moss"}, {"name": "Tom Bell"}],
    "complete": ["headings", "quotations", "people"],
}


def test_recall_and_precision_are_told_of_each_kind() -> None:
    total = measured([Material(EDITION, GOLD)])
    assert set(total) == {"headings", "heading levels", "quotations", "speakers", "people"}
    assert (total["headings"].found, total["headings"].told) == (1, 1)
    assert total["heading levels"].missed == ("Lamps is at 2",)
    assert (total["quotations"].found, total["quotations"].wanted) == (2, 3)
    speakers = total["speakers"]
    assert (speakers.found, speakers.wanted, speakers.right, speakers.told) == (1, 2, 1, 2)
    assert (total["people"].missed, total["people"].wrong) == (("Tom Bell",), ("Nobody",))


def test_nothing_is_wrong_where_gold_does_not_list_every_case() -> None:
    gold = {"headings": [{"text": "Piers", "level": 2}], "complete": []}
    assert measured([Material(EDITION, gold)])["headings"] == Agreement(0, 1, missed=("Piers",))


def test_gold_covers_no_more_than_it_says() -> None:
    gold = {"quotations": [], "covers_to_line": 2, "complete": ["quotations"]}
    text = "2. Lamps\nAnn Moss said: “The lamps are all out.”\n“Nobody comes here any more.”"
    assert Material(EDITION, gold, text).covered == {"h", "p"}
    assert [q["passage"] for q in Material(EDITION, gold, text).annotations("quotations")] == ["p"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ms Moss", "Ann Moss, clerk", True),
        ("BOF", "Board of Ferries", True),
        ("the Board", "a tenant of the hall", False),
        (None, "Ann Moss", False),
    ],
)
def test_two_wordings_mean_one_speaker(one: str | None, other: str, same: bool) -> None:
    assert same_speaker(one, other) is same


def test_what_two_commits_differ_in_is_told_with_its_words() -> None:
    before = list(annotations(EDITION))
    named = {**EDITION["quotations"][1], "attributed_to": "a tenant"}
    after = list(annotations({**EDITION, "quotations": [EDITION["quotations"][0], named]}))
    assert list(told(before, before)) == []
    assert [line.partition("   in ")[0] for line in told(before, after)] == [
        "doc, quotations: 1 gained, 1 lost",
        "    - Nobody comes here any more. | the Board | publication",
        "    + Nobody comes here any more. | a tenant | publication",
    ]


def test_the_figures_of_the_site_are_those_of_the_corpus() -> None:
    made = figures(measured(of_corpus()))
    assert FIGURES.read_text("utf-8") == made, f"run {COMMAND} and look at what it changes"


@pytest.mark.parametrize("form", ["gold", "gold-structure"])
def test_gold_of_both_forms_is_read(shared: Path, form: str) -> None:
    golds = gold_in(shared / form)
    assert golds
    for gold in golds.values():
        total = measured([Material(EDITION, gold, "")])
        assert total["headings"].wanted == len([h for h in gold["headings"] if h.get("firm", True)])
        assert all(one.found <= one.wanted for one in total.values())
