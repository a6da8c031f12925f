"""Any text comes out of the site's own Python-Markdown as itself, and as nothing more."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.model.annotation import CrossReference, Link, Quotation
from consultations.model.apparatus import Apparatus
from consultations.model.draft import BlockKind
from consultations.model.edition import (
    Edition,
    Footnote,
    Gap,
    NoteReference,
    Passage,
    PassageEmphasis,
    Question,
)
from consultations.model.emendation import Proposal
from consultations.model.entity import Authority
from consultations.model.source import Record, Source
from consultations.pages import markdown_files

Build = Callable[..., dict[str, Any]]

NASTY = [
    "[" * 20_000,
    "![[]()" * 2_000,
    "[a](" * 8_000,
    "`" * 3_000,
    "*a_" * 3_000,
    "<" * 3_000,
    "&lt;" * 3_000,
    "{: onclick=alert(1) #x .y }",
    "x {: onclick=alert(1) }",
    "{.x}",
    "<script>alert(1)</script>",
    "<p>",
    "</p></div></section>",
    "<div markdown>",
    "&lt;b&gt; &amp;amp; &#60; &nope; R&D; AT&T &",
    "# no heading #",
    "a #",
    "1. no list",
    "12345678901. no list",
    "1.",
    "- no list",
    "+ no list",
    "* no list",
    "-",
    "--- ---",
    "- - -",
    "* * *",
    "___",
    "===",
    "> no quotation",
    ": no definition",
    "| a | b |",
    "a|b\\|c\\",
    "|",
    "~~~",
    "```",
    "```a``b`",
    ":::",
    "*[abbr]: x",
    "[^1]: note",
    "[x]: http://example.org/ 'title'",
    "[x] [x][] ![x] ![x][x]",
    '--8<-- "x"',
    "$x$ \\(x\\) $$",
    "<!-- --> ]]> <? ?> <![CDATA[ <!doctype x>",
    "<!--",
    "<?",
    "[TOC]",
    "a\\",
    "\\*_`",
    "**a** __b__ *c* _d_ ***e*** a_b_c __",
    "*a",
    "**",
    "==m== ^^i^^ ~~d~~ {++a++} {--b--} :smile: (c) (tm)",
    "\"quotes\" 'and' -- dashes ... ++ctrl++",
    "http://example.org/a_b_c?d=e&copy=1 <http://x.org> <a@b.org> www.x.org",
    "Wait![1] What!",
    "\u202eright\u202c",
    "<p id='__config' onerror=x>",
    "wzxhzdk:0 klzzwxh:0000 STX",
    "amp quot;",
    "a  b",
]
SIGNS = st.sampled_from([*"[]()!*_`\\{}<>&#+-.:|~=\"' 1a;/^$", "é", "—", "\u202e"])
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))),
    st.lists(SIGNS).map("".join),
    st.lists(st.sampled_from(NASTY[7:])).map(" ".join),
)
ELEMENTS = re.compile(
    "a|blockquote|br|code|d[dlt]|del|details|div|em|h[1-3]|ins|li|[ou]l|p|section|span|strong|summary"
    "|table|tbody|thead|t[dhr]"
)
ATTRIBUTES = re.compile(
    "aria-(label|level)|class|data-(document|kind|marker|voice)|href|id|role|start|value"
)
ADDRESS = re.compile(r"(https?|mailto):|[^:]*(#|\Z)")
KINDS: tuple[BlockKind, ...] = (
    "heading",
    "paragraph",
    "list_item",
    "list_item",
    "list_item",
    "blockquote",
    "blockquote",
    "reference",
    "footnote",
    "footnote",
)


def squeezed(text: str) -> str:
    return " ".join(text.split()) or "x"


@st.composite
def marked(draw: st.DrawFn, text: str) -> dict[str, object]:
    """What may be marked in a text: stretches that overlap as they like, and one place."""
    at = st.integers(0, len(text))
    stretches = st.tuples(at, at).map(sorted)
    return {
        "spans": [
            (*draw(stretches), draw(st.sampled_from(["em", "strong"])))
            for _ in range(draw(st.integers(0, 4)))
        ],
        "link": draw(stretches),
        "call": draw(at),
        "quoted": draw(stretches),
    }


def of_text(text: str, marks: dict[str, Any] | None = None) -> Edition:
    """An edition that says the same in every place that can hold a text."""
    marks = marks or {"spans": [], "link": (0, 0), "call": len(text), "quoted": (0, len(text))}
    record = Record(text, (text,), None, "2011", text, None, text, "en", text, text)
    whole, nothing = ((0, len(text)),), ((1, 1),)
    emphasis = tuple(PassageEmphasis(*span) for span in marks["spans"] if span[0] < span[1])
    passages = [
        Passage(
            f"p{n}",
            kind,
            text,
            whole if n == 1 else nothing,
            level=n % 3 + 1,
            depth=n % 3,
            marker=text,
            emphasis=emphasis,
        )
        for n, kind in enumerate(KINDS)
    ]
    rows = ((text, "", text), (), (text, text), ("", "", text))
    table = Passage("t", "table", " ".join([text] * 5), nothing, rows=rows)
    start, end = marks["link"]
    stretch = (start, end, text[start:end])
    links = [Link(p.id, *stretch, f"http://x/{text}".replace(" ", "")) for p in passages[:4]]
    first, last = marks["quoted"]
    quotations = [Quotation(p.id, first, last, text[first:last], text, "speech") for p in passages]
    source = f"~{text[1:]}\n{text}"
    mended = Proposal(0, 1, text[0], "other", text, "probable")
    outside = Proposal(len(text) + 1, len(source), text * 2, "other", text)
    apparatus = Apparatus().amend(source, [mended, outside], text)
    return Edition(
        source=Source("x", record, "x/source.txt", None, "0" * 64, source),
        passages=(*passages[:8], table, *passages[8:]),
        emendations=apparatus.emendations,
        footnotes=(
            Footnote(text, "p8", NoteReference("p1", marks["call"])),
            Footnote(text, "p9", None),
        ),
        questions=(Question("1", text, "p0", ("p1", "p2", "p5", "t"), "declined"),),
        quotations=tuple(quotations) if first < last else (),
        links=tuple(links) if start < end else (),
        cross_references=(CrossReference("p5", *stretch, "#p1"),) if start < end else (),
        gaps=tuple(Gap(text, after, text) for after in (None, "p1", "p3", "p4", "p5", "t", "p8")),
    )


def requires_itself(built: Build, edition: Edition) -> None:
    """Every passage says its text, and nothing on any page is anything else than the house's."""
    pages = built([edition], Authority())
    for passage in edition.passages:
        found = squeezed(pages["texts/x/index.md"].texts[passage.id])
        assert found == squeezed(passage.text)
    for page in pages.values():
        assert not page.foreign
        for name, about in page.elements:
            assert ELEMENTS.fullmatch(name)
            assert all(map(ATTRIBUTES.fullmatch, about))
            assert ADDRESS.match(about.get("href") or "#")
            if "data-voice" in about:
                assert squeezed(about["data-voice"] or "") == edition.quotations[0].attributed_to


@given(TEXT.map(squeezed))
def test_any_text_is_itself_on_the_page(built: Build, text: str) -> None:
    requires_itself(built, of_text(text))


@given(TEXT.map(squeezed).flatmap(lambda text: st.tuples(st.just(text), marked(text))))
def test_any_text_is_itself_whatever_is_marked_in_it(
    built: Build, text_and_marks: tuple[str, dict[str, Any]]
) -> None:
    requires_itself(built, of_text(*text_and_marks))


@pytest.mark.parametrize("text", NASTY)
def test_markup_of_a_text_is_text(built: Build, text: str) -> None:
    requires_itself(built, of_text(squeezed(text)))


def test_controls_are_made_visible(built: Build) -> None:
    pages = built([of_text("a\x00b\x02c\x03d\x7fe\ud800f")], Authority())
    assert pages["texts/x/index.md"].texts["p1"] == "a␀b␂c␃d␡e\ufffdf"


@pytest.mark.parametrize("text", NASTY[:7], ids=lambda text: text[:6])
def test_what_is_no_prose_costs_python_markdown_nothing(text: str) -> None:
    """An escaped sign costs it time in proportion to the length of the block."""
    page = markdown_files([of_text(text)], Authority())["texts/x/index.md"]
    lines = [line for line in page.split("---\n", 2)[2].splitlines() if not line.startswith("<p")]
    assert all(len(re.findall(r"\\|&", line)) <= 1_000 for line in lines)
