"""An index to the static files that a browser reads."""

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from math import isqrt
from pathlib import Path

from consultations.export.format import FORMAT, JOINT_CODES, gaps, hash_of, pack, sealed
from consultations.export.indexed import Indexed
from consultations.export.terms import (
    DictionaryEntry,
    interval_entry,
    joint_entry,
    reading_entry,
    shards,
    stem_entry,
    word_entry,
)
from consultations.export.texts import blocks, consultations, documents, dump, lengths
from consultations.model.text import Interval
from consultations.placing import put, remove_all_but, writing
from consultations.report import track

SMALLEST, LARGEST = 1 << 11, 1 << 14
"""Sizes to choose from for a shard of the dictionary, in bytes before compression."""
READ_TOGETHER = 6
"""How many times as long a shard with values of fields is, but for the largest."""
SMALLEST_BLOCK, LARGEST_BLOCK = 1 << 13, 1 << 15
"""The same for a block of text."""
BOUND_BYTES = 16
"""About how many bytes a shard adds to the root."""
TABLE_PASSAGES = 1 << 14
"""Passages in one shard of the table of lengths."""
_STEPS = 3
"""How many of the first binary digits a size of shards keeps: a step is a quarter at the most."""
COMMON = 512
"""Number of words whose frequencies are in the root."""


def write(indexed: Indexed, folder: Path) -> None:
    """Write an index as static files: the manifest last, so that it never names what is not there.

    Args:
        indexed: an index, open.
        folder: for these files only.

    Raises:
        OutputError: a file cannot be written.
    """
    with writing(folder, "the files of the search"):
        remove_all_but(folder, _Writer(indexed, folder).write())


class _Writer:
    """One run: shards are put into the folder as they are made, and the root names them."""

    def __init__(self, indexed: Indexed, folder: Path) -> None:
        self._indexed = indexed
        self._folder = folder
        self._names: set[str] = set()
        self._tokens = indexed.lengths
        # One position is left free between two passages: no phrase goes from one to the next.
        self._starts = array("Q", accumulate((n + 1 for n in self._tokens), initial=0))
        self._counts: list[tuple[int, str]] = []
        ends = accumulate(indexed.sizes)
        self._spans = {
            edition.id: (end - size, end)
            for edition, size, end in zip(indexed.editions, indexed.sizes, ends, strict=True)
        }

    def write(self) -> set[str]:
        indexed = self._indexed
        root = {
            "passages": len(indexed),
            "streams": [list(stream) for stream in indexed.streams],
            "terms": self._terms(),
            "lengths": self._lengths(),
            "blocks": self._blocks(),
            "editions": {"count": len(indexed.editions), **self._editions()},
            "consultations": self._put("consultations", dump(consultations(indexed.editions))),
            "common": {term: -count for count, term in sorted(self._counts)},
        }
        digest = hash_of(dump(indexed.analysis))
        manifest = {
            "format": FORMAT,
            "analysis": {**indexed.analysis, "digest": digest},
            "root": self._put("root", dump(root)),
        }
        # Last, so that a build which stops in the middle leaves the old index whole.
        self._place("manifest.json", sealed(dump(manifest)))
        return self._names

    def _put(self, kind: str, data: bytes) -> str:
        """Store a file under a name that carries its hash; give the hash."""
        packed = pack(data)
        name = hash_of(packed)
        self._place(f"{kind}-{name}.bin", packed)
        return name

    def _place(self, name: str, data: bytes) -> None:
        self._names.add(name)
        put(self._folder / name, data)

    def _terms(self) -> dict[str, object]:
        """The dictionary: for each shard its first key and its hash."""
        lists = self._values(), self._readings(), self._words(), self._stems()
        entries = heapq.merge(*lists, key=lambda e: e.key)
        size = self._size(SMALLEST, LARGEST)
        made = [
            (key, self._put("terms", shard))
            for key, shard in shards(entries, size, min(READ_TOGETHER * size, LARGEST))
        ]
        return {"keys": [key for key, _ in made], "names": "".join(name for _, name in made)}

    def _size(self, smallest: int, largest: int) -> int:
        """How long shards should be, in bytes before they are compressed.

        A reader fetches the root, which names all shards, and a few shards. Both together are
        smallest where the length of a shard grows with the square root of the archive. It grows by
        steps: or one more word would make other shards of all text, to be fetched and published.
        """
        best = isqrt(BOUND_BYTES * sum(self._tokens))
        step = 1 << max(best.bit_length() - _STEPS, 0)
        return min(max(best - best % step, smallest), largest)

    def _words(self) -> Iterator[DictionaryEntry]:
        """The words, each with its joints right behind it."""
        joined = self._joints()
        for term, positions in self._indexed.words():
            self._count(term, len(positions))
            yield word_entry(term, positions, self._put)
            if codes := [JOINT_CODES * at + joined[at] for at in positions if at in joined]:
                yield joint_entry(term, codes)

    def _joints(self) -> dict[int, int]:
        """The joints beside words, by position: 4 × the one before a word + the one after it."""
        found: dict[int, int] = {}
        for number, start in enumerate(self._starts[:-1]):
            # They ascend, so that a word's joint before it is set before that after it is added.
            for at, kind in self._indexed.joints(number).items():
                found[start + at - 1] = found.get(start + at - 1, 0) + kind
                found[start + at] = 4 * kind
        return found

    def _count(self, term: str, count: int) -> None:
        """Keep the most common words, the rarest of them last."""
        # Negative, so that the commonest come first and words as common as each other by letters.
        item = -count, term
        if len(self._counts) < COMMON:
            self._counts.append(item)
            self._counts.sort()
        elif item < self._counts[-1]:
            self._counts[-1] = item
            self._counts.sort()

    def _stems(self) -> Iterator[DictionaryEntry]:
        made = (stem_entry(stem, words) for stem, words in self._indexed.families.items())
        return iter(sorted(made))

    def _values(self) -> Iterator[DictionaryEntry]:
        """The values of fields, and whose words stand where."""
        made = [
            interval_entry(field, value, passages)
            for field, value, passages in self._indexed.values()
        ]
        quoted = [
            (start + first, start + last)
            for n, start in enumerate(self._starts[:-1])
            for first, last in self._indexed.quoted(n)
        ]
        return iter(sorted([*made, interval_entry("voice", "quoted", quoted)]))

    def _readings(self) -> Iterator[DictionaryEntry]:
        """What sources have in place of the words that stand there now."""
        found: defaultdict[str, list[Interval]] = defaultdict(list)
        for words, number, (first, last) in self._indexed.readings:
            start = self._starts[number]
            found[words].append((start + first, start + last))
        return iter(sorted(reading_entry(words, places) for words, places in found.items()))

    def _lengths(self) -> dict[str, object]:
        """The table of lengths: each shard has the same number of passages."""
        names, starts = "", []
        for first in range(0, len(self._tokens), TABLE_PASSAGES):
            part = range(first, min(first + TABLE_PASSAGES, len(self._tokens)))
            streams = [self._indexed.stream(number) for number in part]
            names += self._put("lengths", lengths(streams, self._tokens[part.start : part.stop]))
            starts.append(self._starts[first])
        return {"each": TABLE_PASSAGES, "starts": list(gaps(starts)), "names": names}

    def _blocks(self) -> dict[str, object]:
        """The text: for each block how many passages and positions it has, and its hash."""
        names: list[str] = []
        counts: list[int] = []
        size = self._size(SMALLEST_BLOCK, LARGEST_BLOCK)
        passages = track(self._indexed.passages(), "Exporting the text", len(self._indexed))
        for block in blocks(passages, self._tokens, size, self._spans):
            names.append(self._put("text", block.data))
            counts.append(block.passages)
        firsts = [self._starts[number] for number in accumulate(counts)]
        return {"passages": counts, "positions": list(gaps(firsts)), "names": "".join(names)}

    def _editions(self) -> dict[str, object]:
        """For each edition what orders, groups and counts hits; for each shard its passages."""
        size = self._size(SMALLEST, LARGEST)
        made = [
            (shard.passages, self._put("editions", shard.data))
            for shard in documents(self._indexed.editions, size, self._spans)
        ]
        return {
            "passages": [passages for passages, _ in made],
            "names": "".join(name for _, name in made),
        }
