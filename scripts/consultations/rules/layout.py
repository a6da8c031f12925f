"""Lines as a page prints them: their words without marks, and what stands before and after them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import ContentsEntry
from consultations.model.text import letters, lines, skip_blanks
from consultations.rules.marks import ITEM
from consultations.rules.numbering import without_number
from consultations.rules.prose import breaks_off, goes_on

_MARKS = re.compile(r"^(?:#{1,6}\s+|[*_]+)+|[*_#]+$")
_DIGIT = re.compile(r"\d")
_SIGNS = "#*_"
"""What a mark at either end of a line is made of."""
_LINES = 1 << 16
"""Number of lines whose answers are remembered: as many as a book has."""
_PROSE = 20
"""A line with this many letters or more may be running text."""

FOLIO = re.compile(
    r"""
    (?= \( .* \) \Z | [^()]* \Z )                               # (7), but not: 7)
    [-–—|\ (]{0,3}                                              # - 7 -
    (?: \[? (?: \d{1,2}[ ][A-Z][a-z]{2,8}[ ]\d{4}[ ]?:[ ]? (?=column) )?   # 4 May 1902 : Column 7
        (?:page|pg\.|p\.|tudalen|column|col\.) \s{0,3} )?     # Page 7   [p. 7]   Column 7
    (\d{1,4} | [ivxl]{1,7})                                     # 7   vii
    (?: \s{0,3} (?:of|/|o) \s{0,3} ([1-9]\d{0,3}) )? \]?      # 7 of 20   7/20   7 o 20; not 89/04
    [-–—|\ )]{0,3}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A line that is a page number and nothing else: group 1, and group 2 the number of pages."""


_PAGE = r"""(?:page\s+)?(?<!\d)(\d{1,3}|(?!1[5-9]|20)\d{4}|\d{5})(?!\d)(?:\s+of\s+\d{1,3})?"""
"""A volume of many parts counts its pages on, to 5 digits; four may also be a year."""
_NUMBERS = (
    re.compile(
        r"\s*[\[(]\s?(?:page|pg\.|p\.)\s{0,3}(\d{1,3})(?:\s+of\s+\d{1,3})?\s?[\])]\Z", re.IGNORECASE
    ),
    re.compile(r"\Apage\s{0,3}(\d{1,3})\s?:\s+(?=\D)", re.IGNORECASE),
    re.compile(rf"\s{{3,}}{_PAGE}\Z", re.IGNORECASE),
    re.compile(rf"\A{_PAGE}\s{{3,}}(?=\D)", re.IGNORECASE),
    re.compile(rf"\s*[|•·–—-]\s*{_PAGE}\Z", re.IGNORECASE),
    re.compile(rf"\A{_PAGE}\s*[|•·–—-]\s*(?=\D)", re.IGNORECASE),
    re.compile(rf"\s{_PAGE}\Z", re.IGNORECASE),
    re.compile(rf"\A{_PAGE}\s(?=\D)", re.IGNORECASE),
)
"""Where a page number may stand in a head.

A number in brackets (`Annual report [Page 7]`), one set far apart and one beyond a sign (`Annual
report 2010 | 7`) are tried first: the words may begin or end in a year or a day.
"""
_NUMBERS_BEFORE = tuple(one for one in _NUMBERS if one.pattern.startswith(r"\A"))
"""Those of a number before the words."""


@dataclass(frozen=True)
class PrintedLine:
    """A line that has words, as part of a text."""

    start: int
    end: int
    written: str
    """As it stands, without white space at its ends."""
    words: str
    """The same without marks of headings and emphasis at its ends."""
    blank_before: bool
    """Whether an empty line, or the text's edge, stands before it."""
    page_before: bool
    """Whether a form feed stands between it and the words before it."""

    @property
    def key(self) -> str:
        """Its letters and digits in small letters; the same for lines that say the same."""
        return letters(self.words)

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough to be a line of running text, and is no row or item."""
        words = self.words
        return len(self.key) >= _PROSE and "\t" not in words and not ITEM.match(words)


def heading_letters(contents: Iterable[ContentsEntry]) -> frozenset[str]:
    """The letters of the headings that a contents list names, with and without their numbers."""
    return frozenset(
        letters(words) for entry in contents for words in (entry.text, without_number(entry.text))
    )


def margin(printed: Iterable[str]) -> int:
    """The blanks that all lines of a text begin with, empty ones aside: the page's left margin."""
    return min((len(line) - len(line.lstrip()) for line in printed if line.strip()), default=0)


def marks_breaks(printed: Sequence[str]) -> bool:
    """Whether two blanks at a line's end mark a break in its paragraph, as in Markdown.

    They mark nothing where most paragraphs end in them too: whoever copied or scanned the text has
    left them behind its lines.
    """
    last = [a for a, b in pairwise([*printed, ""]) if a.strip() and not b.strip()]
    return sum(line.endswith("  ") for line in last) * 2 <= len(last)


def indent(text: str, start: int, end: int) -> int:
    """How far in the words of text[start:end] begin, in columns; a tab goes to the next fourth."""
    return len(text[start : skip_blanks(text, start, end)].expandtabs(4))


@lru_cache(maxsize=_LINES)
def head_of(words: str) -> tuple[str, int | None]:
    """The words of a line that may be a running head, and the page number beside them."""
    # Most lines have no digit at all, or none at their end, and patterns take their time to say so.
    if not _DIGIT.search(words):
        return letters(words), None
    ends = words[-1].isdigit() or words[-1] in "])"
    for pattern in _NUMBERS if ends else _NUMBERS_BEFORE:
        if match := pattern.search(words):
            rest = words[: match.start()] + words[match.end() :]
            return letters(rest), int(match[1])
    return letters(words), None


@lru_cache(maxsize=1)
def printed_lines(text: str) -> Sequence[PrintedLine]:
    """Every line with words, in order."""
    found: list[PrintedLine] = []
    blank, page, at = True, False, 0
    for line in lines(text):
        page = page or "\f" in text[at : line.start]
        at = line.start
        words = text[line.start : line.end].strip()
        if not words:
            blank = True
            continue
        marked = words[0] in _SIGNS or words[-1] in _SIGNS
        bare = (_MARKS.sub("", words).strip() or words) if marked else words
        found.append(PrintedLine(line.start, line.end, words, bare, blank or page, page))
        blank = page = False
    return tuple(found)


def cuts_sentence(before: PrintedLine | None, after: PrintedLine | None) -> bool:
    """Whether a sentence begins in one line and goes on in another."""
    if before is None or after is None or not (before.is_prose and after.words):
        return False
    if ends_sentence(before.words) or before.words.endswith(":"):
        return False
    return goes_on(after.words) or breaks_off(before.words)
