"""Laws, cases and official papers in a text, by the forms in which lawyers and parliaments cite.

A law has its year or a bracket in its name; a case has `v` between its parties, or `Re` before its
name and a report behind; an instrument, a directive, a command paper and a paper of a House have
their numbers.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.wording import opening
from consultations.english.kinds import LANDS
from consultations.english.name_parts import CAPITAL, CAPITALISED
from consultations.english.personal_names import personal_names
from consultations.english.word_lists import alternatives
from consultations.model.text import Interval

_SMALL = r"(?:(?:and|of|for|in|on|the|to|&|etc\.)[ ]){0,3}+"
_SUBJECT = r"(?:[^()\d\n]{2,60}|No\.[ ]\d{1,3})"
"""What stands in brackets in the name of a law, and is no number of a paper."""
_ENACTED = re.compile(
    rf"""
    (?<![\w’'-]) (?P<name> {CAPITALISED}
    (?: (?: ,[ ](?!the[ ]) | [ ] ) {_SMALL} (?: {CAPITALISED} | \({_SUBJECT}\) ) ){{0,9}}?
    [ ] (?: Act|Bill|Measure|Order|Regulations|Rules ) )
    (?P<year> ,? [ ] (?:1[2-9]|20)\d\d \b (?![-–/]\d)
  # Lamps Act 1931 (Piers) Order 1932
        (?: [ ] \([^()\n]{{2,80}}\) [ ] (?:Order|Regulations|Rules) [ ] (?:1[2-9]|20)\d\d \b )? )?
    (?![\w’'-])
    """,
    re.VERBOSE,
)
"""A law: Lamps and Piers Act 1931, Lamps (Safety) Bill."""
_TREATY = re.compile(
    rf"""
    (?<![\w’'-]) (?: {CAPITALISED} [ ] ){{0,3}} (?: Convention | Covenant ) [ ]
    (?: against|for|on|relating[ ]to ) [ ] (?:the[ ])? {CAPITALISED}
    (?: [ ] (?:(?:and|for|in|of|on|the|to|with)[ ]){{0,3}}+ {CAPITALISED} ){{0,8}}+
    """,
    re.VERBOSE,
)
"""A treaty: Hague Convention on the Lighting of Piers."""
_WITHIN = r"(?:(?:and|of|for|in|on|&)[ ](?:the[ ])?)?+"
_OF = rf"(?: {CAPITALISED} (?: ['’]s (?=[ ]{CAPITAL}) )? | (?:[A-Z]\.)+ )"
"""A word of a party, which may be whose something is, or a letter: Women’s Guild, M.R."""
_PARTY = (
    rf"{_OF} (?: (?: [ ]{_WITHIN} | ,[ ](?=Co|Inc|LLC|Ltd) )"
    rf" (?: {_OF} | \([^()\d\n]{{2,40}}\) ) ){{0,6}}"
)
_REPORT = r"""
    (?: [\[(] (?:1[6-9]|20)\d\d [\])] [ ] (?: \d{1,3} [ ] )?
        [A-Z][A-Za-z.]* (?: [ ] [A-Z][A-Za-z.]* ){0,2} (?: [ ] \d{1,5} )? (?: [ ] \([A-Z][a-z]+\) )?
      | (?:1[89]|20)\d\d [ ] [A-Z]{2,5} (?: [ ] \([A-Z]{1,2}\) )? [ ] \d{1,4} \b )
"""
"""Where a case is reported: [1932] AC 562, [2011] EWCA Civ 104, (1868) LR 3 HL 330, 1932 SC
31."""
_EX_PARTE = rf"(?: ,?[ ] [Ee]x[ ]p(?:arte|\.)? [ ] {_PARTY} )?"
"""At whose instance: R v Leith Harbour Board, ex p Moss."""
_VERSUS = re.compile(r" vs?\.? (?=[A-Z])", needs=(" v",))
_FIRST_PARTY = re.compile(
    rf"(?<![\w’'&-]) (?: R (?: [ ] \( [^()\n]{{2,60}} \) )? | {_PARTY} ) \Z",  # R (Moss)
    re.VERBOSE,
)
_SECOND_PARTY = re.compile(
    rf"{_PARTY} {_EX_PARTE} (?: (?P<report> ,?[ ]{_REPORT} ) | (?= [,.;:)’”] | [ ][a-z(] | \Z ) )",
    re.VERBOSE,
)
_REPORTED = re.compile(rf",?[ ]{_REPORT}", re.VERBOSE)
_RE = re.compile(
    rf"(?<![\w’'&-]) (?P<name> (?: In[ ]re | [Rr]e ) [ ] {_PARTY} ) (?P<report> ,?[ ]{_REPORT} )",
    re.VERBOSE,
)
"""A case with one party: Re Moss [1932] AC 1."""
_LONGEST_PARTY = 120
_NUMBERED = re.compile(
    r"""
    (?<![\w/-]) (?:
        S\.?S?\.?[IR]\.? [ ] (?: No\.?[ ] )? (?:1[89]|20)\d\d / \d{1,5}  # SI 2004/118
      | (?: (?:Council|Commission|Delegated|Framework|Implementing) [ ] )?
        (?: Decision|Directive|Regulation ) [ ] (?: \((?:EC|EEC|EU)\) [ ] )? (?: No\.?[ ] )?
        \d{2,4} / \d{1,4} (?: / (?:EC|EEC|EU|JHA) )?  # Directive 2002/49/EC
      | (?: Cmnd|Cmd|Cm|CP ) \.? [ ] \d{3,5}  # Cm 7712
      | (?: HC|HL ) (?: [ ] Paper )? [ ] (?:No\.?[ ])? \d{1,4}
        (?: ,[ ] (?:19|20)\d\d [-–] \d\d | [ ] \( (?:19|20)\d\d [-–] \d\d \)  # HC 56, 2010–11
          | (?<=Paper[ ]\d) | (?<=Paper[ ]\d\d) | (?<=Paper[ ]\d\d\d) )           # HL Paper 56
      | Bill [ ] [CS]-\d{1,3}  # Bill C-29, of Canada
    ) (?! [\w/] )
    """,
    re.VERBOSE,
)
_OF_A_TITLE = re.compile(r"(?:\b[A-Z][\w’'-]*|[”’\"'*_]|\b\d{4}) \((?:[^()]{1,40}, )?\Z")
"""Before a number in brackets of the title in front of them: Light for All (Cm 7712)."""
_MATCH = re.compile(rf"(?:{alternatives(LANDS)}) vs?\.? (?:{alternatives(LANDS)})\b")
"""Who plays against whom, and no case."""


class LegalWork(NamedTuple):
    """A law, a case or a paper by its name, and where it stands with the place of its report."""

    name: str
    start: int
    end: int


def legal_works(text: str, italics: Sequence[Interval] = ()) -> Iterator[LegalWork]:
    """The laws, cases and official papers that a text cites.

    Args:
        text: of a passage.
        italics: where they stand in it: a case set so ends with them, and so does a title that has
            its number behind it.
    """
    ends = {end for _, end in italics}
    yield from _cases(text, italics)
    yield from _enacted(text)
    for match in _TREATY.finditer(text):
        start = opening(text, *match.span(), numbered=False)
        yield LegalWork(text[start : match.end()], start, match.end())
    for match in _NUMBERED.finditer(text):
        of_title = _OF_A_TITLE.search(text, max(0, match.start() - 60), match.start())
        if not of_title and match.start() - len(" (") not in ends:
            yield LegalWork(match[0], *match.span())


def _cases(text: str, italics: Sequence[Interval]) -> Iterator[LegalWork]:
    for versus in _VERSUS.finditer(text):
        around = next((one for one in italics if one[0] < versus.start() < one[1]), None)
        if around:
            report = _REPORTED.match(text, around[1])
            yield LegalWork(text[slice(*around)], around[0], report.end() if report else around[1])
            continue
        first = _FIRST_PARTY.search(text, max(0, versus.start() - _LONGEST_PARTY), versus.start())
        second = _SECOND_PARTY.match(text, versus.end())
        if first and second:
            start = opening(text, *first.span(), numbered=False)
            name, start = _without_judge(text[start : _name_end(second)], start)
            if second["report"] or not _MATCH.match(name):
                yield LegalWork(name, start, second.end())
    for match in _RE.finditer(text):
        yield LegalWork(match["name"], *match.span())


def _without_judge(name: str, start: int) -> tuple[str, int]:
    """The name of a case, and where it begins, without who spoke: Lord Moss in Reed v Bell."""
    judge, sign, case = name.partition(" in ")
    people = [one for one in personal_names(judge) if one.evidence != "form"]
    if sign and people and (people[0].start, people[0].end) == (0, len(judge)):
        return case, start + len(judge) + len(sign)
    return name, start


def _name_end(match: re.Match[str]) -> int:
    return match.start("report") if match["report"] else match.end()


def _enacted(text: str) -> Iterator[LegalWork]:
    """Laws, by their year or by what stands in brackets in their names."""
    for match in _ENACTED.finditer(text):
        start = opening(text, *match.span("name"), numbered=False)
        name = text[start : match.end("name")]
        if len(name.split()) > 1 and (match["year"] or "(" in name):
            yield LegalWork(text[start : match.end()], start, match.end())
