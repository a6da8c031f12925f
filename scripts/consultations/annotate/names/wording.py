"""How names are written: whether words are one, going by their case and their place."""

import re
from collections.abc import Set
from dataclasses import dataclass

from consultations.model.edition import Edition, Passage
from consultations.model.entity import EntityKind
from consultations.model.lexicon import WORD, Form, Sighting

_SENTENCE_START = re.compile(r"(?:^|[.?!:;•–—\n(]|[.?!][\"'”’)])\s*[\"'“‘(\[]*$")
_MARKS = "\"'“”‘’"
_KINDS_OF_WORK = re.compile(
    r"(?:article|bill|book|briefing|broadcast|document|guidance|handbook|journal|magazine|manual"
    r"|newspaper|paper|programme|report|review|series|strategy|survey|website)s?"
)
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'-]* $")
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_LONG_TITLE_WORDS = 6
"""So many words in the order of a title are no coincidence, however they are written."""


@dataclass(frozen=True)
class Place:
    """A sighting, in its passage."""

    passage: Passage
    sighting: Sighting

    @property
    def start(self) -> int:
        """Where it begins, in code points of the passage's text."""
        return self.sighting.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.sighting.end

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]


def written_as_name(form: Form, written: str) -> bool:
    """Whether words of a form, in the case that they have here, are the name that it is.

    A word alone, and an abbreviation, must be written as the form is ("SMART" is not "smart").
    Several words may be all in capitals, or have more capitals than the form; of a title, which
    prints differ about, only the first word must have its capital, and a long one not even that.
    """
    wanted, found = form.text.translate(_APOSTROPHES), written.translate(_APOSTROPHES)
    if wanted == found:
        return True
    if form.abbreviation or len(form.words) == 1:
        return False
    if form.loose:
        if len(form.words) >= _LONG_TITLE_WORDS:
            return True
        return found[0] == wanted[0] and (len(form.words) > 2 or _capitals(found) >= {0, 1})
    return _capitals(found) >= _capitals(wanted)


def _capitals(text: str) -> set[int]:
    """Which words begin with a capital."""
    return {n for n, word in enumerate(WORD.finditer(text)) if not word[0][0].islower()}


def starts_sentence(text: str, at: int) -> bool:
    """Whether the word that begins here opens a sentence, and so has a capital anyway."""
    return bool(_SENTENCE_START.search(text[max(0, at - 8) : at]))


def lower_case_words(edition: Edition) -> Set[str]:
    """Every word of an edition that is written in lower case somewhere in it."""
    return {
        word[0] for p in edition.passages for word in WORD.finditer(p.text) if word[0].islower()
    }


def stands_alone(place: Place, kind: EntityKind, common: Set[str]) -> bool:
    """Whether the words cannot be anything but a name at this place.

    One word such as "Mind" is a name in mid-sentence, but where a sentence begins, or in a heading,
    it may be the common word. The title of a work may be a common word anywhere ("Today"), unless
    marks or italics set it off, or it is said what sort of work it is, or the document has no such
    common word.

    Args:
        place: where they stand.
        kind: what they would name.
        common: the words that the document has in lower case.
    """
    words = list(WORD.finditer(place.text))
    if len(words) > 1 or place.text.casefold() == place.text or not place.text.istitle():
        return True
    text = place.passage.text
    inside = place.passage.kind != "heading" and not starts_sentence(text, place.start)
    if kind == "work":
        alone = not (
            _CAPITAL_BEFORE.search(text[max(0, place.start - 20) : place.start])
            or _CAPITAL_AFTER.match(text, place.end)
        )
        unheard = inside and alone and place.text.casefold() not in common
        return unheard or _set_off(place) or _called_a_work(place)
    return inside


def _set_off(place: Place) -> bool:
    text = place.passage.text
    before, after = text[: place.start][-1:], text[place.end :][:1]
    return (before != "" and before in _MARKS and after != "" and after in _MARKS) or any(
        e.kind == "em" and e.start <= place.start and place.end <= e.end
        for e in place.passage.emphasis
    )


def _called_a_work(place: Place) -> bool:
    text = place.passage.text
    around = [text[: place.start].split()[-2:], text[place.end :].split()[:3]]
    return any(
        _KINDS_OF_WORK.fullmatch(word.strip(",.;:()").casefold())
        for words in around
        for word in words
    )
