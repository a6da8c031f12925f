"""What a caption begins with, and the line under a table that says where it is from."""

import pytest

from consultations.english.captions import CAPTION, NAMES_DRAWN, SOURCE


@pytest.mark.parametrize(
    "words",
    [
        "Table 7: Lamps",
        "Table 7 Lamps by pier",
        "TABLE 12",
        "Table 7 – lamps lit",
        "Fig. 2.1 (continued)",
        "Figure A.2 - lamps",
        "Figure A2. Lamps",
        "fig 4b: lamps",
        "Box IV: what thatch is",
        "Box B",
        "Chart: Lamps",
        ": Lamps",
    ],
)
def test_a_caption_names_what_it_stands_over(words: str) -> None:
    assert CAPTION.match(words)


@pytest.mark.parametrize(
    "words",
    [
        "Table 7 shows the lamps",
        "Figure A.2 in the annex",
        "Map a route to the sea",
        "Map A of the annex",
        "Box office receipts",
        "Tables 3 and 4",
        "Tablets: a trial",
        "Charting the way",
        "Table talk: a reply",
        "Figure skating",
        "see Table 7: Lamps",
        "Table 7, which follows, gives the lamps",
        "Chart 3’s bars",
        "Table 7) shows",
    ],
)
def test_other_words_are_no_caption(words: str) -> None:
    assert not CAPTION.match(words)


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("Table 7 mean number of lamps", True),
        ("Figure 2 iPhone use on the pier", True),
        ("Table 7 shows the lamps", True),
        ("Table 7", True),
        ("Chart: lamps", True),
        ("Map a route to the sea", False),
        ("Box office receipts", False),
        ("Table talk: a reply", False),
    ],
)
def test_a_caption_or_a_sentence_begins_with_what_is_drawn(words: str, is_named: bool) -> None:
    assert (NAMES_DRAWN.match(words) is not None) == is_named


@pytest.mark.parametrize(
    ("words", "says_source"),
    [
        ("Source: the Board", True),
        ("(Sources – the Board)", True),
        ("Base: all who rowed", True),
        ("Data source - the Board", True),
        ("Source-to-sea planning", False),
        ("Base-rate reform", False),
        ("Sources of light", False),
    ],
)
def test_a_line_says_where_a_table_is_from(words: str, says_source: bool) -> None:
    assert (SOURCE.match(words) is not None) == says_source
