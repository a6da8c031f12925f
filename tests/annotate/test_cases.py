"""Every annotator has cases, at least one of them of a text that it leaves alone."""

from pathlib import Path
from typing import Any

import pytest
from tests.annotate.cases import found, load, parameters

from consultations.annotate.manual import TRADES, annotators

FILES = {
    rule: Path(__file__).parent
    / module.__name__.split(".")[2]
    / f"{module.__name__.rpartition('.')[2]}.toml"
    for trade in TRADES
    for rule, module in annotators(trade).items()
}
RULES = {path: rule for rule, path in FILES.items()}


@pytest.mark.parametrize("rule", FILES)
def test_an_annotator_has_cases(rule: str) -> None:
    cases = load(FILES[rule])["case"]
    labels = [case["label"] for case in cases]
    assert len(set(labels)) == len(labels)
    assert any(case["found"] for case in cases)
    assert any(not case["found"] for case in cases), "no case of what it leaves alone"


@pytest.mark.parametrize(
    ("path", "case"), [case for path in RULES for case in parameters(path) if path.is_file()]
)
def test_case(path: Path, case: dict[str, Any], make_edition: Any, make_authority: Any) -> None:
    assert found(RULES[path], path, case, make_edition, make_authority) == case["found"]
