"""The forms in which the client cites a passage, written by the code that writes works' files too.

A reader may cite any passage, with its address and with whoever speaks in it, so the entries cannot
be written beforehand. Instead one entry of BibTeX and one record of RIS are written with holes, and
are given to the client together with the signs that must be escaped. The client puts values into
the holes, and knows nothing else of the formats. `tools/citation-forms` writes the module, and
tests/client/test_forms.py holds it to this file.
"""

import json
from collections.abc import Iterator

from pybtex.database import Person

from consultations.pages import bibtex, ris


def module() -> str:
    """What client/page/citing/forms.js holds."""
    head = (
        "/**\n * Forms in which a passage is cited, with holes for what is said of it. Written by\n"
        " * tools/citation-forms and pages/citing.py; do not edit.\n *\n * @module forms\n */\n"
    )
    return "\n".join([head, *_constants()])


def _constants() -> Iterator[str]:
    """Each form as a constant of JavaScript, with what it is."""
    constants = (
        ("BIBTEX", "An entry of BibTeX.", _bibtex()),
        ("RIS", "A record of RIS.", _ris()),
        ("ESCAPES", "What stands in BibTeX for the signs that TeX acts on.", bibtex.ESCAPES),
        (
            "PARTED",
            "A name with one of these is put in braces, or BibTeX takes it apart.",
            bibtex.PARTED,
        ),
    )
    for name, told, value in constants:
        type_ = " @type {Record<string, string>}" if isinstance(value, dict) else ""
        written = json.dumps(value, ensure_ascii=False, indent=2)
        yield f"/** {told}{type_} */\nexport const {name} = {written};\n"


def _hole(name: str) -> str:
    """A value still to come. pybtex writes what holds this mark in braces, never between marks."""
    return f'"{name}"'


def _bibtex() -> str:
    """An entry with holes. The title's braces keep its capitals, which styles would lower."""
    return bibtex.entry(
        "misc",
        _hole("key"),
        {"author": [Person(last=_hole("authors"))]},
        {
            "title": f"{{{_hole('title')}}}",
            "organization": _hole("publisher"),
            "year": _hole("year"),
            "month": _hole("month"),
            "day": _hole("day"),
            "note": _hole("note"),
            "pages": _hole("pages"),
            "url": _hole("address"),
        },
    )


def _ris() -> str:
    """A record with holes. The client puts the line ends of the format back when it fills them."""
    record = ris.record(
        [
            ("TY", "ELEC"),
            ("AU", _hole("authors")),
            ("TI", _hole("title")),
            ("PB", _hole("publisher")),
            ("PY", _hole("year")),
            ("DA", _hole("date")),
            ("SP", _hole("place")),
            ("EP", _hole("end")),
            ("N1", _hole("note")),
            ("UR", _hole("address")),
        ]
    )
    return record.replace("\r\n", "\n")
