"""The words that lead in a block quotation, or a list of quotations.

Symptom: "Ann Moss told us:" before a block; "Members who answered gave these reasons." before a
list of quotations; "Tom Bell put it this way:" before a paragraph that is one quotation.

Found by: a quotation that fills its passage, or begins it. The passage before it, with the items of
the same list left out, ends with a colon or without a stop, and its last sentence has a verb of
saying with a subject, or begins with one; or, before a list, it describes people who speak.

Leaves alone: a quotation within a paragraph; a passage before that only names somebody.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.fitting import label_end
from consultations.annotate.quotations.clauses.clauses import main_subject
from consultations.annotate.quotations.clauses.subjects import makes_statement
from consultations.annotate.quotations.grounds.said_before import speaker
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.sentences import sentence_start
from consultations.model.edition import Passage

RULE = "lead-in"
_AS_FOLLOWS = re.compile(r"\b(?:as follows|in (?:the following|these) (?:terms|words)|thus)\.\Z")
"""What leads in as a colon does."""
_LONGEST_LIST = 25
"""The lead-in of a list is looked for at most this many items before a quotation."""


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice that the lead-in names."""
    lead = _lead(quoted, stage)
    if lead is None:
        return None
    text = lead.text.rstrip("0123456789 ")
    start = sentence_start(stage.cast.plain(lead), len(text) - 1)
    start = max(
        start, label_end(stage.cast, lead, len(text) - 1)
    )  # whoever reads out is not who wrote
    # A sentence that has no end goes on with the words, where they begin in lower case.
    goes_on = text[-1:].isalnum() and quoted.words[0][0].islower()
    if text.endswith((":", ",", "–", "—")) or goes_on or _AS_FOLLOWS.search(text):
        voice = speaker(lead, start, len(text), stage) or _named(lead, start, len(text), stage)
        if voice != SOMEBODY or quoted.passage.kind != "list_item":
            return Ruling(voice, quoted.start)
    if quoted.passage.kind == "list_item":
        described = _described(lead, stage)
        return Ruling(described, quoted.start) if described else None
    return None


def _named(lead: Passage, start: int, end: int, stage: Stage) -> Voice:
    """Whom a lead-in without a verb of saying is about; SOMEBODY where that cannot be told."""
    named = stage.cast.named(lead, start, end)
    silent = stage.cast.silent(lead)
    makers = [c for c in named if c.voice and makes_statement(silent, start, c)]
    subject = main_subject(silent, start, named) or _only(makers) or _only(named)
    return stage.voice(lead, subject) if subject else SOMEBODY


def _lead(quoted: Quoted, stage: Stage) -> Passage | None:
    """The passage that leads to a quotation, over the other items of its list."""
    edition, passage = stage.cast.edition, quoted.passage
    if passage.kind == "footnote" or not (quoted.fills_passage or quoted.start <= 1):
        return None
    index = edition.order[passage.id]
    over = {passage.kind, "heading"} if passage.kind == "list_item" else {passage.kind}
    for before in reversed(edition.passages[max(0, index - _LONGEST_LIST) : index]):
        if before.kind == "paragraph" or before.kind not in over:
            # Over a heading only to a paragraph that stands higher: it leads in the lists below it.
            above = passage.section[: len(before.section)] == before.section
            return before if before.kind in ("paragraph", "list_item") and above else None
    return None


def _only(named: Sequence[Candidate]) -> Candidate | None:
    """The one who is named, where nobody else is."""
    voiced = [candidate for candidate in named if candidate.voice]
    return voiced[0] if len({candidate.voice for candidate in voiced}) == 1 else None


def _described(lead: Passage, stage: Stage) -> Voice | None:
    """Who is described as speaking in a lead-in; the last, where there are several."""
    named = stage.cast.named(lead, 0, len(lead.text))
    voices = [c.voice for c in named if c.voice and c.voice.anonymous]
    return voices[-1] if voices else None
