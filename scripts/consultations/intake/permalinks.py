"""`permalinks.tsv`: the ids that have been given to a document's passages.

The build keeps it, and a person may set a state to `gone`. A line is an id, its state, how many
words its passage has, the first of them, some from the middle, the last, and a note, with tabs
between. A file that was written before the middle was kept has no column for it, and is read too.

An id becomes an attribute of a page and a note its text. So the file is held to its form as if a
stranger had written it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast, get_args

from consultations import patterns as re
from consultations.errors import EditorError
from consultations.intake.folders import require_id
from consultations.intake.validation.decoding import NotTextError, decode
from consultations.intake.validation.faults import clipped, refusal
from consultations.intake.validation.files import read_bytes, where
from consultations.intake.validation.formats import FORMATS, Format
from consultations.model.permalink import Permalink, PermalinkState

PERMALINKS = "permalinks.tsv"
SIZE_LIMIT = 20_000_000
"""Bytes: a line of two hundred for each of a hundred thousand passages."""

_HEADER = ("id", "state", "words", "opening", "middle", "closing", "note")
_OLD_HEADER = ("id", "state", "words", "opening", "closing", "note")
_REMEDY = "restore the file from the last commit, and change states and notes only"

# A number of more digits is none that a document can have, and Python refuses one of thousands.
_WORDS = re.compile(r"[0-9]{1,8}")
# No sign of ASCII but letters and digits: what is kept of a passage has lost its punctuation.
_PLAIN_WORDS = re.compile(r"(?:[^\x00-/:-@\[-`{-\xa0\s]+(?: [^\x00-/:-@\[-`{-\xa0\s]+){0,5})?")
_STATES = get_args(PermalinkState)
_PLAIN = Format(
    "up to six words without punctuation, with one blank between two",
    lambda value: bool(_PLAIN_WORDS.fullmatch(str(value))),
)
_FORMS: Mapping[str, Format] = {
    "id": FORMATS["passage-id"],
    "state": Format(f"one of {', '.join(_STATES)}", lambda value: value in _STATES),
    "words": Format("a number of words", lambda value: bool(_WORDS.fullmatch(str(value)))),
    "opening": _PLAIN,
    "middle": _PLAIN,
    "closing": _PLAIN,
    "note": Format(
        FORMATS["line"].what, lambda value: value == "" or bool(FORMATS["line"].fits(value))
    ),
}


def read_permalinks(archive: Path, document: str) -> tuple[Permalink, ...]:
    """The ids given so far, in the order of the file; none where there is no file.

    Raises:
        EditorError: the file cannot be read, or has a fault; every fault is told.
        SourceError: the id of the document is none.
    """
    require_id(archive, document)
    file = archive / document / PERMALINKS
    if not file.exists() and not file.is_symlink():
        return ()
    try:
        text = decode(read_bytes(archive, file, SIZE_LIMIT, EditorError))
    except NotTextError as reason:
        raise EditorError(str(reason), where=where(archive, file, 1), remedy=_REMEDY) from None
    rows = [row.removesuffix("\r") for row in text.removesuffix("\n").split("\n")]
    header = tuple(rows[0].split("\t"))
    if header not in (_HEADER, _OLD_HEADER):
        raise EditorError(
            f"the first line is not {' '.join(_HEADER)!r}",
            where=where(archive, file, 1),
            remedy=_REMEDY,
        )
    cells = [(number, row.split("\t")) for number, row in enumerate(rows[1:], 2)]
    faults = [fault for number, row in cells for fault in _faults(number, row, header)]
    links = []
    if not faults:
        links = [_link(dict(zip(header, row, strict=True))) for _, row in cells]
        faults = list(_faults_between(links))
    if faults:
        raise refusal(archive, file, faults, _REMEDY, EditorError)
    return tuple(links)


def as_text(permalinks: Iterable[Permalink]) -> str:
    """The file that `read_permalinks` reads as these."""
    rows = (
        (x.id, x.state, str(x.words), x.opening, x.middle, x.closing, " ".join(x.note.split()))
        for x in permalinks
    )
    return "".join("\t".join(row) + "\n" for row in (_HEADER, *rows))


def _faults(number: int, row: list[str], header: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The faults of one line by itself."""
    if len(row) != len(header):
        yield number, f"{len(row)} columns, and there are {len(header)}"
        return
    for name, cell in zip(header, row, strict=True):
        if not _FORMS[name].fits(cell):
            yield number, f"the {name} must be {_FORMS[name].what}, not {clipped(cell)}"
    found = dict(zip(header, row, strict=True))
    if found["state"] == "gone" and not found["note"]:
        yield number, "an id that is gone needs the reason as its note"
    if found["state"] == "moved" and not FORMATS["passage-id"].fits(found["note"]):
        yield number, f"an id that has moved needs another as its note, not {clipped(row[-1])}"


def _link(found: Mapping[str, str]) -> Permalink:
    return Permalink(
        found["id"],
        cast(PermalinkState, found["state"]),
        int(found["words"]),
        found["opening"],
        found["closing"],
        found["note"],
        found.get("middle", ""),
    )


def _faults_between(links: Iterable[Permalink]) -> Iterator[tuple[int, str]]:
    """Ids that stand twice, and those that lead from one to another without end."""
    lines: dict[str, int] = {}
    moved: dict[str, str] = {}
    for number, link in enumerate(links, 2):
        if link.id in lines:
            yield number, f"{link.id} stands here a second time"
        lines.setdefault(link.id, number)
        if link.state == "moved":
            moved[link.id] = link.note
    ends: set[str] = set()
    for start in moved:
        way: dict[str, None] = {}
        at = start
        while at in moved and at not in ends and at not in way:
            way[at] = None
            at = moved[at]
        if at in way:
            yield lines[at], f"{at} has moved in a ring, and leads nowhere"
        elif at not in ends and at not in lines:
            yield lines[list(way)[-1]], f"no line has the id {at}, to which another has moved"
        ends |= way.keys()
