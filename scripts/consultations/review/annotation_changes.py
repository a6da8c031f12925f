"""Annotations that a change gains and loses, as Markdown."""

from collections.abc import Iterator, Sequence

from consultations.review.comparison import Annotated, Comparison
from consultations.review.spans import code, listed

_PLACES = 5
"""Passages that are named with one annotation; how many more there are is said."""


def annotations_changed(comparison: Comparison) -> Iterator[str]:
    """A heading and a list for each sort of which something came or went, as Markdown."""
    for change in comparison.annotations:
        yield f"### {change.sort}: {len(change.gained)} gained, {len(change.lost)} lost"
        yield "\n".join(
            filter(None, [_grouped("gained", change.gained), _grouped("lost", change.lost)])
        )


def _grouped(what: str, found: Sequence[Annotated]) -> str:
    """Each annotation once, with the passages that have it: one new entry gives hundreds alike."""
    passages: dict[str, list[str]] = {}
    for annotated in found:
        passages.setdefault(annotated.says, []).append(annotated.passage)
    often = sorted(passages.items(), key=lambda item: -len(item[1]))
    return listed(f"{what} {_times(ids)}{code(says)} ({_places(ids)})" for says, ids in often)


def _times(ids: Sequence[str]) -> str:
    return f"{len(ids)} times " if len(ids) > 1 else ""


def _places(ids: Sequence[str]) -> str:
    known = list(dict.fromkeys(ids))
    more = f" and {len(known) - _PLACES} more" if len(known) > _PLACES else ""
    return ", ".join(known[:_PLACES]) + more
