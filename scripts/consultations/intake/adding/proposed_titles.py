"""What may be the title of a text: its headings, the file's own field, its first lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from consultations import patterns as re
from consultations.english.dates import ANY_MONTH, WEEKDAY
from consultations.english.kinds import NAMED_WHOLE_BODY, WORK
from consultations.english.letter_words import greets
from consultations.english.printed_questions import asked_in_print
from consultations.english.sentences import ends_sentence
from consultations.english.site_words import BAR, NAVIGATION
from consultations.english.small_words import PREPOSITIONS
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
_DATED = re.compile(r"(?:published|(?:last\s)?updated|posted)\b.{0,20}\d.{0,40}", re.IGNORECASE)
"""What a page has right under its title: `Updated 4 May 1902`."""
_SUBJECT_LINES = 3
_MOST_WORDS = 14
"""Words of a title that goes on after a colon; a longer line announces a list."""
_FEW = 2
"""Words of a line that is more likely the name of a body or of a part than a title."""
_SENTENCE = re.compile(r"[a-z0-9)][.?!](?:\s+[A-Z“‘]|\s*\Z)")
_BODY = re.compile(
    rf"(?!.*\b(?i:of|for)\b)(?:(?:[^\W\d_a-z][\w’'-]*,?|and|&) ){{1,6}}(?i:{NAMED_WHOLE_BODY})"
)
"""The name of a body and nothing else, as a letterhead has it: `The Ferry Users' Council`."""
_WORK = re.compile(rf"\b(?:{WORK}|evidence|consultation)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d{1,2}(?:(?:\.\d{1,2})+|[.)])\s|(?:chapter|part|section)\s(?:\d|[ivx]{1,4}\b)", re.IGNORECASE
)
"""What one of several parts begins with: `1. Lamps`, `2.1 Oil`, `Part II: Piers`."""
_TELLING = 12
"""Code points of a title that tell where it stands."""
_MARKER = re.compile(r"\[\^[^\]]+\]")
_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\s*])(?P<words>[^*]*[^\s*])\1")
_NO_TITLE = re.compile(r"\.\w{2,4}$|template|microsoft word", re.IGNORECASE)
_TITLE_LINES = 6
"""Most lines of a title, in a text that is set in lines."""


def candidates(transcript: Transcript) -> Iterator[str]:
    """What may be the title, the most likely first.

    The headings of counted parts come last, but where a text begins with one: it is a part itself.
    """
    found = list(_candidates(transcript))
    long = (title for title in found if len(title.split()) > _FEW and not _is_of_page(title))
    opening = min(long, key=lambda title: transcript.text.find(title[:_TELLING]), default="")
    if _COUNTED.match(opening):
        yield from found
        return
    yield from (title for title in found if not _COUNTED.match(title))
    yield from filter(_COUNTED.match, found)


def _candidates(transcript: Transcript) -> Iterator[str]:
    """What may be the title, counted parts among the rest."""
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
    long: list[str] = []
    short: list[str] = []
    apart: list[str] = []
    yield from (words for words in _told_by_neighbour(lines) if len(words.split()) > _FEW)
    for n, line in enumerate(lines):
        if not line.strip("#*_ \t"):
            continue
        if len(line) > _LONGEST or _is_of_text(lines, n):
            break
        words = _title_at(lines, n)
        if greets(line.strip("#*_ \t")):
            continue
        if _is_of_page(line.strip("#*_ \t")):
            apart.append(words)
        elif len(words.split()) > _FEW:
            long.append(words)
        elif words[:1].isupper() and not any(map(str.isdigit, words)):
            short.append(words)
    yield from _works_first(long)
    yield from short
    yield from apart


def _works_first(titles: Sequence[str]) -> Sequence[str]:
    """Lines in their order, but that a body's name comes after what says what it has written."""
    if not titles or not _BODY.fullmatch(titles[0]):
        return titles
    n = next((n for n, words in enumerate(titles[:_TITLE_LINES]) if _WORK.search(words)), 0)
    return [titles[n], *titles[:n], *titles[n + 1 :]]


def _told_by_neighbour(lines: Sequence[str]) -> Iterator[str]:
    """The line over the day on which a page was published; the one under a letter's greeting."""
    printed = [n for n, line in enumerate(lines) if line.strip()]
    for n, under in pairwise(printed):
        if len(lines[n]) > _LONGEST or _is_of_text(lines, n):
            return
        is_greeting = greets(lines[n].strip())
        if is_greeting and _is_subject(lines, under):
            yield _title_at(lines, under)
        elif _DATED.fullmatch(lines[under].strip()) and not (is_greeting or _is_of_page(lines[n])):
            yield _title_at(lines, n)


def _is_subject(lines: Sequence[str], n: int) -> bool:
    """Whether a line begins what a letter is about: a few lines that stand alone."""
    block = list(takewhile(str.strip, lines[n:]))
    last = block[-1].strip()
    return len(block) <= _SUBJECT_LINES and not (ends_sentence(last) or last[-1] in ",:;")


def _title_at(lines: Sequence[str], n: int) -> str:
    """A line as a title, with those that go on with it."""
    return squeeze(" ".join(_going_on(lines[n : n + _TITLE_LINES])).strip("#*_ "))


def _is_of_text(lines: Sequence[str], n: int) -> bool:
    """Whether a line is one of running text, of a table, or a question to a minister.

    It ends a sentence, goes on in one that does, or leads at length to what follows.
    """
    line = lines[n].strip()
    leads_on = line.endswith(":") and len(line.split()) > _MOST_WORDS
    if ends_sentence(line) or leads_on or line.startswith("|") or asked_in_print(line):
        return True
    under = list(takewhile(str.strip, lines[n + 1 :]))
    goes_on = bool(under) and under[0].lstrip()[:1].islower()
    if not goes_on or _AT_A_TIME.search(under[-1]):
        return False
    if len(under) <= _TITLE_LINES:
        return ends_sentence(under[-1].strip())
    # No empty line parts the text: only what goes on in lower case is of the same paragraph.
    run = takewhile(lambda words: words.lstrip()[:1].islower(), under)
    return any(_SENTENCE.search(words) for words in run)


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
        if not under:
            return
        words, below = lines[n].split(), lines[under].split()
        is_cut = words[-1].casefold() in SMALL_WORDS | PREPOSITIONS
        if under > n + 1:
            goes_on = is_cut or below[0].casefold() in SMALL_WORDS
            if not (goes_on and lines[n].isupper() and lines[under].isupper()):
                return
        elif not (is_cut or words[-1][-1] in ":,-–—" or _goes_on(lines[n], lines[under])):
            return


def _goes_on(line: str, under: str) -> bool:
    """Whether a line right under another goes on with it: in lower case, or both in capitals."""
    are_capitals = line.isupper() and under.isupper() and len(line.split()) > 1
    return are_capitals or (line.strip()[:1].isupper() and under.strip()[:1].islower())
