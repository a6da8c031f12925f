"""The text of an article that somebody has written, from the file that it is in."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from markdown import markdown

from consultations.errors import ArticleError, UnreadableError
from consultations.intake.readers import kind_of, read_file
from consultations.intake.readers.plain import marked_text

FORMATS = (".docx", ".pdf", ".html", ".md", ".txt")
_MOST_BYTES = 20_000_000
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
"""What stands in a block quotation and is no part of it."""
_MARKS = ("“", "”"), ("‘", "’")
"""Of a quotation, and of one within it."""


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
            return _visible(BeautifulSoup(marked_text(data, file) or data, "html.parser"))
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
    page = markdown(text, extensions=["footnotes", "tables"])
    return _visible(BeautifulSoup(page, "html.parser"))


def _visible(soup: BeautifulSoup) -> str:
    """What a reader sees of a page, paragraph by paragraph."""
    _mark(soup)
    paragraphs: list[str] = []
    last: Tag | None = None
    for string, block in _strings(soup):
        if block is not last:
            paragraphs.append("> " if _in(block, "blockquote") else "")
            last = block
        paragraphs[-1] += string
    lines = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return "\n\n".join(line for line in lines if line.strip("> "))


def _mark(soup: BeautifulSoup) -> None:
    """Give `<q>` its marks, and take out what calls notes, and who says a block quotation."""
    for call in soup.select(".footnote-ref, .footnote-backref"):
        call.decompose()
    for quotation in soup.find_all("q"):
        opening, closing = _MARKS[len(quotation.find_parents("q")) % 2]
        quotation.insert(0, opening)
        quotation.append(closing)
    for block in soup.find_all("blockquote"):
        for said_by in block.find_all(_WHO_SAYS_IT):
            said_by.extract()


def _strings(soup: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Each stretch of text with the block that it stands in."""
    for node in soup.descendants:
        if isinstance(node, Tag):
            if node.name == "br":
                yield " ", _block(node)
            continue
        if not isinstance(node, NavigableString) or isinstance(node, PreformattedString):
            continue
        if not any(parent.name in _UNSEEN for parent in node.parents):
            yield str(node), _block(node)


def _block(node: Tag | NavigableString) -> Tag:
    """The innermost block around a node; the page itself where there is none."""
    parents = list(node.parents)
    return next((parent for parent in parents if parent.name in _BLOCKS), parents[-1])


def _in(block: Tag, name: str) -> bool:
    return block.name == name or block.find_parent(name) is not None
