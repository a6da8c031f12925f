"""The page of an edition: whose words a reader has selected, as they are cited."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import consultations
from consultations.publish.addresses import with_addresses

CLIENT = Path(consultations.__file__).parent / "client"

# Beyond U+FFFF a sign is two units of JavaScript's; a note's number and the list inside an item are
# no words of theirs.
TEXT = "𝔄 she wrote that “ponds are <em>never</em> empty”<a role='doc-noteref'>1</a>, and left."
PLAIN = "𝔄 she wrote that “ponds are never empty”, and left."
VOICES = {
    "p1": [[PLAIN.index("“"), PLAIN.index("”") + 1, "Una Bell"]],
    "p2": [[0, 4, None]],
}
PAGE = with_addresses(f"""<!doctype html><meta charset="utf-8"><title>A page</title>
<meta name="citation_title" content="A Title"><meta name="citation_author" content="Jo Doe">
<meta name="citation_publication_date" content="2011">
<meta property="og:site_name" content="An Archive">
<div class="edition" data-version="edition 3f9a2c1" data-voices="{escape(json.dumps(VOICES))}"
  data-pages='{{"p2": "14–15"}}'>
<p id="p1">{TEXT}</p><ul><li id="p2">Many <ul><li id="p3">ponds</li></ul></li></ul></div>
<script type="module" src="client/page/edition/arrival.js"></script>""")

SELECT = """([id, words]) => {
  const passage = document.getElementById(id);
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const units = [];
  while (walker.nextNode()) {
    const piece = walker.currentNode;
    for (let i = 0; i < piece.length; i += 1) units.push([piece, i, piece.data[i]]);
  }
  const at = units.map(([, , unit]) => unit).join("").indexOf(words);
  const [first, start] = units[at];
  const [last, end] = units[at + words.length - 1];
  getSelection().setBaseAndExtent(first, start, last, end + 1);
}"""


@pytest.fixture
def at(page: Page, tmp_path: Path, serve_folder: Callable[[Path], str]) -> Page:
    (tmp_path / "client").symlink_to(CLIENT)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    page.goto(f"{serve_folder(tmp_path)}/page.html")
    return page


@pytest.mark.parametrize(
    ("passage", "words", "credit"),
    [
        ("p1", "she wrote", "Jo Doe (2011)"),
        ("p1", "ponds are never empty", "Una Bell, quoted in Jo Doe (2011)"),
        ("p1", "“ponds are never empty”", "Una Bell, quoted in Jo Doe (2011)"),
        ("p1", "empty”1, and", "Jo Doe, in part quoting Una Bell (2011)"),
        ("p1", ", and left", "Jo Doe (2011)"),
        ("p2", "Many", "Quoted in Jo Doe (2011)"),
        ("p3", "ponds", "Jo Doe (2011)"),
    ],
)
def test_what_is_selected_is_cited_as_its_speakers(
    at: Page, passage: str, words: str, credit: str
) -> None:
    at.evaluate(SELECT, [passage, words])
    at.get_by_role("button", name="Cite").click()
    reference = at.get_by_role("dialog").locator("section").filter(has_text="Reference")
    place = "Pp. 14–15, passage" if passage == "p2" else "Passage"
    expect(reference.locator("pre")).to_contain_text(f"{credit}. A Title. {place}")
    assert reference.locator("pre").inner_text().startswith(credit)
    expect(reference.locator("pre")).to_contain_text("Transcription, An Archive, edition 3f9a2c1.")
