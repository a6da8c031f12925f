"""The editor's hand: errata before all rules, places that a rule leaves alone, and refusals."""

import pytest

from consultations.edition.assemble import assemble
from consultations.edition.faithful import faults
from consultations.errors import EditorError
from consultations.model.draft import Draft
from consultations.model.editor import Erratum, Stet
from consultations.model.emendation import Proposal
from consultations.model.source import Record, Source
from consultations.rules import emend, runner
from consultations.rules.rule import Rule, text_rule

RECORD = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)


def source(text: str) -> Source:
    return Source("a", RECORD, "a/source.txt", None, "0" * 64, text)


def erratum(before: str, after: str, line: int = 1, column: int | None = None) -> Erratum:
    return Erratum(line, column, before, after, "other", "it is known", "archive/a/errata.toml:1")


def stet(text: str, line: int = 1, column: int | None = None, rule: str = "dots") -> Stet:
    return Stet(rule, line, column, text, "the author's", "archive/a/stet.toml:1")


DOTS = text_rule(
    "dots",
    lambda text: [
        Proposal(i, i + 1, ".", "punctuation", "a mark") for i, c in enumerate(text) if c == "!"
    ],
)
LOUD = text_rule("loud", lambda _: [Proposal(0, 0, "O! ", "other", "louder")])


def run(text: str, *rules: Rule, **editor: object) -> Draft:
    return runner.run(source(text), rules, **editor)  # type: ignore[arg-type]  # each by its name


def test_rules_run_in_order_and_each_sees_what_the_one_before_made() -> None:
    assert run("So!", DOTS, LOUD).text == "O! So."
    assert run("So!", LOUD, DOTS).text == "O. So."


def test_every_change_has_a_receipt() -> None:
    (emendation,) = run("So!", DOTS).apparatus.emendations
    assert (emendation.start, emendation.before, emendation.after) == (2, "!", ".")
    assert (emendation.rule, emendation.by, emendation.reason) == ("dots", "rule", "a mark")


def test_an_erratum_comes_before_all_rules_and_has_a_receipt() -> None:
    draft = run("So\nit iz", DOTS, errata=[erratum("iz", "is!", line=2)])
    assert draft.text == "So\nit is."
    (emendation,) = draft.apparatus.emendations
    assert (emendation.before, emendation.after) == ("iz", "is.")


@pytest.mark.parametrize(
    ("text", "entry", "fault"),
    [
        ("it iz so", erratum("was", "is"), "does not begin in line 1"),
        ("iz it iz", erratum("iz", "is"), "begins more than once"),
        ("one line", erratum("line", "page", line=2), "no line 2"),
        ("one line", erratum("line", "page", line=0), "no line 0"),
        ("one line", erratum("line", "page", column=4), "does not begin"),
    ],
)
def test_an_erratum_that_does_not_fit_its_source_is_refused(
    text: str, entry: Erratum, fault: str
) -> None:
    with pytest.raises(EditorError, match=fault) as refused:
        run(text, errata=[entry])
    assert refused.value.where == entry.entry


def test_a_column_tells_one_place_from_another() -> None:
    assert run("iz it iz", errata=[erratum("iz", "is", column=7)]).text == "iz it is"


def test_errata_for_the_same_words_are_refused() -> None:
    with pytest.raises(EditorError, match=r"errata\.toml:1 changes too"):
        run("it iz so", errata=[erratum("iz", "is"), erratum("iz so", "was so")])


def test_a_stet_keeps_a_rule_from_one_place() -> None:
    draft = run("So!\nNo!", DOTS, stets=[stet("No!", line=2)])
    assert draft.text == "So.\nNo!"
    assert draft.findings == ()


def test_a_stet_keeps_off_no_other_rule() -> None:
    assert run("So!", LOUD, DOTS, stets=[stet("So!", rule="loud")]).text == "So."


def test_a_stet_that_is_not_needed_is_a_finding() -> None:
    (finding,) = run("So!\nNo.", DOTS, stets=[stet("No.", line=2)]).findings
    assert (finding.code, finding.severity) == ("stet-not-needed", "error")
    assert str(finding.place) == "a:2:1"


def test_a_stet_that_does_not_fit_its_source_is_refused() -> None:
    with pytest.raises(EditorError, match="does not begin in line 1"):
        run("So!", DOTS, stets=[stet("No!")])


def test_a_stet_for_what_is_no_rule_here_is_left_to_others() -> None:
    assert run("So!", DOTS, stets=[stet("nowhere", rule="names")]).findings == ()


@pytest.mark.parametrize(
    ("line", "before", "after", "passages"),
    [
        (1, "first.", "first.\n\nPut in.", ["The first.", "Put in.", "The second. It ends."]),
        (3, "The s", "Put in.\n\nThe s", ["The first.", "Put in.", "The second. It ends."]),
        (3, " It", "\n\nIt", ["The first.", "The second.", "It ends."]),
        (3, "second", "2nd", ["The first.", "The 2nd. It ends."]),
        (1, "\n\nThe second. It ends.", "", ["The first."]),
    ],
)
def test_an_erratum_may_put_in_take_out_and_part_paragraphs(
    line: int, before: str, after: str, passages: list[str]
) -> None:
    text = "The first.\n\nThe second. It ends."
    edition = assemble(emend(source(text), [erratum(before, after, line)]))
    assert not list(faults(edition))
    assert [passage.text for passage in edition.passages] == passages


def test_a_stet_keeps_two_paragraphs_apart() -> None:
    text = "They said that\n\nit is red, and that\n\nit is old."
    whole = emend(source(text))
    assert [len(block.spans) for block in whole.blocks] == [3]
    parted = emend(source(text), stets=[stet("that", rule="joins")])
    assert [parted.read(block) for block in parted.blocks] == [
        "They said that",
        "it is red, and that it is old.",
    ]
    assert list(faults(assemble(parted))) == []
