"""Any text at all becomes a faithful edition: nothing crashes, nothing goes without a receipt."""

import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from consultations.edition.assemble import assemble
from consultations.edition.faithful import faults
from consultations.model.source import Record, Source
from consultations.rules import emend

MARKS = [
    *(
        "# ",
        "## ",
        "###### x",
        " ##",
        "- ",
        " - ",
        "  - ",
        "• ",
        "- · ",
        "-\n",
        "1. ",
        "(b) ",
        "iv) ",
    ),
    *("> ", ">> ", "|", "| --- |", "|:-:|", "\t", "**", "*", "***", "<u>", "</u>", "<i>", "</b>"),
    *("¹", "²", "<sup>1</sup>", "<sup>", "1 ", "10 ", "(footnote continued)", "[note contd.]"),
    *("\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "\x85", "\v", " ", "  ", "  \n", "\u00a0"),
    *("\ufeff", "\u00ad", "\u200b", "\x00", "\ufb01", "\u0301", "\u202e", "\ud800"),
    *("ì", "î", "ë", "í", "â€™", "&amp;", "&sect;ion", "§ion", "http://", "www.a.org/b", " c-d"),
    *("http://a.b/c?d=1&e", "a@b.org", "recov-", "user- led", "1 st", "the the", "Title of it"),
    *("[words](", "](http://a.b)", "![x](y)", "`", "```\n", "<br>", "<!--", "-->", "&nbsp;"),
    *("(", ")", "[", "]", "“", "”", '"', "'", "‘", "’", ".", "?", ":", ";", ",", "–", "/", "…"),
    *("---", "===\n", "***\n", "Contents\n", "A\t1\nB\t2\nC\t3\n", "Page 1 of 2", "\n3\n", "\n4\n"),
    *("[^1]", "[^1]: ", "[a][b]", "[b]: c.html\n", '<a href="x">', "</a>", "<img src=x>", "~~~\n"),
    *("1 See ", "word.1 ", "Response: ", "Mr A: ", "__", "_", "x²", "Table 1", "1. A\n\nB\n\n"),
    *("See ", "the ", "and", "Word ", "words ", "CAPITALS ", "Q1 ", "Is it?", "Ends here. "),
    *("Top of page\n", "Skip to content", "Download (PDF, 2 MB)", "the diagram below", "see"),
]
"""The marks that rules know, and what stands near them; in any order they must do no harm."""

TEXTS = [
    case["before"].split("\n")
    for file in sorted(Path(__file__).parent.rglob("*.toml"))
    for case in tomllib.loads(file.read_text()).get("case", ())
    if "before" in case
]
"""The lines of every text that a rule has a case for."""


def source(text: str) -> Source:
    record = Record("Title of it", ("A. Word",), None, "2010", "report", "a", "", "en-GB", "", None)
    return Source("any", record, "any/source.txt", None, "0" * 64, text)


def assert_faithful(text: str) -> None:
    edition = assemble(emend(source(text)))
    assert list(faults(edition)) == []
    for note in edition.footnotes:
        if note.reference is not None:
            passage = edition.by_id[note.reference.passage]
            assert 0 <= note.reference.offset <= len(passage.text)
    for passage in edition.passages:
        for e in passage.emphasis:
            assert 0 <= e.start < e.end <= len(passage.text)
        assert all(id_ in edition.by_id for id_ in passage.section)
    assert all(gap.after is None or gap.after in edition.by_id for gap in edition.gaps)


@given(st.lists(st.sampled_from(MARKS), max_size=40).map("".join))
@settings(max_examples=300)
@example("[^1]\f ##")  # a label that ends its page, apart from its words
@example("²\x85\n[note]")  # likewise, with a blank of another sort behind it
@example("a b\n3\n\n'\n\nb")  # a label over its words that could be a marker
@example("the \u00ad  \nnote")  # a soft hyphen behind a blank, and one in a word's end
@example("the…b\u00ad  \nnote")
@example("```\n===")  # words that look like a row above the row under them
def test_marks_in_any_order(text: str) -> None:
    assert_faithful(text)


def patchwork(seed: int) -> str:
    """A text of a few lines each from some cases of rules, in the order in which they stand."""
    # A seed, not a strategy for each line: it is as good a text, and takes a tenth of the time.
    chance = random.Random(seed)  # noqa: S311 -- no secret is made of it
    found: list[str] = []
    for _ in range(chance.randint(2, 10)):
        lines = chance.choice(TEXTS)
        first = chance.randrange(len(lines))
        found += lines[first : first + chance.randint(1, 6)]
        found += [""] * chance.randint(0, 1)
    return "\n".join(found)


PATCHWORK = st.integers(0, 2**32).map(patchwork)


@given(PATCHWORK)
@settings(max_examples=300)
@example("| Question | | Action |")  # a table of nothing but its heads
def test_lines_of_all_cases_in_any_order(text: str) -> None:
    assert_faithful(text)


@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    assert_faithful(text)


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "# A\n", "[^1]: a\n", "---\n", "| a |\n| - |\n", "<!-- a -->"]
)
def test_a_text_without_a_body(text: str) -> None:
    assert_faithful(text)
