"""Who of those named may be meant by "he", "she", "it", "they", as the words around them tell.

Nobody is who has asked what the pronoun then answers, to whom it is said, or who is named beside
another pronoun of the same sex.
"""

from collections.abc import Sequence, Set

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.fitting import Pronoun, nameable
from consultations.annotate.quotations.clauses.clauses import subject_of
from consultations.annotate.quotations.clauses.subjects import possesses
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.english.inflection import verb_forms
from consultations.english.saying import BESIDE, REPLYING, STATEMENT
from consultations.english.sentences import sentence_end
from consultations.english.word_lists import alternatives

_ASKED_BY = re.compile(
    r"\b(?:asked|challenged|interviewed|pressed|prompted|questioned) (?:\w+ )?by (?:the )?"
    r"(?:[\w ]{2,30}, )?\Z",
    re.IGNORECASE,
)
"""Before whoever is not the one that then speaks: "asked by Ann Moss what it meant, she said"."""
_TOLD_TO = re.compile(
    rf"(?:\A\W*To|\b(?i:{STATEMENT}|{alternatives(verb_forms('write') | verb_forms('speak'))})"
    r"(?:\s\w+){0,3}?\sto)\s(?:the\s)?\Z"
)
"""Before whom it is said to, who so does not say it: "in a letter to Tom Bell he wrote"."""
EARLIER = {"he": r"\b(?:[Hh]e|[Hh]im|[Hh]is)\b", "she": r"\b(?:[Ss]he|[Hh]er)\b"}
"""Pronouns of the same person: "when we put to her what Jo Reed had said, she" is none of Reed."""
_PUT_TO_ONE = {
    pronoun: re.compile(rf"[^,;:.?!]{{2,60}}\sto {one},")
    for pronoun, one in (("he", "him"), ("she", "her"))
}
"""Behind whose it is that is put to another: "when we put Jo Reed’s account to her, she"."""
_OPENS = re.compile(r"[^,;:]{0,60},\s(?:the\s)?")
"""From such a pronoun to the name that follows: "in her letter to us, Jo Reed wrote that she"."""
_REPLIES = re.compile(
    rf"\s(?:(?:{BESIDE})\s)?(?:{alternatives(f for verb in REPLYING for f in verb_forms(verb))})\b"
)
_ASK = verb_forms("ask") | verb_forms("enquire") | verb_forms("inquire") | verb_forms("query")


def eligible(pronoun: Pronoun, start: int, end: int) -> list[Candidate]:
    """Those named in its own sentence whom a pronoun can mean."""
    silent = pronoun.cast.silent(pronoun.passage)
    return [
        one
        for one in _not_asking(pronoun, start, end)
        if not _TOLD_TO.search(silent[start : one.start])
        if not _is_another(silent, start, one, pronoun.word)
    ]


def eligible_before(pronoun: Pronoun, start: int, end: int) -> list[Candidate]:
    """Those named in a sentence before whom a pronoun can mean."""
    later = named_later(pronoun)
    named = [one for one in _not_asking(pronoun, start, end) if one.voice not in later]
    if tells_of_same(pronoun, start):
        return []
    if _REPLIES.match(pronoun.passage.text, pronoun.place.end) is None:
        return named
    return _others(pronoun.cast.silent(pronoun.passage), start, end, named)


def tells_of_same(pronoun: Pronoun, start: int) -> bool:
    """Whether a sentence begins with the pronoun too, so that whoever it names is another."""
    opening = pronoun.passage.text[start : start + 12].lstrip()
    return pronoun.is_one and opening.startswith(f"{pronoun.word.capitalize()} ")


def named_later(pronoun: Pronoun) -> Set[Voice]:
    """Those who are named behind the pronoun in its clause, and whom it so does not mean."""
    passage, at = pronoun.passage, pronoun.place.end
    end = sentence_end(passage.text, at)
    quoted = pronoun.cast.scene(passage).quoted_behind(at)
    end = end if quoted is None else min(end, quoted)
    return {one.voice for one in pronoun.cast.named(passage, at, end) if one.voice}


def _not_asking(pronoun: Pronoun, start: int, end: int) -> list[Candidate]:
    """Those named in a sentence for whom a pronoun can stand, and who have not asked."""
    silent = pronoun.cast.silent(pronoun.passage)
    named = nameable(pronoun.cast, pronoun.passage, start, end, pronoun.word)
    return [
        one
        for one in named
        if not _ASKED_BY.search(silent, start, one.start) and not _heads(silent, start, one)
    ]


def _heads(silent: str, start: int, candidate: Candidate) -> bool:
    """Whether a name is all of a sentence, and so heads what follows: "6. AOB. It was read"."""
    before = silent[start : candidate.start].strip(" .0123456789")
    return not before and silent.startswith((".", ":"), candidate.end)


def _is_another(silent: str, start: int, candidate: Candidate, pronoun: str) -> bool:
    """Whether a name stands behind a pronoun of the same sex, which means somebody else."""
    if pronoun not in EARLIER:
        return False
    if possesses(silent, candidate) and _PUT_TO_ONE[pronoun].match(silent, candidate.end):
        return True
    earlier = re.search(EARLIER[pronoun], silent[start : candidate.start])
    if earlier is None:
        return False
    return not _OPENS.fullmatch(silent, start + earlier.end(), candidate.start)


def _others(silent: str, start: int, end: int, named: Sequence[Candidate]) -> list[Candidate]:
    """Those of a sentence to whom it was said, and not who said it: one of them then replies.

    Where nobody else is named it is whoever said it, who goes on, but never one who has asked.
    """
    verbs = list(verbs_of_saying(silent, start, end))
    said = subject_of(silent, start, verbs[-1], named) if verbs else None
    others = [one for one in named if said and one.voice != said.voice]
    return others if said and silent[slice(*verbs[-1])] in _ASK else others or list(named)
