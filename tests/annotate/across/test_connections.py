"""Connections between editions, and words that lead from one to another."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.annotate import annotate, connected, with_references_to_editions
from consultations.annotate.across import other_editions
from consultations.annotate.across.overlaps import overlaps
from consultations.model.edition import Edition
from consultations.model.entity import Authority

ASK = {
    "id": "ask-2010",
    "kind": "consultation",
    "name": "Ask 2010",
    "questions": [{"id": "one", "text": "What works well in prisons today?"}],
}
WORK = {
    "id": "framework",
    "kind": "work",
    "name": "Framework for Things",
    "csl": {"type": "report", "title": "Framework for Things"},
}


def resolved(editions: list[Edition], authority: Authority) -> list[Edition]:
    return connected(with_references_to_editions(editions, authority), authority)


def test_editions_lead_to_each_other(make_edition: Any, make_authority: Any) -> None:
    authority = make_authority([ASK, WORK])
    asked = "## What works well in prisons today?"
    texts = {
        "one": ("ask-2010", [asked, "The Framework for Things does."]),
        "two": ("ask-2010", [asked, "Nothing but the Framework for Things."]),
        "three": (None, ["This is on Ask 2010 and the Framework for Things."]),
    }
    editions = [
        annotate(make_edition(text, id_=id_, responds_to=to), authority)
        for id_, (to, text) in texts.items()
    ]
    one, _, three = resolved(editions, authority)
    assert {(c.ground, c.target, c.about) for c in one.connections} == {
        ("same-consultation", "two", "ask-2010"),
        ("same-question", "two#p0", "ask-2010/one"),
        ("same-work", "two#p1", "framework"),
        ("same-work", "three#p0", "framework"),
    }
    assert not three.cross_references, "two editions answer it: which is meant is not known"
    (_, alone) = resolved([editions[0], editions[2]], authority)
    assert [(r.text, r.target) for r in alone.cross_references] == [("Ask 2010", "one")]
    assert ("names", "one") in {(c.ground, c.target) for c in alone.connections}


def test_of_what_many_share_each_is_connected_with_the_earliest(
    make_edition: Any, make_authority: Any
) -> None:
    authority = make_authority([ASK, WORK])
    one = annotate(make_edition(["The Framework for Things is old."]), authority)

    def shared(number: int) -> list[Edition]:
        editions = []
        for n in range(number):
            record = replace(one.source.record, date=f"{2000 - n}")
            source = replace(one.source, id=f"e{n:03}", record=record)
            editions.append(replace(one, source=source))
        return connected(editions, authority)

    for few in shared(21):
        assert len({c.edition for c in few.connections}) == 20
        assert {c.others for c in few.connections} == {20}
    many = shared(60)
    latest, earliest = many[0], many[-1]
    assert {c.edition for c in latest.connections} == {f"e{n:03}" for n in range(40, 60)}
    assert {c.edition for c in earliest.connections} == {f"e{n:03}" for n in range(39, 59)}
    assert {c.others for e in many for c in e.connections} == {59}
    assert sum(len(e.connections) for e in shared(120)) == 120 * 20


def test_eight_words_in_one_order_are_shared_and_seven_are_not(make_edition: Any) -> None:
    text = "It isn’t so: one two three four five six seven eight."
    copy = "They say it isn't so; one two three four five, SIX seven eight nine."
    short = "one two three four five six seven"
    editions = [make_edition([t], id_=f"doc-{n}") for n, t in enumerate((text, copy, short))]
    found = {(here, c.edition, c.about) for here, c in overlaps(editions)}
    shared = "it isn't so one two three four five six seven eight"
    assert found == {("doc-0", "doc-1", shared), ("doc-1", "doc-0", shared)}


GUILD = {"id": "guild", "kind": "organisation", "name": "Guild of Lamps"}


@pytest.mark.parametrize(
    ("text", "to", "found"),
    [
        ("We support the response of the Guild of Lamps.", "ask-2010", ["Guild of Lamps"]),
        ("See the Guild of Lamps’s written submission.", "ask-2010", ["Guild of Lamps"]),
        ("Guild of Lamps evidence says so.", "ask-2010", ["Guild of Lamps"]),
        *(
            (f"We support the {words} the Guild of Lamps.", "ask-2010", ["Guild of Lamps"])
            for words in (
                *("reply of", "replies by", "answer from", "answers of", "comments by"),
                *("evidence submitted by", "response made by", "submission on behalf of"),
            )
        ),
        ("We support the members of the Guild of Lamps.", "ask-2010", []),
        ("We support the response about the Guild of Lamps.", "ask-2010", []),
        ("We know the Guild of Lamps.", "ask-2010", []),
        ("The Guild of Lamps is right, and this is our response.", "ask-2010", []),
        ("We support the response of the Guild of Lamps.", "elsewhere", []),
        ("We support the response of the Guild of Lamps.", None, []),
    ],
)
def test_the_response_of_a_body_is_its_document_that_answers_the_same(
    text: str, to: str | None, found: list[str], make_edition: Any, make_authority: Any
) -> None:
    authority = make_authority([ASK, GUILD])
    own = annotate(make_edition([text], id_="own", responds_to=to), authority)
    guilds = make_edition(["Lamps."], id_="guilds", responds_to="ask-2010")
    record = replace(guilds.source.record, organisation="guild", title="On lamps")
    guilds = replace(guilds, source=replace(guilds.source, record=record))
    (edition, _) = with_references_to_editions([own, guilds], authority)
    assert [r.text for r in edition.cross_references if r.target == "guilds"] == found


WORDS = [chr(ord("a") + n) for n in range(24)]
STRETCHES = st.tuples(st.integers(0, 16), st.integers(0, 14)).map(
    lambda stretch: " ".join(WORDS[stretch[0] : sum(stretch)])
)
"""Of one text, so that runs of eight words stand in several, and begin and end in each other."""
PASSAGES = st.lists(STRETCHES, min_size=1, max_size=3).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # which only makes
@given(st.lists(st.lists(PASSAGES, max_size=3), max_size=4))
def test_what_is_shared_is_what_a_plain_scan_finds(
    make_edition: Any, texts: list[list[str]]
) -> None:
    editions = [make_edition(passages, id_=f"doc-{n}") for n, passages in enumerate(texts)]
    found = [
        (here, c.passage, c.target, c.about)
        for here, c in overlaps(editions)
        if here > c.edition  # each is told in both directions
    ]
    assert found == list(scanned(editions))


def scanned(editions: list[Edition]) -> Iterator[tuple[str, str, str, str]]:
    """Each run of eight words and more that stands in an edition before, the longest from there."""
    for number, edition in enumerate(editions):
        for passage in edition.passages:
            here, at = passage.text.split(), 0
            while at + 8 <= len(here):
                there = next(
                    (
                        (other, target, words, start)
                        for other in editions[:number]
                        for target in other.passages
                        for words in [target.text.split()]
                        for start in range(len(words))
                        if words[start : start + 8] == here[at : at + 8]
                    ),
                    None,
                )
                if there is None:
                    at += 1
                    continue
                other, target, words, start = there
                alike = [one == two for one, two in zip(here[at:], words[start:], strict=False)]
                length = [*alike, False].index(False)
                run = " ".join(here[at : at + length])
                yield edition.id, passage.id, f"{other.id}#{target.id}", run
                at += length


TITLE_WORDS = ("lamps", "and", "of", "the", "law", "oil", "the", "of", "quay", "board")


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(TITLE_WORDS), max_size=14), max_size=6),
    st.lists(st.sampled_from(TITLE_WORDS), max_size=14),
)
def test_titles_that_are_alike_are_those_that_a_plain_scan_finds(
    works: list[list[str]], title: list[str]
) -> None:
    titles = [(f"w{n}", " ".join(words)) for n, words in enumerate(works)]
    titles += [("nearly", " ".join([*title, "board"])), ("less", " ".join(title[1:]))]
    wanted = " ".join(title)
    plain = [
        id_
        for id_, name in titles
        if other_editions._likeness(other_editions._bag(wanted), other_editions._bag(name)) >= 0.9
    ]
    assert list(other_editions._Titles(titles).alike(wanted)) == plain
