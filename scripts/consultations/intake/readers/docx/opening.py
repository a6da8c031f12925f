"""The parts of a Word file, whoever made it: document, template, with macros, or strict.

Strict files (ISO/IEC 29500-1) have other names for the same elements than those that most programs
write; the names are exchanged before the parts are read.
"""

import io
import zipfile
from pathlib import Path
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.oxml.ns import qn

from consultations import patterns as re
from consultations.errors import UnreadableError
from consultations.intake.readers.docx.damage import (
    FAULTS,
    damage_of,
    require_no_entities,
    root_of,
    with_kind,
    without_lost,
)
from consultations.intake.readers.docx.printed import LeftOut, keep_printed
from consultations.model.transcript import Facts

_WORD = re.compile(r"wordprocessingml|ms-word")
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/([\w/]+)")


class WordFile:
    """A Word file's main part, and the parts to which it refers."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            UnreadableError: its main part is no document of Word's, or a part cannot be read.
        """
        self._path = path
        self.lost: set[str] = set()
        """The pictures and the like that it names and does not hold, or says no kind of."""
        package, self._part = _opened(path, self.lost)
        if not _WORD.search(self._part.content_type):
            raise UnreadableError(
                "this is a packed file, but no Word document",
                where=str(path),
                remedy="save the document as .docx, PDF, web page or text",
            )
        self.facts = _facts(package)
        self.left_out: LeftOut = {}
        """What is not printed of the parts that were asked for."""
        self._roots: dict[Any, Any] = {}
        root = self._root(self._part)
        found = root.find(qn("w:body"))
        self.body = root if found is None else found
        """The body of the document."""

    def part(self, type_: str) -> Any | None:
        """The root element of the part of a type; None where there is none."""
        return next(iter(self.parts(type_)), None)

    def parts(self, type_: str) -> list[Any]:
        """The root elements of all parts of a type, such as headers, in the order of their ids."""
        found = sorted(
            (id_, relation) for id_, relation in self._part.rels.items()
            if relation.reltype == type_ and not relation.is_external
        )  # fmt: skip
        return [self._root(relation.target_part) for _, relation in found]

    def _root(self, part: Any) -> Any:
        """The root element of a part, of which what is not printed has been taken out."""
        if part not in self._roots:
            name, where = part.partname.lstrip("/"), str(self._path)
            root = part.element if hasattr(part, "element") else root_of(part.blob, name, where)
            require_no_entities(root, name, where)
            keep_printed(root, self.left_out)
            self._roots[part] = root
        return self._roots[part]

    def part_by_id(self, id_: str) -> Any | None:
        """The root element of a part in XML by the id of its relation; None where there is none."""
        relation = self._part.rels.get(id_)
        if relation is None or relation.is_external or not relation.target_ref.endswith(".xml"):
            return None
        return self._root(relation.target_part)

    def address(self, id_: str) -> str:
        """Where a link leads that leads out of the file; empty where it is none."""
        relation = self._part.rels.get(id_)
        return relation.target_ref if relation is not None and relation.is_external else ""


def _opened(path: Path, lost: set[str]) -> tuple[Any, Any]:
    """The file with its parts, and the one that is the document.

    Raises:
        UnreadableError: one of them is missing or broken.
    """
    try:
        package = OpcPackage.open(_readable(path, lost))
        return package, package.main_document_part
    except FAULTS as fault:
        raise damage_of(path) from fault


def _readable(path: Path, lost: set[str]) -> io.BytesIO | str:
    """The file, strict names exchanged, and asked for nothing that is lost and holds no text."""
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        known = with_kind(packed, names)
        is_strict = "_rels/.rels" in names and _STRICT in packed.read("_rels/.rels")
        lists = {
            name: without_lost(name, packed.read(name), known, lost)
            for name in names
            if name.endswith(".rels")
        }
        if not is_strict and not lost:
            return str(path)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as copy:
            for name in names:
                data = lists.get(name) or packed.read(name)
                is_named = is_strict and name.endswith((".xml", ".rels"))
                copy.writestr(name, _NAME.sub(_usual, data) if is_named else data)
    made.seek(0)
    return made


def _usual(name: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/%s/2006/%s" % (name[1], name[2])


def _facts(package: Any) -> Facts:
    try:
        part = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    except KeyError:
        return Facts()
    if part.content_type != CONTENT_TYPE.OPC_CORE_PROPERTIES:
        return Facts()
    core = part.core_properties
    return Facts(
        title=core.title or None,
        authors=tuple(filter(None, [core.author])),
        language=core.language or None,
    )
