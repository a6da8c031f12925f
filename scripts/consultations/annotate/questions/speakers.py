"""Who speaks, where a passage of minutes begins with that: `Ann Marsh:`, `(Mr Marsh)`, `AM:`."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from consultations import patterns as re
from consultations.annotate.initials import INITIALS, initials_of
from consultations.english.call_labels import answer_label, call_label
from consultations.english.persons import PARTICLES, POST, ROLE, TITLES, is_title
from consultations.english.printed_questions import (
    standing_speakers,
)
from consultations.english.word_lists import alternatives
from consultations.model.edition import Edition

NUMBER = re.compile(
    r"(?:Q(?:uestion)?\.?\s?)?(?P<number>\d{1,5})[.:)]?\s+(?:[–—-]\s+)?", re.IGNORECASE
)
"""The number of a question put to a witness: `Q7 `, `1380. `."""
_WORD = rf"(?:[^\W\d_a-z][\w.’'-]*|of|the|for|{alternatives(PARTICLES)})"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|and|&)){{0,6}}"
_POST = rf"{_WORD}(?:\s(?:{_WORD}|and|to|&)){{0,11}}"
_SPEAKER = re.compile(
    rf"""
    \( (?P<bracketed>{_NAME}) \) [.:]?\s+                  # (Mr Marsh) I have.
  | (?P<plain>{_NAME}) (?:\s[(\[][^()\[\]]{{1,60}}[)\]]){{0,2}} \s?:\s+   # Mr Marsh (Clerk):
    (?! \d[\d,.]* \s? (?: %\s*$ | \(\d ) )             # Lower Pier: 40 (11%)
  | (?P<office>{_POST}(?:,\s{_NAME}){{0,4}}) \s [(\[] [^()\[\]]{{2,60}} [)\]] \s?:\s+
                                                         # Minister for Tolls, Lamps and Tar (Moss):
  | (?P<dashed>{_NAME}) (?<=\.) \s?[—–]\s?                # Mr Marsh.—I have.
  | (?P<boxed>{_NAME}) \]\s*                              # Mr Marsh.] Have you?
  | (?P<stopped> (?:{alternatives(TITLES)}|The)\b \.? (?:\s[A-Z][a-z]{{0,2}}[A-Z’'-]{{2,}}){{1,3}}
      (?:\sof\s[A-Z][a-z]+)? ) \.\s+                     # Mr. MARSH. I have.
    """,
    re.VERBOSE | re.MULTILINE,
)
_OFFICE = re.compile(
    rf"(?:the\s)?(?:parliamentary\s)?(?:(?:deputy|economic|financial)\s|(?:under|vice)[- ])?"
    rf"(?:{POST}|witness|{ROLE})\b",
    re.IGNORECASE,
)
"""The Deputy Chairman, Parliamentary Under-Secretary of State, the Economic Secretary."""
_COUNTED = re.compile(
    r"(?:Question|Annex|Appendix|Box|Chapter|Figure|Option|Part|Schedule|Section|Table|Theme)"
    r"\s\(?(?:[A-Z]|\d{1,3}|[ivxIVX]{1,4})\)?"
)
"""A part of a document by its letter or number: `Annex B`."""
_FEWEST_LABELS, _FEWEST_LABELLED = 2, 4
"""So many initials must begin so many passages, where no list says whose they are."""


class Speakers:
    """The labels of speeches in an edition."""

    def __init__(self, edition: Edition) -> None:
        """Keep the edition; it is looked through where a label is of initials."""
        self._edition = edition

    def at(self, text: str) -> tuple[str | None, int]:
        """Who speaks, where a text begins with that; and where the words begin."""
        match = _SPEAKER.match(text)
        if match is None:
            return None, 0
        words = match[match.lastgroup or 0].rstrip(".")
        if match["plain"] and INITIALS.fullmatch(words) and not _OFFICE.fullmatch(words):
            name = self._initials.get(words) or (words if words in self._repeated else None)
            return (name, match.end()) if name else (None, 0)
        is_who = _OFFICE.match(words) if match["office"] else _is_name(words)
        return (words, match.end()) if is_who else (None, 0)

    @cached_property
    def standing(self) -> frozenset[int]:
        """Indexes of the passages that are nothing but who speaks in the next: "Mr. Marsh"."""
        return standing_speakers([passage.text for passage in self._edition.passages])

    @cached_property
    def _initials(self) -> Mapping[str, str]:
        return initials_of(self._edition)

    @cached_property
    def _repeated(self) -> frozenset[str]:
        """Initials that begin passages often enough to be those of who speaks."""
        labels: Counter[str] = Counter()
        for passage in self._edition.passages:
            number = NUMBER.match(passage.text)
            match = _SPEAKER.match(passage.text[number.end() if number else 0 :])
            words = match["plain"] if match else None
            if words and INITIALS.fullmatch(words):
                labels[words] += 1
        enough = len(labels) >= _FEWEST_LABELS and labels.total() >= _FEWEST_LABELLED
        return frozenset(labels if enough else ())


def _is_name(words: str) -> bool:
    """Whether words with capitals are a person's: a title, an office, a forename and a surname."""
    parts = words.split()
    by_form = len(parts) > 1 and all(part[0].isupper() or part in PARTICLES for part in parts)
    return is_title(parts[0]) or bool(_OFFICE.match(words)) or (by_form and not _is_label(words))


def _is_label(words: str) -> bool:
    return bool(call_label(words)) or answer_label(words) is not None or is_part_counted(words)


def is_part_counted(words: str) -> bool:
    """Whether words are the label of a question or of a part of the text: `Question B`."""
    return _COUNTED.fullmatch(words) is not None
