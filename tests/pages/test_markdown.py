"""What editions look like as Markdown: plain where prose is plain, and marked as a writer would."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from consultations.model.annotation import Quotation
from consultations.model.edition import Edition, Footnote, Gap, NoteReference, Passage
from consultations.model.entity import Authority
from consultations.model.source import Record, Source
from consultations.pages import markdown_files
from consultations.pages.data import edition_data
from consultations.pages.writing.blocks import Item, lists, paragraph, table
from consultations.pages.writing.content import Content, LinkAddress, Point, Span, element, weave
from consultations.pages.writing.markdown import as_markdown


@pytest.mark.parametrize(
    "text",
    [
        "It isn't so (1), he said: \"well-known – 50% of £3m\"; see p. 7, #2 & the 'own' one…",
        "user_name + 2 > 1 = x ~ y ^ z $5 me@example.org / http://example.org/a_b! now",
    ],
)
def test_ordinary_prose_is_written_as_it_is(text: str) -> None:
    assert str(as_markdown([text])) == text


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ([element("em", "a")], "*a*"),
        (["(", element("strong", "a b"), ")"], "(**a b**)"),
        ([element("em", element("strong", "a"))], "***a***"),
        (["un", element("em", "do")], "un<em>do</em>"),
        ([element("em", "do"), "ing"], "<em>do</em>ing"),
        ([element("em", " a")], "<em> a</em>"),
        ([element("em", "a"), element("strong", "b")], "<em>a</em><strong>b</strong>"),
        (
            [element("em", "a ", element("strong", "b"), " c")],
            "<em>a <strong>b</strong> c</em>",
        ),
        (
            [element("a", "x", href=LinkAddress("http://e.org/a_b?c=1&d=(2)"))],
            "[x](http://e.org/a_b?c=1&amp;d=%282%29)",
        ),
        (["See!", element("a", "x", href=LinkAddress("#p"))], "See\\![x](#p)"),
        (
            [element("a", element("em", "x"), href=LinkAddress("#p"), role="note")],
            '[*x*](#p){: role="note" }',
        ),
        (["AT&T; ", element("code", "a-rule")], "AT&amp;T; `a-rule`"),
    ],
)
def test_marks(content: Content, written: str) -> None:
    assert str(as_markdown(content)) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# a", "\\# a"),
        ("#2 is", "\\#2 is"),
        ("- a", "\\- a"),
        ("-a", "-a"),
        ("1985. A year", "1985\\. A year"),
        ("1.5 million", "1.5 million"),
        ("> a", "\\> a"),
        (": a", "&#58; a"),
        ("~~~", "&#126;~~"),
    ],
)
def test_a_text_begins_no_block(text: str, written: str) -> None:
    assert str(paragraph([text], {})) == written


def test_spans_that_cross_are_cut_and_links_do_not_nest() -> None:
    spans = [Span(0, 4, 1, "em"), Span(2, 6, 0, "a", address=LinkAddress("#p"))]
    call = Point(5, element("a", "1", href=LinkAddress("#n")))
    assert str(as_markdown(weave("abcdef", spans, [call]))) == (
        "*ab*[<em>cd</em>e](#p)[1](#n)[f](#p)"
    )


def test_a_span_has_its_id_once() -> None:
    mended = Span(1, 5, 2, "ins", {"id": "e:1", "class": "x"}, {"class": "x"})
    assert str(as_markdown(weave("abcdef", [mended, Span(0, 3, 1, "em")], []))) == (
        '*a<ins id="e:1" class="x">bc</ins>*<ins class="x">de</ins>f'
    )


def test_a_span_over_two_cells_has_its_id_once() -> None:
    mended = Span(2, 9, 1, "ins", {"id": "e:2-9"}, {})
    first, second = (
        str(as_markdown(weave("ab\tcd\tefg", [mended], [], *cell))) for cell in ((3, 5), (6, 9))
    )
    assert first == '<ins id="e:2-9">cd</ins>'  # it begins in the blank before this cell
    assert second == "<ins>efg</ins>"


LISTS: list[tuple[Sequence[tuple[int, str | None]], str]] = [
    ([(1, None), (2, None), (1, None)], "<ul><li>0<ul><li>1</li></ul></li><li>2</li></ul>"),
    ([(1, "3."), (1, "4.")], '<ol start="3"><li>0</li><li>1</li></ol>'),
    ([(1, "1."), (1, "4.")], '<ol><li>0</li><li value="4">1</li></ol>'),
    (
        [(1, "a)"), (2, "(ii)")],
        '<ol><li data-marker="a)">0<ol><li data-marker="(ii)">1</li></ol></li></ol>',
    ),
    ([(1, None), (1, "1.")], "<ul><li>0</li></ul><ol><li>1</li></ol>"),
    (
        [(1, None), (2, "1."), (2, None)],
        '<ul><li>0<ol><li>1</li><li data-marker="•">2</li></ol></li></ul>',
    ),
    ([(3, None), (9, None)], "<ul><li>0<ul><li>1</li></ul></li></ul>"),
    ([(1, "01.")], '<ol><li data-marker="01.">0</li></ol>'),
]


@pytest.mark.parametrize(("items", "html"), LISTS)
def test_lists_look_as_printed(
    site_markdown: Markdown, items: Sequence[tuple[int, str | None]], html: str
) -> None:
    drawn = lists(Item([str(n)], f"i{n}", *item) for n, item in enumerate(items))
    made = site_markdown.reset().convert(str(drawn)).replace("\n", "")
    for n in range(len(items)):
        assert f' id="i{n}"' in made
        made = made.replace(f' id="i{n}"', "")
    assert made == html


def test_a_table_is_a_table_of_markdown() -> None:
    assert str(table([[["a|b"], []], [["c"]]], "t")) == (
        '<div id="t" class="table" markdown>\n\n| a\\|b |  |\n| --- | --- |\n| c |  |\n\n</div>'
    )


@pytest.mark.parametrize("name", ["index.md", "apparatus.md"])
def test_a_page_reads_as_a_page(edition: Edition, authority: Authority, name: str) -> None:
    page = markdown_files([edition], authority)[f"texts/a-response/{name}"]
    assert page == (Path(__file__).parent / "a-response" / name).read_text("utf-8")


def test_an_outline_is_without_the_numbers_of_notes(site_markdown: Markdown) -> None:
    heading = Passage("p1", "heading", "On <A> & B", ((0, 9),), level=2)
    about = Record("T", (), None, "2011", "report", None, "none", "en", "a test", None)
    edition = Edition(
        source=Source("x", about, "x/source.txt", None, "0" * 64, "On <A> & B"),
        passages=(heading, Passage("p2", "footnote", "note", ((9, 9),))),
        emendations=(),
        footnotes=(Footnote("7", "p2", NoteReference("p1", 10)),),
    )
    page = markdown_files([edition], Authority())["texts/x/index.md"]
    site_markdown.reset().convert(page.split("---\n", 2)[2])
    [title] = site_markdown.toc_tokens  # type: ignore[attr-defined] # which `toc` puts there
    assert title["children"][0]["name"] == "On &lt;A&gt; &amp; B"


def test_a_line_end_of_the_authors_own_is_one_on_the_page() -> None:
    assert str(as_markdown(["From: A\nTo: *B*"])) == "From: A<br>To: \\*B\\*"


def test_a_note_that_is_called_again_is_linked_from_every_place() -> None:
    text = "One and two."
    about = Record("T", (), None, "2011", "report", None, "none", "en", "a test", None)
    edition = Edition(
        source=Source("x", about, "x/source.txt", None, "0" * 64, text),
        passages=(
            Passage("p1", "paragraph", text, ((0, 12),)),
            Passage("p2", "footnote", "note", ((12, 12),)),
        ),
        emendations=(),
        footnotes=(Footnote("7", "p2", NoteReference("p1", 3), (NoteReference("p1", 11),)),),
    )
    page = markdown_files([edition], Authority())["texts/x/index.md"]
    assert page.count("[7](#p2)") == 2
    assert page.count("#ref:p2 ") == page.count("#ref:p2:2 ") == 1
    references = [note["reference"] for note in edition_data(edition)["footnotes"]]
    assert references == [{"passage": "p1", "offset": 3}, {"passage": "p1", "offset": 11}]


def test_a_block_written_as_html_links_to_no_page_of_markdown() -> None:
    page, elsewhere = (
        element("a", "x", href=LinkAddress(href)) for href in ("a.md#b", "http://c/d.md")
    )
    drawn = paragraph(["[" * 2000, page, elsewhere], {"id": "p"})
    assert str(drawn) == f'<p id="p">{"[" * 2000}x<a href="http://c/d.md">x</a></p>'


@pytest.mark.parametrize(
    ("text", "is_printed"),
    [
        ("quoted — A Member", True),
        ("quoted’ (A Member).", True),
        ("quoted\n– A Member", True),
        ("quoted", False),
        ("quoted — A Member of the board", False),
        ("quoted words of A Member", False),
        ("quoted — Another", False),
    ],
)
def test_a_name_that_is_printed_behind_the_words_is_not_said_twice(
    edition: Edition, authority: Authority, text: str, is_printed: bool
) -> None:
    passages = tuple(replace(p, text=text) if p.id == "p8" else p for p in edition.passages)
    said = Quotation("p8", 0, 6, "quoted", "A Member", "speech")
    page = markdown_files([replace(edition, passages=passages, quotations=(said,))], authority)
    voice = 'class="voice voice--printed"' if is_printed else 'class="voice"'
    assert f'<span {voice} data-voice="A Member">' in page["texts/a-response/index.md"]


@pytest.mark.parametrize(("what", "told"), [("lost answer", 0), ("lost diagram", 1)])
def test_that_there_is_no_answer_is_said_once(
    edition: Edition, authority: Authority, what: str, told: int
) -> None:
    asked = replace(edition.questions[0], state="empty", answer=())
    made = replace(edition, questions=(asked,), gaps=(Gap(what, "p1", "-"),))
    page = markdown_files([made], authority)["texts/a-response/index.md"]
    assert page.count("\nNo answer") == told
    assert page.count("\\[[Missing here]") == 1
