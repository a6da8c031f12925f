"""A kept pattern is what `re.compile` makes of it, and none is kept that a text's words are in."""

import re
from pathlib import Path
from typing import cast

import pytest
from tests.test_patterns import patterns_of_the_package

from consultations import kept_patterns, patterns
from consultations.kept_patterns import KeptPatterns, patterns_kept

LAMPS = patterns.compile("(?P<lamp>lamps?)|oil", re.IGNORECASE)


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no pattern be compiled from now on."""

    def compiled(*_: object) -> object:
        raise AssertionError("compiled once more")

    monkeypatch.setattr(kept_patterns, "_instructions", compiled)


def test_every_pattern_of_the_package_comes_back_as_it_is_compiled(tmp_path: Path) -> None:
    asked = [(one.pattern, int(one._flags)) for _, one in patterns_of_the_package()]
    first = KeptPatterns(tmp_path)
    for made in asked:
        first.compile(*made)
    first.keep()
    kept = KeptPatterns(tmp_path)
    wrong = [
        made[0]
        for made in asked
        # Patterns are equal whose source, flags and instructions are.
        if kept.compile(*made) != (compiled := re.compile(cast("str", made[0]), made[1]))
        or kept.compile(*made).groupindex != compiled.groupindex
    ]
    assert asked
    assert not wrong


def test_what_was_compiled_once_is_not_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with patterns_kept(tmp_path):
        pattern = patterns.Uncompiled("(?P<lamp>lamps?)", 0, (), is_constant=True)
        assert pattern.search("two lamps")
    forbid(monkeypatch)
    with patterns_kept(tmp_path):
        again = patterns.Uncompiled("(?P<lamp>lamps?)", 0, (), is_constant=True)
        found = again.search("two lamps")
        assert found
        assert found["lamp"] == "lamps"
        other = patterns.Uncompiled("(?P<lamp>lamps?)", re.IGNORECASE, (), is_constant=True)
        with pytest.raises(AssertionError, match="once more"):
            other.search("two lamps")  # of other flags it is another pattern


def test_a_spoilt_file_is_made_again(tmp_path: Path) -> None:
    with patterns_kept(tmp_path):
        patterns.Uncompiled("oil+", 0, (), is_constant=True).search("oil")
    file = tmp_path / "patterns"
    whole = file.read_bytes()
    file.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    with patterns_kept(tmp_path):
        assert patterns.Uncompiled("oil+", 0, (), is_constant=True).search("oil")
    assert file.read_bytes() == whole


def test_a_pattern_of_a_text_is_not_kept(tmp_path: Path) -> None:
    """It has words of that text in it, which may have to be taken out of everything."""
    assert cast("patterns.Uncompiled", LAMPS).is_constant
    with patterns_kept(tmp_path):
        assert patterns.compile("Wick Lane").search("in Wick Lane")
    assert not (tmp_path / "patterns").exists()


def test_where_nothing_can_be_written_all_else_is_as_ever(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with patterns_kept(tmp_path / "file"):
        assert patterns.Uncompiled("oil?", 0, (), is_constant=True).search("oil")
    assert (tmp_path / "file").is_file()


def test_what_is_wrong_in_a_pattern_is_told(tmp_path: Path) -> None:
    with patterns_kept(tmp_path), pytest.raises(re.error):
        patterns.Uncompiled("oil(", 0, (), is_constant=True).search("oil")
