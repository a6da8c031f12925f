"""A document, its questions and its passages, with all that can be asked of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from consultations.model.draft import BlockKind
from consultations.model.edition import QuestionKind
from consultations.model.text import Interval
from consultations.model.voices import Spoken, only_words, voice_at, voice_of


@dataclass(frozen=True)
class SearchQuestion:
    """A question of a consultation, as a document answers it."""

    value: str
    """How its passages name it: its number, or the heading's id where it has none, or where another
    question before it has the same."""
    number: str | None
    text: str
    asked: str | None = None
    """`<consultation id>/<question id>`, where the authorities list it."""
    kind: QuestionKind = "question"


@dataclass(frozen=True)
class SearchEdition:
    """What a hit says about the document that it stands in."""

    id: str
    title: str
    organisation: str | None
    """Id of an organisation in the authorities."""
    body: str
    """Who speaks: the organisation's name, else the authors'; empty where neither is known."""
    authors: tuple[str, ...]
    date: str
    """ISO 8601: a year, a month or a day."""
    type: str
    names: tuple[str, ...] = ()
    """How else a query may name who speaks: the organisation's name and abbreviations."""
    consultation: str | None = None
    """Id of what it responds to, where it answers questions."""
    consultation_name: str = ""
    questions: tuple[SearchQuestion, ...] = ()
    """Those that it answers, in its order."""
    version: str = ""
    """What a reference calls the edition, where that is known: `edition 3f9a2c1`."""

    @property
    def by(self) -> tuple[str, ...]:
        """Who speaks, as a query asks for it: the organisation's id, else the authors."""
        return (self.organisation,) if self.organisation else self.authors

    @property
    def byline(self) -> str:
        """Its authors and its body, each once, with which a reference begins."""
        authors = ", ".join(self.authors)
        return ", ".join(
            dict.fromkeys([*self.authors, *([self.body] if self.body != authors else [])])
        )

    @property
    def year(self) -> str:
        """The year of its date, four digits."""
        return self.date[:4]

    def as_json(self) -> dict[str, Any]:
        """What `from_json` takes back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The edition that `as_json` wrote."""
        lists = {name: tuple(data[name]) for name in ("authors", "names")}
        questions = tuple(SearchQuestion(**question) for question in data["questions"])
        return cls(**{**data, **lists, "questions": questions})

    def question(self, value: str | None) -> SearchQuestion | None:
        """The question that a passage of it names so."""
        return next((question for question in self.questions if question.value == value), None)


@dataclass(frozen=True)
class SearchPassage:
    """A passage with what can be asked of it."""

    edition: SearchEdition
    id: str
    kind: BlockKind
    text: str
    """As printed."""
    section: tuple[str, ...] = ()
    """The headings that it stands under, outermost first, without the document's title."""
    question: str | None = None
    mentions: tuple[str, ...] = ()
    """How a query may name the entities that it mentions: ids, names, abbreviations; sorted."""
    cites: tuple[str, ...] = ()
    """Ids of the works that it cites, sorted."""
    quoted: tuple[Interval, ...] = ()
    """Where other people's words stand: code points of the text, in order and apart. A term or a
    title in quotation marks is nobody's words but the document's own."""
    voices: tuple[Spoken, ...] = ()
    """Whose words stand there: [start, end) in code points, in order, and who it is as a reader
    would say it; None where that is not known."""
    notes: tuple[tuple[int, str], ...] = ()
    """Where markers of notes stood, in order: before which code point, and the label."""
    mended: tuple[tuple[int, int, str], ...] = ()
    """Where emendations stand, in order: text[start:end] is what the source has otherwise, and
    what it has there."""
    pages: tuple[str, ...] = ()
    """Labels of the first and the last page of its source on which it stands; one where both are
    one, none where the source has no pages."""

    def voice_at(self, start: int, end: int) -> str | None:
        """Whose words text[start:end] are: OWN, the document's; a name; None: not known whose."""
        return voice_at(self.voices, (start, end))

    def voice_of(self, start: int, end: int) -> str | None:
        """The same, with `partly ` before a name where only some of the words are that voice's."""
        return voice_of(self.voices, only_words(self.text, (start, end)))

    def as_json(self) -> dict[str, Any]:
        """What `from_json` takes back. The edition is left out, and so is whatever is empty."""
        found = {name: value for name, value in vars(self).items() if value and name != "edition"}
        return {"text": "", **found}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], edition: SearchEdition) -> Self:
        """The passage that `as_json` wrote, in its edition."""
        lists = {
            name: tuple(data.get(name, ())) for name in ("section", "mentions", "cites", "pages")
        }
        quoted = tuple((start, end) for start, end in data.get("quoted", ()))
        voices = tuple((start, end, who) for start, end, who in data.get("voices", ()))
        notes = tuple((at, label) for at, label in data.get("notes", ()))
        mended = tuple((start, end, before) for start, end, before in data.get("mended", ()))
        intervals = {"quoted": quoted, "voices": voices, "notes": notes, "mended": mended}
        return cls(edition=edition, **{**data, **lists, **intervals})
