"""The archive of this project: what its files say is printed in its documents."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from consultations.intake import (
    read_archive,
    read_authority,
    read_errata,
    read_redactions,
    read_stet,
)
from consultations.model.entity import Authority, Entity
from consultations.model.source import Source
from consultations.model.text import squeeze

ARCHIVE = Path(__file__).parents[2] / "archive"
QUOTES = str.maketrans("‘’“”", "''\"\"")
MARKUP = re.compile(r"<sup>\d+</sup>|[\u2070-\u2079\u00b9\u00b2\u00b3]+|\*+|</?\w+>")


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return read_archive(ARCHIVE, read_authority(ARCHIVE))


@pytest.fixture(scope="module")
def authority() -> Authority:
    return read_authority(ARCHIVE)


@pytest.fixture(scope="module")
def printed(sources: list[Source]) -> str:
    return "\n".join(_plain(source.text) for source in sources)


def _plain(text: str) -> str:
    return squeeze(MARKUP.sub("", text.translate(QUOTES)))


def _stands_in(form: str, printed: str) -> bool:
    words = re.escape(_plain(form))
    # The words first, what may not stand before them after: a search for words is a quick one.
    return re.search(rf"{words}(?<!\w{words})(?!\w)", printed) is not None


def test_every_document_is_read_with_what_its_editor_says(sources: list[Source]) -> None:
    records = sorted(ARCHIVE.glob("*/record.toml"))
    assert [source.id for source in sources] == [record.parent.name for record in records]
    for source in sources:
        assert sha256((ARCHIVE / source.file).read_bytes()).hexdigest() == source.digest
        read_errata(ARCHIVE, source.id)
        read_stet(ARCHIVE, source.id)


def test_documents_are_as_they_were_received(sources: list[Source], shared: Path) -> None:
    files = {source.id: ARCHIVE / source.file for source in sources}
    received = {path.stem: path for path in shared.glob("sources/*")}
    for id_ in files.keys() & received.keys():
        now, then = (path.read_bytes().split(b"\n") for path in (files[id_], received[id_]))
        # Words that were taken out say so in their place, and are on record.
        changed = [line for line, before in zip(now, then, strict=True) if line != before]
        assert all(b"[redacted]" in line for line in changed)
        assert len(changed) <= len(read_redactions(ARCHIVE, id_))


def test_what_an_entity_is_called_stands_in_a_document(authority: Authority, printed: str) -> None:
    def forms(entity: Entity) -> tuple[str, ...]:
        return entity.variants + entity.abbreviations

    nowhere = [f for e in authority.entities for f in forms(e) if not _stands_in(f, printed)]
    assert nowhere == []
    unnamed = [
        entity.id
        for entity in authority.entities
        if not any(_stands_in(form, printed) for form in (entity.name, *forms(entity)))
    ]
    assert unnamed == []


def test_no_name_is_that_of_two_entities(authority: Authority) -> None:
    owners: dict[str, str] = {}
    for entity in authority.entities:
        for form in {entity.name, *entity.variants, *entity.abbreviations}:
            assert owners.setdefault(form, entity.id) == entity.id


def test_an_abbreviation_is_used_and_belongs_to_no_entity(
    authority: Authority, printed: str
) -> None:
    taken = {a for entity in authority.entities for a in entity.abbreviations}
    for abbreviation in authority.abbreviations or ():
        assert re.search(rf"(?<!\w){abbreviation}s?(?!\w)", printed), abbreviation
        assert abbreviation not in taken


def test_a_theme_joins_different_consultations(authority: Authority) -> None:
    assert authority.themes
    for theme in authority.themes:
        assert theme.query or len({question.split("/")[0] for question in theme.questions}) > 1
        assert len(set(theme.questions)) == len(theme.questions)
