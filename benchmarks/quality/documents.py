"""Editions as data, with what gold can ask of them: of the corpus, of the archive, of a folder."""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.material import Data, Material, gold_in
from tests.corpus.extracts import HERE as CORPUS
from tests.corpus.extracts import annotated, authority

from consultations import pipeline
from consultations.annotate.names.candidates.candidates import candidates
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages.data import edition_data
from consultations.settings import find_project


def of_corpus() -> Iterator[Material]:
    """The documents of tests/corpus that have gold."""
    for id_, gold in gold_in(CORPUS).items():
        folder = CORPUS / id_
        edition, known = annotated(folder), authority(folder)
        data = {**edition_data(edition), "names": _names(edition, known)}
        yield Material(data, gold, edition.source.text)


def of_archive(root: Path, gold: Path) -> Iterator[Material]:
    """The documents of the archive for which a folder has gold, as they are made now."""
    golds = gold_in(gold)
    archive = pipeline.read(find_project(root))
    for edition in archive.editions:
        if edition.id in golds:
            data = {**edition_data(edition), "names": _names(edition, archive.authority)}
            yield Material(data, golds[edition.id], edition.source.text)


def of_folder(editions: Path, gold: Path, sources: Path) -> Iterator[Material]:
    """The editions of a folder, `<id>.json` each, for which another one has gold.

    Args:
        editions: in the form of data/editions.
        gold: a file for each.
        sources: the folder that `source.file` in them is relative to; what is not there is not
            read, and gold that has lines then finds nothing.
    """
    golds = gold_in(gold)
    for file in sorted(editions.glob("*.json")):
        edition = json.loads(file.read_text(encoding="utf-8"))
        if file.stem in golds and "passages" in edition:
            source = sources / (edition["source"].get("text") or edition["source"]["file"])
            text = source.read_bytes().decode("utf-8-sig") if source.is_file() else None
            yield Material(edition, golds[file.stem], text)


def _names(edition: Edition, known: Authority) -> list[Data]:
    """Every name of an edition, known to the authorities or a candidate, with its wordings."""
    named = {mention.entity: known.by_id[mention.entity] for mention in edition.mentions}
    names: list[Data] = [
        {"kind": e.kind, "name": e.name, "wordings": [form.text for form in e.forms]}
        for e in named.values()
    ]
    names += (
        {"kind": one.kind, "name": one.name, "wordings": list(one.wordings)}
        for one in candidates([edition], known)
    )
    return names
