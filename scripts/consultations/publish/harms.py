"""What the HTML of a page that a person wrote holds and may not, and the ids that a page has."""

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from consultations import patterns as re

_ELEMENTS = re.compile(
    "a|abbr|blockquote|br|cite|code|d[dlt]|del|details|div|em|h[1-6]|hr|img|ins|kbd|li|mark|ol|p"
    "|pre|q|s|section|span|strong|su[bp]|summary|table|tbody|td|tfoot|th|thead|time|tr|ul"
)
_ATTRIBUTES = re.compile(
    "align|alt|aria-label|class|colspan|datetime|height|href|id|lang|markdown|role|rowspan|scope"
    "|src|start|style|title|value|width"
)
_STYLE = re.compile(r"\s*text-align:\s*(?:left|center|right);?\s*")
"""What Python-Markdown itself writes into the cells of a table."""
_HERE = r"(?!//)[^:\s<>\"'\\]*"
"""An address on this site; two slashes would begin the name of another machine."""
_ADDRESSES = {
    "href": re.compile(rf"(?:https?://|mailto:)[^\s<>\"']+ | {_HERE}", re.VERBOSE),
    "src": re.compile(_HERE),  # a page loads nothing from elsewhere
}
_TAG_BEGINS = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_ODD_IN_COMMENT = re.compile(r"[<>]|--|-\Z")
_ODD_END = re.compile(r"--\s+>")
"""An end of a comment to some readers of HTML, and none to others."""


class Harm(NamedTuple):
    """Something that a page may not hold."""

    sign: str
    """Text by which it is found in the Markdown, in lower case."""
    what: str
    """As a person is told it."""


def harms(made: str) -> Sequence[Harm]:
    """What runs, leads elsewhere in secret, or takes the place of the page's own.

    Args:
        made: what Markdown made of the page.
    """
    reader = _HarmReader()
    reader.read(made)
    return reader.harms


def ids(page: str) -> Sequence[str]:
    """The ids of a page, in order, each as often as it stands there."""
    reader = _IdReader()
    reader.feed(page)
    reader.close()
    return reader.ids


class _IdReader(HTMLParser):
    """Gathers the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.ids += [value for name, value in attrs if name == "id" and value]


class _HarmReader(HTMLParser):
    """Gathers what a page may not hold.

    Browsers read odd comments, sections of XML and tags that do not end otherwise than this reader
    does, and might find an element where it sees none. So none of these may be there at all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.harms: list[Harm] = []

    def read(self, made: str) -> None:
        """Read all of a page."""
        self.feed(made)
        if odd := _ODD_END.search(made):
            self.harms.append(Harm(odd[0], "an end of a comment with blanks in it"))
        if begun := _TAG_BEGINS.search(self.rawdata):
            self.harms.append(Harm(begun[0].casefold(), "a tag or a comment that does not end"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not _ELEMENTS.fullmatch(tag):
            self.harms.append(Harm(f"<{tag}", f"an element `{tag}`, which no page may hold"))
            return
        self.harms += _wrong_attributes(tag, attrs)

    def handle_decl(self, decl: str) -> None:
        self.harms.append(Harm("<!", f"a declaration, `{decl[:40]}`"))

    def unknown_decl(self, data: str) -> None:
        self.harms.append(Harm("<![", f"a section of XML, `{data[:40]}`"))

    def handle_comment(self, data: str) -> None:
        if _ODD_IN_COMMENT.search(data) or data.startswith("-"):
            told = "a comment with `<`, `>` or `--` in it, which may end there for a browser"
            self.harms.append(Harm("<!--", told))

    def handle_pi(self, data: str) -> None:
        self.harms.append(Harm("<?", f"an instruction, `{data[:40]}`"))


def _wrong_attributes(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[Harm]:
    for name, value in attrs:
        given = value or ""
        if not _ATTRIBUTES.fullmatch(name) or (name == "style" and not _STYLE.fullmatch(given)):
            yield Harm(name, f"an attribute `{name}` of `{tag}`, which no page may have")
        elif name in _ADDRESSES and not _ADDRESSES[name].fullmatch(given):
            yield Harm(given.casefold(), f"an address `{given[:80]}`, which is not followed")
        elif name == "id" and given.startswith("__"):
            yield Harm(given.casefold(), f"an id `{given[:80]}`, which the frame of the page has")
