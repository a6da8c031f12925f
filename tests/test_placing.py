"""A file or a folder is put in place whole or not at all."""

import os
from pathlib import Path

import pytest

from consultations import placing
from consultations.errors import OutputError
from consultations.placing import put, replacing


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
    assert "build again" in told.value.remedy


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
        monkeypatch.setattr(placing, "_exchange", lambda *_: False)
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


def test_a_folder_that_was_put_aside_comes_back(tmp_path: Path) -> None:
    aside = tmp_path / ".target.last"
    aside.mkdir()
    (aside / "who").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), replacing(tmp_path / "target"):
        raise RuntimeError
    assert (tmp_path / "target" / "who").read_text(encoding="utf-8") == "old"
    assert not aside.exists()
