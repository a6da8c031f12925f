"""Sections and paragraphs that are called by where they stand from here, and notes before a note.

Symptom: "the next section", "the previous chapter", "the preceding paragraph"; a note that begins
with "ibid".
Found by: such words. A section is the one of the level of the innermost that the words stand in, on
that side, within the same larger one; a paragraph the next passage on that side.
Leaves alone: words before the first or after the last; a chapter or a part where headings are not
called so; what is of another work ("the next section of the Guide"); "ibid" behind another source.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.cross_references.anothers import is_anothers
from consultations.annotate.cross_references.sending import Sending
from consultations.model.edition import Passage

RULE = "next-sections"
PATTERN = re.compile(
    r"""
      (?<=\bthe[ ]) (?P<which> next|following|previous|preceding ) [ ]
      (?P<sort> section|chapter|part|paragraph ) \b               # the next section
    | \A (?:see[ ])? (?P<same> ibid ) \b                           # Ibid., p. 4
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORDS = ("next", "following", "prev", "preced", "ib")
"""Every match of the pattern has one of these words, in lower case."""
_BEFORE = {"previous", "preceding"}


def target(sending: Sending) -> Passage | None:
    """The section, paragraph or note that is meant."""
    passages, index = sending.edition.passages, sending.index
    if sending.match["same"]:
        before = passages[index - 1 : index]
        in_notes = sending.passage.kind == "footnote" and before
        return before[0] if in_notes and before[0].kind in ("footnote", "reference") else None
    sort, is_before = sending.said("sort"), sending.said("which") in _BEFORE
    if is_anothers(sending, sort):
        return None
    rest = passages[:index][::-1] if is_before else passages[index + 1 :]
    if sort == "paragraph":
        return rest[0] if rest and rest[0].kind in ("paragraph", "list_item") else None
    return _section(sending, rest, sort)


def _section(sending: Sending, rest: Sequence[Passage], sort: str) -> Passage | None:
    """The section next to the one that the words stand in."""
    by_id = sending.edition.by_id
    around = [by_id[id_] for id_ in sending.passage.section]
    if sort != "section":
        around = [one for one in around if one.text.casefold().startswith(sort)]
    if not around:
        return None
    here, level = around[-1], around[-1].level or 1
    for passage in rest:
        if passage.kind != "heading" or passage is here:
            continue
        if (passage.level or 1) <= level:
            fits = passage.level == here.level
            called = sort == "section" or passage.text.casefold().startswith(sort)
            return passage if fits and called else None
    return None
