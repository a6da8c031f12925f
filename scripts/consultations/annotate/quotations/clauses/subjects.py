"""Whom words beside a name make the subject of a verb of saying, or keep from being one."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.spoken_of import OWNER
from consultations.annotate.quotations.voices import Candidate
from consultations.english.inflection import verb_forms
from consultations.english.saying import BESIDE, STATEMENT, TOLD_BY
from consultations.english.small_words import ARTICLE, AUXILIARIES, BE, SMALL_WORD
from consultations.english.word_lists import alternatives
from consultations.model.text import Interval

_HEAR = alternatives(form for verb in ("hear", "see", "watch") for form in verb_forms(verb))
_HEARS = re.compile(rf"\b(?:{_HEAR})\s(?:the\s)?\Z")
"""Before whoever then says it: "she heard Ann Moss say"."""
_WHO = re.compile(r",?\s(?:and\s)?who\s(?:\w+\s){0,2}?\Z")
"""What leads from somebody to a verb in a clause about them: "Ann Moss, who has said"."""
_APPOSITION = re.compile(r"(?:\s(?:at|for|from|in|of|on)\s[^,.;:]{1,100})?(?:,\s[^,.;:]{1,60})?")
_BESIDE = re.compile(r",\s|\s?[–—]\s?")
"""Between a description and the name that stands beside it."""
_NOT_ONE = re.compile(
    rf"(?<!{')(?<!'.join(f'{word} ' for word in ('did', 'does', 'do', 'had', 'has', 'have'))})"
    r"\b(?:neither|nor|not)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""Before one of those who do not say it; in "did not the clerk add" he may."""
_IS_TOLD = re.compile(
    rf"""
    \s (?:ha[ds]\s)? (?:{BE}) \s (?:(?:{BESIDE})\s)?
    (?:advised|assured|informed|notified|told|warned) \b          # Ann Moss had been told that
    """,
    re.VERBOSE,
)
STATEMENT_OF = re.compile(
    rf"(?<!\bgave )(?<!\bgiving )\b{STATEMENT} (?:\w+ ){{0,4}}(?:of|from|by|in) "
    rf"(?:(?<=from )(?:{ARTICLE}) (?:[\w-]+ ){{0,3}}?[\w-]+, )?(?:the )?"
    rf"(?:\w+ (?:(?!(?:{SMALL_WORD}) )\w+ )?)?[\"'“‘]?\Z",
    re.IGNORECASE,
)
"""Before whoever has made a statement: "the evidence of", "a letter from a tenant,", "claims such
as the one by Whig MP"."""
OWN_STATEMENT = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}?{STATEMENT}\b", re.IGNORECASE)
"""Behind whoever has made one: "’s view"."""
_STATEMENT_BEHIND = re.compile(rf" (?:[\w-]+ ){{0,2}}?{STATEMENT}\b", re.IGNORECASE)
"""The same behind "her" and "its"."""
_POSSESSIVE = ("'s ", "’s ", "s' ", "s’ ")
"""Before a statement that so has its maker in front."""
_IS = re.compile(
    rf"""
    (?: \s (?:about|from|in|of|on|to) (?: \s (?!that\b) [^,;:\s]+ ){{1,8}}? )?  # about the lamps
    \s (?:{BE}) \s (?: \w+ly \s | nothing[ ]but \s )? (?: (?:{ARTICLE}) \s )?
    """,
    re.VERBOSE,
)
"""Between a statement and words that say what it was, or how."""
_STATEMENT_ENDS = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}?{STATEMENT} \Z", re.IGNORECASE)
_VERB_BEGINS = re.compile(rf"[\"“‘'](?:(?:{alternatives(AUXILIARIES)})|[a-z]+(?:(?<!s)s|ed))\b")
TELLS = re.compile(rf"\b(?:{TOLD_BY})\b")
_BY_ANOTHER = re.compile(r"\s(?:made )?by\s")
"""Behind whoever a statement is about: "a criticism of the Board by its auditor"."""
_NEAR = 12
"""Code points before a name in which `neither the` stands."""


def is_predicate(text: str, start: int, end: int) -> bool:
    """Whether words say what a statement before them does: the Board’s reply “lacks a date”."""
    return bool(_STATEMENT_ENDS.search(text, start, end) and _VERB_BEGINS.match(text, end))


def is_spoken_of(silent: str, start: int, candidate: Candidate, end: int) -> bool:
    """Whether words say how somebody's statement was, and not what: "Ann Moss’s letter was “…”".

    Of a verdict or an answer they say what it was.
    """
    own = own_statement(silent, candidate)
    at = own.end() if own else candidate.end
    statement = own[0] if own else silent[start : candidate.start]
    return bool(_IS.fullmatch(silent, at, end)) and not TELLS.search(statement)


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
    people = [c for c in near if c.voice and (c.voice.anonymous or c.voice.kind == "speech")]
    near = people or near  # the clerk of the Ferry Board, who said
    return next(iter([*reversed(_named(near)), *reversed(near)]), None)


def is_heard(silent: str, start: int, candidate: Candidate) -> bool:
    """Whether somebody else hears or sees a candidate do something: "who heard Ann Moss say"."""
    return _HEARS.search(silent[start : candidate.start]) is not None


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
    """The statement that is a candidate's, right behind it: "Ann Moss’s view", "her view"."""
    is_pronoun = OWNER.match(silent, candidate.start) is not None
    return (_STATEMENT_BEHIND if is_pronoun else OWN_STATEMENT).match(silent, candidate.end)


def makes_statement(silent: str, start: int, candidate: Candidate) -> bool:
    """Whether a candidate has made a statement: "the view of Ann Moss", "Ann Moss’s view"."""
    of = STATEMENT_OF.search(silent[start : candidate.start])
    if of and silent[start : start + of.start()].endswith(_POSSESSIVE):
        of = None  # the clerk’s assurance in the foreword
    own = own_statement(silent, candidate) or OWNER.match(silent, candidate.start)
    is_object = possesses(silent, candidate) or _BY_ANOTHER.match(silent, candidate.end)
    return bool(own or (of and not is_object))
