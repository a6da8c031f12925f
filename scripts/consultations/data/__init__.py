"""What reusers take: citations in the styles that they write in, and data in the forms they know.

- `items`: what is cited, as CSL-JSON has it: a document, a passage of it, a work
- `csl`, `styles`: references in the styles of CSL. The only modules that know citeproc.
- `citation_forms`: the same with holes, which a page fills for any passage
- `quoted`: words between quotation marks, and whose they are
- `plain`: references in plain words and in Markdown
- `tables`, `rows`, `table_files`, `spreadsheet`: tables as CSV and JSON Lines with a data package
- `tei`, `tei_header`, `tei_marks`: an edition as TEI P5
- `epub`, `epub_text`: an edition as a book
- `annotations`: Web Annotations; `plain_text`: text alone; `feed`: Atom
- `outline`, `xml`, `zipped`, `addresses`: what several of these are made with
"""

from consultations.data.addresses import whole
from consultations.data.annotations import web_annotations
from consultations.data.citation_forms import citation_forms
from consultations.data.csl import STYLES
from consultations.data.epub import epub
from consultations.data.feed import atom_feed
from consultations.data.items import (
    Item,
    Transcription,
    at,
    document_item,
    passage_of,
    transcribed,
    work_item,
)
from consultations.data.plain import (
    Cited,
    markdown,
    place_in,
    plain_quotation,
    plain_reference,
)
from consultations.data.plain_text import llms_text, plain_text
from consultations.data.quoted import credited, quotation, speaking, words_of
from consultations.data.rows import named_in
from consultations.data.spreadsheet import escaped
from consultations.data.styles import reference, with_transcription
from consultations.data.table_files import as_csv, as_json_lines, data_package, header_row
from consultations.data.tables import TABLES
from consultations.data.tei import tei
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
    "work_item",
    "write_zip",
]
