"""Apostrophes that stand before a word as a quotation mark does: ’twas, the ’90s, in '11."""

from consultations import patterns as re

_ELIDED = re.compile(
    r"""
    [’'‘] (?: \d\d (?: s \b | (?= [,.;:)] | \Z ) )     # the ’90s; in ’07.
            | (?: twas|tis|twere|twill|em|til|till|cause|bout|round|n|cos|kay ) \b    # ’twas
          )
      | ’ \d\d \b (?! ’ )                              # an ’07 van; ‘’99’ would be a quotation
      | ' (?: 0\d | \d\d (?= [ ] (?:report|edition|season|election|strike|war|act)\b ) ) \b  # '07
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that begin with an apostrophe, decades, and years of two digits."""
_BEHIND_N = re.compile(r"(?<=\s[’'‘]n)[’'](?=\s)", re.IGNORECASE)
"""The second apostrophe of rock ’n’ roll: it closes nothing that opened before."""
_YEAR = re.compile(r"’\d\d\b")
_SHORT_YEAR = re.compile(r"'\d\d(?=[ ][a-z])")
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|of|since|until|by|from|before|after|spring|summer|autumn|winter)"
    r"|['’]\d\d[ ](?:and|or|to))[ ]\Z",  # in '09 and '10
    re.IGNORECASE,
)
_NEXT_MARK = re.compile(
    r"""
      (?<! \w ) ' (?= \w )              # another opens: in '11 when 'the lamps' were
    | (?<= [sxz] ) ' (?= \s \w )        # a possessive: in '11 the keepers' hut
    | (?P<closes> ' (?! \w ) )          # of '12 lamps lit'.
    """,
    re.VERBOSE,
)


def is_elided(text: str, at: int) -> bool:
    """Whether the single mark at a place of a text stands for letters or digits left out."""
    if text[at - 1 : at].isalnum():
        return bool(_BEHIND_N.match(text, at))
    # Behind a mark that opens, no other opens with the one that closes: ‘it shut in ’99’.
    year = _YEAR.match(text, at) and "‘" in text[:at]
    return bool(year or _ELIDED.match(text, at) or _is_short_year(text, at))


def _is_short_year(text: str, at: int) -> bool:
    """Whether a straight mark before two digits is a year's, as in "of '11": none surely closes."""
    if not (_SHORT_YEAR.match(text, at) and _BEFORE_YEAR.search(text, max(0, at - 8), at)):
        return False
    following = _NEXT_MARK.search(text, at + 1)
    return following is None or following["closes"] is None
