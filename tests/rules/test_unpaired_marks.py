"""A mark without a partner is told at its own place, so that a waiver is of this mark alone."""

import pytest

from consultations.model.source import Record, Source
from consultations.rules import emend

RECORD = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They paid (for lamps (and oil.", ["(for", "(and"]),
        ("They paid (for lamps) and oil).", ["). "]),
        ("They paid (for (lamps) and oil.", ["(for"]),
        ("The clerk\nsaid so” and left (at\nnoon.", ["” and", "(at"]),
        ("Lamps, oil\n\nand a rope] for all.", ["] for"]),
    ],
)
def test_a_mark_without_a_partner_is_told_where_it_stands(text: str, places: list[str]) -> None:
    source = Source("a", RECORD, "a/source.txt", None, "0" * 64, text)
    found = [f for f in emend(source).findings if f.code == "unbalanced"]
    wanted = [source.locate(text.rindex(words.strip())) for words in places]
    assert [finding.place for finding in found] == wanted
    assert {finding.severity for finding in found} == {"warning"}
