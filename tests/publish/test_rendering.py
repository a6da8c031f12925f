"""What MkDocs made of a page is kept for the next build only as long as it would be the same."""

import logging
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from consultations.publish.rendering import RenderedPages

Pages = dict[str, Page]

FIRST = """# Ferries & boats

To [the timetable](second.md), to [a day of it](second.md#sunday).

## Fares

- a list
"""
SECOND = "# Timetable\n\n## Sunday\n\nNone.\n"
EXTENSIONS = "\n".join(["markdown_extensions:", "  - attr_list", ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "first.md").write_text(FIRST)
    (tmp_path / "docs" / "second.md").write_text(SECOND)
    (tmp_path / "mkdocs.yml").write_text("site_name: Boats\nplugins: []\n")
    return tmp_path


@pytest.fixture
def rendered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[Pages, int]]:
    """Build every page as MkDocs does; the pages by their paths, and how many were rendered."""
    converted: list[str] = []
    convert = markdown.Markdown.convert

    def counted(md: markdown.Markdown, text: str) -> str:
        converted.append(text)
        return convert(md, text)

    monkeypatch.setattr(markdown.Markdown, "convert", counted)

    def build() -> tuple[Pages, int]:
        converted.clear()
        config = load_config(str(folder / "mkdocs.yml"))
        files = get_files(config)
        made = {file.src_uri: Page(None, file, config) for file in files.documentation_pages()}
        render(made, config, files, folder)
        return made, len(converted)

    return build


def render(made: Pages, config: MkDocsConfig, files: Files, folder: Path) -> None:
    pages = RenderedPages(folder / "kept", config, files)
    for page in made.values():
        pages.take_over(page)
        page.read_source(config)
        page.render(config, files)


def told(pages: Pages) -> dict[str, object]:
    """Everything that rendering says of a page."""
    return {
        path: (
            page.content,
            page.title,
            str(page.toc),
            page.present_anchor_ids,
            {file.src_uri: to for file, to in (page.links_to_anchors or {}).items()},
        )
        for path, page in pages.items()
    }


def test_a_page_that_did_not_change_is_not_rendered_again(
    rendered: Callable[[], tuple[Pages, int]],
) -> None:
    first, before = rendered()
    again, after = rendered()
    assert (before, after) == (2, 0)
    assert told(again) == told(first)
    assert first["first.md"].links_to_anchors  # or links to anchors would not be looked at


def test_a_page_that_changed_is(rendered: Callable[[], tuple[Pages, int]], folder: Path) -> None:
    rendered()
    (folder / "docs" / "second.md").write_text(SECOND + "\nAnd *one* more.\n")
    pages, count = rendered()
    assert count == 1
    assert "<em>one</em>" in str(pages["second.md"].content)


@pytest.mark.parametrize(
    "setting", [EXTENSIONS, "use_directory_urls: false\n", "validation:\n  anchors: warn\n"]
)
def test_every_page_is_where_a_setting_changed(
    setting: str, rendered: Callable[[], tuple[Pages, int]], folder: Path
) -> None:
    rendered()
    with (folder / "mkdocs.yml").open("a") as file:
        file.write(setting)
    assert rendered()[1] == 2


def test_a_page_is_where_what_it_leads_to_has_moved(
    rendered: Callable[[], tuple[Pages, int]], folder: Path
) -> None:
    rendered()
    with (folder / "docs" / "second.md").open("r+") as file:
        file.write("---\nslug: x\n---\n\n" + SECOND)
    assert rendered()[1] == 0  # its head is no part of its Markdown, and its address is the same
    (folder / "docs" / "second").mkdir()
    (folder / "docs" / "second.md").rename(folder / "docs" / "second" / "index.md")
    pages, count = rendered()
    assert count == 2
    assert 'href="second.md"' in str(pages["first.md"].content)


def test_a_page_that_mkdocs_warns_of_is_warned_of_each_time(
    rendered: Callable[[], tuple[Pages, int]], folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "docs" / "first.md").write_text("# One\n\n[to nowhere](third.md), [to](/root/)\n")
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.INFO, "mkdocs"):
            rendered()
        assert "third.md" in caplog.text
        assert "/root/" in caplog.text


def test_what_was_kept_and_spoilt_is_made_again(
    rendered: Callable[[], tuple[Pages, int]], folder: Path
) -> None:
    whole, _ = rendered()
    for file in (folder / "kept").iterdir():
        file.write_bytes(file.read_bytes().replace(b"Ferries", b"Berries"))
    again, count = rendered()
    assert count == 1
    assert told(again) == told(whole)


def test_a_page_that_is_no_more_is_forgotten(
    rendered: Callable[[], tuple[Pages, int]], folder: Path
) -> None:
    rendered()
    (folder / "docs" / "second.md").unlink()
    rendered()
    assert len(list((folder / "kept").iterdir())) <= 1
