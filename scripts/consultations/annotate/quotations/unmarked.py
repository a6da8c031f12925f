"""Words that neither marks nor an indent sets apart, between what leads to them and a credit.

Symptom: "One tenant told us about the lamp:", then a paragraph or a few, of which the last ends
with "(Tenant 4, Leith)"; that may stand on a line of its own.

Found by: all three. The passage before ends with a colon, and its last sentence has a verb of
saying; what follows are sentences; the credit stands in brackets and describes somebody as a study
does, by a number, an age, a part in life. It stands in the last paragraph or right under it, at
most three paragraphs on. More of the kind may follow.

Leaves alone: paragraphs with quotation marks at their beginning; words with two of the three.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.credits import description
from consultations.annotate.quotations.quoted import Quoted
from consultations.english.credit_lines import IN_BRACKETS
from consultations.english.sentences import sentence_start
from consultations.model.edition import Edition, Passage

RULE = "unmarked"
_CREDITED = re.compile(rf"(?:\A|(?<=[.?!…*])\s+)[(\[](?P<who>{IN_BRACKETS})[)\]]\.?\s*\Z")
_SENTENCES = re.compile(r"[^\W\d_].*[.?!…][”’]?\s*\Z", re.DOTALL)
_LONGEST = 3
"""Paragraphs up to a credit."""
_MOST = 12
"""Paragraphs behind one lead-in."""


def credited(edition: Edition) -> Iterator[Quoted]:
    """The words between a lead-in and a credit, in reading order."""
    passages = edition.passages
    for index, lead in enumerate(passages):
        if lead.kind == "paragraph" and lead.text.endswith(":") and _tells(lead.text):
            yield from _words(passages[index + 1 : index + 1 + _MOST])


def _tells(text: str) -> bool:
    """Whether the last sentence of a lead-in has a verb of saying."""
    start = sentence_start(text, len(text) - 1)
    return any(verbs_of_saying(text, start, len(text)))


def _words(after: Sequence[Passage]) -> Iterator[Quoted]:
    """The paragraphs up to each credit, as long as no other kind comes before it."""
    said: list[Quoted] = []
    for passage in after:
        if passage.kind != "paragraph" or passage.cell:
            return
        credit = _CREDITED.search(passage.text)
        end = credit.start() if credit and _is_somebody(credit["who"]) else len(passage.text)
        if end and (len(said) == _LONGEST or not _SENTENCES.match(passage.text[:end])):
            return
        if end:
            said.append(Quoted(passage, 0, end, RULE, continued=bool(said)))
        if end < len(passage.text):
            yield from said
            said = []


def _is_somebody(words: str) -> bool:
    """Whether a credit describes somebody who speaks for nobody else."""
    voice = description(words)
    return voice is not None and voice.anonymous
