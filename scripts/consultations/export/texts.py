"""The passages as blocks of text, and the table of their lengths."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from consultations.export.format import varints
from consultations.passages import SearchEdition, SearchPassage


class Block(NamedTuple):
    """Passages that follow each other, with all that a hit shows of them."""

    passages: int
    data: bytes


def blocks(passages: Iterable[SearchPassage], most: int) -> Iterator[Block]:
    """All passages, in document order, as blocks of about so many bytes of text."""
    block: list[SearchPassage] = []
    held = 0
    for passage in passages:
        size = len(passage.text.encode())
        if block and held + size > most:
            yield _block(block)
            block, held = [], 0
        block.append(passage)
        held += size
    if block:
        yield _block(block)


def _block(passages: Sequence[SearchPassage]) -> Block:
    editions: dict[SearchEdition, int] = {}
    sections: dict[tuple[str, ...], int] = {}
    rows = []
    for passage in passages:
        edition = editions.setdefault(passage.edition, len(editions))
        section = sections.setdefault(passage.section, len(sections))
        about = passage.id, passage.kind, passage.question, passage.text
        rows.append([edition, section, *about, *_annotations(passage)])
    data = {
        "editions": [_edition(edition) for edition in editions],
        "sections": [list(section) for section in sections],
        "passages": rows,
    }
    return Block(len(rows), dump(data))


def _annotations(passage: SearchPassage) -> tuple[list[list[object]], list[list[object]]]:
    """Its voices and notes, counted in units of 16 bits, as JavaScript counts."""

    def units(offset: int) -> int:
        return len(passage.text[:offset].encode("utf-16-le")) // 2

    voices = [[units(start), units(end), who] for start, end, who in passage.voices]
    return voices, [[units(at), label] for at, label in passage.notes]


def _edition(edition: SearchEdition) -> list[str]:
    return [edition.id, edition.title, edition.body, edition.date, edition.type]


def lengths(streams: Sequence[int], tokens: Sequence[int]) -> bytes:
    """The table of passages that follow each other: how long each is, then runs of streams.

    Args:
        streams: the stream of each.
        tokens: how many each has.
    """
    numbers = list(tokens)
    for stream, run in groupby(streams):
        numbers += stream, len(list(run))
    return varints(*numbers)


def dump(data: Any) -> bytes:
    """Data as JSON, the same bytes wherever it is written."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
