"""The editions of the archive are faithful: source and apparatus give the text, and back."""

from pathlib import Path

import pytest

from consultations.edition.assemble import assemble
from consultations.edition.faithful import faults
from consultations.intake import read_archive, read_authority
from consultations.model.source import Source
from consultations.rules import emend

ARCHIVE = Path(__file__).parents[2] / "archive"
SOURCES = read_archive(ARCHIVE, read_authority(ARCHIVE))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_an_edition_is_faithful_to_its_source(source: Source) -> None:
    draft = emend(source)
    assert draft.apparatus.replay(source.text) == draft.text
    assert draft.apparatus.undo(draft.text) == source.text
    assert list(faults(assemble(draft))) == []
