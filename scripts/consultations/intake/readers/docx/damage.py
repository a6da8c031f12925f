"""What is wrong with a Word file that cannot be opened, and in which of its parts."""

import zipfile
import zlib
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath, splitext
from typing import Any
from urllib.parse import unquote

from docx.oxml import parse_xml
from lxml import etree

from consultations.errors import UnreadableError

_LOCKED = RuntimeError
"""Errors from reading a part that is locked, or compressed as no Word document is."""
FAULTS = (
    *(KeyError, ValueError, AttributeError, _LOCKED),  # of lists that do not say what they must
    *(etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error),
)
"""Errors from opening a damaged file."""
_LISTS = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_OF_TYPES = f"{{{_LISTS}/content-types}}"
_OF_RELATIONS = f"{{{_LISTS}/relationships}}"
_SAYS: Mapping[str, Mapping[str, Sequence[str]]] = {
    f"{_OF_TYPES}Types": {
        f"{_OF_TYPES}Default": ("Extension", "ContentType"),
        f"{_OF_TYPES}Override": ("PartName", "ContentType"),
    },
    f"{_OF_RELATIONS}Relationships": {f"{_OF_RELATIONS}Relationship": ("Id", "Type", "Target")},
}
"""For each list of parts: its entries, and what each of them must state."""
_DOCUMENT = "/officeDocument"
"""How the type of the relation to the document itself ends."""
_REMEDY = "open it in Word, see that nothing is missing, and save it as .docx; or get it again"


def root_of(blob: bytes, name: str, where: str) -> Any:
    """The root element of a part.

    Args:
        blob: its bytes.
        name: of the part.
        where: the file that holds it.

    Raises:
        UnreadableError: it is no XML that may be read.
    """
    try:
        root = parse_xml(blob)
    except etree.XMLSyntaxError as fault:
        raise _refused(name, f"is broken: {_reason(fault)}", where) from fault
    require_no_entities(root, name, where)
    return root


def require_no_entities(root: Any, name: str, where: str) -> None:
    """Make sure that a part declares nothing that could stand for its words.

    No part of a Word document may (ECMA-376, part 2). Nothing that it declares is read, so that the
    words for which it stands would be missing in silence.

    Args:
        root: its root element.
        name: of the part.
        where: the file that holds it.

    Raises:
        UnreadableError: it does.
    """
    if root.getroottree().docinfo.doctype:
        what = "declares a type and entities of its own, which no Word document may"
        raise _refused(name, what, where)


def damage_of(path: Path) -> UnreadableError:
    """The refusal of a file that cannot be opened, with the first of its parts that is at fault."""
    where = str(path)
    try:
        _require_parts(path, where)
    except UnreadableError as refusal:
        return refusal
    lists = f"its lists of parts, '{_TYPES}' and '_rels/.rels', do not name one document"
    return UnreadableError(lists, where=where, remedy=_REMEDY)


def _require_parts(path: Path, where: str) -> None:
    """Make sure that all parts of a file can be read.

    Raises:
        UnreadableError: one cannot.
    """
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            try:
                blob = packed.read(name)
            except (zipfile.BadZipFile, zlib.error, EOFError) as fault:
                raise _refused(name, "is broken: its bytes were changed", where) from fault
            except _LOCKED as fault:
                what = "is locked, or packed as no Word document is"
                raise _refused(name, what, where) from fault
            if name.endswith((".xml", ".rels")):
                root = root_of(blob, name, where)
                if (name == _TYPES or name.endswith(".rels")) and not _is_list(root):
                    raise _refused(name, "is no list of parts that says what it must", where)
                for _, missing in _missing_of(name, root, set(packed.namelist())):
                    raise _refused(missing, f"is missing, which {name} refers to", where)


def _is_list(root: Any) -> bool:
    """Whether an element is a list of parts in which every entry states what it must."""
    entries = _SAYS.get(root.tag, {})
    said = [one.get(key) for one in root for key in entries.get(one.tag, ())]
    return root.tag in _SAYS and None not in said


def with_kind(packed: zipfile.ZipFile, names: Sequence[str]) -> Collection[str]:
    """The parts of a file of which its list of kinds says what they are; all, if it is broken."""
    try:
        kinds = parse_xml(packed.read(_TYPES))
    except (KeyError, etree.XMLSyntaxError):
        return set(names)
    said = {
        (kind.get("PartName") or f"*.{kind.get('Extension')}").casefold().lstrip("/")
        for kind in kinds
    }
    return {name for name in names if {name.casefold(), f"*{splitext(name)[1].casefold()}"} & said}


def without_lost(name: str, data: bytes, names: Container[str], lost: set[str]) -> bytes:
    """A list of relations in which missing pictures and the like are marked as outside the file.

    What is missing of the document's own text, or the document, is refused when the file is opened.

    Args:
        name: of the list.
        data: its bytes.
        names: of all parts that are in the file, as a part of some kind.
        lost: takes the names of those that are not.
    """
    try:
        root = parse_xml(data)
    except etree.XMLSyntaxError:
        return data
    found = [
        (relation, part)
        for relation, part in _missing_of(name, root, names)
        if not (part.endswith(".xml") or relation.get("Type", "").endswith(_DOCUMENT))
    ]
    for relation, part in found:
        relation.set("TargetMode", "External")
        lost.add(part)
    return etree.tostring(root) if found else data


def _missing_of(name: str, root: Any, names: Container[str]) -> Iterator[tuple[Any, str]]:
    """The parts that a list of relations names though they are not in the file."""
    if not name.endswith(".rels"):
        return
    folder = dirname(dirname(name))
    for relation in root:
        if relation.get("TargetMode") != "External":
            part = normpath(join("/", folder, unquote(relation.get("Target", "")))).lstrip("/")
            if part not in names:
                yield relation, part or "/"


def _reason(fault: etree.XMLSyntaxError) -> str:
    """What is wrong with a part, in the library's words, without those for programmers."""
    return (fault.msg or "it is no XML").split(", use XML_PARSE_HUGE")[0]


def _refused(name: str, what: str, where: str) -> UnreadableError:
    return UnreadableError(f"its part {name!a} {what}", where=where, remedy=_REMEDY)
