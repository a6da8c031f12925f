"""Days in the feed: of release, or else of taking in; a document's own where neither is known."""

from dataclasses import replace

import feedparser
import pytest

from consultations.data import atom_feed
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.release import Release, Releases, text_of
from consultations.model.source import Record, Source
from consultations.pipeline import Archive

RECORD = Record("A title", (), None, "2011", "report", None, "", "en-GB", "", None)
NOBODY = Authority()


def edition(id_: str, added: str | None, text: str = "Text") -> Edition:
    record = replace(RECORD, added=added)
    source = Source(id_, record, f"{id_}/source.txt", None, "0" * 64, text)
    return Edition(source, passages=(), emendations=())


def released(number: str, day: str, text: Edition) -> Release:
    words = replace(text_of(text, NOBODY), edition=int(number))
    return Release(number, day, {text.id: int(number)}, (words,))


@pytest.mark.parametrize(
    ("added", "releases", "moved", "day"),
    [
        (None, [], {}, None),
        ("2026-11-21", [], {}, "2026-11-21"),
        ("2026-11", [], {}, "2026-11"),
        ("2026-11-21", [("1", "2026-12-01", "pier")], {}, "2026-12-01"),
        (None, [("1", "2026-12-01", "pier"), ("2", "2027-01-05", "pier")], {}, "2027-01-05"),
        ("2026-11-21", [("1", "2026-12-01", "quay")], {}, "2026-11-21"),
        ("2026-11-21", [("1", "2026-12-01", "quay")], {"quay": "pier"}, "2026-12-01"),
    ],
)
def test_a_document_is_new_on_its_last_release_or_when_it_was_taken_in(
    added: str | None,
    releases: list[tuple[str, str, str]],
    moved: dict[str, str],
    day: str | None,
) -> None:
    pier = edition("pier", added)
    made = tuple(released(n, on, edition(id_, None)) for n, on, id_ in releases)
    archive = Archive((pier,), NOBODY, releases=Releases(made, moved))
    assert archive.news == ({"pier": day} if day else {})


def test_the_feed_says_when_a_document_was_taken_in_and_when_it_was_last_new() -> None:
    editions = [edition("pier", "2026-11-21"), edition("quay", None), edition("tide", "2026-12-02")]
    news = {"pier": "2026-12-01", "tide": "2026-12-02"}
    feed = feedparser.parse(atom_feed("Ferry", "https://f.example/", editions, NOBODY, news))
    assert not feed.bozo
    assert [
        (e.link.split("/")[-2], e.updated[:10], e.get("published", "")[:10]) for e in feed.entries
    ] == [
        ("tide", "2026-12-02", "2026-12-02"),
        ("pier", "2026-12-01", "2026-11-21"),
        ("quay", "2011-01-01", ""),  # a feed must have a day, and no other is on record
    ]
    assert feed.feed.updated == "2026-12-02T00:00:00Z"
