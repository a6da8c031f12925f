"""For whom a pronoun can stand: the sex of somebody, one or several, a person or a body."""

from collections.abc import Callable
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.quotations.cast.cast import Cast
from consultations.annotate.quotations.cast.strangers import is_office
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.kinds import BODIES
from consultations.english.name_parts import read_name, sex_of_forename
from consultations.english.persons import sex_of_noun
from consultations.model.edition import Passage

_LABEL_END = re.compile(r"(?: \([^()]{1,40}\))?\)?: ")
_LABEL_START = 6
"""Code points before the name in a label: a number, a bracket or an article."""


def label_end(cast: Cast, passage: Passage, at: int) -> int:
    """Where the label ends with which a speech begins: "Ms Moss: As you know,"; else 0."""
    candidate = cast.first_named(passage, 0, at)
    label = candidate and _LABEL_END.match(passage.text, candidate.end)
    return label.end() if candidate and label and candidate.start <= _LABEL_START else 0


class Pronoun(NamedTuple):
    """A pronoun at its place."""

    cast: Cast
    """Everybody whom the document names."""
    passage: Passage
    place: Candidate
    word: str
    """In small letters: of "her view", she."""
    last: Voice | None
    """Who was quoted last, in this passage or shortly before."""

    @property
    def begins(self) -> int:
        """Where whoever speaks in the passage begins, who means no other by the label's name."""
        return label_end(self.cast, self.passage, self.place.start)

    @property
    def told(self) -> str:
        """What the passage says before it, without what others say there."""
        return self.cast.silent(self.passage)[self.begins : self.place.start]

    @property
    def is_one(self) -> bool:
        """Whether it stands for one man or woman."""
        return self.word in ("he", "she")


def nameable(cast: Cast, passage: Passage, start: int, end: int, pronoun: str) -> list[Candidate]:
    """Those named in a stretch for whom a pronoun can stand, its sex aside."""
    fits, is_one = fitting(cast, pronoun), pronoun in ("he", "she")
    silent = cast.silent(passage)  # nobody named in what others say is spoken of; a title may be
    return [
        candidate
        for candidate in cast.named(passage, start, end)
        if candidate.voice and fits(candidate.voice)
        if not is_one or silent[candidate.start : candidate.end].strip()
        if not (is_one and is_several(passage, candidate))
        if not (is_one and passage.text.startswith(", which ", candidate.end))
        if passage.text[candidate.start : candidate.end].partition(" ")[0].casefold()
        != {"she": "her", "he": "his"}.get(pronoun)
    ]


def is_several(passage: Passage, candidate: Candidate) -> bool:
    """Whether words describe more than one person, of whom each has no name: members, a group.

    The voice of such is told in the singular: `member` for "members".
    """
    if candidate.voice is None or not candidate.voice.anonymous:
        return False
    *_, last = passage.text[candidate.start : candidate.end].casefold().split()
    return last not in candidate.voice.label.casefold() or last in BODIES


def fitting(cast: Cast, pronoun: str) -> Callable[[Voice], bool]:
    """Whether a voice is one for which a pronoun can stand, its sex aside."""
    if pronoun in ("he", "she"):
        other = {"he": "female", "she": "male"}[pronoun]
        return lambda voice: (cast.is_person(voice) or voice.anonymous) and sex_of(voice) != other
    if pronoun == "it":
        return lambda voice: (
            voice.kind == "publication"
            and not (cast.is_person(voice) or is_office(voice._replace(kind="speech")))
        )
    return lambda voice: voice != SOMEBODY


def sex_of(voice: Voice) -> str | None:
    """The sex that a name or a word for somebody tells: Mr Moss, policewoman."""
    if voice.anonymous:
        return sex_of_noun(voice.label.partition(",")[0].split()[-1].casefold())
    label = voice.label.partition(" (")[0]
    name = read_name(label)
    return (name.sex if name else None) or sex_of_forename(label)
