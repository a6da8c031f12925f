"""The first law, held from inside: from an edition its source can be read back.

An edition is faithful when three things hold:

- What each emendation says of the source is there, and no two emendations overlap.
- Every character of the source, white space apart, stands in one passage only, or in an emendation.
- The text of each passage is made of its pieces of the source with their emendations applied. A run
  of white space is one blank, and only between two pieces may a blank be put in or left out.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from consultations.errors import UnfaithfulError
from consultations.model.edition import Edition, Passage
from consultations.model.text import squeeze


def require_faithful(edition: Edition) -> None:
    """Let only a faithful edition pass.

    Raises:
        UnfaithfulError: its source cannot be read back from it.
    """
    fault = next(faults(edition), None)
    if fault is not None:
        raise UnfaithfulError(
            f"the source of {edition.id} cannot be read back from its edition: {fault}",
            where=f"archive/{edition.source.text_file}",
            remedy=_remedy(edition),
        )


def _remedy(edition: Edition) -> str:
    """What to do, with the lines on which an erratum could have made or joined paragraphs."""
    lines = sorted(
        {
            edition.source.locate(e.start).line
            for e in edition.emendations
            if ("\n\n" in e.after) != ("\n\n" in e.before)
        }
    )
    errata = f"an erratum of line {' or '.join(map(str, lines[:3]))}" if lines else "an erratum"
    return (
        f"if {errata} makes or joins paragraphs, change words within each of them instead; else"
        " this is a fault of a rule: please report it with the file"
    )


def is_faithful(edition: Edition) -> bool:
    """Whether an edition's source can be read back from it.

    It takes some fifths of a second for each megabyte of the source.
    """
    return next(faults(edition), None) is None


def faults(edition: Edition) -> Iterator[str]:
    """What keeps an edition from being faithful, a sentence each; nothing when it is."""
    source = edition.source.text
    for e in edition.emendations:
        if source[e.start : e.end] != e.before:
            yield f"the emendation at {e.start} does not stand on the source: {e.before!r}"
    for one, other in pairwise(edition.emendations):
        if one.end > other.start:
            yield f"the emendations at {one.start} and {other.start} overlap"
    yield from _unaccounted(edition)
    starts = [e.start for e in edition.emendations]
    for passage in edition.passages:
        pieces = [_replayed(edition, starts, *span) for span in passage.source]
        if not _reads(pieces, passage.text):
            yield f"passage {passage.id} is not its source emended: {passage.text[:60]!r}"
    yield from _disorder(edition.passages)


def _unaccounted(edition: Edition) -> Iterator[str]:
    """Characters of the source that stand nowhere, or in two passages."""
    source = edition.source.text
    # A byte a code point: of a long document that is quicker than sets of intervals, and simpler.
    owner = bytearray(len(source))
    for e in edition.emendations:
        owner[e.start : e.end] = b"\1" * (e.end - e.start)
    taken = bytearray(len(source))
    for passage in edition.passages:
        for start, end in passage.source:
            if taken.find(1, start, end) >= 0:
                yield f"the source from {start} to {end} stands in two passages"
            taken[start:end] = b"\1" * (end - start)
    for offset, character in enumerate(source):
        if not (owner[offset] or taken[offset] or character.isspace()):
            yield f"{source[offset : offset + 40]!r} at {edition.source.locate(offset)} is lost"
            return  # what follows is mostly more of the same


def _replayed(edition: Edition, starts: list[int], start: int, end: int) -> str:
    """A piece of the source with the emendations inside it applied."""
    emendations = edition.emendations
    parts, at, i = [], start, bisect_left(starts, start)
    while i < len(emendations) and emendations[i].belongs_before(end):
        parts += [edition.source.text[at : emendations[i].start], emendations[i].after]
        at = emendations[i].end
        i += 1
    return "".join([*parts, edition.source.text[at:end]])


def _reads(pieces: list[str], text: str) -> bool:
    """Whether the pieces, with or without a blank between two, are the text."""
    text = text.replace("\n", " ")  # an author's own line end
    at = 0
    for piece in map(squeeze, pieces):
        # Between two pieces the passage has a blank, or none where a word was cut. A piece begins
        # with no blank itself, so that the check loses nothing by passing over one.
        if at < len(text) and text[at] == " ":
            at += 1
        if not text.startswith(piece, at):
            return False
        at += len(piece)
    return at == len(text)


def _disorder(passages: tuple[Passage, ...]) -> Iterator[str]:
    """Ids that two passages have, and passages of the body in another order than the source's."""
    seen: set[str] = set()
    for passage in passages:
        if passage.id in seen:
            yield f"two passages have the id {passage.id}"
        seen.add(passage.id)
    # Notes stand after the body in an edition, wherever the source has them.
    body = [p for p in passages if p.kind != "footnote" and p.source]
    for one, other in pairwise(body):
        if one.source[0][0] > other.source[0][0]:
            yield f"passage {other.id} stands after {one.id}, its source before"
