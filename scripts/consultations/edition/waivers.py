"""Stets that name no rule: findings that an editor has looked at and lets stand."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from consultations.model.edition import Edition
from consultations.model.editor import Stet


def waive(edition: Edition, stets: Iterable[Stet], rules: Collection[str]) -> Edition:
    """The edition without the findings that are let stand, and with one for each stet too many.

    Args:
        edition: with all its findings.
        stets: its editor's; those that name a rule are the runner's.
        rules: the names of all there are.
    """
    waivers = {(stet.rule, stet.line): stet for stet in stets if stet.rule not in rules}
    kept = []
    needed = set()
    for finding in edition.findings:
        key = (finding.code, finding.place.line) if finding.place else None
        if key in waivers:
            needed.add(key)
        else:
            kept.append(finding)
    for key, stet in waivers.items():
        if key not in needed:
            place = edition.source.locate(edition.source.line_interval(stet.line)[0])
            kept.append(stet.not_needed(place))
    return replace(edition, findings=tuple(kept))
