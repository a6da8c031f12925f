import json

import click
import pytest

from consultations.errors import RecordError
from consultations.model.finding import Finding
from consultations.model.source import Locator
from consultations.report import findings_as_data, tell_failure, tell_findings, track

FILES = {"smith-2001": "archive/smith-2001/source.txt", "cole": "archive/cole/transcript.txt"}
FOUND = Finding(
    code="note-without-marker",
    severity="warning",
    what="note 3 has no marker",
    hint="add an erratum",
    place=Locator("smith-2001", 12, 3),
    other=Locator("cole", 1, 1),
    file="archive/smith-2001/errata.toml",
)


def test_a_finding_is_told_as_editors_read_places(capsys: pytest.CaptureFixture[str]) -> None:
    tell_findings([FOUND], FILES)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "archive/smith-2001/source.txt:12:3: warning note-without-marker: note 3 has no marker"
        " (see archive/cole/transcript.txt:1:1)\n"
        "    add an erratum (archive/smith-2001/errata.toml)\n"
    )


def test_a_finding_without_a_place_names_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    tell_findings([Finding("stet-not-needed", "note", "w", "h", file="a/stet.toml")], FILES)
    assert capsys.readouterr().err == "a/stet.toml: note stet-not-needed: w\n    h\n"


def test_findings_are_data_for_a_script() -> None:
    (data,) = json.loads(json.dumps(findings_as_data([FOUND], FILES)))
    assert data["code"] == "note-without-marker"
    assert data["place"] == {"file": "archive/smith-2001/source.txt", "line": 12, "column": 3}
    assert data["other"]["file"] == "archive/cole/transcript.txt"
    assert findings_as_data([Finding("unbalanced", "note", "w", "h")], FILES)[0]["place"] is None


def test_a_failure_is_three_lines(capsys: pytest.CaptureFixture[str]) -> None:
    tell_failure(RecordError("no date", where="archive/a/record.toml:2", remedy="give one"))
    assert capsys.readouterr().err == (
        "no date\n  where: archive/a/record.toml:2\n  to do: give one\n"
    )


@pytest.mark.parametrize("active", ["\x1b[2J", "\u202e", "\r", "\x07", "\u200b"])
def test_no_text_takes_the_terminal_over(active: str, capsys: pytest.CaptureFixture[str]) -> None:
    tell_failure(RecordError(f"said {active}", where="w", remedy="r"))
    tell_findings([Finding("unbalanced", "note", f"said {active}", active)], FILES)
    assert active not in capsys.readouterr().err


def test_progress_is_for_terminals(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(track([1, 2], "Reading")) == [1, 2]
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(track([1, 2], "Reading")) == [1, 2]
    assert list(track(iter("abc"), "Writing", 3)) == ["a", "b", "c"]
    said = capsys.readouterr()
    assert said.out == ""
    assert "Reading" in click.unstyle(said.err)
    assert "2/2" in click.unstyle(said.err)
    assert "3/3" in click.unstyle(said.err)


def test_a_bar_is_not_drawn_at_each_of_many(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert sum(track(range(10_000), "Counting")) == sum(range(10_000))
    assert capsys.readouterr().err.count("Counting") <= 202
