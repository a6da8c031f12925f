"""Passages to a Whoosh index: one segment, in document order, put in place whole."""

import json
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import whoosh.index
from whoosh.writing import IndexWriter

from consultations.analysis import Token, fold, stem, tokens, within
from consultations.index.readings import readings
from consultations.index.schema import ABOUT, ANALYSIS, FORMAT, schema
from consultations.index.scoring import STREAMS, stream_of
from consultations.passages import SearchEdition, SearchPassage
from consultations.placing import writing

_MEMORY_MB = 128


def write(passages: Iterable[SearchPassage], folder: Path) -> None:
    """Builds the index of an archive, beside `folder`, and puts it there in the place of another.

    Args:
        passages: all of them, in document order.
        folder: the index's own; what it held is gone afterwards.

    Raises:
        OutputError: it cannot be written.
    """
    with writing(folder, "the index"):
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            _build(passages, made)
            _put(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)


def _put(made: Path, folder: Path) -> None:
    """Moves a folder into the place of another, which is away only between two renames."""
    old = made.with_name(f"{made.name}-old")
    if folder.exists():
        folder.rename(old)
    made.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _build(passages: Iterable[SearchPassage], folder: Path) -> None:
    editions: list[SearchEdition] = []
    counts = [Counter[str]() for _ in STREAMS]
    sources: list[tuple[str, int, int, int]] = []
    index = whoosh.index.create_in(folder, schema())
    writer = index.writer(limitmb=_MEMORY_MB)
    try:
        for number, passage in enumerate(passages):
            if not editions or editions[-1] is not passage.edition:
                editions.append(passage.edition)
            found = list(tokens(passage.text))
            counts[stream_of(passage.kind)].update(passages=1, tokens=len(found))
            sources += ((words, number, *at) for words, at in readings(passage, found))
            _add(writer, passage, found, len(editions) - 1)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    with index.reader() as reader:
        stems = _families(reader.field_terms("text"))
    about = {
        "format": FORMAT,
        "analysis": ANALYSIS,
        "streams": [[count["passages"], count["tokens"]] for count in counts],
        "stems": stems,
        "readings": sorted(sources),
        "editions": [edition.as_json() for edition in editions],
    }
    (folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def _add(writer: IndexWriter, passage: SearchPassage, found: list[Token], edition: int) -> None:
    stored = {**passage.as_json(), "voice": within(found, passage.quoted)}
    writer.add_document(
        text=[token.term for token in found],
        passage=json.dumps(stored, ensure_ascii=False),
        length=len(found),
        stream=stream_of(passage.kind),
        edition=edition,
        **{name: _keywords(values) for name, values in facets(passage).items()},
    )


def _keywords(values: tuple[str, ...]) -> Any:
    """Values as Whoosh's keyword fields take them; None where there are none."""
    return ",".join(values) or None


def _families(vocabulary: Iterable[str]) -> dict[str, list[str]]:
    """The words of each stem, where they are not the stem alone."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        families[stem(word)].append(word)
    return {root: words for root, words in sorted(families.items()) if words != [root]}


def facets(passage: SearchPassage) -> dict[str, tuple[str, ...]]:
    """The folded values of a passage's fields, by field."""
    edition = passage.edition
    question = edition.question(passage.question)
    asked = (question and question.asked, edition.consultation) if passage.question else ()
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
        name: tuple(dict.fromkeys("-".join(fold(value)) for value in all_))
        for name, all_ in values.items()
    }
