"""A file or a folder is put in place whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from consultations.errors import OutputError
from consultations.placing import (
    copy_files,
    folders,
    put,
    remove_scratch,
    replacing,
    scratch,
    tidy,
    writing,
)


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "page.md"
    put(file, b"old")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError):
        put(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").write_bytes(b"a file")
    with pytest.raises(OutputError) as told:
        put(tmp_path / "docs" / "page.md", b"text")
    assert "try again" in told.value.remedy


def test_a_file_is_put_into_a_folder_that_is_not_there_and_can_be_read_by_a_server(
    tmp_path: Path,
) -> None:
    file = tmp_path / "texts" / "a-paper" / "page.md"
    put(file, b"text")
    assert file.read_bytes() == b"text"
    assert file.stat().st_mode & 0o777 == 0o644


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    put(file, b"text")
    before = file.stat().st_mtime_ns, file.stat().st_ino
    put(file, b"text")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def filled(target: Path, word: str) -> None:
    with replacing(target) as made:
        (made / "who").write_text(word, encoding="utf-8")


@pytest.mark.parametrize("exchange", [True, False])
def test_a_folder_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(folders, "_exchange", lambda *_: False)
    for word in ("first", "second"):
        filled(tmp_path / "target", word)
        assert (tmp_path / "target" / "who").read_text(encoding="utf-8") == word
        assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_a_folder_that_is_not_filled_to_the_end_leaves_the_old_one(tmp_path: Path) -> None:
    filled(tmp_path / "target", "first")
    with pytest.raises(UnicodeEncodeError):
        filled(tmp_path / "target", "not to be written: \ud800")
    assert (tmp_path / "target" / "who").read_text(encoding="utf-8") == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_what_a_build_that_was_killed_has_left_goes(tmp_path: Path) -> None:
    left = tmp_path / ".target.building"
    left.mkdir()
    (left / "half").touch()
    filled(tmp_path / "target", "whole")
    assert [path.name for path in (tmp_path / "target").iterdir()] == ["who"]
    assert not left.exists()


def test_what_was_stopped_is_tidied_behind_no_link(tmp_path: Path) -> None:
    folder, outside = tmp_path / "archive", tmp_path / "outside"
    for inside in (folder / "a-paper", outside):
        inside.mkdir(parents=True)
        (inside / ".source.md.x.part").touch()
    (folder / "loop").symlink_to("loop")
    (folder / "away").symlink_to(outside)
    tidy(folder)
    assert not list((folder / "a-paper").iterdir())
    assert list(outside.iterdir())


def test_of_a_folder_that_was_not_filled_to_the_end_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / ".docs.building").mkdir()
    (tmp_path / ".docs.building" / "page.md").write_text("words that were taken out")
    tidy(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_put_aside_comes_back(tmp_path: Path) -> None:
    aside = tmp_path / ".target.last"
    aside.mkdir()
    (aside / "who").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), replacing(tmp_path / "target"):
        raise RuntimeError
    assert (tmp_path / "target" / "who").read_text(encoding="utf-8") == "old"
    assert not aside.exists()


@pytest.mark.parametrize("stands", ["file", "link", "link to nowhere"])
def test_a_file_or_a_link_is_not_replaced_by_a_folder(tmp_path: Path, stands: str) -> None:
    target, other = tmp_path / "target", tmp_path / "other"
    if stands == "file":
        target.touch()
    else:
        target.symlink_to(other)
    if stands == "link":
        other.mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotADirectoryError) as refused:
        filled(target, "new")
    assert refused.value.filename == str(target)
    assert sorted(tmp_path.iterdir()) == before
    assert target.is_symlink() == (stands != "file")


def test_a_link_that_a_build_has_left_stops_no_later_build(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "kept").touch()
    (tmp_path / ".target.building").symlink_to(other)
    filled(tmp_path / "target", "new")
    assert (tmp_path / "target" / "who").is_file()
    assert [path.name for path in other.iterdir()] == ["kept"]


def test_a_folder_where_a_file_is_due_is_named_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.mkdir()
    with pytest.raises(OutputError) as told:
        put(file, b"text")
    assert told.value.where == str(file)
    assert "folder that stands where a file is due" in told.value.remedy


def test_the_first_file_that_cannot_be_copied_is_told(tmp_path: Path) -> None:
    folder, to = tmp_path / "folder", tmp_path / "to"
    for name in ("a.txt", "b.txt"):
        (to / name).mkdir(parents=True)
        folder.mkdir(exist_ok=True)
        (folder / name).write_text("words", "utf-8")
    with (
        pytest.raises(OutputError, match=r"written: [\w ]+\n") as refused,
        writing(to, "the copy"),
    ):
        copy_files(folder, to)
    assert refused.value.where == str(to / "a.txt")


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EFBIG, "ulimit"),
        (errno.EMFILE, "ulimit -n"),
        (errno.ELOOP, "remove the link"),
        (errno.ENAMETOOLONG, "a shorter name"),
        (errno.EACCES, "permissions"),
        (errno.EIO, "mend the disk"),
    ],
)
def test_the_remedy_is_that_of_the_failure(tmp_path: Path, number: int, remedy: str) -> None:
    with pytest.raises(OutputError) as told, writing(tmp_path, "the index"):
        raise OSError(number, os.strerror(number))
    assert told.value.where == str(tmp_path)
    assert remedy in told.value.remedy
    assert "permissions" not in told.value.remedy or remedy == "permissions"


def test_a_folder_to_work_in_is_kept_from_others_and_goes(tmp_path: Path) -> None:
    with scratch(tmp_path / "kept") as folder:
        (folder / "words").touch()
        with scratch(tmp_path / "kept") as other:
            assert not list(other.iterdir()), "two have one each"
        remove_scratch(tmp_path / "kept")
        assert (folder / "words").exists(), "somebody works there"
        assert folder.parent.stat().st_mode & 0o077 == 0
    assert not list((tmp_path / "kept").glob(".*"))


def test_folders_to_work_in_that_were_left_go_at_any_stage(tmp_path: Path) -> None:
    for name, inside in (("a", ()), ("b", ("lock",)), ("c", ("lock", "words"))):
        folder = tmp_path / f".{name}.scratch"
        folder.mkdir()
        for file in inside:
            (folder / file).touch()
    remove_scratch(tmp_path)
    assert not list(tmp_path.glob(".*"))
    remove_scratch(tmp_path / "not there")


def test_a_folder_to_work_in_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    with pytest.raises(OutputError, match="a copy to work on") as told, scratch(tmp_path / "kept"):
        pass
    assert told.value.where == str(tmp_path / "kept")
