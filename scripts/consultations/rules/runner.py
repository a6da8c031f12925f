"""Applies the rules in the table's order and records what they did; nothing else changes a text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations.errors import EditorError
from consultations.model.draft import Block, Draft, Revision
from consultations.model.editor import Erratum, Stet, place_of
from consultations.model.emendation import Proposal
from consultations.model.source import Source
from consultations.model.text import Interval, plain_blanks
from consultations.rules.revising import revise
from consultations.rules.rule import Rule


def run(
    source: Source,
    rules: Sequence[Rule],
    errata: Iterable[Erratum] = (),
    stets: Iterable[Stet] = (),
) -> Draft:
    """The draft that the rules make of a source, after the editor's own corrections.

    Args:
        source: the document as received.
        rules: in the order in which they run.
        errata: the editor's corrections, applied to the source before any rule.
        stets: where a rule must leave the text alone. One that is not needed is a finding; one
            that names none of the rules is left to whoever knows that name.

    Raises:
        EditorError: an erratum or a stet does not match its source exactly once.
    """
    draft = _corrected(source, tuple(errata))
    names = {rule.name for rule in rules}
    waiting = {stet: place_of(source, stet, stet.text) for stet in stets if stet.rule in names}
    needed: set[Stet] = set()
    for rule in rules:
        revision = rule.revise(draft)
        mine = {stet: place for stet, place in waiting.items() if stet.rule == rule.name}
        if mine:
            revision = _let_stand(draft, revision, mine, needed)
        draft = revise(draft, revision, rule.name)
    unneeded = tuple(
        stet.not_needed(source.locate(start))
        for stet, (start, _) in waiting.items()
        if stet not in needed
    )
    return replace(draft, findings=draft.findings + unneeded)


def _corrected(source: Source, errata: tuple[Erratum, ...]) -> Draft:
    """The source with the editor's corrections applied, and nothing else."""
    placed = []
    for erratum in errata:
        start, end = place_of(source, erratum, erratum.before)
        after = erratum.after
        if "\n" in after:
            start, end, after = _between_lines(source.text, start, end, after)
        placed.append((Proposal(start, end, after, erratum.kind, erratum.reason), erratum))
    _require_apart(placed)
    proposals = tuple(proposal for proposal, _ in placed)
    return revise(Draft(source, plain_blanks(source.text)), Revision(proposals), "editor")


def _require_apart(placed: Iterable[tuple[Proposal, Erratum]]) -> None:
    """Refuse two errata that change the same words, or put words in at the same place.

    Raises:
        EditorError: there are two such; both entries are named.
    """
    ordered = sorted(placed, key=lambda pair: (pair[0].start, pair[0].end))
    for (one, first), (other, second) in pairwise(ordered):
        if other.start < one.end or (one.start, one.end) == (other.start, other.end):
            raise EditorError(
                f"this erratum changes words of the source that {first.entry} changes too",
                where=second.entry,
                remedy="make one entry of the two",
            )


def _between_lines(text: str, start: int, end: int, after: str) -> tuple[int, int, str]:
    """A correction that puts lines in, without the words around them that stay.

    The lines come to stand between two line ends, and so in no passage but their own.
    """
    while start < end and after and text[start] == after[0]:
        start, after = start + 1, after[1:]
    while start < end and after and text[end - 1] == after[-1]:
        end, after = end - 1, after[:-1]
    if start == end and after.strip():
        if after[0] == text[end : end + 1] == "\n":
            return start + 1, end + 1, after[1:] + "\n"
        if after[-1] == text[max(0, start - 1) : start] == "\n":
            return start - 1, end - 1, "\n" + after[:-1]
    return start, end, after


def _let_stand(
    draft: Draft, revision: Revision, stets: dict[Stet, Interval], needed: set[Stet]
) -> Revision:
    """The revision without the proposals that a stet forbids, and without what they record.

    Two pieces that would have been joined stay apart. A table that would have been parted into the
    passages of its cells stays whole, wherever in it the stet stands.
    """
    kept: list[Proposal] = []
    parted: list[Proposal] = []
    whole: list[Block] = []
    for proposal in revision.proposals:
        forbidding = set(_forbidding(draft, proposal, stets))
        needed |= forbidding
        if not forbidding:
            kept.append(proposal)
        elif proposal.kind == "join":
            parted.append(proposal)
        else:
            whole += [b for b in draft.blocks if _parts_cells(revision, b, proposal)]
    blocks = revision.blocks
    if blocks is not None and whole:
        kept = [p for p in kept if not _is_inside((p.start, p.end), whole)]
        others = (b for b in blocks if not _is_inside((b.start, b.end), whole))
        blocks = tuple(sorted({*others, *whole}, key=lambda block: block.start))
    if blocks is not None and parted:
        blocks = tuple(sorted(_parted(blocks, parted), key=lambda block: block.start))
    return replace(revision, proposals=tuple(kept), blocks=blocks)


def _forbidding(draft: Draft, proposal: Proposal, stets: Mapping[Stet, Interval]) -> Iterator[Stet]:
    """The stets that stand where a proposal does; `stets` has the place of each in the source."""
    start, end = draft.apparatus.source_interval(proposal.start, proposal.end)
    return (stet for stet, (low, high) in stets.items() if start <= high and low <= end)


def _is_inside(stretch: Interval, blocks: Iterable[Block]) -> bool:
    start, end = stretch
    return any(block.start <= start <= end <= block.end for block in blocks)


def _parts_cells(revision: Revision, block: Block, proposal: Proposal) -> bool:
    """Whether a proposal is one of those with which the cells of this table become passages."""
    inside = block.kind == "table" and block.start <= proposal.start <= proposal.end <= block.end
    return inside and any(
        new.cell is not None and block.start <= new.start < block.end
        for new in revision.blocks or ()
    )


def _parted(blocks: Iterable[Block], joins: Sequence[Proposal]) -> Iterator[Block]:
    """The blocks, cut where two pieces of one would be joined against a stet."""
    for block in blocks:
        first, kind = 0, block.kind
        for i, (one, other) in enumerate(pairwise(block.spans), 1):
            if any(one[0] < join.start and join.end <= other[0] for join in joins):
                yield replace(block, spans=block.spans[first:i], kind=kind)
                first, kind = i, "paragraph"
        rest = block.spans[first:]
        yield replace(block, spans=rest) if not first else Block(kind, rest)
