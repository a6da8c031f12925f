"""The laws of finding names."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate.citations.links import with_links
from consultations.annotate.citations.short_titles import with_short_titles
from consultations.annotate.names.abbreviations import with_abbreviations
from consultations.annotate.names.mentions import with_mentions
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.lexicon import Form

DATA = tomllib.loads(Path(__file__).with_name("entities.toml").read_text(encoding="utf-8"))


def annotated(edition: Edition, authority: Authority) -> Edition:
    edition = with_mentions(with_abbreviations(with_links(edition)), authority)
    return with_short_titles(edition, authority)


PIECES = "Department of Health|(DH)|Mind.|White|Jane L.|Today|NA|SMART Example|UK|’s|&|www.x.org"
WORDS = st.sampled_from(PIECES.split("|"))


@given(words=st.lists(WORDS, max_size=40))
def test_mentions_stand_at_their_places_and_do_not_overlap(
    words: list[str], make_edition: Any, make_authority: Any
) -> None:
    edition = annotated(make_edition([" ".join(words)]), make_authority(DATA["entity"]))
    end = 0
    for mention in edition.mentions:
        assert edition.passages[0].text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end


def test_a_body_that_is_renamed_is_found_under_its_new_name(
    make_edition: Any, make_authority: Any
) -> None:
    authority = make_authority(DATA["entity"])
    text = "The Department of Health pays."
    (old,) = annotated(make_edition([text]), authority).mentions
    renamed = Authority(
        tuple(
            replace(entity, name="Office of Happiness", variants=(entity.name,))
            if entity.id == old.entity
            else entity
            for entity in authority.entities
        )
    )
    changed = text.replace("Department of Health", "Office of Happiness")
    for version in (text, changed):
        (new,) = annotated(make_edition([version]), renamed).mentions
        assert new.entity == old.entity


def test_many_names_are_looked_for_at_once(make_authority: Any) -> None:
    """A text's words are compared with none of the names that none of its words begins."""
    entries = [
        {"id": f"body-{n}", "kind": "organisation", "name": f"Body{n} of Letters"}
        for n in range(10_000)
    ]
    authority = make_authority([*DATA["entity"], *entries])
    asked = []

    def accept(form: Form, _: str) -> bool:
        asked.append(form)
        return True

    text = "The Department of Health met Body77 of Letters."
    assert len(list(authority.lexicon.find(text, accept))) == len(asked) == 2
