"""Every case of every rule, and the laws that hold over each: receipts, restraint, and places."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from consultations.model.draft import Block, Draft
from consultations.model.emendation import Kind, Proposal
from consultations.model.source import Record, Source
from consultations.model.text import plain_blanks
from consultations.rules import BLOCKS, RULES, runner
from consultations.rules.revising import revise
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

RECORD = ("title", "authors", "responds_to")
FOUND: dict[str, Callable[[Draft], list[Any]]] = {
    "findings": lambda draft: [finding.code for finding in draft.findings],
    "markers": lambda draft: [
        [marker.label, draft.text[: marker.offset].split()[-1]] for marker in draft.markers
    ],
    "notes_called": lambda draft: [
        [draft.text[: marker.offset].split()[-1], draft.text[marker.note :].split()[0]]
        for marker in draft.markers
    ],
    "emphasis": lambda draft: [[e.kind, draft.text[e.start : e.end]] for e in draft.emphasis],
    "links": lambda draft: [[draft.text[x.start : x.end], x.url] for x in draft.links],
    "certainties": lambda draft: [e.certainty for e in draft.apparatus.emendations],
    "contents": lambda draft: [[e.text, e.page, e.level or 0] for e in draft.contents],
    "losses": lambda draft: [[loss.what, loss.evidence] for loss in draft.losses],
}


@dataclass(frozen=True, eq=False)
class Case:
    rule: str
    label: str
    before: str
    after: str
    record: dict[str, Any]
    """What the document's record says that matters here: title, authors, responds_to."""
    blocks: tuple[dict[str, Any], ...]
    found: dict[str, list[Any]]
    """What else the draft must hold: the codes of its findings, the label of each marker with the
    word before it, that word with the first one of the note that is called there, each stretch of
    emphasis with its kind, each link's words and address, each entry of the contents list with its
    page and level (0 where it is not known), each loss with its evidence."""
    is_laid_out: bool
    """Whether one of our readers made the text, from a saved page for instance: it has no pages."""
    known_failure: bool
    """Whether `expect = "fail"` says that the rule does not do this yet. Once it does, the test
    fails until the entry is taken out, so that a mend is noticed."""

    @property
    def leaves_alone(self) -> bool:
        return self.before == self.after


def read_cases() -> list[Case]:
    found = []
    for path in sorted(HERE.glob("*/**/*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            unknown = entry.keys() - {
                *("label", "from", "before", "after", "comment", "expect", "laid_out"),
                *RECORD,
                *("blocks", *FOUND),
            }
            assert not unknown, f"{path.name}: {sorted(unknown)}"
            assert entry.get("expect", "fail") == "fail", f"{path.name}: {entry['expect']}"
            assert path.stem.replace("_", "-") in PLACE, f"{path.name} is of no rule in the table"
            assert entry["label"], f"{path.name}: a case has no label"
            assert entry["from"], f"{path.name}: {entry['label']} does not say where it was seen"
            found.append(
                Case(
                    rule=path.stem.replace("_", "-"),
                    label=entry["label"],
                    before=entry["before"],
                    after=entry.get("after", entry["before"]),
                    record={key: entry[key] for key in RECORD if key in entry},
                    blocks=tuple(entry.get("blocks", ())),
                    found={key: entry[key] for key in FOUND if key in entry},
                    is_laid_out=entry.get("laid_out", False),
                    known_failure="expect" in entry,
                )
            )
    return found


CASES = read_cases()
every_case = pytest.mark.parametrize("case", CASES, ids=[f"{c.rule}: {c.label}" for c in CASES])
every_outcome = pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{case.rule}: {case.label}",
            marks=[pytest.mark.xfail(strict=True)] if case.known_failure else [],
        )
        for case in CASES
    ],
)


def source(text: str, record: dict[str, Any], *, is_laid_out: bool = False) -> Source:
    known = Record(
        title=record.get("title", "A title that the text does not hold"),
        authors=tuple(record.get("authors", ())),
        organisation=None,
        date="2010",
        type="report",
        responds_to=record.get("responds_to"),
        rights="",
        language="en-GB",
        provenance="",
        converter=None,
    )
    return Source(
        "a-case", known, "a-case/source.txt", None, "0" * 64, text, is_laid_out=is_laid_out
    )


@cache  # four of the laws are about the same draft
def up_to(case: Case, text: str, *, without_last: bool = False) -> Draft:
    """What the table's rules, up to the case's own, make of a text."""
    rules: tuple[Rule, ...] = RULES[: PLACE[case.rule] + (not without_last)]
    return runner.run(source(text, case.record, is_laid_out=case.is_laid_out), rules)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _place(block: Block) -> list[Any] | None:
    """Where a block stands in a table of prose: table, row, column, and what heads its cells."""
    cell = block.cell
    return [cell.table, cell.row, cell.column, list(cell.heads)] if cell else None


@every_outcome
def test_before_becomes_after(case: Case) -> None:
    draft = up_to(case, case.before)
    assert draft.text == case.after
    for expected, block in zip(case.blocks, draft.blocks, strict=False):
        text = draft.read(block)
        found = {"text": text, "cell": _place(block)}
        found |= {key: getattr(block, key) for key in expected if key not in found}
        assert expected == {key: found[key] for key in expected}
    if case.blocks:
        assert len(case.blocks) == len(draft.blocks)
    for key, expected_list in case.found.items():
        assert expected_list == FOUND[key](draft)


@every_case
def test_the_record_replays_and_undoes(case: Case) -> None:
    draft = up_to(case, case.before)
    # But for blanks of other kinds, in whose place a draft has plain ones.
    assert plain_blanks(draft.apparatus.replay(case.before)) == draft.text
    assert plain_blanks(draft.apparatus.undo(draft.text)) == plain_blanks(case.before)


@every_case
def test_a_second_run_changes_nothing(case: Case) -> None:
    draft, rule = up_to(case, case.before), RULES[PLACE[case.rule]]
    again = revise(draft, rule.revise(draft), rule.name)
    assert again.text == draft.text
    # What a block is may be known by marks that are then taken out: there the text is not enough.
    assert rule in BLOCKS or up_to(case, draft.text).text == draft.text


@every_case
def test_places_still_point_home(case: Case) -> None:
    draft = up_to(case, case.before)
    changed = {i for e in draft.apparatus.emendations for i in range(e.start, e.end)}
    source_lines = case.before.split("\n")
    for home in set(range(len(case.before))) - changed:
        there = draft.apparatus.text_offset(home)
        assert draft.apparatus.source_interval(there, there + 1) == (home, home + 1)
        place = draft.locate(there)
        named = sum(len(line) + 1 for line in source_lines[: place.line - 1]) + place.column - 1
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
    file = f"tests/rules/<stage>/<subject>/{rule.name.replace('-', '_')}.toml"
    assert any(not case.leaves_alone or case.blocks for case in mine), f"add one to {file}"
    assert any(case.leaves_alone for case in mine), f"add one without `after` to {file}"
