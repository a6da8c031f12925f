"""Cited works in formats that other tools read: CSL-JSON, BibTeX and RIS."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from consultations.model.entity import Entity, family_first
from consultations.model.work_date import SEASONS, WorkDate
from consultations.pages import bibtex as bib
from consultations.pages import ris as refer
from consultations.pages.links import Here, joined
from consultations.pages.writing.content import Element, element

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
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
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
    "collection-title": "T3",
    "genre": "M3",
    "DOI": "DO",
    "ISBN": "SN",
    "ISSN": "SN",
    "language": "LA",
    "URL": "UR",
    "archive": "DB",
    "note": "N1",
}
"""The tag of each variable of CSL that RIS has as well."""

Name = Mapping[str, str]
Item = Mapping[str, Any]
"""An item of CSL-JSON, with its `id`."""


def work_files(works: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """All works in each format, and each work by itself: contents under their addresses."""
    cited = [work.item for work in works]
    for stem, items in [("works", cited), *((f"works/{item['id']}", [item]) for item in cited)]:
        yield f"data/{stem}.bib", bibtex(items)
        yield f"data/{stem}.ris", ris(items)
        yield f"data/{stem}.json", csl_json(items)


def downloads(stem: str, here: Here) -> Iterator[str | Element]:
    """Links to the file `stem` in each format."""
    return joined(
        element("a", name, href=here.to(f"{stem}.{ending}")) for name, ending in _FORMATS.items()
    )


def bibtex(items: Iterable[Item]) -> str:
    """The items as a BibTeX file in UTF-8."""
    return "\n".join(map(_bibtex_entry, items))


def ris(items: Iterable[Item]) -> str:
    """The items as an RIS file in UTF-8. Its lines end in CR and LF, as the format has it."""
    return "".join(refer.record(_ris_fields(item)) for item in items)


def csl_json(items: Iterable[Item]) -> str:
    """The items as CSL-JSON."""
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"


def _bibtex_entry(item: Item) -> str:
    kind = _BIBTEX_TYPES.get(item["type"], "misc")
    roles = {
        role: [bib.person(name) for name in item.get(role, ())] for role in ("author", "editor")
    }
    return bib.entry(kind, item["id"], roles, dict(_bibtex_fields(item, kind)))


def _bibtex_fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    """The fields of a BibTeX entry of this kind, in their order; a value may be empty."""

    def said(key: str) -> str:
        return bib.literal(str(item.get(key, "")))

    yield "title", bib.title(str(item["title"]))
    yield "booktitle" if kind.startswith("in") else "journal", said("container-title")
    yield "institution" if kind == "techreport" else "publisher", said("publisher")
    yield "address", said("publisher-place")
    yield "type", said("genre")
    yield "series", said("collection-title")
    yield "edition", said("edition")
    yield "volume", said("volume")
    yield "number", said("issue") or said("number")
    yield "pages", said("page").replace("–", "--")
    yield from zip(("year", "month", "day"), _bibtex_date(item), strict=True)
    yield "isbn", said("ISBN")
    yield "issn", said("ISSN")
    yield "note", said("note")
    yield "doi", bib.address(str(item.get("DOI", "")))
    yield "urldate", "-".join(part.zfill(2) for part in _date(item, "accessed") if part)
    yield "url", bib.address(str(item.get("URL", "")))


def _ris_fields(item: Item) -> Iterator[tuple[str, str]]:
    """The tags of an RIS record with their values. A range of pages is parted in two tags."""
    yield "TY", _RIS_TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for tag, key in (("AU", "author"), ("A2", "editor")):
        for name in cast("Sequence[Name]", item.get(key, ())):
            yield tag, family_first(name)
    yield "TI", item["title"]
    for key, tag in _RIS_TAGS.items():
        if item.get(key):
            yield tag, str(item[key])
    pages = str(item.get("page", ""))
    dash = next((sign for sign in "–—-" if sign in pages), "-")
    first, _, last = pages.partition(dash)
    yield from ((tag, page.strip()) for tag, page in (("SP", first), ("EP", last)) if page)
    issued = WorkDate.of(item)
    # Of words without a number, such as "n.d.", Zotero makes a year 0000.
    if any(map(str.isdigit, issued.words)):
        # What is no day, month or year goes as words: of what stands after the third stroke of a
        # date, where RIS has a place for a season, Zotero keeps nothing.
        yield "DA", issued.exact.replace("-", "/") or issued.words
        yield "PY", issued.years
    year, *rest = _date(item, "accessed")
    if year:
        yield "Y2", "/".join([year, *(part.zfill(2) for part in rest if part)])


def _bibtex_date(item: Item) -> tuple[str, str, str]:
    """Year, month and day. The year may be any text; a season stands in the place of a month."""
    issued = WorkDate.of(item)
    if issued.exact:
        return _date(item, "issued")
    return bib.literal(issued.years), SEASONS[issued.season - 1] if issued.season else "", ""


def _date(item: Item, key: str) -> tuple[str, str, str]:
    """Year, month and day, each empty where it is not known."""
    parts = [str(part) for part in (item.get(key) or {}).get("date-parts", [[]])[0]]
    year, month, day = [*parts, "", "", ""][:3]
    return year, month, day
