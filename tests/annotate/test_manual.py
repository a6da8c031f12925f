"""Every annotator has a page in the manual, and the manual is the one that they make."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.manual_pages import faults

from consultations.annotate.manual import TRADES, annotators, manual

MANUAL = Path(__file__).parents[2] / "docs/project/annotators.md"
HEADINGS = ["Symptom:", "Found by:", "Leaves alone:"]
MODULES = [module for trade in TRADES for module in annotators(trade).values()]
every_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)


@pytest.mark.parametrize("trade", TRADES, ids=lambda trade: trade.__name__)
def test_every_annotator_of_a_trade_is_in_its_list(trade: ModuleType) -> None:
    assert sorted(trade.PAGES) == sorted(annotators(trade))


@every_module
def test_an_annotator_has_the_name_of_its_module(module: ModuleType) -> None:
    assert module.__name__.rpartition(".")[2].replace("_", "-") == module.RULE


@every_module
def test_an_annotator_has_a_manual_page(module: ModuleType) -> None:
    assert list(faults(module.__doc__ or "", HEADINGS)) == []


def test_the_manual_is_the_one_that_the_annotators_make() -> None:
    again = ".venv/bin/python -m consultations.annotate.manual > docs/project/annotators.md"
    assert MANUAL.read_text(encoding="utf-8") == manual(), f"make it anew: {again}"
