"""Works in one passage that nobody listed, each on a sign of its own.

A work is set in italics or between quotation marks like a title; is called what it is right before
its title ("the report Lamps at Night"); is a law, a case or an official paper; is described in a
note or a reference; or is cited by author and year.
"""

from collections.abc import Iterator
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.names.candidates.cited_works import cited_works
from consultations.annotate.names.candidates.legal_works import legal_works
from consultations.annotate.names.candidates.listed_works import ListedWork, listed_work
from consultations.annotate.names.candidates.no_names import is_of_body
from consultations.annotate.names.candidates.noted_works import titles_in_note, titles_referred_to
from consultations.english.kinds import (
    COMPANY,
    NAMED_BODY,
    NAMED_NEWSPAPER,
    NAMED_PLACE,
    NEWSPAPERS,
    PART_OF_WORK,
    WORK,
)
from consultations.english.name_parts import CAPITAL, CAPITALISED
from consultations.english.personal_names import personal_names
from consultations.english.persons import POST, ROLE
from consultations.english.small_words import AUXILIARIES, OPENERS
from consultations.model.edition import Passage

_QUOTED_TITLE = re.compile(
    r"""
    [“‘] ([^“”‘’\n]{6,150}) [”’]
    | (?<!\w) " (?=[^\W\d_]) ([^"\n]{6,150}) "
    | (?<!\w) ' (?=[^\W\d_]) ([^\n']{6,150}) ' (?!\w)
    """,
    re.VERBOSE,
)
_REMARKED = re.compile(r" \([a-z]+\)\Z|\.\.\.|…")
"""In italics or marks, and no title: "ANN MOSS (sworn)", "Contrary to … the Lamps Act"."""
_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: ")
"""Before somebody's name in italics: *Chair: Ann Moss*."""
_OFFICE_BEHIND = re.compile(rf", (?:the )?(?:\w+ ){{0,2}}(?i:{POST}|{ROLE})\b")
_LONGEST_TITLE = 20
_NEAR = 24
"""Code points before and behind a title in which what tells of it stands."""
_LEAST_LONG = 4
"""Words of a title with a longer one behind its colon: Lamps: A Short Survey."""
_EDITED = re.compile(
    rf"""
    \( [Ee]ds?\.? \) ,? [ ]
    (?P<title> {CAPITALISED} (?: [ ] [\w’'&:-]+ ){{1,14}}? ) ,?[ ]
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
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.:!?]|\n)\W*\Z")
_KIND_BEFORE = re.compile(rf"\b(?i:{WORK}),? \Z")
"""What sort of work it is, before a title in marks: the chapter “Dark Water”, the film ‘Ports?’."""
_PAPER = re.compile(rf"The {CAPITAL}[a-z]{{3,}}")
"""A newspaper, in italics inside a sentence: *The Guardian*."""
_NEWSPAPER = re.compile(rf"\b[Tt]he (?P<name>{NAMED_NEWSPAPER})")
"""The same in plain type, the Tarn Gazette."""
_SMALL = r"(?:an?|and|as|at|but|by|for|from|if|in|is|it|not|of|on|or|the|to|with)"
_TITLE_WORDS = rf"{CAPITALISED}(?:[ ](?:{_SMALL}[ ]){{0,3}}+{CAPITALISED})+"
_BY_SOMEBODY = rf"[ ]by[ ]{CAPITALISED}[ ]{CAPITALISED}"
_ENDS_TITLE = re.compile(rf"[(.]|{_BY_SOMEBODY}")
_CALLED = re.compile(
    rf"""
    (?<![\w’'-]) (?! (?i:{PART_OF_WORK}) \b )
    (?: (?i: (?:{WORK}) (?:[ ](?:called|entitled|titled))? | author[ ]of )
      | (?:{WORK}) , ) [ ]                                        # in small letters before a comma
    (?P<title> {_TITLE_WORDS} )      # the report Lamps at Night; our strategy, Warm by Winter
    (?P<more> :[ ]{CAPITAL}[^.,;:()“”"\n]{{3,80}}?                 # The Lamps: A Survey
        (?= {_BY_SOMEBODY} | [.,;:()“”"\n] | \Z ) )?+
  | (?<![\w’'-]) (?:writes?|wrote|written)[ ] (?:[\w’'-]+[ ]){{0,9}}? in [ ]
    (?P<written_in>                                               # wrote in The Lamp and the Page
        (?:The|A|An)[ ] (?:{_SMALL}[ ]){{0,2}} {_TITLE_WORDS} )
    """,
    re.VERBOSE,
)
"""A work right after the word that says what it is, or after "wrote in" with an article."""
_OWNED = re.compile(
    rf"""
    (?: \w['’]s | , [ ] in (?= [^()]{{3,120}} \([A-Z] ) ) [ ]
    (?P<title> {CAPITAL}[\w’'-]+ (?:[ ][\w’'&-]+){{1,12}}? ) ,?[ ]
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
    for paper in _NEWSPAPER.finditer(passage.text):
        if paper["name"].split()[-1] in NEWSPAPERS:
            yield NamedWork(paper["name"], *paper.span("name"))
    yield from _owned(passage.text)
    yield from (NamedWork(*work) for work in cited_works(passage))


def _called(text: str) -> Iterator[NamedWork]:
    """Works that are called what they are, right before a title of several words."""
    for match in _CALLED.finditer(text):
        group = "written_in" if match["written_in"] else "title"
        start, end = match.start(group), match.end("more" if match["more"] else group)
        words = text[start:end].rstrip()
        is_whole = match["more"] and _ENDS_TITLE.match(text, end)
        called = _is_called(match[group]) or (is_whole and _is_called(words))
        if called and not _names_other(words):
            yield NamedWork(words, start, start + len(words))


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
    return (
        len(every) > 2
        and has_small
        and not (opens or ends_as_work or is_of_body(words.partition(":")[0]))
    )


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
        before = passage.text[max(0, start - _NEAR) : start if is_italic else start - 1]
        after = passage.text[end : end + _NEAR]
        alone = not (before or after)
        signed = is_italic and _is_signature(words, alone=alone)
        set_so = _is_in_italics(before, words) and not signed if is_italic else _is_title(words, 3)
        if set_so or _is_told(before, after, words):
            at = passage.text.index(words, start)
            yield NamedWork(words, at, at + len(words))


def _is_in_italics(before: str, words: str) -> bool:
    """Whether words in italics are a title by their capitals: a newspaper's, or a work's."""
    if before and _PAPER.fullmatch(words) and not _ENDS_AS_BODY.search(words):
        return True
    main = _main_title(before, words)
    return _is_title(main, 2) or (main != words and _is_title(words, _LEAST_LONG))


def _main_title(before: str, words: str) -> str:
    """A title without the longer one behind its colon: "Night Lamps" of "Night Lamps: a survey".

    What begins a sentence or tells something may be a label with its words, and stays whole.
    """
    title, _, longer = words.partition(": ")
    tells = not AUXILIARIES.isdisjoint(longer.casefold().split())
    return words if tells or _SENTENCE_BEGINS.search(before[-4:]) else title


def _is_told(before: str, after: str, words: str) -> bool:
    """Whether the text says of words that they are a title: what kind of work, or who printed it.

    Args:
        before: what stands before them, up to a mark.
        after: what stands behind them.
        words: what is set like a title, without the marks at its edges.
    """
    if _KIND_BEFORE.search(before) and _is_short_title(words):
        return True
    return bool(_PUBLISHED_AFTER.match(after)) and words[:1].isupper() and " " in words


def _is_signature(words: str, *, alone: bool) -> bool:
    """Whether words are somebody's name with an office behind it, and no *Mrs Dalloway*.

    A title or an office before it is enough where they stand `alone`, as under a letter.
    """
    label = _LABEL.match(words)
    begins = label.end() if label else 0
    return any(
        name.start == begins
        and (
            _OFFICE_BEHIND.match(words, name.end)
            or (alone and name.end == len(words) and (label or name.evidence == "title"))
        )
        for name in personal_names(words)
        if name.evidence != "form"
    )


def _is_short_title(words: str) -> bool:
    """Whether it may be a title of few words, or a question, where the text calls it one."""
    every = words.rstrip("?!").split()
    return 1 < len(every) <= _LONGEST_TITLE and all(word[0].isupper() for word in every)


def _is_title(words: str, least: int) -> bool:
    """Whether there are enough words and those that count all have a capital, as in titles."""
    every = words.split()
    if not least <= len(every) <= _LONGEST_TITLE or words[-1:] in "?!" or not every[0][0].isupper():
        return False
    if _ENDS_AS_BODY.search(words) or _REMARKED.search(words):
        return False
    counting = [word for word in every if word.strip("(:,").casefold() not in OPENERS]
    capitals = sum(not word[0].islower() for word in every)
    of_small = capitals > 1 and len(every) > 2  # Rooms of Our Own
    return (len(counting) > 1 or of_small) and all(not word[0].islower() for word in counting)
