"""Archives to measure: their passages, and quotations out of them.

The project's own documents, or so many of the packed collections of ../shared/corpora, chosen by
the hashes of their ids. The passages stand in a file, which every builder reads: what it takes to
get them there is nobody's cost.
"""

import hashlib
import json
import random
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from consultations import pipeline
from consultations.passages import SearchEdition, SearchPassage, search_passages
from consultations.settings import find_project

WORDS = 8  # of a quotation
SEED = 1


class Quotation(NamedTuple):
    """Words as printed, and the only passage where they stand."""

    words: str
    edition: str
    passage: str


@dataclass(frozen=True)
class Archive:
    """Documents to be searched."""

    file: Path
    """A line for each passage; `passages_in` reads it."""
    documents: int
    passages: int
    words: int
    quotations: tuple[Quotation, ...]


def own(root: Path) -> Iterator[SearchPassage]:
    """The passages of a project's documents."""
    made = pipeline.read(find_project(root))
    yield from search_passages(made.editions, made.authority)


class Collections:
    """The documents of the packed collections, read once."""

    def __init__(self, folder: Path) -> None:
        found = [
            (f"{path.name.partition('.')[0]}-{about['id']}", about, texts[about["file"]])
            for path in sorted(folder.glob("*.tar.xz"))
            for texts in [dict(_texts(path))]
            for about in map(json.loads, texts["meta.jsonl"].splitlines())
        ]
        found.sort(key=lambda item: hashlib.sha256(item[0].encode()).digest())
        self._found = found

    def texts(self, documents: int) -> list[tuple[str, dict[str, Any], str]]:
        """The ids of so many documents, what is known of each, and their texts."""
        return sorted(self._found[:documents], key=lambda item: item[0])

    def part(self, documents: int) -> Iterator[SearchPassage]:
        """The paragraphs of so many documents."""
        for id_, about, text in self.texts(documents):
            body, date = about["organisation"] or "", (about["date"] or "2000")[:10]
            edition = SearchEdition(id_, about["title"], None, body, (), date, "paper")
            for number, paragraph in enumerate(text.split("\n\n")):
                if words := " ".join(paragraph.split()):
                    yield SearchPassage(edition, f"p{number}", "paragraph", words)


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The files of a collection, by their paths in it."""
    # As a stream: to go back in what is compressed is to begin anew.
    with tarfile.open(path, "r|*") as packed:
        for member in packed:
            if file := packed.extractfile(member):
                yield member.name.split("/", 1)[1], file.read().decode()


def put(passages: Iterable[SearchPassage], file: Path, quotations: int) -> Archive:
    """Writes an archive's passages to a file, and takes quotations out of them."""
    editions, words, places = set[str](), 0, list[tuple[str, str, str]]()
    with file.open("w", encoding="utf-8") as lines:
        for passage in passages:
            editions.add(passage.edition.id)
            words += len(passage.text.split())
            places.append((passage.edition.id, passage.id, passage.text))
            said = {"edition": passage.edition.as_json(), "passage": passage.as_json()}
            lines.write(json.dumps(said, ensure_ascii=False) + "\n")
    quoted = tuple(_quotations(places, quotations))
    return Archive(file, len(editions), len(places), words, quoted)


def passages_in(file: Path) -> Iterator[SearchPassage]:
    """The passages that `put` wrote."""
    edition: SearchEdition | None = None
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            said = json.loads(line)
            if edition is None or edition.id != said["edition"]["id"]:
                edition = SearchEdition.from_json(said["edition"])
            yield SearchPassage.from_json(said["passage"], edition)


def _quotations(places: list[tuple[str, str, str]], count: int) -> Iterator[Quotation]:
    """Runs of words, the same every time, that stand in one passage only."""
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    while count:
        edition, passage, text = chance.choice(places)
        words = text.split()
        if len(words) <= WORDS:
            continue
        start = chance.randrange(len(words) - WORDS)
        run = " ".join(words[start : start + WORDS])
        # Quotation marks would end the phrase in every engine's syntax.
        if '"' not in run and sum(run in other for _, _, other in places) == 1:
            count -= 1
            yield Quotation(run, edition, passage)
