"""What a committee concludes, each with the reply under it, where no label says so.

Symptom: "12. We recommend that the piers be painted. (Paragraph 40)" and, below it, "The board
accepts this recommendation.", without a number.
Found by: passages that recommend and bear a number, in front or in a bracket behind, or stand in a
box or in bold type, each before a passage that replies; or in whatever form, before one that says
how far it has come ("Partly achieved"). One of the replies must be a state or say that, and there
must be two, or a box or bold type around what is recommended. Passages that follow each other have
one answer together.
Leaves alone: numbered paragraphs of a report; what asks; a numbered list in an answer; what stands
in groups, each under how far it has come.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

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
    verdicts = _verdicts(passages)
    says_so = is_answer_to_report(edition)
    runs = list(_runs(passages, verdicts, says_so=says_so))
    in_type = says_so and _are_in_type(passages, runs)
    replies: Mapping[int, int] = {
        run[0]: reply
        for run in runs
        if (reply := _reply(passages, run[-1] + 1, verdicts, any_=in_type)) is not None
    }
    replied = set(replies)
    stated = [passages[n] for n, reply in replies.items() if _says_how(passages[reply])]
    least = 1 if any(map(_stands_out, stated)) else _FEWEST
    if not (stated or in_type) or len(replied) < least:
        return
    # Of one kind most are replied to; where few are, the others are paragraphs of a report.
    kinds = Counter(passages[run[0]].kind for run in runs)
    answered = Counter(passages[first].kind for first in replied)
    for run in runs:
        kind = passages[run[0]].kind
        if run[0] in replied or answered[kind] * 2 >= kinds[kind]:
            yield _call(passages, run, replies.get(run[0]))


def _verdicts(passages: Sequence[Passage]) -> Container[int]:
    """Where passages say how far what was recommended has come, below it.

    None where the first of them has nothing right above that may be recommended, and what is
    recommended right below: there they head groups.
    """
    found = [n for n, passage in enumerate(passages) if judges_progress(passage.text)]
    for first in found[:1]:
        above, below = passages[max(first - 1, 0)], passages[min(first + 1, len(passages) - 1)]
        may_answer = above.kind != "heading" and (
            recommends(above.text)
            or is_cited(above.text)
            or is_field(above.text)
            or paragraph_number(above) is not None
        )
        if recommends(below.text) and not may_answer:
            return ()
    return set(found)


def _runs(
    passages: Sequence[Passage], verdicts: Container[int], *, says_so: bool
) -> Iterator[list[int]]:
    """What is recommended and follows each other, before something else.

    Args:
        passages: of the edition.
        verdicts: where it is said how far what was recommended has come.
        says_so: whether the document says that it answers, so that a heading may be recommended:
            a sentence in bold type behind a number is taken for one.
    """
    run: list[int] = []
    for index, passage in enumerate(passages):
        is_judged = index + 1 in verdicts
        # Behind what stands in other type a number in plain type is of the reply.
        goes_on = bool(run) and _stands_out(passage) >= _stands_out(passages[run[-1]])
        may_open = passage.kind != "heading" or (says_so and passage.text.endswith((".", ")")))
        opens = may_open and _opens(passage, run=goes_on, is_judged=is_judged)
        if opens:
            run.append(index)
            continue
        # A converter may take "Not achieved" for a heading.
        is_text = passage.kind in ("paragraph", "list_item", "blockquote")
        if run and (is_text or index in verdicts):
            yield run
        run = []


def _opens(passage: Passage, *, run: bool, is_judged: bool) -> bool:
    """Whether a passage is recommended: by its number and words, or by where it says it is from.

    Or by its words and how far it has come, where the next passage says no more than that.
    """
    if is_cited(passage.text):
        return True
    if passage.text.endswith("?"):
        return False  # "Should the piers be lit?" is asked
    if paragraph_number(passage):
        return run or recommends(passage.text)
    return (is_judged or _stands_out(passage)) and recommends(passage.text)


def _are_in_type(passages: Sequence[Passage], runs: Sequence[Sequence[int]]) -> bool:
    """Whether all that a report concluded, with where it did, is set in other type."""
    quoted = [index for run in runs for index in run if is_cited(passages[index].text)]
    return len(quoted) >= _FEWEST and all(_stands_out(passages[index]) for index in quoted)


def _reply(
    passages: Sequence[Passage], at: int, verdicts: Container[int], *, any_: bool
) -> int | None:
    """Where something replies at a place, or behind some fields there: `Priority: High`.

    Under what stands in other type `any_` paragraph does.
    """
    for index, passage in enumerate(passages[at : at + _MOST_FIELDS + 1], at):
        plain = any_ and passage.kind in ("paragraph", "list_item") and not _stands_out(passage)
        heads_group = index not in verdicts and judges_progress(passage.text)
        if plain or (is_reply(passage) and not heads_group):
            return index
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


def _call(passages: Sequence[Passage], run: Sequence[int], reply: int | None) -> CallForAnswer:
    numbers, texts = [], []
    for index in run:
        number = paragraph_number(passages[index])
        words = numbered(passages[index])
        numbers.append(number[1] if number else cited_number(passages[index].text) or "")
        texts.append(words[number.end() :] if number else words)
    call = CallForAnswer(
        run[0],
        run[-1],
        ", ".join(filter(None, numbers)) or None,
        " ".join(texts),
        RULE,
        "recommendation",
    )
    if reply is None or not judges_progress(passages[reply].text):
        return call
    # "Not met" is all of its answer where the next recommendation follows, answered or not.
    following = passages[reply + 1] if reply + 1 < len(passages) else None
    is_whole = following is not None and recommends(following.text)
    return replace(call, answer=(reply,), end=reply + 1) if is_whole else call
