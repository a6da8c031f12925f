"""Works that a passage cites by author and year, and no list has: "Moss and Reed (2004)"."""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.dates import TIME
from consultations.english.kinds import COMPANY, LANDS, NAMED_BODY, NAMED_PLACE, WORK
from consultations.english.name_parts import CAPITAL, CAPITALISED, FORENAMES
from consultations.english.persons import PARTICLES, TITLE
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage

_AUTHOR = rf"{CAPITAL}(?:[\w-]|['’](?!s\b))+"
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
_IN_BODY = re.compile(rf"{CAPITALISED} (?:for|of|on) (?:the )?(?:{CAPITALISED} ){{0,3}}\Z")
_TITLE_BEFORE = re.compile(
    rf"(?:, |\b(?:[Ii]n|[Ss]ee) )(?!(?:{alternatives(FORENAMES)}|{TITLE}) ){CAPITALISED} \Z"
)
"""Before the last word of a title with its year: "in Dry Piers, Wet Feet (2004)"."""
_NO_AUTHOR_BEFORE = re.compile(
    r"\bv\.? (?:\w+ )?\Z|\w['’]s \Z|\bedn?\.?,? \Z|\b[Ee]x p(?:arte|\.)? \Z"
    rf"|(?:[(]|\d; )(?:see )?{CAPITALISED} (?:(?:{CAPITALISED}|and|for|of|the) ){{0,5}}\Z"
)
"""Before the second party of a case, a title, a publisher and the last word of a body: Moss v Reed
(1868), Ex p Moss (1868), Moss’s Piers (2004), (2nd edn, Reed 2004), (Rivers Unite, 2018)."""
_NO_AUTHOR = re.compile(
    rf"(?:{NAMED_BODY}|{COMPANY}|{NAMED_PLACE}|{TIME}|{alternatives(LANDS)})\Z|(?i:{WORK})\Z"
    r"|[A-Z]{2}|[A-Z][a-z]?[A-Z]+\b"
)
_LOOK_BACK = 160
"""Code points before a name in which words may show that it is no author's."""


def cited_works(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Each work by its author and year, with its place; none in the entries of lists of works."""
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
            yield f"{who}{several} {match['year']}", *match.span()
