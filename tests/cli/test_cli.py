"""What the command line says, and with what it exits."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from consultations import cli, pipeline
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the smallest of the archive's documents and its pages."""
    root = tmp_path_factory.mktemp("prepared")
    sources = (ROOT / "archive").glob("*/source.txt")
    smallest = min(sources, key=lambda file: file.stat().st_size).parent
    shutil.copytree(ROOT / "archive" / "authority", root / "archive" / "authority")
    # In one document alone the queries of most themes find nothing.
    (root / "archive" / "authority" / "themes.toml").unlink()
    shutil.copytree(smallest, root / "archive" / smallest.name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "docs").mkdir()
    pipeline.prepare(root)
    return root


@pytest.fixture
def project(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it that a test may spoil, as working folder."""
    root = tmp_path / "project"
    shutil.copytree(prepared, root)
    monkeypatch.chdir(root)
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.consultations, arguments)


def status(*arguments: str, monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    """The exit status of the console script itself."""
    monkeypatch.setattr("sys.argv", ["consultations", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_has_help_with_an_example(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert "Example: consultations " + verb in " ".join(result.output.split())


@pytest.mark.parametrize(("verb", "does"), cli.VERBS.items())
def test_the_list_of_verbs_says_what_each_says_of_itself(verb: str, does: str) -> None:
    command = cli.consultations.get_command(click.Context(cli.consultations), verb)
    assert command is not None
    assert command.get_short_help_str(limit=1_000) == does


def test_every_command_of_the_room_is_a_verb() -> None:
    room = Path(cli.__file__).parent / "verbs"
    commands = {file.stem for file in room.glob("*.py") if "@click.command(" in file.read_text()}
    assert commands == set(cli.VERBS)


def test_a_search_begins_without_what_makes_editions() -> None:
    loaded = loaded_by("search", "--help")
    rooms = {".".join(name.split(".")[:2]) for name in loaded}
    assert "consultations.index" in rooms
    assert not rooms & {f"consultations.{room}" for room in ("rules", "annotate", "pages")}


def test_the_help_begins_without_any_verb() -> None:
    assert not loaded_by("--help") & {f"consultations.cli.verbs.{verb}" for verb in cli.VERBS}


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a command has loaded at its end."""
    ask = f"cli.consultations({list(arguments)}, standalone_mode=False)"
    code = f"import sys; from consultations import cli; {ask}; print(*sys.modules)"
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(made.stdout.splitlines()[-1].split())


@pytest.mark.usefixtures("project")
def test_check_is_content_with_what_the_sources_give() -> None:
    result = run("check")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda page: page.write_text("another", encoding="utf-8"), "page-stale"),
        (lambda page: page.unlink(), "page-missing"),
        (
            lambda page: (page.parent / "more.md").write_text("x", encoding="utf-8"),
            "page-left-over",
        ),
    ],
)
def test_check_finds_pages_that_are_not_what_the_sources_give(
    project: Path,
    spoil: object,
    code: str,
) -> None:
    assert callable(spoil)
    (page,) = (project / "docs" / "texts").glob("*/index.md")
    before = sorted((project / "docs").rglob("*"))
    spoil(page)
    spoilt = sorted((project / "docs").rglob("*"))
    result = run("check", "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["findings"]
    (finding,) = [one for one in found if one["severity"] != "note"]
    assert finding["code"] == code
    assert finding["file"].startswith("docs/texts/")
    assert sorted((project / "docs").rglob("*")) == spoilt, "check changes nothing"
    pipeline.prepare(project)
    assert sorted((project / "docs").rglob("*")) == before, "a build mends it"


def test_explain_shows_a_change_with_its_rule_and_reason(project: Path) -> None:
    (edition,) = pipeline.read(find_project(project)).editions
    emendation = next(e for e in edition.emendations if e.before.strip() and "\n" not in e.before)
    line = edition.source.locate(emendation.start).line
    result = run("explain", edition.id, "--line", str(line))
    assert result.exit_code == 0
    assert emendation.rule in result.output
    assert emendation.reason in result.output
    passage = edition.passages[0]
    assert passage.text in run("explain", edition.id, "--passage", passage.id).output


def test_explain_shows_what_was_found_in_a_passage_and_by_which_annotator(project: Path) -> None:
    (edition,) = pipeline.read(find_project(project)).editions
    mention = edition.mentions[0]
    told = run("explain", edition.id, "--passage", mention.passage).output.splitlines()
    assert f"found    {mention.text!r} -> {mention.entity} [{mention.rule}]" in told
    quotation = next(q for q in edition.quotations if q.attributed_to is None)
    told = run("explain", edition.id, "--passage", quotation.passage).output.splitlines()
    nobody = f"nobody is named ({quotation.kind}) [{quotation.rule}]"
    assert f"found    {quotation.text!r} -> {nobody}" in told


def test_explain_turns_no_terminal_with_a_title(project: Path) -> None:
    record = next((project / "archive").glob("*/record.toml"))
    title = re.compile(r'^title = "', re.MULTILINE)
    record.write_text(title.sub('title = "Of \u202eslamp: ', record.read_text("utf-8")), "utf-8")
    told = run("explain", record.parent.name).output
    assert "\u202e" not in told
    assert r"Of \u202eslamp: " in told


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["nonsense"], 2),
        (["explain"], 2),
        (["explain", "not-there"], 4),
    ],
)
@pytest.mark.usefixtures("project")
def test_the_console_script_exits_with_the_status_of_the_failure(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    expected: int,
) -> None:
    assert status(*arguments, monkeypatch=monkeypatch) == expected
    assert "Traceback" not in capsys.readouterr().err


def test_outside_a_project_the_remedy_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert status("check", monkeypatch=monkeypatch) == 12
    assert "mkdocs.yml" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_ended_takes_away_what_is_half_made(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = getattr(signal, name)
    half = tmp_path / "half"

    @click.command()
    def stopped() -> None:
        half.touch()
        try:
            os.kill(os.getpid(), number)
            signal.pause()
        finally:
            half.unlink()

    before = signal.signal(number, signal.SIG_DFL)
    monkeypatch.setattr(cli, "consultations", stopped)
    try:
        assert status(monkeypatch=monkeypatch) == 128 + number
    finally:
        signal.signal(number, before)
    assert not half.exists()
    assert "Traceback" not in capsys.readouterr().err


def test_a_stdout_that_takes_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(cli, "consultations", full)
    assert status(monkeypatch=monkeypatch) == 10
    assert "what is printed cannot be written" in capsys.readouterr().err
