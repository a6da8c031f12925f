"""Lists of references: the headings over them, and family names as they print them.

They are patterns without a group of their own, for those who part the entries of a list and for
those who read them. What may follow a name, each of the two says for itself.
"""

from consultations.english.name_parts import CAPITAL
from consultations.english.persons import PARTICLES
from consultations.english.word_lists import alternatives

_PARTICLE = alternatives(PARTICLES | {p.title() for p in PARTICLES if len(p) > 1 or p == "ó"})
FAMILY = rf"(?:(?:{_PARTICLE})[ ]){{0,3}}{CAPITAL}[\w’'-]+(?:[ ]{CAPITAL}[\w’'-]+)?"
"""A family name of one or two words, after its particles, which may have a capital: Ó Moss."""

LIST_HEADING = r"""
    [\W\d]*                                                             # 7. References
    (?: (?:full|key|main|select(?:ed)?)[ ] )?
    (?: (?:list[ ]of[ ])? references? | reference[ ]list | bibliograph(?:y|ies) | literature
      | works[ ]cited | sources | further[ ]reading )
    (?: [ ] cited | [ ](?:and|&)[ ](?:notes|sources|references|bibliography|further[ ]reading) )?
    \W*
"""
"""A whole line over a list of references, verbose and in any case: Sources, Key references."""
