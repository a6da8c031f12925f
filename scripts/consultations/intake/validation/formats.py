"""Forms that a text in a file may have to take, beyond being text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from consultations import patterns as re

ID_LENGTH = 80
"""Code points of an id at most; file systems and addresses take more, readers do not."""

LINE_LENGTH = 2_000
"""Code points at most of what stands on one line: a name, a title, a query, an address."""

DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)]
)
"""Names under which Windows opens a device, whatever ending they have."""

# A web server opens a folder's own page under `index`.
RESERVED = DEVICES | {"index"}
"""Words that have the form of an id and cannot be one: machines use these names themselves."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PASSAGE_ID = re.compile(r"p[0-9a-z]{6}(?:-[1-9][0-9]{0,5})?")
# RFC 5646 asks for room for 35 characters, which the longest tag in use needs.
_LANGUAGE = re.compile(r"(?=.{2,35}\Z)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
# Those that can stand in an address of `mailto:` as they are.
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_URL = re.compile(rf"(?=.{{0,{LINE_LENGTH}}}\Z)https?://[^\s<>\"\x00-\x1f]+")
# C0 and C1 controls and the separators of lines: nothing that a name or a title is printed with.
_LINE = re.compile(rf"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{{1,{LINE_LENGTH}}}")
_LABEL = re.compile(rf"[^\x00-\x1f\x7f-\x9f\u2028\u2029<>\"]{{1,{LINE_LENGTH}}}")
# No part of it may climb, begin with a dot or be an address.
_PATH = re.compile(r"[A-Za-z0-9_-][\w-]*(?:\.\w+)*(?:/[A-Za-z0-9_-][\w-]*(?:\.\w+)*)*/?")
_SETTING = re.compile(r"[a-z()][a-z .:()-]*")
_PROSE = re.compile(r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True)
class Format:
    """A form by its name in the schemas."""

    what: str
    """Ends the sentence "it must be …"."""
    fits: Callable[[object], bool]
    """Whether a value has the form; of what is not text, the schema's `type` judges."""


def is_id(text: str) -> bool:
    """Whether a text can be an id: lower-case words and digits with hyphens."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None and text not in RESERVED


def _is_question_id(text: str) -> bool:
    consultation, slash, question = text.partition("/")
    return bool(slash) and is_id(consultation) and is_id(question)


def _is_day(value: object) -> bool:
    """Whether a list of numbers is a year, a month of one or a day; the schema counts them."""
    if not isinstance(value, list) or not all(type(part) is int for part in value):
        return True
    year, month, day = (*value, 1, 1, 1)[:3]
    try:
        date(year, month, day)
    except (ValueError, OverflowError):
        return False
    return True


def _is_season(value: object) -> bool:
    """Whether a season is a number from 1 to 4, or a line."""
    if isinstance(value, str):
        return FORMATS["line"].fits(value)
    return type(value) is int and value in range(1, 5)


def _is_dated(value: object) -> bool:
    """Whether a date of CSL says when, and not only that it was about then."""
    return not isinstance(value, dict) or not value.keys().isdisjoint(_WHEN)


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _text(test: Callable[[str], object]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or bool(test(value))


def _shows(text: str) -> bool:
    """Whether anything of a text can be seen."""
    return any(c.isprintable() and not c.isspace() for c in text)


_WHEN = ("date-parts", "literal", "raw")

FORMATS = {
    "id": Format(
        f"lower-case words and digits with hyphens, up to {ID_LENGTH} characters, and no reserved"
        " name such as `index` or `con`",
        _text(is_id),
    ),
    "passage-id": Format(
        "the id of a passage, such as `p4k7ama` or `p4k7ama-2`", _text(_PASSAGE_ID.fullmatch)
    ),
    "question-id": Format(
        "the id of a consultation and of a question in it, `consultation/question`",
        _text(_is_question_id),
    ),
    "known-date": Format(
        'a date as precise as it is known: "2001", "2001-05" or "2001-05-31"',
        _text(_is_date),
    ),
    "language": Format("a language tag such as `en-GB`", _text(_LANGUAGE.fullmatch)),
    "sha256": Format("64 lower-case hexadecimal digits", _text(_SHA256.fullmatch)),
    "url": Format(
        f"an address that begins with http:// or https://, up to {LINE_LENGTH:,} characters",
        _text(_URL.fullmatch),
    ),
    "contact": Format(
        "an e-mail address, or an address that begins with http:// or https://",
        _text(lambda text: _MAIL.fullmatch(text) or _URL.fullmatch(text)),
    ),
    "line": Format(
        f"one line of text, up to {LINE_LENGTH:,} characters, without control characters or blanks"
        " around it",
        _text(lambda text: text == text.strip() and _shows(text) and _LINE.fullmatch(text)),
    ),
    # What the theme prints as it stands, in the text of a page and in attributes.
    "label": Format(
        f"one line of text, up to {LINE_LENGTH:,} characters,"
        ' without `<`, `>` and `"`, which the theme would print as markup',
        _text(lambda text: text == text.strip() and _shows(text) and _LABEL.fullmatch(text)),
    ),
    # To JSON 1.0 is a whole number; to TOML, and to a line of a text, it is not.
    "whole": Format("a whole number", lambda value: not isinstance(value, float)),
    "day": Format("a year, with a month and a day of it where they are known", _is_day),
    "season": Format("1 for spring to 4 for winter, or one word or more in a line", _is_season),
    "truth": Format("true or false", lambda value: isinstance(value, bool | int | str)),
    "dated": Format(
        "`date-parts`, `literal` or `raw`, beside which `season` and `circa` may stand", _is_dated
    ),
    "copied": Format("some text", _text(str.strip)),
    "path": Format("a path below a folder, such as `notes/index.md`", _text(_PATH.fullmatch)),
    "setting": Format("a word or two such as `toc.follow`", _text(_SETTING.fullmatch)),
    "mended": Format(
        "text without control characters but line ends and tabs",
        _text(lambda text: not text or _PROSE.fullmatch(text)),
    ),
    "site": Format(
        "an address that begins with http:// or https://, without a query or a place in a page",
        _text(lambda text: _URL.fullmatch(text) and not set("?#'") & set(text)),
    ),
    "prose": Format(
        "some text without control characters but line ends and tabs",
        _text(lambda text: _shows(text) and _PROSE.fullmatch(text)),
    ),
}
"""Every form, by its name."""
