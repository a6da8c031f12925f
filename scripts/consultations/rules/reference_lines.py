"""Lines with which the entries of a list of references begin."""

from consultations import patterns as re
from consultations.english.listed_names import FAMILY
from consultations.english.name_parts import CAPITAL

_YEAR = r"\( (?: (?:1[5-9]|20)\d\d [a-z]? | n\.d\. | forthcoming | in[ ]press ) [),]"
_ENTRY = re.compile(
    rf"""
      {FAMILY} ,[ ] {CAPITAL}\. (?: [ -]? {CAPITAL}\. ){{0,3}} (?=[ ,;(])    # Moss, A. B.
    | {FAMILY} [ ] {CAPITAL}{{1,3}} (?= ,[ ]{CAPITAL} | \.[ ]{CAPITAL} )     # Moss AB, Reed C.
    | {CAPITAL}[\w’'&-]* (?: ,?[ ] (?:[a-z]{{1,3}}[ ]){{0,2}} {CAPITAL}[\w’'&-]* ){{0,9}}
      \.?[ ] {_YEAR}                                                         # Board of Lamps (2004)
    """,
    re.VERBOSE,
)
_DATED = re.compile(rf"[^()]{{3,120}} {_YEAR} [.,:]? [ ]+ [\"'“‘]? {CAPITAL}", re.VERBOSE)
"""A year between whoever wrote it and its title: `Moss, A. and Reed, B. (2004) Lamps`."""


def begins_reference(words: str) -> bool:
    """Whether a line may begin a reference; a sentence may begin so too: `Moss (2004) shows`."""
    return _ENTRY.match(words) is not None


def begins_dated_reference(words: str) -> bool:
    """Whether a line begins a reference with its year and its title; no sentence begins so."""
    return begins_reference(words) and _DATED.match(words) is not None
