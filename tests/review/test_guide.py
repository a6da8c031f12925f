"""The maintainers' guide is followed to the letter: each command gives what the page says."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from consultations import cli, pipeline

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "project" / "maintaining.md"
_VERSION = re.compile(r"(?<=charset-normalizer )[\d.]+")
_BLOCK = re.compile(r"(?:Into `([^`\n]+)`:\n\n)?```(\w+)\n(.*?)```\n", re.DOTALL)


def followed(text: str, root: Path) -> str:
    """The page with what its commands really give.

    A block of `console` is run, its commands behind `$ `. A block after "Into `file`:" is written
    at the end of that file.
    """

    def done(match: re.Match[str]) -> str:
        file, kind, content = match.groups()
        if file:
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as opened:
                opened.write(content)
        if kind != "console":
            return match[0]
        given = "".join(_given(line, root) for line in content.split("\n") if line.startswith("$ "))
        return f"```console\n{given}```\n"

    return _BLOCK.sub(done, text)


def _given(line: str, root: Path) -> str:
    words = [a or b or c for a, b, c in re.findall(r"\"([^\"]*)\"|'([^']*)'|(\S+)", line[2:])]
    assert words[0] == "consultations"
    if words[1] == "build":
        pipeline.prepare(root)
        return f"{line}\n"
    said = CliRunner().invoke(cli.consultations, words[1:]).output
    return f"{line}\n{said.rstrip()}\n"


def test_every_command_of_the_guide_gives_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "docs").mkdir()
    for page in ("search.md", "about.md", "quote.md", "index.md"):
        (tmp_path / "docs" / page).write_text("# A page\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("# contact:", "contact:")
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    text = GUIDE.read_text(encoding="utf-8")
    assert _VERSION.sub("", followed(text, tmp_path)) == _VERSION.sub("", text)


def test_every_page_on_the_project_is_reached_from_the_list_of_them() -> None:
    folder = ROOT / "docs" / "project"
    reached, waiting = set(), [folder / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for link in re.findall(r"\]\(([\w./-]+\.md)", page.read_text(encoding="utf-8")):
            target = (page.parent / link).resolve()
            if target.is_relative_to(folder):
                waiting.append(target)
    assert set(folder.rglob("*.md")) == reached
