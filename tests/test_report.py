import sys

import click
import pytest

from consultations.errors import RecordError, Refusals
from consultations.report import tell_failure, track


def test_a_failure_is_three_lines(capsys: pytest.CaptureFixture[str]) -> None:
    tell_failure(RecordError("no date", where="archive/a/record.toml:2", remedy="give one"))
    assert capsys.readouterr().err == (
        "no date\n  where: archive/a/record.toml:2\n  to do: give one\n"
    )


def test_files_that_are_refused_together_are_told_together() -> None:
    told = Refusals()
    for number in (1, 2, 1, *range(3, 61)):
        told.note(RecordError("no date", where=f"archive/a/record.toml:{number}", remedy="give"))
    said = str(told.together()).split("\n")
    assert len(said) == 50 * 3 + 1
    assert said[4].endswith("record.toml:2")
    assert said[-1] == "and 10 more"


@pytest.mark.parametrize("active", ["\x1b[2J", "\u202e", "\r", "\x07", "\u200b"])
def test_no_text_takes_the_terminal_over(active: str, capsys: pytest.CaptureFixture[str]) -> None:
    tell_failure(RecordError(f"said {active}", where="w", remedy="r"))
    assert active not in capsys.readouterr().err


def test_progress_is_for_terminals(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(track([1, 2], "Reading")) == [1, 2]
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(track([1, 2], "Reading")) == [1, 2]
    assert list(track(iter("abc"), "Writing", 3)) == ["a", "b", "c"]
    assert list(track([], "Waiting")) == []
    said = capsys.readouterr()
    assert said.out == ""
    assert "Reading" in click.unstyle(said.err)
    assert "2/2" in click.unstyle(said.err)
    assert "3/3" in click.unstyle(said.err)
    assert "Waiting" not in said.err, "no bar of nothing"


def test_a_bar_is_not_drawn_at_each_of_many(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert sum(track(range(10_000), "Counting")) == sum(range(10_000))
    assert capsys.readouterr().err.count("Counting") <= 202


def test_what_is_worked_through_is_so_where_stderr_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert list(track([1, 2], "Reading")) == [1, 2]
