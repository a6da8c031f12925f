"""The forms in which converters leave the markers of notes and the labels of their bodies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from consultations import patterns as re
from consultations.model.text import Interval
from consultations.rules.footnotes.apart import likelihood, weight_apart
from consultations.rules.footnotes.labels import (
    BEGINS_WORDS,
    LABEL,
    NUMBER,
    RAISED_DIGITS,
    SIGNS,
    STARS,
)
from consultations.rules.footnotes.powers import is_power
from consultations.rules.marks import unraised

Form = Literal[
    "definition", "raised", "linked", "named", "bracketed", "round", "flat", "office", "sign"
]
"""How a marker or a label is written.

- `definition`: `[^1]`, as Markdown has it, and `[#moss]_`, as reStructuredText has it.
- `raised`: `¹`, `<sup>1</sup>`, `\\1\\`, as printers of laws set it.
- `linked`: `[1](#fn1)`, a link to or from a note.
- `named`: `[footnote 1]`.
- `bracketed`: `[1]`, which may be a reference of the author's own.
- `round`: `(1)`, which more often counts what an author lists.
- `flat`: `May.1`, digits that have come down from their height.
- `office`: `Ann Moss1, Bo Reed2`, such digits at each name of a line of them.
- `sign`: `*`, `†`.
"""

_OPENS = r"(?:\\?\[|\(){0,2}(?:(?:foot|end)?note\s{1,3}|fn\.?\s{0,3})?"
_CLOSES = r"(?:\\?\]|\)){0,2}"
_TO = r"[^\s\"'()<>]{0,60}\#[^\s\"'()<>]{0,60}?(?:fn|ftn|edn|note|cite|ref)[^\s\"'()<>]{0,60}"
"""An address inside the page that belongs to a note, or to the place that calls it."""
_TO_PAGE = r"\#page-\d{1,4}-\d{1,4}"
"""An address that a converter gives to something on a page: a note, a heading, a table."""
_TITLE = r"(?:[ ]{1,3}\"[^\"]{0,200}\")?"

_NAME = r"(?:[A-Za-z][\w.+-]{0,30}|\d{1,3})"
"""The label of a note or a work in reStructuredText."""

MARKED = re.compile(
    rf"""
    (?= [\[.<^\\{{⁽{RAISED_DIGITS}] ) (?:      # what each begins with: most places are none of it
      \[\^(?P<definition>[\w-]{{1,20}})\]                          # the toll[^1]
    | \[\#?(?P<underscored>{_NAME})\]_(?!\w)                       # the toll [#moss]_
    | (?<![^\n\r\f])\.\.[ ]\[\#?(?P<dotted>{_NAME})\](?=\s|\Z)     # .. [#moss] Minutes
    | <sup>\s{{0,3}}
      \[{_OPENS}(?P<link_in_tag>{LABEL}){_CLOSES}\]\((?:{_TO}{_TITLE}|{_TO_PAGE})\)
      \s{{0,3}}</sup>                                              # the toll<sup>[1](#fn1)</sup>
    | \[<sup>\s{{0,3}}
      {_OPENS}(?P<tag_in_link>{LABEL}){_CLOSES}
      \s{{0,3}}</sup>\]\({_TO}{_TITLE}\)                           # the toll[<sup>1</sup>](#fn1)
    | \[\^{_OPENS}(?P<caret_link>{LABEL}){_CLOSES}
      \^\]\({_TO}{_TITLE}\)                                        # the toll[^[1]^](#fn1)
    | \^\[{_OPENS}(?P<raised_link>{LABEL}){_CLOSES}\]\({_TO}{_TITLE}\)\^  # the toll^[1](#fn1)^
    | <sup>\s{{0,3}}
      {_OPENS}(?P<tag>{LABEL}){_CLOSES}\s{{0,3}}</sup>             # the toll<sup>1</sup>
    | \[{_OPENS}(?P<link>{LABEL}){_CLOSES}\]\({_TO}{_TITLE}\)      # the toll[[1]](#_ftn1)
    | (?<=[\w.,;:?!”’"'])\[(?P<page_link>{NUMBER})\]\({_TO_PAGE}\)  # the toll[1](#page-5-0)
    | (?:<sup[^<>]{{0,100}}>\s{{0,3}})?
      <a\s[^<>]{{0,200}}?href\s{{0,3}}=\s{{0,3}}["']?{_TO}[^<>]{{0,200}}>
      (?:\s{{0,3}}<sup[^<>]{{0,100}}>)?
      \s{{0,3}}{_OPENS}(?P<anchor>{LABEL}){_CLOSES}\s{{0,3}}
      (?:</sup>\s{{0,3}})?</a>(?:\s{{0,3}}</sup>)?                 # the toll<a href="#fn1">1</a>
    | \\?\[(?:(?:foot|end)?note\s{{1,3}}|fn[.:]?\s{{0,3}})
      (?P<named>{LABEL})\\?\]                                    # the toll[footnote 1]
    | \^(?P<caret>{LABEL})\^(?![\w^])                             # the toll^1^
    | (?<![\d\^]) \^(?P<open>{NUMBER})(?=[\s.,;:?!)\]”’"']|\Z)     # the toll.^1 It rose
    | (?<![:\\])\\(?P<slashed>{NUMBER})\\
      (?=[\s.,;:?!)\]”’"'“‘(]|(?-i:[A-Z])|\Z)                      # the toll.\1\ it, \1\Minutes
    | ⁽?(?P<digits>[{RAISED_DIGITS}]{{1,3}})⁾?(?![^\W\d_])         # the toll¹, ⁽¹⁾, not H²O
    | (?<!\S)(?P<stuck>[{RAISED_DIGITS}]{{1,3}})(?={BEGINS_WORDS})      # ¹Minutes
    | \^?\\?\[(?P<bracketed>{NUMBER}[a-z]? | [ivxl]{{1,6}}(?=\\?\](?!\w))
        | (?<![^\W\d]\[)[a-z](?=\\?\](?!\w)))\\?\]
      (?! \[(?!\d{{1,3}}[a-z]?\]) | \(                             # the toll[1a]  the toll.[b]
        | :\s{{0,3}}(?:[</#]|https?:|www\.|mailto:) )
    | (?<=[\w.,;:?!)”’"'])\{{(?P<curly>{NUMBER})\}}                # the toll.{{1}}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A marker, or the label in front of a body, in a form that a converter or a printer made."""

_FORMS: dict[str, Form] = {
    "definition": "definition",
    "underscored": "definition",
    "dotted": "definition",
    "link_in_tag": "linked",
    "tag_in_link": "linked",
    "caret_link": "linked",
    "raised_link": "linked",
    "tag": "raised",
    "link": "linked",
    "page_link": "linked",
    "anchor": "linked",
    "named": "named",
    "caret": "raised",
    "open": "raised",
    "slashed": "raised",
    "digits": "raised",
    "stuck": "raised",
    "bracketed": "bracketed",
    "curly": "bracketed",
}

_BACK_TO = r"[^\s\"'()<>]{0,60}\#[^\s\"'()<>]{0,60}ref[^\s\"'()<>]{0,60}"
_ARROW = r"[↩↑⏎^]\N{VARIATION SELECTOR-15}?"
BACK = re.compile(
    rf"""
    \s{{0,3}}(?:
        \[[^\[\]]{{1,40}}\]\({_BACK_TO}{_TITLE}\)               # [1](#footnote-ref-1)
      | \[{_ARROW}[^\[\]]{{0,40}}\]\(\#[^\s()]{{1,60}}{_TITLE}\)   # [↩](#a1)
      | <a\s[^<>]{{0,200}}?href\s{{0,3}}=\s{{0,3}}["']?{_BACK_TO}[^<>]{{0,200}}>
        [^<>]{{1,40}}</a>                                        # <a href="#fnref1">Back</a>
      | <a\s[^<>]{{0,200}}?href\s{{0,3}}=\s{{0,3}}["']?\#[^<>]{{0,200}}>
        {_ARROW}[^<>]{{0,40}}</a>                                # <a href="#r1">↩</a>
      | [↩⏎]\N{{VARIATION SELECTOR-15}}?                         # ↩
    ){{1,3}}\s{{0,3}}\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What leads from the end of a note back to the places that call it."""
BACK_AHEAD = re.compile(r"(?:Jump up )?[\^↑]\s{1,3}(?:(?:[a-z]\s{1,3}){2,12})?(?=\S)")
"""The same before the words of a note, from each place that calls it: `^ Moss`, `^ a b Moss`."""
BACK_IN_WORDS = re.compile(r"(?<=\S)[ \t]{1,3}Back\Z")
"""The same where a copy has lost the link: `Ibid. Back`.

Most of several notes tell it from a word, or the end of a sentence right before it."""

FRONT = re.compile(
    rf"(?:\*\*|__)?\[\\?{_ARROW}[^\[\]]{{0,20}}\]\({_TO}{_TITLE}\)(?:\*\*|__)?[ \t]*",
    re.IGNORECASE,
)
"""The same at the beginning of a note: `**[^](#cite_ref-1)** Minutes`."""

SIGN = re.compile(
    rf"""(?<=[^\s{SIGNS}\\])(?P<label>{STARS}|[†‡§¶‖]{{1,3}})(?=[\s)\]’”"'.,;:|]|\Z)""",
    needs="*†‡§¶‖",
)
"""A sign right after a word: `the toll.*`, `the toll†`."""


_NO_EMPHASIS = re.compile(r"^[ \t]*\*(?=\s)|\\\*", re.MULTILINE)
"""Asterisks that mark no emphasis: a bullet, and one with a backslash before it."""


@dataclass(frozen=True)
class CandidateMarker:
    """A place of the text that may call a note."""

    label: str
    form: Form
    start: int
    """Where it begins, with the blanks before it."""
    end: int
    weight: float = 1.0
    """How much it looks like a marker, from 0 to 1."""
    markup: tuple[Interval, ...] = ()
    """Its signs that no reader is shown where it calls nothing."""


def label_of(match: re.Match[str]) -> str:
    """The label that a match of `MARKED` found, in plain digits and small letters."""
    found = match[match.lastgroup or 0]
    if form_of(match) == "definition":
        return found
    return unraised(found).lower().replace("\\", "")


def form_of(match: re.Match[str]) -> Form:
    """The form in which a match of `MARKED` is written."""
    return _FORMS[match.lastgroup or ""]


def in_bold(text: str, start: int, end: int) -> Interval:
    """Where a marker or a label stands with the signs of bold type right round it: `**[1]**`."""
    mark = text[max(0, start - 2) : start]
    is_bold = mark in ("**", "__") and text.startswith(mark, end)
    return (start - 2, end + 2) if is_bold else (start, end)


def marked_markers(text: str, low: int, high: int) -> Iterator[CandidateMarker]:
    """Every marker in text[low:high] whose form says that it is one, or may be."""
    at = low
    for match in MARKED.finditer(text, low, high):
        form, label = form_of(match), label_of(match)
        start, end = in_bold(text, *match.span())
        before = text[max(at, start - 8) : start]
        if form == "raised" and is_power(label, before):
            continue
        adjoins = low < start == at
        is_apart = not adjoins and (not before or before[-1] in " \t\n")
        is_link = before[-1:] == "]" or text[end : end + 1] == ":"
        if form == "bracketed" and is_link:
            continue  # a link of Markdown's
        if form == "bracketed" and is_apart and not label.isdigit():
            continue  # a box that is ticked: [x]
        start = at + len(text[at:start].rstrip(" \t"))
        at = end
        is_apart = is_apart and form == "bracketed"
        weight = weight_apart(text, start, at) if is_apart else likelihood(before)
        yield CandidateMarker(label, form, start, at, weight=weight, markup=_markup(text, match))


_SUP = re.compile(r"<sup[^<>]{0,100}>(?=[^/]*</a>\s{0,3}</sup>\Z)", re.IGNORECASE)
"""The tag of a raised sign with a link inside it: `<sup id="r1"><a href="#fn1">1</a></sup>`."""


def _markup(text: str, match: re.Match[str]) -> tuple[Interval, ...]:
    """What of a marker is markup of a link or of a definition."""
    if form_of(match) in ("named", "bracketed", "raised"):
        return ()
    if form_of(match) == "definition":
        start, end = match.span(match.lastgroup or 0)
        return (match.start() + 1, start), (end + 1, match.end())
    start, end = match.span(match.lastgroup or 0)
    if match.lastgroup == "anchor" and (tag := _SUP.match(match[0])):
        # The tag of a raised sign stays round what it raises.
        low, high = match.start() + tag.end(), match.end() - len("</sup>")
        return (match.start() + len("<sup"), low - 1), (low, start), (end, high)
    for opening, closing in (("<sup>", "</sup>"), ("[", "]"), ("^", "^")):
        if text.startswith(opening, start - len(opening)) and text.startswith(closing, end):
            start, end = start - len(opening), end + len(closing)
            break
    return (match.start(), start), (end, match.end())


def sign_markers(text: str, low: int, high: int) -> Iterator[CandidateMarker]:
    """Every sign in text[low:high] that may be a marker; an asterisk with a partner is none.

    Where there is one run of so many asterisks, it opens and closes nothing.
    """
    stars: Counter[str] | None = None
    for match in SIGN.finditer(text, low, high):
        label = match["label"].replace("\\", "")
        if match["label"][0] == "*":
            stars = stars or Counter(re.findall(r"\*+", _NO_EMPHASIS.sub("", text[low:high])))
        if match["label"][0] != "*" or (stars and stars[label] == 1):
            yield CandidateMarker(label, "sign", *match.span())
