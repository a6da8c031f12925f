"""Passages to Whoosh indexes: a segment for each run of documents, put in place together."""

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

import whoosh.index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.writing import IndexWriter

from consultations.analysis import Token, fold, joints, may_join, placed, within
from consultations.index.about import AboutArchive
from consultations.index.digests import digests
from consultations.index.inversion import Inversion
from consultations.index.readings import readings
from consultations.index.schema import ABOUT, joint_numbers, schema
from consultations.index.scoring import STREAMS, Stream, stream_of
from consultations.index.segment import Segment, keep_segment, segment_in, segment_of
from consultations.model.text import Interval
from consultations.passages import SearchEdition, SearchPassage
from consultations.placing import copy_files, replacing, writing

_ALONE = "whole"
"""The name of the only segment of an index of which nothing is kept for another."""


def write(passages: Iterable[SearchPassage], folder: Path) -> None:
    """Build the index of an archive in one segment, and put it in the place of the one there.

    Args:
        passages: all of them, in document order.
        folder: the index's own; what it held is gone afterwards.

    Raises:
        OutputError: it cannot be written.
    """
    with writing(folder, "the index"), replacing(folder) as made:
        _finish({_ALONE: _build(passages, made / _ALONE)}, made)


def write_segments(
    segments: Mapping[str, Callable[[], Iterable[SearchPassage]]], folder: Path
) -> None:
    """Build the index of an archive, with those segments of the one there that are as they were.

    Args:
        segments: what gives the passages of each, in document order, by a name that is another
            wherever they are others.
        folder: the index's own; what it held is gone afterwards.

    Raises:
        OutputError: it cannot be written.
    """
    with writing(folder, "the index"), replacing(folder) as made:
        kept = _kept_digests(folder)
        told = {}
        for name, passages in segments.items():
            if _is_whole(folder, name, kept):
                (made / name).mkdir()
                copy_files(folder / name, made / name)
                told[name] = segment_in(made / name)
            else:
                told[name] = _build(passages(), made / name)
        _finish(told, made)


def _kept_digests(folder: Path) -> Mapping[str, str]:
    """What the files of an index should be; none where nobody can say."""
    try:
        return dict(json.loads((folder / ABOUT).read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _is_whole(folder: Path, name: str, kept: Mapping[str, str]) -> bool:
    """Whether the files of a segment are as they were written."""
    found = {f"{name}/{path}": digest for path, digest in digests(folder / name).items()}
    was = {path: digest for path, digest in kept.items() if path.startswith(f"{name}/")}
    return found == was and bool(was)


def _finish(segments: Mapping[str, Segment], folder: Path) -> None:
    """Put down what concerns the whole archive, beside its segments."""
    held = {name: segment for name, segment in segments.items() if segment.passages}
    about = {
        **AboutArchive.of(list(held.values())).as_json(),
        "segments": {name: len(segment.editions) for name, segment in held.items()},
        "files": digests(folder),
    }
    (folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def _build(passages: Iterable[SearchPassage], folder: Path) -> Segment:
    """Build a segment, in a folder that is not there yet."""
    folder.mkdir()
    editions: list[SearchEdition] = []
    sizes: list[int] = []
    streams = [[0, 0] for _ in STREAMS]
    sources: list[tuple[str, int, Interval]] = []
    inversion = Inversion()
    writer = _writer(folder, inversion)
    try:
        for number, passage in enumerate(passages):
            # Passages come by document, so that a new edition is one not seen before.
            if not editions or editions[-1] is not passage.edition:
                editions.append(passage.edition)
                sizes.append(0)
            sizes[-1] += 1
            # Most passages need their terms alone, which `fold` gives much sooner than `tokens`.
            terms = fold(passage.text)
            found = placed(passage.text, terms) if _is_placed(passage, terms) else []
            stream = streams[stream_of(passage.kind)]
            stream[0] += 1
            stream[1] += len(terms)
            sources += ((words, number, at) for words, at in readings(passage, found))
            inversion.gather(terms, facets(passage))
            _add(writer, passage, found, len(terms), len(editions) - 1)
    except BaseException:
        # Also where a person stops it: the writer holds files and a lock.
        writer.cancel()
        raise
    # Before the commit, which frees the words as it writes them.
    said = segment_of(inversion, editions, [Stream(*pair) for pair in streams], sources, sizes)
    writer.commit()
    keep_segment(folder, said)
    return said


def _writer(folder: Path, inversion: Inversion) -> IndexWriter:
    """Whoosh's writer of a new index, which takes its postings from an inversion."""
    codec = W3Codec(compression=0)
    # Whoosh's own scores need these statistics. Ours do not.
    codec.length_stats = False
    # A segment in one file would be read into memory whole each time that it is opened.
    writer = whoosh.index.create_in(folder, schema()).writer(codec=codec, compound=False)
    writer.pool = inversion
    return writer


def _is_placed(passage: SearchPassage, terms: Sequence[str]) -> bool:
    """Whether it matters where the words of a passage stand, which takes longer to find out."""
    return bool(passage.quoted or passage.mended or may_join(passage.text, terms))


def _add(
    writer: IndexWriter, passage: SearchPassage, found: Sequence[Token], length: int, edition: int
) -> None:
    """Put down what belongs to a passage as a whole."""
    joined = joint_numbers(joints(passage.text, found))
    voices = within(found, passage.quoted) if passage.quoted else []
    writer.add_document(
        passage=json.dumps(passage.as_json(), ensure_ascii=False).encode(),
        voice=array("I", chain.from_iterable(voices)).tobytes(),
        joints=array("I", joined).tobytes(),
        length=length,
        stream=stream_of(passage.kind),
        edition=edition,
    )


def facets(passage: SearchPassage) -> dict[str, tuple[str, ...]]:
    """The folded values of a passage's fields, by field."""
    edition = passage.edition
    question = edition.question(passage.question)
    # A question is found by its number here, by the id that all who answer it share, and by what
    # asks it: `question:7`, `question:harbour-dues`. Only passages that answer one have these.
    about = (question.number, question.asked) if question else ()
    asked = (*about, edition.consultation) if passage.question else ()
    values: dict[str, tuple[str, ...]] = {
        "in": (edition.id,),
        "by": (*edition.by, *edition.names),
        "year": (edition.year,),
        "type": (edition.type,),
        "kind": (passage.kind,),
        "question": tuple(filter(None, (passage.question, *asked))),
        "cites": passage.cites,
        "about": passage.mentions,
    }
    return {
        name: tuple(dict.fromkeys(filter(None, map(_whole, all_)))) for name, all_ in values.items()
    }


@lru_cache(maxsize=1 << 12)
def _whole(value: str) -> str:
    """A value folded, as one term."""
    return "-".join(fold(value))
