"""Addresses of the web and of e-mail in running text.

An address ends before white space, a quotation mark or an angle bracket. The punctuation that ends
the sentence, and a closing bracket whose opening one stands before the address, are not part of it;
brackets of its own are. Why this is no library:
docs/project/decisions/0060-what-english-is-told-by.md
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.english.small_words import SMALL_WORDS
from consultations.model.text import Interval, masked

_ADDRESS = re.compile(
    r"""
    (?<! [\w@/.-] ) (?<! \w['’] )
    (?: (?P<scheme> https?:// )
      | (?P<www> www\. (?= [^\W_] ) )
      | (?P<mail> (?:mailto:)? [\w.+-]{1,64}+ (?: ['’][\w.+-]{1,64}+ )?
          @ [a-z0-9][a-z0-9-]{0,62} (?:\.[a-z0-9-]{2,63}){1,8} )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HINT = re.compile(r"@|://|[wW]{3}\.")
"""What every address has."""
_REST = re.compile(r"""(?:(?!\]\()[^\s<>"“”‘’«»\\^`{|}])++""")
"""What may follow an address; `](` stands between the words and the address of a Markdown link."""
_SIGN = re.compile(
    r"""
      https?://
    | \bwww\.
    | [^\s@]@[^\s@]                                       # clerk@example.org
    | \b[^\W_][\w-]{0,62}+ \. (?:ac|co|com|gov|net|org)\b # example.org
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"""
    \s (?P<first> [\w-]+ )
    (?: / [\w./-]*                                        # com mittee-2020/minutes
      | \. (?:html?|pdf|aspx?|docx?) \b                   # Harbour Works.pdf
    )
    """,
    re.VERBOSE,
)
_TRAILING = ".,;:!?'*_~…"
_BRACKETS = {")": "(", "]": "["}


class Address(NamedTuple):
    """A stretch of a text that is an address."""

    start: int
    end: int
    kind: Literal["scheme", "www", "mail"]
    """Whether it begins with http:// or https://, with www., or is one of e-mail."""


def addresses(text: str) -> Iterator[Address]:
    """Each address that stands in the text in one piece, without what ends the sentence."""
    # The pattern begins anew at every word, and few lines have what every address has; most texts
    # have none of it, which is told faster without a pattern.
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return
    at = 0
    while hint := _HINT.search(text, at):
        start = text.rfind("\n", at, hint.start()) + 1 or at
        at = text.find("\n", hint.end()) + 1 or len(text)
        yield from _addresses_of_line(text, start, at)


def _addresses_of_line(text: str, at: int, stop: int) -> Iterator[Address]:
    """The addresses in text[at:stop], a line or the rest of one: none has white space in it."""
    while match := _ADDRESS.search(text, at, stop):
        at = match.end()
        if match["mail"]:
            yield Address(*match.span(), "mail")
            continue
        rest = _REST.match(text, at)
        if rest:
            at = rest.end()
            end = _end(text, match.start(), at)
            if end > match.end():
                yield Address(match.start(), end, "www" if match["www"] else "scheme")


def web_addresses(text: str) -> Iterator[Interval]:
    """Each address of the web, without those of e-mail."""
    return ((start, end) for start, end, kind in addresses(text) if kind != "mail")


def has_address(text: str) -> bool:
    """Whether an address begins in the text, whole or not; a bare `example.org` counts as well."""
    return bool(_SIGN.search(text))


def goes_on(text: str, end: int) -> bool:
    """Whether an address that ends before text[end] seems to go on after a blank.

    What goes on has a slash or the ending of a file. `and/or` is no such piece.
    """
    piece = _GOES_ON.match(text, end)
    return piece is not None and piece["first"] not in SMALL_WORDS


@lru_cache(maxsize=1)  # several rules in a row read the same text
def without_addresses(text: str) -> str:
    """The text with a blank for every character of an address, so that places stay the same."""
    return masked(text, ((start, end) for start, end, _ in addresses(text)), " ")


def _end(text: str, start: int, end: int) -> int:
    """Where an address ends, once what belongs to the sentence around it is left out."""
    opened: list[str] = []
    for place in range(start, end):
        if text[place] in _BRACKETS.values():
            opened.append(text[place])
        elif text[place] in _BRACKETS:
            if not opened:
                end = place
                break
            opened.pop()
    return start + len(text[start:end].rstrip(_TRAILING))
