"""What may be the title of a text: its headings, the file's own field, its first lines."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from consultations import patterns as re
from consultations.english.dates import ANY_MONTH, WEEKDAY
from consultations.english.sentences import ends_sentence
from consultations.english.site_words import BAR, NAVIGATION
from consultations.model.text import squeeze
from consultations.model.transcript import Transcript

_FRONT = 18_000
"""Code points at the beginning of a text in which its title is looked for."""
SMALL_WORDS = frozenset(
    ["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"]
)
_TOP = re.compile(
    r"^(?:\# +(?P<words>.+)|(?P<over>[^\W_][^\n]{0,120})\n={3,}[ \t]*)$", re.MULTILINE
)
"""A heading of the first level in Markdown, with its mark or with a row under it."""
_HEADING = re.compile(r"^#{1,2} +(?P<words>.+)$", re.MULTILINE)
_LONGEST = 200
"""Code points of the longest first line that can be a title."""
_APART = re.compile(
    rf"""
      (?:from|to|cc|sent|date|(?:our|your)\sref(?:erence)?)\s?:.*      # To: The Clerk
    | (?:issue|vol(?:ume|\.)?|edition|bulletin\sno\.)\s\d.*          # Issue 14 - Spring 1902
    | page\s\d.*                                                 # Page 1 of 9
    | (?:https?|file)://\S+ | www\.\S+                           # http://lamps.example/piers
    | (?:published|(?:last\s)?updated|printed|posted)\b.{{0,20}}\d.*  # Published 4 May 1902
    | \W*(?:official\W+sensitive|embargoed)\b.{{0,60}}               # OFFICIAL - SENSITIVE
    | (?:{WEEKDAY},?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{ANY_MONTH}|{ANY_MONTH}\s\d{{1,2}}
        (?:st|nd|rd|th)?),?\s\d{{4}}(?:,?\s\d{{1,2}}[.:]\d\d.{{0,6}})? # Friday, May 4, 1902, 3.04
    | .*\S[ \t\N{{NO-BREAK SPACE}}]{{6,}}\S.*                     # Lamp Bulletin           Issue 4
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A line over a text that is of its page or of a letter's head."""
_AT_A_TIME = re.compile(r"\d\s?[ap]\.m\.\s*\Z")
"""The end of a line that ends no sentence: held in the Lamp Hall at 2.00 p.m."""
_FEW = 2
"""Words of a line that is rather a body's name, or a part's, than a title."""
_MARKER = re.compile(r"\[\^[^\]]+\]")
_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\s*])(?P<words>[^*]*[^\s*])\1")
_NO_TITLE = re.compile(r"\.\w{2,4}$|template|microsoft word", re.IGNORECASE)
_TITLE_LINES = 6
"""So many lines at most of a text that is set in lines are its title."""


def candidates(transcript: Transcript) -> Iterator[str]:
    """What may be the title, the most likely first."""
    named = squeeze(transcript.facts.title or "")
    if named and (transcript.pages or transcript.facts.stated):
        yield named
    for top in _TOP.finditer(transcript.text):
        words = _MARKER.sub("", top["words"] or top["over"])
        yield squeeze(_EMPHASIS.sub(r"\g<words>", words))
    # Converters put a file's name or their own into the field for a title.
    if len(named.split()) > 2 and not _NO_TITLE.search(named):
        yield named
    for heading in _HEADING.finditer(transcript.text[:_FRONT]):
        yield squeeze(heading["words"])
    yield from _titling_lines(transcript.text[:_FRONT].split("\n"))


def _titling_lines(lines: Sequence[str]) -> Iterator[str]:
    """Lines over a text that may be its title, each with those that go on with it.

    Lines of a word or two come after those that are longer, and a page's own come last.
    """
    short: list[str] = []
    apart: list[str] = []
    for n, line in enumerate(lines):
        if not line.strip("#*_ \t"):
            continue
        if len(line) > _LONGEST or _is_of_text(lines, n):
            break
        words = squeeze(" ".join(_going_on(lines[n : n + _TITLE_LINES])).strip("#*_ "))
        if _is_of_page(line.strip("#*_ \t")):
            apart.append(words)
        elif len(words.split()) > _FEW:
            yield words
        elif words[:1].isupper() and not any(map(str.isdigit, words)):
            short.append(words)
    yield from short
    yield from apart


def _is_of_text(lines: Sequence[str], n: int) -> bool:
    """Whether a line is one of running text, or of a table.

    It ends a sentence, or goes on in one that does.
    """
    if ends_sentence(lines[n].strip()) or lines[n].lstrip().startswith("|"):
        return True
    under = list(takewhile(str.strip, lines[n + 1 :]))
    goes_on = bool(under) and under[0].lstrip()[:1].islower()
    if not goes_on or _AT_A_TIME.search(under[-1]):
        return False
    return ends_sentence(under[-1].strip())


def _is_of_page(line: str) -> bool:
    """Whether a line is of a site, a page or a letter's head, and no words of the text."""
    return any(pattern.fullmatch(line) for pattern in (_APART, NAVIGATION, BAR))


def _going_on(lines: Sequence[str]) -> Iterator[str]:
    """The first line and those that it cannot end without, as after "the" or a colon.

    A title in capitals goes on as long as they do, and any in what begins in lower case right under
    it; over an empty line, as on a cover, one in capitals does where a small word ends one line or
    begins the next.
    """
    printed = [n for n, line in enumerate(lines) if line.strip()]
    for n, under in zip(printed, [*printed[1:], None], strict=True):
        yield lines[n]
        words, below = lines[n].split(), lines[under].split() if under else []
        is_cut = words[-1].casefold() in SMALL_WORDS
        if not under or under > n + 1:
            goes_on = is_cut or (below and below[0].casefold() in SMALL_WORDS)
            if not (under and goes_on and lines[n].isupper() and lines[under].isupper()):
                return
        elif not (is_cut or words[-1][-1] in ":,-–—" or _goes_on(lines[n], lines[under])):
            return


def _goes_on(line: str, under: str) -> bool:
    """Whether a line right under another goes on with it: in lower case, or both in capitals."""
    are_capitals = line.isupper() and under.isupper() and len(line.split()) > 1
    return are_capitals or (line.strip()[:1].isupper() and under.strip()[:1].islower())
