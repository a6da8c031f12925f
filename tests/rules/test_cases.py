"""Every case of every rule, and the laws that hold over each: receipts, restraint, and places."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from consultations.model.draft import Draft
from consultations.model.emendation import Kind, Proposal
from consultations.model.source import Record, Source
from consultations.model.text import lines, squeeze
from consultations.rules import RULES, runner
from consultations.rules.rule import Rule

HERE = Path(__file__).parent
PLACE = {rule.name: place for place, rule in enumerate(RULES)}

# What a page, a site or a markup added is no word of the author's: it may go, letters and all.
NOT_THE_AUTHORS: set[Kind] = {
    "contents-list",
    "continuation-marker",
    "download-link",
    "footnote-marker",
    "list-glyph",
    "markup",
    "navigation",
    "numbering",
    "rule",
    "running-header",
}


@dataclass(frozen=True)
class Case:
    file: str
    rule: str
    label: str
    origin: str
    before: str
    after: str
    title: str
    blocks: tuple[dict[str, Any], ...]
    findings: tuple[str, ...] | None

    @property
    def leaves_alone(self) -> bool:
        return self.before == self.after


def read_cases() -> list[Case]:
    found = []
    for path in sorted(HERE.glob("*/*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            unknown = entry.keys() - {
                *("label", "from", "before", "after", "comment"),
                *("title", "blocks", "findings"),
            }
            assert not unknown, f"{path.name}: {sorted(unknown)}"
            found.append(
                Case(
                    file=path.relative_to(HERE).as_posix(),
                    rule=path.stem.replace("_", "-"),
                    label=entry["label"],
                    origin=entry["from"],
                    before=entry["before"],
                    after=entry.get("after", entry["before"]),
                    title=entry.get("title", "A title that the text does not hold"),
                    blocks=tuple(entry.get("blocks", ())),
                    findings=tuple(entry["findings"]) if "findings" in entry else None,
                )
            )
    return found


CASES = read_cases()
every_case = pytest.mark.parametrize("case", CASES, ids=[f"{c.rule}: {c.label}" for c in CASES])


def source(text: str, title: str) -> Source:
    record = Record(title, (), None, "2010", "report", None, "", "en-GB", "", None)
    return Source("a-case", record, "a-case/source.txt", None, "0" * 64, text)


def up_to(case: Case, text: str, *, without_last: bool = False) -> Draft:
    """What the table's rules, up to the case's own, make of a text."""
    rules: tuple[Rule, ...] = RULES[: PLACE[case.rule] + (not without_last)]
    return runner.run(source(text, case.title), rules)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@every_case
def test_a_case_says_where_it_was_seen(case: Case) -> None:
    assert case.rule in PLACE, f"{case.file} is of no rule in the table"
    assert case.label
    assert case.origin


@every_case
def test_before_becomes_after(case: Case) -> None:
    draft = up_to(case, case.before)
    assert draft.text == case.after
    for expected, block in zip(case.blocks, draft.blocks, strict=False):
        text = squeeze(" ".join(draft.text[start:end] for start, end in block.spans))
        found = {"text": text, **{key: getattr(block, key) for key in expected if key != "text"}}
        assert expected == {key: found[key] for key in expected}
    if case.blocks:
        assert len(case.blocks) == len(draft.blocks)
    if case.findings is not None:
        assert case.findings == tuple(finding.code for finding in draft.findings)


@every_case
def test_the_record_replays_and_undoes(case: Case) -> None:
    draft = up_to(case, case.before)
    assert draft.apparatus.replay(case.before) == draft.text
    assert draft.apparatus.undo(draft.text) == case.before


@every_case
def test_a_second_run_changes_nothing(case: Case) -> None:
    after = up_to(case, case.before).text
    assert up_to(case, after).text == after


@every_case
def test_places_still_point_home(case: Case) -> None:
    draft = up_to(case, case.before)
    changed = {i for e in draft.apparatus.emendations for i in range(e.start, e.end)}
    source_lines = lines(case.before)
    for home in set(range(len(case.before))) - changed:
        there = draft.apparatus.text_offset(home)
        assert draft.apparatus.source_interval(there, there + 1) == (home, home + 1)
        place = draft.locate(there)
        named = source_lines[place.line - 1].start + place.column - 1
        assert named == home or set(range(named, home)) <= changed


@every_case
def test_letters_are_kept_unless_the_rule_says_otherwise(case: Case) -> None:
    rule = RULES[PLACE[case.rule]]
    draft = up_to(case, case.before, without_last=True)

    def keeps(p: Proposal) -> bool:
        taken_out = not p.after.strip() and p.kind in NOT_THE_AUTHORS
        return taken_out or letters(draft.text[p.start : p.end]) == letters(p.after)

    lost = [p for p in rule.revise(draft).proposals if not keeps(p)]
    assert rule.changes_letters or not lost


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_case_that_it_mends_and_one_that_it_leaves_alone(rule: Rule) -> None:
    mine = [case for case in CASES if case.rule == rule.name]
    assert any(not case.leaves_alone or case.blocks for case in mine)
    assert any(case.leaves_alone for case in mine)
