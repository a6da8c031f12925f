"""Whom "he", "she", "it", "they" stand for: one of those named shortly before, or somebody.

A pronoun is followed to the only one whom it can mean in its own sentence, or else in one of the
sentences before; where there are two, to the one who begins that sentence. What stands farther back
is not looked at, since by then others may have been spoken of.
"""

from collections.abc import Callable, Sequence

from consultations import patterns as re
from consultations.annotate.quotations.cast import Cast
from consultations.annotate.quotations.clauses import main_subject, subject_of
from consultations.annotate.quotations.spoken_of import SUCH
from consultations.annotate.quotations.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.inflection import verb_forms
from consultations.english.kinds import BODIES, WORK
from consultations.english.personal_names import read_name
from consultations.english.saying import BESIDE, REPLYING, STATEMENT
from consultations.english.sentences import sentence_start
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage

_AND = re.compile(r",?\sand\s")
_ASKED_BY = re.compile(
    r"\b(?:asked|challenged|interviewed|pressed|prompted|questioned) (?:\w+ )?by (?:the )?"
    r"(?:[\w ]{2,30}, )?\Z",
    re.IGNORECASE,
)
"""Before whoever is not the one that then speaks: "asked by Ann Moss what it meant, she said"."""
_IN_WHAT_IS_OF = re.compile(
    rf"(?:['’]s? (?:[\w-]+ ){{0,2}}?(?:{STATEMENT}|{WORK}))?,? (?:where|in which) \Z"
)
"""Between whose work it is and the pronoun for that one: "Ann Moss’s diary, where she writes"."""
_REPLIES = re.compile(
    rf"\s(?:(?:{BESIDE})\s)?(?:{alternatives(f for verb in REPLYING for f in verb_forms(verb))})\b"
)
_FEMALE = re.compile(
    r"aunt|dad's|daughter|girl|gran|(?:grand|step)?(?:daughter|mother)|heroine|lady|mum|niece|nun"
    r"|sister|widow|wife|(?:\w*woman)|(?:actr|host|waitr|stewardr?|headmistr|mistr)ess"
)
"""Who is she: mother, policewoman."""
_MALE = re.compile(
    r"boy|brother|dad|father|gentleman|grandad|(?:grand|step)?(?:father|son)|husband|monk|nephew"
    r"|uncle|widower|(?:(?!hu|wo)\w*man)"
)
"""Who is he: father, fisherman."""
_SENTENCES_BACK = 3
"""Whom a pronoun stands for is looked for in so many sentences, its own and those before it."""


def antecedent(
    cast: Cast, passage: Passage, candidate: Candidate, pronoun: str, last: Voice | None
) -> Voice | None:
    """The voice for which a pronoun stands; SOMEBODY where it is one of several who cannot be told.

    Args:
        cast: everybody whom the document names.
        passage: where the pronoun stands.
        candidate: the pronoun's place.
        pronoun: in small letters.
        last: who was quoted last, in this passage or the one before.
    """
    replies = _REPLIES.match(passage.text, candidate.end)
    silent, end = cast.silent(passage), candidate.start
    start = sentence_start(cast.plain(passage), end)
    for back in range(_SENTENCES_BACK):
        if pronoun != "it" and _is_one_of_a_name(cast, passage, start, end):
            return SOMEBODY
        named = _nameable(cast, passage, start, end, pronoun)
        named = [c for c in named if not _ASKED_BY.search(silent, start, c.start)]
        if back and replies:
            named = _others(silent, start, end, named) or named
        if not back and (owner := _IN_WHAT_IS_OF.search(silent, start, end)):
            return next((c.voice for c in named if c.end == owner.start()), None) or SOMEBODY
        meant = _one(silent, start, named, pronoun)
        if meant and pronoun == "it" and _is_of_two(cast, passage, start, end):
            spoke = last is not None and last.label in passage.text[start:end]
            return (_still_speaking(cast, last, pronoun) if spoke else None) or SOMEBODY
        if meant and not (back and _is_one_of_them(cast, meant, pronoun)):
            return meant
        if end == candidate.start and _is_said_by_nobody_known(cast, passage, start, end):
            return SOMEBODY
        if start == 0:
            break
        start, end = sentence_start(cast.plain(passage), start - 2), start
    return _still_speaking(cast, last, pronoun)


def _is_one_of_a_name(cast: Cast, passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch names somebody by a family name alone that several people bear."""
    return any(c.voice == SOMEBODY for c in cast.named(passage, start, end))


def _is_of_two(cast: Cast, passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch speaks of a body or a work that has no name there, beside one that has."""
    unnamed = (c for c in cast.named(passage, start, end) if c.voice is None)
    return any(SUCH.fullmatch(passage.text, c.start, c.end) for c in unnamed)


def _still_speaking(cast: Cast, last: Voice | None, pronoun: str) -> Voice | None:
    """Who was quoted last, where a pronoun can stand for that one."""
    if last is None or _is_one_of_them(cast, last, pronoun):
        return None
    return last if _fitting(cast, pronoun)(last) else None


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
    if pronoun == "they" and (both := _both(silent, named)):
        return both
    first = main_subject(silent, start, named)
    voice = first.voice if first else None
    if voice is None or (pronoun in ("he", "she") and not _sex(voice)):
        return SOMEBODY  # "Jan met Kim. She": it may be either
    return voice


def _both(silent: str, named: Sequence[Candidate]) -> Voice | None:
    """Two who speak together: "Ann Moss and Jo Reed"; None where they stand apart."""
    if len(named) != 2 or not _AND.fullmatch(silent, named[0].end, named[1].start):
        return None
    return Voice(" and ".join(c.voice.label for c in named if c.voice), "speech")


def _sex(voice: Voice) -> str | None:
    if voice.anonymous:
        noun = voice.label.partition(",")[0].split()[-1].casefold()
        return "male" if _MALE.fullmatch(noun) else "female" if _FEMALE.fullmatch(noun) else None
    name = read_name(voice.label.partition(" (")[0])
    return name.sex if name else None
