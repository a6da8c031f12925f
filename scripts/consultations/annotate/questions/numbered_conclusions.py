"""A committee's numbered paragraphs, each with the reply under it, where no label says so.

Symptom: "12. We recommend that the piers be painted. (Paragraph 40)" and, below it, "The board
accepts this recommendation.", without a number.
Found by: numbered passages that recommend, each before a passage that replies; one of the replies
must be a state, and there must be two, or a box or bold type around what is recommended. Numbered
passages that follow each other have one answer together.
Leaves alone: numbered paragraphs of a report; a numbered list in an answer.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import (
    is_bold,
    is_cited,
    is_reply,
    numbered,
    paragraph_number,
)
from consultations.annotate.questions.states import state_at_beginning
from consultations.english.call_labels import answer_label
from consultations.model.edition import Edition, Passage

RULE = "numbered-conclusions"

_RECOMMENDS = re.compile(
    r"""
    \b (?: recommends? | should | must | ought | urges? | calls?\son | invites? )\b
  | \A \W* (?: \d{1,4} [\d.]{0,6} \)? \s+ )? That\s                # 12. That fares be frozen.
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][\w ]{1,30}: [^.?!\n]{1,40}")
_MOST_FIELDS = 2
_FEWEST = 2


def conclusion_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The numbered recommendations that a document replies to one by one."""
    passages = edition.passages
    runs = list(_runs(passages))
    replies = {run[0]: reply for run in runs if (reply := _reply(passages, run[-1] + 1))}
    replied = set(replies)
    stated = [passages[n] for n, reply in replies.items() if state_at_beginning(_said(reply))]
    if not stated or len(replied) < (1 if any(map(_stands_out, stated)) else _FEWEST):
        return
    kinds = {passage.kind for passage in stated}
    for run in runs:
        if run[0] in replied or passages[run[0]].kind in kinds:
            yield _call(passages, run)


def _runs(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """Numbered passages that recommend and follow each other, before one without a number."""
    run: list[int] = []
    for index, passage in enumerate(passages):
        number = paragraph_number(passage) if passage.kind != "heading" else None
        if number and (run or _RECOMMENDS.search(passage.text) or is_cited(passage.text)):
            run.append(index)
            continue
        if run and passage.kind in ("paragraph", "list_item", "blockquote"):
            yield run
        run = []


def _reply(passages: Sequence[Passage], at: int) -> Passage | None:
    """What replies at a place, or behind some fields there: `Priority: High`."""
    for passage in passages[at : at + _MOST_FIELDS + 1]:
        if is_reply(passage):
            return passage
        if not _FIELD.fullmatch(passage.text):
            return None
    return None


def _said(reply: Passage) -> str:
    return reply.text[answer_label(reply.text) or 0 :]


def _stands_out(passage: Passage) -> bool:
    return passage.kind == "blockquote" or is_bold(passage)


def _call(passages: Sequence[Passage], run: Sequence[int]) -> CallForAnswer:
    numbers, texts = [], []
    for index in run:
        number = paragraph_number(passages[index])
        words = numbered(passages[index])
        numbers.append(number[1] if number else "")
        texts.append(words[number.end() :] if number else words)
    return CallForAnswer(
        run[0], run[-1], ", ".join(numbers), " ".join(texts), RULE, "recommendation"
    )
