"""Tags of HTML that part blocks: paragraphs, headings, lists, tables.

Symptom: `<ul><li>a lamp</li><li>an oar</li></ul>`, `<tr><td>1904</td><td>12</td></tr>`,
`<p>One.</p><p>Two.</p>` among the lines of a text.
Cause: the source holds pieces of the page that it was made from; Markdown allows that.
Remedy: each tag gives way to what it stood for: an empty line, the mark of an item or of a heading,
the end of a row, a tab between two cells.
Leaves alone: a tag whose partner the text has not; an item outside a list, a cell outside a table;
any other tag.
Seen in: Markdown made from web pages.
"""

import re
from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_NAME = "div|h[1-6]|li|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul"
_TAG = re.compile(
    rf"[ \t]{{0,20}}(?:\r?\n[ \t]{{0,20}})?<(/?)({_NAME})(?:\s[^<>]{{0,500}}+)?>"
    r"[ \t]{0,20}(?:\r?\n(?=[ \t]{0,20}</?[a-z])[ \t]{0,20})?",
    re.IGNORECASE,
)
"""A tag, and the white space round it that only sets the tags apart: groups 1 and 2."""
_OF_TABLE = ("tbody", "tfoot", "thead", "tr", "td", "th")
_APART = "\n\n"
_DEEPEST = 6


class _Page:
    """What stands open at a place of the text."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []
        """Of each open list the number of its last item; None where it has bullets."""
        self._tables = 0
        self._is_first_cell = True

    def meant(self, name: str, *, closes: bool) -> str | None:
        """What a tag stands for at its place; None where it stands outside its list or table."""
        if name == "table":
            self._tables = max(0, self._tables + (-1 if closes else 1))
        if (name == "li" and not self._lists) or (name in _OF_TABLE and not self._tables):
            return None
        if name in ("ul", "ol"):
            return self._list(name, closes=closes)
        if name == "li":
            return "" if closes else self._item()
        if name == "tr":
            self._is_first_cell = True
            return "" if closes else "\n"
        if name in ("td", "th"):
            is_first = self._is_first_cell
            self._is_first_cell = False
            return "" if closes or is_first else "\t"
        if name in ("tbody", "tfoot", "thead"):
            return ""
        if name[0] == "h" and not closes:
            return f"{_APART}{'#' * int(name[1])} "
        return _APART

    def _list(self, name: str, *, closes: bool) -> str:
        if not closes:
            self._lists = [*self._lists[: _DEEPEST - 1], 0 if name == "ol" else None]
            return _APART if len(self._lists) == 1 else ""
        self._lists = self._lists[:-1]
        return "" if self._lists else _APART

    def _item(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number = number + 1
        mark = "-" if number is None else f"{number}."
        return f"\n{'    ' * (len(self._lists) - 1)}{mark} "


def _propose(text: str) -> Iterator[Proposal]:
    if "</" not in text:
        return
    tags = list(_TAG.finditer(text))
    opened = {tag[2].lower() for tag in tags if not tag[1]}
    closed = {tag[2].lower() for tag in tags if tag[1]}
    page = _Page()
    for tag in tags:
        name = tag[2].lower()
        if name in ("div", "p", "section"):
            if tag[1] and text[tag.end() : tag.end() + len(name) + 1].lower() == f"<{name}":
                yield Proposal(*tag.span(), _APART, "markup", "a tag that parts blocks")
            continue  # alone it says nothing; nothing stands beside it that it would part
        if name in opened & closed:
            meant = page.meant(name, closes=bool(tag[1]))
            if meant is None:
                continue
            yield Proposal(*tag.span(), meant, "markup", "a tag that parts blocks")


RULE = text_rule("block-tags", _propose, changes_letters=True)
