"""Random texts give the same in Python and in the browser, through every mirrored pure function.

A long run, with another seed each time:

    FUZZ=20000 .venv/bin/python -m pytest tests/client/test_fuzz.py
"""

import json
import os
import random
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.client.fuzz import Fuzz, Sample, results

import consultations
from consultations.analysis import TABLE, fold
from consultations.analysis.characters import DIGIT, LETTER, PART, SPACE

CLIENT = Path(consultations.__file__).parent / "client"
COUNT = int(os.environ.get("FUZZ", "0"))
SEED = random.randrange(1 << 32) if COUNT else 1  # noqa: S311 (no secret)

RUN = """
async ([table, samples]) => {
  const { results } = await import("/fuzz.js");
  return JSON.stringify(await results("/client", table, samples));
}
"""

SWEEP = """
async ([table, characters]) => {
  const all = await import("/client/engine/analysis/characters.js");
  const { Analysis } = await import("/client/engine/analysis/analysis.js");
  const analysis = new Analysis(table);
  const classes = [`[${all.SPACE}]`, `[${all.DIGIT}]`, `[${all.PART}]`, all.LETTER]
    .map((source) => new RegExp(source, "u"));
  // As one string: to hand over so many lists one by one takes half a minute.
  return JSON.stringify(Array.from(characters, (character) =>
    [...classes.map((one) => one.test(character)), ...analysis.fold(`a${character}b`)]));
}
"""

Serve = Callable[[Path], str]

CLASSES = [re.compile(source) for source in (f"[{SPACE}]", f"[{DIGIT}]", f"[{PART}]", LETTER)]


def classed(char: str) -> list[bool | str]:
    """The classes that a character is in, and what a word with it is folded to."""
    return [*(pattern.match(char) is not None for pattern in CLASSES), *fold(f"a{char}b")]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, serve_folder: Serve) -> str:
    """The address of a page with the client beside it."""
    folder = tmp_path_factory.mktemp("fuzz")
    shutil.copytree(CLIENT, folder / "client")
    shutil.copy(Path(__file__).with_name("fuzz.js"), folder)
    (folder / "page.html").write_text("<!doctype html><title>Test</title>", "utf-8")
    return f"{serve_folder(folder)}/page.html"


def test_random_texts_give_the_same(page: Page, served: str) -> None:
    samples = Fuzz(SEED).samples(COUNT or 500)
    page.goto(served)
    found = json.loads(page.evaluate(RUN, [dict(TABLE), [list(sample) for sample in samples]]))
    expected = json.loads(json.dumps(list(results(samples))))
    for sample, ours, theirs in zip(samples, expected, found, strict=True):
        for name, result in ours.items():
            assert theirs[name] == result, f"seed {SEED}, {name}: {sample!a}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A `$` stands before a last line break as well, in Python alone.
        ("users (\n", "users (\n"),
        ("-\n", "\u2212\n"),
        # A pattern that ignores case takes a long s for an s.
        ("Wachs\u017f\u2019 end", "Wachs\u017f end"),
        # A mark that ends what it has only just begun.
        ("\u201c\u201d and \u2018\u2019 more", ""),
        # Lengths are told in characters, not in units of 16 bits.
        ("\U0001d482 word. " * 60, ""),
        ("> one\u2028> two\r> three", ""),
    ],
)
def test_what_was_found_once_gives_the_same(page: Page, served: str, one: str, other: str) -> None:
    sample = Sample(one, other, "word", "w?rd*", (10, 1, 20, 1))
    page.goto(served)
    found = json.loads(page.evaluate(RUN, [dict(TABLE), [list(sample)]]))
    assert found == json.loads(json.dumps(list(results([sample]))))


def test_all_of_unicode_is_classed_and_folded_alike(page: Page, served: str) -> None:
    """As far as this Python knows it: a browser may know a newer Unicode."""
    characters = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(char) not in ("Cn", "Cs", "Co")
    ]
    page.goto(served)
    found = json.loads(page.evaluate(SWEEP, [dict(TABLE), "".join(characters)]))
    for char, theirs in zip(characters, found, strict=True):
        assert theirs == classed(char), f"U+{ord(char):04X}"
