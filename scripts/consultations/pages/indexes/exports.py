"""Works as others' tools read them: CSL-JSON, BibTeX and RIS."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from consultations.model.entity import Entity
from consultations.pages.content import Element, element
from consultations.pages.links import Here, joined
from consultations.pages.printing import printable

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
    "genre": "M3",
    "URL": "UR",
    "note": "N1",
}
"""The tag of each variable of CSL that RIS has as well."""

_PARTED = re.compile(r",|\band\b", re.IGNORECASE)
"""What BibTeX takes names apart at."""

_SPECIAL = re.compile(r"[\\{}#$%&_~^]")
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}

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
    lines = (f"{tag}  - {printable(value)}" for work in works for tag, value in _ris_fields(work))
    return "".join(f"{line}\r\n" for line in lines)


def csl_json(works: Iterable[Entity]) -> str:
    """The works as CSL-JSON."""
    items = [{"id": work.id, **_csl(work)} for work in works]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _csl(work: Entity) -> Mapping[str, Any]:
    return work.csl or {"type": "document", "title": work.name}


def _bibtex_entry(work: Entity) -> str:
    type_ = _BIBTEX_TYPES.get(_csl(work)["type"], "misc")
    fields = (f"  {key} = {{{value}}},\n" for key, value in _bibtex_fields(work, type_) if value)
    return f"@{type_}{{{work.id},\n{''.join(fields)}}}\n"


def _bibtex_fields(work: Entity, type_: str) -> Iterator[tuple[str, str]]:
    csl = _csl(work)
    yield "author", " and ".join(map(_bibtex_name, csl.get("author", ())))
    yield "editor", " and ".join(map(_bibtex_name, csl.get("editor", ())))
    yield "title", _tex(csl["title"])
    yield "booktitle" if type_.startswith("in") else "journal", _tex(csl.get("container-title", ""))
    for key, name in (
        ("publisher", "institution" if type_ == "techreport" else "publisher"),
        ("publisher-place", "address"),
        ("genre", "type"),
        ("edition", "edition"),
        ("volume", "volume"),
    ):
        yield name, _tex(csl.get(key, ""))
    yield "number", _tex(csl.get("issue") or csl.get("number") or "")
    yield "pages", _tex(csl.get("page", "")).replace("–", "--")
    year, month, day = _date(csl)
    yield "year", year
    yield "month", month
    yield "day", day
    yield "url", _tex(csl.get("URL", ""))
    yield "note", _tex(csl.get("note", ""))


def _bibtex_name(name: Name) -> str:
    """A person, family name first; a body in braces, so that it is not taken apart."""
    if "family" not in name:
        return f"{{{_tex(name.get('literal', ''))}}}"
    parts = (_tex(name["family"]), _tex(name.get("given", "")))
    return ", ".join(f"{{{p}}}" if _PARTED.search(p) else p for p in parts if p)


def _tex(value: object) -> str:
    return _SPECIAL.sub(lambda m: _COMMANDS.get(m[0], f"\\{m[0]}"), printable(str(value)))


def _ris_fields(work: Entity) -> Iterator[tuple[str, str]]:
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
    yield "ER", ""


def _date(csl: Mapping[str, Any]) -> tuple[str, str, str]:
    """Year, month and day, each empty where it is not known."""
    parts = [str(part) for part in (csl.get("issued") or {}).get("date-parts", [[]])[0]]
    year, month, day = [*parts, "", "", ""][:3]
    return year, month, day
