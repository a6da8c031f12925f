"""Sections that are called by their title.

Symptom: "the section on Lamps", "the chapter “Harbour Dues”", "we say in “Harbour Dues”", "as in
the Introduction".
Found by: such words, and the one heading whose title, its number aside, is what follows them; of
two that begin alike, the longer. "The annex" is the only one.
Leaves alone: a title in small letters, that of another work's part ("the Introduction to the
Guide"), and one that two headings have.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.annotate.cross_references.sending import Sending
from consultations.model.edition import Edition, Passage

RULE = "titled-sections"
PATTERN = re.compile(
    r"""
    \b (?: (?:[Aa]nnex|[Aa]ppendix|[Cc]hapter|[Pp]art|[Ss]ection) [ ]
           (?: (?:about|called|entitled|headed|on|titled) [ ] )? ["“‘']?  # chapter “Dues”
         | (?: (?:[Ff]rom|[Ii]n|of|[Ss]ee|to) [ ] (?:our|the) | [Ss]ee ) [ ]     # in the Preface
           (?= (?:Background|Conclusions?|Executive|Foreword|Introduction|Methods?|Methodology
                 |Preface|Summary)\b )
       | (?:[Ff]rom|[Ii]n|[Ss]ee|[Uu]nder) [ ] ["“‘'] (?= [^.;:()“”"\n]{3,80} ["”’'] )  # in “Dues”
       | (?:[Ii]n|[Ss]ee|[Uu]nder) [ ] (?= [A-Z][^.;:()“”"\n]{2,60}? [ ](?:above|below)\b )
                                                                       # in Lamps below
       )
    (?= (?P<title> [A-Z] [^.;:()“”"\n]{2,80} ) )
  | \b (?:[Aa]t|[Ff]rom|[Ii]n|[Ss]ee|[Tt]o) [ ] (?:our|the) [ ]                # see the annex
    (?P<only> [Aa]nnexe?|[Aa]ppendix ) \b (?! [ ](?:[A-Z\d“"‘]|of\b|to\b) | - )
    """,
    re.VERBOSE,
)
WORDS = ("ch", "part", "sect", "append", "annex", "the ", "our ", "see ", '"', "“", "‘", " '")
"""One of these stands in whatever the pattern finds, in small letters."""
_OPENING = ('"', "“", "‘", "'")
_CLOSING = ('"', "”", "’", "'")
_NUMBER = re.compile(r"(?:(?i:annex|appendix|chapter|part|section)\s)?[\dA-Z]?[\d.]*[.:)–—-]?\s+")
_ANNEX = re.compile(r"(?:annexe?|appendix)\b", re.IGNORECASE)
_ENDS = re.compile(r"(?=[\s.,;:)’”\"']|\Z)(?!\s(?:by|in|of|to)\b|\s[A-Z])")
"""Behind a title that is whole, and of this document."""


class Titles:
    """The titles of the sections of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._headings: dict[str, list[Passage]] = {}
        self._annexes: dict[str, list[Passage]] = {}
        for passage in edition.passages:
            if passage.kind == "heading":
                number = _NUMBER.match(passage.text)
                title = passage.text[number.end() :] if number else passage.text
                if word := _ANNEX.match(passage.text):
                    self._annexes.setdefault(word[0][:5].casefold(), []).append(passage)
                self._headings.setdefault(title.strip(" .:").casefold(), []).append(passage)

    def targets(self, sending: Sending) -> Iterator[tuple[int, int, Passage]]:
        """The stretch up to the end of the longest title that follows, with its heading."""
        text, (start, _) = sending.passage.text, sending.match.span()
        if sending.match["only"]:
            annexes = self._annexes.get(sending.said("only")[:5], [])
            yield from ((*sending.match.span("only"), one) for one in annexes if len(annexes) == 1)
            return
        at = sending.match.start("title")
        words = sending.match["title"]
        for end in range(len(words), 2, -1):
            alike = self._headings.get(words[:end].casefold())
            if alike and _ENDS.match(text, at + end):
                opens = text[at - 1] in _OPENING
                is_whole = not opens or text[at + end : at + end + 1] in _CLOSING
                if len(alike) == 1 and is_whole:
                    yield start, at + end + opens, alike[0]
                return
