"""Words that stand for somebody named before: "another", "she", "the board", "this report"."""

from consultations import patterns as re
from consultations.english.inflection import noun_forms
from consultations.english.kinds import BODIES, WORK, WORKS
from consultations.english.numerals import ORDINAL
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.saying import BESIDE, SAYING, STATEMENT
from consultations.english.word_lists import alternatives

UNSAID = re.compile(
    rf"""
    \b (?: (?:[Oo]ne|[Aa]nother|[Ss]ome) [ ] (?:man|men|people|person|woman|women) (?:[ ]here)?
           (?! [ ](?:in|from|at|aged)[ ] )        # one man in Leith is described, and not meant
         | (?: [Oo]ne|[Aa]nother|[Aa][ ](?:{ORDINAL}|further)
             | [Oo]thers|[Ss]ome|[Ss]everal|[Mm]any|[Ss]omeone(?:[ ]else)?
             | [Aa][ ]few )
           (?: [ ] of [ ] (?:them|these) )?
           (?= ,? \s (?: (?:{BESIDE}) \s ){{0,3}} (?: {SAYING} | that ) \b
                 (?! [ ] (?:{STATEMENT}|{WORK}) \b )              # one written answer
             | :
             | , [^,.;:“”]{{2,60}}, \s (?:{SAYING}) \b )
       ) (?! [\w’'-] )
    """,
    re.VERBOSE,
)
"""Somebody of those spoken of before: "another said", "one of them said"."""
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b")
OWNERS = {"His": "he", "Her": "she", "Their": "they", "Its": "it"}
"""Whose something is with which a sentence begins, and the pronoun of the same person."""
OWNER = re.compile(
    rf"""
    \b (?: {alternatives(OWNERS)}
        | (?<= \bIn[ ] ) (?: {alternatives(word.lower() for word in OWNERS)} ) )   # In her view
    (?= \s (?:[\w-]+\s){{0,2}}? (?:{STATEMENT}|{WORK}) \b )
    """,
    re.VERBOSE,
)
"""Whose statement it is with which a sentence begins: "Her letter ended". Further on in a sentence
it may be another's: "Mr Moss denied his claim"."""
_SORTS = (
    r"accompanying|annual|consultation|discussion|draft|explanatory|green|impact|independent|interim"
    r"|local|monthly|national|official|statutory|weekly|white"
)
"""What sort it is, which whoever is spoken of so need not have in the name."""
_WORKS = frozenset(form for noun in WORKS for form in noun_forms(noun))
SUCH = re.compile(
    rf"""
    \b (?: [Tt]h(?:e|is|at|eir) [ ]
           (?: (?: new|same|latter|recent|final | (?P<sort> {_SORTS} )
                 | (?P<of>[A-Z][\w’']+(?<![’']s) (?:[ ][A-Z][\w’']+(?<![’']s)){{0,2}} )
                 | (?P<owned>[a-z][\w-]*(?:s[’']|(?:dren|men|people)[’']s)) | (?P<year>\d{{4}}) )
               [ ] )?
           (?P<noun> (?i: {alternatives(BODIES | _WORKS | {"author", "authors"})} ) )
           (?! [ ] (?:{HEARD}|{POST}|{ROLE}) \b )                     # and no team manager
           (?P<dated> [ ] (?:of|from|for) [ ] (?:[A-Z][a-z]+[ ])? \d{{4}} \b )?
         | (?:[Pp]age|[Pp]aragraph) [ ] \d+ (?:\.\d+)*
       ) \b
    """,
    re.VERBOSE,
)
"""A body or a work spoken of before, or told from others by its year or whose it is: "the board",
"this new report", "page 3", "the 1903 report", "the report of May 1903", "the pilots’ union"."""
