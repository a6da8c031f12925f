"""What a reader makes of a file that is not plain text: its words, and where they stood."""

from dataclasses import dataclass
from typing import Literal

DropKind = Literal[
    "running-header",
    "folio",
    "furniture",
    "contents-list",
    "hidden",
    "comment",
    "deletion",
    "picture",
    "form",
    "symbol",
]
"""What sort of thing a reader leaves out of a transcript, or puts another thing in place of."""


@dataclass(frozen=True)
class Drop:
    """Words of the file that are not in its transcript, with the reason."""

    kind: DropKind
    text: str
    reason: str
    page: str | None = None
    """Label of the page on which they stand, where the file has pages."""
    offset: int | None = None
    """Before which code point of the transcript they stand, where the reader knows it."""
    after: str = ""
    """What the transcript has in their place, where it has something."""


@dataclass(frozen=True)
class PageStart:
    """Where a page of the file begins in its transcript."""

    label: str
    """As printed; its number from 1 where none is printed."""
    offset: int
    """In code points of the transcript's text."""


@dataclass(frozen=True)
class Facts:
    """What a file says of itself: proposals for a record, for a person to look at."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    """ISO 8601, as precise as the file has it."""
    address: str | None = None
    """Where the page was saved from."""
    language: str | None = None
    organisation: str | None = None
    """Who published it, by whatever name."""
    responds_to: str | None = None
    type: str | None = None
    rights: str | None = None
    stated: bool = False
    """Whether a person wrote this into the file, in front matter. The fields of other files often
    name a program as the author, and the day of printing as the date."""


@dataclass(frozen=True)
class Transcript:
    """The text of a file in Markdown, which is never edited, and what is known of its places.

    The same file gives the same transcript on every machine.
    """

    text: str
    converter: str
    """Names and versions of the programs that made it."""
    pages: tuple[PageStart, ...] = ()
    """In the order of their offsets; empty where the file has no pages."""
    drops: tuple[Drop, ...] = ()
    facts: Facts = Facts()
    doubts: tuple[str, ...] = ()
    """What a person should look at, a sentence each."""
