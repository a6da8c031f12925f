"""What reusers take: citations in the styles that they write in, and data in the forms they know.

- `references`: in the styles of CSL, in plain words and in Markdown; words between quotation marks
- `tables`: as CSV and JSON Lines, with a data package
- `texts`: an edition as TEI P5, as a book, as plain text
- `annotations`: Web Annotations; `feed`: Atom
- `xml`, `zipped`, `addresses`: what several of these are made with
"""

from consultations.data.addresses import whole
from consultations.data.annotations import web_annotations
from consultations.data.feed import atom_feed
from consultations.data.references.citation_forms import citation_forms
from consultations.data.references.csl import STYLES
from consultations.data.references.items import (
    Item,
    Transcription,
    at,
    document_item,
    passage_of,
    transcribed,
)
from consultations.data.references.plain import (
    Cited,
    markdown,
    place_in,
    plain_quotation,
    plain_reference,
)
from consultations.data.references.quoted import credited, quotation, speaking, words_of
from consultations.data.references.styles import reference, with_transcription
from consultations.data.tables.columns import TABLES
from consultations.data.tables.files import as_csv, as_json_lines, data_package, header_row
from consultations.data.tables.rows import named_in
from consultations.data.tables.spreadsheet import escaped
from consultations.data.texts.epub import epub
from consultations.data.texts.plain_text import llms_text, plain_text
from consultations.data.texts.tei import tei
from consultations.data.zipped import write_zip

__all__ = [
    "STYLES",
    "TABLES",
    "Cited",
    "Item",
    "Transcription",
    "as_csv",
    "as_json_lines",
    "at",
    "atom_feed",
    "citation_forms",
    "credited",
    "data_package",
    "document_item",
    "epub",
    "escaped",
    "header_row",
    "llms_text",
    "markdown",
    "named_in",
    "passage_of",
    "place_in",
    "plain_quotation",
    "plain_reference",
    "plain_text",
    "quotation",
    "reference",
    "speaking",
    "tei",
    "transcribed",
    "web_annotations",
    "whole",
    "with_transcription",
    "words_of",
    "write_zip",
]
