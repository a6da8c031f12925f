"""What a change must still satisfy, as Markdown for its reviewer."""

from collections.abc import Iterator, Sequence

from consultations.review.change.spans import code
from consultations.review.located import LocatedFinding

_OF_ONE_CODE = 5
"""Findings of one code that are shown: a forgotten build makes hundreds of pages stale."""


def to_mend(findings: Sequence[LocatedFinding]) -> str:
    """The findings that press, with what to do, as Markdown; nothing where none does."""
    by_code: dict[str, list[LocatedFinding]] = {}
    for finding in findings:
        if finding.severity != "note":
            by_code.setdefault(finding.code, []).append(finding)
    told = "\n".join(line for group in by_code.values() for line in _lines(group))
    return f"## To mend or to waive\n\n{told}" if told else ""


def _lines(group: Sequence[LocatedFinding]) -> Iterator[str]:
    for finding in group[:_OF_ONE_CODE]:
        place = ":".join(str(part) for part in (finding.file, finding.line) if part)
        said = f"{code(place)}: {code(finding.what)}; {code(finding.hint)}"
        if finding.expected is not None:
            said += f"; found {code(finding.found or '')}, expected {code(finding.expected)}"
        yield f"- {finding.severity} **{finding.code}** {said}"
    if len(group) > _OF_ONE_CODE:
        yield f"- and {len(group) - _OF_ONE_CODE} more **{group[0].code}**"
