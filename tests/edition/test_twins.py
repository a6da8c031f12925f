"""A document that is in the archive twice is told, however its file was passed on."""

from hashlib import sha256

import pytest

from consultations.edition import edition_of
from consultations.edition.twins import with_twins
from consultations.model.edition import Edition
from consultations.model.source import Record, Source
from consultations.rules import emend

TEXT = "# Notes of a meeting\n\nThe lamps were lit, and nobody was late.\n"


def edition(name: str, text: str) -> Edition:
    record = Record("Notes of a meeting", (), None, "2010", "report", None, "", "en-GB", "", None)
    digest = sha256(text.encode()).hexdigest()
    return edition_of(emend(Source(name, record, f"{name}/source.md", None, digest, text)))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (TEXT, "byte for byte that of first"),
        (TEXT.replace("\n", "\r\n"), "word for word that of first"),
        (TEXT + "\n\n", "word for word that of first"),
        (TEXT.replace("lamps were", "lamps\nwere"), "word for word that of first"),
        (TEXT.replace("late", "Late"), None),
        (TEXT + "More.\n", None),
        (TEXT.replace("nobody", "no body"), None),
    ],
)
def test_a_document_that_is_there_twice_is_told(other: str, told: str | None) -> None:
    first, second = with_twins([edition("first", TEXT), edition("second", other)])
    codes = [finding.code for finding in (*first.findings, *second.findings)]
    assert codes.count("source-twice") == (told is not None)
    assert told is None or any(f.what.endswith(told) for f in second.findings)
