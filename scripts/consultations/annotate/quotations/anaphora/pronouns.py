"""Whom "he", "she", "it", "they" stand for: one of those named shortly before, or somebody.

A pronoun is followed to the only one whom it can mean in its own sentence, or else in one of the
sentences before; where there are two, to the one who begins that sentence. What stands farther back
is not looked at, since by then others may have been spoken of.
"""

from collections.abc import Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.eligible import (
    EARLIER,
    eligible,
    eligible_before,
    named_later,
    tells_of_same,
)
from consultations.annotate.quotations.anaphora.fitting import Pronoun, fitting, is_several, sex_of
from consultations.annotate.quotations.anaphora.spoken_of import SUCH
from consultations.annotate.quotations.anaphora.told_before import opens, told_of_before
from consultations.annotate.quotations.cast.cast import Cast
from consultations.annotate.quotations.clauses.clauses import main_subject, subject_of
from consultations.annotate.quotations.clauses.subjects import possesses
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.inflection import verb_forms
from consultations.english.kinds import WORK
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.saying import BESIDE, STATEMENT
from consultations.english.sentences import sentence_start
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage

_AND = re.compile(r",?\sand\s")
_I = re.compile(r"\b(?:I|[Ww]e)\s(?:\w+\s)?\Z")
"""Before a verb of whoever writes, for whom no other pronoun stands: "when I asked, she said"."""
_OF_ANOTHER = re.compile(rf"\W*(?:Her|His|Their)\s(?:\w+\s)?(?:{HEARD}|{POST}|{ROLE})['’]")
"""How a sentence begins that tells of whoever is another's: "Her clerk’s letter was no kinder"."""
_HEARING = ("ask", "consult", "hear", "interview", "invite", "meet", "question", "speak")
_HEARS = re.compile(
    rf"\W*(?:He|She)\s(?:had\s)?(?:(?:{BESIDE})\s)?"
    rf"(?:{alternatives(form for verb in _HEARING for form in verb_forms(verb))})\b"
    r"(?:(?!\s{3})[^;:])+\Z"
)
"""A sentence of one who hears another, and no words of either, for which blanks stand: "She asked
Jo Reed for a view. She said that" is said by the one or the other."""
_IN_WHAT_IS_OF = re.compile(
    rf"(?:['’]s? (?:[\w-]+ ){{0,2}}?(?:{STATEMENT}|{WORK}))?,? (?:where|in which) \Z"
)
"""Between whose work it is and the pronoun for that one: "Ann Moss’s diary, where she writes"."""
_PUT_TO = re.compile(
    r"\W*(?:After|Once|When)\s[^,;:.?!]{2,80}\sto\s(?!(?:her|him|them)\b)[^,;:.?!]{2,60},\s"
)
"""Before whoever it is to whom a thing was put: "when this was put to the ferryman, he said"."""
_SPOKE_BACK = 3
"""Whoever was quoted last stands at most so many passages before."""
_SENTENCES_BACK = 2
"""Whom a pronoun stands for is looked for in so many sentences before its own."""


def antecedent(pronoun: Pronoun) -> Voice | None:
    """The voice for which a pronoun stands; SOMEBODY where it is one of several, not told apart."""
    if pronoun.last in named_later(pronoun):
        pronoun = pronoun._replace(last=None)
    plain, end = pronoun.cast.plain(pronoun.passage), pronoun.place.start
    start = max(pronoun.begins, sentence_start(plain, end))
    for meant_in in (_meant_here, *[_meant_before] * _SENTENCES_BACK):
        last = pronoun.last
        if last and last.label in plain[start:end] and tells_of_same(pronoun, start):
            pronoun = pronoun._replace(last=None)  # "He met Tom Bell, who said “…”. He added"
        if pronoun.word != "it" and _is_one_of_a_name(pronoun.cast, pronoun.passage, start, end):
            return SOMEBODY
        if meant := meant_in(pronoun, start, end):
            return meant
        if start <= pronoun.begins:
            break
        start, end = max(pronoun.begins, sentence_start(plain, start - 2)), start
    told, last = pronoun.told, pronoun.last
    before = told_of_before(pronoun)
    if before is None and _is_of_here(told, pronoun.word) and not (last and last.label in told):
        return SOMEBODY
    return before or _still_speaking(pronoun)


def _meant_here(pronoun: Pronoun, start: int, end: int) -> Voice | None:
    """The voice of whom a pronoun means in its own sentence."""
    cast, passage = pronoun.cast, pronoun.passage
    silent = cast.silent(passage)
    named = eligible(pronoun, start, end)
    if owner := _IN_WHAT_IS_OF.search(silent, start, end):
        named = [one for one in named if one.end == owner.start()]
        return _one(silent, start, named, pronoun.word) or SOMEBODY
    meant = _meant_by(pronoun, named, start, end)
    if meant is None and pronoun.is_one and _PUT_TO.fullmatch(silent, start, end):
        return SOMEBODY
    return meant or _said_by_nobody_known(cast, passage, start, end)


def _meant_before(pronoun: Pronoun, start: int, end: int) -> Voice | None:
    """The voice of whom a pronoun means in a sentence before its own."""
    silent = pronoun.cast.silent(pronoun.passage)
    named = eligible_before(pronoun, start, end)
    if not named:
        other = _OF_ANOTHER.match(silent, start) or _HEARS.match(silent, start, end)
        return SOMEBODY if pronoun.is_one and other else None
    meant = _meant_by(pronoun, named, start, end)
    return None if _is_one_of_them(pronoun.cast, meant, pronoun.word) else meant


def _meant_by(pronoun: Pronoun, named: Sequence[Candidate], start: int, end: int) -> Voice | None:
    """The one whom a pronoun can mean of those named in a stretch."""
    cast, passage, word = pronoun.cast, pronoun.passage, pronoun.word
    meant = _one(cast.silent(passage), start, named, word)
    if meant and word == "it" and _is_of_two(cast, passage, start, end):
        return _spoke_in(pronoun, start, end) or SOMEBODY
    return meant


def _spoke_in(pronoun: Pronoun, start: int, end: int) -> Voice | None:
    """Who was quoted last, where that one is named in a stretch."""
    last = pronoun.last
    is_named = last is not None and last.label in pronoun.passage.text[start:end]
    return _still_speaking(pronoun) if is_named else None


def _is_of_here(before: str, pronoun: str) -> bool:
    """Whether the pronoun stands in a passage before, behind words that may tell who it is.

    "A boy agreed to talk if he was not named. “…,” he said": whoever spoke last is another.
    """
    first = re.search(EARLIER[pronoun], before) if pronoun in EARLIER else None
    return first is not None and not opens(before[: first.start()])


def _is_one_of_a_name(cast: Cast, passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch names somebody by a family name alone that several people bear."""
    return any(c.voice == SOMEBODY for c in cast.named(passage, start, end))


def _is_of_two(cast: Cast, passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch speaks of a body or a work that has no name there, beside one that has."""
    unnamed = (c for c in cast.named(passage, start, end) if c.voice is None)
    return any(SUCH.fullmatch(passage.text, c.start, c.end) for c in unnamed)


def _still_speaking(pronoun: Pronoun) -> Voice | None:
    """Who was quoted last, where a pronoun can stand for that one."""
    cast, last = pronoun.cast, pronoun.last
    if last is None or _is_one_of_them(cast, last, pronoun.word):
        return None
    if pronoun.is_one and last.anonymous and _were_several(pronoun, last):
        return None
    return last if fitting(cast, pronoun.word)(last) else None


def _were_several(pronoun: Pronoun, last: Voice) -> bool:
    """Whether those who were quoted last were told in the plural: "critics called it"."""
    for passage, end in pronoun.cast.back(pronoun.passage, pronoun.place.start, _SPOKE_BACK):
        for one in pronoun.cast.named_before(passage, end):
            if one.voice == last:
                return is_several(passage, one)
    return False


def _is_one_of_them(cast: Cast, voice: Voice | None, pronoun: str) -> bool:
    """Whether a pronoun means more than one, and the voice is that of a man or a woman by name."""
    return bool(voice and pronoun == "they" and sex_of(voice) and cast.is_person(voice))


def _said_by_nobody_known(cast: Cast, passage: Passage, start: int, end: int) -> Voice | None:
    """SOMEBODY, where a stretch before a pronoun has one speak of whom nothing is known.

    The pronoun then may stand for that one: "a lamplighter in Leith said that he".
    """
    silent = cast.silent(passage)
    verbs = [v for v in verbs_of_saying(silent, start, end) if not _I.search(silent, start, v[0])]
    named = cast.named(passage, start, end)
    return SOMEBODY if verbs and not subject_of(silent, start, verbs[-1], named) else None


def _one(silent: str, start: int, named: Sequence[Candidate], pronoun: str) -> Voice | None:
    """The only one of these; else the one of the pronoun's sex, or who begins the sentence."""
    voices = {c.voice for c in named if c.voice}
    if len(voices) <= 1:
        return voices.pop() if voices else None
    of_sex = {v for v in voices if sex_of(v) == {"he": "male", "she": "female"}.get(pronoun, "")}
    if len(of_sex) == 1 and not _owns_another(silent, named):
        return of_sex.pop()
    if pronoun == "they" and (both := _both(silent, named)):
        return both
    first = main_subject(silent, start, named)
    voice = first.voice if first else None
    if voice is None or (pronoun in ("he", "she") and not sex_of(voice)):
        return SOMEBODY  # "Jan met Kim. She": it may be either
    return voice


def _owns_another(silent: str, named: Sequence[Candidate]) -> bool:
    """Whether one is told by whose he is, who may be a man or a woman: "Tom Bell’s successor"."""
    return any(
        possesses(silent, one)
        and other.start <= one.end + len("’s ")
        and other.voice is not None
        and not sex_of(other.voice)
        for one, other in pairwise(named)
    )


def _both(silent: str, named: Sequence[Candidate]) -> Voice | None:
    """Two who speak together: "Ann Moss and Jo Reed"; None where they stand apart."""
    if len(named) != 2 or not _AND.fullmatch(silent, named[0].end, named[1].start):
        return None
    return Voice(" and ".join(c.voice.label for c in named if c.voice), "speech")
