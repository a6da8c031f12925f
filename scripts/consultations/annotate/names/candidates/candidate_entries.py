"""Candidates as entries for archive/authority: TOML to be pasted, whatever the names hold."""

import json
import re
import unicodedata
from collections.abc import Sequence, Set

from consultations.annotate.names.candidates.unknown import Unknown

_MOST_PLACES = 5
_LONGEST_ID = 70
"""Characters of an id before a number: an authority's may have 80 in all."""


def as_toml(unknowns: Sequence[Unknown], taken: Set[str], most_places: int = _MOST_PLACES) -> str:
    """Entries, each with the places that name it as a comment.

    Args:
        unknowns: in their order.
        taken: ids that are given already; no entry gets one of them, and no two the same.
        most_places: so many places are named with each.
    """
    given = set(taken)
    entries = []
    for unknown in unknowns:
        id_ = _id(unknown, given)
        given.add(id_)
        places = ", ".join(dict.fromkeys(unknown.places[:most_places]))
        lines = [
            f"# {len(unknown.places)}: {places}",
            f"[{unknown.kind}.{id_}]",
            f"name = {_quoted(unknown.name)}",
        ]
        for key, wordings in (
            ("variants", unknown.variants),
            ("abbreviations", sorted(unknown.abbreviations)),
        ):
            if wordings:
                lines.append(f"{key} = [{', '.join(map(_quoted, wordings))}]")
        if unknown.kind == "work":
            csl = unknown.listed.csl if unknown.listed else {"type": "document"}
            lines.append(f"csl = {_inline({**csl, 'title': unknown.name})}")
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def _id(unknown: Unknown, given: set[str]) -> str:
    """An id that nobody has: `van-der-weide-jan` of a person, else the name's own words."""
    words = unknown.name
    if unknown.parts:
        words = " ".join([unknown.parts.family, *unknown.parts.given])
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "unnamed"
    if len(base) > _LONGEST_ID:  # at the end of a word, where there is one
        base = base[: _LONGEST_ID + 1].rpartition("-")[0] or base[:_LONGEST_ID]
    id_, number = base, 2
    while id_ in given:
        id_, number = f"{base}-{number}", number + 1
    return id_


def _inline(value: object) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_inline(one)}' for key, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's, but that TOML escapes U+007F too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
