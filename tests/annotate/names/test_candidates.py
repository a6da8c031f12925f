"""Names that no authority knows."""

import tomllib
from typing import Any

from consultations.annotate import annotate
from consultations.annotate.names.candidates import as_toml, candidates

KNOWN = {"id": "house", "kind": "organisation", "name": "House of Things"}
LINES = [
    "The House of Things met the Board of Works (BOW) and Dr Ann Ogden in May 2009.",
    "However, the Board of Works paid (Bell 2004), see www.Not-A-Name.org/Board of All.",
    "Nothing else of the sort is here.",
]


def test_unknown_names_are_ranked_and_known_ones_are_not_among_them(
    make_edition: Any, make_authority: Any
) -> None:
    authority = make_authority([KNOWN])
    edition = annotate(make_edition(LINES), authority)
    found = candidates([edition], authority)
    assert [(u.kind, u.name, u.abbreviations) for u in found[:3]] == [
        ("organisation", "Board of Works", {"BOW"}),
        ("person", "Ann Ogden", set()),
        ("work", "Bell 2004", set()),
    ]
    assert found[0].places == ["doc#p0", "doc#p1"]
    assert "House of Things" not in {u.name for u in found}


def test_they_can_be_pasted_as_they_are(make_edition: Any, make_authority: Any) -> None:
    edition = annotate(make_edition(LINES), make_authority([KNOWN]))
    entries = tomllib.loads(as_toml(candidates([edition], make_authority([KNOWN]))))
    board = entries["organisation"]["board-of-works"]
    assert board == {"name": "Board of Works", "abbreviations": ["BOW"]}
    assert entries["work"]["bell-2004"]["csl"]["type"] == "document"
