"""The passages as blocks of text, and the table of their lengths."""

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from consultations.export.format import varints
from consultations.model.text import Interval
from consultations.passages import SearchEdition, SearchPassage

Item = TypeVar("Item")

_STRETCH = 16
"""Between two ends of blocks that ids decide, there are about so many documents."""


class ExportedBlock(NamedTuple):
    """Passages that follow each other, and what is said of them."""

    passages: int
    data: bytes


def blocks(
    passages: Iterable[SearchPassage],
    tokens: Sequence[int],
    most: int,
    spans: Mapping[str, Interval],
) -> Iterator[ExportedBlock]:
    """All passages, in document order, with all that a hit shows of them.

    Args:
        passages: with their editions.
        tokens: how many each has.
        most: bytes of text in a block; a longer passage is one by itself.
        spans: which numbers the passages of each edition have, [start, end), by its id.
    """
    # Blocks are filled one after the other, so that more words in one document would move the ends
    # of all that follow, and a reader would fetch the same text again. At such an end they begin
    # afresh.
    ends = {end for id_, (_, end) in spans.items() if _ends_stretch(id_)}
    first = 0
    for batch in _batches(passages, lambda passage: len(passage.text.encode()), most, ends):
        end = first + len(batch)
        yield _block(batch, tokens[first:end], spans, first)
        first = end


def _ends_stretch(edition: str) -> bool:
    return not int.from_bytes(sha256(edition.encode()).digest()) % _STRETCH


def documents(
    editions: Iterable[SearchEdition], most: int, spans: Mapping[str, Interval]
) -> Iterator[ExportedBlock]:
    """The facts of all editions by which hits are ordered, grouped and counted, in document order.

    Args:
        editions: each with a passage or more.
        most: bytes of JSON in a block; of an edition of which more is to be said it is longer.
        spans: as for `blocks`.
    """

    def row(edition: SearchEdition) -> tuple[list[object], int]:
        start, end = spans[edition.id]
        about = edition.id, edition.title, edition.body, edition.date, edition.type
        return [*about, edition.by, end - start], end - start

    for batch in _batches(map(row, editions), lambda one: len(dump(one[0])), most):
        yield ExportedBlock(
            sum(passages for _, passages in batch), dump([said for said, _ in batch])
        )


def _batches(
    items: Iterable[Item],
    size: Callable[[Item], int],
    most: int,
    ends: Container[int] = frozenset(),
) -> Iterator[list[Item]]:
    """Items that follow each other, as many as together are within the limit, or a larger one.

    Args:
        items: in order.
        size: of one of them.
        most: the limit.
        ends: before which of them a batch ends in any case, counted from 0.
    """
    batch: list[Item] = []
    held = 0
    for number, item in enumerate(items):
        if batch and (number in ends or held + size(item) > most):
            yield batch
            batch, held = [], 0
        batch.append(item)
        held += size(item)
    if batch:
        yield batch


def _block(
    passages: Sequence[SearchPassage],
    tokens: Sequence[int],
    spans: Mapping[str, Interval],
    first: int,
) -> ExportedBlock:
    """A block of passages. What many of them share is written once, and named by its number.

    Nothing in it says where in the archive it stands: it stays as it is where documents before it
    change.
    """
    # By their ids: to tell whether two editions are the same by all that they say takes longer.
    editions: dict[str, tuple[int, SearchEdition]] = {}
    sections: dict[tuple[str, ...], int] = {}
    rows = []
    for passage in passages:
        edition, _ = editions.setdefault(passage.edition.id, (len(editions), passage.edition))
        section = sections.setdefault(passage.section, len(sections))
        question = passage.edition.question(passage.question)
        asked = [question.number, question.asked, question.kind] if question else None
        about = passage.id, passage.kind, asked, passage.text
        pages = "–".join(passage.pages)
        rows.append([edition, section, *about, *_annotations(passage), pages])
    data = {
        "editions": [_edition(e, spans[id_], first) for id_, (_, e) in editions.items()],
        "sections": [list(section) for section in sections],
        "passages": rows,
        "lengths": list(tokens),
    }
    return ExportedBlock(len(rows), dump(data))


def _annotations(passage: SearchPassage) -> tuple[list[list[object]], list[list[object]]]:
    """Its voices and notes, counted in units of 16 bits, as JavaScript counts."""

    def units(offset: int) -> int:
        # A character outside the basic plane takes two units. To encode counts fastest in Python.
        return len(passage.text[:offset].encode("utf-16-le")) // 2

    voices: list[list[object]] = [
        [units(start), units(end), who] for start, end, who in passage.voices
    ]
    return voices, [[units(at), label] for at, label in passage.notes]


def _edition(edition: SearchEdition, span: Interval, first: int) -> list[object]:
    """What every hit in it says of an edition, and the numbers of its passages, from `first` on."""
    about = edition.id, edition.title, edition.body, edition.date, edition.type
    start, end = span
    return [*about, edition.authors, start - first, end - first, edition.version]


def consultations(editions: Iterable[SearchEdition]) -> list[list[object]]:
    """What the documents of an archive answer: of each consultation its questions, each once.

    In the order of the documents, and of the questions in them.
    """
    found: dict[str, tuple[str, dict[str, tuple[str | None, str]]]] = {}
    for edition in editions:
        if not edition.consultation:
            continue
        _, questions = found.setdefault(edition.consultation, (edition.consultation_name, {}))
        for question in edition.questions:
            value = question.asked or question.value
            questions.setdefault(value, (question.number, question.text))
    return [
        [id_, name, [[value, *about] for value, about in questions.items()]]
        for id_, (name, questions) in found.items()
    ]


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
