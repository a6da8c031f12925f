"""A small archive of one document a town, and what makes one of them fail."""

from collections.abc import Sequence
from pathlib import Path

from tests.documents import write_document

from consultations.editing import Copy, read_copy

TOWNS = ("aston", "belton", "carlton", "denton", "elton", "fenton")
WRONG = '[[erratum]]\nline = 3\nbefore = "no such words"\nafter = "some"\nreason = "a slip"\n'
_TEXT = """# Boats at {town}

The mayor of {town} said: “We have no boats, and want none.” See section 2.

## 2. Where they lie

- at the quay;
- in the yard.
"""


def write_towns(root: Path) -> Path:
    """Write the documents; gives the folder that holds them."""
    for town in TOWNS:
        write_document(root, town, _TEXT.format(town=town.title()))
    return root / "archive"


def project_of_towns(root: Path) -> Path:
    """A project that has them and nothing else; gives its folder."""
    write_towns(root)
    (root / "mkdocs.yml").write_text(
        "site_name: Boats\ntheme: { name: material }\nplugins: [consultations]\n"
    )
    (root / "docs").mkdir()
    (root / "archive" / "authority").mkdir()
    return root


def copies_of(archive: Path, ids: Sequence[str] = TOWNS) -> list[Copy]:
    return [read_copy(archive, id_) for id_ in ids]
