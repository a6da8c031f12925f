"""Lines as they are printed: what their marks and numbers tell."""

import re
import tomllib
from pathlib import Path

import pytest

from consultations.rules import contents_entries, layout, marks
from consultations.rules.line_widths import BlockLine, longest_line, usual_width
from consultations.rules.page_edges.notes import note_lines

LINES = tomllib.loads(Path(__file__).with_name("printed_lines.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("sort", "pattern"),
    [
        ("ruling", marks.TABLE_RULING),
        ("grid", marks.GRID_RULING),
        ("lone", marks.LONE_MARK),
        ("fence", marks.FENCE),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_whole_line_is_of_its_sort(sort: str, pattern: re.Pattern[str]) -> None:
    assert [line for line in LINES[sort] if not pattern.fullmatch(line)] == []
    assert [line for line in LINES[f"no_{sort}"] if pattern.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("sort", "pattern"),
    [
        ("bullet", marks.BULLET),
        ("number", marks.NUMBER),
        ("drawn_bullet", marks.DRAWN_BULLET),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_begins_with_a_mark(sort: str, pattern: re.Pattern[str]) -> None:
    assert [line for line in LINES[sort] if not pattern.match(line)] == []
    assert [line for line in LINES[f"no_{sort}"] if pattern.match(line)] == []


def test_every_bullet_and_number_begins_an_item() -> None:
    assert [line for line in LINES["bullet"] + LINES["number"] if not marks.ITEM.match(line)] == []


def test_a_number_in_brackets_or_with_a_point_is_read() -> None:
    found = [marks.NUMBER.match(line) for line in ("12. a", "b) a", "(iv) a")]
    assert [match and (match[1] or match[2]) for match in found] == ["12", "b", "iv"]
    alone = [marks.LONE_MARK.fullmatch(line) for line in ("12.", "(b)", "2.14")]
    assert [match and (match[1] or match[2] or match[3]) for match in alone] == ["12", "b", "2.14"]


@pytest.mark.parametrize(("line", "number"), LINES["folio"])
def test_a_line_is_a_page_number(line: str, number: str) -> None:
    match = layout.FOLIO.fullmatch(line)
    assert match is not None
    assert match[1] == number


@pytest.mark.parametrize("line", LINES["no_folio"])
def test_a_line_is_more_than_a_page_number(line: str) -> None:
    assert layout.FOLIO.fullmatch(line) is None


@pytest.mark.parametrize(("line", "words", "number"), LINES["head"])
def test_a_page_number_stands_beside_the_words(line: str, words: str, number: int) -> None:
    assert layout.head_of(line) == (words, None if number < 0 else number)


def test_a_row_of_a_table() -> None:
    assert [line for line in LINES["row"] if not marks.is_row(line)] == []
    assert [line for line in LINES["no_row"] if marks.is_row(line)] == []


@pytest.mark.parametrize("text", LINES["underlined"])
def test_a_heading_has_a_row_of_marks_under_it(text: str) -> None:
    assert marks.heading_rows(text.split("\n"), 1) == (1, 2)


@pytest.mark.parametrize("text", LINES["between_rows"])
def test_a_heading_stands_between_two_rows_of_marks(text: str) -> None:
    assert marks.heading_rows(text.split("\n"), 1) == (1, 3)


@pytest.mark.parametrize("text", [*LINES["not_underlined"], f"\n{'Lamp' * 26}\n---"])
def test_marks_that_are_no_underline(text: str) -> None:
    assert marks.heading_rows(text.split("\n"), 1) is None


@pytest.mark.parametrize("lines", LINES["cut"])
def test_a_sentence_goes_on_in_the_second_line(lines: list[str]) -> None:
    first, second = layout.printed_lines("\n".join(lines))
    assert layout.cuts_sentence(first, second)
    assert not layout.cuts_sentence(None, second)
    assert not layout.cuts_sentence(first, None)


@pytest.mark.parametrize("lines", LINES["uncut"])
def test_a_sentence_is_whole(lines: list[str]) -> None:
    first, second = layout.printed_lines("\n".join(lines))
    assert not layout.cuts_sentence(first, second)


@pytest.mark.parametrize(("line", "words"), LINES["bare"])
def test_words_are_bare_of_marks_at_their_ends(line: str, words: str) -> None:
    (found,) = layout.printed_lines(f"\n  {line} \n")
    assert (found.written, found.words) == (line, words)


def test_what_stands_before_a_line() -> None:
    found = layout.printed_lines("a\nb\n\nc\n\fd\n \n\f\ne")
    assert [(line.words, line.blank_before, line.page_before) for line in found] == [
        ("a", True, False),
        ("b", False, False),
        ("c", True, False),
        ("d", True, True),
        ("e", True, True),
    ]


def test_the_head_of_a_table() -> None:
    found = {
        line: not contents_entries.without_header(layout.printed_lines(line))
        for line in [*LINES["table_head"], *LINES["no_table_head"]]
    }
    assert [line for line, is_head in found.items() if is_head] == LINES["table_head"]


@pytest.mark.parametrize("case", LINES["notes"])
def test_lines_may_be_notes_at_the_foot_of_a_page(case: dict[str, list[str]]) -> None:
    printed = layout.printed_lines("\n\f".join(case["pages"]))
    assert [printed[i].written for i in sorted(note_lines(printed))] == case["lines"]


def test_an_indent_is_counted_in_columns() -> None:
    assert [layout.indent(text, 0, len(text)) for text in ("a", "  a", "\ta", " \ta", "   ")] == [
        *(0, 2, 4, 4, 3),
    ]


def test_digits_and_letters_are_raised_and_come_down() -> None:
    assert marks.raised("2nd") == "²ⁿᵈ"
    assert marks.unraised("⁰¹²³⁴⁵⁶⁷⁸⁹ lamps") == "0123456789 lamps"


@pytest.mark.parametrize(
    ("lengths", "width"),
    [
        ([70] * 12, 70),
        ([62] * 4 + [66] * 4 + [70] * 4, 70),  # what a third of the lines reach
        ([70] * 11, None),  # too few to tell
        ([70] * 7 + [45] * 5, 70),
        ([70] * 6 + [45] * 6, None),  # as many are of another width
        ([30] * 12, None),  # verses, or a column
        ([200] * 12, None),  # lines that nobody broke
        (list(range(40, 136, 8)), None),
    ],
)
def test_lines_are_of_one_width_or_none(lengths: list[int], width: int | None) -> None:
    # The last line of a paragraph ends where its words do.
    lines = [BlockLine(0, length, "", length) for length in [*lengths, 7]]
    assert usual_width([lines]) == width


def test_the_longest_line_that_a_page_may_have_broken() -> None:
    lines = [BlockLine(0, length, "", length) for length in (60, 120, 121)]
    assert longest_line([lines]) == 120
    assert longest_line([]) == 0
