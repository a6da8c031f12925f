"""Alterations of a text: a word or a point is added, dropped, moved or changed."""

import random
import re
from collections.abc import Callable

from tests.quote.scan import WORD

Edit = Callable[[random.Random, str], str | None]
"""One alteration of a text, or None where it cannot be altered like that."""


def _swap(pattern: str, *others: str) -> Edit:
    """One of what a pattern finds replaced by something else."""

    def edit(chance: random.Random, text: str) -> str | None:
        found = list(re.finditer(pattern, text))
        if not found:
            return None
        match, other = chance.choice(found), chance.choice(others)
        if match[0].lower() == other:
            return None
        return text[: match.start()] + other + text[match.end() :]

    return edit


def _letter(chance: random.Random, text: str) -> str | None:
    at = chance.choice([match.start() for match in re.finditer("[a-z]", text)])
    other = chance.choice("abcdefghiklmnoprstuvwy".replace(text[at], ""))
    return text[:at] + chance.choice([other, "", text[at] + other]) + text[at + 1 :]


def _number(chance: random.Random, text: str) -> str | None:
    found = list(re.finditer(r"\d", text))
    if not found:
        return _swap(r"(?i)\b(one|two|three|four|five|six|ten)\b", "seven", "nine")(chance, text)
    match = chance.choice(found)
    other = str((int(match[0]) + chance.randint(1, 9)) % 10)
    return text[: match.start()] + other + text[match.end() :]


def _drop(chance: random.Random, text: str) -> str | None:
    words = text.split(" ")
    at = chance.randrange(1, len(words) - 1)
    return " ".join(words[:at] + words[at + 1 :]) if WORD.fullmatch(words[at]) else None


def _add(chance: random.Random, text: str) -> str | None:
    words = text.split(" ")
    at = chance.randrange(1, len(words))
    return " ".join([*words[:at], chance.choice(["of", "very", "the", "zebra"]), *words[at:]])


def _move(chance: random.Random, text: str) -> str | None:
    words = text.split(" ")
    at, to = chance.sample(range(len(words)), 2)
    words.insert(to, words.pop(at))
    return " ".join(words)


_NOT = r"(?i)\b(?:not |no |never |cannot\b)"
EDITS: dict[str, Edit] = {
    "a letter": _letter,
    "a word changed": _swap(WORD.pattern, "policy", "the", "which", "evidence", "crocodile"),
    "a word dropped": _drop,
    "a word added": _add,
    "a word moved": _move,
    "a negation dropped": _swap(_NOT, ""),
    "a negation added": _swap(r"(?<=\w) (?=\w)", " not ", " never "),
    "a number": _number,
    "a quantifier": _swap(r"(?i)\b(?:all|some|many|most|more|few|any|every)\b", "several", "much"),
    "a comma": _swap(r",(?= )", "", ";", ".", ":"),
    "a full stop": _swap(r"(?<=[a-z])\.(?= )", "", ",", "!", "?"),
    "brackets dropped": _swap(r"(?<= )\((?=\w)|(?<=\w)\)(?= )", ""),
}
