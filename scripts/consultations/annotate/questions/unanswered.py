"""Titles and headings under which questions are nobody's to answer.

Symptom: "Frequently asked questions", and under it "What is a pier?"; "Annex B: the questionnaire".
Found by: the words of the title or heading.
Leaves alone: an annex that says that it answers.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from consultations import patterns as re
from consultations.model.edition import Edition, Passage

_OFTEN_ASKED = r"\b(?:FAQs?|(?:frequently|commonly|often)[ -]asked|common\squestions)\b"
_EXPLAINS = re.compile(
    rf"{_OFTEN_ASKED}|\bQ\s?&\s?As?\b|\bquestions\sand\sanswers\b", re.IGNORECASE
)
"""What stands over questions that an author asks and answers for readers."""
_FOR_READERS = re.compile(_OFTEN_ASKED, re.IGNORECASE)
"""The same, where nobody else can have asked: a meeting has questions and answers too."""
_INSTRUMENT = re.compile(
    r"""
    (?! .* \b (?: answers? | completed | our | repl(?:y|ies) | responses? )\b )
    (?: annex | appendix | schedule ) \b .{0,60}
    \b (?: questionnaire | survey | (?: discussion | interview | topic ) \s guide
         | interview \s (?: questions | schedule ) )\b .{0,40}       # Annex B: the questionnaire
  | (?: the \s )? (?: survey | interview ) \s (?: questionnaire | questions | schedule )
  | (?: the \s )? (?: discussion | interview | topic ) \s guide
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A heading over what a study asked, and nobody answers there."""


def unanswered_heads(edition: Edition) -> AbstractSet[str]:
    """The ids of headings over what readers often ask, or what a study asked; "" of the title."""
    titles = {"": edition.source.record.title}
    titles |= {p.id: p.text for p in edition.passages if p.kind == "heading"}
    found = {id_ for id_, title in titles.items() if _FOR_READERS.search(title)}
    return found | {id_ for id_, title in titles.items() if id_ and _INSTRUMENT.fullmatch(title)}


def explains(title: str) -> bool:
    """Whether an author asks and answers under such a title, for readers."""
    return _EXPLAINS.search(title) is not None


def not_explained(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages that stand under no heading such as `Frequently asked questions`."""
    explained = {p.id for p in passages if p.kind == "heading" and explains(p.text)}
    yield from (p for p in passages if not explained & {*p.section})
