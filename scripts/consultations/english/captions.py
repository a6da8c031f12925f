"""What the caption of a table or a picture begins with."""

from consultations import patterns as re

CAPTION = re.compile(
    r"(?:table|figure|fig\.?|chart|graph|diagram|map|box)(?:\s+(?:\d|[a-z]\b)|\s?:)|:\s",
    re.IGNORECASE,
)
"""`Fig. 3`, `Box B`, `Table: Lamps`; or the mark that says so: `: Lamps`."""
