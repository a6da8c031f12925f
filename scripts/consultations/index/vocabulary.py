"""Which words of an archive a slot of a query stands for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from consultations.index.query import Slot

_LITERAL = re.compile(r"[^*?]*")


class Vocabulary:
    """The terms of an archive, as Whoosh's reader lists them, and their stems."""

    def __init__(self, reader: Any, families: Mapping[str, Sequence[str]]) -> None:
        """Take a reader, and the words of each stem where they are not the stem alone."""
        self._reader = reader
        self._families = families

    def words(self, slot: Slot) -> Sequence[str]:
        """The archive's terms that may stand in a slot, in order."""
        match slot.kind:
            case "term":
                return [slot.text]
            case "stem":
                return self._families.get(slot.text, [slot.text])
            case "prefix":
                return list(self._beginning(slot.text))
            case "pattern":
                return list(self._like(slot.text))
            case "near":
                return list(self._near(slot.text, slot.edits))

    def _beginning(self, prefix: str) -> Iterator[str]:
        for term in self._reader.expand_prefix("text", prefix):
            yield term.decode("utf-8")

    def _like(self, pattern: str) -> Iterator[str]:
        literal = _LITERAL.match(pattern)
        parts = re.split(r"([*?])", pattern)
        wild = {"*": ".*", "?": "."}
        regex = re.compile("".join(wild.get(p) or re.escape(p) for p in parts), re.DOTALL)
        for term in self._beginning(literal[0] if literal else ""):
            if regex.fullmatch(term):
                yield term

    def _near(self, text: str, edits: int) -> Iterator[str]:
        for term in self._beginning(text[0]):
            if abs(len(term) - len(text)) <= edits and distance(term, text, edits) <= edits:
                yield term


def distance(one: str, other: str, limit: int) -> int:
    """How many letters must be put in, left out or changed; any number past the limit if more."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
        if min(row) > limit:
            return limit + 1
    return row[-1]
