"""Words of the title that run together.

Symptom: the line with the title's letters lacks a blank that the record's title has.
Cause: the title stood on two lines, and the converter put nothing between them.
Remedy: the blank is put back, once for each place.
Leaves alone: every other line; a title whose letters differ from the record's.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import letters
from consultations.rules.rule import Rule

_WORD = re.compile(r"[^\W_]+")


def _proposals(draft: Draft) -> Iterator[Proposal]:
    title = draft.source.record.title
    wanted = letters(title)
    for block in draft.blocks:
        if block.kind not in ("paragraph", "heading"):
            continue
        if letters(draft.read(block)) != wanted:
            continue
        ends = _ends(title, 0, len(title))
        have = _ends(draft.text, block.start, block.end)
        places = dict(_letters_before(draft.text, block.start, block.end))
        for count in sorted(ends.keys() - have.keys()):
            at = places[count]
            yield Proposal(at, at, " ", "spacing", "the title's words, as the record has them")
        return


def _letters_before(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """For each letter, how many came before it, and its place."""
    count = 0
    for match in _WORD.finditer(text, start, end):
        for offset in range(match.start(), match.end()):
            yield count, offset
            count += len(text[offset].casefold())


def _ends(text: str, start: int, end: int) -> dict[int, int]:
    """How many letters stand before the end of each word, and the place of that end."""
    ends, count = {}, 0
    for match in _WORD.finditer(text, start, end):
        count += len(match[0].casefold())
        ends[count] = match.end()
    return ends


RULE = Rule("title-words", lambda draft: Revision(tuple(_proposals(draft))))
