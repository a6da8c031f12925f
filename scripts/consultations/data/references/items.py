"""What is cited, as items of CSL-JSON.

Types and variables: https://docs.citationstyles.org/en/stable/specification.html
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from consultations.english.name_parts import read_name
from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity

Item = Mapping[str, Any]

_MEDIUM = "Transcription"
"""What an edition is, in the word of libraries for a text that was copied into another form."""
_TYPES = {"article": "webpage", "book": "book", "thesis": "thesis"}
"""Types of CSL, by that of a record; of any other document `report`, with its type as genre."""


@dataclass(frozen=True)
class Transcription:
    """What a reader has before him of a document: not the original, but an edition of its text."""

    archive: str
    """What the site is called."""
    version: str
    """What a reference calls the edition: `edition 3f9a2c1`."""

    @property
    def words(self) -> str:
        """As a reference says it last: `Transcription, An Archive, edition 3f9a2c1`."""
        return ", ".join(filter(None, [_MEDIUM, self.archive, self.version]))


def document_item(edition: Edition, authority: Authority) -> Item:
    """A document of the archive as the original is cited, with its authors and its body.

    A body that nobody speaks for is the author, and is not its own publisher as well.

    Args:
        edition: of the document.
        authority: names of bodies and people.
    """
    record = edition.source.record
    body = authority.by_id.get(record.organisation or "")
    names = [_person(name, authority) for name in record.authors]
    kind = _TYPES.get(record.type.casefold(), "report")
    # The genre is what a style prints beside the title: `Consultation response`. A type that CSL
    # has itself is not said again, and `document` says nothing.
    said = {
        "id": edition.id,
        "type": kind,
        "title": record.title,
        "author": names or ([{"literal": body.name}] if body else []),
        "publisher": body.name if body and names else "",
        "genre": record.type.capitalize() if kind == "report" and record.type != "document" else "",
        "issued": {"date-parts": [[int(part) for part in record.date.split("-")]]},
        "language": record.language,
    }
    return {name: value for name, value in said.items() if value}


def at(item: Item, address: str, accessed: date) -> Item:
    """The item as it is read at an address, on a day."""
    parts = [accessed.year, accessed.month, accessed.day]
    return {**item, "URL": address, "accessed": {"date-parts": [parts]}}


def transcribed(item: Item, transcription: Transcription) -> Item:
    """The item as programs keep it that have a field for where and in what form it was read."""
    return {
        **item,
        "version": transcription.version,
        "medium": _MEDIUM,
        "archive": transcription.archive,
    }


def passage_of(
    item: Item, passage: str | None, pages: Sequence[str], place: str, transcription: Transcription
) -> Item:
    """The item as such programs keep it, with what of it is cited.

    The note has the transcription once more: of the styles that these programs write in, most print
    the note of an item, and few its version.

    Args:
        item: a document.
        passage: id of a passage of it, which the key of the item then has too.
        pages: first and last page on which the passage stands, as printed.
        place: whose words are quoted, or which passage it is; may be empty.
        transcription: what the reader has of it.
    """
    said = {"page": "–".join(pages), "note": ". ".join(filter(None, [place, transcription.words]))}
    key = f"{item['id']}-{passage}" if passage else item["id"]
    filled = {name: value for name, value in said.items() if value}
    return {**transcribed(item, transcription), "id": key, **filled}


def _person(name: str, authority: Authority) -> Mapping[str, str]:
    """An author in parts: as the authorities part the name, else as English does, else whole."""
    for known in _named(name, authority):
        family = next((family for family in known.families if family in name), None)
        if family and known.given:
            return {"family": family, "given": known.given}
    parts = read_name(name)
    if parts is None or not parts.given:
        return {"literal": name}
    given = " ".join(part + "." if len(part) == 1 else part for part in parts.given)
    return {
        "family": parts.family,
        "given": given,
        **({"suffix": parts.suffix} if parts.suffix else {}),
    }


def _named(name: str, authority: Authority) -> Iterator[Entity]:
    """The people of the authorities who are called so."""
    for person in authority.of_kind("person"):
        if name in (person.name, *person.variants):
            yield person
