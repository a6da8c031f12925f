from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations import index
from consultations.passages import SearchEdition, SearchPassage

EDITION = SearchEdition("one", "One", None, "", (), "2010", "response")
TEXTS = [
    "The cat sat on the mat. A dog saw the cat run.",
    "No cat here, says the dog;",
    "cat cat cat",
    "A dog.",
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Index]:
    folder = tmp_path_factory.mktemp("concordance") / "index"
    passages = [SearchPassage(EDITION, f"p{i}", "paragraph", t) for i, t in enumerate(TEXTS)]
    index.write(passages, folder)
    with index.Index(folder) as opened:
        yield opened


def places(lines: list[index.ConcordanceLine]) -> list[tuple[str, int]]:
    return [(line.passage.id, line.start) for line in lines]


def test_every_place_has_a_line_in_document_order(opened: index.Index) -> None:
    lines = index.concordance(opened, "cat")
    expected = [
        (f"p{i}", start)
        for i, text in enumerate(TEXTS)
        for start in range(len(text))
        if text.startswith("cat", start)
    ]
    assert places(lines) == expected
    assert {line.node for line in lines} == {"cat"}


def test_lines_stand_in_passages_that_are_found_and_outside_of_what_is_excluded(
    opened: index.Index,
) -> None:
    assert places(index.concordance(opened, "cat dog")) == [
        ("p0", 4),
        ("p0", 26),
        ("p0", 38),
        ("p1", 3),
        ("p1", 22),
    ]
    assert places(index.concordance(opened, "dog NOT cat")) == [("p3", 2)]


@pytest.mark.parametrize("query", ["NOT cat", "in:one", "kind:paragraph OR NOT dog"])
def test_where_no_words_are_asked_for_there_is_no_concordance(
    opened: index.Index, query: str
) -> None:
    with pytest.raises(index.QuerySyntaxError) as refused:
        index.concordance(opened, query)
    assert refused.value.place == (0, len(query))


def test_a_phrase_is_one_node(opened: index.Index) -> None:
    (line,) = index.concordance(opened, '"the mat a dog"')
    assert line.node == "the mat. A dog"
    assert line.context(12) == (" cat sat on ", " saw the cat")
    assert line.context(11) == ("cat sat on ", " saw the ")


def test_lines_are_ordered_by_their_neighbours(opened: index.Index) -> None:
    left = index.concordance(opened, "cat", order="left")
    assert [line.before for line in left] == sorted(line.before for line in left)
    assert left[0].before == ()
    right = index.concordance(opened, "cat", order="right")
    assert [line.after for line in right] == sorted(line.after for line in right)
    assert right[-1].after == ("sat", "on", "the")


@given(st.integers(0, 30))
def test_context_is_of_the_text_and_cut_between_words(opened: index.Index, width: int) -> None:
    for line in islice(index.concordance(opened, "cat"), 3):
        left, right = line.context(width)
        text = line.passage.text
        assert max(len(left), len(right)) <= width
        assert f"{left}{line.node}{right}" in text
        whole = text.replace(".", "").split()
        assert all(word.strip(".") in whole for word in left.split() + right.split())


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        ("sat on", [["sat", "on"], [], []]),
        ("mat the", [["the", "mat"], [], []]),
        ("mat on the", [["on", "the", "mat"], [], []]),
        ('mat "the"', [["The", "the", "mat", "the"], [], []]),
        ("the OR no", [["The", "the", "the"], ["No", "the"], []]),
        ("the OR dog", [["dog"], ["the", "dog"], ["dog"]]),
    ],
)
def test_a_small_word_counts_where_it_stands_beside_others(
    opened: index.Index, query: str, nodes: list[list[str]]
) -> None:
    lines = index.concordance(opened, query)
    found = [[line.node for line in lines if line.passage.id == f"p{i}"] for i in (0, 1, 3)]
    assert found == nodes
