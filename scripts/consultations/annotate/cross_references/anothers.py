"""Whose section or note a label calls: the document's own, or that of a law, a work or somebody.

Of a wrong link a reader sees nothing, so it is somebody else's wherever something says so.
"""

from consultations import patterns as re
from consultations.annotate.cross_references.sending import Sending
from consultations.english.kinds import NAMED_BODY, WORK
from consultations.english.sentences import sentence_start

_LAW = rf"""(?:
    (?: Acts? | Bills? | Byelaws? | Charter | Code | Constitution | Convention | Directive
      | Instruments? | Law | Measure | Orders? | Regulations? | Rules | Schedules? | Statutes?
      | Treaty )\b (?! [ ](?:{NAMED_BODY})\b )            # but not the Law Society
)"""
_ANOTHERS = re.compile(
    rf"""
    \s?(?:\(\w+\))* (?:
        ,?\s (?:of|in|to|from|under)\s                  # of the guild's report, in Marsh
        (?! (?:this|our)\b | these\s | (?:the\s)?(?:present|above)\b
          | (?:Annexe?|Appendix|Chapter|Part|Section) \s [A-Z\d][\d.]* (?![\w.]*\s(?:of|to)\b) )
      | ,?\s (?! (?:and|the)\b )
        (?:(?:[A-Z][\w’'&-]*|of|and|for|the|\([^()]*\))[,\s]+){{0,10}} {_LAW}
                                                       # Ferries Act 1811
      | \s[A-Z]{{2,}}\b                                # section 4 FA
    )
    """,
    re.VERBOSE,
)
_QUARTER = re.compile(r"Q[1-4],?\s?(?:of\s)?(?:(?:19|20)\d\d|FY)")
"""Three months of a year, and no question."""
_OWNER = re.compile(
    r"""
    (?: \b(?i:their|its|his|her|whose) | \w['’]s | s['’] ) \s (?:\w+\s)? \Z
    """,
    re.VERBOSE,
)
"""Right before a label: the guild's section 4."""
_UNDER_LAW = re.compile(rf"\b{_LAW}", re.VERBOSE)
"""Somewhere before a label: under the Act, section 4."""
_BY_LAW = {"section", "part", "chapter", "paragraph"}
"""What Acts and the like have as well."""
_BESIDE = re.compile(
    rf"""
      \([^()]*\b(?:1[5-9]|20)\d\d\),?\s\Z                    # Lamps of Leith (2004) para 3
    | \(nn?\s\d{{1,3}}\),?\s(?:at\s)?\Z                       # Moss (n 5) para 3
    | (?: \b(?i:the|their|its|his|her|an?) | \w['’]s | s['’] ) \s (?!present\b)
      (?:[\w’'-]+\s){{0,3}}? (?i:{WORK})                      # the Board's report, at section 4
      (?: ,\s(?:at\s|in\s|see\s)? | \sat\s | \s\( ) \Z
    """,
    re.VERBOSE,
)
"""What stands right before a label that is another work's."""
_FROM_HERE = re.compile(r"\s(?:above|below|infra|overleaf|supra)\b")
_SAYING = re.compile(
    r"\b(?:as\s(?:we\s(?:have\s)?)?)?"
    r"(?:argued?|described?|discuss(?:ed)?|explain(?:ed)?|mention(?:ed)?|noted?|sa(?:y|id))\s(?:at|in)\s\Z"
)
"""Right before a label, what an author does and no law: "as noted at paragraph 3"."""


def is_from_here(sending: Sending) -> bool:
    """Whether words behind a label send the reader up or down in this document: "item 4 below"."""
    return _FROM_HERE.match(sending.passage.text, sending.match.end()) is not None


def is_anothers(sending: Sending, sort: str) -> bool:
    """Whether the words that send the reader to a label mean something else than this document.

    Args:
        sending: the words, label and all.
        sort: what they call: a section, a note.
    """
    text, (start, end) = sending.passage.text, sending.match.span()
    before = text[sentence_start(text, start) : start]
    # "As we say at paragraph 3, the Ferries Act 1811 is in force" is the author's paragraph.
    goes_on = text[end : end + 1] == "," and _SAYING.search(before)
    if _QUARTER.match(text, start) or (_ANOTHERS.match(text, end) and not goes_on):
        return True
    if _OWNER.search(before):
        return True
    if is_from_here(sending):
        return False
    of_law = sort in _BY_LAW and _UNDER_LAW.search(before) and not _SAYING.search(before)
    if of_law or _BESIDE.search(before):
        return True
    # "(Marsh 2004, section 3)" is Marsh's.
    cited = sending.edition.citations_of[sending.passage.id]
    return any(0 <= start - c.end < 3 and text[c.end : start].strip(" ,;:") == "" for c in cited)
