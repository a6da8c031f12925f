"""Quotation marks that were each read as another one, or as two.

Symptom: `‗rusty‘` or `„rusty‟` for a word in single quotation marks, `―full of holes‖` or
`“full of holes‟` for words in double ones, `the painter‘s` or `the painter‟s` for an apostrophe;
` ``rusty'' `.
Cause: the type of the page keeps its marks at other places, and the converter read them by place;
or the text was typed for TeX, which writes a mark with two keys.
Remedy: where a document has such a pair, the marks that the pairs stand for, and an apostrophe for
each `‘` that follows a letter or a point; where it has `‟` in a pair or before the s of a
possessive, an apostrophe for each `‟` there, or the mark that closes a `“` before it; as probable
repairs.
Leaves alone: a document without a pair; `―` as a dash, which has no `‖` to close it; `‖` by itself,
as in `‖x‖`; a `‘` that opens.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.model.text import Interval
from consultations.rules.rule import text_rule

_INSIDE = r"(?:[^\n―‖]|\n(?![ \t\r]*\n))"
"""What stands between two marks: anything but another such mark, and no empty line."""
_DOUBLE = re.compile(rf"(―)(?=\S){_INSIDE}{{1,2000}}+(?<=\S)(‖)", needs="―")
_SINGLE = re.compile(r"(?<!\w)‗(?=[\w“(\[])[^\n‗‘]{1,500}+‘", needs="‗")
_OPENING = re.compile(r"(?<!\w)‗(?=[\w“―(\[])", needs="‗")
_CLOSING = re.compile(r"(?<=[\w.,;:!?…)\]‖”])‘|‘(?=\d\ds?\b)")
_LOW = re.compile(r"„(?=[\w(\[])(?=[^\n„‟“”]{1,500}+‟)", needs="„")
"""The mark that opens in `„rusty‟`; in `„rostig“`, as some languages have it, it is their own."""
_HIGH = re.compile(r"(?<=[\w.,;:!?…)\]])‟", needs="‟")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])‟(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=s)‟(?=\s)", needs="‟")
_OPEN = re.compile(r"“(?:[^\n“”„]|\n(?![ \t\r]*\n)){1,2000}+(?![”\w])", needs="“")
"""What stands behind a mark that no other closes, to the next mark or the end of the paragraph."""
_CLOSING_HIGH = re.compile(
    r"(?<=[\w.,;:!?…)\]])(?:(?<!s)‟(?!\w)|‟(?=\s?[.,;:!?)]|\s*\Z))", needs="‟"
)
"""One behind an s may be that of a possessive in the plural, unless a sign follows."""
_TYPED = re.compile(
    r"(?<![^\s(\[])(``)(?=[^\s`])(?:[^\n`]|\n(?![ \t\r]*\n)){1,2000}?(?<=\S)('')(?!['`\w])",
    needs=("``",),
)
"""What TeX prints as one mark before and one after: ``rusty''."""
_REASON = "a quotation mark read as another one of the type"


def _read_wrong(text: str) -> Iterator[tuple[Interval, str]]:
    """Where another sign stands for a quotation mark, and for which."""
    doubles = list(_DOUBLE.finditer(text))
    yield from ((match.span(1), "“") for match in doubles)
    yield from ((match.span(2), "”") for match in doubles)
    if doubles or _SINGLE.search(text):
        yield from ((match.span(), "‘") for match in _OPENING.finditer(text))
        yield from ((match.span(), "’") for match in _CLOSING.finditer(text))
    low = list(_LOW.finditer(text)) if "‟" in text else []
    if low or ("‟" in text and _POSSESSIVE.search(text)):
        yield from ((match.span(), "‘") for match in low)
        closing = set(_closing_high(text))
        for match in _HIGH.finditer(text):
            yield match.span(), "”" if match.start() in closing else "’"


def _closing_high(text: str) -> Iterator[int]:
    """Where a `‟` closes what a `“` has opened."""
    for match in _OPEN.finditer(text):
        if found := _CLOSING_HIGH.search(match[0]):
            yield match.start() + found.start()


def _propose(text: str) -> Iterator[Proposal]:
    for span, mark in _read_wrong(text):
        yield Proposal(*span, mark, "mojibake", _REASON, "probable")
    for match in _TYPED.finditer(text):
        for group, mark in ((1, "“"), (2, "”")):
            reason = "a quotation mark as TeX has it typed"
            yield Proposal(*match.span(group), mark, "punctuation", reason)


RULE = text_rule("shifted-quotes", _propose)
