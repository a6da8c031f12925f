"""What the caption of a table or a picture begins with."""

from consultations import patterns as re

DRAWN = r"table|fig(?:ure|\.)?|chart|graph|diagram|map"
"""Words for what is drawn or set out in cells, and has a number: alternatives, in lower case."""
CAPTION = re.compile(rf"(?:{DRAWN}|box)(?:\s+(?:\d|[a-z]\b)|\s?:)|:\s", re.IGNORECASE)
"""`Fig. 3`, `Box B`, `Table: Lamps`; or the mark that says so: `: Lamps`."""
