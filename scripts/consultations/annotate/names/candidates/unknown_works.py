"""Works in one passage that nobody listed, each on a sign of its own.

A work is set in italics or between quotation marks like a title; is called what it is right before
its title ("the report Lamps at Night"); is a law, a case or an official paper; is described in a
note or a reference; or is cited by author and year.
"""

from collections.abc import Iterator
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.names.candidates.legal_works import legal_works
from consultations.annotate.names.candidates.listed_works import ListedWork, listed_work
from consultations.annotate.names.candidates.no_names import is_of_body
from consultations.annotate.names.candidates.noted_works import titles_in_note, titles_referred_to
from consultations.english.dates import TIME
from consultations.english.kinds import COMPANY, LANDS, NAMED_BODY, NAMED_PLACE, PART_OF_WORK, WORK
from consultations.english.name_parts import FORENAMES
from consultations.english.personal_names import personal_names
from consultations.english.persons import PARTICLES, TITLE
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_CAPITAL}(?:[\w-]|['’](?!s\b)(?=\w))*+"
_AUTHOR = rf"{_CAPITAL}(?:[\w-]|['’](?!s\b))+"
_PARTICLE = alternatives(PARTICLES - {"do"})
"""`do` is a verb in "as do Moss and Reed (2004)"."""
_CITED = re.compile(
    rf"""
    (?<![\w’'-]) (?P<who> (?:(?:{_PARTICLE})[ ]){{0,3}}               # van der Weide
        {_AUTHOR} (?: ,[ ]{_AUTHOR} ){{0,4}}                       # Moss, Reed and Bell
        (?: [ ]et[ ]al\.? | ,?[ ](?:and|&)[ ]{_AUTHOR} )? )
    (?:['’]s | (?P<more> [ ]and[ ](?:colleagues|others) ) )?      # Moss’s (2004) lamps
    (?: [ ]\( | ,?[ ](?=[^()]{{0,80}}\)) )           # Moss (2004), or (see Moss, 2004)
    (?P<year> (?:1[89]|20)\d\d [a-z]? ) \b (?! [-–][\d)] )   # not Moss (1931–2013), Moss (1931–)
    """,
    re.VERBOSE,
)
_IN_BODY = re.compile(rf"{_WORD} (?:for|of|on) (?:the )?(?:{_WORD} ){{0,3}}\Z")
_TITLE_BEFORE = re.compile(
    rf"(?:, |\b(?:[Ii]n|[Ss]ee) )(?!(?:{alternatives(FORENAMES)}|{TITLE}) ){_WORD} \Z"
)
"""Before the last word of a title with its year: "in Dry Piers, Wet Feet (2004)"."""
_NO_AUTHOR_BEFORE = re.compile(
    r"\bv\.? (?:\w+ )?\Z|\w['’]s \Z|\bedn?\.?,? \Z|\b[Ee]x p(?:arte|\.)? \Z"
    rf"|(?:[(]|\d; )(?:see )?{_WORD} (?:(?:{_WORD}|and|for|of|the) ){{0,5}}\Z"
)
"""Before the second party of a case, a title, a publisher and the last word of a body: Moss v Reed
(1868), Ex p Moss (1868), Moss’s Piers (2004), (2nd edn, Reed 2004), (Rivers Unite, 2018)."""
_QUOTED_TITLE = re.compile(
    r"""
    [“‘] ([^“”‘’\n]{6,150}) [”’]
    | (?<!\w) " (?=[^\W\d_]) ([^"\n]{6,150}) "
    | (?<!\w) ' (?=[^\W\d_]) ([^\n']{6,150}) ' (?!\w)
    """,
    re.VERBOSE,
)
_NO_AUTHOR = re.compile(
    rf"(?:{NAMED_BODY}|{COMPANY}|{NAMED_PLACE}|{TIME}|{alternatives(LANDS)})\Z|(?i:{WORK})\Z"
    r"|[A-Z]{2}|[A-Z][a-z]?[A-Z]+\b"
)
_LONGEST_TITLE = 20
_LOOK_BACK = 160
"""In code points: so far before a name, words still tell that it is no author's."""
_EDITED = re.compile(
    rf"""
    \( [Ee]ds?\.? \) ,? [ ]
    (?P<title> {_WORD} (?: [ ] [\w’'&:-]+ ){{1,14}}? ) ,?[ ]
    \( [^()\d]{{0,60}} (?:1[5-9]|20)\d\d \)
    """,
    re.VERBOSE,
)
"""A title behind its editors, with its year: R. Bell (ed), Rivers and the Law (1988)."""
_ENDS_AS_BODY = re.compile(rf" (?:{NAMED_BODY}|{COMPANY})\Z")
_PUBLISHED_AFTER = re.compile(
    r"[”’\"']?,? \((?:(?:Cmnd|Cmd|Cm|CP|HC|HL|JSP|COM) ?\(?\d|(?:1[89]|20)\d\d[),:;])"
)
"""Behind a title in marks: the number of its series or its year, in brackets."""
_KIND_BEFORE = re.compile(rf"\b(?i:{WORK}),? \Z")
"""What sort of work it is, before a title in marks: the chapter “Dark Water”, the film ‘Ports?’."""
_PAPER = re.compile(rf"The {_CAPITAL}[a-z]{{3,}}")
"""A newspaper, in italics inside a sentence: *The Guardian*."""
_SMALL = r"(?:an?|and|as|at|but|by|for|from|if|in|is|it|not|of|on|or|the|to|with)"
_TITLE_WORDS = rf"{_WORD}(?:[ ](?:{_SMALL}[ ]){{0,3}}+{_WORD})+"
_CALLED = re.compile(
    rf"""
    (?<![\w’'-]) (?! (?i:{PART_OF_WORK}) \b ) (?i: {WORK} ) ,? [ ]
    (?P<title> {_TITLE_WORDS} )      # the report Lamps at Night; our strategy, Warm by Winter
    (?: :[ ]{_CAPITAL}[^.,;:()“”"\n]{{3,80}} )?+                   # The Lamps: A Survey
  | (?<![\w’'-]) (?:writes?|wrote|written)[ ] (?:[\w’'-]+[ ]){{0,9}}? in [ ]
    (?P<written_in>                                               # wrote in The Lamp and the Page
        (?:The|A|An)[ ] (?:{_SMALL}[ ]){{0,2}} {_WORD} (?:[ ](?:{_SMALL}[ ]){{0,3}}+{_WORD})+ )
    """,
    re.VERBOSE,
)
"""A work right after the word that says what it is, or after "wrote in" with an article."""
_OWNED = re.compile(
    rf"""
    (?: \w['’]s | , [ ] in (?= [^()]{{3,120}} \([A-Z] ) ) [ ]
    (?P<title> {_CAPITAL}[\w’'-]+ (?:[ ][\w’'&-]+){{1,12}}? ) ,?[ ]
    \( (?: (?:1[5-9]|20)\d\d [),:]                        # Moss’s Piers and Lamps (2004)
       | (?P<number> (?:Cmnd|Cmd|Cm|[A-Z]{{2,4}}) [ ] \(?\d      # Moss’s Piers at night (HC 9)
         | [A-Z]{{2,5}} [ ] [A-Z]{{2,4}}\d{{1,3}}[-–/] ) )       # (LGB CP20-2003)
    """,
    re.VERBOSE,
)
"""A title behind whose it is, with its year or its number in a series in brackets."""


class NamedWork(NamedTuple):
    """A work as a passage names it."""

    name: str
    start: int
    end: int
    listed: ListedWork | None = None
    """What the list of references says of it."""


def works(passage: Passage) -> Iterator[NamedWork]:
    """The works of a passage, the surest first; of an entry of a list, the one that it gives."""
    listed = listed_work(passage.text) if passage.kind == "reference" else None
    if listed:
        yield NamedWork(listed.title, listed.start, listed.start + len(listed.title), listed)
        return
    is_note = passage.kind in ("footnote", "reference")
    for start, end in (titles_in_note if is_note else titles_referred_to)(passage.text):
        yield NamedWork(passage.text[start:end], start, end)
    italics = [(one.start, one.end) for one in passage.emphasis if one.kind == "em"]
    yield from (NamedWork(*work) for work in legal_works(passage.text, italics))
    yield from _titles(passage)
    yield from _called(passage.text)
    yield from _owned(passage.text)
    yield from _citations(passage)


def _called(text: str) -> Iterator[NamedWork]:
    """Works that are called what they are, right before a title of several words."""
    for match in _CALLED.finditer(text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        end = match.end() if ":" in text[end : match.end()] else end
        words = text[start:end]
        if _is_called(match[group]) and not _names_other(words):
            yield NamedWork(words, start, end)


def _owned(text: str) -> Iterator[NamedWork]:
    """Works behind whose they are or who edited them, with a year or a number in brackets."""
    for match in (*_OWNED.finditer(text), *_EDITED.finditer(text)):
        numbered = match.lastgroup == "number"
        if not _names_other(match["title"]) and (numbered or not is_of_body(match["title"])):
            yield NamedWork(match["title"], *match.span("title"))


def _is_called(words: str) -> bool:
    """Whether words that follow what a work is can be its title.

    A title has small words in it, or begins with an article: without those it may be a name.
    """
    every = words.split()
    has_small = any(word[0].islower() for word in every) or every[0] in ("The", "A", "An")
    opens = every[0].casefold() in OPENERS and every[0] not in ("The", "A", "An")
    # What ends in a kind of work is found by that, with what joins it to others.
    ends_as_work = re.fullmatch(f"(?i:{WORK})", every[-1])
    return len(every) > 2 and has_small and not (opens or ends_as_work or is_of_body(words))


def _names_other(words: str) -> bool:
    """Whether words name a body, a place or a person."""
    bodies = rf"(?:{NAMED_BODY}|{COMPANY}|{NAMED_PLACE})"
    if re.search(rf"\b{bodies}\Z", words) or re.match(rf"(?:The )?(?:\S+ )?{bodies}\b", words):
        return True
    return any(name.evidence != "form" for name in personal_names(words))


def _titles(passage: Passage) -> Iterator[NamedWork]:
    """What is set like a title: in italics, or between quotation marks."""
    italics = [(e.start, e.end) for e in passage.emphasis if e.kind == "em"]
    quoted = [m.span(m.lastindex or 0) for m in _QUOTED_TITLE.finditer(passage.text)]
    for number, (start, end) in enumerate((*italics, *quoted)):
        words = passage.text[start:end].strip(" ,.;:")
        is_italic = number < len(italics)
        paper = is_italic and start and _PAPER.fullmatch(words) and not _ENDS_AS_BODY.search(words)
        set_so = paper or _is_title(words, 2 if is_italic else 3)
        if set_so or _is_told(passage.text, start, end, words):
            at = passage.text.index(words, start)
            yield NamedWork(words, at, at + len(words))


def _is_told(text: str, start: int, end: int, words: str) -> bool:
    """Whether the text says of words that they are a title: what kind of work, or who printed it.

    Args:
        text: of the passage.
        start: of what is set like a title there.
        end: of the same.
        words: of it, without the marks at its edges.
    """
    if _KIND_BEFORE.search(text, max(0, start - 24), max(0, start - 1)) and _is_short_title(words):
        return True
    is_published = _PUBLISHED_AFTER.match(text, end) is not None
    return is_published and words[:1].isupper() and " " in words


def _is_short_title(words: str) -> bool:
    """Whether it may be a title of few words, or a question, where the text calls it one."""
    every = words.rstrip("?!").split()
    return 1 < len(every) <= _LONGEST_TITLE and all(word[0].isupper() for word in every)


def _is_title(words: str, least: int) -> bool:
    """Whether there are enough words and those that count all have a capital, as in titles."""
    every = words.split()
    if not least <= len(every) <= _LONGEST_TITLE or words[-1:] in "?!" or not every[0][0].isupper():
        return False
    if _ENDS_AS_BODY.search(words):
        return False
    counting = [word for word in every if word.strip("(:,").casefold() not in OPENERS]
    capitals = sum(not word[0].islower() for word in every)
    of_small = capitals > 1 and len(every) > 2  # Rooms of Our Own
    return (len(counting) > 1 or of_small) and all(not word[0].islower() for word in counting)


def _citations(passage: Passage) -> Iterator[NamedWork]:
    """Works by author and year, outside the descriptions of works in lists."""
    if passage.kind == "reference":
        return
    at = 0
    while match := _CITED.search(passage.text, at):
        who = match["who"]
        first = next(word for word in who.split() if word not in PARTICLES).rstrip(",")
        author = (
            first.casefold() not in OPENERS and not _NO_AUTHOR.match(first) and not who.isupper()
        )
        # The Board for Upper Lamps (2004): the last word of a body is no author's name.
        before = max(0, match.start() - _LOOK_BACK), match.start()
        author = author and not _IN_BODY.search(passage.text, *before)
        author = author and not _TITLE_BEFORE.search(passage.text, *before)
        author = author and not _NO_AUTHOR_BEFORE.search(passage.text, *before)
        at = match.end() if author else passage.text.index(first, match.start()) + len(first)
        if author:
            several = " et al" if match["more"] else ""
            yield NamedWork(f"{who}{several} {match['year']}", *match.span())
