"""Drawings in a Word file: text boxes, which are read; words of pictures, which are recorded."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from consultations.intake.readers.docx.opening import WordFile
from consultations.intake.readers.docx.values import number

DRAWINGS = frozenset(map(qn, ("w:drawing", "w:pict", "w:object")))
"""Elements of a run that hold something drawn."""
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_BOX = qn("w:txbxContent")


_LINE = 150_000
"""About the height of a line of print, in Word's units of 1/360,000 cm."""


def hangs_below(box: Any) -> bool:
    """Whether a text box stands below the first line of the paragraph that it belongs to."""
    anchor = next(box.iterancestors(qn("wp:anchor")), None)
    if anchor is None:
        return False
    place = anchor.find(f"{qn('wp:positionV')}[@relativeFrom='paragraph']/{qn('wp:posOffset')}")
    return place is not None and number(place.text, 0) > _LINE


def boxes_of(drawing: Any) -> Iterator[Any]:
    """The text boxes of a drawing; one inside another is read with that."""
    for box in drawing.iter(_BOX):
        if not _is_boxed(box, drawing):
            yield box


def description_of(drawing: Any) -> str:
    """A picture's description by its author, for those who do not see it."""
    for element in drawing.iter():
        name = str(element.tag).rpartition("}")[2]
        said = (element.get("descr") or element.get("title")) if name == "docPr" else None
        if said := said or (element.get("alt") if name == "shape" else None):
            return " ".join(said.split())
    return ""


def words_drawn(drawing: Any, file: WordFile) -> str:
    """The words of a drawing that stand in none of its text boxes, and those of its chart."""
    words = [_word(e) for e in drawing.iter() if not _is_boxed(e, drawing)]
    for element in drawing.iter(f"{_CHART}chart", f"{_DIAGRAM}relIds"):
        part = file.part_by_id(element.get(qn("r:id"), element.get(qn("r:dm"), "")))
        words += map(_word, part.iter()) if part is not None else ()
    return " ".join(" ".join(words).split())


def _word(element: Any) -> str:
    """What an element draws: words, a name or value in a chart, or letters along a curve."""
    match str(element.tag).rpartition("}")[2]:
        case "textpath":
            return str(element.get("string", ""))
        case "t" | "v" if not str(element.tag).startswith(qn("w:t")):
            return element.text or ""
        case _:
            return ""


def _is_boxed(element: Any, drawing: Any) -> bool:
    for above in element.iterancestors():
        if above is drawing:
            return False
        if above.tag == _BOX:
            return True
    return False
