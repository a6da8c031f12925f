"""What the reader of a file left out stands in the apparatus and in the data, and leads home."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.transcript import Drop, PageStart
from consultations.pages.data import edition_data

DROPS = (
    Drop("running-header", "The <b>ferry</b> board", "stands in the margin", "2"),
    Drop("running-header", "The <b>ferry</b> board", "stands in the margin", "3"),
    Drop("symbol", "\uf0fc", "a sign of a font of signs", offset=12, after="✓"),
    Drop("comment", "Ask the clerk", "a comment in the margin"),
)


@pytest.fixture
def read_from_a_file(edition: Edition) -> Edition:
    pages = (PageStart("2", 0), PageStart("3", 20))
    return replace(edition, source=replace(edition.source, pages=pages, drops=DROPS))


def test_the_apparatus_tells_what_was_left_out(
    read_from_a_file: Edition, built: Callable[..., dict[str, Any]]
) -> None:
    page = built([read_from_a_file], Authority())["texts/a-response/apparatus.md"]
    assert page.texts["dropped:1"] == "p. 2 to 3, 2 times: The <b>ferry</b> board"
    assert page.texts["dropped:3"].endswith("✓")
    assert page.texts["dropped:4"] == "no place: Ask the clerk"


def test_the_data_has_each_with_its_place(read_from_a_file: Edition, edition: Edition) -> None:
    told = edition_data(read_from_a_file)["dropped"]
    assert [entry["offset"] for entry in told] == [0, 20, 12, None]
    assert told[2]["after"] == "✓"
    assert "dropped" not in edition_data(edition)
