"""What the caption of a table or a picture begins with."""

from consultations import patterns as re

DRAWN = r"table|fig(?:ure|\.)?|chart|graph|diagram|map"
"""Words for what is drawn or set out in cells, and has a number: alternatives, in lower case."""
_NUMBERED = rf"""
    (?: {DRAWN} | box ) \s+
    (?: \d{{1,3}} (?:[.-]?\d{{1,2}}|[A-Z])?+               # Table 7   Fig. 2.1   Map 4b
      | (?-i:[A-Z]) (?:[.-]?\d{{1,3}})?+                  # Box B   Figure A.2
      | (?-i:[IVX]{{1,5}}) ) \b
"""
_SAID = rf"""
    (?: {DRAWN} | box ) \s? :                            # Table: Lamps
  | :\s                                                 # : Lamps, which the mark says
"""
NAMES_DRAWN = re.compile(rf"{_NUMBERED} | {_SAID}", re.VERBOSE | re.IGNORECASE)
"""What a caption begins with, and a sentence about what it names may too: `Table 7 shows`."""
CAPTION = re.compile(
    rf"{_NUMBERED} (?: \s? [:.–—-] \s | (?! \s+ (?-i:[a-z]) | \s? [,’')] ) ) | {_SAID}",
    re.VERBOSE | re.IGNORECASE,
)
"""What is called so and its number, no part of a sentence."""
SOURCE = re.compile(r"[\W_]*(?:data\s)?(?:sources?|base)(?:\s?[:–—]|\s-)", re.IGNORECASE)
"""What stands right under a table or a drawing: `(Source: the Board)`, `Base: all who rowed`."""
