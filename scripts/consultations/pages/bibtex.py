"""An entry of BibTeX, as pybtex writes it: for documents, and for the works that they cite."""

from collections.abc import Mapping, Sequence
from typing import TextIO

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from consultations import patterns as re
from consultations.pages.writing.printing import printable

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "$": r"\$",
    "#": r"\#",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
}
"""What stands in a value for each sign that TeX would act on."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The words for months that every style of BibTeX knows, and prints as it wants."""

_PARTED = re.compile(r",|\band\b", re.IGNORECASE)
"""What BibTeX takes a name apart at, in whatever case it is written."""


class _EntryWriter(Writer):  # type: ignore[misc]  # pybtex ships no types
    """Values as they are given, since `literal` escapes them, and each between braces.

    But for a month: as a number between braces, styles would print it as "4 2012". A season is a
    word of its own.
    """

    def quote(self, s: str) -> str:
        """The value between braces, in which any mark of quotation may stand."""
        self.check_braces(s)
        return f"{{{s}}}"

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:  # noqa: A002 (pybtex's)
        if type == "month" and value.isdigit():
            stream.write(f",\n    month = {_MONTHS[int(value) - 1]}")
        else:
            super()._write_field(stream, type, value)

    def _encode(self, text: str) -> str:
        """Nothing: pybtex escapes some of the signs, and those of an address as well."""
        return text


def literal(text: str) -> str:
    """Text in which nothing is meant as TeX, as an entry takes it."""
    return "".join(ESCAPES.get(sign, sign) for sign in printable(text))


def address(text: str) -> str:
    """A value in which TeX acts on nothing, such as those of `url` and `doi`.

    Braces would end the value, so they are written as addresses have them.
    """
    return printable(text).replace("{", "%7B").replace("}", "%7D")


def title(text: str) -> str:
    """A title in braces of its own: styles write others in lower case, names and all."""
    return f"{{{literal(text)}}}" if text else ""


def person(name: Mapping[str, str]) -> Person:
    """A name of CSL: family name first; a body in braces, so that it is not taken apart."""
    if "family" not in name:
        return Person(last=f"{{{literal(name.get('literal', ''))}}}")
    particles = (name.get("dropping-particle"), name.get("non-dropping-particle"))
    return Person(
        prelast=" ".join(_whole(part) for part in particles if part),
        last=_whole(name["family"]),
        lineage=_whole(name.get("suffix", "")),
        first=_whole(name.get("given", "")),
    )


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
    return str(_EntryWriter().to_string(BibliographyData({key: said})))


def _whole(part: str) -> str:
    """A part of a name, in braces where BibTeX would take it apart."""
    plain = literal(part)
    return f"{{{plain}}}" if _PARTED.search(part) else plain
