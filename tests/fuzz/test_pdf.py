"""Some damaged PDFs on each run; `python -m tests.fuzz.pdf` makes as many as are asked for."""

from pathlib import Path

from tests.fuzz.pdf import mutants, run, seeds


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    ends, faults = run(mutants(seed=7, runs=60), tmp_path)
    assert not faults
    assert ends["read"] + ends["refused"] + ends["broke off"] == 60


def test_what_is_damaged_is_whole_before(tmp_path: Path) -> None:
    ends, _ = run(iter(seeds()), tmp_path)
    assert ends == {"read": len(seeds())}
