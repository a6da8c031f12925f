"""What is put in place is whole, and what is kept is given back only for what it was made of."""

import os
import pickle
from pathlib import Path

import pytest

from consultations.errors import OutputError
from consultations.placing import Cache, digest_of, digest_of_files, put


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


def test_a_thing_comes_back_only_for_what_it_was_made_of(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "kept")
    kept.keep("x", ("a", 1), digest_of("one"))
    assert kept.get("x", tuple, digest_of("one")) == ("a", 1)
    assert kept.get("x", tuple, digest_of("two")) is None
    assert kept.get("x", dict, digest_of("one")) is None
    assert kept.get("y", tuple, digest_of("one")) is None


@pytest.mark.parametrize(
    "spoil", [b"", b"\n", pickle.dumps(1)[:5], b"\x80\x05.", b"cnot\nthere\n."]
)
def test_a_spoilt_thing_is_made_again(tmp_path: Path, spoil: bytes) -> None:
    kept = Cache(tmp_path)
    (tmp_path / "x").write_bytes(digest_of("one").encode() + b"\n" + spoil)
    assert kept.get("x", tuple, digest_of("one")) is None


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    for name in ("x", "y"):
        kept.keep(name, (name,), "of")
    kept.forget_all_but(["x"])
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_files_are_told_apart_by_folder_name_and_content(tmp_path: Path) -> None:
    layouts = [
        {},
        {"one/a": b"x"},
        {"one/a": b"y"},
        {"one/b": b"x"},
        {"other/a": b"x"},
        {"one/a": b"x", "one/b": b""},
        {"one/a": b"x", "other/b": b""},
        {"one/a": b"x", "other/a": b"y"},
        {"one/a": b"y", "other/a": b"x"},
    ]
    digests = set[str]()
    for i, layout in enumerate(layouts):
        for name, content in layout.items():
            file = tmp_path / str(i) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        digests.add(digest_of_files(tmp_path / str(i) / "one", tmp_path / str(i) / "other"))
    assert len(digests) == len(layouts)


def test_digests_tell_parts_apart() -> None:
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of(12, 3) != digest_of(1, 23)
    assert digest_of("a") == digest_of("a")
