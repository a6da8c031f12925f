"""What is kept is given back only for what it was made of."""

import pickle
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from consultations import cache
from consultations.cache import Cache, digest_of, digest_of_files


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
    head = f"{digest_of('one')} {sha256(spoil).hexdigest()}\n"
    (tmp_path / "x").write_bytes(head.encode() + spoil)
    assert kept.get("x", tuple, digest_of("one")) is None


def test_a_thing_of_which_one_bit_has_turned_is_made_again(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.keep("x", ("a passage of some words",), digest_of("one"))
    whole = (tmp_path / "x").read_bytes()
    for at in range(len(whole)):
        for bit in (1, 32):
            (tmp_path / "x").write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
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


@pytest.fixture
def fresh_code() -> Iterator[Callable[[], None]]:
    """Has the digest of the code taken anew, as another process would."""
    yield cache._code_digest.cache_clear
    cache._code_digest.cache_clear()


def test_another_version_of_a_package_makes_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_code: Callable[[], None]
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    digests = set[str]()
    for name in ("stems-1.0", "stems-1.1", "stems-1.1"):
        for other in tmp_path.glob("*.dist-info"):
            other.rmdir()
        (tmp_path / f"{name}.dist-info").mkdir()
        fresh_code()
        digests.add(digest_of("a"))
    assert len(digests) == 2


def test_another_style_of_references_makes_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_code: Callable[[], None]
) -> None:
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path)
    digests = set[str]()
    for style in ("<style/>", "<style class='note'/>"):
        (tmp_path / "house.csl").write_text(style)
        fresh_code()
        digests.add(digest_of("a"))
    assert len(digests) == 2
