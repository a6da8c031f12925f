"""TOML files that a person writes: read, held against a schema, every fault told at once."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from consultations.errors import ConsultationsError
from consultations.intake.decoding import NotTextError, decode
from consultations.intake.faults import FAULT_LIMIT, clipped, refusal
from consultations.intake.files import read_bytes, where
from consultations.intake.formats import FORMATS
from consultations.intake.toml_lines import KeyPath, key_lines, nearest_line

SIZE_LIMIT = 1_000_000
"""Bytes of a file that a person writes."""

# tomllib takes time quadratic in the parts of a dotted key; no file here has one of more than four.
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}""")

_TYPES = {"string": "text in quotes", "array": "a list", "object": "a table", "integer": "a number"}


class Fault(NamedTuple):
    """What is wrong at one key."""

    key: KeyPath
    what: str


@dataclass(frozen=True)
class Table:
    """A file's content, found to be of its schema's shape."""

    archive: Path
    path: Path
    text: str
    data: Mapping[str, Any]
    error: type[ConsultationsError]
    """The class of what is raised about this file."""

    @cached_property
    def _lines(self) -> Mapping[KeyPath, int]:
        return key_lines(self.text)

    def where(self, key: KeyPath) -> str:
        """File and line of a key, as a person is told it."""
        return where(self.archive, self.path, nearest_line(self._lines, key))

    def refusal(self, faults: Iterable[Fault], remedy: str) -> ConsultationsError:
        """One error that tells all of at least one fault, each with its line."""
        lines = [(nearest_line(self._lines, f.key), f.what) for f in faults]
        return refusal(self.archive, self.path, lines, remedy, self.error)


def read_table(
    archive: Path,
    path: Path,
    schema: Literal["annotations", "authority", "errata", "ids", "record", "redactions", "stet"],
    error: type[ConsultationsError],
) -> Table:
    """Read a TOML file and hold it against its schema.

    Raises:
        ConsultationsError: of the class `error`, with every fault of the file.
    """
    try:
        text = decode(read_bytes(archive, path, SIZE_LIMIT, error))
    except NotTextError as reason:
        raise error(
            str(reason), where=where(archive, path), remedy="write it as plain text in UTF-8"
        ) from reason
    table = Table(archive, path, text, _parse(archive, path, text, error), error)
    if faults := list(islice(_faults(schema, table.data), FAULT_LIMIT)):
        raise table.refusal(faults, "mend the file; docs/project/archive.md has what it may say")
    return table


def near(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest spelling, with a blank before it; or nothing."""
    # Likeness takes quadratic time, and what is longer than an id is no misspelt one.
    found = get_close_matches(word, list(known), n=1) if len(word) <= 80 else []
    return f" (did you mean `{found[0]}`?)" if found else ""


def _parse(
    archive: Path, path: Path, text: str, error: type[ConsultationsError]
) -> Mapping[str, Any]:
    if deep := _DEEP_KEY.search(text):
        raise error(
            "not TOML as it is written here: a key of more than 32 parts",
            where=where(archive, path, text.count("\n", 0, deep.start()) + 1),
            remedy="mend the line",
        )
    try:
        return tomllib.loads(text)
    # Besides its own errors tomllib lets through those of numbers too long and lists too deep.
    except (ValueError, RecursionError) as reason:
        said = "lists too deep" if isinstance(reason, RecursionError) else str(reason)
        place = re.search(r" \(at line (\d+), column \d+\)$", said)
        what = said[: place.start()] if place else said
        raise error(
            f"not TOML: {what[0].lower()}{what[1:200]}",
            where=where(archive, path, int(place[1]) if place else None),
            remedy="mend the line: a key stands once in its table, and text stands in quotes",
        ) from reason


@cache
def _validator(schema: str) -> Draft202012Validator:
    folder = resources.files("consultations.intake") / "schemas"
    content = json.loads((folder / f"{schema}.json").read_text(encoding="utf-8"))
    checker = FormatChecker(formats=())
    for name, form in FORMATS.items():
        checker.checks(name)(form.fits)
    return Draft202012Validator(content, format_checker=checker)


def _faults(schema: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    """What of a file's content does not fit its schema, each fault once."""
    seen = set()
    for found in _validator(schema).iter_errors(data):
        for fault in _in_words(found):
            if fault not in seen:
                seen.add(fault)
                yield fault


def _in_words(found: ValidationError) -> Iterator[Fault]:
    """A validator's error in words for the person who wrote the file."""
    key: KeyPath = tuple(found.absolute_path)
    name = _shown(key)
    given: Any = found.instance
    wanted: Any = found.validator_value
    schema: Any = found.schema
    match found.validator:
        case "required":
            inside = f" in `{name}`" if name else ""
            yield from (Fault(key, f"`{k}` is missing{inside}") for k in wanted if k not in given)
        case "additionalProperties":
            known = schema.get("properties", {})
            for k in given:
                if k not in known:
                    yield Fault((*key, k), f"`{_shown((*key, k))}` is unknown{near(k, known)}")
        case "type":
            yield Fault(key, f"`{name}` must be {_TYPES.get(wanted, wanted)}, not {_kind(given)}")
        case "format":
            if "propertyNames" in found.absolute_schema_path:  # the key itself is what was held
                key = (*key, given)
            yield Fault(
                key, f"`{_shown(key)}` must be {FORMATS[wanted].what}, not {clipped(given)}"
            )
        case "enum":
            known = ", ".join(f"`{w}`" for w in wanted)
            yield Fault(key, f"`{name}` must be one of {known}, not {clipped(given)}")
        case _:
            yield Fault(key, f"`{name}` {_otherwise(found)}")


def _otherwise(found: ValidationError) -> str:
    """What is wrong in the few cases that need no place of their own; ends a sentence."""
    given: Any = found.instance
    match found.validator:
        case "minimum":
            return f"must be at least {found.validator_value}"
        case "minItems" | "minProperties":
            return f"must hold at least {found.validator_value}"
        case "uniqueItems":
            twice = next(item for i, item in enumerate(given) if item in given[:i])
            return f"has {clipped(twice)} twice"
        case _:
            return f"does not fit: {clipped(found.message)}"


def _shown(key: KeyPath) -> str:
    """A key as it would be written: `work.smith-2001.variants[2]`, counted from 1."""
    shown = "".join(f"[{k + 1}]" if isinstance(k, int) else f".{_clipped_key(k)}" for k in key)
    return shown.removeprefix(".")


def _clipped_key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]{1,80}", key) else clipped(key)


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return _TYPES["string"]
        case int() | float():
            return "a number without quotes"
        case list():
            return _TYPES["array"]
        case dict():
            return _TYPES["object"]
        case _:
            return "a date or time without quotes"
