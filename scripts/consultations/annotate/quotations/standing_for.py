"""Whom "she", "they", "the report", "another" stand for: one of those named before, or somebody.

A pronoun is followed to the only one whom it can mean in its own sentence, or else in the sentence
before; where there are two, to the one who begins that sentence. What stands farther back is not
looked at, since by then others may have been spoken of.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from consultations.annotate.quotations.cast import Cast
from consultations.annotate.quotations.clauses import main_subject, subject_of
from consultations.annotate.quotations.spoken_of import PRONOUN, SUCH
from consultations.annotate.quotations.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.inflection import verb_forms
from consultations.english.kinds import BODIES
from consultations.english.personal_names import read_name
from consultations.english.saying import BESIDE, REPLYING
from consultations.english.sentences import sentence_start
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage

_AND = re.compile(r",?\sand\s")
_CITED = re.compile(r" et al\b| \d{4}[a-z]?\Z")
_ASKED_BY = re.compile(
    r"\b(?:asked|challenged|interviewed|pressed|prompted|questioned) (?:\w+ )?by (?:the )?"
    r"(?:[\w ]{2,30}, )?\Z",
    re.IGNORECASE,
)
"""Before whoever is not the one that then speaks: "asked by Ann Moss what it meant, she said"."""
_REPLIES = re.compile(
    rf"\s(?:(?:{BESIDE})\s)?(?:{alternatives(f for verb in REPLYING for f in verb_forms(verb))})\b"
)
_ONE = re.compile(r"[Oo]ne (man|person|woman)")
"""Somebody of whom this is known, where nobody else can be meant."""
_MANY = 50
"""Among so many names before a place, whoever is meant there is to be found."""
_SENTENCES_BACK = 3
"""A pronoun stands for nobody who is named more sentences before its own."""
_PASSAGES_BACK = 3
"""A body or a work is spoken of as "the …" at most so many passages after its name."""
_UNNAMED_BACK = 12
"""Respondents and participants are meant by "another" at most so many passages later."""


def stands_for(
    cast: Cast, passage: Passage, candidate: Candidate, last: Voice | None
) -> Voice | None:
    """The voice for which words stand that name nobody themselves; None where it cannot be told.

    Args:
        cast: everybody whom the document names.
        passage: where the words stand.
        candidate: the words.
        last: who was quoted last, in this passage or the one before.
    """
    words = passage.text[candidate.start : candidate.end]
    if PRONOUN.fullmatch(words):
        return _antecedent(cast, passage, candidate, words.casefold(), last)
    such = SUCH.fullmatch(words)
    if such:
        return _such(cast, passage, candidate, such, last)
    meant = unnamed(cast, passage, candidate.start, last)
    one = _ONE.fullmatch(words)
    return meant or (Voice(one[1], "participant") if one else None)


def _such(
    cast: Cast, passage: Passage, candidate: Candidate, such: re.Match[str], last: Voice | None
) -> Voice | None:
    """The voice of "the board", "this report": the one that is meant, or as it is called here."""
    noun = such["noun"] or "page"
    if such["of"]:
        of = such["of"].casefold()
        whose = _before(cast, passage, candidate.start, "", of, _PASSAGES_BACK)
        if whose:
            return whose
    found = _spoken_of(cast, passage, candidate.start, noun.casefold(), last)
    if found or noun.casefold() in ("author", "authors", "page"):
        return found
    called = cast.called(noun)
    as_called = Voice(f"{such['sort'] or ''} {noun}".strip(), "publication")
    if called or noun.casefold() in BODIES:
        return called or (as_called if noun[0].isupper() or cast.is_unnamed(noun) else None)
    # "This report" and, in a report, "the report" may be the document itself.
    is_own = such[0][:3].casefold() != "the" or cast.calls_itself(noun)
    return None if is_own else as_called


def _antecedent(
    cast: Cast, passage: Passage, candidate: Candidate, pronoun: str, last: Voice | None
) -> Voice | None:
    replies = _REPLIES.match(passage.text, candidate.end)
    silent, end = cast.silent(passage), candidate.start
    start = sentence_start(cast.plain(passage), end)
    for back in range(_SENTENCES_BACK):
        named = _nameable(cast, passage, start, end, pronoun)
        named = [c for c in named if not _ASKED_BY.search(silent, start, c.start)]
        if back and replies:
            named = _others(silent, start, end, named) or named
        meant = _one(silent, start, named, pronoun)
        if meant and not (back and _is_one_of_them(cast, meant, pronoun)):
            return meant
        if end == candidate.start and _is_said_by_nobody_known(cast, passage, start, end):
            return SOMEBODY
        if start == 0:
            break
        start, end = sentence_start(cast.plain(passage), start - 2), start
    fits = last and _fitting(cast, pronoun)(last) and not _is_one_of_them(cast, last, pronoun)
    return last if fits else None


def _is_one_of_them(cast: Cast, voice: Voice, pronoun: str) -> bool:
    """Whether a pronoun means more than one, and the voice is that of a man or a woman by name."""
    return pronoun == "they" and bool(_sex(voice)) and cast.is_person(voice)


def _nameable(cast: Cast, passage: Passage, start: int, end: int, pronoun: str) -> list[Candidate]:
    """Those named in a stretch for whom a pronoun can stand, its sex aside."""
    fits, is_one = _fitting(cast, pronoun), pronoun in ("he", "she")
    return [
        candidate
        for candidate in cast.named(passage, start, end)
        if candidate.voice and fits(candidate.voice)
        if not (is_one and _is_several(passage, candidate))
    ]


def _others(silent: str, start: int, end: int, named: Sequence[Candidate]) -> list[Candidate]:
    """Those of a sentence to whom it was said, and not who said it: one of them then replies."""
    verbs = list(verbs_of_saying(silent, start, end))
    said = subject_of(silent, start, verbs[-1], named) if verbs else None
    return [one for one in named if said and one.voice != said.voice]


def _is_several(passage: Passage, candidate: Candidate) -> bool:
    """Whether words describe more than one person, of whom each has no name: members, a group.

    The voice of such is told in the singular: `member` for "members".
    """
    if candidate.voice is None or not candidate.voice.anonymous:
        return False
    *_, last = passage.text[candidate.start : candidate.end].casefold().split()
    return last not in candidate.voice.label.casefold() or last in BODIES


def _is_said_by_nobody_known(cast: Cast, passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch before a pronoun has somebody say something of whom nothing is known.

    The pronoun then may stand for that one: "a lamplighter in Leith said that he".
    """
    silent = cast.silent(passage)
    verbs = list(verbs_of_saying(silent, start, end))
    return bool(verbs) and not subject_of(silent, start, verbs[-1], cast.named(passage, start, end))


def _fitting(cast: Cast, pronoun: str) -> Callable[[Voice], bool]:
    """Whether a voice is one for which a pronoun can stand, its sex aside."""
    if pronoun in ("he", "she"):
        other = {"he": "female", "she": "male"}[pronoun]
        return lambda voice: (cast.is_person(voice) or voice.anonymous) and _sex(voice) != other
    if pronoun == "it":
        return lambda voice: voice.kind == "publication"
    return lambda voice: voice != SOMEBODY


def _one(silent: str, start: int, named: Sequence[Candidate], pronoun: str) -> Voice | None:
    """The only one of these; else the one of the pronoun's sex, or who begins the sentence."""
    voices = {c.voice for c in named if c.voice}
    if len(voices) <= 1:
        return voices.pop() if voices else None
    of_sex = {v for v in voices if _sex(v) == {"he": "male", "she": "female"}.get(pronoun, "")}
    if len(of_sex) == 1:
        return of_sex.pop()
    if (
        pronoun == "they"
        and len(named) == 2
        and _AND.fullmatch(silent, named[0].end, named[1].start)
    ):
        return Voice(" and ".join(c.voice.label for c in named if c.voice), "speech")
    first = main_subject(silent, start, named)
    if first and first.voice and pronoun in ("he", "she") and not _sex(first.voice):
        return SOMEBODY  # "Jan met Kim. She": it may be either
    return first.voice if first else SOMEBODY


def _sex(voice: Voice) -> str | None:
    name = read_name(voice.label.partition(" (")[0])
    return name.sex if name else None


def _spoken_of(
    cast: Cast, passage: Passage, at: int, noun: str, last: Voice | None
) -> Voice | None:
    """The body or the work that is "the board", "this report": by its noun, or the last of all."""
    kind = "organisation" if noun in BODIES else "work"
    if noun in ("author", "authors"):
        return _cited(cast, passage, at) or _before(cast, passage, at, kind, "", 0)
    return (
        _before(cast, passage, at, kind, noun, 0)
        or _fits(cast, last, kind, noun)
        or _before(cast, passage, at, kind, noun, _PASSAGES_BACK)
        or (_before(cast, passage, at, kind, "", 0) if kind == "work" else None)
        or (_fits(cast, last, "", "") if kind == "work" else None)
    )


def _cited(cast: Cast, passage: Passage, at: int) -> Voice | None:
    """The authors who were cited last in a passage before a place."""
    voices = (one.voice for one in reversed(cast.named(passage, 0, at)))
    return next((voice for voice in voices if voice and _CITED.search(voice.label)), None)


def _fits(cast: Cast, voice: Voice | None, kind: str, noun: str) -> Voice | None:
    """The voice, where it is an entity of this kind with this noun in its name."""
    entity = cast.authority.by_id[voice.entity] if voice and voice.entity else None
    if entity and kind in ("", entity.kind) and noun.rstrip("s") in entity.name.casefold():
        return voice
    return None


def _before(cast: Cast, passage: Passage, at: int, kind: str, noun: str, most: int) -> Voice | None:
    """The last entity of this kind before a place, with this noun in its name."""
    for here, end in cast.back(passage, at, most):
        entities = cast.scene(here).entities
        last = bisect_left(entities, end, key=lambda one: one.start)
        for candidate in reversed(entities[max(0, last - _MANY) : last]):
            if _fits(cast, candidate.voice, kind, noun):
                return candidate.voice
    return None


def unnamed(cast: Cast, passage: Passage, at: int, last: Voice | None) -> Voice | None:
    """Who is meant by "another", or by "it was said": somebody described and not named.

    Args:
        cast: everybody whom the document names.
        passage: where the place is.
        at: the place.
        last: who was quoted last, in this passage or shortly before.
    """
    for here, end in cast.back(passage, at, _UNNAMED_BACK):
        voice = cast.scene(here).speaking(end)
        if voice is None and here is passage and last and last.anonymous:
            voice = last
        if voice:
            return voice._replace(label=voice.label.partition(",")[0])
    return None


def with_work(cast: Cast, voice: Voice, passage: Passage, at: int) -> Voice:
    """A body's voice with the one of its works that was named last, shortly before a place."""
    body = cast.authority.by_id[voice.entity] if voice.entity else None
    if body is None or body.kind != "organisation":
        return voice
    works = {work.id for work in cast.authority.works_by_author.get(body.name, ())}
    for here, end in cast.back(passage, at, _PASSAGES_BACK):
        mentions = cast.edition.mentions_of[here.id]
        before = bisect_right(mentions, end, key=lambda m: m.end)
        for mention in reversed(mentions[max(0, before - _MANY) : before]):
            if mention.entity in works:
                return voice._replace(label=f"{voice.label}, {mention.text}")
    return voice
