"""Stets that name no rule: findings that an editor has looked at and lets stand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consultations.model.edition import Edition
from consultations.model.editor import Stet
from consultations.rules.rule import Rule
from consultations.rules.runner import not_needed


def waive(edition: Edition, stets: Iterable[Stet], rules: Sequence[Rule]) -> Edition:
    """The edition without the findings that are let stand, and with one for each stet too many.

    Args:
        edition: with all its findings.
        stets: its editor's; those that name a rule are the runner's.
        rules: all there are.
    """
    names = {rule.name for rule in rules}
    waivers = {(stet.rule, stet.line): stet for stet in stets if stet.rule not in names}
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
            kept.append(not_needed(stet, place))
    return replace(edition, findings=tuple(kept))
