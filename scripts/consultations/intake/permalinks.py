"""`permalinks.tsv`: the ids that have been given to a document's passages.

The build keeps it, and a person may set a state to `gone`. A line is an id, its state, how many
words its passage has, the first of them, some from the middle, the last, and a note, with tabs
between. A file that was written before the middle was kept has no column for it, and is read too.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import cast, get_args

from consultations.errors import EditorError
from consultations.intake.files import where
from consultations.intake.folders import require_id
from consultations.model.permalink import Permalink, PermalinkState

PERMALINKS = "permalinks.tsv"
_HEADER = ("id", "state", "words", "opening", "middle", "closing", "note")
_OLD_HEADER = ("id", "state", "words", "opening", "closing", "note")


def read_permalinks(archive: Path, document: str) -> tuple[Permalink, ...]:
    """The ids given so far, in the order of the file; none where there is no file.

    Raises:
        EditorError: the file cannot be read.
        SourceError: the id of the document is none.
    """
    require_id(archive, document)
    file = archive / document / PERMALINKS
    if not file.is_file():
        return ()
    try:
        rows = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _fault(archive, file, 1, f"the file cannot be read: {error}") from None
    header = tuple(rows[0].split("\t")) if rows else ()
    if header not in (_HEADER, _OLD_HEADER):
        raise _fault(archive, file, 1, f"the first line is not {' '.join(_HEADER)!r}")
    found: dict[str, Permalink] = {}
    for number, row in enumerate(rows[1:], 2):
        link = _read(archive, file, number, row, header)
        if link.id in found:
            raise _fault(archive, file, number, f"{link.id} stands here a second time")
        found[link.id] = link
    return tuple(found.values())


def as_text(permalinks: Iterable[Permalink]) -> str:
    """The file that `read_permalinks` reads as these."""
    rows = (
        (x.id, x.state, str(x.words), x.opening, x.middle, x.closing, " ".join(x.note.split()))
        for x in permalinks
    )
    return "".join("\t".join(row) + "\n" for row in (_HEADER, *rows))


def _read(archive: Path, file: Path, number: int, row: str, header: tuple[str, ...]) -> Permalink:
    cells = row.split("\t")
    if len(cells) != len(header):
        raise _fault(archive, file, number, f"{len(cells)} columns, and there are {len(header)}")
    found = dict(zip(header, cells, strict=True))
    state, words, note = found["state"], found["words"], found["note"]
    if state not in get_args(PermalinkState):
        raise _fault(archive, file, number, f"{state!r} is no state")
    if not words.isdecimal():
        raise _fault(archive, file, number, f"{words!r} is no number of words")
    if state != "here" and not note:
        raise _fault(
            archive, file, number, "a moved id needs a target as its note, a gone a reason"
        )
    return Permalink(
        found["id"],
        cast(PermalinkState, state),
        int(words),
        found["opening"],
        found["closing"],
        note,
        found.get("middle", ""),
    )


def _fault(archive: Path, file: Path, line: int, what: str) -> EditorError:
    return EditorError(
        what,
        where=where(archive, file, line),
        remedy="restore the file from the last commit, and change states and notes only",
    )
