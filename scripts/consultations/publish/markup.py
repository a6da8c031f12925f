"""Corrections to the HTML of Python-Markdown, for valid HTML and for the policy of the pages.

Markdown's tables say of no header what it is the header of, state how a column is aligned as a
style, which the policy refuses, have nothing around them that scrolls where they are too wide, and
have no name that a screen reader could list them under.
"""

from collections.abc import Collection, Mapping
from html import unescape

from consultations import patterns as re
from consultations.pages.links import Here
from consultations.pages.writing.content import Attributes
from consultations.pages.writing.html import closing, opening
from consultations.publish.table_heads import with_two_rows

_CELL = re.compile(r'<(?P<cell>t[hd])(?: style="text-align: (?P<side>left|center|right);")?>')
"""A cell of a table in Markdown; what templates write says its scope already."""
_HEADING_OR_TABLE = re.compile(
    r"""
    <(?: (?: h[1-6]                                         # <h2 id="ponds">
           | p(?=[^<>]*>\s*(?:<\w+>)*(?:Table|Figure|Box)[ ]\w) # <p id="p1">Table 3: Ponds
         )[^<>]*[ ]id="(?P<heading>[^"<>]+)"
    | (?P<around>div[^<>]*[ ]class="table"[^<>]*>\s*<)?     # <div class="table" id="ponds:all">
      (?P<table>table>.*?</table>) )
    """,
    re.DOTALL | re.VERBOSE,
)
"""A heading or a caption with an id, or a table in Markdown with the block around it.

All alternatives begin with `<`, which the engine finds fast: a page may have a megabyte.
"""
_FILLED = re.compile(r"<td(?P<about>[^<>]*)>(?P<words>.+)</td>(?P<empty>(?:\n<td[^<>]*></td>)*)")
"""A cell with words, which Python-Markdown writes on one line, and the empty ones behind it."""
_SENTENCE, _PARAGRAPH = 60, 240
"""Characters from which on what stands in a cell is a sentence, and a paragraph."""
_FIGURE = re.compile(r"[(+−–-]?[£€$]?\d[\d,.]{5,}(?:%|m|bn)?\)?")
"""A number so long that it might be broken where a table of many columns is printed."""
_PASSAGE = re.compile(r' id="[^":]*"')
"""The id of a table that is a passage of an edition: those of indexes have a colon."""
_END = re.compile(r"</(?:h[1-6]|p)>")
_TAG = re.compile(r"<[^<>]*>")
_RULE = re.compile(r'(?P<before><p class="why">)(?P<code><code>(?P<rule>[a-z-]+)</code>)')
"""The rule of some emendations, before its reason, as `pages.apparatus` writes it."""
_DRAWING = re.compile(r'<div id="drawing:([^"]*)" class="drawing"></div>')
"""The place of a drawing, as `blocks.drawing` leaves it."""


def with_drawings(html: str, drawings: Mapping[str, str]) -> str:
    """A finished page with its drawings at their places; a place without one goes.

    Args:
        html: the page.
        drawings: as elements of HTML, by their keys.
    """

    def place(match: re.Match[str]) -> str:
        drawing = drawings.get(unescape(match[1]), "")
        around = opening("div", {"class": "drawing"})
        return f"{around}{drawing}{closing('div')}" if drawing else ""

    return _DRAWING.sub(place, html)


def with_rules(html: str, here: Here, manual: str, rules: Collection[str]) -> str:
    """The page of an apparatus, on which the name of each rule leads to what is said of it.

    Args:
        html: the finished page.
        here: its place under docs/.
        manual: the path there of the page of the rules.
        rules: those that stand there, by their names, which are their ids.
    """

    def linked(match: re.Match[str]) -> str:
        if match["rule"] not in rules:
            return match[0]
        link = opening("a", {}, here.to_published(manual, match["rule"]))
        return f"{match['before']}{link}{match['code']}{closing('a')}"

    return _RULE.sub(linked, html)


def mended(html: str) -> str:
    """A finished page, as the checker of HTML (Nu) and the policy take it."""
    # Most pages have no table, and the pattern would try the block around one at every place.
    if "<table>" not in html:
        return html
    name: Attributes = {}
    words: Attributes = {}

    def part(match: re.Match[str]) -> str:
        nonlocal name, words
        if match["table"]:
            around = f"<{match['around'][:-1]}" if match["around"] else ""
            # Beside the words of a passage stands its address, which is no part of a name.
            about = words if _PASSAGE.search(around) else name
            return _table(f"<{match['table']}", around, about)
        name = {"aria-labelledby": unescape(match["heading"])}
        words = {"aria-label": _words(html, html.find(">", match.end()) + 1)}
        return match[0]

    return _HEADING_OR_TABLE.sub(part, html)


def _words(html: str, start: int) -> str | None:
    """The words of the heading or the caption that begins there, or the first hundred of them."""
    ends = _END.search(html, start)
    words = unescape(_TAG.sub("", html[start : ends.start()])).split() if ends else []
    return " ".join(words[:100]) or None


def _table(table: str, around: str, name: Attributes) -> str:
    """A table in its block, named by the caption or the heading over it, whichever is nearer."""
    made = _FILLED.sub(_filled, _CELL.sub(_cell, with_two_rows(table)))
    if name:
        made = f"{opening('table', name)}{made.removeprefix('<table>')}"
    if around:
        return around + made
    return f"{opening('div', {'class': 'table'})}{made}{closing('div')}"


def _cell(match: re.Match[str]) -> str:
    side = f' class="{match["side"]}"' if match["side"] else ""
    scope = ' scope="col"' if match["cell"] == "th" else ""
    return f"<{match['cell']}{scope}{side}>"


def _filled(match: re.Match[str]) -> str:
    """A cell of sentences as such: it is given room.

    A paragraph that has its row to itself, as a form prints it under its figures, takes the whole
    row. A question, however long, leaves its empty boxes where they are.
    """
    said = _TAG.sub("", match["words"]).rstrip()
    words = len(said)
    if _FIGURE.fullmatch(said) and not match["about"]:
        number = opening("td", {"class": "number"})
        return f"{number}{match['words']}{closing('td')}{match['empty']}"
    empty = match["empty"].count("<td")
    row, end = f"{opening('tr', {})}\n", f"\n{closing('tr')}"
    is_alone = match.string.endswith(row, 0, match.start()) and match.string.startswith(
        end, match.end()
    )
    if words >= _PARAGRAPH and empty > 1 and is_alone and not said.endswith("?"):
        cell, block = (
            opening("td", {"colspan": str(empty + 1)}),
            opening("div", {"class": "whole-row"}),
        )
        return f"{cell}{block}{match['words']}{closing('div')}{closing('td')}"
    if words < _SENTENCE or match["about"]:
        return match[0]
    cell = opening("td", {"class": "prose"})
    return f"{cell}{match['words']}{closing('td')}{match['empty']}"
