"""Words of one sort in running prose: those in brackets are of it, and no others."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from consultations.english import dates, kinds, persons, saying, small_words
from consultations.english.personal_names import personal_names
from consultations.english.sentences import sentence_ends

MARKED = tomllib.loads(Path(__file__).with_name("marked.toml").read_text(encoding="utf-8"))


def matched(pattern: str) -> Callable[[str], list[str]]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE).findall


def whole_sentences(text: str) -> list[str]:
    starts = [0, *(start for _, start in sentence_ends(text))]
    ends = [end for end, _ in sentence_ends(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=False)]


FOUND: dict[str, Callable[[str], list[str]]] = {
    "works": matched(kinds.WORK),
    "bodies": matched(kinds.BODY),
    "roles": matched(persons.ROLE),
    "heard": matched(persons.HEARD),
    "posts": matched(persons.POST),
    "small": matched(small_words.SMALL_WORD),
    "saying": matched(saying.SAYING),
    "times": re.compile(rf"\b(?:{dates.TIME})\b").findall,
    "sentences": whole_sentences,
    "names": lambda text: [text[name.start : name.end] for name in personal_names(text)],
}


@pytest.mark.parametrize(
    ("sort", "text"), [(sort, text) for sort, texts in MARKED.items() for text in texts["text"]]
)
def test_words_of_a_sort_are_found_and_no_others(sort: str, text: str) -> None:
    found = FOUND[sort](re.sub(r"[][]", "", text))
    assert found == re.findall(r"\[(.*?)\]", text)
