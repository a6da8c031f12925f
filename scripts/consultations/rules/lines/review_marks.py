"""What a word processor shows of those who read a draft: comments, and changes that it keeps.

Symptom: `at once.[AB1]` in the text, `Comment [AB1]: Is this right?` elsewhere; `Formatted: Font:
Bold`; `Deleted: Our treasurer thinks otherwise.`
Cause: the file was printed or saved with the marks of review shown at its margin.
Remedy: a comment that a mark in the text calls is taken out with its mark, and so is a line that
names a change of form. In a text that has either, a line with deleted words goes too, as a probable
repair: they are not in the text any more.
Leaves alone: a comment that nothing calls, which is a finding; a mark without a comment, which may
be a reference; deleted words in a text that shows no other sign of review.
Seen in: text saved by a word processor, text converted from PDF.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.layout import PrintedLine, printed_lines
from consultations.rules.rule import Rule

_COMMENT = re.compile(r"(?:Comment|Commented) ?\[(?P<label>[A-Za-z]{1,4}\d{1,3})\]:")
_FORMATTED = re.compile(
    r"Formatted(?:\s(?:Table|\.\.\.))?:\s.{0,200}|Formatted\sTable|Field\sCode\sChanged"
)
_DELETED = re.compile(r"(?:Deleted|Moved\s(?:up|down)\s\[\d+\]):\s.{0,2000}")
_REASON = "a remark of somebody who read the draft"


def _revise(draft: Draft) -> Revision:
    printed = printed_lines(draft.text)
    comments = list(_comments(printed))
    calls = _calls(draft.text, comments)
    called = [comment for comment in comments if comment[0] in calls]
    return Revision(
        tuple(_proposals(printed, called, calls)),
        findings=tuple(
            _uncalled(draft, lines[0]) for label, lines in comments if label not in calls
        ),
    )


_Comment = tuple[str, Sequence[PrintedLine]]


def _comments(printed: Sequence[PrintedLine]) -> Iterator[_Comment]:
    """The label of each comment and its lines, down to an empty line or the next remark."""
    for i, line in enumerate(printed):
        if match := _COMMENT.match(line.words):
            end = i + 1
            while end < len(printed) and _goes_on(printed[end]):
                end += 1
            yield match["label"], printed[i:end]


def _goes_on(line: PrintedLine) -> bool:
    starts = (_COMMENT, _FORMATTED, _DELETED)
    return not line.blank_before and not any(one.match(line.words) for one in starts)


def _calls(text: str, comments: Sequence[_Comment]) -> dict[str, tuple[int, int]]:
    """Where each label of a comment stands in the text, right behind words or another mark.

    A label that stands there twice, or that two comments have, calls nothing for sure.
    """
    found: dict[str, tuple[int, int]] = {}
    bodies = Counter(label for label, _ in comments)
    for label in (label for label, count in bodies.items() if count == 1):
        places = [m.span() for m in re.finditer(rf"(?<=\S)\[{re.escape(label)}\](?!:)", text)]
        if len(places) == 1:
            found[label] = places[0]
    return found


def _proposals(
    printed: Sequence[PrintedLine],
    called: Sequence[_Comment],
    calls: dict[str, tuple[int, int]],
) -> Iterator[Proposal]:
    formatted = [line for line in printed if _FORMATTED.fullmatch(line.words)]
    for label, lines in called:
        yield Proposal(*calls[label], "", "markup", "the mark of a comment on the draft")
        for line in lines:
            yield Proposal(line.start, line.end, "", "markup", _REASON)
    for line in formatted:
        reason = "a change of form, as a word processor tells it"
        yield Proposal(line.start, line.end, "", "markup", reason)
    if called or formatted:
        for line in printed:
            if _DELETED.fullmatch(line.words):
                reason = "words that the draft has no more"
                yield Proposal(line.start, line.end, "", "markup", reason, "probable")


def _uncalled(draft: Draft, line: PrintedLine) -> Finding:
    return Finding(
        code="comment-kept",
        severity="warning",
        what="a comment on the draft that no mark in the text calls stands as text",
        hint="take it out with an erratum if it is none of the author's words",
        place=draft.locate(line.start),
    )


RULE = Rule("review-marks", _revise)
