"""What the words of a line tell of whether it is a heading, sort by sort."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from consultations.model.source import Record
from consultations.rules.heading_evidence import clauses, title_page, words
from consultations.rules.heading_evidence.never import is_no_heading

LINES = tomllib.loads(Path(__file__).with_name("heading_words.toml").read_text(encoding="utf-8"))
RECORD = Record(
    title="Of ferries",
    authors=("Ann Moss", "Ferry Guild"),
    organisation=None,
    date="1902",
    type="report",
    responds_to=None,
    rights="",
    language="en-GB",
    provenance="",
    converter=None,
)


@pytest.mark.parametrize(
    ("sort", "tells"),
    [
        ("section", words.names_section),
        ("caption", words.is_caption),
        ("annex", words.names_annex),
        ("question", words.is_question),
        ("imprint", is_no_heading),
        ("letter", is_no_heading),
        ("byline", is_no_heading),
        ("of_table", is_no_heading),
        ("of_book", is_no_heading),
        ("of_change", is_no_heading),
        ("of_minutes", is_no_heading),
        ("noted", lambda line: not words.can_be_heading(line)),
        ("numbered", lambda line: words.NUMBERED.match(line) is not None),
        ("remark", is_no_heading),
        ("heads_list", words.heads_list),
        ("date", title_page.is_date),
        ("authors", lambda line: title_page.is_title_matter(RECORD, line)),
        ("topic", lambda line: not clauses.is_broken(line)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_is_of_its_sort(sort: str, tells: Callable[[str], bool]) -> None:
    assert [line for line in LINES[sort] if not tells(line)] == []
    assert [line for line in LINES.get(f"no_{sort}", ()) if tells(line)] == []


def test_a_document_without_authors_names_none() -> None:
    assert not title_page.is_title_matter(replace(RECORD, authors=()), "by")
