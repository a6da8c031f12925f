"""Whoosh's answers against a plain scan of the passages' text."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations import index
from consultations.passages import SearchEdition, SearchPassage

EDITION = SearchEdition("one", "One", "a-body", "A Body", (), "2010-05", "response")


def passages(texts: Sequence[str]) -> list[SearchPassage]:
    return [SearchPassage(EDITION, f"p{i}", "paragraph", text) for i, text in enumerate(texts)]


def found(opened: index.Index, query: str) -> list[str]:
    answer = index.search(opened, query, limit=10_000, sort="document")
    assert answer.total == len(answer.hits)
    return [hit.passage.id for hit in answer.hits]


def words_of(text: str) -> list[str]:
    # Not the house's analysis: the judge must not make its mistakes.
    plain = text.lower().replace("’", "'").replace("‘", "'").replace("\u00ad", "")
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain)


def holds(text: str, phrase: Sequence[str]) -> bool:
    words, size = words_of(text), len(phrase)
    return any(words[i : i + size] == list(phrase) for i in range(len(words) - size + 1))


vocabulary = st.sampled_from(["aa", "ab", "ba", "bb", "the"])
texts = st.lists(st.lists(vocabulary, max_size=12).map(" ".join), min_size=1, max_size=8)
phrases = st.lists(vocabulary, min_size=1, max_size=4)

Judge = Callable[[str], bool]


def phrase_query(phrase: list[str]) -> tuple[str, Judge]:
    return f'"{" ".join(phrase)}"', lambda text: holds(text, phrase)


def join(parts: tuple[tuple[str, Judge], tuple[str, Judge], str]) -> tuple[str, Judge]:
    (one, is_one), (other, is_other), how = parts
    judges: dict[str, Judge] = {
        "AND": lambda text: is_one(text) and is_other(text),
        "OR": lambda text: is_one(text) or is_other(text),
        "AND NOT": lambda text: is_one(text) and not is_other(text),
    }
    return f"({one}) {how} ({other})", judges[how]


queries = st.recursive(
    phrases.map(phrase_query),
    lambda inner: st.tuples(inner, inner, st.sampled_from(["AND", "OR", "AND NOT"])).map(join),
    max_leaves=5,
)


@settings(max_examples=25)
@given(texts, st.lists(queries, min_size=1, max_size=5))
def test_phrases_and_their_joins_find_what_a_scan_finds(
    texts: list[str], asked: list[tuple[str, Judge]]
) -> None:
    with TemporaryDirectory() as folder:
        index.write(passages(texts), Path(folder) / "index")
        with index.Index(Path(folder) / "index") as opened:
            for query, judge in asked:
                expected = [f"p{i}" for i, text in enumerate(texts) if judge(text)]
                assert found(opened, query) == expected


@settings(max_examples=25)
@given(texts, st.lists(vocabulary, min_size=2, max_size=3), st.integers(1, 5))
def test_a_loose_phrase_finds_its_words_in_order_within_reach(
    texts: list[str], phrase: list[str], reach: int
) -> None:
    def stands(words: list[str], at: int, rest: list[str]) -> bool:
        near = range(at + 1, min(at + reach + 1, len(words)))
        return not rest or any(words[i] == rest[0] and stands(words, i, rest[1:]) for i in near)

    def judge(text: str) -> bool:
        words = text.split()
        return any(w == phrase[0] and stands(words, i, phrase[1:]) for i, w in enumerate(words))

    with TemporaryDirectory() as folder:
        index.write(passages(texts), Path(folder) / "index")
        with index.Index(Path(folder) / "index") as opened:
            expected = [f"p{i}" for i, text in enumerate(texts) if judge(text)]
            assert found(opened, f'"{" ".join(phrase)}"~{reach}') == expected


@pytest.fixture(scope="module")
def opened(
    archive: list[SearchPassage], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[index.Index]:
    folder = tmp_path_factory.mktemp("archive") / "index"
    index.write(archive, folder)
    with index.Index(folder) as opened:
        yield opened


def runs(archive: list[SearchPassage], count: int) -> Iterator[tuple[SearchPassage, list[str]]]:
    """Runs of 2 to 12 words out of the archive, the same every time."""
    chance = random.Random(5)  # noqa: S311 (no secret)
    long_enough = [p for p in archive if len(p.text.split()) > 1]
    for _ in range(count):
        passage = chance.choice(long_enough)
        words = passage.text.split()
        size = chance.randint(2, min(12, len(words)))
        start = chance.randint(0, len(words) - size)
        yield passage, words[start : start + size]


def test_a_hit_is_marked_and_tells_where_it_stands(
    archive: list[SearchPassage], opened: index.Index
) -> None:
    for passage, run in runs(archive, 40):
        words = words_of(" ".join(run))
        if not words:
            continue
        answer = index.search(opened, f'"{" ".join(words)}"', limit=10_000)
        hit = next(
            h
            for h in answer.hits
            if (h.passage.edition.id, h.passage.id) == (passage.edition.id, passage.id)
        )
        marked = [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks]
        assert any(words_of(mark)[: len(words)] == words for mark in marked)
        assert hit.excerpt.text in passage.text


def test_scores_order_hits_and_ties_stand_in_document_order(opened: index.Index) -> None:
    for query in ("recovery", "treatment OR drug", "NOT the", "kind:heading"):
        hits = index.search(opened, query, limit=10_000).hits
        keys = [(-hit.score, hit.number) for hit in hits]
        assert keys == sorted(keys)


def test_earliest_first(opened: index.Index) -> None:
    hits = index.search(opened, "treatment", limit=10_000, sort="date").hits
    keys = [(hit.passage.edition.date, hit.number) for hit in hits]
    assert keys == sorted(keys)
    assert len({date for date, _ in keys}) > 1
