"""The text of an article that somebody has written, from the file that it is in."""

import codecs
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
_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8-sig",
    # Of the two the longer first: it begins like the shorter.
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""What a file's first bytes say that it is in."""
_UNSEEN = frozenset({"head", "script", "style", "template"})
_WHO_SAYS_IT = ("cite", "figcaption", "footer")
"""What stands in a block quotation and is no part of it."""
_WORD_STYLES = "\n".join(
    f"p[style-name='{name}'] => blockquote > p:fresh"
    for name in ("Quote", "Intense Quote", "Block Text", "Quotations")
)
_MARKS = ("“", "”"), ("‘", "’")
"""Of a quotation, and of one within it."""


def read_article(file: Path) -> str:
    """The text of an article: blank lines between paragraphs, `> ` before block quotations.

    Args:
        file: plain text or Markdown in UTF-8, or what its byte order mark says; HTML; or a Word
            document.

    Raises:
        ArticleError: it is not there, is too large, or cannot be read as what its name says.
    """
    kind = file.suffix.lower()
    if kind not in FORMATS:
        raise _refused(file, "an article of this kind cannot be read", f"use {', '.join(FORMATS)}")
    content = _content(file)
    if kind == ".docx":
        return _visible(_html_of_word(content, file))
    marked = next((name for mark, name in _ENCODINGS.items() if content.startswith(mark)), None)
    if not marked and b"\0" in content:
        what = "the article is not text: it has NUL bytes, as UTF-16 without its mark has"
        raise _refused(file, what, "save it as UTF-8")
    if not marked and kind in (".htm", ".html"):
        return _visible(content)  # which says itself what it is in
    text = _decoded(content, marked or "utf-8", file)
    if kind == ".txt":
        return text
    return _visible(markdown(text) if kind == ".md" else text)


def _refused(file: Path, what: str, remedy: str) -> ArticleError:
    return ArticleError(what, where=str(file), remedy=remedy)


def _content(file: Path) -> bytes:
    """The bytes of a file that is not too large."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            most = _MOST_BYTES // 1_000_000
            raise _refused(file, f"the article has more than {most} MB", "check it in parts")
        return file.read_bytes()
    except OSError as error:
        what = f"the article cannot be read: {error.strerror}"
        raise _refused(file, what, "give the path of a file that can be read") from error


def _decoded(content: bytes, encoding: str, file: Path) -> str:
    """The text of bytes. One with NUL characters is refused: it is a file of another kind."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise _refused(file, f"the article is not text in {name}", "save it as UTF-8") from error
    if "\0" in text:
        raise _refused(file, "the article is not text: it has NUL characters", "save it as UTF-8")
    return text


def _html_of_word(content: bytes, file: Path) -> str:
    """A Word document as HTML. Its size is asked first, since unpacked it may be a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
        if size > _MOST_BYTES:
            raise _refused(file, "unpacked the article is too large", "save it without pictures")
        return str(mammoth.convert_to_html(io.BytesIO(content), style_map=_WORD_STYLES).value)
    except ArticleError:
        raise
    # mammoth lets through whatever its parsers of XML and of archives raise.
    except Exception as error:
        what = "the article is no Word document, or a damaged one"
        raise _refused(file, what, "open it in Word and save it again as .docx") from error


def _visible(html: str | bytes) -> str:
    """What a reader sees of a page, paragraph by paragraph."""
    soup = BeautifulSoup(html, "html.parser")
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
    """Give `<q>` its marks, and take from block quotations who says them."""
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
