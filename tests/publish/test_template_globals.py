"""What templates know of the archive."""

from pathlib import Path

import pytest

from consultations.errors import DocsError
from consultations.publish.template_globals import _quality


def test_what_nobody_measured_is_not_told(tmp_path: Path) -> None:
    assert not _quality(tmp_path)


@pytest.mark.parametrize("written", ["{", "[" * 100_000, '{"found": nothing}'])
def test_a_measure_that_is_not_json_is_refused_with_its_place(tmp_path: Path, written: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "quality.json").write_text(written)
    with pytest.raises(DocsError, match="not JSON") as refused:
        _quality(tmp_path)
    assert "docs/data/quality.json" in str(refused.value)
