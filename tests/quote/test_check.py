"""The verdict on a quotation: by cases, and on the archive's own words altered in every way."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quote.altered import Maker, Sample

from consultations import index
from consultations.analysis import fold
from consultations.analysis.contract import number
from consultations.errors import ArticleError
from consultations.index.quotation import (
    Checker,
    Difference,
    Report,
    Verdict,
    gravity,
    require_length,
)
from consultations.index.quotation.article import without_own_point
from consultations.index.quotation.interpretation import edited, trimmed, unlisted
from consultations.passages import SearchEdition, SearchPassage

CONTRACT: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "contract" / "quotations.json").read_text("utf-8")
)

TRUE = ("verbatim", "typographic", "elided")


@pytest.fixture(scope="module")
def small(contract_folder: Path) -> Iterator[Checker]:
    """Checks against the archive of the cases."""
    with index.Index(contract_folder) as opened:
        yield Checker(opened)


@pytest.mark.parametrize("case", CONTRACT["cases"], ids=lambda case: case["label"])
def test_cases(small: Checker, case: dict[str, Any]) -> None:
    report = small.check(case["quotation"])
    assert (report.verdict, report.count) == (case["verdict"], case["count"])
    assert [
        [[part.passage.edition.id, part.passage.id, part.start, part.end] for part in place.parts]
        for place in report.places
    ] == case["places"]
    assert [[part.voice for part in place.parts] for place in report.places] == case["voices"]
    assert [
        list(difference)
        for place in report.places[:1]
        for part in place.parts
        for difference in part.differences
    ] == case["differences"]


@pytest.mark.parametrize("case", CONTRACT["cases"], ids=lambda case: case["label"])
def test_each_character_of_a_quotation_is_told_once(small: Checker, case: dict[str, Any]) -> None:
    text = trimmed(unlisted(case["quotation"]))
    if edited(text):  # what stands around an editor's mark is told with the mark
        return
    bare = without_own_point(text) or text
    for place in small.check(case["quotation"]).places:
        told = "".join(step.given for part in place.parts for step in part.steps)
        # The number of a note, which stands behind a point, is told before it.
        assert Counter(told) in (Counter(text), Counter(bare))


def test_every_verdict_has_its_case() -> None:
    assert {case["verdict"] for case in CONTRACT["cases"]} == {
        *("verbatim", "typographic", "elided", "altered", "spliced", "absent", "too-short")
    }


def test_what_is_grave_is_told_first(small: Checker) -> None:
    report = small.check("The harbour’s own users did ask for far dearer dues; 41 of them")
    found = [d.found or d.given for part in report.places[0].parts for d in part.differences]
    assert found[:2] == ["not", "40"]


def test_letters_of_another_script_and_hidden_ones_are_told(small: Checker) -> None:
    report = small.check("asked for a lighth\u043euse, and no\u00adbody has answered them")
    assert report.lookalikes == ("lighth\u043euse",)
    assert report.hidden == 1
    assert report.verdict == "altered"


@pytest.mark.parametrize(
    ("given", "found", "kind"),
    [
        ("warden", "wаrden", "letters"),
        ("Οld", "Old", "letters"),
        ("not", "nоt", "letters"),
        ("WARDEN", "wаrden", "letters"),
        ("warden", "wаrdens", None),
        ("naive", "naïve", None),
        ("word", "слово", None),
    ],
)
def test_letters_that_look_alike_and_are_others_are_grave(
    given: str, found: str, kind: str | None
) -> None:
    assert gravity(Difference("changed", given, found)) == kind


@pytest.mark.parametrize("piece", ["a", "the keepers ", "“", "… ", "[a] ", "\n\n", "é", "£1 "])
def test_what_is_too_long_is_refused_with_the_limit(small: Checker, piece: str) -> None:
    longest = number("quotation.longest")
    text = (piece * (longest + 1))[: longest + 1]
    with pytest.raises(ArticleError, match=f"may have {longest} characters") as refused:
        small.check_quoted(text)
    assert refused.value.remedy == "check it in parts"
    longest_text = number("quotation.longest_text")
    require_length("a" * longest_text)
    with pytest.raises(ArticleError, match=f"may have {longest_text} characters"):
        require_length("a" * (longest_text + 1))


def test_what_is_as_long_as_may_be_is_checked(small: Checker) -> None:
    text = "Words that nobody here has written down at all. "
    assert small.check(text * (number("quotation.longest") // len(text))).verdict == "absent"


def test_a_quotation_that_goes_over_passages_is_told_passage_by_passage(small: Checker) -> None:
    report = small.check("them since 1987. All keepers of the lighthouse")
    assert [part.text for part in report.places[0].parts] == [
        "them since 1987",
        "All keepers of the lighthouse",
    ]


@pytest.fixture(scope="module")
def checker(opened: index.Index) -> Checker:
    return Checker(opened)


def test_true_quotations_and_altered_ones_are_told_apart(
    checker: Checker, true_and_altered: Sequence[Sample]
) -> None:
    found = [(sample, checker.check(sample.text).verdict) for sample in true_and_altered]
    wrong = [(sample, verdict) for sample, verdict in found if verdict != sample.verdict]
    assert len(wrong) * 100 <= 2 * len(found), wrong
    assert [one for one in wrong if is_called_better(*one)] == []


def is_called_better(sample: Sample, verdict: Verdict) -> bool:
    """Whether somebody who altered words is told that they stand there."""
    return sample.verdict in ("altered", "spliced") and verdict in TRUE


@pytest.mark.parametrize("joint", [" ", " … ", " [...] "])
@pytest.mark.parametrize("sizes", [(4, 4), (4, 20), (20, 4), (4, 4, 4), (20, 4, 20), (4, 20, 4)])
def test_true_pieces_of_any_length_are_told_from_alterations(
    checker: Checker, maker: Maker, sizes: tuple[int, ...], joint: str
) -> None:
    for _ in range(3):
        text = joint.join(piece.text for piece in maker.pieces_apart(*sizes))
        assert checker.check(text).verdict == "spliced", text


def test_invented_quotations_are_absent(checker: Checker, made_up: Sequence[str]) -> None:
    assert [text for text in made_up if checker.check(text).verdict != "absent"] == []


def test_invented_quotations_are_absent_however_long(
    checker: Checker, made_up_long: Sequence[str]
) -> None:
    assert [text for text in made_up_long if checker.check(text).verdict != "absent"] == []


def test_long_runs_of_two_documents_are_spliced(checker: Checker, maker: Maker) -> None:
    first, second = (
        text.text[text.words[0][0] : text.words[400][1]]
        for text in sorted(maker.scan.texts, key=lambda text: len(text.words))[-2:]
    )
    assert checker.check(f"{first} {second}").verdict == "spliced"


def test_the_text_of_a_match_is_the_passage_s_own(
    checker: Checker, true_and_altered: Sequence[Sample]
) -> None:
    for sample in true_and_altered[:60]:
        for place in checker.check(sample.text).places:
            if place.verdict == "verbatim":
                found = " ".join(part.text for part in place.parts)
                assert fold(found) == fold(sample.text)


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 100_000, "]" * 100_000, "…" * 30_000, "(" * 100_000, ". " * 50_000),
        *("“" * 100_000, "[a] " * 5_000, "the " * 2_000, "\u200b" * 10_000),
        *("\u0430" * 10_000, "¹" * 10_000),
    ],
    ids=lambda text: text[:4].strip(),
)
def test_hostile_text_gets_a_verdict(small: Checker, text: str) -> None:
    assert small.check(text).verdict in ("absent", "too-short", "altered", "elided")


def test_long_quotations_are_checked_whole(
    checker: Checker, archive: Sequence[SearchPassage]
) -> None:
    edition = archive[0].edition
    text = "\n\n".join(p.text for p in archive if p.edition is edition)[:6_000]
    whole = text[: text.rindex(" ")]
    assert checker.check(whole).verdict == "verbatim"
    words = whole.split(" ")
    words[len(words) // 2] += " zebra"
    report: Report = checker.check(" ".join(words))
    assert report.verdict == "altered"
    assert [d.given for place in report.places for p in place.parts for d in p.differences] == [
        "zebra"
    ]


@given(st.text(max_size=200))
def test_any_text_gets_a_verdict(small: Checker, text: str) -> None:
    report = small.check(text)
    assert all(place.parts for place in report.places)
    assert report.count >= len(report.places)


def test_an_archive_without_passages_has_no_quotation(tmp_path: Path) -> None:
    edition = SearchEdition("a", "A", None, "B", (), "2001", "paper")
    for name, passages in (("none", []), ("empty", [SearchPassage(edition, "p", "table", "")])):
        index.write(passages, tmp_path / name)
        with index.Index(tmp_path / name) as opened:
            assert Checker(opened).check("one two three four five").verdict == "absent"
