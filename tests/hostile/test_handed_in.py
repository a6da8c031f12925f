"""Every file that a person hands in is held to its form: refused in three lines, with its place."""

import json
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from consultations import cli
from consultations.errors import ConsultationsError, DocsError, OutputError, SourceError
from consultations.intake.validation import files
from consultations.publish.site import build_site
from consultations.settings import find_project

if TYPE_CHECKING:
    from tests.hostile.conftest import Project

CASES = tomllib.loads(Path(__file__).with_name("handed_in.toml").read_text("utf-8"))["case"]


def grown(text: str) -> str:
    """The text of a case, with what stands for many written out."""
    return re.sub(r"\{(.+?)\*(\d+)\}", lambda match: match[1] * int(match[2]), text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['row']} {case['label']}")
def test_a_file_that_is_not_of_its_form_is_refused(
    project: "Project", case: dict[str, Any]
) -> None:
    for file in case.get("files") or [case["file"]]:
        if "link" in case:
            project.link(file, case["link"])
        else:
            project.put(file, grown(case["text"]).encode(case.get("encoding", "utf-8")))
    with pytest.raises(ConsultationsError) as refused:
        build_site(find_project(project.root), project.root / "site")
    told = str(refused.value)
    for said in case["says"]:
        assert said in told
    assert [line.split(":")[0].strip() for line in told.split("\n")[1:]] == ["where", "to do"]
    assert not (project.root / "site").exists()


def test_the_project_that_is_spoilt_is_right_before(project: "Project") -> None:
    build_site(find_project(project.root), project.root / "site")
    assert (project.root / "site" / "texts" / "a-meeting" / "index.html").is_file()


def test_an_archive_that_is_a_link_is_refused(project: "Project") -> None:
    (project.root / "archive").rename(project.root / "elsewhere")
    project.root.joinpath("archive").symlink_to("elsewhere")
    with pytest.raises(ConsultationsError, match="a symbolic link is not followed") as refused:
        build_site(find_project(project.root), project.root / "site")
    assert refused.value.where == "archive"


def test_a_page_that_is_not_there_is_told_in_three_lines(project: "Project") -> None:
    settings = project.root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("about.md", "abuot.md")
    settings.write_text(text, "utf-8")
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "abuot.md" in words)
    with pytest.raises(
        ConsultationsError, match=r"`abuot\.md` \(did you mean `about\.md`"
    ) as refused:
        build_site(find_project(project.root), project.root / "site")
    assert refused.value.where == f"mkdocs.yml:{line}"
    assert "take the line out" in refused.value.remedy


def test_a_link_in_the_place_of_the_site_is_refused(project: "Project", tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    project.link("site", str(outside))
    with pytest.raises(OutputError, match="a link where the site's folder"):
        build_site(find_project(project.root), project.root / "site")
    assert (project.root / "site").readlink() == outside
    assert not list(outside.iterdir())


def test_a_site_that_could_not_be_removed_is_refused(
    project: "Project", monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = project.put("site/data/catalogue.json", "{}").parent
    # Permissions bind no superuser, who may run this test.
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != locked)
    with pytest.raises(OutputError, match="read-only") as refused:
        build_site(find_project(project.root), project.root / "site")
    assert refused.value.where == str(locked)
    assert [path.name for path in project.root.glob("*site*")] == ["site"]


@pytest.mark.parametrize("inside", ["docs/site", "archive/site", ".cache/site"])
def test_a_site_that_would_stand_in_what_it_is_made_from_is_refused(
    project: "Project", inside: str
) -> None:
    with pytest.raises(OutputError, match="which it is made from"):
        build_site(find_project(project.root), project.root / inside)
    assert not (project.root / inside).exists()


@pytest.mark.parametrize(
    "deep",
    [
        pytest.param("\n".join(f"{'    ' * depth}- a" for depth in range(300)), id="lists"),
        pytest.param("a\n: b\n" * 1200, id="definitions"),
        pytest.param("\n".join(f"{'    ' * depth}1. a" for depth in range(300)), id="numbers"),
    ],
)
def test_a_page_that_is_too_deep_to_be_read_is_told(project: "Project", deep: str) -> None:
    project.put("docs/about.md", f"# About\n\n{deep}\n")
    with pytest.raises(ConsultationsError, match="deeper than can be read") as refused:
        build_site(find_project(project.root), project.root / "site")
    assert refused.value.where == "docs/about.md"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("docs/about.md", "a\n: b\n" * 1200, id="a page that is too deep"),
        pytest.param("docs/about.md", "<script>a()</script>\n", id="a page that runs something"),
        pytest.param("docs/data/quality.json", "[", id="figures that are none"),
        pytest.param("archive/a-meeting/stet.toml", "[", id="a table that is none"),
    ],
)
def test_mkdocs_by_itself_tells_it_as_a_failure_of_its_own(
    project: "Project", file: str, text: str
) -> None:
    """Whoever runs `mkdocs build` would be shown a traceback for an error that it does not know."""
    project.put(file, text)
    config = load_config(str(project.root / "mkdocs.yml"))
    with pytest.raises(Abort) as aborted:
        build(config)
    lines = str(aborted.value).split("\n")
    assert [line.split(":")[0].strip() for line in lines[1:]] == ["where", "to do"]
    assert file in lines[1]


@pytest.mark.parametrize(
    "text", ["<!-- a -->\n", "---\n", "> \n", "![](x)\n", "| |\n|-|\n", "** **\n"]
)
def test_a_text_of_markup_alone_is_refused(project: "Project", text: str) -> None:
    """Nothing would be left of it to publish."""
    project.document("a-meeting", text)
    with pytest.raises(ConsultationsError, match="no words in it") as refused:
        build_site(find_project(project.root), project.root / "site")
    assert refused.value.where == "archive/a-meeting/source.md"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda file: file.symlink_to("/etc/hosts")])
def test_what_takes_a_files_place_while_it_is_looked_at_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    file = tmp_path / "archive" / "record.toml"
    file.parent.mkdir()
    monkeypatch.setattr(files, "require_file", lambda *_: make(file))
    with pytest.raises(SourceError, match="it cannot be read"):
        files.read_bytes(file.parent, file, 1_000, SourceError)
    monkeypatch.setattr(files, "require_file", lambda *_: None)
    with pytest.raises(SourceError, match="it cannot be read"):
        files.digest(file.parent, file, SourceError)


@pytest.mark.parametrize(
    ("page", "line", "said"),
    [
        ("# Lamps\n\n<script>document.title = 1</script>\n", 3, "an element `script`"),
        ("---\ntitle: Lamps\n---\n\n[a](javascript:alert(1))\n", 5, "`javascript:alert(1)`"),
        ("# Lamps\n\n{1*1500}\n{[*1500}\n", None, "signs of Markdown without an empty line"),
        ("---\ntemplate: lamps.html\n---\n# Lamps\n", None, "`template` is none of this site's"),
    ],
)
def test_what_a_build_refuses_of_a_page_is_told_by_check(
    project: "Project", monkeypatch: pytest.MonkeyPatch, page: str, line: int | None, said: str
) -> None:
    project.put("docs/index.md", grown(page).encode())
    monkeypatch.chdir(project.root)
    done = CliRunner().invoke(cli.consultations, ["check", "--json"])
    assert done.exit_code == DocsError.exit_status
    (told,) = json.loads(done.stdout)["findings"]
    assert (told["file"], told["line"]) == ("docs/index.md", line)
    assert said in told["what"]


@pytest.mark.parametrize(
    "page", ["# Lamps\n\n`<script>`\n\n    <script>\n", "\ufeff---\ntitle: A <b>\n---\n# Lamps\n"]
)
def test_what_a_build_takes_of_a_page_is_not_told_by_check(
    project: "Project", monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    project.put("docs/index.md", page.encode())
    project.put("docs/.draft.md", b"<script>")
    build_site(find_project(project.root), project.root / "site")
    monkeypatch.chdir(project.root)
    done = CliRunner().invoke(cli.consultations, ["check", "--json"])
    assert "docs/" not in "".join(told["file"] for told in json.loads(done.stdout)["findings"])
