"""Addresses of the web and of e-mail in running text, and where they lead.

Symptom: "https://example.org/minutes", "www.example.org", "clerk@example.org".
Found by: their form. An address ends before white space, a quotation mark or an angle bracket.
Leaves alone: the punctuation that ends the sentence; a closing bracket whose opening one stands
before the address; words that a link holds already; every scheme but `http`, `https`, `mailto`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from consultations.model.edition import Edition, Link, Passage

_ADDRESS = re.compile(
    r"""(?<![\w@/.-])
    (?: (?P<web>https?://|www\.)(?:(?!\]\()[^\s<>"“”‘’«»\\^`{|}])+
      | (?P<mail>mailto:)?[\w.+-]{1,64}@[a-zA-Z0-9][a-zA-Z0-9-]{0,62}(?:\.[a-zA-Z0-9-]{2,63}){1,8}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TRAILING = ".,;:!?'*_~"
_BRACKETS = {")": "(", "]": "["}
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
"""What `quote` leaves as it is: what RFC 3986 allows in an address, and escapes already made."""


def with_links(edition: Edition) -> Edition:
    """The edition with a link for each address in its passages that no link holds yet."""
    links: list[Link] = []
    for passage in edition.passages:
        here = edition.links_of[passage.id]
        new = [
            x for x in _links(passage) if all(x.end <= k.start or k.end <= x.start for k in here)
        ]
        links += sorted([*here, *new], key=lambda link: link.start)
    return replace(edition, links=tuple(links))


def _links(passage: Passage) -> Iterator[Link]:
    for match in _ADDRESS.finditer(passage.text):
        start, end = match.start(), _end(passage.text, *match.span())
        text = passage.text[start:end]
        if not text.casefold().removeprefix("https://").removeprefix("http://").strip("w./"):
            continue
        url = quote(text, safe=_SAFE)
        if match["web"] and match["web"].casefold() == "www.":
            url = f"http://{url}"
        elif not match["web"] and not match["mail"]:
            url = f"mailto:{url}"
        yield Link(passage.id, start, end, text, url, rule="links")


def _end(text: str, start: int, end: int) -> int:
    """Where an address ends, once what belongs to the sentence around it is left out."""
    open_brackets = []
    for i in range(start, end):
        if text[i] in _BRACKETS.values():
            open_brackets.append(text[i])
        elif text[i] in _BRACKETS:
            if not open_brackets:
                end = i
                break
            open_brackets.pop()
    return start + len(text[start:end].rstrip(_TRAILING))
