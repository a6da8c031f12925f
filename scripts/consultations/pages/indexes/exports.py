"""Works as others' tools read them: CSL-JSON, BibTeX and RIS."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from consultations.model.entity import Entity
from consultations.pages import bibtex as bib
from consultations.pages import ris as refer
from consultations.pages.content import Element, element
from consultations.pages.links import Here, joined

_FORMATS = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}
"""Names of the formats, with the endings of their files."""

_BIBTEX_TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""By the types of CSL; of any other, `misc`."""

_RIS_TYPES = {
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "entry-encyclopedia": "ENCYC",
    "interview": "PCOMM",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""Likewise; of any other, `GEN`."""

_RIS_TAGS = {
    "container-title": "T2",
    "title-short": "ST",
    "volume": "VL",
    "issue": "IS",
    "publisher": "PB",
    "publisher-place": "CY",
    "edition": "ET",
    "version": "ET",
    "genre": "M3",
    "URL": "UR",
    "note": "N1",
}
"""The tag of each variable of CSL that RIS has as well."""

Name = Mapping[str, str]


def work_files(works: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """All works in each format, and each work by itself: contents under their addresses."""
    for stem, items in [("works", works), *((f"works/{work.id}", [work]) for work in works)]:
        yield f"data/{stem}.bib", bibtex(items)
        yield f"data/{stem}.ris", ris(items)
        yield f"data/{stem}.json", csl_json(items)


def downloads(stem: str, here: Here) -> Iterator[str | Element]:
    """Links to the file `stem` in each format."""
    return joined(
        element("a", name, href=here.to(f"{stem}.{ending}")) for name, ending in _FORMATS.items()
    )


def bibtex(works: Iterable[Entity]) -> str:
    """The works as a BibTeX file in UTF-8."""
    return "\n".join(map(_bibtex_entry, works))


def ris(works: Iterable[Entity]) -> str:
    """The works as an RIS file in UTF-8. Its lines end in CR and LF, as the format has it."""
    return "".join(refer.record(_ris_fields(work)) for work in works)


def csl_json(works: Iterable[Entity]) -> str:
    """The works as CSL-JSON."""
    items = [{"id": work.id, **_csl(work)} for work in works]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _csl(work: Entity) -> Mapping[str, Any]:
    return work.csl or {"type": "document", "title": work.name}


def _bibtex_entry(work: Entity) -> str:
    csl = _csl(work)
    kind = _BIBTEX_TYPES.get(csl["type"], "misc")
    roles = {
        role: [bib.person(name) for name in csl.get(role, ())] for role in ("author", "editor")
    }
    return bib.entry(kind, work.id, roles, dict(_bibtex_fields(csl, kind)))


def _bibtex_fields(csl: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """The fields of a BibTeX entry of this kind, in their order; a value may be empty."""

    def said(key: str) -> str:
        return bib.literal(str(csl.get(key, "")))

    yield "title", said("title")
    yield "booktitle" if kind.startswith("in") else "journal", said("container-title")
    yield "institution" if kind == "techreport" else "publisher", said("publisher")
    yield "address", said("publisher-place")
    yield "type", said("genre")
    yield "edition", said("edition") or said("version")
    yield "volume", said("volume")
    yield "number", said("issue") or said("number")
    yield "pages", said("page").replace("–", "--")
    yield from zip(("year", "month", "day"), _date(csl), strict=True)
    yield "url", said("URL")
    yield "note", said("note")


def _ris_fields(work: Entity) -> Iterator[tuple[str, str]]:
    """The tags of an RIS record with their values. A range of pages is parted in two tags."""
    csl = _csl(work)
    yield "TY", _RIS_TYPES.get(csl["type"], "GEN")
    yield "ID", work.id
    for tag, key in (("AU", "author"), ("A2", "editor")):
        for name in cast("Sequence[Name]", csl.get(key, ())):
            full = ", ".join(name[part] for part in ("family", "given") if name.get(part))
            yield tag, full or name.get("literal", "")
    yield "TI", csl["title"]
    for key, tag in _RIS_TAGS.items():
        if csl.get(key):
            yield tag, str(csl[key])
    first, _, last = re.sub("[–—]", "-", str(csl.get("page", ""))).partition("-")
    yield from ((tag, page.strip()) for tag, page in (("SP", first), ("EP", last)) if page)
    year, month, day = _date(csl)
    if year:
        yield "PY", year
        yield "DA", "/".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _date(csl: Mapping[str, Any]) -> tuple[str, str, str]:
    """Year, month and day, each empty where it is not known."""
    parts = [str(part) for part in (csl.get("issued") or {}).get("date-parts", [[]])[0]]
    year, month, day = [*parts, "", "", ""][:3]
    return year, month, day
