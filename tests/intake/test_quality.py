"""What was measured of the editions, as a file under docs/ says it."""

from pathlib import Path

import pytest

from consultations.errors import DocsError
from consultations.intake import read_quality


def test_what_nobody_measured_is_not_told(tmp_path: Path) -> None:
    assert not read_quality(tmp_path)


@pytest.mark.parametrize("written", ["{", "[" * 100_000, '{"found": nothing}'])
def test_a_measure_that_is_not_json_is_refused_with_its_place(tmp_path: Path, written: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "quality.json").write_text(written, "utf-8")
    with pytest.raises(DocsError, match="no JSON") as refused:
        read_quality(tmp_path)
    assert "docs/data/quality.json" in str(refused.value)
