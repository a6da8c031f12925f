"""Addresses of the web and of e-mail in running text, and where they lead.

Symptom: "https://example.org/minutes", "www.example.org", "clerk@example.org", "doi:10.1000/182".
Found by: their form, as the room of English knows it.
Leaves alone: the punctuation that ends the sentence; a closing bracket whose opening one stands
before the address; words that a link holds already; every scheme but `http`, `https`, `mailto`; an
address of which the rest stands behind a blank; the word that a lost blank joined to a host.
"""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from consultations import patterns as re
from consultations.english.addresses import addresses, goes_on
from consultations.model.annotation import Link
from consultations.model.edition import Edition, Passage

RULE = "links"

_NEXT_SENTENCE = re.compile(r"(?<=[\w/])\.[A-Z][a-z]*\Z")
"""At the end of an address, where the blank after a full stop was lost: www.example.org.The"""
_SMALL_NEXT = re.compile(r"[ ][a-z\d]")
_FILE = re.compile(r"\.(?:aspx?|docx?|html?|pdf|pptx?|txt|xlsx?)\Z", re.IGNORECASE)
_DOI = re.compile(
    r"\bdoi:?[ ]?(?P<doi> 10\.\d{4,9}/ [^\s<>\"“”‘’]+ )", re.VERBOSE | re.IGNORECASE, needs="10."
)
"""A work's identifier where it is called so: ISO 26324. It is found again at doi.org."""
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
    for match in _DOI.finditer(passage.text):
        start, end = match.span("doi")
        end = start + len(_within(match["doi"]))
        if not goes_on(passage.text, end):
            text = passage.text[start:end]
            yield Link(passage.id, start, end, text, f"https://doi.org/{quote(text)}", rule=RULE)
    for start, found_end, kind in addresses(passage.text):
        text = passage.text[start:found_end]
        if kind != "mail" and goes_on(passage.text, found_end):
            continue  # half an address leads nowhere
        if _runs_on(passage.text, text, found_end):
            text = _NEXT_SENTENCE.sub("", text)
        end = start + len(text)
        url = quote(text, safe=_SAFE, errors="replace")
        if kind == "www":
            url = f"http://{url}"
        elif kind == "mail" and not text.casefold().startswith("mailto:"):
            url = f"mailto:{url}"
        yield Link(passage.id, start, end, text, url, rule=RULE)


def _within(doi: str) -> str:
    """An identifier without what ends the sentence and without a bracket that it does not open."""
    words = doi.rstrip(".,;:!?'")
    while words.endswith((")", "]")) and words.count(")") + words.count("]") > words.count(
        "("
    ) + words.count("["):
        words = words[:-1].rstrip(".,;:!?'")
    return words


def _runs_on(text: str, address: str, end: int) -> bool:
    """Whether an address that ends in a full stop and a capital may have the next sentence in it.

    In the name of a host a capital is its own only beside others. In a path it may be, unless a
    word in small letters or a number follows, and what ends it is no file's ending.
    """
    before = address.rpartition("@")[2].rpartition(".")[0]
    if "/" in address.rpartition("://")[2] and (
        _FILE.search(address) or not _SMALL_NEXT.match(text, end)
    ):
        return False
    return before == before.lower()
