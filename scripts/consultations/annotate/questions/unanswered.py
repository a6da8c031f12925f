"""Calls that are nobody's to answer, and those that nobody has answered.

Symptom: "Frequently asked questions", and under it "What is a pier?"; "Annex B: the questionnaire";
an examination: "What is a pier? [2 marks]".
Found by: the words of the title or heading; under that of a study, most questions stand right above
the next; marks behind most questions.
Leaves alone: an annex that says that it answers, or in which anything does; one of a document that
answers a consultation.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from consultations import patterns as re
from consultations.annotate.questions.printed import printed
from consultations.english.call_labels import is_prompt
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
"""A heading over what a study asked, or over a form of which a copy is filled in."""
_MARKS = re.compile(r"[(\[]\d{1,3}\s(?:marks?|points?)[)\]]\W*\Z", re.IGNORECASE)
"""What an answer is worth in an examination: `Describe a pier. [10 marks]`."""


def unanswered_heads(edition: Edition, *, says_so: bool) -> AbstractSet[str]:
    """The ids of headings over what readers often ask, or what a study asked; "" of the title.

    Args:
        edition: of the document.
        says_so: whether it says that it answers somebody; then no questions in it are a study's.
    """
    titles = {"": edition.source.record.title}
    titles |= {p.id: p.text for p in edition.passages if p.kind == "heading"}
    found = {id_ for id_, title in titles.items() if _FOR_READERS.search(title)}
    if says_so or edition.source.record.responds_to is not None:
        return found
    studied = (id_ for id_, title in titles.items() if id_ and _INSTRUMENT.fullmatch(title))
    return found | {id_ for id_ in studied if _is_blank(edition, id_)}


def _is_blank(edition: Edition, heading: str) -> bool:
    """Whether most questions under a heading have nothing below them, and the others only options.

    A list has at least two of these; an item alone answers, and so does a paragraph.
    """
    below = [_below_question(p) for p in edition.passages if heading in p.section]
    if "answer" in below:
        return False
    runs = [(what, len(list(run))) for what, run in groupby(filter(None, below))]
    asked = sum(length for what, length in runs if what == "question")
    listed = [length for what, length in runs if what == "option"]
    return len(listed) * 2 < asked and 1 not in listed


def _below_question(passage: Passage) -> str:
    """What a passage of a questionnaire may be; empty where it says nothing of an answer."""
    question = printed(passage)
    if question.ends_asking or question.requests or question.leaves_room:
        return "question"
    if passage.kind == "heading" or is_prompt(passage.text):
        return ""
    return "option" if passage.kind == "list_item" else "answer"


def is_examination(edition: Edition) -> bool:
    """Whether most of its questions bear marks."""
    marked = sum(_MARKS.search(question.text) is not None for question in edition.questions)
    return marked * 2 > len(edition.questions)


def explains(title: str) -> bool:
    """Whether an author asks and answers under such a title, for readers."""
    return _EXPLAINS.search(title) is not None


def not_explained(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages that stand under no heading such as `Frequently asked questions`."""
    explained = {p.id for p in passages if p.kind == "heading" and explains(p.text)}
    yield from (p for p in passages if not explained & {*p.section})
