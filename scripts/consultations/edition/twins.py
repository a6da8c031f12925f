"""Documents with the same source or the same words, as when one was taken in under two ids.

Each passage of such a document would be said to stand in the other as well. Another ending of lines
or another blank is what a second download, or a system that it went through, has changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from consultations.model.edition import Edition
from consultations.model.finding import Finding
from consultations.model.text import squeeze


def with_twins(editions: Iterable[Edition]) -> Iterator[Edition]:
    """The editions, with a finding on each whose source or words an earlier one has as well."""
    received: dict[str, str] = {}
    worded: dict[str, str] = {}
    for edition in editions:
        source = edition.source
        words = sha256(squeeze(source.text).encode("utf-8", "surrogatepass")).hexdigest()
        same_file = received.setdefault(source.digest, edition.id)
        same_words = worded.setdefault(words, edition.id)
        if same_file != edition.id:
            yield _with_finding(edition, f"the source is byte for byte that of {same_file}")
        elif same_words != edition.id:
            yield _with_finding(edition, f"the source is word for word that of {same_words}")
        else:
            yield edition


def _with_finding(edition: Edition, what: str) -> Edition:
    """The edition with a finding that another edition is the same."""
    finding = Finding(
        code="source-twice",
        severity="error",
        what=what,
        hint="take one of the two documents out of the archive",
        file=f"archive/{edition.source.file}",
    )
    return replace(edition, findings=(*edition.findings, finding))
