"""Annotations that a change gains and loses, as Markdown."""

from collections.abc import Iterator, Sequence

from consultations.model.text import clipped
from consultations.review.change.comparison import Annotated, Comparison
from consultations.review.change.spans import code, listed

_LONGEST = 200
"""Code points of an annotation's words that are shown."""
_PLACES = 5
"""How many passages are named with one annotation; of more, the number is told."""


def annotations_changed(comparison: Comparison) -> Iterator[str]:
    """A heading and a list for each kind of annotation that was gained or lost, as Markdown.

    Of a document that is new all have come, and a list says so by what is in it.
    """
    is_new = comparison.before is None
    for change in comparison.annotations:
        gained = list(_grouped(change.gained, change.sort))
        if is_new:
            yield f"### {change.sort}: {len(change.gained)}"
            yield listed(gained)
            continue
        yield f"### {change.sort}: {len(change.gained)} gained, {len(change.lost)} lost"
        parts = {"gained": gained, "lost": list(_grouped(change.lost, change.sort))}
        yield "\n".join(
            listed(f"{what} {entry}" for entry in entries)
            for what, entries in parts.items()
            if entries
        )


def _grouped(found: Sequence[Annotated], sort: str) -> Iterator[str]:
    """Each annotation once, with the passages that have it: one new entry gives hundreds alike."""
    unknown = "nobody who is known" if sort == "quotations" else "nothing that is known"
    passages: dict[tuple[str, str], list[str]] = {}
    for annotated in found:
        passages.setdefault((annotated.words, annotated.known), []).append(annotated.passage)
    for (words, known), ids in sorted(passages.items(), key=lambda item: -len(item[1])):
        shown = code(clipped(words, _LONGEST))
        yield f"{_times(ids)}{shown} → {code(known) if known else unknown} ({_places(ids)})"


def _times(ids: Sequence[str]) -> str:
    return f"{len(ids)} times " if len(ids) > 1 else ""


def _places(ids: Sequence[str]) -> str:
    known = list(dict.fromkeys(ids))
    more = f" and {len(known) - _PLACES} more" if len(known) > _PLACES else ""
    return ", ".join(known[:_PLACES]) + more
