"""A text is read the same whatever blanks it is written with.

Which blank stands between two words, how far in all lines begin, and what blanks are left at their
ends: a word processor, a browser and a scanner each have their own way, and none of it is the
author's.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.corpus.extracts import source
from tests.corpus.test_corpus import FOLDERS, passages

from consultations.edition.assemble import assemble
from consultations.edition.faithful import faults
from consultations.model.edition import Edition
from consultations.rules import emend

_BETWEEN = re.compile(r"(?<=\S) (?=\S)")


def unbroken(text: str) -> str:
    """With blanks that are not to be broken, as a word processor writes them."""
    return _BETWEEN.sub("\N{NO-BREAK SPACE}", text)


def thin(text: str) -> str:
    """With another thin blank in place of each third, as a typesetter writes them."""
    return re.sub(r"(?<=\w) (?=\w)", lambda m: " \N{THIN SPACE} "[m.start() % 3], text)


def set_in(text: str) -> str:
    """With all lines four blanks in, as of a page with its margin.

    What a converter wrote begins at the margin, where its first lines tell of the document.
    """
    if text.startswith("---\n"):
        return text
    return re.sub(r"(?m)(?:^|(?<=\f))(?=[^\n\f]*\S)", "    ", text)


def trailing(text: str) -> str:
    """With blanks behind each line, as of a scanned page."""
    return re.sub(r"(?m)(?<=\S)$", "  ", text)


def windows(text: str) -> str:
    """With the line ends of Windows."""
    return text.replace("\n", "\r\n")


def read(folder: Path, write: Callable[[str], str]) -> Edition:
    """The edition of an extract in another form."""
    as_found = source(folder)
    return assemble(emend(replace(as_found, text=write(as_found.text))))


@pytest.mark.parametrize(
    "write", [unbroken, thin, set_in, trailing, windows], ids=lambda f: f.__name__
)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_text_in_other_blanks_is_read_the_same(folder: Path, write: Callable[[str], str]) -> None:
    made = read(folder, write)
    assert list(passages(made)) == list(passages(read(folder, str)))
    assert list(faults(made)) == []
