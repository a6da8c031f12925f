"""Kinds of elements of HTML, by their names."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""Headings, the highest first."""
BLOCKS = frozenset({
    *HEADINGS, "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "header", "hr",
    "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})  # fmt: skip
"""What begins on a line of its own."""
