"""Marks of emphasis, and other markup left in the text.

Symptom: `**bold**`, `*italic*`, `__bold__`, `_italic_`, `<u>`, `<i>` and their like among the
words; an opening or closing mark without its partner.
Cause: the source is Markdown, or holds tags of the page that it was made from.
Remedy: the marks are taken out; what they enclosed is kept as emphasis. A double asterisk or a tag
without a partner is taken out too, and the repair is marked as probable.
Leaves alone: an underscore or a single asterisk without a partner, which may call a note; asterisks
between blanks, and those without a partner in a table, which say how sure a number is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.model.draft import Draft, Emphasis, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval
from consultations.rules.rule import Rule

_MARK = re.compile(
    r"""
      (?<!\\)\*+                                  # **red**; not 5 \* 3, which a converter escaped
    | <(/?)(u|i|b|em|strong)>                      # <b>red</b>
    | (?P<opens>
        (?<![^\s(\[“‘\"'])_{1,2}(?=[^\s_]))        # _red_; not in the_long_minutes
    | (?P<closes>
        (?<=[^\s_])_{1,2}(?![^\s.,;:!?)\]”’\"']))
    """,
    re.VERBOSE | re.IGNORECASE,
    needs="*<_",
)
_TAGS: dict[str, Literal["em", "strong"]] = {
    "u": "em",
    "i": "em",
    "em": "em",
    "b": "strong",
    "strong": "strong",
}


_KEPT = frozenset({"*", "_", "__"})
"""Marks that stay where they have no partner: they may be the author's."""


class _Delimiter(NamedTuple):
    """A mark of emphasis; the word is that of the CommonMark specification."""

    start: int
    end: int
    family: str
    """What it can pair with: marks of one family."""
    kind: Literal["em", "strong"]
    opens: bool
    closes: bool


def _is_word(character: str) -> bool:
    return not character.isspace() and character.isalnum()


def _stars(text: str, span: Interval, match: re.Match[str]) -> Iterator[_Delimiter]:
    """A run of up to three asterisks as marks, flanked as Markdown demands."""
    start, end = match.span()
    if end - start > 3:
        return
    before = text[start - 1] if start > span[0] else " "
    after = text[end] if end < span[1] else " "
    if before.isdigit() and after.isdigit():
        return  # a product
    opens = not after.isspace() and (_is_word(after) or not _is_word(before))
    closes = not before.isspace() and (_is_word(before) or not _is_word(after))
    if end - start != 2:
        at = start if opens and not closes else end - 1
        yield _Delimiter(at, at + 1, "*", "em", opens, closes)
        start, end = (start + 1, end) if at == start else (start, end - 1)
    if end - start == 2:
        yield _Delimiter(start, end, "**", "strong", opens, closes)


def _marks(text: str, span: Interval) -> Iterator[_Delimiter]:
    for match in _MARK.finditer(text, *span):
        if match[0][0] == "*":
            yield from _stars(text, span, match)
        elif match[0][0] == "_":
            kind: Literal["em", "strong"] = "em" if len(match[0]) == 1 else "strong"
            opens = match["opens"] is not None
            yield _Delimiter(*match.span(), match[0], kind, opens, not opens)
        else:
            tag = match[2].lower()
            yield _Delimiter(*match.span(), f"<{tag}>", _TAGS[tag], not match[1], bool(match[1]))


def _revise(draft: Draft) -> Revision:
    proposals: list[Proposal] = []
    emphasis = list(draft.emphasis)
    for block in draft.blocks:
        for span in block.spans:
            pairs, alone = _paired(_marks(draft.text, span))
            for first, second in pairs:
                emphasis.append(Emphasis(first.end, second.start, first.kind))
                proposals += (_removal(first), _removal(second))
            if block.kind != "table":
                proposals += (_clearing(mark) for mark in alone if mark.family not in _KEPT)
    kept = sorted(_outermost(emphasis), key=lambda e: (e.start, e.end))
    return Revision(tuple(proposals), emphasis=tuple(kept))


def _outermost(emphasis: Iterable[Emphasis]) -> Iterator[Emphasis]:
    """What is emphasised once: of a kind within the same kind the outer, however deep they go."""
    reached = {"em": -1, "strong": -1}
    for each in sorted(emphasis, key=lambda e: (e.start, -e.end)):
        if each.end > reached[each.kind]:
            reached[each.kind] = each.end
            yield each


def _paired(
    marks: Iterable[_Delimiter],
) -> tuple[list[tuple[_Delimiter, _Delimiter]], list[_Delimiter]]:
    """The marks that open and close emphasis together, and those without a partner."""
    pairs: list[tuple[_Delimiter, _Delimiter]] = []
    open_marks: dict[str, list[_Delimiter]] = defaultdict(list)
    alone: list[_Delimiter] = []
    for mark in marks:
        if mark.closes and open_marks[mark.family]:
            pairs.append((open_marks[mark.family].pop(), mark))
        elif mark.opens:
            open_marks[mark.family].append(mark)
        elif mark.closes:
            alone.append(mark)
    return pairs, [*alone, *(mark for left in open_marks.values() for mark in left)]


def _clearing(mark: _Delimiter) -> Proposal:
    return Proposal(mark.start, mark.end, "", "markup", "markup without its partner", "probable")


def _removal(mark: _Delimiter) -> Proposal:
    return Proposal(mark.start, mark.end, "", "markup", "markup; the emphasis is kept as data")


RULE = Rule("emphasis", _revise)
