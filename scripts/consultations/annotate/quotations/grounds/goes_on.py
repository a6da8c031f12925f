"""The same speaker going on, within the sentence or in a run of quotations.

Symptom: she said the lamp was “…” and that the pier was “…”; “…,” said Ann Moss. “…”; a quotation
over several paragraphs.

Found by: the quotation before, in the same sentence with no verb of saying and no other subject
between the two; or with nothing between but punctuation, "and" or the words that say whose the
first one is; or the paragraph before, which left it open, or which quotes somebody by name and says
so behind the words, where this paragraph has nothing but words.

Leaves alone: a quotation after another sentence, and one with anybody between.
"""

from consultations import patterns as re
from consultations.annotate.quotations.clauses.clauses import clause_start
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.grounds import clause_subject, said_after, said_before
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Heard, Ruling, Stage
from consultations.annotate.quotations.voices import SOMEBODY
from consultations.english.saying import BESIDE
from consultations.english.small_words import COORDINATOR

RULE = "goes-on"
_BY_SENTENCE = frozenset({said_before.RULE, said_after.RULE, clause_subject.RULE})
_NOTHING = re.compile(rf"(?:\W|\d|\b(?:{COORDINATOR}|{BESIDE})\b)*", re.IGNORECASE)


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the quotation before."""
    passage = quoted.passage
    if quoted.continued and stage.last:
        return Ruling(stage.last.ruling.voice, quoted.outer[0])
    last = stage.last_in(passage)
    if last is None:
        return _block_after_block(quoted, stage) or _next_paragraph(quoted, stage)
    silent = stage.cast.silent(passage)
    at = max(last.quoted.outer[1], last.ruling.end)
    between = silent[min(at, quoted.outer[0]) : quoted.outer[0]]
    resumes = quoted.resumes and last.ground == said_after.RULE
    if resumes or _NOTHING.fullmatch(between) or _in_one_sentence(quoted, last, stage):
        return Ruling(last.ruling.voice, quoted.outer[0])
    return None


def is_within_sentence(quoted: Quoted, stage: Stage) -> bool:
    """Whether one goes on with it whom its sentence names as the speaker: “…,” she said, “…”."""
    last = stage.last_in(quoted.passage)
    if last is None or last.ruling.voice == SOMEBODY or last.ground not in _BY_SENTENCE:
        return False
    return _in_one_sentence(quoted, last, stage)


def _in_one_sentence(quoted: Quoted, last: Heard, stage: Stage) -> bool:
    silent = stage.cast.silent(quoted.passage)
    at, end = max(last.quoted.outer[1], last.ruling.end), quoted.outer[0]
    if stage.sentence(quoted) > last.quoted.start or any(verbs_of_saying(silent, at, end)):
        return False
    start = clause_start(silent, at, end)
    named = [c for c in stage.cast.named(quoted.passage, start, end) if c.voice]
    # A name right before the mark is a subject within the words: she said that the Board “has …”.
    return not any(silent[c.end : end].split() for c in named)


def _block_after_block(quoted: Quoted, stage: Stage) -> Ruling | None:
    """A block quotation right after another one."""
    last = stage.last
    if last is None or quoted.passage.kind != "blockquote":
        return None
    order = stage.cast.edition.order
    credited = last.ruling.end > last.quoted.outer[1]  # each then has a credit of its own
    follows = order[quoted.passage.id] - order[last.quoted.passage.id] == 1
    if (
        follows
        and not credited
        and last.quoted.passage.kind == "blockquote"
        and last.ruling.voice != SOMEBODY
    ):
        return Ruling(last.ruling.voice, quoted.start)
    return None


def _next_paragraph(quoted: Quoted, stage: Stage) -> Ruling | None:
    """A paragraph of nothing but words, after “…,” said Ann Moss., as newspapers go on."""
    last, passage = stage.last, quoted.passage
    if last is None or last.ground != said_after.RULE or last.ruling.voice.anonymous:
        return None
    order, before = stage.cast.edition.order, last.quoted.passage
    follows = order[passage.id] - order[before.id] == 1
    alike = passage.kind == before.kind == "paragraph" and passage.cell == before.cell
    ends = not before.text[last.ruling.end :].strip(" .”\"’'")
    alone = quoted.outer[0] == 0 and len(passage.text) - quoted.outer[1] <= 1
    return Ruling(last.ruling.voice, quoted.start) if follows and alike and ends and alone else None
