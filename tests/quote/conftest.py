"""Quotations made from an archive's own words: true ones, and altered in every way."""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from consultations import index, pipeline
from consultations.passages import SearchEdition, SearchPassage, search_passages
from consultations.settings import find_project

CONTRACT = Path(__file__).parents[1] / "contract"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Sample(NamedTuple):
    """A quotation, how it was made, and the verdict that is due."""

    text: str
    verdict: str
    how: str


@pytest.fixture(scope="session")
def archive() -> list[SearchPassage]:
    """The passages of this archive."""
    made = pipeline.read(find_project(Path(__file__)))
    return list(search_passages(made.editions, made.authority))


@pytest.fixture(scope="session")
def folder(archive: list[SearchPassage], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of their index."""
    folder = tmp_path_factory.mktemp("quote") / "index"
    index.write(archive, folder)
    return folder


@pytest.fixture(scope="session")
def opened(folder: Path) -> Iterator[index.Index]:
    with index.Index(folder) as found:
        yield found


def run(chance: random.Random, archive: Sequence[SearchPassage], least: int = 8) -> str:
    """A run of 8 to 40 words as printed, which may go over the end of passages."""
    while True:
        at = chance.randrange(len(archive))
        edition = archive[at].edition
        near = [p.text for p in archive[at : at + 4] if p.edition is edition and p.text]
        if chance.random() < 0.8:
            near = near[:1]
        text = " ".join(near)
        words = list(WORD.finditer(text))
        size = chance.randint(least, 40)
        if len(words) < size:
            continue
        first = chance.randint(0, len(words) - size)
        found = text[words[first].start() : words[first + size - 1].end()]
        if not re.search(r"…|\.\s?\.|\[|[^\x00-\x7f‘’“”–—£é•]", found):
            return found


Edit = Callable[[random.Random, list[str], int], bool]
"""Changes one word of the pieces at a place, or says that it cannot."""


def letter(chance: random.Random, parts: list[str], i: int) -> bool:
    word, at = parts[i], chance.randrange(len(parts[i]))
    other = chance.choice("bcdfghklmnprstvwz".replace(word[at].lower(), ""))
    parts[i] = word[:at] + other + word[at + 1 :]
    return True


def number(_: random.Random, parts: list[str], i: int) -> bool:
    before = parts[i]
    parts[i] = re.sub(r"\d", lambda digit: str((int(digit[0]) + 3) % 10), before, count=1)
    return parts[i] != before


def negation(chance: random.Random, parts: list[str], i: int) -> bool:
    nots = [n for n in range(1, len(parts), 2) if parts[n].lower() in ("not", "no", "never")]
    if nots and chance.random() < 0.7:
        parts[nots[0]] = ""
    else:
        parts[i] = f"not {parts[i]}"
    return True


def quantifier(_: random.Random, parts: list[str], i: int) -> bool:
    if parts[i].lower() not in ("all", "some", "many", "most", "more"):
        return False
    parts[i] = "few"
    return True


def drop(_: random.Random, parts: list[str], i: int) -> bool:
    if not 1 < i < len(parts) - 2:
        return False
    parts[i : i + 2] = []
    return True


def add(chance: random.Random, parts: list[str], i: int) -> bool:
    parts[i] += " " + chance.choice(["really", "of", "very", "treatment"])
    return True


def move(chance: random.Random, parts: list[str], i: int) -> bool:
    j = chance.randrange(1, len(parts), 2)
    if parts[i].lower() == parts[j].lower():
        return False
    parts[i], parts[j] = parts[j], parts[i]
    return True


def change(chance: random.Random, parts: list[str], i: int) -> bool:
    before = parts[i]
    parts[i] = chance.choice(["crocodile", "policy", "the", "which", "evidence"])
    return parts[i] != before.lower()


def point(chance: random.Random, parts: list[str], i: int) -> bool:
    if i == 1 or "," not in parts[i - 1]:
        return False
    parts[i - 1] = parts[i - 1].replace(",", chance.choice(["", ";", "."]), 1)
    return True


EDITS: list[Edit] = [letter, number, negation, quantifier, drop, add, move, change, point]


def altered(chance: random.Random, text: str) -> tuple[str, str]:
    """The text with one edit that changes what it says, and how."""
    edit = chance.choice(EDITS)
    for attempt in range(500):
        if attempt == 400:
            edit = change  # none of its words can be edited like that
        # Words, and what stands between them, in turn.
        parts = re.split(f"({WORD.pattern})", text)
        if edit(chance, parts, chance.randrange(1, len(parts), 2)):
            return "".join(parts), edit.__name__
    raise AssertionError(text)


def restyled(chance: random.Random, text: str) -> str:
    """The text in another shape: quote marks, dashes, blanks, the first letter."""
    ways: list[Callable[[str], str]] = [
        lambda t: t.replace("’", "'").replace("‘", "'") if "’" in t else t.replace("'", "’"),
        lambda t: t.replace("–", "-") if "–" in t else t.replace("-", "\u2011"),
        lambda t: t.replace(" ", chance.choice(["  ", "\n", "\u00a0"]), 1),
        lambda t: t[0].swapcase() + t[1:],
        lambda t: t + "¹²",
    ]
    chance.shuffle(ways)
    for way in ways:
        if (other := way(text)) != text:
            return other
    raise AssertionError(text)


def samples(archive: Sequence[SearchPassage], count: int, seed: int) -> list[Sample]:
    """Quotations with 0 to 3 edits, of 8 to 40 words; the same every time."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    return [_sample(chance, archive) for _ in range(count)]


def _sample(chance: random.Random, archive: Sequence[SearchPassage]) -> Sample:
    text = run(chance, archive)
    kind = chance.choice(["verbatim", "typographic", "elided", "spliced", *["altered"] * 4])
    if kind == "verbatim":
        return Sample(text, "verbatim", "as it is")
    if kind == "typographic":
        return Sample(restyled(chance, text), "typographic", "restyled")
    if kind == "elided":
        words = text.split(" ")
        if len(words) >= 8:
            cut = chance.randint(3, len(words) - 4)
            after = chance.randint(cut + 1, len(words) - 3)
            mark = chance.choice(["…", "...", "[…]", "[...]", "[they]", ". . ."])
            joined = [*words[:cut], mark, *words[after:]]
            return Sample(" ".join(joined), "elided", mark)
    if kind == "spliced":
        other = run(chance, archive)
        half = text.split(" ")[:14], other.split(" ")[:14]
        if min(map(len, half)) >= 6 and not set(half[0][-3:]) & set(half[1][:3]):
            return Sample(" ".join(half[0] + half[1]), "spliced", "two halves")
    how = []
    other = text
    for _ in range(chance.randint(1, 3)):
        other, one = altered(chance, other)
        how.append(one)
    if other.split() == text.split():
        return Sample(text, "verbatim", "as it is")  # one edit undid another
    return Sample(other, "altered", ", ".join(how))


def invented(archive: Sequence[SearchPassage], count: int, seed: int) -> list[str]:
    """Sentences in words of the archive, some as common as they come, that nobody wrote."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    words = [word for passage in archive for word in WORD.findall(passage.text)]
    return [
        " ".join(chance.choice(words) for _ in range(chance.randint(8, 40))) for _ in range(count)
    ]


@pytest.fixture(scope="session")
def true_and_altered(archive: list[SearchPassage]) -> list[Sample]:
    """Three hundred."""
    return samples(archive, 300, seed=1)


@pytest.fixture(scope="session")
def made_up(archive: list[SearchPassage]) -> list[str]:
    """A hundred."""
    return invented(archive, 100, seed=1)


@pytest.fixture(scope="session")
def contract_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the archive in which the contract's cases are looked for."""
    contract = json.loads((CONTRACT / "quotations.json").read_text("utf-8"))
    passages = [
        SearchPassage(
            edition,
            passage["id"],
            "paragraph",
            passage["text"],
            voices=tuple((start, end, who) for start, end, who in passage.get("voices", ())),
            notes=tuple((at, label) for at, label in passage.get("notes", ())),
        )
        for about in contract["editions"]
        for edition in [SearchEdition(about["id"], about["title"], None, "Us", (), "2001", "paper")]
        for passage in about["passages"]
    ]
    folder = tmp_path_factory.mktemp("contract") / "index"
    index.write(passages, folder)
    return folder
