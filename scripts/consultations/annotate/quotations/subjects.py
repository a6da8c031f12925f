"""Whom words beside a name make the subject of a verb of saying, or keep from being one."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.spoken_of import OWNER
from consultations.annotate.quotations.voices import Candidate
from consultations.english.saying import STATEMENT
from consultations.english.small_words import BE
from consultations.model.text import Interval

_WHO = re.compile(r",?\s(?:and\s)?who\s(?:\w+\s){0,2}?\Z")
"""What leads from somebody to a verb in a clause about them: "Ann Moss, who has said"."""
_APPOSITION = re.compile(r"(?:,\s[^,.;:]{1,60})?")
_BESIDE = re.compile(r",\s|\s?[–—]\s?")
"""Between a description and the name that stands beside it."""
_NOT_ONE = re.compile(r"\b(?:neither|nor|not)\s(?:the\s)?\Z", re.IGNORECASE)
_IS_TOLD = re.compile(
    rf"""
    \s (?:ha[ds]\s)? (?:{BE}) \s (?:\w+ly\s)?
    (?:advised|assured|informed|notified|told|warned) \b          # Ann Moss had been told that
    """,
    re.VERBOSE,
)
STATEMENT_OF = re.compile(
    rf"\b{STATEMENT} (?:\w+ ){{0,4}}(?:of|from|by|in) (?:the )?(?:\w+ )?[\"'“‘]?\Z", re.IGNORECASE
)
"""Before whoever has made a statement: "the evidence of"."""
OWN_STATEMENT = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}?{STATEMENT}\b", re.IGNORECASE)
"""Behind whoever has made one: "’s view"."""
_BY_ANOTHER = re.compile(r"\s(?:made )?by\s")
"""Behind whoever a statement is about: "a criticism of the Board by its auditor"."""
_NEAR = 12
"""Code points before a name in which `neither the` stands."""


def antecedent(
    silent: str, start: int, verb: Interval, before: Sequence[Candidate]
) -> Candidate | None:
    """Whom "who" right before a verb stands for: the nearest before it, by name where it has one.

    Args:
        silent: a passage's text with blanks for what others say in it.
        start: where the verb's sentence begins.
        verb: where the verb stands.
        before: the candidates before it, in order.
    """
    who = _WHO.search(silent, start, verb[0])
    if who is None:
        return None
    near = [
        c
        for c in before
        if c.end <= who.start()
        and _APPOSITION.fullmatch(silent, c.end, who.start())
        and not says_nothing(silent, c)
    ]
    return next(iter([*reversed(_named(near)), *reversed(near)]), None)


def by_name(silent: str, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """Somebody who is described, by the name that stands beside: "one witness, Ann Moss,"."""
    if candidate in _named([candidate]):
        return candidate
    beside = (c for c in _named(before) if _BESIDE.fullmatch(silent, candidate.end, c.start))
    return next(beside, candidate)


def _named(candidates: Sequence[Candidate]) -> list[Candidate]:
    return [c for c in candidates if c.voice and not c.voice.anonymous]


def is_said_of(silent: str, start: int, verb: Interval) -> bool:
    """Whether a verb says what somebody else reports: "the Ledger quoted Ann Moss as saying"."""
    return silent.endswith(" as ", start, verb[0]) and silent.endswith("ing", start, verb[1])


def says_nothing(silent: str, candidate: Candidate) -> bool:
    """Whether a candidate is told something, or is one of those who do not say it."""
    is_none = _NOT_ONE.search(silent, max(0, candidate.start - _NEAR), candidate.start)
    return bool(is_none or _IS_TOLD.match(silent, candidate.end))


def possesses(silent: str, candidate: Candidate) -> bool:
    """Whether what follows is the candidate's, and the candidate so not what is spoken of."""
    return silent.startswith(("'s ", "’s ", "' ", "’ "), candidate.end)


def own_statement(silent: str, candidate: Candidate) -> re.Match[str] | None:
    """The statement that is a candidate's, right behind it: "Ann Moss’s view"."""
    return OWN_STATEMENT.match(silent, candidate.end)


def makes_statement(silent: str, start: int, candidate: Candidate) -> bool:
    """Whether a candidate has made a statement: "the view of Ann Moss", "Ann Moss’s view"."""
    of = STATEMENT_OF.search(silent[start : candidate.start])
    own = own_statement(silent, candidate) or OWNER.match(silent, candidate.start)
    is_object = possesses(silent, candidate) or _BY_ANOTHER.match(silent, candidate.end)
    return bool(own or (of and not is_object))
