"""Those who speak without a name: "one respondent", "a tenant in Leeds", "a leaflet"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.english.dates import TIME_OF_YEAR
from consultations.english.saying import SAYING

_SMALL_WORDS = (
    r"(?:a|about|all|an|and|are|as|at|be|been|but|by|can|could|did|do|few|for|from|had|has|have|he"
    r"|her|his|how|if|in|into|is|it|its|many|may|might|more|most|no|nor|not|number|of|on|or|other"
    r"|our|out|over|several|she|should|so|some|such|than|that|the|their|them|then|these|they|this"
    r"|those|to|was|we|were|what|when|where|which|who|whose|will|with|would|you|your)"
)
_SORT = rf"(?:(?!{_SMALL_WORDS}\b)[a-z0-9][\w-]* )"
_SPEAKER = (
    r"respondents?|participants?|interviewees?|informants?|contributors?|attendees?|delegates?"
    r"|(?:host |member |partner )?agenc(?:y|ies)"
    r"|(?:board|committee|group|panel|staff|team) members?"
)
"""Who is spoken of because he speaks."""
_ROLE = (
    r"carers?|chair|clients?|commentators?|coordinators?|counsellors?|doctors?|evaluators?"
    r"|facilitators?|hosts?|managers?|members?|mentors?|nurses?|parents?|patients?|practitioners?"
    r"|professionals?|providers?|service users?|sites?|speakers?|staff|stakeholders?|trainers?"
    r"|users?|volunteers?|witness(?:es)?|workers?"
)
"""Who may speak, where it is one of them or a verb of saying follows."""
_SOME = (
    r"(?:[Oo]ne|[Aa]nother|[Aa]n?|[Ss]ome|[Oo]ther|[Ff]ew|[Ss]everal|[Mm]any|[Mm]ost|[Ee]ach"
    r"|[Tt]wo)"
)
_SAYS = rf"(?=\s(?:(?!who\b)\w+\s)?(?!\w+ing\b){SAYING}\b)"
_SAYS_NEXT = re.compile(_SAYS)
_PERSON = re.compile(
    rf"\b(?:{_SOME} (?P<sort>{_SORT}{{0,3}})(?P<role>{_SPEAKER}|{_ROLE})"
    rf"|(?P<always>(?:[Ss]urvey |[Ss]eminar )?(?i:{_SPEAKER}))"
    r"|(?P<those>[A-Za-z]+) who (?P<did>responded|replied|answered|completed|returned|took part"
    r"|participated|attended|were interviewed)"
    rf"|(?P<saying>(?:[A-Z]?[a-z]+ )?(?i:{_ROLE})){_SAYS})(?![\w’'-])"
)
_RESPONDED = {"responded", "replied", "answered", "completed", "returned"}
_OFFICE = re.compile(
    rf"\b[Tt]he (?P<office>{_SORT}{{0,2}}(?:chair|chief executive|coordinator|director|evaluator"
    r"|manager|minister|president|secretary|spokes(?:man|woman|person)|trainer))\b"
)
_PAPER = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne) (?P<paper>{_SORT}{{0,2}}(?:booklet|circular|code of conduct"
    r"|flyer|handout|leaflet|letter|newsletter|press release|questionnaire|statement|website))\b"
)
_PLACE = re.compile(
    rf" (?:in|from|at) (?!{TIME_OF_YEAR}\b)(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b"
)
_SINGULAR = [("ies", "y"), ("ses", "s"), ("ss", "ss"), ("s", "")]


def anonymous_speakers(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Whoever is named by what he is, in a stretch of a text, in no particular order."""
    for match in _PERSON.finditer(text, start, end):
        yield Candidate(*match.span(), _person(text, match, end))
    for match in _OFFICE.finditer(text, start, end):
        yield Candidate(*match.span(), Voice(match["office"], "speech"))
    for match in _PAPER.finditer(text, start, end):
        yield Candidate(*match.span(), Voice(match["paper"], "publication"))


def those_who_speak(text: str) -> Iterator[tuple[int, Voice]]:
    """The people without a name who are spoken of because they speak, each with where he ends."""
    for match in _PERSON.finditer(text):
        voice = _person(text, match, len(text))
        speaks = match["always"] or match["saying"] or _SAYS_NEXT.match(text, match.end())
        if voice.kind == "respondent" or speaks:
            yield match.end(), voice


def _person(text: str, match: re.Match[str], end: int) -> Voice:
    noun = (match["role"] or match["always"] or match["saying"] or match["those"]).casefold()
    if match["did"] in _RESPONDED:
        noun = "respondent"
    label = f"{match['sort'] or ''}{_singular(noun)}"
    place = _PLACE.match(text, match.end(), end)
    if place:
        label += f", {place['place']}"
    respondent = "respondent" in noun
    if respondent and "survey" not in label and _surveyed(text):
        label = f"survey {label}"
    return Voice(label, "respondent" if respondent else "participant")


@lru_cache(maxsize=64)
def _surveyed(text: str) -> bool:
    return "survey" in text or "questionnaire" in text


def _singular(noun: str) -> str:
    ending, singular = next((e for e in _SINGULAR if noun.endswith(e[0])), ("", ""))
    return noun.removesuffix(ending) + singular
