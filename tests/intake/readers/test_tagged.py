"""What the tags of a PDF state, without a PDF: glyphs that bear ids, and the elements that do."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.intake.readers.raw_pdf import pdf_of, stream, tagged_page
from tests.work import TIMES, grows_too_fast, lines_run

from consultations.intake.readers import pdf
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.ended_lines import mark_ended_lines
from consultations.intake.readers.pdf.joining import joined
from consultations.intake.readers.pdf.markdown import TranscriptWriter
from consultations.intake.readers.pdf.notes import notes_apart
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.sheets import PdfPage
from consultations.intake.readers.pdf.page.tags import TagElement
from consultations.intake.readers.pdf.tagged import tagged_blocks

BODY, SMALL = 11.0, 8.0


def run(text: str, mark: int, base: float, size: float, left: float = 72.0) -> tuple[Glyph, ...]:
    style = Style(size, bold=False, italic=False, font="Serif", colour=0)
    width = size / 2
    return tuple(
        Glyph(char, left + n * width, left + (n + 1) * width, base, style, mark)
        for n, char in enumerate(text)
    )


def page(*runs: tuple[Glyph, ...]) -> PdfPage:
    return PdfPage(1, "1", 595, 842, runs)


def transcript(blocks: list[PdfBlock]) -> str:
    body, notes = notes_apart(blocks, BODY)
    writer = TranscriptWriter(["1", "2"], notes)
    for block in body:
        writer.write(block)
    return writer.finish()[0].strip()


def test_the_label_of_a_note_may_stand_in_an_element_of_its_own() -> None:
    made = page(
        run("The span was painted.", 0, 700, BODY),
        run("7", 1, 705, 6, left=72 + 21 * BODY / 2),
        run("7", 2, 100, SMALL),
        run("Minutes of May.", 3, 100, SMALL, left=84),
    )
    blocks, _ = tagged_blocks(
        made,
        [
            TagElement("P", ("Sect",), [0, 1]),
            TagElement("Lbl", ("Sect", "Note"), [2]),
            TagElement("P", ("Sect", "Note"), [3]),
        ],
    )
    assert transcript(blocks) == "The span was painted.[^7]\n\n[^7]: Minutes of May."


def test_what_touches_tagged_words_is_theirs_though_no_tag_speaks_of_it() -> None:
    em = BODY / 2
    made = page(
        run("He said: lamps.", 0, 700, BODY, left=72 + em),
        run("“", -1, 700, BODY),
        run("”", -1, 700, BODY, left=72 + 16 * em),
        run("12", -1, 700, BODY, left=72 + 19 * em),
        run("Lamps of 1911", -1, 800, BODY),
    )
    blocks, untagged = tagged_blocks(made, [TagElement("P", ("Sect",), [0])])
    assert transcript(blocks) == "“He said: lamps.”"
    assert sorted(line.text for line in untagged) == ["12", "Lamps of 1911"]


def test_a_box_to_be_ticked_begins_a_line_of_its_own() -> None:
    words = ("Shall the lamp be lit?", "☐ Yes, at dusk", "☒ No, and the", "oil be kept")
    made = page(*(run(line, 0, 700 - 14 * n, BODY) for n, line in enumerate(words)))
    blocks, _ = tagged_blocks(made, [TagElement("P", ("Sect",), [0])])
    told = transcript(blocks).split("\n\n")
    assert told == [words[0], words[1], "☒ No, and the oil be kept"]


@pytest.mark.parametrize(
    ("rows", "is_table"),
    [
        (
            [("Ann Moss", "Bea Reed"), ("Col Ferry", "Di Weir"), ("Ed Lock (chair)", "Flo Pier")],
            True,
        ),
        ([("Ann Moss", "Bea Reed"), ("Col Ferry", "Di Weir")], False),
        ([("Of lamps", "4"), ("Of oil", "12"), ("Of wicks", "19")], False),
        ([("(LB 3)", "Ann Moss"), ("(LB 4)", "Bea Reed"), ("(LB 12)", "Di Weir")], False),
    ],
)
def test_words_that_tabs_set_under_each_other_are_a_table(
    rows: list[tuple[str, str]], is_table: bool
) -> None:
    made = page(
        *(
            run(text, n, 700 - 14 * n, BODY, left=72 + 200 * column)
            for n, row in enumerate(rows)
            for column, text in enumerate(row)
        )
    )
    blocks, _ = tagged_blocks(made, [TagElement("P", (), [n]) for n in range(len(rows))])
    assert [block.kind for block in blocks] == (
        ["table"] if is_table else ["paragraph"] * len(rows)
    )


@pytest.mark.parametrize(
    ("shifts", "kinds"),
    [
        ((0.0, 0.4, -0.4, 2.4, -2.4), ["table"]),
        ((0.0, 0.4, -0.4, 40.0, 0.0), ["table", "paragraph", "paragraph"]),
    ],
)
def test_cells_that_tabs_set_apart_begin_nearly_at_one_place(
    shifts: Sequence[float], kinds: list[str]
) -> None:
    made = page(
        *(
            run(text, n, 700 - 14 * n, BODY, left=left)
            for n, shift in enumerate(shifts)
            for text, left in (("Ann Ferry", 72), ("Tom Moss", 272.5 + shift))
        )
    )
    blocks, _ = tagged_blocks(made, [TagElement("P", (), [n]) for n in range(len(shifts))])
    assert [block.kind for block in blocks] == kinds


def test_a_label_stands_before_the_words_of_its_item_and_is_kept_without_any() -> None:
    made = page(
        run("a)", 0, 700, BODY),
        run("the lamps", 1, 700, BODY, left=90),
        run("b)", 2, 680, BODY),
    )
    blocks, _ = tagged_blocks(
        made,
        [
            TagElement("Lbl", ("L", "LI"), [0], item=1),
            TagElement("LBody", ("L", "LI"), [1], item=1),
            TagElement("Lbl", ("L", "LI"), [2], item=2),
        ],
    )
    assert transcript(blocks) == "a) the lamps\n\nb)"


def test_a_label_that_is_drawn_after_the_words_of_its_item_stands_before_them() -> None:
    made = page(
        run("the lamps", 0, 700, BODY, left=90),
        run("1.", 1, 700, BODY),
        run("inner", 2, 680, BODY, left=110),
        run("a.", 3, 680, BODY, left=95),
    )
    blocks, _ = tagged_blocks(
        made,
        [
            TagElement("LI", ("L",), [0], item=1),
            TagElement("Lbl", ("L", "LI"), [1], item=1),
            TagElement("LI", ("L", "LI", "L"), [2], item=2),
            TagElement("Lbl", ("L", "LI", "L", "LI"), [3], item=2),
        ],
    )
    assert transcript(blocks) == "1. the lamps\n\n    a. inner"


def test_an_element_in_two_columns_is_read_column_by_column() -> None:
    made = page(
        run("first of all", 0, 120, BODY),
        run("and then", 0, 106, BODY),
        run("at the top", 0, 700, BODY, left=320),
        run("and so on", 0, 686, BODY, left=320),
    )
    blocks, _ = tagged_blocks(made, [TagElement("P", ("Sect",), [0])])
    assert transcript(blocks) == "first of all and then at the top and so on"


def test_the_second_of_two_short_columns_begins_little_above_the_last_line_of_the_first() -> None:
    words = (("Guild of Painters", 72, 700), ("Founded 1803", 72, 684), ("The Loft", 300, 700))
    made = page(*(run(text, 0, y, BODY, left=left) for text, left, y in words))
    blocks, _ = tagged_blocks(made, [TagElement("P", (), [0])])
    assert transcript(blocks) == "Guild of Painters Founded 1803 The Loft"


def test_words_that_stand_in_no_paragraph_are_parted_where_a_sentence_ends() -> None:
    made = page(
        run("The lamps", 0, 700, BODY),
        run("are lit at dusk.", 0, 686, BODY),
        run("The locks are not.", 1, 672, BODY),
    )
    blocks, _ = tagged_blocks(made, [TagElement("Div", ("Document",), [0, 1])])
    assert transcript(blocks) == "The lamps are lit at dusk.\n\nThe locks are not."


def test_words_that_follow_the_blocks_inside_an_element_stand_behind_them(tmp_path: Path) -> None:
    words = [
        b"BT /F1 11 Tf 72 %d Td (%s) Tj ET" % (y, text)
        for y, text in ((700, b"The lamps are lit."), (660, b"The locks are not."))
    ]
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(tagged_page(words, b"[10 0 R 1]")))
    assert pdf.read(file).text == "The lamps are lit.\n\nThe locks are not.\n\n"


def test_a_call_and_its_note_do_not_part_their_paragraph(tmp_path: Path) -> None:
    words = [
        b"BT /F1 11 Tf 72 700 Td (The lamps are lit.) Tj ET",
        b"BT /F1 6 Tf 157 704 Td (1) Tj ET",
        b"BT /F1 11 Tf 165 700 Td (The locks are not.) Tj ET",
        b"BT /F1 5 Tf 72 103 Td (1) Tj ET",
        b"BT /F1 8 Tf 78 100 Td (Minutes of May.) Tj ET",
    ]
    element = b"<</Type/StructElem/S/%s/P %d 0 R/Pg 3 0 R/K%s>>"
    objects = tagged_page(words) | {
        7: b"<</Nums[0[10 0 R 11 0 R 10 0 R 13 0 R 12 0 R]]>>",
        10: element % (b"P", 8, b"[0 11 0 R 12 0 R 2]"),
        11: element % (b"Lbl", 10, b"1"),
        12: element % (b"Note", 10, b"[13 0 R 4]"),
        13: element % (b"Lbl", 12, b"3"),
    }
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    told = pdf.read(file).text.strip().split("\n\n")
    assert told == ["The lamps are lit.[^1] The locks are not.", "[^1]: Minutes of May."]


def test_words_without_a_tag_inside_a_picture_are_the_pictures(tmp_path: Path) -> None:
    parts = [
        b"BT /F1 11 Tf 72 700 Td (The lamps are lit at dusk by the keeper of the pier, and on the"
        b" quay.) Tj ET",
        b"100 400 200 100 re 110 410 50 50 re S EMC"
        b" BT /F1 9 Tf 120 450 Td (Pier) Tj ET BT /F1 9 Tf 420 450 Td (Quay) Tj ET /Artifact BMC",
    ]
    objects = tagged_page(parts, b"[10 0 R 11 0 R]") | {
        7: b"<</Nums[0[10 0 R 11 0 R]]>>",
        11: b"<</Type/StructElem/S/Figure/Alt(A map)/P 8 0 R/Pg 3 0 R/K 1>>",
    }
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    read = pdf.read(file)
    assert [drop.text for drop in read.drops if drop.kind == "picture"] == ["Pier"]
    assert read.text.endswith("Quay\n\n")


def test_the_caption_of_a_table_is_no_row_of_it(tmp_path: Path) -> None:
    words = [
        b"BT /F1 11 Tf %d %d Td (%s) Tj ET" % place
        for place in (
            (72, 700, b"Table 2: Lamps"),
            (72, 680, b"Kind"),
            (172, 680, b"Lit"),
            (72, 660, b"Oil"),
            (172, 660, b"14"),
        )
    ]
    element = b"<</Type/StructElem/S/%s/P %d 0 R/Pg 3 0 R/K[%s]>>"
    objects = tagged_page(words) | {
        7: b"<</Nums[0[11 0 R 14 0 R 15 0 R 16 0 R 17 0 R]]>>",
        10: element % (b"Table", 8, b"11 0 R 12 0 R 13 0 R"),
        11: element % (b"Caption", 10, b"0"),
        12: element % (b"TR", 10, b"14 0 R 15 0 R"),
        13: element % (b"TR", 10, b"16 0 R 17 0 R"),
        14: element % (b"TH", 12, b"1"),
        15: element % (b"TH", 12, b"2"),
        16: element % (b"TD", 13, b"3"),
        17: element % (b"TD", 13, b"4"),
    }
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    told = pdf.read(file).text.strip()
    assert told == "Table 2: Lamps\n\n| Kind | Lit |\n| --- | --- |\n| Oil | 14 |"


def test_a_contents_list_that_is_tagged_goes_with_its_heading_and_its_dots(tmp_path: Path) -> None:
    words = [
        b"BT /F1 14 Tf 72 700 Td (Contents) Tj ET",
        b"BT /F1 11 Tf 72 680 Td (Of lamps) Tj ET BT /F1 11 Tf 300 680 Td (2) Tj ET",
        b"BT /F1 11 Tf 72 600 Td (The lamps are lit, and the locks are not.) Tj ET",
    ]
    element = b"<</Type/StructElem/S/%s/P %d 0 R/Pg 3 0 R/K[%s]>>"
    objects = tagged_page(words) | {
        7: b"<</Nums[0[10 0 R 12 0 R 13 0 R]]>>",
        8: element % (b"Document", 6, b"10 0 R 11 0 R 13 0 R"),
        10: element % (b"H1", 8, b"0"),
        11: element % (b"TOC", 8, b"12 0 R"),
        12: element % (b"TOCI", 11, b"1"),
        13: element % (b"P", 8, b"2"),
    }
    dots = b" /Artifact BMC BT /F1 11 Tf 130 680 Td (. . . . . . . .) Tj ET EMC"
    page = objects[4].partition(b"stream\n")[2].rpartition(b"\nendstream")[0]
    objects[4] = stream(page + dots)
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    made = pdf.read(file)
    assert made.text == "The lamps are lit, and the locks are not.\n\n"
    assert {drop.kind for drop in made.drops} == {"contents-list"}


def test_tags_are_followed_though_the_heads_of_pages_are_longer_than_the_text(
    tmp_path: Path,
) -> None:
    head = b" /Artifact BMC BT /F1 8 Tf 72 820 Td (Lamps of the quay: what was asked) Tj ET EMC"
    drawn = b"/P <</MCID 0>> BDC BT /F1 11 Tf 72 600 Td (%s) Tj ET EMC" + head
    element = b"<</Type/StructElem/S/%s/P 8 0 R/Pg %d 0 R/K 0>>"
    objects = tagged_page([]) | {
        2: b"<</Type/Pages/Count 2/Kids[3 0 R 20 0 R]>>",
        4: stream(drawn % b"Are they lit?"),
        7: b"<</Nums[0[10 0 R] 1[11 0 R]]>>",
        8: b"<</Type/StructElem/S/Document/P 6 0 R/K[10 0 R 11 0 R]>>",
        10: element % (b"H2", 3),
        11: element % (b"P", 20),
        21: stream(drawn % b"They are."),
    }
    objects[20] = objects[3].replace(b"4 0 R", b"21 0 R").replace(b"Parents 0", b"Parents 1")
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    assert pdf.read(file).text == "# Are they lit?\n\nThey are.\n\n"


def test_cells_that_take_several_rows_and_columns_keep_the_others_in_their_columns(
    tmp_path: Path,
) -> None:
    places = (
        (72, 700, b"Quay"), (172, 700, b"Lamps"), (172, 680, b"Lit"), (272, 680, b"Out"),
        (72, 660, b"North"), (172, 660, b"4"), (272, 660, b"2"),
    )  # fmt: skip
    words = [b"BT /F1 11 Tf %d %d Td (%s) Tj ET" % place for place in places]
    element = b"<</Type/StructElem/S/%s/P %d 0 R/Pg 3 0 R/K[%s]%s>>"
    owners = b" ".join(b"%d 0 R" % n for n in range(20, 27))
    spans = {20: b"/A<</O/Table/RowSpan 2>>", 21: b"/A<</O/Table/ColSpan 2>>"}
    objects = tagged_page(words) | {
        7: b"<</Nums[0[%s]]>>" % owners,
        10: element % (b"Table", 8, b"11 0 R 12 0 R 13 0 R", b""),
        11: element % (b"TR", 10, b"20 0 R 21 0 R", b""),
        12: element % (b"TR", 10, b"22 0 R 23 0 R", b""),
        13: element % (b"TR", 10, b"24 0 R 25 0 R 26 0 R", b""),
    }
    for mark in range(len(places)):
        row = 11 if mark < 2 else 12 if mark < 4 else 13
        cell = 20 + mark
        objects[cell] = element % (b"TD", row, b"%d" % mark, spans.get(cell, b""))
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    assert pdf.read(file).text.strip().split("\n") == [
        "| Quay | Lamps |  |",
        "| --- | --- | --- |",
        "|  | Lit | Out |",
        "| North | 4 | 2 |",
    ]


@pytest.mark.parametrize(
    ("style", "mark"),
    [("Quotations", "> "), ("Block#20Text", "> "), ("Title", "# "), ("Text#20body", "")],
)
def test_the_name_of_a_style_says_what_a_paragraph_is(
    style: str, mark: str, tmp_path: Path
) -> None:
    words = [
        b"BT /F1 11 Tf 72 %d Td (%s) Tj ET" % (y, text)
        for y, text in ((700, b"Of the lamps"), (660, b"They are lit at dusk."))
    ]
    name = style.encode()
    objects = tagged_page(words) | {
        6: b"<</Type/StructTreeRoot/K 8 0 R/ParentTree 7 0 R/RoleMap<</%s/P>>>>" % name,
        7: b"<</Nums[0[10 0 R 11 0 R]]>>",
        8: b"<</Type/StructElem/S/Document/P 6 0 R/Pg 3 0 R/K[10 0 R 11 0 R]>>",
        10: b"<</Type/StructElem/S/%s/P 8 0 R/Pg 3 0 R/K 0>>" % name,
        11: b"<</Type/StructElem/S/P/P 8 0 R/Pg 3 0 R/K 1>>",
    }
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    assert pdf.read(file).text == f"{mark}Of the lamps\n\nThey are lit at dusk.\n\n"


PROSE = "The lamps of the quay are lit at dusk and put out at dawn, in all weathers."


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        (["Ann Ferry", "Clerk to the Board"], True),
        (["The Harbour Office", "Quay Street", "Marl"], True),
        (["(a) the lamps;", "(b) the locks."], True),
        (["the lamps;", "the locks and gates; and", "the oil."], True),
        (["Our ref: 4/12", "Your ref: LB 3"], True),
        (["The lamps of the quay", "are lit"], False),
        (["The lamps of the quay are lit at", "dusk and", "put out at dawn"], False),
        ([PROSE[:60], PROSE[:64], "and so it is."], False),
    ],
)
def test_a_line_ends_where_the_next_word_would_have_had_room(words: list[str], ended: bool) -> None:
    made = page(
        *(run(line, 0, 700 - 14 * n, BODY) for n, line in enumerate(words)),
        run(PROSE, 1, 500, BODY),
    )
    blocks, _ = tagged_blocks(made, [TagElement("P", (), [0]), TagElement("P", (), [1])])
    mark_ended_lines([(made.width, blocks)])
    assert transcript(blocks) == ("\n" if ended else " ").join(words) + f"\n\n{PROSE}"


def test_lines_with_words_to_their_right_are_of_a_narrow_column() -> None:
    made = page(
        *(run(word, 0, 700 - 14 * n, BODY) for n, word in enumerate(("Ann Ferry", "Clerk"))),
        run("The lamps", 1, 695, BODY, left=300),
        run(PROSE, 2, 500, BODY),
    )
    blocks, _ = tagged_blocks(made, [TagElement("P", (), [n]) for n in range(3)])
    mark_ended_lines([(made.width, blocks)])
    assert transcript(blocks) == f"Ann Ferry Clerk\n\nThe lamps\n\n{PROSE}"


def test_lines_end_where_they_did_though_their_paragraph_goes_on_with_another() -> None:
    before, block = (
        tagged_blocks(
            page(*(run(line, 0, 700 - 14 * n, BODY) for n, line in enumerate(words))),
            [TagElement("P", (), [0], begun_before=n == 1, goes_on=n == 0)],
        )[0][0]
        for n, words in enumerate((("Ann Ferry", "Bea Reed,"), ("Col Lock", "Di Weir")))
    )
    before.ends, block.ends, block.page = [0], [0], 1
    (made,) = joined([before, block], BODY, ["1", "2"], [])
    assert transcript([made]) == "Ann Ferry\nBea Reed, Col Lock\nDi Weir"


@pytest.mark.parametrize(
    ("on_page", "rows", "cells", "is_table"),
    [(1, 1, (0, 1, 1), False), (2, 1, (0, 1, 1), True), (1, 2, (0, 1, 1), True),
     (1, 1, (0, 1, 2), True)],
    ids=["lines side by side", "on another page", "two rows", "the head of columns"],
)  # fmt: skip
def test_a_row_alone_on_the_first_page_is_a_letterhead(
    on_page: int, rows: int, cells: tuple[int, ...], is_table: bool
) -> None:
    words = ("Guild of Painters", "The Loft", "Quay Street", "Oil wells", "Wax works")
    made = PdfPage(on_page, "1", 595, 842, tuple(
        run(text, n, 700 - 14 * n, BODY, left=72 + 200 * (n % 2)) for n, text in enumerate(words)
    ))  # fmt: skip
    elements = [
        TagElement("P", ("Table", "TR", "TD"), [n], table=0, row=n // 3, cell=cell, column=cell % 3)
        for n, cell in enumerate((*cells, 3, 4))
        if n < (3 if rows == 1 else 5)
    ]
    blocks, _ = tagged_blocks(made, elements)
    assert [block.kind for block in blocks] == (["table"] if is_table else ["paragraph"] * 3)


def test_line_ends_are_found_in_a_time_that_grows_with_the_page() -> None:
    def ended(*words: str, base: float) -> PdfBlock:
        made = page(*(run(one, 0, base - 14 * n, BODY) for n, one in enumerate(words)))
        return tagged_blocks(made, [TagElement("P", (), [0])])[0][0]

    def work(times: int) -> int:
        blocks = [ended("Clerk", "Ann", base=28.0 * n) for n in range(times)]
        pages = [(595.0, [*blocks, ended(PROSE, base=-500)])]
        done = lines_run(mark_ended_lines, pages).lines
        assert all(block.ends for block in blocks)
        return done

    assert not grows_too_fast(work(50), work(50 * TIMES))


@pytest.mark.parametrize(
    ("label", "base", "left", "told"),
    [
        ("2.", 700, 40, "2. The lamps are lit."),
        ("2.14", 701, 40, "2.14 The lamps are lit."),
        ("2.", 686, 40, "2.\n\nThe lamps are lit."),  # on another line
        ("2.", 700, 400, "2.\n\nThe lamps are lit."),  # behind the words
        ("ii", 700, 40, "ii\n\nThe lamps are lit."),
        ("Lamps", 700, 40, "Lamps\n\nThe lamps are lit."),
    ],
)
def test_a_number_in_the_margin_begins_the_paragraph_beside_it(
    label: str, base: float, left: float, told: str
) -> None:
    made = page(run(label, 0, base, BODY, left=left), run("The lamps are lit.", 1, 700, BODY))
    blocks, _ = tagged_blocks(made, [TagElement("P", ("Div",), [n]) for n in (0, 1)])
    assert " ".join(transcript(blocks).split(" ")).replace("2.14  ", "2.14 ") == told


def test_numbers_that_no_words_stand_beside_stay() -> None:
    made = page(run("7.", 0, 700, BODY), run("8.", 1, 700, BODY, left=200))
    blocks, _ = tagged_blocks(made, [TagElement("P", (), [n]) for n in (0, 1)])
    assert transcript(blocks) == "7.\n\n8."


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("i Board of Bakers, Annual Report", False),
        ("i. “The mill”, Flour 3", False),
        ("it costs more than a penny.", True),
        ("is the mill at Thorrin.", True),
        ("v Ouse: the case of the ponds.", True),
    ],
)
def test_the_first_note_behind_a_text_is_no_rest_of_its_last_words(
    words: str, *, is_one: bool
) -> None:
    pages = [page(run(text, 0, 700, BODY)) for text in ("Secretary", words)]
    found = [tagged_blocks(made, [TagElement("P", (), [0])])[0][0] for made in pages]
    found[1].page = 1
    assert (len(joined(found, BODY, ["1", "2"], [])) == 1) == is_one
