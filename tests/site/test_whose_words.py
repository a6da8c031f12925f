"""Words of each voice, cited from page, search, check and command line: the same everywhere."""

import json
from collections.abc import Callable, Iterator
from contextlib import chdir
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote as escaped

import pytest
from click.testing import CliRunner
from playwright.sync_api import Locator, Page

from consultations import cli
from consultations.cli.citation import CITED_IN
from consultations.data import quotation as between_marks
from consultations.model.voices import OWN

SELECT = """([id, start, end]) => {
  const signs = (text, n) => Array.from(text).slice(0, n).join("").length;
  const passage = document.getElementById(id);
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".permalink, [role=doc-noteref]")
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const range = document.createRange();
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = Array.from(node.data).length;
    if (start >= at && start < at + length) range.setStart(node, signs(node.data, start - at));
    if (end > at && end <= at + length) range.setEnd(node, signs(node.data, end - at));
    at += length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


class Quoted(NamedTuple):
    edition: str
    passage: str
    start: int
    end: int
    words: str
    who: str | None


def _plain(words: str) -> bool:
    """Whether a query and a selection have these words as they are printed."""
    return 5 <= len(words.split()) <= 25 and not set(words) & set('"“”…[]()*?~\n')


def _quoted(site: Path) -> Iterator[Quoted]:
    for file in sorted((site / "data/editions").glob("*.json")):
        edition = json.loads(file.read_text("utf-8"))
        kinds = {p["id"]: p["kind"] for p in edition["passages"]}
        for one in edition["quotations"]:
            if one["kind"] != "term" and kinds[one["passage"]] == "paragraph":
                place = one["passage"], one["start"], one["end"]
                yield Quoted(file.stem, *place, one["text"], one["attributed_to"])


def _own(site: Path) -> Quoted:
    """A paragraph in which nobody is quoted."""
    for file in sorted((site / "data/editions").glob("*.json")):
        edition = json.loads(file.read_text("utf-8"))
        quoting = {one["passage"] for one in edition["quotations"]}
        for passage in edition["passages"]:
            words = passage["text"].rstrip(".,:;!?")
            if passage["kind"] == "paragraph" and passage["id"] not in quoting and _plain(words):
                return Quoted(file.stem, passage["id"], 0, len(words), words, OWN)
    raise AssertionError("no paragraph is short enough")


@pytest.fixture(scope="module")
def chosen(site: Path) -> list[Quoted]:
    """Words of the document, of somebody named, of somebody described, of somebody not known."""
    found: dict[str, Quoted] = {}
    for one in _quoted(site):
        sort = "unknown" if one.who is None else "named" if one.who[0].isupper() else "described"
        if _plain(one.words):
            found.setdefault(sort, one)
    assert {"unknown", "named", "described"} <= found.keys()
    return [_own(site), *found.values()]


@pytest.fixture(scope="module")
def by_command(site: Path) -> Callable[..., str]:
    @cache
    def cite(one: Quoted, words: str, style: str) -> str:
        said = ["cite", one.edition, "--passage", one.passage, "--words", words, "--style", style]
        with chdir(site.parent):
            made = CliRunner().invoke(cli.consultations, said)
        assert made.exit_code == 0, made.output
        return made.stdout.replace("\r\n", "\n").rstrip("\n")

    return cite


def _forms(page: Page, scope: Locator | Page) -> dict[str, str]:
    """What the panel offers, by the names that it shows."""
    scope.get_by_role("button", name="Cite", exact=True).first.click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("heading", name="CSL-JSON").wait_for()  # the styles come from the site, later
    sections = panel.locator("section").all()
    told = {
        one.get_by_role("heading").inner_text(): one.locator("pre").inner_text() for one in sections
    }
    page.keyboard.press("Escape")
    return told


def _from_page(page: Page, base: str, one: Quoted) -> dict[str, str]:
    page.goto(f"{base}/texts/{one.edition}/")
    page.evaluate(SELECT, [one.passage, one.start, one.end])
    return _forms(page, page)


def _from_search(page: Page, base: str, one: Quoted) -> dict[str, str]:
    query = f'"{one.words}" in:{one.edition}'
    page.goto(f"{base}/search/#q={escaped(query)}")
    return _forms(page, page.locator(f"li[data-passage={one.passage}]"))


def _from_check(page: Page, base: str, one: Quoted) -> dict[str, str]:
    page.goto(f"{base}/quote/#q={escaped(one.words)}")
    return _forms(page, page.locator(f"li[data-passage={one.passage}]").first)


WAYS: dict[str, Any] = {"page": _from_page, "search": _from_search, "check": _from_check}


@pytest.mark.parametrize("way", WAYS)
def test_every_place_says_what_the_command_line_says_in_every_style(
    way: str,
    page: Page,
    base: str,
    site: Path,
    chosen: list[Quoted],
    by_command: Callable[..., str],
) -> None:
    for one in chosen:
        forms = _credited(WAYS[way](page, base, one), base)
        words = one.words
        if way == "search":  # which shows whole sentences
            words = _shown(page, one)
        kept = json.loads((site / f"data/citations/{one.edition}.json").read_text("utf-8"))
        names = {style: form["name"] for style, form in kept.items()}
        names |= {"plain": "Quotation", "markdown": "Markdown"}
        assert names.keys() == set(CITED_IN)
        for style, name in names.items():
            assert forms[name] == by_command(one, words, style), (one, style)
        assert forms.keys() == {*names.values(), "Reference"}


@pytest.mark.parametrize("way", ["page", "check"])
def test_whoever_is_quoted_stands_before_the_document(
    way: str, page: Page, base: str, chosen: list[Quoted], by_command: Callable[..., str]
) -> None:
    for one in chosen[1:]:
        forms = WAYS[way](page, base, one)
        said = f"{one.who}, quoted in " if one.who else "Quoted in "
        assert forms["Quotation"].startswith(f"{between_marks(one.words)} {said}")
        note = f"Words of {one.who or 'somebody'}"
        assert note in forms["BibTeX"].replace("\\", "")
        assert f"N1  - {note}" in forms["RIS"]
        harvard = by_command(one, one.words, "harvard")
        assert harvard.startswith(f"{between_marks(one.words)} {said}")


def _credited(forms: dict[str, str], base: str) -> dict[str, str]:
    """The forms with addresses as the command line has them, where no site_url is set."""
    return {name: words.replace(f"{base}/", "") for name, words in forms.items()}


def _shown(page: Page, one: Quoted) -> str:
    """The excerpt of a hit, without the ellipses around it."""
    text = page.locator(f"li[data-passage={one.passage}] .excerpt").inner_text()
    return text.removeprefix("… ").removesuffix(" …")
