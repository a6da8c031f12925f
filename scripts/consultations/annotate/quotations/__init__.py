"""Words that a document quotes, and whose words they are.

First everything is found that stands between marks or in a block. What is a term is nobody's. Then
each quotation, in reading order, is held against the grounds on which a speaker may be named, and
the first that names one decides; where none does, the speaker is unknown, and that is said.

`grounds` has a file for each of them; they ask `cast` who may be speaking, `clauses` who says what
in a sentence, and `anaphora` for whom "she" or "the board" stands.
"""

PAGES = (
    "quotation-marks",
    "block-quotations",
    "unmarked",
    "terms",
    "citation-attached",
    "table-row",
    "credit-after",
    "speech-label",
    "said-before",
    "said-after",
    "clause-subject",
    "note-called",
    "goes-on",
    "lead-in",
    "report-continues",
)
