"""Word files as several programs write them: what is printed, and what is left out and told."""

import tomllib
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.intake.readers.wordfile import MAIN, write_word

from consultations.errors import UnreadableError
from consultations.intake.readers import docx, kind_of

CASES = tomllib.loads(Path(__file__).with_name("word.toml").read_text("utf-8"))["case"]
KIND_OF_CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
_TOLD = {"label", "body", "markdown", "left_out"}
_WORDS = etree.XPath("""//text()[parent::*[local-name() = 't' or local-name() = 'delText']]
    [not(ancestor::*[local-name() = 'Fallback'])]""")
"""All words in the XML of a part, each of two alternatives once."""
HEADING = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Of bridges</w:t></w:r></w:p>'
STYLE = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_what_a_file_prints(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "source.docx"
    write_word(file, case["body"], {k: v for k, v in case.items() if k not in _TOLD})
    read = docx.read(file)
    assert read.text.strip() == case["markdown"].strip()
    told = [f"{d.text} -> {d.after}" if d.after else " ".join(d.text.split()) for d in read.drops]
    assert told == case.get("left_out", [])


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_every_letter_of_a_file_is_read_or_told(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "source.docx"
    write_word(file, case["body"], {k: v for k, v in case.items() if k not in _TOLD})
    read = docx.read(file)
    with zipfile.ZipFile(file) as packed:
        parts = [packed.read(name) for name in packed.namelist() if name.startswith("word/")]
    held = _letters("".join(word for part in parts for word in _WORDS(etree.fromstring(part))))
    assert held - _letters(read.text + "".join(drop.text for drop in read.drops)) == Counter()


def _letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())


def test_what_a_person_should_look_at_is_said(tmp_path: Path) -> None:
    body = """<w:altChunk r:id="out"/><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>four</w:t></w:r>
    <w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>five</w:t></w:r></w:p>"""
    write_word(tmp_path / "a.docx", body, {})
    taken_in, struck = docx.read(tmp_path / "a.docx").doubts
    assert "open it in Word and save it again" in taken_in
    assert struck.endswith("first “four” (1 in all)")


def test_what_is_taken_in_without_its_kind_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    def taking_in(xml: str) -> str:
        chunk = f'<Relationship Id="in" Type="{KIND_OF_CHUNK}" Target="chunk.mht"/>'
        return xml.replace('<Relationship Id="out"', f'{chunk}<Relationship Id="out"')

    write_word(tmp_path / "a.docx", '<w:altChunk r:id="in"/>[p]four[/p]', {}, changed=taking_in)
    with zipfile.ZipFile(tmp_path / "a.docx", "a") as packed:
        packed.writestr("word/chunk.mht", "<p>five</p>")
    transcript = docx.read(tmp_path / "a.docx")
    assert transcript.text == "four\n"
    taken_in, without_kind = transcript.doubts
    assert "open it in Word and save it again" in taken_in
    assert without_kind.endswith("of no kind that it tells: 'word/chunk.mht' (1 in all)")


def test_a_picture_that_is_lost_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    def losing(xml: str) -> str:
        lost = '<Relationship Id="i{0}" Type="x/image" Target="{1}"/>'
        both = lost.format(1, "media/pier.png") + lost.format(2, "../NULL")
        return xml.replace('<Relationship Id="out"', f'{both}<Relationship Id="out"')

    write_word(tmp_path / "a.docx", HEADING, {"styles": STYLE}, changed=losing)
    transcript = docx.read(tmp_path / "a.docx")
    assert transcript.text == "# Of bridges\n"
    assert [doubt.rpartition(": ")[2] for doubt in transcript.doubts] == ["'NULL' (2 in all)"]


@pytest.mark.parametrize(
    "main",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        MAIN.replace(".document.", ".template."),
    ],
)
def test_a_file_with_macros_and_a_template_are_read(main: str, tmp_path: Path) -> None:
    write_word(tmp_path / "a.docm", HEADING, {"styles": STYLE}, main=main)
    assert kind_of(tmp_path / "a.docm") == "docx"
    assert docx.read(tmp_path / "a.docm").text == "# Of bridges\n"


def test_strict_names_are_read_as_the_usual_ones(tmp_path: Path) -> None:
    def strict(xml: str) -> str:
        usual = "http://schemas.openxmlformats.org/{}/2006/"
        for name in ("wordprocessingml", "officeDocument"):
            xml = xml.replace(usual.format(name), f"http://purl.oclc.org/ooxml/{name}/")
        return xml

    write_word(tmp_path / "a.docx", HEADING, {"styles": STYLE}, changed=strict)
    assert docx.read(tmp_path / "a.docx").text == "# Of bridges\n"


def test_another_packed_file_is_no_word_document(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", HEADING, {}, main="application/vnd.ms-excel.sheet.main+xml")
    with pytest.raises(UnreadableError, match="no Word document"):
        docx.read(tmp_path / "a.docx")
