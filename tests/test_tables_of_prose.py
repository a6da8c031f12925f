"""What each form of an edition shows of a table of prose: the head of a column beside its cells."""

import lzma
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from consultations.annotate import annotate
from consultations.data.references.items import Transcription
from consultations.data.texts.epub_text import text_page
from consultations.data.texts.plain_text import plain_text
from consultations.data.texts.tei import tei
from consultations.data.texts.tei_header import TEI
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages import markdown_files
from consultations.pages.data import edition_data

NOBODY = Authority(())
GIVEN_OUT = Transcription("An Archive", "edition 1")
ROW = "No.|Comment|Response"


@pytest.fixture(scope="module")
def edition(make_edition: Any) -> Edition:
    made = make_edition(
        [
            "# A reply",
            f"@1.0.1 [{ROW}] |{ROW}",
            "@1.1.1 [No.] |4",
            "@1.1.2 [Comment] It <rusts> in the rain.",
            "@1.1.3 [Response] We will paint it:",
            "@1.1.3 [Response] - red",
            "@1.2.1 [No.] |5",
            "@1.2.2 [Comment] It is dark.",
            "That is all.",
        ]
    )
    return annotate(made, NOBODY)


def address(below: str) -> str:
    return f"https://example.org/{below}"


def test_a_page_keeps_a_row_together_and_says_what_heads_each_cell(edition: Edition) -> None:
    page = markdown_files([edition], NOBODY)["texts/doc/index.md"]
    before, *rows = page.split('<div class="row" markdown>')
    assert "A reply" in before
    assert len(rows) == 3
    heads, first, second = rows
    assert "No. · Comment · Response\n" in heads
    assert re.search(r'<span class="column">No\.</span> 4\n', first)
    in_order = [
        "Comment\n",
        "rusts",
        "Response\n",
        "We will paint it:",
        "- red",
    ]
    places = [first.index(words) for words in in_order]
    assert places == sorted(places)
    assert first.count("\nResponse\n") == 1
    assert second.index("It is dark.") < second.index("No answer") < second.index("</div>")
    assert "That is all." in second.partition("</div>")[2]


def test_no_head_of_a_column_is_a_heading_of_the_document(edition: Edition) -> None:
    assert [p.text for p in edition.passages if p.kind == "heading"] == ["A reply"]
    assert all(p.section == ("p0",) for p in edition.passages[1:])


def test_data_says_where_a_passage_stands_and_what_a_comment_is_called(edition: Edition) -> None:
    data = edition_data(edition)
    cells = [p.get("cell") for p in data["passages"]]
    assert cells[5] == {"table": 1, "row": 1, "column": 3, "heads": ["Response"]}
    assert cells[0] is cells[-1] is None
    asked = [(q["number"], q["kind"], q["called"], q["answered"]) for q in data["questions"]]
    assert asked == [("4", "question", "comment", True), ("5", "question", "comment", False)]


def test_plain_text_and_a_book_name_the_column_once_before_its_cell(edition: Edition) -> None:
    text = plain_text(edition, NOBODY, address)
    assert text.count("Response:\n") == 1
    assert re.search(r"Comment:\s+It <rusts> in the rain\.\s+Response:\s+We will paint it:", text)
    book = etree.fromstring(text_page(edition, NOBODY, address(""), GIVEN_OUT))
    named = [e.text for e in book.iter("{http://www.w3.org/1999/xhtml}strong")]
    assert named == ["Comment", "Response", "Comment"]


def test_tei_labels_the_cells_and_stays_valid(edition: Edition) -> None:
    root = etree.fromstring(tei(edition, NOBODY, address, GIVEN_OUT, None))
    assert [e.text for e in root.iter(f"{TEI}label")] == ["Comment", "Response", "Comment"]
    roles = [e.get("role") for e in root.iter(f"{TEI}row")]
    assert roles == ["label", "data", "data"]
    packed = (Path(__file__).parent / "data/tei_all.rng.xz").read_bytes()
    schema = etree.RelaxNG(etree.fromstring(lzma.decompress(packed)))
    assert schema.validate(root), schema.error_log.last_error
