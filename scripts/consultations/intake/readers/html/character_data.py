"""Sections of character data (CDATA) in pages of XML: words, which HTML takes for a comment."""

from collections.abc import Iterator
from html import escape

from consultations import patterns as re

_IS_XML = re.compile(
    r"\s*<\?xml\b | <html\b[^>]*\bxmlns=[\"']http://www\.w3\.org/1999/xhtml[\"']",
    re.VERBOSE | re.IGNORECASE,
)
_HEAD = 4_000
"""Code points at the beginning in which a page says that it is XML."""
_OPEN = "<![CDATA["
_ENDS = {
    _OPEN: re.compile(r"\]\]>"),
    "<!--": re.compile(r"-->"),
    "<script": re.compile(r"</script", re.IGNORECASE),
    "<style": re.compile(r"</style", re.IGNORECASE),
}
"""A section, and the places in which none may stand, each with its end."""
_BEGINS = re.compile(r"<!--|<script\b|<style\b|<!\[CDATA\[", re.IGNORECASE)


def as_text(page: str) -> str:
    """A page with the words of its sections of character data written as HTML writes words."""
    head = _IS_XML.search(page[:_HEAD].removeprefix("\N{BYTE ORDER MARK}"))
    return page if head is None or _OPEN not in page else "".join(_parts(page))


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
