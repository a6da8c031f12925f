"""Brackets and quotation marks that open and never close, or close and never open.

Symptom: a passage with more of the one than of the other.
Cause: the author's slip; or the conversion lost the mark, or the end of the passage.
Remedy: none, since nobody knows where the mark stood; it is a finding.
Leaves alone: single and straight quotation marks, which look like others; a bracket that closes
behind the number or letter of an item; items and paragraphs in which a quotation goes on from the
one before, as printers set it.
"""

import re
from collections.abc import Iterator

from consultations.model.draft import Draft, Revision
from consultations.model.finding import Finding
from consultations.rules.rule import Rule

_PAIRS = {"(": ")", "[": "]", "“": "”"}
_OTHER = {**_PAIRS, **{closing: opening for opening, closing in _PAIRS.items()}}
_MARK = re.compile(r"[()\[\]“”]")
_ITEM = re.compile(
    r"(?:\s|\A)(?:[a-z]{0,2}\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,5})\Z", re.IGNORECASE
)
"""The number or letter of an item: `4a)`, `R12)`, `2.1)`, `iv)`."""


def _alone(words: str) -> str:
    """The marks without a partner, each once."""
    open_marks = dict.fromkeys(_PAIRS, 0)
    alone = ""
    for match in _MARK.finditer(words):
        mark = match[0]
        if mark in _PAIRS:
            open_marks[mark] += 1
        elif open_marks[_OTHER[mark]]:
            open_marks[_OTHER[mark]] -= 1
        elif mark != ")" or not _ITEM.search(words, max(0, match.start() - 6), match.start()):
            alone += mark
    alone += "".join(mark for mark, more in open_marks.items() if more)
    return "".join(dict.fromkeys(alone))


def _findings(draft: Draft) -> Iterator[Finding]:
    quoting = False  # whether a quotation goes on from the passage before
    texts = [(block, draft.read(block)) for block in draft.blocks if block.kind != "table"]
    for n, (block, words) in enumerate(texts):
        alone = _alone(words)
        opened = words.count("“") > words.count("”")
        goes_on = opened and n + 1 < len(texts) and texts[n + 1][1].startswith("“")
        if '"' in words or quoting or goes_on:
            alone = alone.translate({ord("“"): "", ord("”"): ""})
        quoting = goes_on
        for mark in alone:
            yield Finding(
                code="unbalanced",
                severity="note",
                what=f"{mark} stands without its {_OTHER[mark]} in {words[:60]!r}",
                hint="look whether the source has lost a mark, or the end of the passage",
                place=draft.locate(block.start),
            )


RULE = Rule("unbalanced", lambda draft: Revision(findings=tuple(_findings(draft))))
