"""A text is known again in another version, among thousands of others."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from consultations.intake import read_archive, read_authority
from consultations.intake.adding.likeness import most_like, sketch_of
from consultations.model.source import Source

ARCHIVE = Path(__file__).parents[2] / "archive"
(SOURCE, *_) = read_archive(ARCHIVE, read_authority(ARCHIVE))


def text(name: str, words: int) -> str:
    return " ".join(f"{name}{n}" for n in range(words))


def source(id_: str, words: str) -> Source:
    return replace(SOURCE, id=id_, text=words)


@given(st.integers(20, 3000), st.integers(0, 10))
def test_a_version_with_a_little_more_is_known_again(words: int, more: int) -> None:
    others = [source(f"other-{n}", text(f"o{n}x", 300)) for n in range(20)]
    held = [*others, source("first", text("w", words))]
    sketches = {s.id: sketch_of(s.text) for s in held}
    found = most_like(f"{text('new', more)} {text('w', words)}", held, sketches)
    assert found is not None
    assert found[0] == "first"
    assert found[1] > 0.4


def test_a_part_of_a_long_document_is_known_again() -> None:
    held = [source("long", text("w", 20_000))]
    part = " ".join(text("w", 20_000).split()[9_000:9_800])
    found = most_like(part, held, {"long": sketch_of(held[0].text)})
    assert found == ("long", 1.0)


def test_what_shares_nothing_is_like_nothing() -> None:
    held = [source("one", text("w", 500))]
    assert most_like(text("v", 500), held, {"one": sketch_of(held[0].text)}) is None
    assert most_like("Two words", held, {"one": sketch_of(held[0].text)}) is None
