"""The work cited right after a quotation.

Symptom: “…” (Moss 2004: 85); “…” – Moss and Bell 1999; ('…' Moss 2004: 103).

Found by: a citation that follows the closing mark with nothing between but punctuation, a dash and
an opening bracket. It is a citation of a work that the archive knows, or a name and a year in
brackets that it does not.

Leaves alone: a citation farther away, or in the next sentence.
"""

from bisect import bisect_left

from consultations import patterns as re
from consultations.annotate.quotations.cast.strangers import cited_stranger
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import voice_of_citation

RULE = "citation-attached"
_GAP = re.compile(r"[\"'”’»]?[\s.,;:!?)\]]*(?:[-–—]\s*)?\(?")
_SENTENCE_END = re.compile(r"[\"'”’»]\.\s|[.?!][\"'”’»]?\s(?![-–—(])")
_NEAR = 25
"""The longest gap, in code points."""


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the work cited."""
    text = quoted.passage.text
    citations = stage.cast.edition.citations_of[quoted.passage.id]
    following = bisect_left(citations, quoted.end, key=lambda c: c.start)
    for citation in citations[following : following + 1]:
        gap = text[quoted.end : citation.start]
        apart = _SENTENCE_END.search(gap) and citation.text[0] != "("
        if len(gap) < _NEAR and _GAP.fullmatch(gap) and not apart:
            work = stage.cast.authority.by_id[citation.work]
            return Ruling(voice_of_citation(work, citation), citation.end)
    stranger = cited_stranger(text, quoted.end)
    return Ruling(stranger, quoted.end) if stranger else None
