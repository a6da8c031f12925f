"""Words that send the reader to another place of the document.

Each form finds the words, then looks for the one place that they mean. Where two places may be
meant, or the document has none, there is no reference.
"""

PAGES = (
    "other-answers",
    "neighbours",
    "next-sections",
    "labelled-places",
    "titled-sections",
    "said-elsewhere",
    "named-sections",
)
