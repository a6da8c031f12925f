"""Word documents: what they print, with the numbers, notes and changes that Word keeps apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from consultations.intake.readers import docx as reader

Fill = Callable[[Any], None]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Fill], Any]:
    """The transcript of a document that a function has filled."""

    def made(fill: Fill) -> Any:
        document = docx.Document()
        fill(document)
        document.save(str(tmp_path / "source.docx"))
        return reader.read(tmp_path / "source.docx")

    return made


def blocks(transcript: Any) -> list[str]:
    return list(transcript.text.strip().split("\n\n"))


def test_headings_by_style_and_by_look(read: Any) -> None:
    def fill(document: Any) -> None:
        document.add_heading("Of bridges", 0)
        document.add_heading("Timber", 1)
        document.add_paragraph("It rots where it is wet.")
        document.add_paragraph().add_run("Oak and elm").bold = True
        document.add_paragraph("Both are used.")
        document.add_paragraph().add_run("This is said with weight, and it ends.").bold = True
        document.add_paragraph().add_run("2. It should be painted. (Paragraph 22)").bold = True
        document.add_paragraph("It will be.")

    assert blocks(read(fill)) == [
        "# Of bridges",
        "## Timber",
        "It rots where it is wet.",
        "### Oak and elm",
        "Both are used.",
        "**This is said with weight, and it ends.**",
        "**2. It should be painted. (Paragraph 22)**",
        "It will be.",
    ]


@pytest.mark.parametrize(
    ("lines", "stated", "heads"),
    [
        (("Piers", "of the North"), "", ["# Piers of the North", "## Oil", "## Wax"]),
        (("Piers", "Introduction"), "", ["# Piers", "## Introduction", "### Oil", "### Wax"]),
        (("Piers", "of Reed", "SUMMARY"), "",
         ["# Piers of Reed", "## SUMMARY", "### Oil", "### Wax"]),
        (("Piers", "Ann Moss, Keeper", "by Tom Reed"), "", ["# Piers", "## Oil", "## Wax"]),
        (("Piers of Reed", "Lamps"), "Piers of  Reed",
         ["# Piers of Reed", "## Lamps", "### Oil", "### Wax"]),
        (("Piers of Reed", "/Lamps"), "", ["# Piers of Reed", "## Lamps", "### Oil", "### Wax"]),
    ],
    ids=["two lines", "a part", "lines and a part", "persons", "as stated", "in italics"],
)  # fmt: skip
def test_a_title_ends_where_a_part_or_a_person_is_named(
    lines: tuple[str, ...], stated: str, heads: list[str], read: Any
) -> None:
    def fill(document: Any) -> None:
        document.core_properties.title = stated
        for line in lines:
            run = document.add_paragraph().add_run(line.removeprefix("/"))
            run.font.size, run.italic = Pt(28), line.startswith("/")
        for head in ("Oil", "Wax"):
            document.add_paragraph("The clerk of the harbour buys it in May, and nobody else may.")
            document.add_paragraph().add_run(head).font.size = Pt(18)
        document.add_paragraph("It is dear.")

    assert [block for block in blocks(read(fill)) if block.startswith("#")] == heads


def test_a_paragraph_is_no_heading_because_it_is_bold_in_part(read: Any) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph()
        paragraph.add_run("Oak").bold = True
        paragraph.add_run(" lasts ")
        paragraph.add_run("long").italic = True
        document.add_paragraph("Elm does not.")

    assert blocks(read(fill)) == ["**Oak** lasts *long*", "Elm does not."]


NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
  <w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="1"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(document: Any, text: str, list_id: int, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    inner = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{inner}</w:numPr>"))


def test_numbers_are_written_as_word_prints_them(read: Any) -> None:
    def fill(document: Any) -> None:
        part = document.part.numbering_part
        part._element = parse_xml(NUMBERING)
        for text, list_id, level in [
            ("Timber", 7, 0), ("Oak is used.", 7, 1), ("Elm is not.", 7, 1), ("by law", 7, 2),
            ("by custom", 7, 2), ("Iron", 7, 0), ("It rusts.", 7, 1), ("Anew", 8, 0),
        ]:  # fmt: skip
            numbered(document, text, list_id, level)

    assert blocks(read(fill)) == [
        "1. Timber", "1.1  Oak is used.", "1.2  Elm is not.", "(a) by law", "(b) by custom",
        "2. Iron", "2.1  It rusts.", "1. Anew",
    ]  # fmt: skip


def test_tracked_changes_are_taken_as_accepted_and_told(read: Any) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("It costs ")._p
        paragraph.append(
            parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>four</w:delText></w:r></w:del>")
        )
        paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>five</w:t></w:r></w:ins>"))
        hidden = document.add_paragraph("Seen. ").add_run("Unseen.")
        hidden.font.hidden = True

    transcript = read(fill)
    assert blocks(transcript) == ["It costs five", "Seen."]
    assert [(d.kind, d.text) for d in transcript.drops] == [
        ("deletion", "four"),
        ("hidden", "Unseen."),
    ]


def test_a_table_of_data_and_one_that_lays_out_a_page(read: Any) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            (cell for row in table.rows for cell in row.cells),
            ["Year", "Toll", "1803", "4 | 5"],
            strict=True,
        ):
            cell.text = text
        box = document.add_table(rows=1, cols=1)
        box.cell(0, 0).text = "A box round a paragraph."

    assert blocks(read(fill)) == [
        "| Year | Toll |\n| --- | --- |\n| 1803 | 4 \\| 5 |",
        "A box round a paragraph.",
    ]


def test_fields_show_their_results_and_forms_their_values(read: Any) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("See page ")._p
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGEREF x</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>', "<w:t>12</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        ):  # fmt: skip
            paragraph.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
        box = document.add_paragraph("Yes ")._p
        box.append(
            parse_xml(
                f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
                '<w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
            )
        )

    assert blocks(read(fill)) == ["See page 12", "Yes ☒"]


def test_bullets_are_items_at_their_depth(read: Any) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Timber", style="List Bullet")
        document.add_paragraph("oak", style="List Bullet 2")
        element = OxmlElement("w:p")
        element.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>After.</w:t></w:r>"))
        document.element.body.insert(len(document.element.body) - 1, element)
        assert document.element.body.find(qn("w:p")) is not None

    assert [block.strip()[:2] for block in blocks(read(fill))] == ["- ", "- ", "Af"]
