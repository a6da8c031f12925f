"""Words with capitals that look like a name of a body or of a work, and are none."""

from consultations import patterns as re
from consultations.english.kinds import NAMED_BODY, PART_OF_WORK, WORK
from consultations.english.persons import HEARD, POST, ROLE

_OFFICE = re.compile(
    rf"""
    (?! (?: (?! (?i: {POST} | {ROLE} | {HEARD} ) \b ) [A-Z][\w’'-]+ [ ] ){{0,3}}
        (?:{NAMED_BODY}|Friends) [ ] (?:of|for) [ ] )          # Royal Guild of Lamp Lighters is one
    (?: .+ [ ] )?
    (?: (?i: {POST} | {ROLE} | {HEARD} | order | professor | {WORK} )     # Order of the Lamp
        [ ] (?:and|at|for|in|of|on|to) [ ] .+
      | (?i: {POST} | {ROLE} | {HEARD} )                      # Lamp Board Treasurer
    ) \Z
    """,
    re.VERBOSE,
)
"""Who or what belongs to a body, and is none: the Chair of the Lamp Board, Members of the Board."""
_TWO = re.compile(r"\S+ and (?:the )?\S+\Z")
_LABELLED = re.compile(
    r"(?:Annex|Appendix|Box|Chapter|Figure|Part|Schedule|Section|Table|Volume)"
    r" (?:[A-Z]|[IVX]{1,5})\b"
)
"""A part by its letter or Roman number, with whatever it is a part of: Annex C of the Review."""
_PART = re.compile(rf"(?:.+[ ])?(?i:{PART_OF_WORK})\Z")
_BUILDING = re.compile(
    r"(?!(?:.+ )?(?:Opera|Publishing) )(?:.+ )House\Z"
    r"|(?:.+ )?(?:Assembly|Committee|Council|Debating|Meeting) Chamber\Z"
)
"""Lamp House, the Council Chamber; the House of Lords and an Opera House are bodies."""
_OF_LETTER = re.compile(r".+ (?:for|of|on) [A-Z]\Z")
"""A body of whatever it may be: Committee on X."""
_COLOURED = frozenset({"Green Paper", "White Paper", "Blue Book"})
"""Kinds of papers of governments, of which there are many."""


_OF_HOUSE = re.compile(r"(?:HC|HL) (?:Bill|Paper)\Z")
"""What stands before a number of a House’s papers: HL Paper 56."""


def is_no_name(words: str) -> bool:
    """Whether words are an office, what belongs to a body, a part of a work, a building, or two.

    Two things are joined by "and", as in "Lamps and Piers".
    """
    return is_of_body(words) or bool(
        _TWO.match(words) or _BUILDING.match(words) or _OF_LETTER.match(words)
    )


def is_of_body(words: str) -> bool:
    """Whether words are an office, who or what belongs to a body, or a part of a work."""
    return bool(_OFFICE.match(words) or _LABELLED.match(words))


def is_sort_of_work(words: str) -> bool:
    """Whether words are a part of a work, or a sort of works: "White Paper"."""
    return bool(_PART.match(words) or _OF_HOUSE.match(words)) or words in _COLOURED
