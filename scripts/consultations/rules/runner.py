"""Applies the rules in the table's order and records what they did; nothing else changes a text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consultations.errors import EditorError
from consultations.model.draft import Draft, Revision, revise
from consultations.model.editor import Erratum, Stet
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.source import Source
from consultations.model.text import Interval
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
        stets: where a rule must leave the text alone. One that is not needed is a finding.

    Raises:
        EditorError: an erratum or a stet does not match its source exactly once.
    """
    corrections = Revision(tuple(_correction(source, erratum) for erratum in errata))
    draft = revise(Draft(source, source.text), corrections, "editor")
    waiting = {stet: _place(source, stet.line, stet.text, "stet.toml") for stet in stets}
    needed: set[Stet] = set()
    for rule in rules:
        revision = rule.revise(draft)
        mine = {stet: place for stet, place in waiting.items() if stet.rule == rule.name}
        if mine:
            revision = _let_stand(draft, revision, mine, needed)
        draft = revise(draft, revision, rule.name)
    unneeded = tuple(_not_needed(source, stet) for stet in waiting if stet not in needed)
    return replace(draft, findings=draft.findings + unneeded)


def _correction(source: Source, erratum: Erratum) -> Proposal:
    start, end = _place(source, erratum.line, erratum.before, "errata.toml")
    return Proposal(start, end, erratum.after, erratum.kind, erratum.reason)


def _place(source: Source, line: int, text: str, file: str) -> Interval:
    """The one place at which a text begins in a line of the source."""
    where = f"archive/{source.id}/{file}: the entry for line {line}"
    try:
        start, end = source.line_interval(line)
    except IndexError:
        raise EditorError(
            f"the source has no line {line}", where=where, remedy="correct the line's number"
        ) from None
    first = source.text.find(text, start)
    if not start <= first <= end:
        raise EditorError(
            f"{text!r} does not begin in line {line} of the source",
            where=where,
            remedy="copy the text from the source as it stands, or correct the line's number",
        )
    second = source.text.find(text, first + 1)
    if start <= second <= end:
        raise EditorError(
            f"{text!r} begins twice in line {line} of the source",
            where=where,
            remedy="give more of the words around it, so that it matches once",
        )
    return first, first + len(text)


def _let_stand(
    draft: Draft, revision: Revision, stets: dict[Stet, Interval], needed: set[Stet]
) -> Revision:
    """The revision without the proposals that a stet forbids."""
    kept = []
    for proposal in revision.proposals:
        start, end = draft.apparatus.source_interval(proposal.start, proposal.end)
        forbidding = {s for s, (low, high) in stets.items() if start <= high and low <= end}
        needed |= forbidding
        if not forbidding:
            kept.append(proposal)
    return replace(revision, proposals=tuple(kept))


def _not_needed(source: Source, stet: Stet) -> Finding:
    return Finding(
        code="stet-not-needed",
        severity="error",
        what=f"rule {stet.rule} would not change {stet.text!r} in line {stet.line}",
        hint="delete the entry, or correct its rule or place",
        file=f"archive/{source.id}/stet.toml",
        place=source.locate(source.line_interval(stet.line)[0]),
    )
