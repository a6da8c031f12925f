"""Numbers that Word makes: counted as it counts them, written as it prints them.

ECMA-376 part 1, 17.9: a paragraph names a list and a level; the list's abstract definition has for
each level a start, a format and a text such as `%1.%2`. A deeper level begins anew after one above.
"""

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from consultations import patterns as re
from consultations.intake.readers.docx.values import number
from consultations.intake.readers.numerals import in_words, letters, roman

_WORD = re.compile(r"[A-Za-z]{2}")
"""A bullet may also be a word, such as "Note:"."""
_PLACES = re.compile(r"%[1-9]")
_DEEPEST = 8
"""The deepest level of a list, from 0 (17.9.3)."""


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str
    legal: bool
    """Whether the numbers of the levels above are written in Arabic figures here."""
    after: int | None
    """The level, from 0, after which it restarts, also after any above that; None: never."""


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
        self._levels: dict[tuple[str, int], _Level] = {}
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
        level = self._levels.get((list_id, depth), levels.get(depth))
        if abstract is None or level is None:
            return None
        if level.form == "bullet" and not _WORD.search(level.text):
            return Label("", depth + 1, bullet=True)
        counts = self._count(abstract, list_id, depth)
        text = level.text if level.form != "none" else _PLACES.sub("", level.text)
        if not text.strip():
            return None
        for at in range(depth + 1):
            of_it = level if at == depth else levels.get(at)
            form = of_it.form if of_it and not level.legal else "decimal"
            text = text.replace(f"%{at + 1}", written(counts[at], form))
        return Label(text.strip(), depth + 1, bullet=False)

    def _count(self, abstract: str, list_id: str, depth: int) -> list[int]:
        """The numbers of all levels, with one more paragraph of a level."""
        levels = self._abstract[abstract]
        counts = self._counts.setdefault(abstract, [])

        def start(at: int) -> int:
            own = levels[at].start if at in levels else 1
            return self._overrides.get((list_id, at), own)

        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in range(len(counts)):
                if (list_id, at) in self._overrides:
                    counts[at] = start(at) - 1
        counts += [start(at) - 1 for at in range(len(counts), depth + 1)]
        for at in range(depth + 1, len(counts)):
            after = levels[at].after if at in levels else at - 1
            if after is not None and depth <= after:
                counts[at] = start(at) - 1
        counts[depth] += 1
        for at in range(depth):
            counts[at] = max(counts[at], start(at))
        return counts

    def _read(self, part: Any) -> None:
        linked: dict[str, str] = {}
        for item in part.findall(qn("w:abstractNum")):
            id_ = item.get(qn("w:abstractNumId"), "")
            levels = (_level(level) for level in item.findall(qn("w:lvl")))
            self._abstract[id_] = dict(levels)
            if style := _value(item, "w:styleLink"):
                linked[style] = id_
        for item in part.findall(qn("w:abstractNum")):
            # A list that only refers to the style of another.
            if (style := _value(item, "w:numStyleLink")) in linked and style:
                own = item.get(qn("w:abstractNumId"), "")
                self._abstract[own] = self._abstract[linked[style]]
        for item in part.findall(qn("w:num")):
            id_ = item.get(qn("w:numId"), "")
            self._lists[id_] = _value(item, "w:abstractNumId") or ""
            for override in item.findall(qn("w:lvlOverride")):
                depth = min(number(override.get(qn("w:ilvl")), 0), _DEEPEST)
                for level in override.findall(qn("w:lvl")):
                    self._levels[id_, depth] = _level(level)[1]
                    self._overrides[id_, depth] = self._levels[id_, depth].start
                start = number(_value(override, "w:startOverride"))
                if start is not None:
                    self._overrides[id_, depth] = start


def _level(element: Any) -> tuple[int, _Level]:
    depth = min(number(element.get(qn("w:ilvl")), 0), _DEEPEST)
    legal = element.find(qn("w:isLgl"))
    after = number(_value(element, "w:lvlRestart"), depth) - 1
    return depth, _Level(
        number(_value(element, "w:start"), 1),
        _value(element, "w:numFmt") or "decimal",
        _value(element, "w:lvlText") or "",
        legal=legal is not None and legal.get(qn("w:val")) not in ("0", "false", "off"),
        after=after if after >= 0 else None,
    )


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    return None if child is None else child.get(qn("w:val"))


def written(number: int, form: str) -> str:
    """A number as Word writes it in a format (17.18.59); in figures where that is not known."""
    match form:
        case "lowerLetter":
            return letters(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return f"{number}{_ending(number)}"
        case "cardinalText":
            return in_words(number)
        case "ordinalText":
            return in_words(number, ordinal=True)
        case _:
            return str(number)


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
