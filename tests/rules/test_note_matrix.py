"""Notes in every form and place, and what looks like them: a matrix of small texts."""

import re
import tomllib
from pathlib import Path

import pytest

from consultations.rules.footnotes.pairing import Pairing, pair

MATRIX = tomllib.loads(Path(__file__).with_name("note_matrix.toml").read_text(encoding="utf-8"))
MARKERS: dict[str, str] = MATRIX["markers"]
BODIES: dict[str, str] = MATRIX["bodies"]

WORDS = (
    "Minutes of the works committee, 4 May 2019, p. 6.",
    "Moss, A., Lamps of the river (Tidewater Press, 2004), p. 17.",
    "See the letter of the harbour master to the clerk.",
    "Nine of these were painted.",
)
RAISED = str.maketrans("1234", "¹²³⁴")
SLOT = re.compile(r"\[([mb])(\d)\]")
CALLED = re.compile(r"(\w+\.)\[m(\d)\]")


def numbered(form: str, number: str) -> str:
    """A form that is written for the number 1, for another."""
    return form.replace("1", number).replace("¹", number.translate(RAISED))


def printed(place: str, marker: str, body: str, *, words: bool = True) -> str:
    """A text with its markers and bodies in some form."""

    def filled(slot: re.Match[str]) -> str:
        if slot[1] == "m":
            return numbered(marker, slot[2])
        return numbered(body, slot[2]) + (WORDS[int(slot[2]) - 1] if words else "")

    return SLOT.sub(filled, place).replace("%\n", "\f")


def paired(text: str) -> Pairing:
    return pair(text, [at + 1 for at, sign in enumerate(text) if sign == "\f"])


def calls(text: str) -> list[tuple[str, str]]:
    """The word that calls each note, and the first word of it, in the text's order."""
    return [
        (text[: marker.start].split()[-1], text[note.body.words :].split()[0])
        for marker, note in sorted(
            ((marker, note) for note in paired(text).notes for marker in note.markers),
            key=lambda one: one[0].start,
        )
    ]


def due(name: str, marker: str, body: str) -> list[tuple[str, str]]:
    """The word that calls each note, and the first one of it, as a place has them."""
    unsure = MATRIX["unsure"]
    if marker == unsure["marker"] and name in unsure["places"] and body in unsure["bodies"]:
        return []
    place = MATRIX["places"][name]
    return [(word, WORDS[int(n) - 1].split()[0]) for word, n in CALLED.findall(place)]


@pytest.mark.parametrize("name", MATRIX["places"])
@pytest.mark.parametrize("marker", MARKERS)
def test_markers_and_bodies_of_any_form_are_paired(name: str, marker: str) -> None:
    place = MATRIX["places"][name]
    missed = {
        body: found
        for body, form in BODIES.items()
        if (found := calls(printed(place, MARKERS[marker], form))) != due(name, marker, body)
    }
    assert missed == {}


@pytest.mark.parametrize("name", MATRIX["twins"])
def test_what_looks_like_notes_stays(name: str) -> None:
    for body, form in BODIES.items():
        text = printed(MATRIX["twins"][name], "", form, words=False)
        assert calls(text) == [], body
