"""What a record says of a document, as a reader would say it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages.writing.html import attribute

_SHOWN_ONLY = frozenset({".docx", ".pdf", ".txt"})
"""Files that a browser does nothing with but show or save them."""

UNKNOWN_VOICE = "not known whose words"
"""What a page says of words that a document quotes, where it cannot be told who speaks."""


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: `no gaps`, `1 gap`, `1,024 gaps`."""
    return f"{number:,} {one if number == 1 else many}" if number else f"no {many}"


def chronological(editions: Iterable[Edition]) -> list[Edition]:
    """The editions from the earliest to the latest; those of one date by their ids."""
    return sorted(editions, key=lambda e: (e.source.record.date, e.id))


def name_of(entity: str, authority: Authority) -> str:
    """The name of an entity; its id where the authorities do not have it."""
    known = authority.by_id.get(entity)
    return known.name if known else entity


def byline(edition: Edition, authority: Authority) -> str:
    """Who speaks: the authors and their body, as far as they are known."""
    return authority.byline(edition.source.record)


def told_apart(editions: Sequence[Edition], names: Sequence[str]) -> list[str]:
    """Names for documents that stand beside each other, all different as far as they can be.

    Args:
        editions: the documents.
        names: what each would be called by itself. Of two that have one name, and of one that has
            none, the title is taken.
    """
    often = Counter(names)
    return [
        name if name and often[name] == 1 else edition.source.record.title
        for edition, name in zip(editions, names, strict=True)
    ]


def responds_to(edition: Edition, authority: Authority) -> str | None:
    """Name of the consultation or work that a document responds to."""
    target = edition.source.record.responds_to
    return name_of(target, authority) if target else None


def front_matter(title: str, description: str, **more: str | Sequence[str]) -> str:
    """The head of a page's Markdown. Values are HTML already: the theme prints them as they are.

    JSON's strings are YAML's as well, once nothing unprintable is left in them.

    Args:
        title: what the browser's tab and MkDocs call the page.
        description: one sentence for whoever finds the page elsewhere.
        more: what the theme asks for: `kind`, `edition`, `language`, `authors` and so on.
    """
    # One value a line, so that a change of one shows as one line of a diff.
    fields = {"title": title, "description": description, **more}
    written = (
        f"{key}: {json.dumps(_values(value), ensure_ascii=False)}" for key, value in fields.items()
    )
    return "\n".join(["---", *written, "---", ""])


def _values(value: str | Sequence[str]) -> str | list[str]:
    if isinstance(value, str):
        return attribute(value).written
    return [attribute(one).written for one in value]


def published_name(file: str) -> str:
    """Name under which a file of the archive is published beside its edition's page.

    What a browser would run, such as a page with scripts, or MkDocs would turn into a page, is
    published as plain text.
    """
    path = PurePosixPath(file)
    return path.name if path.suffix.lower() in _SHOWN_ONLY else f"{path.name}.txt"
