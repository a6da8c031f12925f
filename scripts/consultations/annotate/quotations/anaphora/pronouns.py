"""Whom "he", "she", "it", "they" stand for: one of those named shortly before, or somebody.

A pronoun is followed to the only one whom it can mean in its own sentence, or else in one of the
sentences before; where there are two, to the one who begins that sentence. What stands farther back
is not looked at, since by then others may have been spoken of.
"""

from collections.abc import Sequence, Set

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.fitting import (
    Pronoun,
    fitting,
    nameable,
    sex_of,
)
from consultations.annotate.quotations.anaphora.spoken_of import SUCH
from consultations.annotate.quotations.anaphora.told_before import opens, told_of_before
from consultations.annotate.quotations.cast.cast import Cast
from consultations.annotate.quotations.clauses.clauses import main_subject, subject_of
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.inflection import verb_forms
from consultations.english.kinds import WORK
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.saying import BESIDE, REPLYING, STATEMENT
from consultations.english.sentences import sentence_end, sentence_start
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage

_AND = re.compile(r",?\sand\s")
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
_I = re.compile(r"\b(?:I|[Ww]e)\s(?:\w+\s)?\Z")
"""Before a verb of whoever writes, for whom no other pronoun stands: "when I asked, she said"."""
_OF_ANOTHER = re.compile(rf"\W*(?:Her|His|Their)\s(?:\w+\s)?(?:{HEARD}|{POST}|{ROLE})['’]")
"""How a sentence begins that tells of whoever is another's: "Her clerk’s letter was no kinder"."""
_IN_WHAT_IS_OF = re.compile(
    rf"(?:['’]s? (?:[\w-]+ ){{0,2}}?(?:{STATEMENT}|{WORK}))?,? (?:where|in which) \Z"
)
"""Between whose work it is and the pronoun for that one: "Ann Moss’s diary, where she writes"."""
_EARLIER = {"he": r"\b(?:[Hh]e|[Hh]im|[Hh]is)\b", "she": r"\b(?:[Ss]he|[Hh]er)\b"}
"""Pronouns of the same person: "when we put to her what Jo Reed had said, she" is none of Reed."""
_OPENS = re.compile(r"[^,;:]{0,60},\s(?:the\s)?")
"""From such a pronoun to the name that follows: "in her letter to us, Jo Reed wrote that she"."""
_REPLIES = re.compile(
    rf"\s(?:(?:{BESIDE})\s)?(?:{alternatives(f for verb in REPLYING for f in verb_forms(verb))})\b"
)
_ASK = verb_forms("ask") | verb_forms("enquire") | verb_forms("inquire") | verb_forms("query")
_PUT_TO = re.compile(
    r"\W*(?:After|Once|When)\s[^,;:.?!]{2,80}\sto\s(?!(?:her|him|them)\b)[^,;:.?!]{2,60},\s"
)
"""Before whoever it is to whom a thing was put: "when this was put to the ferryman, he said"."""
_SENTENCES_BACK = 2
"""Whom a pronoun stands for is looked for in so many sentences before its own."""


def antecedent(pronoun: Pronoun) -> Voice | None:
    """The voice for which a pronoun stands; SOMEBODY where it is one of several, not told apart."""
    if pronoun.last in _named_later(pronoun):
        pronoun = pronoun._replace(last=None)
    plain, end = pronoun.cast.plain(pronoun.passage), pronoun.place.start
    start = max(pronoun.begins, sentence_start(plain, end))
    for meant_in in (_meant_here, *[_meant_before] * _SENTENCES_BACK):
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
    named = _eligible(pronoun, start, end)
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
    named = _eligible_before(pronoun, start, end)
    if not named:
        return SOMEBODY if pronoun.is_one and _OF_ANOTHER.match(silent, start) else None
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


def _eligible(pronoun: Pronoun, start: int, end: int) -> list[Candidate]:
    """Those named in its own sentence whom a pronoun can mean."""
    silent = pronoun.cast.silent(pronoun.passage)
    return [
        one
        for one in _not_asking(pronoun, start, end)
        if not _TOLD_TO.search(silent[start : one.start])
        if not _is_another(silent, start, one, pronoun.word)
    ]


def _eligible_before(pronoun: Pronoun, start: int, end: int) -> list[Candidate]:
    """Those named in a sentence before whom a pronoun can mean."""
    later = _named_later(pronoun)
    named = [one for one in _not_asking(pronoun, start, end) if one.voice not in later]
    if _REPLIES.match(pronoun.passage.text, pronoun.place.end) is None:
        return named
    return _others(pronoun.cast.silent(pronoun.passage), start, end, named)


def _named_later(pronoun: Pronoun) -> Set[Voice]:
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
    return [one for one in named if not _ASKED_BY.search(silent, start, one.start)]


def _is_of_here(before: str, pronoun: str) -> bool:
    """Whether the pronoun stands in a passage before, behind words that may tell who it is.

    "A boy agreed to talk if he was not named. “…,” he said": whoever spoke last is another.
    """
    first = re.search(_EARLIER[pronoun], before) if pronoun in _EARLIER else None
    return first is not None and not opens(before[: first.start()])


def _is_another(silent: str, start: int, candidate: Candidate, pronoun: str) -> bool:
    """Whether a name stands behind a pronoun of the same sex, which means somebody else."""
    if pronoun not in _EARLIER:
        return False
    earlier = re.search(_EARLIER[pronoun], silent[start : candidate.start])
    if earlier is None:
        return False
    return not _OPENS.fullmatch(silent, start + earlier.end(), candidate.start)


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
    return last if fitting(cast, pronoun.word)(last) else None


def _is_one_of_them(cast: Cast, voice: Voice | None, pronoun: str) -> bool:
    """Whether a pronoun means more than one, and the voice is that of a man or a woman by name."""
    return bool(voice and pronoun == "they" and sex_of(voice) and cast.is_person(voice))


def _others(silent: str, start: int, end: int, named: Sequence[Candidate]) -> list[Candidate]:
    """Those of a sentence to whom it was said, and not who said it: one of them then replies.

    Where nobody else is named it is whoever said it, who goes on, but never one who has asked.
    """
    verbs = list(verbs_of_saying(silent, start, end))
    said = subject_of(silent, start, verbs[-1], named) if verbs else None
    others = [one for one in named if said and one.voice != said.voice]
    return others if said and silent[slice(*verbs[-1])] in _ASK else others or list(named)


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
    if len(of_sex) == 1:
        return of_sex.pop()
    if pronoun == "they" and (both := _both(silent, named)):
        return both
    first = main_subject(silent, start, named)
    voice = first.voice if first else None
    if voice is None or (pronoun in ("he", "she") and not sex_of(voice)):
        return SOMEBODY  # "Jan met Kim. She": it may be either
    return voice


def _both(silent: str, named: Sequence[Candidate]) -> Voice | None:
    """Two who speak together: "Ann Moss and Jo Reed"; None where they stand apart."""
    if len(named) != 2 or not _AND.fullmatch(silent, named[0].end, named[1].start):
        return None
    return Voice(" and ".join(c.voice.label for c in named if c.voice), "speech")
