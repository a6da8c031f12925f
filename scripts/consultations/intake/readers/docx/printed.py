"""What of a part of a Word file is printed: the rest is taken out, and a mark left in its place.

Word keeps several versions of one thing side by side: for programs that know a kind of drawing and
for those that do not (ECMA-376 part 3, clause 10), and before and after a tracked change. What
reads paragraphs and tables meets only what is printed, and marks: empty runs, each with what it
stands for.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from consultations.model.transcript import Drop, DropKind

LeftOut = dict[Any, Drop]
"""What is told of the words that were taken out, by the empty runs that mark their places."""
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BRANCHES = (f"{_COMPATIBLE}Choice", f"{_COMPATIBLE}Fallback")
_WORDS = (qn("w:t"), qn("w:delText"), f"{MATHS}t")
_BLANKS = (qn("w:tab"), qn("w:br"), qn("w:cr"))
_PICTURES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_STORIES = tuple(map(qn, ("w:body", "w:footnote", "w:endnote", "w:comment", "w:hdr", "w:ftr")))
_LEVELS = (*map(qn, ("w:r", "w:p", "w:tc", "w:txbxContent")), *_STORIES)
"""What stands in a run stands in a line; what is in none of the first two is itself a block."""

_Told = tuple[DropKind, str]
"""How a drop is called, and its reason."""


def words_in(element: Any, without: AbstractSet[Any] = frozenset()) -> str:
    """The words of an element, those too that are deleted, a blank between its paragraphs.

    Args:
        element: of any kind.
        without: rows of tables whose words are not wanted.
    """
    found = (
        (part.text or "") if part.tag in _WORDS else " "
        for part in element.iter(*_WORDS, *_BLANKS, qn("w:p"))
        if without.isdisjoint(part.iterancestors(qn("w:tr")))
    )
    return " ".join("".join(found).split())


def keep_printed(root: Any, left_out: LeftOut) -> None:
    """Take out of a part what is not printed.

    Args:
        root: of the part, which is changed.
        left_out: takes what is told of it.
    """
    for several in reversed(list(root.iter(f"{_COMPATIBLE}AlternateContent"))):
        _choose(several, left_out)
    for element in _standing(root.iter(*_UNPRINTED), root):
        _UNPRINTED[element.tag](element, left_out)
    for story in root.iter(*_STORIES):
        _close_fields(story)


def _standing(elements: Iterable[Any], root: Any) -> Iterator[Any]:
    """Of elements, the outer before the inner, those that still stand in the part by then."""
    for element in list(elements):
        if root in element.iterancestors():
            yield element


def _choose(several: Any, left_out: LeftOut) -> None:
    """Put the first of several alternatives that prints something in the place of all."""
    printing = [branch for branch in several if branch.tag in _BRANCHES and _prints(branch)]
    for other in printing[1:]:
        if words_in(other) != words_in(printing[0]):
            told: _Told = ("hidden", "for programs that cannot show what stands here")
            _mark(several, other, told, left_out)
    for child in list(printing[0]) if printing else ():
        several.addprevious(child)
    several.getparent().remove(several)


def _prints(branch: Any) -> bool:
    return bool(words_in(branch)) or next(branch.iter(*_PICTURES), None) is not None


def _close_fields(story: Any) -> None:
    """End fields that never end where they begin: all that follows would be their instruction."""
    opened: list[list[Any]] = []
    for sign in story.iter(qn("w:fldChar")):
        kind = sign.get(qn("w:fldCharType"))
        if kind == "begin":
            opened.append([sign])
        elif opened and kind == "separate":
            opened[-1].append(sign)
        elif opened:
            opened.pop()
    for begin, *others in opened:
        begin.addnext(OxmlElement("w:fldChar", {qn("w:fldCharType"): "end"}))
        for sign in others:
            sign.getparent().remove(sign)


def _change(element: Any, left_out: LeftOut) -> None:
    """Words that a tracked change takes out; the same element marks what has no words."""
    if not element.getparent().tag.endswith("Pr"):
        _replace(element, ("deletion", "a tracked deletion, taken as accepted"), left_out)


def _reading(element: Any, left_out: LeftOut) -> None:
    _replace(element, ("hidden", "how a word is said, in small above it"), left_out)


def _control(control: Any, left_out: LeftOut) -> None:
    """A field of a form in which nobody has written; it may be a whole cell."""
    if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is None:
        return
    told: _Told = ("form", "a form's hint, where nothing was filled in")
    cells = list(control.iterfind(f"{qn('w:sdtContent')}//{qn('w:tc')}"))
    for cell in cells:
        for block in cell.findall(qn("w:p")):
            _replace(block, told, left_out)
    if not cells:
        _replace(control, told, left_out)


def _row(row: Any, left_out: LeftOut) -> None:
    if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
        told: _Told = ("deletion", "a row that a tracked change takes out")
        _mark(_table(row), row, told, left_out)
        row.getparent().remove(row)


def _cell(cell: Any, left_out: LeftOut) -> None:
    if cell.find(f"{qn('w:tcPr')}/{qn('w:cellDel')}") is not None:
        told: _Told = ("deletion", "a cell that a tracked change takes out")
        _mark(_table(cell), cell, told, left_out)
        cell.getparent().remove(cell)
    elif is_covered(cell):
        told = ("hidden", "stands in a cell that another covers")
        _mark(_table(cell), cell, told, left_out)


def _table(part: Any) -> Any:
    return next(part.iterancestors(qn("w:tbl")), part)


def is_covered(cell: Any) -> bool:
    """Whether a cell is merged with the one above it, or before it, and not printed itself."""
    merged = (cell.find(f"{qn('w:tcPr')}/{qn(name)}") for name in ("w:vMerge", "w:hMerge"))
    return any(m is not None and m.get(qn("w:val")) != "restart" for m in merged)


def _replace(element: Any, told: _Told, left_out: LeftOut) -> None:
    _mark(element, element, told, left_out)
    element.getparent().remove(element)


def _mark(place: Any, element: Any, told: _Told, left_out: LeftOut) -> None:
    """Put a mark for the words of an element before a place, in a paragraph if none is round it."""
    text = words_in(element)
    if not text:
        return
    mark = OxmlElement("w:r")
    left_out[mark] = Drop(told[0], text, told[1])
    formulas = [above for above in place.iterancestors() if above.tag.startswith(MATHS)]
    at = formulas[-1] if formulas else place
    around = next(at.iterancestors(*_LEVELS), None)
    if around is not None and around.tag == qn("w:r"):
        around.addprevious(mark)
    elif around is not None and around.tag == qn("w:p"):
        at.addprevious(mark)
    else:
        paragraph = OxmlElement("w:p")
        paragraph.append(mark)
        at.addprevious(paragraph)


_UNPRINTED: dict[str, Callable[[Any, LeftOut], None]] = {
    qn("w:del"): _change,
    qn("w:moveFrom"): _change,
    qn("w:rt"): _reading,
    qn("w:tr"): _row,
    qn("w:tc"): _cell,
    qn("w:sdt"): _control,
}
"""By the names of elements that may not be printed: what takes them out where they are not."""
