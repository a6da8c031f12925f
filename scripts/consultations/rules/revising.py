"""The runner's way to apply what a rule proposes: changes are recorded, all offsets are moved."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from consultations.model.draft import Draft, Emphasis, LinkedWords, Marker, Revision
from consultations.model.emendation import Proposal
from consultations.model.shift import Shift
from consultations.model.text import Interval, plain_blanks

_Stretch = TypeVar("_Stretch", Emphasis, LinkedWords)


def revise(draft: Draft, revision: Revision, rule: str) -> Draft:
    """The draft once a rule's revision is applied: changes recorded, every offset moved along.

    A block, or a piece of one, of which the changes leave nothing is dropped.

    Raises:
        ValueError: proposals overlap or lie outside the text.
    """
    new = replace(
        draft,
        blocks=draft.blocks if revision.blocks is None else revision.blocks,
        markers=draft.markers if revision.markers is None else revision.markers,
        emphasis=draft.emphasis if revision.emphasis is None else revision.emphasis,
        links=draft.links if revision.links is None else revision.links,
        losses=draft.losses if revision.losses is None else revision.losses,
        contents=draft.contents if revision.contents is None else revision.contents,
        findings=draft.findings + revision.findings,
    )
    return _amended(new, revision.proposals, rule) if revision.proposals else new


def _amended(draft: Draft, proposals: tuple[Proposal, ...], rule: str) -> Draft:
    """The draft with changes to its text applied, and every offset moved along."""
    apparatus = draft.apparatus.amend(draft.source.text, proposals, rule)
    text = plain_blanks(apparatus.replay(draft.source.text))
    shift = Shift(proposals)

    def moved(part: Interval) -> Interval:
        return shift.start(part[0]), shift.end(part[1])

    blocks = []
    for block in draft.blocks:
        spans = tuple(s for s in map(moved, block.spans) if text[s[0] : s[1]].strip())
        if spans:
            blocks.append(block if spans == block.spans else replace(block, spans=spans))
    return replace(
        draft,
        text=text,
        apparatus=apparatus,
        blocks=tuple(blocks),
        markers=tuple(
            Marker(m.label, shift.start(m.offset), shift.start(m.note)) for m in draft.markers
        ),
        emphasis=tuple(_moved(draft.emphasis, shift)),
        links=tuple(_moved(draft.links, shift)),
        losses=tuple(replace(x, offset=shift.start(x.offset)) for x in draft.losses),
    )


def _moved(stretches: Iterable[_Stretch], shift: Shift) -> Iterator[_Stretch]:
    """The stretches of which the changes leave something, where they stand now."""
    for one in stretches:
        start, end = shift.start(one.start), shift.end(one.end)
        if start < end:
            yield replace(one, start=start, end=end)
