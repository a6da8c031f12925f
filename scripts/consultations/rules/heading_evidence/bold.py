"""Headings in bold type, which other bold lines look like.

Bold type marks a heading and stands for emphasis. What tells them apart is the end of the words,
what stands under them, and whether somebody who saw the page judged them before.
"""

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block
from consultations.model.text import letters
from consultations.rules.heading_evidence.plain import HeadingEvidence
from consultations.rules.heading_evidence.words import LONGEST, NUMBERED, PARAGRAPH_CITED
from consultations.rules.prose import is_quotation

_FEWEST_MARKED = 4
"""Headings that a reader has marked which sees the types of the page."""
_LONGEST_BOLD = 30
"""Words. A longer text in bold is an emphasised paragraph."""
_BOX = re.compile(r"(?:box|panel|case study)\s(?:\d{1,3}|[A-Z])[.:]?", re.IGNORECASE)
"""The number of a box, whose title is the next line. That of a table is its caption."""
_LABELLED = re.compile(r"[A-Z][a-z]{2,20} \d{1,3}[a-z]?[.:](?=\s|\Z)")
"""The label of a proposal, and words that may follow: `Proposal 4: That the board`."""


def is_heading(evidence: HeadingEvidence, words: str, under: Block) -> bool:
    """Whether a block in bold from end to end is a heading.

    Args:
        evidence: what the document shows so far.
        words: of the block.
        under: the next block.
    """
    if PARAGRAPH_CITED.search(words) or _goes_on_in_items(evidence, words, under):
        return False
    if words.endswith(":") and is_quotation(evidence.draft.read(under)):
        return False  # who says it: `Ann Moss (Lamp Board):`
    is_asked = words.endswith("?")
    # A bold sentence is emphasis, unless a number or its question mark says what it is.
    is_firm = NUMBERED.match(words) is not None or is_asked
    if not is_firm and (len(words.split()) > _LONGEST_BOLD or ends_sentence(words)):
        return False
    if _was_judged(evidence):
        is_told = (
            letters(words) in evidence.listed or _BOX.fullmatch(evidence.before.last) is not None
        )
        # A question among other bold lines is a field of a form.
        is_field = is_asked and evidence.draft.is_bold(under)
        return is_told or (is_firm and not is_field)
    return True


def _was_judged(evidence: HeadingEvidence) -> bool:
    """Whether a reader that saw the types of the page marked headings, and left this line alone.

    A reader that marked next to none may not have known them.
    """
    return evidence.draft.source.is_laid_out and evidence.marked >= _FEWEST_MARKED


def _goes_on_in_items(evidence: HeadingEvidence, words: str, under: Block) -> bool:
    """Whether the sentence of the words goes on in the items under them.

    The words have the label of a proposal, and the items are in bold as well; or the words are more
    than a heading has. A short clause in bold may head its list: `What the board is to see to:`. A
    numbered question is one with its parts, however long.
    """
    if under.kind != "list_item" or not evidence.draft.read(under)[:1].islower():
        return False
    if NUMBERED.match(words):
        return False
    is_labelled = _LABELLED.match(words) is not None
    return len(words.split()) > LONGEST or (is_labelled and evidence.draft.is_bold(under))
