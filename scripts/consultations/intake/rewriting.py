"""Writing a source anew without words that were taken out of it."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from consultations import patterns as re
from consultations.intake.folders import open_folder
from consultations.model.source import Source
from consultations.model.text import Interval, squeeze

MARK = "[redacted]"
WHOLE_MARK = "[Redacted.]"
"""What stands in the place of words that were taken out, and of a whole passage. The latter begins
and ends as a sentence, so that no rule takes it for a part of the passage before it."""
_BYTE_ORDER = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r?\n")
_TRANSCRIPT_DIGEST = re.compile(r"^transcript_sha256\s*=.*\n?", re.MULTILINE)


Run = Sequence[Interval]
"""A run of words that is taken out, as intervals of the source: several where a page parts it."""


def rewrite_source(archive: Path, source: Source, taken: Sequence[Run]) -> None:
    """Write a document's source without some runs of words, and its record with the new digest.

    Lines keep their numbers: the line ends of what is taken out stand behind it. Where the text was
    a transcript it becomes the source, for the file that it was made of holds the words.

    Args:
        archive: a folder that holds the document's folder; it may be a copy.
        source: the document as it is.
        taken: in the order of its text; no two overlap.

    Raises:
        ConsultationsError: the folder is not as it should be.
        OSError: a file cannot be read or written.
    """
    folder = open_folder(archive, source.id)
    order = _BYTE_ORDER if folder.text.read_bytes().startswith(_BYTE_ORDER) else b""
    cuts = _cuts(source.text, taken)
    data = order + _without(source.text, cuts).encode()
    record = folder.record.read_text(encoding="utf-8")
    if folder.transcript:
        folder.source.unlink()
        folder.transcript.unlink()
        record = _TRANSCRIPT_DIGEST.sub("", record)
        if folder.places:
            _rewrite_places(folder.places, source.text, cuts)
    folder.source.with_name(f"source{folder.text.suffix}").write_bytes(data)
    record = record.replace(source.digest, hashlib.sha256(data).hexdigest())
    folder.record.write_text(record, encoding="utf-8", newline="")


class _Cut(NamedTuple):
    start: int
    end: int
    left: str
    """What stands there from now on."""


def _cuts(text: str, taken: Sequence[Run]) -> list[_Cut]:
    return [
        _Cut(
            start,
            end,
            "".join(["" if n else _mark(text, run), *_LINE_END.findall(text, start, end)]),
        )
        for run in taken
        for n, (start, end) in enumerate(run)
    ]


def _without(text: str, cuts: Sequence[_Cut]) -> str:
    pieces: list[str] = []
    at = 0
    for cut in cuts:
        pieces += text[at : cut.start], cut.left
        at = cut.end
    return "".join([*pieces, text[at:]])


def _mark(source: str, run: Run) -> str:
    """What stands for a run: words by themselves on their lines are a whole passage."""
    before = source[: run[0][0]].rpartition("\n")[2]
    after = source[run[-1][1] :].partition("\n")[0]
    alone = not any(c.isalnum() for c in before + after)
    return WHOLE_MARK if alone else MARK


def _rewrite_places(file: Path, text: str, cuts: Sequence[_Cut]) -> None:
    """Let places be of the text as it is now. What its reader left out may be those very words."""
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    gone = [squeeze(text[cut.start : cut.end]) for cut in cuts]

    def now(offset: int) -> int:
        shift = sum(len(c.left) - (c.end - c.start) for c in cuts if c.end <= offset)
        inside = next((c.start for c in cuts if c.start < offset < c.end), offset)
        return inside + shift

    data["pages"] = [[label, now(offset)] for label, offset in data["pages"]]
    data["dropped"] = [
        {key: now(value) if key == "offset" else value for key, value in drop.items()}
        for drop in data["dropped"]
        if not any(words in squeeze(" ".join(map(str, drop.values()))) for words in gone)
    ]
    content = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    file.write_text(content, encoding="utf-8", newline="\n")
