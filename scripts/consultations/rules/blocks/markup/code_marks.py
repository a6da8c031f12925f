"""The marks of code.

Symptom: lines between two rows of three backticks or tildes; words between backticks.
Cause: the source is Markdown.
Remedy: the marks are taken out, with what stands beside them; the lines between two rows are one
paragraph, whatever they begin with.
Leaves alone: a backtick without a partner; one that stands for a quotation mark.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.marks import FENCE
from consultations.rules.rule import Rule

_SPAN = re.compile(r"(?<![`\w])(`{1,2})(?!`)(?=\S)[^`\r\n]{1,200}(?<=\S)(\1)(?![`\w'])", needs="`")


def _proposals(draft: Draft) -> Iterator[Proposal]:
    text = draft.text
    for block in draft.blocks:
        opening = FENCE.match(text, block.start, block.end)
        last = text.rfind(opening[1], opening.end(), block.end) if opening else -1
        if opening and last >= 0:
            for start, end in ((block.start, opening.end()), (last, block.end)):
                yield Proposal(start, end, "", "markup", "markup of code")
            continue
        for span in block.spans:
            for match in _SPAN.finditer(text, *span):
                for group in (1, 2):
                    yield Proposal(*match.span(group), "", "markup", "markup of code")


RULE = Rule("code-marks", lambda draft: Revision(tuple(_proposals(draft))))
