"""The documents as an Atom feed: https://www.rfc-editor.org/rfc/rfc4287."""

import uuid
from collections.abc import Mapping, Sequence

from lxml import etree

from consultations.data.xml import Element, as_file, legal, moment
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.text import squeeze

ATOM = "{http://www.w3.org/2005/Atom}"

_SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""The name space of addresses, as RFC 4122 has it."""
_MOST = 100
"""Entries of a feed, the newest first."""


def atom_feed(
    name: str,
    site: str | None,
    editions: Sequence[Edition],
    authority: Authority,
    changed: Mapping[str, str],
) -> bytes:
    """The file feed.xml.

    Args:
        name: of the site.
        site: where it is published, with `/` at its end, if that is known.
        editions: of the archive.
        authority: names of bodies.
        changed: the day on which each edition was taken in or last released, by its id. One of
            which neither is on record has that of the document itself: no clock is asked.
    """
    days = {e.id: changed.get(e.id, e.source.record.date) for e in editions}
    newest = sorted(editions, key=lambda e: (moment(days[e.id]), e.id), reverse=True)[:_MOST]
    root = etree.Element(f"{ATOM}feed", nsmap={None: ATOM[1:-1]})
    _add(root, "id", _id(site, name, ""))
    _add(root, "title", name)
    # A feed must say a moment, also one without an entry.
    _add(root, "updated", moment(days[newest[0].id]) if newest else moment("1970"))
    _add(_add(root, "author"), "name", name)
    _link(root, "self", f"{site or ''}feed.xml")
    _link(root, "alternate", site or "./")
    for edition in newest:
        _entry(root, edition, authority, days[edition.id], site, name)
    return as_file(root)


def _entry(
    root: Element, edition: Edition, authority: Authority, day: str, site: str | None, name: str
) -> None:
    record, path = edition.source.record, f"texts/{edition.id}/"
    entry = _add(root, "entry")
    _add(entry, "id", _id(site, name, path))
    _add(entry, "title", record.title)
    _add(entry, "updated", moment(day))
    if record.added:
        _add(entry, "published", moment(record.added))
    for author in record.authors or (authority.byline(record),):
        if author:
            _add(_add(entry, "author"), "name", author)
    _link(entry, "alternate", f"{site or ''}{path}")
    _add(entry, "summary", f"{record.type.capitalize()}, {record.date}; {edition.words:,} words")
    _add(entry, "rights", squeeze(record.rights))


def _id(site: str | None, name: str, path: str) -> str:
    """An id that stays: the address, or where there is none one made from names."""
    return f"{site}{path}" if site else f"urn:uuid:{uuid.uuid5(_SPACE, f'{name}/{path}')}"


def _link(parent: Element, rel: str, href: str) -> None:
    _add(parent, "link").attrib.update({"rel": rel, "href": href})


def _add(parent: Element, name: str, words: str | None = None) -> Element:
    element = etree.SubElement(parent, f"{ATOM}{name}")
    if words is not None:
        element.text = legal(words)
    return element
