"""A quotation in a sentence of its own, in a report of what one speaker says.

Symptom: "Ann Moss sees the pier as lost. The lamps are out. ‘Nobody comes here any more.’"

Found by: nothing before the quotation in its sentence, or only words with a colon that name nobody.
The sentences before it in its passage, a few at most, are gone through backwards: the first with a
verb of saying has the speaker as its subject, or the first with a quotation has it.

Leaves alone: a quotation within its sentence; a sentence between that begins with somebody else; a
verb of saying with a subject that is not known.
"""

from consultations.annotate.quotations.clauses.clauses import main_subject
from consultations.annotate.quotations.grounds.said_before import speaker
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.english.sentences import sentence_start
from consultations.model.edition import Passage

RULE = "report-continues"
_SENTENCES_BACK = 4
"""Most sentences over which a report of one speaker continues."""


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the report."""
    passage, end = quoted.passage, stage.sentence(quoted)
    lead = stage.cast.silent(passage)[end : quoted.outer[0]].strip()
    if lead and (not lead.endswith(":") or stage.cast.named(passage, end, quoted.outer[0])):
        return None
    for _ in range(_SENTENCES_BACK):
        if end <= 0:
            return None
        start = sentence_start(stage.cast.plain(passage), end - 2)
        heard = stage.last_in(passage)
        if heard and start < max(heard.quoted.outer[1], heard.ruling.end):
            return Ruling(heard.ruling.voice, quoted.start)
        voice = speaker(passage, start, end, stage)
        if voice:
            return Ruling(voice, quoted.start)
        if _begins_with_another(passage, start, end, stage):
            return None
        end = start
    return None


def _begins_with_another(passage: Passage, start: int, end: int, stage: Stage) -> bool:
    named = stage.cast.named(passage, start, end)
    subject = main_subject(stage.cast.silent(passage), start, named)
    return subject is not None and subject.voice is not None
