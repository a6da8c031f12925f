"""Bodies, laws and newspapers by the form of their names, whether or not an authority has them."""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.annotate.defined_bodies import defined_bodies
from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.english.dates import TIMES_OF_YEAR
from consultations.english.inflection import noun_forms
from consultations.english.kinds import COMPANY, MATTER, NAMED_BODY, NAMED_NEWSPAPER, OF_LAND, WORKS
from consultations.english.personal_names import personal_names
from consultations.english.persons import POST
from consultations.english.saying import BESIDE, SAYS
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import alternatives
from consultations.model.annotation import QuotationKind
from consultations.model.text import masked

_NAMED_WORK = alternatives(form.title() for noun in WORKS for form in noun_forms(noun))
_CAPITAL = r"[A-Z][\w’'-]*[a-z]"
_BODY = re.compile(
    rf"""
    \b (?P<name>
      (?: [A-Z]{{2,5}} [ ] )?                                                     # HM, BBC
      (?: (?! (?:{NAMED_BODY}) [ ] and [ ] the [ ] )                         # the Guild and the
          {_CAPITAL}[’']? [ ] (?: (?:of|for|and|the|on|in|&) [ ] ){{0,2}} ){{0,6}}  # Pilots’ Canal
      (?: (?P<body> {NAMED_BODY} ) | (?: {_NAMED_WORK} )                        # Trust; Report
        | (?<=[ ]) (?: {COMPANY} ) | {OF_LAND} (?![ ][A-Z]) ) \b    # Moss Fish Ltd, Ports Scotland
      (?: [ ] (?:of|for|on) [ ] (?: the [ ] )?
          (?: (?:{MATTER}) (?: ,[ ] (?:{_CAPITAL}[ ]){{0,2}} (?:{MATTER}) ){{1,4}} ,?[ ] and [ ] )?
          {_CAPITAL}                                    # of the North, of Piers, Health and Tolls
          (?: [ ] (?: and [ ] )? {_CAPITAL} ){{0,5}}
          (?: [ ] of [ ] (?: the [ ] )? {_CAPITAL} )? )?                       # Friends of the Mill
    )
    """,
    re.VERBOSE,
)
_NEWSPAPER = re.compile(rf"\b[Tt]he (?P<name>{NAMED_NEWSPAPER})")
_NUMBERED = re.compile(
    rf"""
    \b (?: (?: Article | By-?law | Clause | Motion | Petition | Regulation | Resolution | Rule
            | Standing[ ]Order | Submission ) [ ] (?:No\.?[ ])? \d[\w().-]*\b \)?     # Rule 4(b)
         | [Ss]ection [ ] \d[\w().-]*\b \)?
           (?= [ ] (?: of[ ]the | provides[ ]that ) [ ] )                 # of the Act
       )
    (?: [ ] of [ ] the [ ] {_CAPITAL} (?: [ ] (?: (?:and|of|on|for) [ ] )? {_CAPITAL} ){{0,5}}
        (?: [ ] (?:1[5-9]|20)\d\d \b )? )?
    """,
    re.VERBOSE,
)
"""A part of a law, or one of many papers that have numbers."""
_CASE = re.compile(
    r"""
    \.? [ ] (?: vs? \.? [ ] [A-Z]                             # Moss Fish Ltd v Leith Harbour Trust
          | [\[(] (?:19|20)\d\d [\])] [ ] (?:\d{1,3}[ ])? [A-Z]{2} )  # Moss Fish Ltd [2004] AC 12
    | \.?, [ ] \d{1,4} [ ] [A-Z][\w.]* [ ]                     # Moss Fish Corp., 12 U.S. at 34
    """,
    re.VERBOSE,
)
"""What follows a party to a case: the name belongs to the case and names no speaker."""
_OF_MANY = re.compile(r"\b(?:[Oo]ne|[Aa]nother|[Ee]ach|[Ee]very|[Ss]everal|[Ss]ome|[Mm]any) \Z")
"""Before words that say only what kind of body it is, and do not name one: another Harbour
Board."""
_OF_THE = re.compile(
    rf"""
    [ ] (?:at|from|of) [ ] the [ ] [A-Z][\w’'-]*
    (?: [ ] (?:(?:and|for|of)[ ])? [A-Z][\w’'-]* ){{0,6}} [ ] (?: (?:{BESIDE}) [ ] )? (?:{SAYS}) \b
    """,
    re.VERBOSE,
)
"""From the end of a person's name to the verb, past the body that the person works for: Ann Moss of
the Lamp Trust later said."""
_FIRST_WORD = re.compile(r"\S+ (?:of |the )*")
_DOING_THE = re.compile(r"[A-Z][a-z]+ing the ")
"""Words with a capital that begin a sentence and are no name: "Quoting the Harbour Plan, Ann Moss
said"."""
OFFICE_IN = re.compile(rf"(?:{POST}) (?:of|for) ", re.IGNORECASE)


def papers(text: str) -> Iterator[Candidate]:
    """Newspapers, and parts of laws and other papers that have numbers."""
    for match in _NUMBERED.finditer(text):
        yield Candidate(*match.span(), Voice(match[0], "publication"))
    for match in _NEWSPAPER.finditer(text):
        yield Candidate(*match.span("name"), Voice(match["name"], "publication"))


def bodies(text: str) -> Iterator[Candidate]:
    """Bodies and works by their names."""
    # Names of people begin no body: "Mr Reed of the Trust".
    people = [
        (n.start, n.end)
        for n in personal_names(text)
        if n.evidence != "form" or _OF_THE.match(text, n.end)
    ]
    for start, end in defined_bodies(text):
        yield Candidate(start, end, Voice(text[start:end], "publication"))
    for match in _BODY.finditer(masked(text, people, ".")):
        case = text.endswith((" v ", " v. "), 0, match.start()) or _CASE.match(text, match.end())
        if not case and (candidate := _body(match)) is not None:
            yield candidate


def _body(match: re.Match[str]) -> Candidate | None:
    start, name = match.start(), match["name"]
    while (first := _FIRST_WORD.match(name)) and (
        _only_opens(first[0].split()[0]) or _DOING_THE.match(name)
    ):
        start, name = start + first.end(), name[first.end() :]
    if _OF_MANY.search(match.string[:start][-len("another ") :]):
        return None
    if " " not in name and not (match["body"] and name == "Government"):
        return None
    kind: QuotationKind = "speech" if OFFICE_IN.match(name) else "publication"
    return Candidate(start, match.end(), Voice(name, kind))


def _only_opens(word: str) -> bool:
    """Whether a word begins a sentence or dates it, and no name: "On 2 June the Lamp Board"."""
    return word.casefold() in OPENERS or word in TIMES_OF_YEAR
