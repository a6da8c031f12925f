"""People, bodies and works whom no authority knows, where the text has them say something."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.english.dates import TIME_OF_YEAR
from consultations.english.saying import SAYING

_NO_NAME = (
    r"(?!(?:Although|And|As|At|But|By|Evidence|Findings|For|From|However|In|It|Most|Of|On|One|Our"
    r"|Research|Respondents|Results|Reviews|Some|Studies|The|These|They|This|To|We|When|While|With)\s)"
)
"""Words with which a sentence begins, and no name."""
_NO_TIME = rf"(?!{TIME_OF_YEAR}\b)"
_NAME = r"[A-Z][\w’'-]*[a-z](?:\.? [A-Z]\.?){0,2}"
_SPEAKS = (
    r"(?=(?:,[^.?!\"“”]{1,80},)?(?:\s\([^)]{1,40}\))?"
    rf"\s(?:(?:also|then|has|have)\s)?{SAYING}\b)"
)
_FULL_NAME = re.compile(
    rf"\b{_NO_NAME}{_NAME}(?: (?:(?:of|for|and|the|on) ){{0,2}}(?:{_NAME}|[A-Z]{{2,}})){{1,6}}"
    rf"(?:[’']s)?{_SPEAKS}"
)
_PERSON = re.compile(
    rf"\b{_NO_NAME}{_NO_TIME}[A-Z][a-z]+(?: [A-Z]\.?)* {_NO_TIME}(?P<surname>[A-Z][\w’-]*[a-z])\b"
    r"(?! [A-Z])"
)
_SHORT_NAME = re.compile(
    rf"\b(?:(?P<surname>[A-Z][\w’-]*[a-z])|(?P<letters>[A-Z]{{2,8}})"
    rf"(?: (?:guidance|guidelines|paper|report|review|survey))?){_SPEAKS}"
)
_BODY = re.compile(
    r"\b(?:Academy|Agency|Alliance|Association|Authority|Board|Bureau|Centre|Center|Coalition"
    r"|College|Commission|Committee|Confederation|Council|Department|Federation|Forum|Foundation"
    r"|Government|Group|Inspectorate|Institute|Ministry|Network|Office|Panel|Partnership|Report"
    r"|Review|School|Service|Society|Survey|Trust|Union|University)\b"
)
_CITED = re.compile(
    rf"\b{_NO_TIME}{_NO_NAME}(?P<who>[A-Z][\w’-]+(?: et al\.?| (?:and|&) [A-Z][\w’-]+)?),?"
    r" \(?(?P<year>(?:1[89]|20)\d\d)[a-z]?"
)
_SAYS = re.compile(rf"[^()]{{0,20}}\)?,?\s(?:(?:also|then)\s)?{SAYING}\b")
_ATTACHED = re.compile(r"[\"'”’»]?[\s.,;:!?)\]]{0,4}[-–—]?\s?\(?")


def surnames(texts: Iterable[str]) -> Mapping[str, str]:
    """Surnames that stand in one full name only, with that name."""
    names: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _PERSON.finditer(text):
            names[match["surname"]].add(match[0])
    return {surname: next(iter(full)) for surname, full in names.items() if len(full) == 1}


def strangers(text: str, known: Mapping[str, str]) -> Iterator[Candidate]:
    """Names in full or in short, and authors with a year, of which a verb of saying follows.

    Args:
        text: of one passage.
        known: full names by the surnames that are nobody else's in the document.
    """
    for match in _SHORT_NAME.finditer(text):
        if match["surname"] in known:
            yield Candidate(*match.span(), Voice(known[match["surname"]], "speech"))
        elif match["letters"]:
            yield Candidate(*match.span(), Voice(match[0], "publication"))
    for match in _FULL_NAME.finditer(text):
        kind = _BODY.search(match[0])
        yield Candidate(*match.span(), Voice(match[0], "publication" if kind else "speech"))
    for match in _CITED.finditer(text):
        if _SAYS.match(text, match.end()):
            yield Candidate(*match.span(), _author(match))


def cited_stranger(text: str, at: int) -> Voice | None:
    """The author whom a citation names that begins right after a place, if it is one."""
    gap = _ATTACHED.match(text, at)
    cited = _CITED.match(text, gap.end()) if gap else None
    return _author(cited) if cited and "(" in text[at : cited.start()] else None


def _author(match: re.Match[str]) -> Voice:
    return Voice(f"{match['who']} {match['year']}", "publication")
