"""Passages that begin with who speaks, or stand under it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.questions.speakers import Speakers, is_part_counted
from consultations.english.call_labels import answer_label, call_label
from consultations.english.credit_lines import (
    leads_to_speech,
    names_speaker,
)
from consultations.english.outcome_labels import (
    says_asked,
    says_proposed,
    says_received,
)
from consultations.english.printed_questions import (
    answers_in_print,
    asked_in_print,
)
from consultations.model.edition import Edition

_LETTER = re.compile(r"(?P<who>Q|A|Question|Answer)(?:\s?[.:)–—]|\s[-–—])\s+")
_LABEL = re.compile(
    r"(?P<who>[^\W\d_a-z][\w’'.-]*(?:\s[\w’'.-]+){0,4}?)(?:\s\([^()]{1,60}\))?\s?:\s+"
)
_INTRODUCED = re.compile(r"(?P<who>[A-Z][^:()\[\]?!]{2,60}) \((?P<initials>[A-Z]{1,4})\) ?: ")
_REQUESTS = re.compile(
    r"(?:please|tell|describe|explain|talk|(?:can|could|will|would)\syou)\b", re.IGNORECASE
)
_FEWEST = 2
MAY_SPEAK = ("heading", "paragraph", "list_item", "blockquote")


@dataclass(frozen=True)
class Speech:
    """A passage that begins with who speaks."""

    index: int
    who: str
    text: str
    over: int | None = None
    """Index of the passage above that says who speaks."""
    by: str | None = None
    """The name before a letter: `MR MOSS: Q. Where?`."""

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark, or is put to a minister."""
        return self.text.rstrip(" ”\"'’)").endswith("?") or self.is_in_print

    @property
    def is_in_print(self) -> bool:
        """Whether it is a question as papers of a parliament print it."""
        return asked_in_print(self.text) is not None

    @property
    def puts(self) -> bool:
        """Whether it asks anywhere, or asks to be told."""
        return "?" in self.text or self.asks or _REQUESTS.match(self.text) is not None


class _SpeechLabel(NamedTuple):
    """With what a speech begins, up to its words."""

    who: str
    end: int
    is_name: bool
    by: str | None = None


class _UnderLines(NamedTuple):
    """A passage that may be a speech."""

    place: int
    """Its index."""
    who: str | None
    """Who speaks, where a line above it says so."""
    above: int | None
    """Index of the first such line."""


def speeches_of(edition: Edition) -> Iterator[Speech]:
    """The passages that begin with a label which others have too, or with a name."""
    found = list(_labelled(edition, Speakers(edition)))
    labels = {speech.who for speech, _ in found}
    full = {**_full_names(labels), **_introduced(edition, labels)}
    found = [(replace(s, who=full.get(s.who, s.who)), is_name) for s, is_name in found]
    often = Counter(speech.who for speech, _ in found)
    yield from (s for s, is_name in found if is_name or often[s.who] >= _FEWEST)


def _labelled(edition: Edition, speakers: Speakers) -> Iterator[tuple[Speech, bool]]:
    """The passages with a label in them or over them, each with whether that is a name."""
    goes_on = False  # a question in print, with what was said of it
    for index, who, above in _under_lines(edition, speakers):
        text = edition.passages[index].text
        label = _SpeechLabel(who, 0, True) if who else _label(text, speakers)
        said = answers_in_print(text) if label is None and goes_on else None
        label = _SpeechLabel(*said, True) if said else label
        if label:
            speech = Speech(index, label.who, text[label.end :], above if who else None, label.by)
            goes_on = speech.is_in_print or said is not None
            yield speech, label.is_name


def _under_lines(edition: Edition, speakers: Speakers) -> Iterator[_UnderLines]:
    """The passages that may be speeches, each with the lines right above that say who speaks."""
    who: str | None = None
    above: int | None = None
    for index, passage in enumerate(edition.passages):
        if passage.kind not in MAY_SPEAK or passage.cell is not None or passage.level == 1:
            continue
        stands = index in speakers.standing
        if stands or (speakers.standing and leads_to_speech(passage.text)):
            who = names_speaker(passage.text) if stands else who
            above = index if above is None else above
        else:
            yield _UnderLines(index, who, above)
            who = above = None


def _full_names(labels: Collection[str]) -> Mapping[str, str]:
    """The labels that are the end of just one other: MOSS, of MS MOSS."""
    by_end: dict[str, list[str]] = defaultdict(list)
    for label in labels:
        words = label.split(" ")
        for first in range(1, len(words)):
            by_end[" ".join(words[first:])].append(label)
    return {end: others[0] for end, others in by_end.items() if end in labels and len(others) == 1}


def _introduced(edition: Edition, labels: Collection[str]) -> Mapping[str, str]:
    """The initials that the first label of who speaks has behind the name: `Ann Moss (AM): `."""
    found = (_INTRODUCED.match(passage.text) for passage in edition.passages)
    return {m["initials"]: m["who"] for m in found if m and m["initials"] in labels}


def _label(text: str, speakers: Speakers) -> _SpeechLabel | None:
    """With what a passage begins that says who speaks."""
    if letter := _LETTER.match(text):
        return _SpeechLabel(letter["who"][0], letter.end(), True)
    name, begin = speakers.at(text)
    if name is None and (asked := asked_in_print(text)):
        name, begin = asked
    if name:
        letter = _LETTER.match(text[begin:])
        by_letter = letter and _SpeechLabel(letter["who"][0], begin + letter.end(), True, name)
        return by_letter or _SpeechLabel(name, begin, True)
    label = _LABEL.match(text)
    return _SpeechLabel(label["who"], label.end(), False) if label and not _is_label(text) else None


def _is_label(text: str) -> bool:
    """Whether a passage begins with a label of a call or of an answer, which names nobody."""
    head, *_ = text.partition(":")  # We asked: You told us:
    says = (says_asked, says_proposed, says_received)
    calls = call_label(text) or is_part_counted(head)
    return bool(calls) or answer_label(text) is not None or any(s(head) for s in says)
