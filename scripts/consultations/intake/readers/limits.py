"""How much a file may ask of a reader. Each limit is named in the error that it leads to."""

BYTES = 100_000_000
"""Bytes of the file itself."""
UNPACKED = 400_000_000
"""Bytes of all parts of a packed file such as DOCX, unpacked."""
PART = 100_000_000
"""Bytes of one part, unpacked."""
PARTS = 5_000
RATIO = 200
"""How many times larger than packed a part may be, where it is over a megabyte."""
PAGES = 3_000
TAGS = 500_000
"""Tags of a page."""
DEPTH = 250
"""Elements of a page inside each other."""
SECONDS = 300
"""Seconds of computing time."""
MEMORY = 3_000_000_000
"""Bytes of address space that the reader's process may have."""
