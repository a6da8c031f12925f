"""What the words of a heading are like: the judgement that several rules share."""

import re

from consultations.english.addresses import has_address
from consultations.rules.prose import SPEAKER, breaks_off, is_quotation

LONGEST = 14
"""Words of a plain heading that is no question."""

NUMBERED = re.compile(
    r"""
    (?:
        (section|part|chapter|annex|appendix|theme|question|q)\s*           # Annex B
        ([a-z]|\d{1,2}|[ivx]{1,5})\b[.:)]?
      | ([a-z]?)(\d{1,2})((?:\.\d{1,2})*)[.:)]?                             # 2.1   B4)
    )
    (?=\s)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a numbered heading begins with: a word and a number (groups 1 and 2), or a number alone.

Groups 3 to 5 are the letter, the number and what follows its first point.
"""

_CODE = re.compile(
    r"""
      \d{6,}                                        # E0327120
    | \d(?:[ -]?\d){8,}                             # 01632 960 001   978-0-00-000000-2
    | \b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b         # Ferry Lane, Ourtown, ZZ1 1ZZ
    """,
    re.VERBOSE,
)
"""A number of a telephone, a book or a form, or a postcode: a line for finding something."""

YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)")
"""What a reference has after its authors' names: `Moss, A. (1987b) Ferries`."""

_CAPTION = re.compile(
    r"(?:table|figure|fig\.?|chart|graph|diagram|map|box)\s+(?:\d|[a-z]\b)", re.IGNORECASE
)
"""What the caption of a table or a picture begins with: `Fig. 3`, `Box B`."""

SENTENCE_INSIDE = re.compile(r"[a-z0-9)][.;]\s+[A-Z]")
"""A sentence that ends within the words: `Nobody came. The hall`."""

_STATEMENT_INSIDE = re.compile(r"[a-z0-9)](?<!\bi\.e)(?<!\be\.g)(?<!\betc)[.;]\s+\S")
"""As above, in lower case too, but for the points of abbreviations."""


_TOPIC = re.compile(
    r"""
    (?:who|what|where|when|why|which|how)\b.{1,60}?\b
    (?:
        (?:i|you|we|they|he|she|it|this|these|that|those)[ ]        # Who we are
        (?:am|are|is|was|were|have|had|will|can|could|should|must)
      | (?:about|at|by|for|from|in|into|of|on|to|with|without)      # What the guild asks for
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A clause that begins like a question and is whole, though a sentence seldom ends in its word."""


def is_no_heading(words: str) -> bool:
    """Whether the words are a remark in brackets, or have an address: a heading is neither."""
    return words.startswith(("(", "[")) or has_address(words)


_ANNEX = re.compile(r"(?:annexe?|appendix|schedule)(?:\s?[:–—-]\s.+)?", re.IGNORECASE)


def names_annex(words: str) -> bool:
    """Whether the words are those of an annex that has no number: `Appendix: Tolls`."""
    return _ANNEX.fullmatch(words) is not None


def is_caption(words: str) -> bool:
    """Whether the words are the caption of a table or a picture, which is no heading."""
    return _CAPTION.match(words) is not None


def is_question(words: str) -> bool:
    """Whether the words are one question or several, and nothing else."""
    asks = words.rstrip("”\"'’ ").endswith("?") and words[:1].isupper()
    return asks and not _STATEMENT_INSIDE.search(words)


def can_be_heading(words: str) -> bool:
    """Whether a line of plain type can be a heading, as far as its words tell.

    They are a few, in one piece, and neither a sentence nor the beginning of one. A quotation, a
    reference and a question that somebody is said to ask are no headings either.
    """
    split = words.split()
    if len(split) > LONGEST or words[-1] in ".,;:!-–—" or _CODE.search(words):
        return False
    is_broken = breaks_off(words) and not _TOPIC.fullmatch(words)
    if SENTENCE_INSIDE.search(words) or is_broken or split[-1].lower() == "see":
        return False
    is_asked = words.endswith("?") and SPEAKER.match(words)
    return not (is_quotation(words) or YEAR.search(words) or is_asked)
