"""The text of an article that somebody has written, from the file that it is in."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import mammoth
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from markdown import markdown

from consultations.errors import ArticleError

FORMATS = (".docx", ".htm", ".html", ".md", ".txt")
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


def read_article(file: Path) -> str:
    """The text of an article: blank lines between paragraphs, `> ` before block quotations.

    Args:
        file: plain text or Markdown in UTF-8, HTML, or a Word document.

    Raises:
        ArticleError: it is not there, is too large, or cannot be read as what its name says.
    """
    kind = file.suffix.lower()
    if kind not in FORMATS:
        raise _refused(file, "an article of this kind cannot be read", f"use {', '.join(FORMATS)}")
    content = _content(file)
    if kind == ".docx":
        return _visible(_html_of_word(content, file))
    if kind in (".htm", ".html"):
        return _visible(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(file, "the article is not text in UTF-8", "save it as UTF-8") from error
    return _visible(markdown(text)) if kind == ".md" else text


def _refused(file: Path, what: str, remedy: str) -> ArticleError:
    return ArticleError(what, where=str(file), remedy=remedy)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _MOST_BYTES:
            most = _MOST_BYTES // 1_000_000
            raise _refused(file, f"the article has more than {most} MB", "check it in parts")
        return file.read_bytes()
    except OSError as error:
        what = f"the article cannot be read: {error.strerror}"
        raise _refused(file, what, "give the path of a file that can be read") from error


def _html_of_word(content: bytes, file: Path) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
        if size > _MOST_BYTES:
            raise _refused(file, "unpacked the article is too large", "save it without pictures")
        return str(mammoth.convert_to_html(io.BytesIO(content)).value)
    except ArticleError:
        raise
    # mammoth lets through whatever its parsers of XML and of archives raise.
    except Exception as error:
        what = "the article is no Word document, or a damaged one"
        raise _refused(file, what, "open it in Word and save it again as .docx") from error


def _visible(html: str | bytes) -> str:
    """What a reader sees of a page, paragraph by paragraph."""
    paragraphs: list[str] = []
    last: Tag | None = None
    for string, block in _strings(BeautifulSoup(html, "html.parser")):
        if block is not last:
            paragraphs.append("> " if _in(block, "blockquote") else "")
            last = block
        paragraphs[-1] += string
    lines = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return "\n\n".join(line for line in lines if line.strip("> "))


def _strings(soup: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Each stretch of text with the block that it stands in; `<q>` gets its marks."""
    for node in soup.descendants:
        if isinstance(node, Tag):
            if node.name == "br":
                yield " ", _block(node)
            continue
        if not isinstance(node, NavigableString) or isinstance(node, PreformattedString):
            continue
        if any(parent.name in _UNSEEN for parent in node.parents):
            continue
        quoted = node.parent is not None and node.parent.name == "q"
        yield f"“{node}”" if quoted else str(node), _block(node)


def _block(node: Tag | NavigableString) -> Tag:
    """The innermost block around a node; the page itself where there is none."""
    parents = list(node.parents)
    return next((parent for parent in parents if parent.name in _BLOCKS), parents[-1])


def _in(block: Tag, name: str) -> bool:
    return block.name == name or block.find_parent(name) is not None
