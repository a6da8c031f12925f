"""What a build can count of itself: how much there is, how sure it is, how much is not known."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from consultations.model.annotation import QuotationKind
from consultations.model.edition import Edition
from consultations.model.emendation import Certainty
from consultations.model.finding import Severity
from consultations.pages.data import as_json


def figures_data(editions: Sequence[Edition], unknown_names: int) -> str:
    """The figures of a build, as JSON.

    Args:
        editions: all of the archive.
        unknown_names: how many names in them the authorities do not have.
    """
    quoted = [quotation.kind for edition in editions for quotation in edition.quotations]
    figures = {
        "documents": len(editions),
        "words": sum(edition.words for edition in editions),
        "passages": sum(len(edition.passages) for edition in editions),
        "emendations": _counted(
            (one.certainty for edition in editions for one in edition.emendations),
            get_args(Certainty),
        ),
        "findings": _counted(
            (finding.severity for edition in editions for finding in edition.findings),
            get_args(Severity),
        ),
        "gaps": sum(len(edition.gaps) for edition in editions),
        "quotations": _counted(quoted, get_args(QuotationKind)),
        "names": {
            "known": len({m.entity for edition in editions for m in edition.mentions}),
            "unknown": unknown_names,
        },
    }
    return as_json(figures)


def _counted(values: Iterable[str], kinds: Iterable[str]) -> Mapping[str, int]:
    """How many there are of each kind; 0 where there are none."""
    count = Counter(values)
    return {kind: count[kind] for kind in kinds}
