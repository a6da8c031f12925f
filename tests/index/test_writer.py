import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from consultations import index
from consultations.errors import IndexMissingError, OutputError
from consultations.passages import SearchEdition, SearchPassage

EDITION = SearchEdition("one", "One", None, "", (), "2010", "response")


def passage(text: str) -> SearchPassage:
    return SearchPassage(EDITION, "p", "paragraph", text)


def test_a_new_index_takes_the_place_of_the_old_and_leaves_nothing_beside_it(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "made" / "index"
    for word in ("old", "new"):
        index.write([passage(word)], folder)
    with index.Index(folder) as opened:
        assert index.search(opened, "new").total == 1
        assert index.search(opened, "old").total == 0
    assert [file.name for file in folder.parent.iterdir()] == ["index"]


def test_a_build_that_fails_leaves_the_old_index(tmp_path: Path) -> None:
    def broken() -> Iterator[SearchPassage]:
        yield passage("new")
        raise RuntimeError

    folder = tmp_path / "index"
    index.write([passage("old")], folder)
    with pytest.raises(RuntimeError):
        index.write(broken(), folder)
    with index.Index(folder) as opened:
        assert index.search(opened, "old").total == 1
    assert [file.name for file in tmp_path.iterdir()] == ["index"]


def test_an_archive_of_nothing_answers(tmp_path: Path) -> None:
    index.write([], tmp_path / "index")
    with index.Index(tmp_path / "index") as opened:
        for query in ("word", '"a phrase"', "NOT word", "kind:heading", "word*"):
            assert index.search(opened, query).total == 0


def test_where_no_index_is_one_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError) as caught:
        index.Index(tmp_path)
    assert str(tmp_path) in caught.value.where
    assert "build" in caught.value.remedy


def test_an_index_that_whoosh_cannot_open_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_many(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    index.write([passage("word")], tmp_path / "index")
    monkeypatch.setattr("whoosh.index.open_dir", too_many)
    with pytest.raises(IndexMissingError, match="open files"):
        index.Index(tmp_path / "index")


@pytest.mark.parametrize("key", ["format", "analysis"])
def test_an_index_of_another_version_is_not_opened(tmp_path: Path, key: str) -> None:
    folder = tmp_path / "index"
    index.write([passage("word")], folder)
    about = json.loads((folder / "archive.json").read_text("utf-8"))
    (folder / "archive.json").write_text(json.dumps({**about, key: "other"}), "utf-8")
    for file in folder.rglob("*.toc"):
        file.write_bytes(b"not to be unpickled")
    with pytest.raises(IndexMissingError):
        index.Index(folder)


def test_where_nothing_can_be_written_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        index.write([passage("word")], tmp_path / "file" / "index")


def test_a_word_of_any_length_is_found(tmp_path: Path) -> None:
    word = "w" * 9_000
    index.write([passage(f"a {word} b")], tmp_path / "index")
    with index.Index(tmp_path / "index") as opened:
        assert index.search(opened, f'"a {word} b"').total == 1


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def turn_a_bit(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("spoil", [cut, turn_a_bit, Path.unlink])
def test_an_index_with_a_spoilt_file_is_not_opened(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    folder = tmp_path / "index"
    index.write([passage("some words")], folder)
    files = [file for file in folder.rglob("*MAIN*") if file.stat().st_size]  # Whoosh's
    assert len(files) > 5
    for file in files:
        whole = file.read_bytes()
        spoil(file)
        with pytest.raises(IndexMissingError) as caught:
            index.Index(folder)
        assert "build" in caught.value.remedy
        file.write_bytes(whole)
    with index.Index(folder) as opened:
        assert index.search(opened, "words").total == 1
