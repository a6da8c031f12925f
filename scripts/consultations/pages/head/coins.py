"""What a body has written, as an OpenURL that reference managers find in a page (COinS).

Highwire has one element for every author, and Zotero takes a name there apart at its last blank:
the author of a page was "Health", with "Department of" for a forename. An OpenURL says of an author
that it is a body (`rft.aucorp`), and is believed before the elements. Where people are the authors,
the elements say more, and there is none.

Keys: ANSI/NISO Z39.88-2004, its formats for books and dissertations, and that of Dublin Core.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity
from consultations.pages.facts import name_of

Pairs = tuple[tuple[str, str], ...]
"""Keys of an OpenURL with their values, as they are, not escaped."""

_FORMATS = {"report": "book", "book": "book", "pamphlet": "book", "thesis": "dissertation"}
"""The format of an OpenURL by the type of CSL; of any other, Dublin Core."""
_TYPES = {"article": "webpage", "book": "book", "thesis": "thesis"}
"""The type of CSL by that of a record, as a document is cited; of any other, `report`."""


def edition_openurl(edition: Edition, authority: Authority) -> Pairs:
    """A document of which a body is the author; empty for any other."""
    record = edition.source.record
    if record.authors or not record.organisation:
        return ()
    body = name_of(record.organisation, authority)
    kind = _TYPES.get(record.type.casefold(), "report")
    return tuple(_pairs(kind, record.title, [body], record.date, {}))


def work_openurl(work: Entity) -> Pairs:
    """A work of whose authors one is a body, unless it stands in another; empty for any other."""
    csl = cast("Mapping[str, Any]", work.csl or {})
    authors = cast("Sequence[Mapping[str, str]]", csl.get("author") or ())
    if "container-title" in csl or not any("family" not in author for author in authors):
        return ()
    parts = ((csl.get("issued") or {}).get("date-parts") or [[]])[0]
    date = "-".join(str(part).zfill(2) for part in parts)
    people = [
        ("rft.au", f"{author['family']}, {author.get('given', '')}".rstrip(", "))
        for author in authors
        if "family" in author
    ]
    bodies = [author.get("literal", "") for author in authors if "family" not in author]
    kind, title = str(csl.get("type", "document")), str(csl.get("title") or work.name)
    return (*_pairs(kind, title, bodies, date, csl), *people)


def _pairs(
    kind: str, title: str, bodies: Sequence[str], date: str, csl: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    format_ = _FORMATS.get(kind, "dc")
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format_}"
    if format_ == "book":
        yield "rft.genre", "report" if kind == "report" else "book"
        yield "rft.btitle", title
    else:
        yield "rft.title", title
    if format_ == "dc":
        yield "rft.type", kind
    yield from (("rft.aucorp", body) for body in bodies)
    if date:
        yield "rft.date", date
    for key, variable in (("rft.pub", "publisher"), ("rft.place", "publisher-place")):
        if csl.get(variable):
            yield key, str(csl[variable])
