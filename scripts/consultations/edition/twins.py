"""Documents whose sources are the same to the byte, as when one was taken in under two ids.

Each passage of such a document would be said to stand in the other as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from consultations.model.edition import Edition
from consultations.model.finding import Finding


def with_twins(editions: Iterable[Edition]) -> Iterator[Edition]:
    """The editions, with a finding on each whose source another before it has as well."""
    received: dict[str, str] = {}
    for edition in editions:
        other = received.setdefault(edition.source.digest, edition.id)
        yield edition if other == edition.id else _told(edition, other)


def _told(edition: Edition, other: str) -> Edition:
    """The edition with a finding that it is the other one a second time."""
    finding = Finding(
        code="source-twice",
        severity="error",
        what=f"the source is byte for byte that of {other}",
        hint="take one of the two documents out of the archive",
        file=f"archive/{edition.source.file}",
    )
    return replace(edition, findings=(*edition.findings, finding))
