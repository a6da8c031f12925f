"""People, bodies and works whom no authority knows, where the text has them say something."""

import re
from collections.abc import Iterator

from consultations.annotate.reporting import REPORTING
from consultations.annotate.voices import Candidate, Voice

_NO_NAME = (
    r"(?!(?:Although|And|As|But|Evidence|Findings|For|However|In|It|Most|One|Our|Research"
    r"|Respondents|Results|Reviews|Some|Studies|The|These|They|This|We|When|While)\s)"
)
"""Words with which a sentence begins, and no name."""
_NAME = r"[A-Z][\w’'-]*[a-z](?:\.? [A-Z]\.?){0,2}"
_SPEAKS = (
    r"(?=(?:,[^.?!\"“”]{1,80},)?(?:\s\([^)]{1,40}\))?"
    rf"\s(?:(?:also|then|has|have)\s)?{REPORTING}\b)"
)
_FULL_NAME = re.compile(
    rf"\b{_NO_NAME}{_NAME}(?: (?:(?:of|for|and|the|on) ){{0,2}}(?:{_NAME}|[A-Z]{{2,}})){{1,6}}"
    rf"(?:[’']s)?{_SPEAKS}"
)
_BODY = re.compile(
    r"\b(?:Academy|Agency|Alliance|Association|Authority|Board|Bureau|Centre|Center|Coalition"
    r"|College|Commission|Committee|Confederation|Council|Department|Federation|Forum|Foundation"
    r"|Government|Group|Inspectorate|Institute|Ministry|Network|Office|Panel|Partnership|Report"
    r"|Review|School|Service|Society|Survey|Trust|Union|University)\b"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Spring|Summer|Autumn|Winter)\b"
)
_CITED = re.compile(
    rf"\b(?!{_MONTH}){_NO_NAME}(?P<who>[A-Z][\w’-]+(?: et al\.?| (?:and|&) [A-Z][\w’-]+)?),?"
    r" \(?(?P<year>(?:1[89]|20)\d\d)[a-z]?"
)
_SAYS = re.compile(rf"[^()]{{0,20}}\)?,?\s(?:(?:also|then)\s)?{REPORTING}\b")
_ATTACHED = re.compile(r"[\"'”’»]?[\s.,;:!?)\]]{0,4}[-–—]?\s?\(?")


def strangers(text: str) -> Iterator[Candidate]:
    """Names in full, and authors with a year, of which a verb of saying follows."""
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
