"""`releases/`: the editions that were released, as they were, for whoever cited one.

A release is a folder: `release.toml` has its day and the number of every document's edition;
`<id>.jsonl` has the words of each edition that was new, the facts on the first line and one passage
on each line after it; `SHA256SUMS` has the digest of both. The command `release` makes the folder,
and nobody edits it. It is published as it is, so each file is held to its form as if a stranger had
written it.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import tomli_w

from consultations import patterns as re
from consultations.errors import ReleaseError
from consultations.intake.validation.decoding import NotTextError, decode
from consultations.intake.validation.faults import clipped
from consultations.intake.validation.files import entries, read_bytes, where
from consultations.intake.validation.formats import FORMATS, is_id
from consultations.intake.validation.tables import read_table
from consultations.model.draft import BlockKind
from consultations.model.edition import Passage
from consultations.model.release import Release, ReleasedText, release_order

SUMS = "SHA256SUMS"
_FACTS = "release.toml"
_ENDING = ".jsonl"
SIZE_LIMIT = 100_000_000
"""Bytes that the words of one document may take."""

_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){0,2}")
_SUM = re.compile(r"([0-9a-f]{64})  ([a-z0-9.-]+)")
_KINDS = frozenset(get_args(BlockKind))
_REMEDY = "restore the folder from the last commit: a release is not edited"
_SAID = ("document", "edition", "title", "by", "date", "language")
"""Keys of the first line."""


def is_release_number(text: str) -> bool:
    """Whether a text can be the number of a release: one to three whole numbers with points."""
    return _NUMBER.fullmatch(text) is not None


def read_releases(folder: Path, gone: Collection[str] | None) -> tuple[Release, ...]:
    """Every release, from the first to the last; none where there is no folder.

    Args:
        folder: the project's folder of releases.
        gone: ids of documents that were withdrawn, and have no words here; None where it is not to
            be seen to that all others have.

    Raises:
        ReleaseError: a file is missing or is not as it was made, or holds what it may not.
    """
    if not folder.is_dir() and not folder.is_symlink():
        return ()
    found = []
    kept: dict[str, set[int]] = {}
    for path in sorted(entries(folder, folder, ReleaseError), key=lambda path: _order(path.name)):
        if path.is_symlink() or not path.is_dir() or not is_release_number(path.name):
            raise _refusal(folder, path, "not the folder of a release")
        found.append(_read(folder, path, kept, gone))
    return tuple(found)


def release_files(release: Release) -> dict[str, bytes]:
    """The files of a release's folder, by their names."""
    facts = {"date": release.day, "editions": dict(sorted(release.editions.items()))}
    files = {_FACTS: tomli_w.dumps(facts).encode()}
    for text in release.texts:
        files[f"{text.document}{_ENDING}"] = _as_lines(text)
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return {**files, SUMS: sums.encode()}


def _order(name: str) -> tuple[int, ...]:
    return release_order(name) if is_release_number(name) else ()


def _read(
    folder: Path, path: Path, kept: dict[str, set[int]], gone: Collection[str] | None
) -> Release:
    """One release.

    Args:
        folder: of all releases.
        path: its own.
        kept: the editions of each document that releases before it hold; its own are added.
        gone: as `read_releases` has it.
    """
    table = read_table(folder, path / _FACTS, "release", ReleaseError)
    editions: Mapping[str, int] = table.data["editions"]
    if len(table.data["date"]) != len("2000-01-01"):
        raise _refusal(folder, path / _FACTS, "`date` must be a day")
    sums = dict(_sums(folder, path))
    held = {one.name for one in entries(folder, path, ReleaseError)} - {SUMS}
    for name in sorted(held ^ sums.keys()):
        what = "a file that is not of this release" if name in held else "it is missing"
        raise _refusal(folder, path / name, what)
    texts = []
    for name, digest in sorted(sums.items()):
        data = read_bytes(folder, path / name, SIZE_LIMIT, ReleaseError)
        if sha256(data).hexdigest() != digest:
            raise _refusal(
                folder, path / name, f"not as it was released: {SUMS} has another digest"
            )
        if name != _FACTS:
            text = _text(folder, path / name, data)
            if editions.get(text.document) != text.edition:
                raise _refusal(folder, path / name, f"an edition that {_FACTS} does not have")
            texts.append(text)
            kept.setdefault(text.document, set()).add(text.edition)
    for document, number in editions.items():
        if gone is not None and number not in kept.get(document, ()) and document not in gone:
            what = f"the words of edition {number} of {document} are missing"
            raise _refusal(folder, path, what)
    return Release(path.name, table.data["date"], dict(sorted(editions.items())), tuple(texts))


def _sums(folder: Path, path: Path) -> Iterator[tuple[str, str]]:
    """Names of files with their digests, as SHA256SUMS has them."""
    for number, line in enumerate(_lines(folder, path / SUMS), 1):
        found = _SUM.fullmatch(line)
        if found is None or not (found[2] == _FACTS or is_id(found[2].removesuffix(_ENDING))):
            raise _refusal(folder, path / SUMS, "no digest with the name of a file", number)
        yield found[2], found[1]


def _lines(folder: Path, path: Path) -> list[str]:
    data = read_bytes(folder, path, SIZE_LIMIT, ReleaseError)
    return _decoded(folder, path, data).removesuffix("\n").split("\n")


def _decoded(folder: Path, path: Path, data: bytes) -> str:
    try:
        return decode(data)
    except NotTextError as reason:
        raise _refusal(folder, path, str(reason)) from reason


def _as_lines(text: ReleasedText) -> bytes:
    """A document's words as JSON Lines: its facts, then its passages."""
    rows: list[Mapping[str, object]] = [{key: getattr(text, key) for key in _SAID}]
    rows += [dict(_said(passage)) for passage in text.passages]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _said(passage: Passage) -> Iterator[tuple[str, object]]:
    yield from (("id", passage.id), ("kind", passage.kind), ("text", passage.text))
    for key in ("level", "marker", "depth"):
        if (value := getattr(passage, key)) is not None:
            yield key, value
    if passage.rows:
        yield "rows", [list(row) for row in passage.rows]


def _text(folder: Path, path: Path, data: bytes) -> ReleasedText:
    passages: list[Passage] = []
    facts: Mapping[str, Any] = {}
    seen: set[str] = set()
    for number, line in enumerate(_decoded(folder, path, data).removesuffix("\n").split("\n"), 1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise _refusal(folder, path, "not a line of JSON", number) from None
        fault = _fault_of_passage(row) if facts else _fault_of_facts(row)
        if fault or (facts and row["id"] in seen):
            raise _refusal(folder, path, fault or "an id for the second time", number)
        if not facts:
            facts = row
            continue
        seen.add(row["id"])
        rows = tuple(tuple(cells) for cells in row.get("rows", ()))
        about = {key: row.get(key) for key in ("level", "marker", "depth")}
        passages.append(Passage(row["id"], row["kind"], row["text"], (), rows=rows, **about))
    if facts["document"] != path.name.removesuffix(_ENDING):
        raise _refusal(folder, path, f"the words of {clipped(facts['document'])}", 1)
    return ReleasedText(**facts, passages=tuple(passages))


def _fault_of_facts(row: object) -> str | None:
    if not isinstance(row, dict) or set(row) != set(_SAID):
        return f"not the keys {', '.join(_SAID)}"
    if type(row["edition"]) is not int or row["edition"] < 1:
        return "`edition` must be a whole number, at least 1"
    forms = {"document": "id", "title": "line", "date": "known-date", "language": "language"}
    for key, form in forms.items():
        if not isinstance(row[key], str) or not FORMATS[form].fits(row[key]):
            return f"`{key}` must be {FORMATS[form].what}"
    if not isinstance(row["by"], str) or (row["by"] and not FORMATS["line"].fits(row["by"])):
        return f"`by` must be {FORMATS['line'].what}"
    return None


def _fault_of_passage(row: object) -> str | None:
    """What is wrong with a line that should be a passage."""
    if not isinstance(row, dict):
        return "not a passage"
    if not isinstance(row.get("id"), str) or not FORMATS["passage-id"].fits(row["id"]):
        return f"`id` must be {FORMATS['passage-id'].what}"
    if row.get("kind") not in _KINDS or not isinstance(row.get("text"), str):
        return "`kind` must be that of a passage, and `text` a text"
    if row.get("marker") is not None and not isinstance(row["marker"], str):
        return "`marker` must be a text"
    for key, most in (("level", 6), ("depth", 1000)):
        value = row.get(key)
        if value is not None and not (type(value) is int and 1 <= value <= most):
            return f"`{key}` must be a whole number from 1 to {most}"
    rows = row.get("rows", [])
    if not isinstance(rows, list) or not all(_is_row(cells) for cells in rows):
        return "`rows` must be lists of texts"
    return None


def _is_row(cells: object) -> bool:
    return isinstance(cells, list) and all(isinstance(cell, str) for cell in cells)


def _refusal(folder: Path, path: Path, what: str, line: int | None = None) -> ReleaseError:
    return ReleaseError(what, where=where(folder, path, line), remedy=_REMEDY)
