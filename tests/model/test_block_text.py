"""The words of a block: one blank between two, whatever breaks the source has between them."""

from hypothesis import given
from hypothesis import strategies as st

from consultations.model.block_text import block_text
from consultations.model.draft import Block, Draft
from consultations.model.source import Record, Source
from consultations.rules import emend

_WORD = st.text("abç9-’", min_size=1, max_size=6)
_BREAK = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "\N{NO-BREAK SPACE}", "\n\n"])


def _source(text: str) -> Source:
    record = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)
    return Source("a", record, "a/source.txt", None, "0" * 64, text)


def _draft(text: str, *pieces: str, keeps_lines: bool = False) -> tuple[Draft, Block]:
    spans = tuple((at := text.index(piece), at + len(piece)) for piece in pieces)
    block = Block("paragraph", spans, keeps_lines=keeps_lines)
    return Draft(_source(text), text, blocks=(block,)), block


def test_a_word_that_two_pieces_share_is_one_word() -> None:
    draft, block = _draft("The non-\n\n12\n\nferrous lamps", "The non-\n", "ferrous lamps")
    assert draft.read(block) == draft.block_text(block).text == "The non-ferrous lamps"


def test_a_piece_that_ends_inside_a_word_ends_where_the_next_begins() -> None:
    draft, block = _draft("The non-\n\n12\n\nferrous lamps", "The non-\n", "ferrous lamps")
    read = draft.block_text(block)
    (_, end), (start, _) = block.spans
    assert read.place(end) == read.place(start) == len("The non-")
    assert read.place(draft.text.index("lamps") - 1) == len("The non-ferrous")


def test_a_dash_between_two_pieces_ends_no_word() -> None:
    draft, block = _draft("The lamps -\n\n12\n\nall of them", "The lamps -", "all of them")
    assert draft.read(block) == "The lamps - all of them"


def test_rules_and_the_edition_read_a_word_whose_hyphen_was_taken_out() -> None:
    draft = emend(_source("They lit the embank-\n\n¹ A note.\n\nment by hand.¹"))
    assert draft.read(draft.blocks[0]) == "They lit the embankment by hand."


def test_rules_read_a_kept_line_end_as_a_blank() -> None:
    draft, block = _draft("12 Ferry Lane\nAshby", "12 Ferry Lane\nAshby", keeps_lines=True)
    assert draft.block_text(block).text == "12 Ferry Lane\nAshby"
    assert draft.read(block) == "12 Ferry Lane Ashby"


@given(st.lists(st.tuples(_WORD, _BREAK), min_size=1, max_size=12), st.booleans())
def test_every_place_leads_to_the_same_character(
    parts: list[tuple[str, str]], keeps_lines: bool
) -> None:
    text = "".join(word + gap for word, gap in parts)
    read = block_text(text, [(0, len(text))], [False], keeps_lines)
    assert read.text.split() == text.split()
    for offset, character in enumerate(text):
        if not character.isspace():
            assert read.text[read.place(offset)] == character
    assert read.place(len(text)) == len(read.text)


_PIECE = st.lists(st.tuples(_BREAK, _WORD | st.just("non-")), max_size=3)


@given(st.lists(_PIECE, min_size=1, max_size=4), st.booleans())
def test_rules_read_what_the_passage_will_have(
    pieces: list[list[tuple[str, str]]], keeps_lines: bool
) -> None:
    written = ["".join(f"{blank}{word}" for blank, word in piece) for piece in pieces]
    ends = [len(" | ".join(written[: n + 1])) for n in range(len(written))]
    spans = tuple((end - len(piece), end) for piece, end in zip(written, ends, strict=True))
    block = Block("paragraph", spans, keeps_lines=keeps_lines)
    draft = Draft(_source(" | ".join(written)), " | ".join(written), blocks=(block,))
    assert draft.read(block) == draft.block_text(block).text.replace("\n", " ")
