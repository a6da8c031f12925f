"""Any text comes out of the site's own Python-Markdown as itself, and as nothing more."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from consultations.model.draft import BlockKind
from consultations.model.edition import Edition, Footnote, Gap, Passage
from consultations.model.entity import Authority
from consultations.model.source import Record, Source
from consultations.pages import markdown_files

ROOT = Path(__file__).parents[2]
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1)
OURS = re.compile(
    "a|bdi|blockquote|cite|code|del|div|em|h[1-3]|header|ins|li|ol|p|section|span|sup"
    "|table|tbody|td|th|thead|time|tr|ul"
)
ATTRIBUTES = re.compile(
    "aria-label|class|data-edition|data-marker|datetime|href|id|lang|role|scope|translate"
)
NASTY = [
    "[" * 300,
    "{: onclick=alert(1) #x .y }",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp;amp; &#60; &nope;",
    "![[]()" * 50,
    "# no heading",
    "1. no list",
    "- no list",
    "> no quotation",
    "    no code",
    "| a | b |",
    "~~~",
    "```",
    ":::",
    "*[abbr]: x",
    "[^1]: note",
    '--8<-- "x"',
    "$x$ \\(x\\)",
    "<!-- --> ]]> <? ?>",
    "</div></article>",
    "---",
    "[TOC]",
    "[a]: http://x",
    "a  \nb",
    "\u202eright\u202c",
    "<p id='__config' onerror=x>",
    "wzxhzdk:0 klzzwxh:0000",
    "\\*_`",
]


@pytest.fixture(scope="module")
def site_markdown() -> Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


class Reader(HTMLParser):
    """Reads a page back: the text of every passage, and whatever stands in it that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.foreign: list[str] = []
        self._open: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        self.foreign += [tag] * (not OURS.fullmatch(tag))
        self.foreign += [name for name in given_ if not ATTRIBUTES.fullmatch(name)]
        id_ = given_.get("id")
        self._open.append(id_)
        if id_ and ":" not in id_:
            self.texts[id_] = ""

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in self.texts:
            self.texts[self._open[-1]] += data

    def handle_comment(self, data: str) -> None:
        self.foreign.append(data)

    def handle_decl(self, decl: str) -> None:
        self.foreign.append(decl)

    def handle_pi(self, data: str) -> None:
        self.foreign.append(data)


def of_text(text: str) -> Edition:
    """An edition that says the same in every place that can hold a text."""
    text = " ".join(text.split()) or "x"
    record = Record(text, (text,), None, "2011", text, None, text, "en", text, text)
    kinds: tuple[BlockKind, ...] = (
        "heading",
        "paragraph",
        "list_item",
        "blockquote",
        "reference",
        "footnote",
    )
    passages = [
        Passage(f"p{n}", kind, text, ((0, len(text)),), level=1, marker="1")
        for n, kind in enumerate(kinds)
    ]
    table = Passage("t", "table", f"{text} {text}", ((0, len(text)),), rows=((text,), (text,)))
    return Edition(
        source=Source("x", record, "x/source.txt", None, "0" * 64, text),
        passages=(*passages[:-1], table, passages[-1]),
        emendations=(),
        footnotes=(Footnote(text, "p5", None),),
        gaps=(Gap(text, "p1", text),),
    )


def read(site_markdown: Markdown, edition: Edition) -> Reader:
    page = markdown_files([edition], Authority())["texts/x/index.md"]
    reader = Reader()
    reader.feed(site_markdown.reset().convert(page.split("---\n", 2)[2]))
    reader.close()
    return reader


@given(TEXT)
def test_any_text_is_itself_on_the_page(site_markdown: Markdown, text: str) -> None:
    reader = read(site_markdown, of_text(text))
    for id_ in ("p0", "p1", "p2", "p3", "p4", "p5"):
        assert reader.texts[id_].strip() == (" ".join(text.split()) or "x")
    assert not reader.foreign


@pytest.mark.parametrize("text", NASTY)
def test_markup_of_a_text_is_text(site_markdown: Markdown, text: str) -> None:
    reader = read(site_markdown, of_text(text))
    assert reader.texts["p1"] == " ".join(text.split())
    assert not reader.foreign


def test_controls_are_made_visible(site_markdown: Markdown) -> None:
    reader = read(site_markdown, of_text("a\x00b\x02c\x03d\x7fe\ud800f"))
    assert reader.texts["p1"] == "a␀b␂c␃d␡e\ufffdf"


def test_a_page_is_one_block_that_markdown_passes_through(site_markdown: Markdown) -> None:
    """Which is why a page takes time in proportion to its length, whatever stands in it."""
    read(site_markdown, of_text("[" * 100))
    assert site_markdown.htmlStash.html_counter == 1
