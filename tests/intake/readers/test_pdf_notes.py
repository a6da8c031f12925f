"""Notes of PDFs without tags, in the forms in which they are set."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEFT, LINE, TOP, Draw, blocks, lines, transcript_of
from tests.intake.readers.raw_pdf import one_page, pdf_of, stream

from consultations.intake.readers import pdf
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.endnotes import endnotes_apart
from consultations.intake.readers.pdf.notes import PdfNote, call_from_afar
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun
from consultations.model.transcript import Drop


def noted(sign: str, *, raised: bool, label: str, size: float, ruled: bool) -> Draw:
    """A page that calls a note, and has it at its foot."""

    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "it was painted.")
        x = LEFT + canvas.stringWidth("it was painted.", "Helvetica", 11)
        lines(canvas, sign, x=x, y=TOP - 28 + (4 if raised else 0), size=7 if raised else 11)
        lines(canvas, LINE, "ends.", y=TOP - 60)
        if ruled:
            canvas.line(LEFT, 116, LEFT + 140, 116)
        lines(canvas, f"{label} Minutes of the works.", y=100, size=size)

    return page


@pytest.mark.parametrize(
    ("sign", "raised", "label", "size", "ruled"),
    [
        ("1", True, "1", 8, True),
        ("1", True, "1", 11, True),
        ("1", True, "1.", 11, True),
        ("12", True, "(12)", 11, True),
        ("*", False, "*", 8, True),
        ("†", True, "†", 11, True),
        ("1", True, "1.", 8, False),
        ("12", True, "(12)", 8, False),
    ],
)
def test_a_note_under_a_line_is_found(
    sign: str, raised: bool, label: str, size: float, ruled: bool, tmp_path: Path
) -> None:
    draw = noted(sign, raised=raised, label=label, size=size, ruled=ruled)
    told = blocks(transcript_of(tmp_path / "source.pdf", draw))
    named = {"*": "star", "†": "dagger"}.get(sign, sign)
    assert told[0].endswith(f"it was painted.[^{named}]")
    assert told[1] == f"[^{named}]: Minutes of the works."


def test_labels_that_begin_again_on_each_page_call_their_own_notes(tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, f"Of {n}: {LINE}", f"page {n} ends.")
            x = LEFT + canvas.stringWidth(f"page {n} ends.", "Helvetica", 11)
            lines(canvas, "1", x=x, y=TOP - 14 + 4, size=6)
            lines(canvas, "1", y=103, size=5)
            lines(canvas, f"Note of page {n}.", x=LEFT + 12, y=100, size=8)

        return draw

    told = blocks(transcript_of(tmp_path / "source.pdf", *(page(n) for n in (1, 2, 3))))
    for n in (1, 2, 3):
        at = told.index(f"[^1]: Note of page {n}.")
        assert told[at - 1].endswith(f"page {n} ends.[^1]")


def test_a_line_of_figures_under_a_rule_is_no_note(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "ends.")
        canvas.line(LEFT, 720, LEFT + 140, 720)
        lines(canvas, LINE, "ends too.", y=700)

    assert blocks(transcript_of(tmp_path / "source.pdf", page)) == [
        f"{LINE} ends.",
        f"{LINE} ends too.",
    ]


def test_a_line_of_a_note_that_begins_with_a_section_or_a_year_begins_none(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "and so it ends.")
        x = LEFT + canvas.stringWidth("and so it ends.", "Helvetica", 11)
        lines(canvas, "1", x=x, y=TOP - 14 + 4, size=6)
        lines(canvas, "1", y=123, size=5)
        lines(canvas, "The Lamps Act, as it stood in the year", x=LEFT + 6, y=120, size=8)
        lines(canvas, "2010", y=110, size=8)
        lines(canvas, "Law of Lamps", x=LEFT + 22, y=110, size=8, font="Helvetica-Oblique")
        lines(canvas, "§§ 350 and 351.", y=100, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert len([block for block in told if block.startswith("[^")]) == 1
    assert told[-1].endswith("*Law of Lamps* §§ 350 and 351.")


def test_notes_behind_each_chapter_are_called_from_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y: float = TOP
        for chapter in ("one", "two"):
            y = lines(canvas, f"Chapter {chapter}", y=y - 20, size=16)
            for n in (1, 2):
                ended = f"and so {chapter} ends."
                y = lines(canvas, LINE, ended, y=y - 10)
                x = LEFT + canvas.stringWidth(ended, "Helvetica", 11)
                lines(canvas, str(n), x=x, y=y + 18, size=6)
            y = lines(canvas, "Notes", y=y - 20, size=13)
            for n in (1, 2):
                y = lines(canvas, f"{n}. Note {n} of chapter {chapter}.", y=y - 8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    for chapter in ("one", "two"):
        for n in (1, 2):
            at = told.index(f"[^{n}]: Note {n} of chapter {chapter}.")
            assert told[at - 1].endswith(f"{chapter} ends.[^{n}]")


def test_numbered_paragraphs_that_nothing_calls_stay_under_their_heading(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "ends.")
        y = lines(canvas, "Notes", y=y - 20, size=13)
        lines(canvas, "1. The lamps are lit.", "2. The locks are not.", y=y - 8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[2:] == ["1. The lamps are lit.", "2. The locks are not."]


def test_small_numbered_lines_that_nothing_calls_are_no_notes(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "it was painted.")
        lines(canvas, "1. Minutes of the works.", y=100, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[-1] == "1. Minutes of the works."


def test_a_figure_that_its_font_draws_raised_calls_a_note(tmp_path: Path) -> None:
    shapes = [
        stream(b"500 0 0 %d 400 %d d1 0 %d 400 %d re f" % (low, high, low, high - low))
        for low, high in ((360, 700), (0, 620), (0, 500))
    ]
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 1000]/FontMatrix[.001 0 0 .001 0 0]"
        b"/FirstChar 49/LastChar 51/Widths[500 500 500]/ToUnicode 9 0 R"
        b"/Encoding<</Type/Encoding/Differences[49/raised/plain/letter]>>"
        b"/CharProcs<</raised 6 0 R/plain 7 0 R/letter 8 0 R>>>>"
    )
    names = b"begincmap 3 beginbfchar <31> <0031> <32> <0032> <33> <006E> endbfchar endcmap"
    content = (
        b"BT /F1 10 Tf 72 700 Td (3333333333333333333332) Tj ET"
        b" BT /F1 10 Tf 72 686 Td (332331) Tj ET BT /F1 8 Tf 72 90 Td (133233) Tj ET"
    )
    objects = one_page(content) | {5: font, 9: stream(names)}
    objects |= dict(zip((6, 7, 8), shapes, strict=True))
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    assert pdf.read(file).text == "nnnnnnnnnnnnnnnnnnnnn2 nn2nn[^1]\n\n[^1]: nn2nn\n\n"


def test_a_raised_figure_that_is_a_character_of_its_own_calls_a_note(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "over 40 m².¹ It was painted.")
        lines(canvas, "¹ Minutes of the works.", y=100, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0].endswith("over 40 m².[^1] It was painted.")
    assert told[1] == "[^1]: Minutes of the works."


STYLE = Style(11.0, bold=False, italic=False, font="Any", colour=0)


def block(text: str, *, raised: str = "", label: str = "") -> PdfBlock:
    runs = [TypeRun(text, STYLE, raised=False)]
    if raised:
        runs.append(TypeRun(raised, STYLE, raised=True))
    return PdfBlock("paragraph", [TypeLine(tuple(runs), 72, 300, 700, 11.0)], 0, label=label)


CALLING = [block("The lamps are lit", raised="1"), block("and put out", raised="2")]


@pytest.mark.parametrize(
    "listed",
    [
        [block("1."), block("Of dusk.↩︎"), block("2."), block("Of dawn."), block("And more. ↩")],
        [block("1. Of dusk. ↩"), block("2. Of dawn."), block("And more.↩")],
        [block("Of dusk.↩", label="1."), block("Of dawn.", label="2."), block("And more.⏎")],
        [block("[1] Of dusk."), block("↩"), block("[2] Of dawn."), block("And more."), block("↩")],
    ],
)
def test_notes_that_lead_back_need_no_heading(listed: list[PdfBlock]) -> None:
    body, notes = endnotes_apart(
        [*CALLING, block("The last words."), *listed, block("After.")], [], [], [], 11.0
    )
    assert [one.text for one in body][-2:] == ["The last words.", "After."]
    told = [[" ".join(line.text for line in one) for one in note.paragraphs] for note in notes]
    assert told == [["Of dusk."], ["Of dawn.", "And more."]]
    assert [note.label for note in notes] == ["1", "2"]


@pytest.mark.parametrize(
    "listed",
    [
        [block("1. Of dusk."), block("2. Of dawn.")],
        [block("1. Of dusk. ↩"), block("3. Of dawn. ↩")],
        [block("2. Of dusk. ↩"), block("3. Of dawn. ↩")],
    ],
)
def test_a_list_that_leads_nowhere_stays_in_the_text(listed: list[PdfBlock]) -> None:
    text = [block("The lamps are lit", raised="9"), *listed]
    assert endnotes_apart(text, [], [], [], 11.0) == (text, [])


def test_a_heading_of_two_lines_keeps_the_mark_of_a_hyphen_for_the_rules_to_judge(
    tmp_path: Path,
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, "The law of the State on lamps and all Device-", size=16)
        y = lines(canvas, "Specific rules of lighting", y=y - 4, size=16)
        y = lines(canvas, LINE, "and so it ends.", y=y - 20)
        y = lines(canvas, "Lamps as they were in every pre-", y=y - 20, size=16)
        y = lines(canvas, "and post-war street", y=y - 4, size=16)
        lines(canvas, LINE, "and so it ends.", y=y - 20)

    told = [one for one in blocks(transcript_of(tmp_path / "source.pdf", page)) if one[0] == "#"]
    assert [one.lstrip("# ") for one in told] == [
        "The law of the State on lamps and all Device\ufffeSpecific rules of lighting",
        "Lamps as they were in every pre- and post-war street",
    ]


def over_the_end(first: str, second: str, *, size: float, ruled: bool) -> list[Draw]:
    """Two pages of which the first calls a note that goes on at the foot of the second."""

    def foot(canvas: Canvas, text: str) -> None:
        if ruled:
            canvas.line(LEFT, 116, LEFT + 140, 116)
        lines(canvas, text, y=100, size=size)

    def calls(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "it was painted.")
        x = LEFT + canvas.stringWidth("it was painted.", "Helvetica", 11)
        lines(canvas, "1", x=x, y=TOP - 24, size=7)
        foot(canvas, first)

    def goes_on(canvas: Canvas) -> None:
        lines(canvas, f"Of gates: {LINE}", LINE, "they were shut.")
        foot(canvas, second)

    return [calls, goes_on]


@pytest.mark.parametrize(
    ("first", "second", "size", "ruled"),
    [
        ("1 Minutes of the works.", "The clerk wrote them.", 8, True),
        ("1 Minutes of the works and", "of the painters.", 8, False),
        ("1 Minutes of the works and", "of the painters.", 11, True),
    ],
)
def test_a_note_goes_on_at_the_foot_of_the_next_page(
    first: str, second: str, size: float, ruled: bool, tmp_path: Path
) -> None:
    pages = over_the_end(first, second, size=size, ruled=ruled)
    told = blocks(transcript_of(tmp_path / "source.pdf", *pages))
    assert told[1] == f"[^1]: {first[2:]} {second}"
    assert told[2].startswith("Of gates")
    assert told[2].endswith("they were shut.")


def test_small_words_after_a_note_that_has_ended_are_text(tmp_path: Path) -> None:
    pages = over_the_end("1 Minutes of the works.", "Printed by the mill.", size=8, ruled=False)
    told = blocks(transcript_of(tmp_path / "source.pdf", *pages))
    assert told[1] == "[^1]: Minutes of the works."
    assert told[-1] == "Printed by the mill."


def test_a_note_that_is_called_on_the_page_before_is_found_by_its_plain_label(
    tmp_path: Path,
) -> None:
    calls, _ = over_the_end(" ", "", size=8, ruled=False)

    def has(canvas: Canvas) -> None:
        lines(canvas, f"Of gates: {LINE}", LINE, "they were shut.")
        lines(canvas, "1. Minutes of the works.", y=100, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", calls, has))
    assert told[0].endswith("it was painted.[^1]")
    assert "[^1]: Minutes of the works." in told


def test_a_hyphen_at_a_lines_end_in_a_cell_is_marked_for_the_rules_to_judge(
    tmp_path: Path,
) -> None:
    def page(canvas: Canvas) -> None:
        for y in (700, 680, 640):
            canvas.line(LEFT, y, 400, y)
        for x in (LEFT, 200, 400):
            canvas.line(x, 640, x, 700)
        for x, head in ((LEFT + 5, "Year"), (205, "Words")):
            lines(canvas, head, x=x, y=685)
        lines(canvas, "1999", x=LEFT + 5, y=668)
        lines(canvas, "It was a consider-", "able sum, before the pre-", x=205, y=668, leading=12)
        lines(canvas, "and post-war years.", x=205, y=644)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0].endswith(
        "| 1999 | It was a consider\ufffeable sum, before the pre- and post-war years. |"
    )


@pytest.mark.parametrize(("signs", "stays"), [(("1", "[2]"), False), (("1",), True)])
def test_the_heading_of_notes_goes_where_all_of_them_are_called(
    signs: tuple[str, ...], stays: bool
) -> None:
    text = [block("The lamps are lit", raised=sign) for sign in signs]
    notes = [block("1. Of dusk. ↩"), block("2. Of dawn. ↩")]
    if stays:
        notes += [block("3. Of noon. ↩"), block("4. Of night. ↩")]
        text += [block("And then", raised=sign) for sign in ("2", "3")]
    drops: list[Drop] = []
    body, found = endnotes_apart([*text, block("Notes"), *notes], [], ["1"], drops, 11.0)
    assert [note.label for note in found] == [str(n + 1) for n in range(len(notes))]
    assert ([one.text for one in body][-1] == "Notes") == stays
    assert [drop.text for drop in drops] == ([] if stays else ["Notes"])


def test_a_note_as_large_as_the_text_may_have_two_paragraphs(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "it was painted.")
        x = LEFT + canvas.stringWidth("it was painted.", "Helvetica", 11)
        lines(canvas, "1", x=x, y=TOP - 24, size=7)
        lines(canvas, LINE, "ends.", y=TOP - 60)
        canvas.line(LEFT, 116, LEFT + 140, 116)
        lines(canvas, "1", y=104, size=7)
        lines(canvas, "Minutes of the works.", x=LEFT + 6, y=100)
        lines(canvas, "They were never printed.", y=76)

    transcript = transcript_of(tmp_path / "source.pdf", page)
    assert "[^1]: Minutes of the works.\n\n    They were never printed.\n" in transcript.text


def test_what_follows_the_sign_of_a_note_stands_at_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "it was painted")
        x = LEFT + canvas.stringWidth("it was painted", "Helvetica", 11)
        lines(canvas, "1", x=x + 1, y=TOP - 10, size=6.5)
        lines(canvas, ". Nobody knows why.", x=x + 4.6, y=TOP - 14)
        canvas.line(LEFT, 116, LEFT + 140, 116)
        lines(canvas, "1 Minutes of the works.", y=100, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0].endswith("it was painted[^1]. Nobody knows why.")


def behind_the_text(*bodies: str, size: float, signs: tuple[str, ...]) -> list[Draw]:
    """A page that calls notes by raised signs, and one that has their bodies."""

    def calls(canvas: Canvas) -> None:
        for n, sign in enumerate(signs):
            y = TOP - 50 * n
            lines(canvas, LINE, "it was painted.", y=y)
            x = LEFT + canvas.stringWidth("it was painted.", "Helvetica", 11)
            lines(canvas, sign, x=x, y=y - 10, size=7)

    def has(canvas: Canvas) -> None:
        lines(canvas, *bodies, size=size, leading=11)

    return [calls, has]


@pytest.mark.parametrize(
    ("labels", "size"),
    [(("i", "ii", "iii"), 9), (("1", "2", "3"), 9), (("i",), 9), (("i.", "ii.", "iii."), 10)],
)
def test_notes_behind_the_text_need_no_heading_where_all_are_called_and_small(
    labels: tuple[str, ...], size: float, tmp_path: Path
) -> None:
    signs = tuple(label.rstrip(".") for label in labels)
    bodies = [f"{label} Minutes of {sign}." for label, sign in zip(labels, signs, strict=True)]
    pages = behind_the_text(*bodies, size=size, signs=signs)
    told = blocks(transcript_of(tmp_path / "source.pdf", *pages))
    assert len(told) == 2 * len(signs)
    for sign in signs:
        assert f"{LINE} it was painted.[^{sign}]" in told
        assert f"[^{sign}]: Minutes of {sign}." in told


@pytest.mark.parametrize(
    ("labels", "size", "signs"),
    [(("i", "ii"), 11, ("i", "ii")), (("i", "ii"), 9, ("i",)), (("ii", "iii"), 9, ("ii", "iii"))],
)
def test_small_words_behind_the_text_are_no_notes_where_one_is_not_called_or_the_first_is_missing(
    labels: tuple[str, ...], size: float, signs: tuple[str, ...], tmp_path: Path
) -> None:
    pages = behind_the_text(*(f"{one} Minutes." for one in labels), size=size, signs=signs)
    made = transcript_of(tmp_path / "source.pdf", *pages)
    assert "[^" not in made.text
    assert made.text.count("Minutes.") == len(labels)


@pytest.mark.parametrize(
    ("called", "labels", "first_pages"),
    [
        (("1", "2"), ("1", "2"), [0, 1]),
        (("1", "", "1"), ("1",), [None]),
        (("2",), ("2",), [None]),
        (("", "", "", "", "", "", "", "", "1"), ("1",), [None]),
    ],
)
def test_notes_behind_it_all_are_called_from_the_one_page_that_has_their_sign(
    called: tuple[str, ...], labels: tuple[str, ...], first_pages: list[int | None]
) -> None:
    text = []
    for page, sign in enumerate(called):
        text.append(block("It was painted", raised=sign))
        text[-1].page = page
    notes = [PdfNote(label, 9, last_page=9) for label in labels]
    call_from_afar(notes, text)
    assert [note.first_page for note in notes] == first_pages


def test_a_small_paragraph_at_the_top_of_a_page_does_not_go_on_with_the_text(
    tmp_path: Path,
) -> None:
    def ends(canvas: Canvas) -> None:
        lines(canvas, LINE, "Clerk to the Council")

    def small(canvas: Canvas) -> None:
        lines(canvas, "see the minutes, which are kept.", size=8)
        lines(canvas, LINE, LINE, y=TOP - 40)

    told = blocks(transcript_of(tmp_path / "source.pdf", ends, small))
    assert told[0].endswith("Clerk to the Council")


@pytest.mark.parametrize(
    ("ends", "labels"), [("Minutes of one.", ["1", "2"]), ("Minutes of May and", ["1"])]
)
def test_a_note_under_a_heading_may_begin_on_a_line_of_the_one_before_it(
    ends: str, labels: list[str]
) -> None:
    listed = block(f"1 {ends}")
    listed.lines += block("2 June, at noon.").lines
    more = [] if len(labels) > 1 else [block("2 Minutes of two.")]
    text = [*CALLING, block("Notes"), listed, *more]
    _, notes = endnotes_apart(text, [], ["1"], [], 11.0)
    assert [note.label for note in notes] == ["1", "2"]
    told = [" ".join(line.text for line in note.paragraphs[0]) for note in notes]
    assert told == (
        [ends, "June, at noon."] if not more else [f"{ends} 2 June, at noon.", "Minutes of two."]
    )
