"""What a committee concludes, each with the reply under it, where no label says so.

Symptom: "12. We recommend that the piers be painted. (Paragraph 40)" and, below it, "The board
accepts this recommendation.", without a number.
Found by: passages that recommend and bear a number, in front or in a bracket behind, or stand in a
box or in bold type, each before a passage that replies; or in whatever form, before one that says
how far it has come ("Partly achieved"). One of the replies must be a state or say that, and there
must be two, or a box or bold type around what is recommended. Passages that follow each other have
one answer together.
Leaves alone: numbered paragraphs of a report; a numbered list in an answer.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from consultations.annotate.questions.acceptance import state_at_beginning
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import (
    cited_number,
    is_answer_to_report,
    is_cited,
    is_reply,
    numbered,
    paragraph_number,
    recommends,
)
from consultations.english.call_labels import answer_label, is_field
from consultations.english.replies import judges_progress
from consultations.model.edition import Edition, Passage

RULE = "numbered-conclusions"

_MOST_FIELDS = 2
_FEWEST = 2


def conclusion_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The recommendations that a document replies to one by one."""
    passages = edition.passages
    runs = list(_runs(passages))
    in_type = is_answer_to_report(edition) and _are_in_type(passages, runs)
    replies = {
        run[0]: reply for run in runs if (reply := _reply(passages, run[-1] + 1, any_=in_type))
    }
    replied = set(replies)
    stated = [passages[n] for n, reply in replies.items() if _says_how(reply)]
    least = 1 if any(map(_stands_out, stated)) else _FEWEST
    if not (stated or in_type) or len(replied) < least:
        return
    # Of one kind most are replied to; where few are, the others are paragraphs of a report.
    kinds = Counter(passages[run[0]].kind for run in runs)
    answered = Counter(passages[first].kind for first in replied)
    for run in runs:
        kind = passages[run[0]].kind
        if run[0] in replied or answered[kind] * 2 >= kinds[kind]:
            yield _call(passages, run)


def _runs(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """What is recommended and follows each other, before something else."""
    run: list[int] = []
    for index, (passage, following) in enumerate(zip(passages, [*passages[1:], None], strict=True)):
        opens = passage.kind != "heading" and _opens(passage, following, run=bool(run))
        if opens:
            run.append(index)
            continue
        # A converter may take "Not achieved" for a heading.
        is_text = passage.kind in ("paragraph", "list_item", "blockquote")
        if run and (is_text or judges_progress(passage.text)):
            yield run
        run = []


def _opens(passage: Passage, following: Passage | None, *, run: bool) -> bool:
    """Whether a passage is recommended: by its number and words, or by where it says it is from.

    Or by its words and how far it has come, where the next passage says no more than that.
    """
    if is_cited(passage.text):
        return True
    if paragraph_number(passage):
        return run or recommends(passage.text)
    judged = following is not None and judges_progress(following.text)
    return (judged or _stands_out(passage)) and recommends(passage.text)


def _are_in_type(passages: Sequence[Passage], runs: Sequence[Sequence[int]]) -> bool:
    """Whether all that a report concluded, with where it did, is set in other type."""
    quoted = [index for run in runs for index in run if is_cited(passages[index].text)]
    return len(quoted) >= _FEWEST and all(_stands_out(passages[index]) for index in quoted)


def _reply(passages: Sequence[Passage], at: int, *, any_: bool) -> Passage | None:
    """What replies at a place, or behind some fields there: `Priority: High`.

    Under what stands in other type `any_` paragraph does.
    """
    for passage in passages[at : at + _MOST_FIELDS + 1]:
        plain = any_ and passage.kind in ("paragraph", "list_item") and not _stands_out(passage)
        if plain or is_reply(passage):
            return passage
        if not is_field(passage.text):
            return None
    return None


def _says_how(reply: Passage) -> bool:
    """Whether a reply says whether something is accepted, or how far it has come."""
    said = reply.text[answer_label(reply.text) or 0 :]
    return state_at_beginning(said) is not None or judges_progress(said)


def _stands_out(passage: Passage) -> bool:
    """Whether a passage stands in a box, or in other type throughout."""
    return passage.kind == "blockquote" or bool(passage.types)


def _call(passages: Sequence[Passage], run: Sequence[int]) -> CallForAnswer:
    numbers, texts = [], []
    for index in run:
        number = paragraph_number(passages[index])
        words = numbered(passages[index])
        numbers.append(number[1] if number else cited_number(passages[index].text) or "")
        texts.append(words[number.end() :] if number else words)
    return CallForAnswer(
        run[0],
        run[-1],
        ", ".join(filter(None, numbers)) or None,
        " ".join(texts),
        RULE,
        "recommendation",
    )
