"""Whom "she" stands for at the head of a paragraph: somebody of whom the one before it tells."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.fitting import Pronoun, label_end, nameable, sex_of
from consultations.annotate.quotations.cast.cast import Cast
from consultations.annotate.quotations.clauses.clauses import is_bound, subject_of
from consultations.annotate.quotations.clauses.leading import is_adverb
from consultations.annotate.quotations.clauses.pointed import officer_end
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.sentences import sentence_start
from consultations.english.small_words import OPENERS, SMALL_WORDS
from consultations.model.edition import Passage

_PASSAGES_BACK = 3
_WORD = re.compile(r"[^\W\d_]+")
_PHRASE = re.compile(
    r"\W*(?:After|At|Before|Behind|During|In|On|Outside)\s"
    r"(?:(?!(?:he|her|him|his|she)\b)[^,;:.?!\s]+\s?){1,12},\s"
)


def told_of_before(pronoun: Pronoun) -> Voice | None:
    """Whom the passages before tell of, nearest first: who has the pronoun's sex or says a thing.

    A newspaper begins a paragraph with "she" after one that says what Ann Moss thinks. SOMEBODY
    where there are several and none of them spoke last.
    """
    cast, passage = pronoun.cast, pronoun.passage
    if not pronoun.is_one or not (opens(pronoun.told) or _is_phrase(pronoun)):
        return None
    for here, end in list(cast.back(passage, 0, _PASSAGES_BACK))[1:]:
        if here.section != passage.section or here.kind not in ("paragraph", "list_item"):
            return None
        # Whoever is said to speak there means others, and so does who answers.
        if named := nameable(cast, here, label_end(cast, here, end), end, pronoun.word):
            return _told_of(cast, here, named, pronoun.last)
    return None


def _told_of(
    cast: Cast, passage: Passage, named: Sequence[Candidate], last: Voice | None
) -> Voice | None:
    """Of whom a passage tells, of some who are named there; SOMEBODY where it may be several."""
    voices = {one.voice for one in named if one.voice}
    told = {one for one in voices if sex_of(one)} or _saying(cast, passage, named)
    by_name = _by_name(cast, passage, named)
    if len(told) == 1 and told >= by_name:
        return told.pop()
    if told:
        return last if last in told else SOMEBODY
    alone = _alone(cast, passage, named)  # Wilf Moss sets out at dusk. ¶ “…,” he said
    return SOMEBODY if alone and last and sex_of(last) else alone


def _by_name(cast: Cast, passage: Passage, named: Sequence[Candidate]) -> set[Voice]:
    """Those who have names, but for what tells of another: "Ann Moss, Moss Fish’s acting chair"."""
    silent = cast.silent(passage)
    officers = [(c.start, end) for c in named if (end := officer_end(silent, c))]
    return {
        one.voice
        for one in named
        if one.voice and not one.voice.anonymous
        if not any(at <= one.start < end for at, end in officers)
    }


def _is_phrase(pronoun: Pronoun) -> bool:
    """Whether what stands before it only says when or where: "After a walk with members, she"."""
    cast, passage = pronoun.cast, pronoun.passage
    if not _PHRASE.fullmatch(pronoun.told):
        return False
    return not nameable(cast, passage, pronoun.begins, pronoun.place.start, pronoun.word)


def opens(text: str) -> bool:
    """Whether words name nobody who could be meant after them: "Afterwards, but", or none."""
    known = OPENERS | SMALL_WORDS
    words = (word[0].casefold() for word in _WORD.finditer(text))
    return all(word in known or is_adverb(word) for word in words)


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
