"""The words of a line of a page, with what Markdown has for emphasis, links and notes."""

from urllib.parse import urlsplit

from bs4.element import NavigableString, PreformattedString, Tag

from consultations import patterns as re
from consultations.intake.readers import markup
from consultations.intake.readers.html.elements import BLOCKS
from consultations.intake.readers.html.facts import absolute
from consultations.intake.readers.html.main_part import LeftOut
from consultations.intake.readers.html.notes import PageNotes
from consultations.intake.readers.html.tables import is_caption
from consultations.intake.readers.sign_fonts import in_font
from consultations.model.transcript import Drop

_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_FONT = re.compile(r"""font-family:\s*["']?(?P<name>[\w ]{1,40})""", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[(\[\^[\w-]{1,20}\])\]")
_RAISED = re.compile(
    r"""
    \s* (?: [\d*†‡§]{1,4}
          | \d{1,3} [*†‡§]? (?: \s?[,–-]\s? (?: \d{1,3} | [*†‡§] ) )+   # 1,2   1–3   2,*
          | [a-z] (?: ,[a-z] )* ) \s*                                    # a   a,b
    """,
    re.VERBOSE,
)
"""Raised characters that may call a note; the letters in 2<sup>nd</sup> do not."""
_SIGN_CLASS = re.compile(r"emoji|emoticon|smiley", re.IGNORECASE)
_SIGNS = {
    "tick": "✔", "check": "✔", "check mark": "✔", "cross": "✘", "error": "✘", "plus": "+",
    "minus": "–", "warning": "⚠", "info": "ℹ", "question": "?",
}  # fmt: skip
"""Names that pages give to pictures of signs, without brackets and colons: (tick), :check:."""
_LONGEST_SIGN = 20
"""Code points in the name of a picture of a sign."""
DEEPEST = 70
"""How many blocks may be inside each other, and how many elements in a line. What is nested deeper
is read as text: on a page that never closes its elements, all would be inside each other."""


class LineWriter:
    """Writes the words of lines; what is left out is recorded."""

    def __init__(
        self, notes: PageNotes, left_out: LeftOut, address: str, drops: list[Drop]
    ) -> None:
        """Take the page's notes, what was left out of it, its own address, and what takes drops."""
        self._notes = notes
        self._left_out = left_out
        self._address = address
        self._drops = drops

    def of(self, e: Tag, depth: int = 0) -> str:
        """The words of an element on one line; `depth` counts the elements around it there."""
        if depth > DEEPEST:
            return e.get_text()
        inside = [part for part in e.children if isinstance(part, (Tag, NavigableString))]
        return self.joined(inside, depth)

    def joined(self, parts: list[Tag | NavigableString], depth: int = 0) -> str:
        """The words of parts of a line. In "[1]" the figure alone may be the link to a note."""
        words = "".join(self._part(part, depth) for part in parts)
        return _IN_BRACKETS.sub(r"\1", words)

    def _part(self, part: Tag | NavigableString, depth: int = 0) -> str:
        if isinstance(part, NavigableString):
            hidden = isinstance(part, PreformattedString)
            words = re.sub(r"[ \t\r\n\f]+", " ", str(part))
            return "" if hidden else markup.escaped(words)
        if id(part) in self._notes.calls:
            return f"[^{markup.label_of(self._notes.calls[id(part)])}]"
        if id(part) in self._left_out.within:
            self._drops += self._left_out.within[id(part)]
            return ""
        if part.name == "br":
            return "\n"
        if part.name == "img":
            return self._picture(part)
        return self._words(part, depth)

    def _picture(self, picture: Tag) -> str:
        """A picture as a placeholder, or as the sign that it stands for."""
        alt = " ".join(str(picture.get("alt") or "").split())
        if alt and _shows_sign(picture, alt):
            sign = _SIGNS.get(alt.strip("():").casefold(), alt)
            if sign != alt:
                self._drops.append(Drop("symbol", alt, "a picture of a sign", after=sign))
            return sign
        return f"![{alt}](picture)" if alt or _has_caption(picture) else ""

    def _words(self, part: Tag, depth: int) -> str:
        """The words of an element inside a line, with the marks that Markdown has for it."""
        font = _FONT.search(str(part.get("style") or ""))
        shown = re.sub(r"\s+", " ", part.get_text())
        if font and (signs := in_font(font["name"], shown)):
            reason = f"a sign of the font {font['name']}"
            self._drops.append(Drop("symbol", shown.strip(), reason, after=signs.strip()))
            return signs
        words = self.of(part, depth + 1)
        if part.name in _BOLD or part.name in _ITALIC:
            return markup.emphasised(words, bold=part.name in _BOLD, italic=part.name in _ITALIC)
        if part.name == "a":
            return self._link(part, words)
        if part.name == "sup" and _RAISED.fullmatch(words):
            return f"<sup>{words.strip()}</sup>"
        if part.name == "q":
            return f"“{words}”"
        return f" {words} " if part.name in BLOCKS and words.strip() else words

    def _link(self, link: Tag, words: str) -> str:
        href = str(link.get("href") or "").strip()
        address = absolute(href, self._address)
        if href.startswith("#") or urlsplit(address).scheme not in ("http", "https", "mailto"):
            return words
        bare = words.strip()
        if not bare or "[" in bare or "]" in bare or re.search(r"[\s()<>]", address):
            return words
        before, after = words[: words.index(bare)], words[words.index(bare) + len(bare) :]
        return f"{before}[{bare}]({address}){after}"


def _shows_sign(picture: Tag, alt: str) -> bool:
    """Whether a picture stands for a sign: by its classes, or as the only thing in a cell."""
    if any(map(_SIGN_CLASS.search, picture.get("class") or ())):
        return True
    cell = picture.find_parent(["td", "th"]) if len(alt) <= _LONGEST_SIGN else None
    if cell is None or len(cell.find_all("img", limit=2)) > 1:
        return False
    return not cell.get_text().strip()


def _has_caption(picture: Tag) -> bool:
    """Whether the text of the page says what a picture shows."""
    figure = picture.find_parent("figure")
    caption = figure.find("figcaption") if figure is not None else None
    return isinstance(caption, Tag) and is_caption(caption)
