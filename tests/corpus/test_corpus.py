"""Extracts of real documents become what their golden text and apparatus say.

Each folder holds `source.txt` (an extract as it was received) and `record.toml` (its title, where
it came from and its licence). With `text.txt` (one line a passage, its kind first) and
`apparatus.txt` (one line a change: line of the source, rule, before and after) it is a case here:
both are read against the printed document, not taken from what the rules make. What is known to be
wrong is said in `known-to-fail.txt`; once it is right, the test asks for that file to be taken out.
With `gold.toml` it is material of `benchmarks/quality`, which tells what that file may hold. Such a
document may be invented, so that its annotations are all known.
"""

import re
import tomllib
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from tests.corpus.extracts import source

from consultations.edition.assemble import assemble
from consultations.edition.faithful import faults
from consultations.model.edition import Edition
from consultations.rules import emend

HERE = Path(__file__).parent
LICENCE = re.compile(r"Open (Government|Parliament) Licence|public domain|invented for this test")
FOLDERS = sorted(path.parent for path in HERE.glob("*/record.toml"))
GOLDEN = [folder for folder in FOLDERS if (folder / "text.txt").is_file()]


def edition(folder: Path) -> Edition:
    return assemble(emend(source(folder)))


def passages(made: Edition) -> Iterator[str]:
    """One line a passage; a note has its label, a heading and an item their depth."""
    labels = {note.passage: note.label for note in made.footnotes}
    for passage in made.passages:
        depth = passage.level or passage.depth or labels.get(passage.id, "")
        marker = f" {passage.marker}" if passage.marker else ""
        yield f"{passage.kind} {depth}".strip() + f"{marker}: {' '.join(passage.text.split())}"


def changes(made: Edition) -> Iterator[str]:
    """One line a change; how certain each is may change as the rules learn."""
    for e in made.emendations:
        line = made.source.locate(e.start).line
        yield f"{line} {e.rule}: {e.before!r} → {e.after!r}"


def word_diff(expected: str, found: str) -> str:
    """Each line that differs, with what is too few in [-…-] and what is too many in {+…+}."""
    told = []
    old, new = expected.split("\n"), found.split("\n")
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        one, other = (re.findall(r"\s+|[^\s]+", "\n".join(x)) for x in (old[a:b], new[c:d]))
        words = []
        for kind, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            gone, come = "".join(one[i:j]), "".join(other[k:m])
            if kind == "equal":
                words.append(gone)
            else:
                words.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
        told.append("".join(words))
    return "\n".join(told)


def as_case(folder: Path) -> ParameterSet:
    known = folder / "known-to-fail.txt"
    reason = known.read_text(encoding="utf-8").strip() if known.exists() else ""
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(folder, id=folder.name, marks=marks)


@pytest.mark.parametrize("folder", [as_case(folder) for folder in GOLDEN])
def test_an_extract_becomes_its_golden_text_and_apparatus(folder: Path) -> None:
    made = edition(folder)
    differences = [
        f"{name}:\n{told}"
        for name, lines in (("text.txt", passages(made)), ("apparatus.txt", changes(made)))
        if (told := word_diff((folder / name).read_text("utf-8").rstrip("\n"), "\n".join(lines)))
    ]
    assert not differences, "\n\n".join(["not as it should be:", *differences])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_extract_is_short_and_openly_licensed_and_its_edition_is_faithful(folder: Path) -> None:
    assert len((folder / "source.txt").read_text("utf-8").split("\n")) <= 151
    record = tomllib.loads((folder / "record.toml").read_text("utf-8"))
    assert re.search(
        r"Open (Government|Parliament) Licence|public domain|invented for this test",
        record["rights"],
    )
    assert list(faults(edition(folder))) == []
