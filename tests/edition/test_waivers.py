"""Findings that an editor lets stand: waived where they point, and nowhere else."""

from dataclasses import replace

import pytest

from consultations.edition.assemble import assemble
from consultations.edition.waivers import waive
from consultations.errors import EditorError
from consultations.model.edition import Edition
from consultations.model.editor import Stet
from consultations.model.finding import Code, Finding
from consultations.model.source import Record, Source
from consultations.rules import RULES, emend

RULE_NAMES = {rule.name for rule in RULES}
RECORD = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)
TEXT = "The ferries are late.\nThe lamp s are out, and the oar s broken."


def edition(*places: int, code: Code = "single-s") -> Edition:
    made = assemble(emend(Source("a", RECORD, "a/source.txt", None, "0" * 64, TEXT)))
    found = (Finding(code, "note", "what", "hint", made.source.locate(at)) for at in places)
    return replace(made, findings=tuple(found))


def stet(text: str, line: int = 2, rule: str = "single-s", column: int | None = None) -> Stet:
    return Stet(rule, line, column, text, "the author's", "archive/a/stet.toml:7")


LAMP, OAR = TEXT.index("lamp s"), TEXT.index("oar s")


def test_a_finding_is_waived_where_the_text_of_the_stet_has_it() -> None:
    waived = waive(edition(LAMP, OAR), [stet("lamp s")], RULE_NAMES)
    assert [str(finding.place) for finding in waived.findings] == ["a:2:29"]


def test_a_finding_of_another_code_stays() -> None:
    waived = waive(edition(LAMP, code="unbalanced"), [stet("lamp s")], RULE_NAMES)
    assert [finding.code for finding in waived.findings] == ["unbalanced", "stet-not-needed"]


def test_a_stet_that_waives_nothing_is_a_finding() -> None:
    (told,) = waive(edition(), [stet("oar s")], RULE_NAMES).findings
    assert (told.code, told.file, str(told.place)) == (
        "stet-not-needed",
        "archive/a/stet.toml:7",
        "a:2:29",
    )


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (stet("lamp s", line=9), "no line 9"),
        (stet("lamp s", line=0), "no line 0"),
        (stet("lamps"), "does not begin in line 2"),
        (stet("s"), "begins more than once"),
        (stet("lamp s", rule="single-es"), "no rule and no finding is called 'single-es'"),
        (stet("lamp s", rule="split-word"), "no rule and no finding"),
    ],
)
def test_a_stet_that_fits_nothing_is_refused_with_its_place(wrong: Stet, what: str) -> None:
    with pytest.raises(EditorError, match=what) as refused:
        waive(edition(LAMP), [wrong], RULE_NAMES)
    assert refused.value.where == "archive/a/stet.toml:7"


def test_what_was_meant_is_said() -> None:
    with pytest.raises(EditorError) as refused:
        waive(edition(), [stet("lamp s", rule="split-word")], RULE_NAMES)
    assert refused.value.remedy.endswith("was split-words meant?")


def test_a_stet_that_names_a_rule_is_left_to_the_runner() -> None:
    assert waive(edition(LAMP), [stet("nowhere", rule="ligatures")], RULE_NAMES) == edition(LAMP)
