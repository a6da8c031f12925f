"""The shape of a file's content: held against a schema, what does not fit told in words."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

from consultations.intake.validation.faults import clipped
from consultations.intake.validation.formats import FORMATS
from consultations.intake.validation.toml_lines import KeyPath

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_TYPES = {"string": "text in quotes", "array": "a list", "object": "a table", "integer": "a number"}

_MOST_BITS = 1_000
_TOO_LARGE = "is a number of more than 300 digits"


class Fault(NamedTuple):
    """What is wrong at one key."""

    key: KeyPath
    what: str


def near(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest spelling, with a blank before it; or nothing."""
    # Likeness takes quadratic time, and what is longer than an id is no misspelt one.
    found = get_close_matches(word, list(known), n=1) if len(word) <= 80 else []
    return f" (did you mean `{found[0]}`?)" if found else ""


@cache
def _validator(schema: str) -> "Draft202012Validator":
    # It takes longer to load than the rest of this room, and what only reads one file, as the
    # process of a reader does, or finds something in the index, holds nothing against a schema.
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415

    folder = resources.files("consultations.intake") / "schemas"
    content = json.loads((folder / f"{schema}.json").read_text(encoding="utf-8"))
    checker = FormatChecker(formats=())
    for name, form in FORMATS.items():
        checker.checks(name)(form.fits)
    return Draft202012Validator(content, format_checker=checker)


def faults_of(schema: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    """What of a file's content does not fit the schema of a name, each fault once.

    Where numbers are too large nothing else is told: a validator cannot print them.
    """
    if large := [Fault(key, f"`{_shown(key)}` {_TOO_LARGE}") for key in _large_numbers(data)]:
        yield from large
        return
    seen = set()
    for found in _validator(schema).iter_errors(data):
        for fault in _in_words(found):
            if fault not in seen:
                seen.add(fault)
                yield fault


def _large_numbers(data: object) -> Iterator[KeyPath]:
    """The keys of whole numbers of more digits than Python prints, and of some fewer."""
    left: list[tuple[KeyPath, object]] = [((), data)]
    while left:
        key, value = left.pop()
        if isinstance(value, int) and value.bit_length() > _MOST_BITS:
            yield key
        elif isinstance(value, dict):
            left += [((*key, name), held) for name, held in value.items()]
        elif isinstance(value, list):
            left += [((*key, number), held) for number, held in enumerate(value)]


def _in_words(found: "ValidationError") -> Iterator[Fault]:
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


def _otherwise(found: "ValidationError") -> str:
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
