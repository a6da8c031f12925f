"""The text of somebody's article, read from its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import PageElement, PreformattedString, Tag
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from consultations.errors import ArticleError, UnreadableError
from consultations.intake.readers import kind_of, read_file
from consultations.intake.readers.html.encodings import text_of

FORMATS = (".docx", ".pdf", ".html", ".md", ".txt")
_MOST_BYTES = 20_000_000
"""Bytes of the largest file."""
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl"),
        *("dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "html", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    }
)
_UNSEEN = frozenset({"head", "script", "style", "template"})
_WHO_SAYS_IT = ("cite", "figcaption", "footer")
"""Elements inside a block quotation that are no part of the quoted words."""
_MARKS = ("“", "”"), ("‘", "’")
"""The marks of a quotation, and of one inside it."""


def read_article(file: Path) -> str:
    """The text of an article: blank lines between paragraphs, `> ` before block quotations.

    Args:
        file: Word, PDF, a web page, Markdown or text in any encoding, told by what it holds.

    Raises:
        ArticleError: it is not there, is too large, or cannot be read.
    """
    try:
        kind = kind_of(file)
        size = file.stat().st_size
        if size > _MOST_BYTES:
            most = _MOST_BYTES // 1_000_000
            raise ArticleError(
                f"the article has more than {most} MB", where=str(file), remedy="check it in parts"
            )
        if kind == "html":
            # Of a page every quotation is checked, those beside its main part too.
            data = file.read_bytes()
            return _visible(BeautifulSoup(text_of(data, file).text, "html.parser"))
        text = read_file(file, kind).text
    except UnreadableError as refusal:
        raise ArticleError(refusal.what, where=refusal.where, remedy=refusal.remedy) from refusal
    except OSError as error:
        raise ArticleError(
            f"the article cannot be read: {error.strerror}",
            where=str(file),
            remedy="give the path of a file that can be read",
        ) from error
    if kind == "text":
        return text
    # Its time grows with the length, whatever stands in it: docs/project/decisions/0091.
    page = MarkdownIt("commonmark").enable("table").use(footnote_plugin).render(text)
    return _visible(BeautifulSoup(page, "html.parser"))


@dataclass(frozen=True)
class _Around:
    """What stands around a node of a page; each is made from that of its parent."""

    block: Tag
    """The innermost block; the page itself where there is none."""
    is_quoted: bool = False
    """Whether it is in a block quotation."""
    is_unseen: bool = False
    quotes: int = 0
    """How many `<q>` elements it is in."""

    def within(self, tag: Tag) -> "_Around":
        """What stands around the nodes in a tag."""
        return _Around(
            tag if tag.name in _BLOCKS else self.block,
            self.is_quoted or tag.name == "blockquote",
            self.is_unseen or tag.name in _UNSEEN or (self.is_quoted and tag.name in _WHO_SAYS_IT),
            self.quotes + (tag.name == "q"),
        )


def _visible(soup: BeautifulSoup) -> str:
    """The text that a reader sees of a page, paragraph by paragraph."""
    for call in soup.select(".footnote-ref, .footnote-backref"):
        call.decompose()
    # Joined at the end: a string that is made longer piece by piece is copied for each of them.
    paragraphs: list[list[str]] = []
    last: Tag | None = None
    for string, around in _strings(soup):
        if around.block is not last:
            paragraphs.append(["> " if around.is_quoted else ""])
            last = around.block
        paragraphs[-1].append(string)
    lines = (" ".join("".join(pieces).split()) for pieces in paragraphs)
    return "\n\n".join(line for line in lines if line.strip("> "))


def _strings(soup: BeautifulSoup) -> Iterator[tuple[str, _Around]]:
    """Each stretch of visible text, with what stands around it; `<q>` is given its marks."""
    # A walk of our own, since asking each node for all its parents takes the square of the depth.
    left: list[tuple[PageElement | str, _Around]] = [(soup, _Around(soup))]
    while left:
        node, around = left.pop()
        if isinstance(node, Tag):
            inner = around.within(node)
            marks = _MARKS[around.quotes % 2] if node.name == "q" else ("", "")
            parts: list[PageElement | str] = [marks[0], *node.contents, marks[1]]
            left += [(part, inner) for part in reversed([" "] if node.name == "br" else parts)]
        elif node and not around.is_unseen and not isinstance(node, PreformattedString):
            yield str(node), around
