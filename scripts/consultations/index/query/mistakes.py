"""What other query languages mean and this one does not: an error, not another result.

client/engine/query/mistakes.js mirrors it.
"""

from typing import NamedTuple

from consultations import patterns as re
from consultations.analysis.characters import LETTER, PART, SPACE, SPACES
from consultations.analysis.contract import table, words
from consultations.model.text import Interval

_FIELDS = words("query.fields")
_MEANT = table("query.meant")

# author:smith, title:"a study", but not http://…, a:b, nor a colon at the end of a word
_NAME = re.compile(rf"((?:{LETTER}){{2,}}):(?=[{PART}\"“„«(\[{{])")
# -act, !act, -"an act", -(act): not -5
_SIGN = re.compile(rf"[-!](?={LETTER}|[\"“„«(])")
_BAR = re.compile(r"\|+")
_WEIGHT = re.compile(r"\^[0-9]+(?:\.[0-9]+)?\Z")
_RANGE = re.compile(rf"[\[{{][^\]}}]*[{SPACE}\[{{]TO[{SPACE}\]}}]")
_WILD = re.compile(
    rf"""
    (?<=[{PART}]) \*                              # "freedom of inf*"
    | (?<![{PART}*]) \* (?=[{PART}])              # "freedom of *tion"
    | (?<=[{PART}]) \? (?=[{PART}])               # "the wom?n"
    | (?<=[{PART}]) ~ [0-9]? (?![^{SPACE}])       # "the womn~"
    """,
    re.VERBOSE,
)


class Mistake(NamedTuple):
    """What is wrong in a query, how to mend it, and the place: query[start:end]."""

    what: str
    remedy: str
    place: Interval


def in_word(query: str, start: int, end: int) -> Mistake | None:
    """The mistake in a bare word, query[start:end], where there is one."""
    word = query[start:end]
    if name := _NAME.match(query, start):
        return Mistake(f"there is no field {name[0]}", _fields(name[1]), name.span())
    begins = start == 0 or query[start - 1] in f"{SPACES}("
    if begins and _SIGN.match(query, start):
        remedy = f"write NOT {word[1:]}" if len(word) > 1 else "write NOT"
        return Mistake(f"{word[0]} before a word leaves nothing out", remedy, (start, end))
    if _BAR.fullmatch(word):
        return Mistake(f"{word} does not mean OR", "write OR", (start, end))
    if _WEIGHT.search(word):
        return Mistake(
            "no word can be given a weight", "leave out what begins with ^", (start, end)
        )
    if found := _RANGE.match(query, start):
        what = "a range stands after year: alone"
        return Mistake(what, "write year:[2001 TO 2005]", found.span())
    return None


def in_phrase(text: str, start: int) -> Mistake | None:
    """The mistake in what stands between the marks of a phrase, from `start` on."""
    found = _WILD.search(text)
    if not found:
        return None
    return Mistake(
        f"{found[0]} finds nothing in a phrase, which finds exactly itself",
        "take it out, or ask for that word outside the quotation marks",
        (start + found.start(), start + found.end()),
    )


def _fields(name: str) -> str:
    meant = name.lower() if name.lower() in _FIELDS else _MEANT.get(name.lower())
    field = f"{meant}:" if meant else f"one of {', '.join(f'{field}:' for field in _FIELDS)}"
    return f"write {field}, or put the words into double quotes"
