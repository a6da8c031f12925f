"""The table of rules: its order, and a manual page for every rule in it."""

import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest
from tests.manual_pages import faults

from consultations.model.finding import CODES
from consultations.rules import BLOCKS, GLYPHS, LINES, RULES, blocks, glyphs, lines
from consultations.rules.manual import manual
from consultations.rules.rule import Rule

STAGES: list[tuple[ModuleType, tuple[Rule, ...]]] = [
    (glyphs, GLYPHS),
    (lines, LINES),
    (blocks, BLOCKS),
]
ORDER = Path(__file__).parent / "order.txt"
ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs/project/rules.md"
HEADINGS = ["Symptom:", "Cause:", "Remedy:", "Leaves alone:"]


def modules(stage: ModuleType) -> list[ModuleType]:
    """Every module of a stage that holds a rule."""
    names = [found.name for found in pkgutil.walk_packages(stage.__path__, f"{stage.__name__}.")]
    found = [importlib.import_module(name) for name in names]
    return [module for module in found if hasattr(module, "RULE")]


MODULES = [module for stage, _ in STAGES for module in modules(stage)]
every_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)


def test_the_order_is_the_one_that_was_written_down() -> None:
    written = ORDER.read_text(encoding="utf-8").split()
    assert [rule.name for rule in RULES] == written, f"if it is meant, write it to {ORDER} as well"


@pytest.mark.parametrize(("stage", "table"), STAGES, ids=["glyphs", "lines", "blocks"])
def test_every_rule_of_a_stage_is_in_its_table(stage: ModuleType, table: tuple[Rule, ...]) -> None:
    there = {module.RULE.name for module in modules(stage)}
    wrong = there ^ {rule.name for rule in table}
    assert not wrong, f"put them at their place in the table of rules/__init__.py: {wrong}"
    assert len(set(table)) == len(table)


@every_module
def test_a_rule_has_the_name_of_its_module(module: ModuleType) -> None:
    assert module.RULE.name == module.__name__.rpartition(".")[2].replace("_", "-")


def test_no_rule_has_the_name_of_a_finding() -> None:
    # A stet that names a rule keeps it from a place; one that names a finding waives it.
    assert {rule.name for rule in RULES}.isdisjoint(CODES)


@every_module
def test_a_rule_has_a_manual_page(module: ModuleType) -> None:
    assert list(faults(module.__doc__ or "", HEADINGS)) == []


def test_the_manual_is_the_one_that_the_rules_make() -> None:
    again = "make it anew: .venv/bin/python -m consultations.rules.manual > docs/project/rules.md"
    assert MANUAL.read_text(encoding="utf-8") == manual(), again


def test_a_rule_or_a_finding_that_a_document_of_the_project_names_is_there() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/project/**/*.md")])
        for name in re.findall(
            r'^rule = "(.*?)"|\brule `([a-z-]+)`', path.read_text(encoding="utf-8"), re.MULTILINE
        )
        if "".join(name) not in {rule.name for rule in RULES} | CODES
    ]
    assert not wrong, "\n".join(wrong)


def test_every_code_of_a_finding_is_in_use() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("scripts/**/*.py"))
    assert [name for name in sorted(CODES) if code.count(f'"{name}"') < 2] == []
