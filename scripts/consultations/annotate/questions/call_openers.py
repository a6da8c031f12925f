"""How a call for an answer opens: with a label, with a number, or with who asks.

A label is read without what counts it: "Reviewer 1, Comment 2: " and "Reviewer 3, Comment 1: " are
of one form.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.annotate.questions.replies import numbered
from consultations.english.call_labels import call_label
from consultations.english.printed_questions import (
    asked_in_print,
    asks_below,
    is_put_in_print,
    is_tabled,
)
from consultations.english.table_heads import heads_number, kind_of_call
from consultations.model.edition import Passage, QuestionKind

_HEAD = re.compile(
    r"""
    (?P<words> [A-Z“] (?: [^.:?!;\n] | \.(?=\d) | (?<=\b[Nn]o)\. ){1,70}? )
    (?: \s? (?P<end>[:–—]|(?<!\b[Nn]o)\.) \s+ (?=\S) | \s? [:.]? \Z )
    """,
    re.VERBOSE,
)
"""A label before the words of a call, or alone: `Reviewer 1, Comment 2: `, `Issue 4`, `Planned
action: `."""
_COUNTED = re.compile(
    r"(?:,?\s(?:[Nn]o\.?|[Nn]umber|#))?,?\s\(?"
    r"(?P<number>[A-Z]{0,2}-?\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?|[A-Z](?=\)?\Z))\)?(?=\W|\Z)"
)
"""The number or letter that counts labels of one form."""
_BESIDE = re.compile(r"\s(?:from\s(?P<who>.{2,60})|\([^()]{1,60}\))\Z")
"""What follows a label and says whose call it is, or of which kind: `Comment from the guild`."""
_NUMBER = re.compile(
    r"""
    [“‘"']?                                                           # “1. How many?
    (?: (?:\((?=\w{1,6}(?:\.\w{1,3}){0,2}\)))? | R(?:ec)?\.?\s? | Q(?:uestion)?\.?\s? )
    (?P<number> \d{1,4}(?:\.\d{1,3}){0,2}[a-z]? | \d{4}/\d{3}                 # 2015/103
      | (?P<lettered>[A-Z]\d{1,3}) | [A-Za-z](?=[.)]) )
    (?: [.)] | (?<=\d) | (?<=\d[a-z]) | : )+ (?: \s+ | (?(lettered)\Z|(?!)) )   # R4
    """,
    re.VERBOSE,
)
_MOST_FIELDS = 12
_DIGITS = re.compile(r"\d+")
_SHORT = re.compile(r"R(?:ec)?\.?\s?\d")
"""Short labels of recommendations: `R4`, `Rec. 4`."""
_MADE = re.compile(
    r"(?:We|The [A-Z]?\w+)(?: also| further| therefore)? (?:call on|invite|recommend|urge)s?\b"
)
"""Words that say outright that something is recommended."""
_REFERS = re.compile(r"(?:as|for|in|on|see|to|under|with)\b", re.IGNORECASE)
"""How a sentence begins that only refers to a call: `See recommendation 29.`"""
_POINT = re.compile(
    r"(?:(?:draft|key|proposed|strategic) )?"
    r"(?:action|aim|commitment|measure|objective|option|policy|principle|priority|standard)",
    re.IGNORECASE,
)
"""Numbered items of a plan: `Action 12: `, `Policy H2: `."""
Sort = Literal["label", "word", "number", "type"]
"""How an opener was found: by a label for a call, by any word with a number, by a bare number, or
by the type and the first words of its passage."""
SORTS: Sequence[Sort] = ("label", "word", "number", "type")
"""The surest evidence first."""
ASKED = "asked"
"""The `form` of an opener that says who asks the words below it."""
IN_PRINT = "in print"
"""The `form` of a question as a parliament prints it, which calls whatever answers it."""


@dataclass(frozen=True)
class Opener:
    """What may begin a call: a label or a number at the beginning of a passage."""

    index: int
    form: str
    """What it has in common with other openers of its kind."""
    number: str | None
    begin: int
    """Where the words begin in the passage as `numbered` gives it."""
    kind: QuestionKind | None
    sort: Sort
    head: str = ""
    """The words of its label, without its number."""
    asked_by: str | None = None
    answered_by: str | None = None
    over: int | None = None
    """Index of the passage above with which the head of its record begins, that has its number."""


class FieldLabel(NamedTuple):
    """A label at the beginning of a passage, which says what the words of the passage are."""

    head: str
    """Without its number."""
    number: str | None
    end: int
    who: str | None
    """Whose words they are, as the label says: `Question from Ann Moss, Guild of Keepers`."""
    is_whole: bool
    is_plain: bool
    """Whether a colon or a dash stands behind it; after a single word, a full stop counts too."""

    @property
    def is_set_off(self) -> bool:
        """Whether it stands alone, or a sign parts it from its words."""
        return self.is_whole or self.is_plain


def opener_of(index: int, passage: Passage) -> Opener | None:
    """How a passage opens a call, if it does: by its label, by who asks, or by its number."""
    text = numbered(passage)
    number = _NUMBER.match(text)
    opener = _asking(index, text, number) or _labelled(index, passage, text)
    if opener or not number:
        return opener
    begin = number.end()
    named = call_label(text[begin:])  # 1. Recommendation: Buses should run.
    begin += named.end if named else 0
    is_short = _SHORT.match(text) is not None
    kind: QuestionKind | None = "recommendation" if named or is_short else None
    sort: Sort = "word" if is_short else "number"
    return Opener(index, _form(number["number"]), number["number"], begin, kind, sort)


def typed_opener(index: int, passage: Passage) -> Opener | None:
    """How a passage opens a call by its type or first words, as its sisters do."""
    types = [f"heading {passage.level}"] if passage.kind == "heading" and passage.level != 1 else []
    types += ["box"] if passage.kind == "blockquote" else []
    if _MADE.match(passage.text):
        return Opener(index, "made", None, 0, "recommendation", "type")
    types += passage.types
    return Opener(index, types[0], None, 0, None, "type") if types else None


def _asking(index: int, text: str, number: re.Match[str] | None) -> Opener | None:
    """What says who asks, behind its number: `(a) Ann Moss asked the Mayor this question:`."""
    begin = number.end() if number else 0
    count = number["number"] if number else None
    head, _, words = text[begin:].partition(": ")
    whole = asks_below(text) or asks_below(text[begin:])
    if asked := whole or (asks_below(f"{head}:") if words else None):
        return Opener(
            index,
            ASKED,
            asked.number or count,
            len(text) - (0 if whole else len(words)),
            "oral-question",
            "label",
            asked_by=asked.by,
            answered_by=asked.of,
        )
    return _put_in_print(index, text, begin, count)


def _put_in_print(index: int, text: str, begin: int, count: str | None) -> Opener | None:
    """A question as a parliament prints it, where it shows that, or has a number and a name."""
    asked = asked_in_print(text[begin:])
    if count and asked is None and is_tabled(text):
        return Opener(index, IN_PRINT, count, begin, "oral-question", "label")
    is_sure = is_put_in_print(text[begin:])
    if asked is None or not (is_sure or (count and asked[0])):
        return None
    form, (who, at) = IN_PRINT if is_sure else ASKED, asked
    return Opener(index, form, count, begin + at, "oral-question", "label", asked_by=who)


def _labelled(index: int, passage: Passage, text: str) -> Opener | None:
    """An opener with a label of its own: `Recommendation 3`, `Comment from the guild:`."""
    label = call_label(text)
    if label:
        kind: QuestionKind = "proposal" if label.what == "proposal" else "recommendation"
        return Opener(index, "recommendation", label.number, label.end, kind, "label", kind)
    at, found = _calling_line(passage.text)
    if found is None or not (found.number or found.is_set_off):
        return None
    if _REFERS.match(found.head):
        return None
    called = kind_of_call(found.head)
    head = found.head.casefold()
    end = found.end + at + len(text) - len(passage.text)
    if called is None:
        return _counted_word(index, found, end)
    form = called if called == "comment" else head
    asked_by = found.who if called == "question" else None
    called = "oral-question" if asked_by else called
    return Opener(index, form, found.number, end, called, "label", head, asked_by)


def _counted_word(index: int, found: FieldLabel, end: int) -> Opener | None:
    """An opener with any word and a number: `Theme 2`, `Action 12: `."""
    if found.number is None or not found.is_set_off:
        return None
    head = found.head.casefold()
    kind: QuestionKind | None = "proposal" if _POINT.fullmatch(head) else None
    return Opener(index, head, found.number, end, kind, "word", head)


def _calling_line(text: str) -> tuple[int, FieldLabel | None]:
    """The label of the first line, or of the first of several fields that calls for an answer.

    With where its line begins, and the number that a field above it bears: `Comment reference: 4`.
    """
    at, number = 0, None
    for line in text.split("\n"):
        field = label_of(line)
        if field is None or not field.is_plain:
            break
        if kind_of_call(field.head):
            return at, field._replace(number=field.number or number)
        number = line[field.end :] if heads_number(field.head) else number
        at += len(line) + 1
    return 0, label_of(text)


def _form(number: str) -> str:
    """The form that numbers have in common: 2 and 2a; 2.1 and 3.4; B and C."""
    form = _DIGITS.sub("0", number)
    if form[0] == "0":
        return form.rstrip(ascii_lowercase)
    return ("a" if form[0].islower() else "A") + form[1:]


def with_number_above(passages: Sequence[Passage], opener: Opener) -> Opener:
    """What says who asks, with the number that a field of the same record has: `Question No: 4`."""
    if opener.form != ASKED or opener.number:
        return opener
    for index in range(opener.index - 1, max(-1, opener.index - _MOST_FIELDS - 1), -1):
        field = label_of(passages[index].text)
        if field is None or field.is_whole or not field.is_plain:
            break
        if heads_number(field.head):
            return replace(opener, number=passages[index].text[field.end :], over=index)
    return opener


def label_of(text: str) -> FieldLabel | None:
    """The label with which a passage begins; the whole passage may be one."""
    match = _HEAD.match(text)
    if match is None:
        return None
    words = match["words"]
    beside = _BESIDE.search(words)
    # Of "Comment 2 (Clause 5)" the number is 2; "Finding (paragraph 12)" has no other than 12.
    counts = [*_COUNTED.finditer(_BESIDE.sub("", words))] or [*_COUNTED.finditer(words)]
    who = (beside["who"] or "").partition(",")[0].removeprefix("the ") if beside else ""
    head = " ".join(re.findall(r"[^\s,]+", _COUNTED.sub("", _BESIDE.sub("", words))))
    number = counts[-1]["number"] if counts else None
    is_whole = match.end() == len(text)
    end = match["end"]
    is_plain = end == "." and " " not in words if end in (None, ".") else True
    return FieldLabel(head, number, match.end(), who or None, is_whole, is_plain)
