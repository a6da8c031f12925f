"""Which document of an archive a text is another version of.

Texts are compared by their runs of words. Of each document a sketch of some of its runs is kept:
those whose checksum is a multiple of a number, which samples two texts alike however long each is
(Broder 1997, "On the resemblance and containment of documents"), and the lowest few, so that a
short text has some too. Sketches name the documents to look at; the runs themselves are counted.
"""

import heapq
import zlib
from collections.abc import Mapping, Sequence

from consultations import patterns as re
from consultations.model.source import Source

Sketch = frozenset[int]

_RUN = 8
"""Words in a run. Two texts seldom have so many in the same order by chance."""
_EVERY = 32
"""One checksum in this many is kept."""
_LOWEST = 32
"""Number of the lowest checksums, which are kept too."""
_LOOKED_AT = 3
"""Documents whose sketches share most, and which are compared word by word."""
_WORD = re.compile(r"[^\W_]+")


def sketch_of(text: str) -> Sketch:
    """The runs of words by which a text is known again."""
    sums = {zlib.crc32(run.encode("utf-8", "replace")) for run in _runs(text)}
    return frozenset(heapq.nsmallest(_LOWEST, sums)) | {n for n in sums if n % _EVERY == 0}


def most_like(
    text: str, sources: Sequence[Source], sketches: Mapping[str, Sketch]
) -> tuple[str, float] | None:
    """The document of which a text shares most, with the part of its runs of words that is there.

    None where it shares nothing with any.

    Args:
        text: of a document that is not among the others.
        sources: the others.
        sketches: theirs, by their ids.
    """
    sketch, wanted = sketch_of(text), _runs(text)
    shared = {source.id: len(sketch & sketches[source.id]) for source in sources}
    likely = heapq.nlargest(_LOOKED_AT, sources, key=lambda source: shared[source.id])
    compared = [
        (len(wanted & _runs(source.text)) / len(wanted), source.id)
        for source in likely
        if shared[source.id]
    ]
    part, id_ = max(compared, default=(0.0, ""))
    return (id_, part) if part else None


def _runs(text: str) -> set[str]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return {" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}
