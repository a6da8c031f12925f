"""What the label of a note looks like, wherever it stands: its number, letter or sign.

The forms in which a converter leaves a label (raised, in brackets, in a link) are in `forms`.
"""

NUMBER = r"\d{1,3}"
"""Notes are counted up to 999: a longer number is a year, a sum or an amount."""

LISTED = rf"{NUMBER}[a-z]?|[a-z]|[ivxl]{{2,6}}"
"""A label that the items of a list have too: `12`, `12a`, `b`, `iv`."""

SIGNS = "*†‡§¶‖"
"""Signs that are labels. An asterisk may be Markdown's too, and a section sign the law's."""

STARS = r"(?:\\?\*){1,3}"
"""One to three asterisks, each perhaps with the backslash that keeps Markdown from reading it."""

SURE_SIGNS = "†‡"
"""Signs that stand right after a word for nothing but a note."""

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

LABEL = rf"{LISTED}|[{RAISED_DIGITS}]{{1,3}}|{STARS}|[{SIGNS}]{{1,3}}"
"""Any label."""

BEGINS_WORDS = r"(?-i:[^\W\d_a-z][^\W\d_A-Z]|https?:)"
"""What stands right behind a label that a converter left without a blank: `1Minutes`, not `3D`."""
