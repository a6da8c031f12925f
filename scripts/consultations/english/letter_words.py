"""The words that open and close a letter, or a notice to the press."""

from consultations import patterns as re

VALEDICTION = re.compile(
    r"""
    (?: (?:yours|with|very) \s (?:\w+\s){0,2}
        (?:sincerely|faithfully|truly|yours|ever|regards|wishes)   # With best wishes,
      | (?:kind|best|warm)(?:est)? \s (?:personal\s)? (?:regards|wishes)
      | (?:very\s)? (?:sincerely|faithfully|respectfully|cordially) (?:\s(?:yours|submitted))?
      | yours | regards                                               # Respectfully submitted,
      | (?: (?:i|we)\s(?:am|are|remain|have\sthe\shonou?r\sto\s(?:be|remain)),?\s
            (?:(?:dear\s)?(?:sirs?|madam|gentlemen|my\slord),?\s)? )?
        your\s(?:\w+\s){1,2}servants?                          # I am, Sir, your humble servant,
    ),?""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that closes a letter."""
_CLOSES = re.compile(
    rf"(?:{VALEDICTION.pattern} (?:(?<=,).*)?)", re.IGNORECASE | re.VERBOSE | re.DOTALL
)
_GREETING = re.compile(
    r"(?:dear\s.{1,80}|to\swhom\sit\smay\sconcern|sirs?|madam|gentlemen|my\slords?)[.,:]?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"""
      \W* (?: ends? | more[ ]follows ) \W*                               # -ENDS-
    | (?:for[ ]immediate[ ]release|under[ ]embargo|(?:strictly[ ])?embargoed\b .{0,60}) \W*
    | (?:press|media|news)[ ](?:release|statement|notice) \s? : \s .{1,100}   # Media release: Moss
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MOST_SIGNED = 28
"""Most words in the close of a letter, with the names of those who sign it."""


def greets(words: str) -> bool:
    """Whether the words are the greeting of a letter: `Dear Ms Ferry`."""
    return _GREETING.fullmatch(words) is not None


def closes_letter(words: str) -> bool:
    """Whether the words close a letter, perhaps with who signs it: `Yours truly, Ann Ferry`."""
    return len(words.split()) <= _MOST_SIGNED and _CLOSES.fullmatch(words) is not None


def bounds_notice(words: str) -> bool:
    """Whether a line opens or closes a notice to the press: `ENDS`, `Press release: Lamp Board`."""
    return _NOTICE.fullmatch(words) is not None
