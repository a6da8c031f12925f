"""Addresses of the web, wherever they stand in a text."""

import re
from collections.abc import Iterator

from consultations.model.text import Interval

_ADDRESS = re.compile(r"(?:https?://|(?<![\w.])www\.)[^\s<>\"“”|\\^`{}]++", re.IGNORECASE)
_AFTER = ".,;:!?*'’)]"
"""What ends the sentence round an address rather than the address."""


def addresses(text: str) -> Iterator[Interval]:
    """Each address that stands in the text in one piece, without what ends the sentence."""
    for match in _ADDRESS.finditer(text):
        end = match.end()
        unopened = match[0].count(")") - match[0].count("(")
        while end > match.start() and text[end - 1] in _AFTER:
            if text[end - 1] == ")":
                if unopened <= 0:
                    break  # the address has brackets of its own
                unopened -= 1
            end -= 1
        yield match.start(), end


def without_addresses(text: str) -> str:
    """The text with a blank for every character of an address, so that places stay the same."""
    pieces: list[str] = []
    at = 0
    for start, end in addresses(text):
        pieces += text[at:start], " " * (end - start)
        at = end
    return "".join([*pieces, text[at:]])
