"""Works by a part of their title, as `short_titles.toml` has them."""

from pathlib import Path
from typing import Any

import pytest
from tests.annotate.cases import found, parameters

CASES = Path(__file__).with_name("short_titles.toml")


@pytest.mark.parametrize(("path", "case"), parameters(CASES))
def test_case(path: Path, case: dict[str, Any], make_edition: Any, make_authority: Any) -> None:
    assert found("short-titles", path, case, make_edition, make_authority) == case["found"]
