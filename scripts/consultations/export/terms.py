"""The dictionary of an archive as shards: every key with its list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from consultations.export.format import FIELD, JOINT, READING, STEM, front_coded, gaps, varints

SLICE_BYTES = 1 << 14
"""A list that is longer stands in slices of this length, each a file of its own."""


class DictionaryEntry(NamedTuple):
    """A key of the dictionary and its list."""

    key: bytes
    items: int
    """How many numbers, words or intervals the list has."""
    data: bytes
    sliced: bool = False

    @property
    def size(self) -> int:
        """About how many bytes it takes in a shard."""
        return len(self.key) + len(self.data) + 4


def word_entry(
    term: str, positions: Sequence[int], put: Callable[[str, bytes], str]
) -> DictionaryEntry:
    """The entry of a word: its positions in the archive, ascending.

    Args:
        term: the word, folded.
        positions: where it stands.
        put: stores a file of a kind and gives its hash; used for the slices of a long list.
    """
    data = varints(*gaps(positions))
    # Most lists are short and stand in the dictionary itself, which saves a request.
    if len(data) <= SLICE_BYTES:
        return DictionaryEntry(term.encode(), len(positions), data)
    table = bytearray()
    last = 0
    # For each slice: how far its first position is from that of the slice before, how many it has,
    # and the hash by which its file is named. Inside a slice, positions begin from 0 again.
    for part in _slices(positions, len(data)):
        name = put("slice", varints(*gaps(position - part[0] for position in part)))
        table += varints(part[0] - last, len(part)) + bytes.fromhex(name)
        last = part[0]
    return DictionaryEntry(term.encode(), len(positions), bytes(table), sliced=True)


def _slices(positions: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """The positions in parts of about SLICE_BYTES each, if all together take `size` bytes."""
    parts = -(-size // SLICE_BYTES)  # rounded up, and so is the next
    each = -(-len(positions) // parts)
    for start in range(0, len(positions), each):
        yield positions[start : start + each]


def joint_entry(term: str, codes: Sequence[int]) -> DictionaryEntry:
    """The entry of a word's joints.

    Args:
        term: the word, folded.
        codes: of each place where a joint stands beside it, as the format has them, ascending.
    """
    return DictionaryEntry((term + JOINT).encode(), len(codes), varints(*gaps(codes)))


def stem_entry(stem: str, words: Sequence[str]) -> DictionaryEntry:
    """The entry of a stem: its words, front-coded, the first against the stem."""
    data = bytearray()
    previous = stem.encode()
    for word in words:
        data += front_coded(word.encode(), previous)
        previous = word.encode()
    return DictionaryEntry((stem + STEM).encode(), len(words), bytes(data))


def interval_entry(field: str, value: str, intervals: Sequence[tuple[int, int]]) -> DictionaryEntry:
    """The entry of a field's value: passages, or for a voice positions, [start, end), ascending."""
    return _intervals(f"{FIELD}{field}{FIELD}{value}", intervals)


def reading_entry(words: str, intervals: Sequence[tuple[int, int]]) -> DictionaryEntry:
    """The entry of words of a source: positions, [start, end), of those that stand there now."""
    return _intervals(READING + words, intervals)


def _intervals(key: str, intervals: Sequence[tuple[int, int]]) -> DictionaryEntry:
    """The entry of intervals: how far each begins from the end of the last, and how long it is."""
    numbers: list[int] = []
    last = 0
    for start, end in intervals:
        numbers += start - last, end - start
        last = end
    return DictionaryEntry(key.encode(), len(intervals), varints(*numbers))


def shards(
    entries: Iterable[DictionaryEntry], size: int, size_of_fields: int
) -> Iterator[tuple[str, bytes]]:
    """Entries, in the order of their keys' bytes, as shards.

    Args:
        entries: all of them.
        size: about how many bytes a shard has.
        size_of_fields: the same for the values of fields. Of a word one entry is read, but of a
            field every value, for the filters beside what is found: they stand in one shard if they
            can.

    Yields:
        From where on a shard's keys are, and the shard.
    """
    bound = ""
    shard: list[DictionaryEntry] = []
    held = 0
    for _, run in groupby(entries, _read_with):
        together = list(run)
        left = sum(entry.size for entry in together)
        for entry in together:
            most = size_of_fields if entry.key.startswith(FIELD.encode()) else size
            if shard and held + (left if left <= most else entry.size) > most:
                yield bound, _shard(shard)
                bound = _bound(shard[-1].key.decode(), entry.key.decode())
                shard, held = [], 0
            shard.append(entry)
            held += entry.size
            left -= entry.size
    if shard:
        yield bound, _shard(shard)


def _read_with(entry: DictionaryEntry) -> bytes:
    """What it shares with entries that are read with it: the values of its field, if any."""
    key = entry.key
    return key.split(FIELD.encode())[1] if key.startswith(FIELD.encode()) else key


def _bound(last: str, first: str) -> str:
    """The shortest beginning of a key that comes after the key before it.

    Whoever looks for a field's first value, which nobody knows, is led to the right shard by it.
    It is what the inner nodes of a prefix B-tree hold (Bayer and Unterauer 1977).
    """
    return next(first[:end] for end in range(1, len(first) + 1) if first[:end] > last)


def _shard(entries: Sequence[DictionaryEntry]) -> bytes:
    """The keys of all entries first, so that a list is found without reading those before it."""
    head = bytearray(varints(len(entries)))
    previous = b""
    for entry in entries:
        head += front_coded(entry.key, previous)
        head += varints(entry.items << 1 | entry.sliced, len(entry.data))  # its lowest bit: sliced
        previous = entry.key
    return bytes(head) + b"".join(entry.data for entry in entries)
