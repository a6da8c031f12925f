"""The mark of a caption.

Symptom: a paragraph that begins with a colon and a blank, under a table or a picture or above it:
`: Lamps by pier`.
Cause: the source is Markdown as pandoc writes it; or a web page said that the words are a caption,
which their reader marks so.
Remedy: the mark is taken out. Until then it has told the other rules that a few words are no
heading.
Leaves alone: a colon that no table and no picture stands beside.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.rule import Rule

_MARK = re.compile(r":[ ](?=\S)")


def _proposals(draft: Draft) -> Iterator[Proposal]:
    lost = {loss.offset for loss in draft.losses if loss.what == "lost picture"}
    for n, block in enumerate(draft.body):
        mark = _MARK.match(draft.text, block.start)
        if block.kind != "paragraph" or not mark:
            continue
        above, under = draft.body[max(0, n - 1) : n], draft.body[n + 1 : n + 2]
        start = above[0].end if above else 0
        end = under[0].start if under else len(draft.text)
        is_beside_picture = any(start <= offset <= end for offset in lost)
        if is_beside_picture or any(other.kind == "table" for other in (*above, *under)):
            yield Proposal(*mark.span(), "", "markup", "the mark of a caption")


RULE = Rule("caption-marks", lambda draft: Revision(tuple(_proposals(draft))))
