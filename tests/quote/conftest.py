"""The archive, its index, and quotations made from its own words."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.quote.altered import Maker, Sample
from tests.quote.scan import Scan

from consultations import index
from consultations.passages import SearchEdition, SearchPassage

CONTRACT = Path(__file__).parents[1] / "contract"


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


@pytest.fixture(scope="session")
def maker(archive: list[SearchPassage]) -> Maker:
    """Makes quotations of this archive; one seed, so that a failure comes back."""
    return Maker(Scan(archive), seed=1)


@pytest.fixture(scope="session")
def true_and_altered(maker: Maker) -> list[Sample]:
    """Three hundred, in all ways."""
    return maker.samples(300)


@pytest.fixture(scope="session")
def made_up(maker: Maker, true_and_altered: list[Sample]) -> list[str]:
    """A hundred; after the others, for one chance makes both."""
    assert true_and_altered
    return maker.invented(100)


@pytest.fixture(scope="session")
def made_up_long(archive: list[SearchPassage]) -> list[str]:
    """Of 800 and of 1,600 words, as common as they come or each as likely as any other.

    As printed: an address is one of these words, and more than eight in a row of the archive.
    """
    printed = [word for passage in archive for word in passage.text.split()]
    chance = random.Random(7)  # noqa: S311 (no secret)
    return [
        " ".join(chance.choices(words, k=count))
        for words in (printed, sorted(set(printed)))
        for count in (800, 1_600)
        for _ in range(3)
    ]


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
