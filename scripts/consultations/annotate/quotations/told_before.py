"""Whom "she" stands for at the head of a paragraph: somebody of whom the one before it tells."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.cast import Cast
from consultations.annotate.quotations.clauses import is_bound, subject_of
from consultations.annotate.quotations.fitting import nameable, sex_of
from consultations.annotate.quotations.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.sentences import sentence_start
from consultations.english.small_words import OPENERS, SMALL_WORDS
from consultations.model.edition import Passage

_PASSAGES_BACK = 3
_WORD = re.compile(r"[^\W\d_]+")


def told_of_before(
    cast: Cast, passage: Passage, candidate: Candidate, pronoun: str, last: Voice | None
) -> Voice | None:
    """Whom the passages before tell of, nearest first: who has the pronoun's sex or says a thing.

    A newspaper begins a paragraph with "she" after one that says what Ann Moss thinks. SOMEBODY
    where there are several and none of them spoke last.

    Args:
        cast: everybody whom the document names.
        passage: where the pronoun stands.
        candidate: the pronoun's place.
        pronoun: in small letters.
        last: who was quoted last, shortly before.
    """
    if pronoun not in ("he", "she") or not opens(cast.silent(passage)[: candidate.start]):
        return None
    for here, end in list(cast.back(passage, 0, _PASSAGES_BACK))[1:]:
        if here.section != passage.section or here.kind not in ("paragraph", "list_item"):
            return None
        named = nameable(cast, here, 0, end, pronoun)
        told = {c.voice for c in named if c.voice and sex_of(c.voice)}
        told = told or _saying(cast, here, named)
        others = {c.voice for c in named if c.voice and not c.voice.anonymous}
        if len(told) > 1 or (told and not told.issuperset(others)):
            return last if last in told else SOMEBODY
        if told:
            return told.pop()
        if alone := _alone(cast, here, named):  # Wilf Moss sets out at dusk. ¶ “…,” he said
            return alone if last is None or not sex_of(last) else SOMEBODY
        if named:
            return None
    return None


def opens(text: str) -> bool:
    """Whether words name nobody who could be meant after them: "Afterwards, but", or none."""
    known = OPENERS | SMALL_WORDS
    words = (word.casefold() for word in _WORD.findall(text))
    return all(word in known or word.endswith("ly") for word in words)


def _alone(cast: Cast, passage: Passage, named: Sequence[Candidate]) -> Voice | None:
    """The one person whom a passage names, where nobody else in it may be meant."""
    silent = cast.silent(passage)
    people = {one.voice for one in named if one.voice and cast.is_person(one.voice)}
    free = all(one.voice and one.voice.label[0].isupper() for one in named)
    if len(people) != 1 or not free or any(is_bound(silent, 0, one) for one in named):
        return None
    return people.pop()


def _saying(cast: Cast, passage: Passage, named: Sequence[Candidate]) -> set[Voice]:
    """Who says something in a passage, of some who are named there."""
    silent = cast.silent(passage)
    verbs = verbs_of_saying(silent, 0, len(silent))
    subjects = (subject_of(silent, sentence_start(silent, verb[0]), verb, named) for verb in verbs)
    return {subject.voice for subject in subjects if subject and subject.voice}
