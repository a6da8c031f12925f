"""Stets that name no rule: findings that an editor has looked at and lets stand."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from difflib import get_close_matches

from consultations.errors import EditorError
from consultations.model.edition import Edition
from consultations.model.editor import Stet, place_of
from consultations.model.finding import CODES, Finding
from consultations.model.text import Interval


def waive(edition: Edition, stets: Iterable[Stet], rules: Collection[str]) -> Edition:
    """The edition without the findings that an editor lets stand.

    A stet waives the findings of its code that point into its text, or right behind it. One that
    waives nothing is a finding itself, so that none outlives its reason.

    Args:
        edition: with all its findings.
        stets: its editor's; those that name a rule are the runner's.
        rules: the names of all there are.

    Raises:
        EditorError: a stet names neither a rule nor a finding, or its text does not begin in its
            line of the source exactly once.
    """
    waivers = {
        stet: place_of(edition.source, stet, stet.text)
        for stet in stets
        if stet.rule not in rules and _names_finding(stet, rules)
    }
    kept: list[Finding] = []
    needed: set[Stet] = set()
    for finding in edition.findings:
        waiving = {
            stet for stet, place in waivers.items() if _waives(finding, stet, place, edition)
        }
        needed |= waiving
        if not waiving:
            kept.append(finding)
    for stet, (start, _) in waivers.items():
        if stet not in needed:
            kept.append(stet.not_needed(edition.source.locate(start)))
    return replace(edition, findings=tuple(kept))


def _waives(finding: Finding, stet: Stet, place: Interval, edition: Edition) -> bool:
    """Whether a stet, whose text stands at a place of the source, waives a finding."""
    if finding.code != stet.rule or finding.place is None:
        return False
    start, end = (edition.source.locate(offset) for offset in place)
    at = finding.place
    return (start.line, start.column) <= (at.line, at.column) <= (end.line, end.column)


def _names_finding(stet: Stet, rules: Collection[str]) -> bool:
    """Whether a stet names a finding; it must, when it names no rule.

    Raises:
        EditorError: it names neither.
    """
    if stet.rule in CODES:
        return True
    near = get_close_matches(stet.rule, [*rules, *CODES], n=1)
    meant = f"; was {near[0]} meant?" if near else ""
    raise EditorError(
        f"no rule and no finding is called {stet.rule!r}",
        where=stet.entry,
        remedy=f"take a rule's name from docs/project/rules.md, or a finding's code{meant}",
    )
