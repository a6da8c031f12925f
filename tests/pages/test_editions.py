"""The archive's own editions: on the built page every passage is its text, and is there once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consultations import pipeline
from consultations.model.permalink import Permalink
from consultations.settings import find_project

Build = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def archive() -> pipeline.Archive:
    return pipeline.read(find_project(Path(__file__)))


def test_every_passage_is_its_text(archive: pipeline.Archive, built: Build) -> None:
    pages = built(archive.editions, archive.authority)
    for edition in archive.editions:
        texts = pages[f"texts/{edition.id}/index.md"].texts
        for passage in edition.passages:
            assert texts[passage.id].split() == passage.text.split()


def test_every_emendation_and_gap_has_its_entry(archive: pipeline.Archive, built: Build) -> None:
    pages = built(archive.editions, archive.authority)
    for edition in archive.editions:
        entries = pages[f"texts/{edition.id}/apparatus.md"].texts
        assert {f"e:{e.start}-{e.end}" for e in edition.emendations} <= entries.keys()
        assert {f"gap:{n}" for n in range(1, len(edition.gaps) + 1)} <= entries.keys()


def test_an_old_link_leads_to_where_its_passage_is_or_says_why_not(
    archive: pipeline.Archive, built: Build
) -> None:
    first, *others = archive.editions
    passage = first.passages[2]
    links = (
        Permalink("pmoved1", "moved", 3, "a b c", "a b c", passage.id),
        Permalink("pgone11", "gone", 3, "a b c", "a b c", "printed *twice*"),
    )
    changed = replace(first, permalinks=(*first.permalinks, *links))
    page = built([changed, *others], archive.authority)[f"texts/{first.id}/index.md"]
    assert "printed *twice*" in page.texts["pgone11"]
    assert page.texts["pmoved1"] == ""
    assert " ".join(page.texts[passage.id].split()) == passage.text
