"""An entry of BibTeX, as pybtex writes it: for the works that are cited, and for a passage."""

import re
from collections.abc import Mapping, Sequence

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from consultations.pages.printing import printable

PARTED = r",|\band\b"
"""What BibTeX takes a name apart at, in whatever case it is written."""

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "$": r"\$",
}
"""What pybtex leaves as it is, since it may be meant as TeX."""

ESCAPES = _COMMANDS | {sign: f"\\{sign}" for sign in "#%&_"}
"""What stands for each sign that TeX would act on: the commands above, and what pybtex writes."""


def literal(text: str) -> str:
    """Text in which nothing is meant as TeX, as an entry takes it."""
    return "".join(_COMMANDS.get(sign, sign) for sign in printable(text))


def person(name: Mapping[str, str]) -> Person:
    """A name of CSL: family name first; a body in braces, so that it is not taken apart."""
    if "family" not in name:
        return Person(last=f"{{{literal(name.get('literal', ''))}}}")
    return Person(last=_whole(name["family"]), first=_whole(name.get("given", "")))


def entry(
    kind: str, key: str, persons: Mapping[str, Sequence[Person]], fields: Mapping[str, str]
) -> str:
    """One entry, with what it says in the order given.

    Args:
        kind: `misc`, `book` and so on.
        key: what the entry is cited by.
        persons: by `author` or `editor`.
        fields: values that are TeX; those that are empty are left out.
    """
    said = Entry(
        kind,
        fields={name: value for name, value in fields.items() if value},
        persons={role: list(named) for role, named in persons.items() if named},
    )
    # Not `BibliographyData.to_string`: it looks through every installed package for its writer.
    return str(Writer().to_string(BibliographyData({key: said})))


def _whole(part: str) -> str:
    """A part of a name, in braces where BibTeX would take it apart."""
    plain = literal(part)
    return f"{{{plain}}}" if re.search(PARTED, part, re.IGNORECASE) else plain
