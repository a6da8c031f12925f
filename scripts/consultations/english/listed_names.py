"""Family names as lists of references print them: Moss, van der Weide, Reed Bell.

They are patterns without a group of their own, verbose or not, for those who part the entries of a
list and for those who read them. What may follow, each of the two says for itself.
"""

from consultations.english.persons import PARTICLES
from consultations.english.word_lists import alternatives

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that is none in lower case, those of Latin-1 among them."""

_PARTICLE = alternatives(PARTICLES | {p.title() for p in PARTICLES if len(p) > 1 or p == "ó"})
FAMILY = rf"(?:(?:{_PARTICLE})[ ]){{0,3}}{CAPITAL}[\w’'-]+(?:[ ]{CAPITAL}[\w’'-]+)?"
"""A family name of one or two words, after its particles, which may have a capital: Ó Moss."""
