"""An index of many segments against one of the same passages in one, which a scan judges."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from consultations import export, index
from consultations.model.draft import BlockKind
from consultations.passages import SearchEdition, SearchPassage

EDITION = SearchEdition("", "A title", "a-body", "A Body", (), "2010-05", "response")
TEXTS: Sequence[tuple[BlockKind, str]] = [
    ("heading", "The lamps of the non-harbour, 3.2 tons"),
    ("paragraph", "The ferry runs at dusk; the lamps are lit"),
    ("footnote", "Lamp running in the harbour"),
    ("paragraph", "the lamps"),
    ("paragraph", "run, – ran, runs"),
    ("paragraph", "– – –"),
]
PASSAGES = [
    SearchPassage(
        replace(EDITION, id=f"d{number}"),
        "p",
        kind,
        text,
        quoted=((0, 4),),
        mended=((5, 8, "zyxwvu"[number]),),  # words that do not ascend as passages do
        mentions=(f"m{number % 2}",),
    )
    for number, (kind, text) in enumerate(TEXTS)
]

Runs = Sequence[Sequence[SearchPassage]]


def write(runs: Runs, folder: Path) -> None:
    """An index with a segment for each run, under a name that is its words."""
    ids = ["-".join(dict.fromkeys(p.edition.id for p in run)) or "none" for run in runs]
    named = {id_: partial(iter, run) for id_, run in zip(ids, runs, strict=True)}
    index.write_segments(named, folder)


def exported(opened: index.Index, folder: Path) -> dict[str, bytes]:
    export.write(opened, folder)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def told(opened: index.Index) -> Iterator[object]:
    """All that an index tells."""
    yield from (
        opened.editions,
        opened.streams,
        opened.families,
        opened.readings,
        opened.sizes,
        len(opened),
    )
    yield from ((field, value, list(found)) for field, value, found in opened.values())
    yield list(opened.terms_from(""))
    yield from opened.words()
    for term in [*opened.terms_from(""), "nowhere"]:
        yield opened.spread(term), opened.frequency(term)
        yield from ((n, list(at)) for n, at in opened.places(term))
        yield from ((n, list(at)) for n, at in opened.places(term, range(1, len(opened), 2)))
    for field in ("in", "about", "kind"):
        yield from (opened.valued(field, value) for value in opened.values_of(field))
    for number, passage in enumerate(opened.passages()):
        yield passage, opened.length(number), opened.stream(number)
        yield opened.quoted(number), opened.joints(number)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, len(PASSAGES)), max_size=4))
@example([len(PASSAGES) - 1])  # the last passage, which has no word, alone
def test_however_it_is_parted_it_tells_and_exports_the_same(ends: list[int]) -> None:
    bounds = [0, *sorted(set(ends)), len(PASSAGES)]
    runs = [PASSAGES[a:b] for a, b in pairwise(bounds)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        index.write(PASSAGES, folder / "one")
        write(runs, folder / "many")
        with index.Index(folder / "one") as one, index.Index(folder / "many") as many:
            assert list(told(many)) == list(told(one))
            assert exported(many, folder / "b") == exported(one, folder / "a")


def test_real_documents_are_found_in_segments_as_in_one(
    archive: list[SearchPassage], tmp_path: Path
) -> None:
    index.write(archive, tmp_path / "one")
    write([list(run) for _, run in groupby(archive, lambda p: p.edition.id)], tmp_path / "many")
    with index.Index(tmp_path / "one") as one, index.Index(tmp_path / "many") as many:
        for query in ("recovery", '"the evidence"', "serv*", "NOT the", "kind:heading OR drug"):
            assert index.search(many, query, limit=100) == index.search(one, query, limit=100)


def test_a_segment_that_is_as_it_was_is_not_made_again(tmp_path: Path) -> None:
    runs = [PASSAGES[:2], PASSAGES[2:]]
    write(runs, tmp_path / "index")
    never: Callable[[], Iterator[SearchPassage]] = lambda: pytest.fail("made again")  # noqa: E731
    index.write_segments({"d0-d1": never, "new": partial(iter, PASSAGES[2:4])}, tmp_path / "index")
    index.write(PASSAGES[:4], tmp_path / "one")
    with index.Index(tmp_path / "index") as grown, index.Index(tmp_path / "one") as one:
        assert list(told(grown)) == list(told(one))
    assert {path.name for path in (tmp_path / "index").iterdir()} == {
        "d0-d1",
        "new",
        "archive.json",
    }


@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(b"other")])
def test_a_segment_that_was_harmed_is_made_again(
    tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    folder = tmp_path / "index"
    runs = [PASSAGES[:2], PASSAGES[2:]]
    write(runs, folder)
    with index.Index(folder) as opened:
        whole = list(told(opened))
    # Whoosh gives its files names by chance: those of one kind stand for each other.
    kinds = {path.suffixes[-1] for path in folder.rglob("*.*") if path.suffix != ".json"} | {""}
    assert len(kinds) > 3
    for kind in sorted(kinds):
        harm(next(path for path in sorted(folder.rglob(f"*/*{kind}")) if path.stat().st_size))
        write(runs, folder)
        with index.Index(folder) as opened:
            assert list(told(opened)) == whole


def test_segments_without_a_passage_are_none(tmp_path: Path) -> None:
    write([[], PASSAGES, []], tmp_path / "index")
    with index.Index(tmp_path / "index") as opened:
        assert len(opened) == len(PASSAGES)
