"""Numbers that Word makes: counted as it counts them, written as it prints them.

ECMA-376 part 1, 17.9: a paragraph names a list and a level; the list's abstract definition has for
each level a start, a format and a text such as `%1.%2`. A deeper level begins anew after one above.
"""

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str


@dataclass(frozen=True)
class Label:
    """What stands before a paragraph: a number as printed, or a bullet."""

    text: str
    depth: int
    """From 1, as the list has it."""
    bullet: bool


class Numbering:
    """The lists of a document, counted paragraph by paragraph in the order of the text."""

    def __init__(self, part: Any | None) -> None:
        """Take the root element of the numbering part; None where the document has none."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        if part is not None:
            self._read(part)

    def label(self, list_id: str, depth: int) -> Label | None:
        """Count a paragraph and give what is printed before it; None where nothing is.

        Args:
            list_id: the list that it names.
            depth: its level there, from 0.
        """
        abstract = self._lists.get(list_id)
        levels = self._abstract.get(abstract or "", {})
        level = levels.get(depth)
        if abstract is None or level is None:
            return None
        if level.form == "bullet":
            return Label("", depth + 1, bullet=True)
        counts = self._counts.setdefault(abstract, [])
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in range(len(counts)):
                if (list_id, at) in self._overrides:
                    counts[at] = self._overrides[list_id, at] - 1
        while len(counts) <= depth:
            at = len(counts)
            begun = self._overrides.get((list_id, at), levels[at].start if at in levels else 1)
            counts.append(begun - 1 if at == depth else begun)
        del counts[depth + 1 :]
        counts[depth] += 1
        if level.form == "none" or not level.text:
            return None
        text = level.text
        for at in range(depth + 1):
            form = levels[at].form if at in levels else "decimal"
            text = text.replace(f"%{at + 1}", _written(counts[at], form))
        return Label(text.strip(), depth + 1, bullet=False)

    def _read(self, part: Any) -> None:
        """Take in the definitions of the document (ECMA-376 part 1, 17.9).

        A list (`num`) follows an abstract list, which has the levels, and may begin some of them
        at another number.
        """
        for item in part.findall(qn("w:abstractNum")):
            levels = {}
            for level in item.findall(qn("w:lvl")):
                start = _value(level, "w:start")
                levels[int(level.get(qn("w:ilvl"), "0"))] = _Level(
                    int(start) if start and start.isdigit() else 1,
                    _value(level, "w:numFmt") or "decimal",
                    _value(level, "w:lvlText") or "",
                )
            self._abstract[item.get(qn("w:abstractNumId"))] = levels
        for item in part.findall(qn("w:num")):
            id_ = item.get(qn("w:numId"))
            self._lists[id_] = _value(item, "w:abstractNumId") or ""
            for override in item.findall(qn("w:lvlOverride")):
                start = _value(override, "w:startOverride")
                if start and start.isdigit():
                    self._overrides[id_, int(override.get(qn("w:ilvl"), "0"))] = int(start)


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    return None if child is None else child.get(qn("w:val"))


def _written(number: int, form: str) -> str:
    """A number in one of Word's forms (`ST_NumberFormat`); in plain digits where it is another."""
    match form:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def roman(number: int) -> str:
    """A number in small Roman figures."""
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written
