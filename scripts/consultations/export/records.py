"""Passages as JSON Lines, for engines and databases that read the archive in their own way.

One object a line, and on each line the same keys, so that a table can be made of them. Places are
code points of the text, [start, end).
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any, Final

from consultations.passages import SearchPassage

FORMAT: Final = 1
"""It grows when a key is removed or changes its meaning, and not when one is added."""
_OF_PASSAGES = tuple(field.name for field in fields(SearchPassage) if field.name != "edition")
_OF_EDITIONS = (
    "title",
    "organisation",
    "body",
    "authors",
    "date",
    "type",
    "consultation",
    "version",
)


def record(passage: SearchPassage) -> dict[str, Any]:
    """All that search knows of a passage.

    Returns:
        `format`; `address`, below the site; `edition`, the document's id, and what is known of the
        document; every field of a `SearchPassage` under its name. `question` is an object with the
        number and the words of what the passage answers, or null.
    """
    edition = passage.edition
    question = edition.question(passage.question)
    return {
        "format": FORMAT,
        "address": f"texts/{edition.id}/#{passage.id}",
        "edition": edition.id,
        **{name: getattr(edition, name) for name in _OF_EDITIONS},
        **{name: getattr(passage, name) for name in _OF_PASSAGES},
        "question": asdict(question) if question else None,
    }


def json_lines(passages: Iterable[SearchPassage]) -> Iterator[str]:
    """A line of JSON for each passage, without its line end."""
    for passage in passages:
        yield json.dumps(record(passage), ensure_ascii=False)
