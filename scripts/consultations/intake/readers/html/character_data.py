"""Sections of character data in pages that are XML: words, which HTML takes for a remark."""

from collections.abc import Iterator
from html import escape

from consultations import patterns as re

_IS_XML = re.compile(
    r"\s*<\?xml\b | <html\b[^>]*\bxmlns=[\"']http://www\.w3\.org/1999/xhtml[\"']",
    re.VERBOSE | re.IGNORECASE,
)
_HEAD = 4_000
"""Code points in which a page says that it is XML."""
_OPEN = "<![CDATA["
_ENDS = {
    _OPEN: re.compile(r"\]\]>"),
    "<!--": re.compile(r"-->"),
    "<script": re.compile(r"</script", re.IGNORECASE),
    "<style": re.compile(r"</style", re.IGNORECASE),
}
"""A section, and what a section may not stand in, each with its end."""
_BEGINS = re.compile(r"<!--|<script\b|<style\b|<!\[CDATA\[", re.IGNORECASE)


def as_text(page: bytes | str) -> bytes | str:
    """A page with the words of its sections of character data written as HTML writes words."""
    # What is written here is the same in every encoding that a page without a mark may have.
    text = page if isinstance(page, str) else page.decode("latin-1")
    head = _IS_XML.search(text[:_HEAD].removeprefix("ï»¿"))
    if head is None or _OPEN not in text:
        return page
    written = "".join(_parts(text))
    return written if isinstance(page, str) else written.encode("latin-1")


def _parts(text: str) -> Iterator[str]:
    at = 0
    while begin := _BEGINS.search(text, at):
        yield text[at : begin.start()]
        is_section = begin[0] == _OPEN
        end = _ENDS[begin[0] if is_section else begin[0].casefold()].search(text, begin.end())
        if end is None:
            at = begin.start()
            break
        words = text[begin.end() : end.start()]
        yield escape(words, quote=False) if is_section else text[begin.start() : end.end()]
        at = end.end()
    yield text[at:]
