"""The head of a text: what it says of itself in YAML, TOML, or lines such as a letter has.

What is told here is proposed for the record. The block itself is taken out by a rule, which records
it, so that nothing is lost.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

from consultations import patterns as re
from consultations.english.dates import MONTH, iso_date
from consultations.model.transcript import Facts

_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<matter>.*?)\n\+\+\+[ \t]*\n", re.DOTALL)
_YAML = re.compile(r"\A---[ \t]*\n(?P<matter>.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_LINES = re.compile(
    r"\A(?:(?:Title|Author|Authors|Date|Subject|From): .{1,300}\n){2,8}(?=\n)", re.IGNORECASE
)
"""A head as mail and some converters have it: `Title: …`, `Date: …`, then a blank line."""
_LINE = re.compile(r"^(?P<key>[A-Za-z_-]+):[ \t]*(?P<value>\S.*)$", re.MULTILINE)
_PERCENT = re.compile(r"\A% (?P<title>.+)\n% (?P<author>.*)\n% (?P<date>.*)\n")
"""The head of pandoc's Markdown."""
_LONGEST = 20_000
"""Code points; a longer block is no front matter."""
_MOST = 50
"""Members of a list that are looked at."""
_SAID_LONGEST = 1_000
"""Code points of one value."""
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])")
_IN_WORDS = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})\Z",
    re.IGNORECASE,
)
_KEYS = {
    "title": ("title", "subject"),
    "date": ("date", "published", "publication_date", "pubdate", "issued"),
    "authors": ("authors", "author", "creator", "from"),
    "organisation": ("organisation", "organization", "institution", "publisher", "body"),
    "responds_to": ("responds_to", "in_response_to", "consultation"),
    "type": ("type", "document_type", "genre"),
    "rights": ("rights", "licence", "license", "copyright"),
    "language": ("language", "lang", "locale"),
    "address": ("url", "source_url", "permalink", "canonical", "source"),
}
"""The names by which programs call what a record has, the likeliest first."""


def facts_of_front(text: str) -> Facts:
    """What the front matter of a text says; nothing where it has none, or none that can be read.

    Args:
        text: with whatever line ends.
    """
    head = text[: 2 * _LONGEST].replace("\r\n", "\n").lstrip("\ufeff")
    found = {str(key).casefold().replace("-", "_"): value for key, value in _matter(head).items()}
    told = {
        name: next((said for key in keys if (said := _said(found.get(key)))), ())
        for name, keys in _KEYS.items()
    }
    address = _first(told["address"])
    return Facts(
        title=_first(told["title"]),
        authors=told["authors"],
        date=_date(_first(told["date"]) or ""),
        address=address if address and address.startswith(("http://", "https://")) else None,
        language=_first(told["language"]),
        organisation=_first(told["organisation"]),
        responds_to=_first(told["responds_to"]),
        type=_first(told["type"]),
        rights=_first(told["rights"]),
        stated=any(told.values()),
    )


def _matter(head: str) -> Mapping[Any, Any]:
    """The keys and values of front matter; empty where there is none that can be read."""
    if match := _TOML.match(head):
        try:
            return tomllib.loads(match["matter"]) if len(match["matter"]) <= _LONGEST else {}
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}
    if match := _YAML.match(head):
        return _yaml(match["matter"]) if len(match["matter"]) <= _LONGEST else {}
    if match := _PERCENT.match(head):
        return match.groupdict()
    if match := _LINES.match(head):
        return {line["key"]: line["value"] for line in _LINE.finditer(match[0])}
    return {}


def _yaml(matter: str) -> Mapping[Any, Any]:
    """A block of YAML; where it is none, the lines of it that say something by themselves."""
    try:
        read = yaml.safe_load(matter)
    except (yaml.YAMLError, ValueError, RecursionError):
        # So it is with a title that holds a colon and stands in no marks.
        return {line["key"]: line["value"].strip("\"' ") for line in _LINE.finditer(matter)}
    return read if isinstance(read, dict) else {}


def _said(value: object) -> tuple[str, ...]:
    """What a value says: itself, or the members of a list, which may have names."""
    members = value[:_MOST] if isinstance(value, list) else [value]
    return tuple(said for one in members if (said := _word(one)))


def _word(value: object) -> str:
    """A value as words; empty where it is none, such as a list in a list."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, (str, int, date)) or isinstance(value, bool):
        return ""
    said = " ".join(str(value).split())
    return said if len(said) <= _SAID_LONGEST else ""


def _first(told: tuple[str, ...]) -> str | None:
    return told[0] if told else None


def _date(said: str) -> str | None:
    """A date in ISO 8601, as precise as it is said: 2011-05, 4 May 2011."""
    if iso := _ISO.match(said):
        return iso[0]
    match = _IN_WORDS.match(said)
    return iso_date(match["year"], match["month"], match["day"]) if match else None
