"""Records of what people said, whose lines are no headings for being short."""

from collections import Counter

from consultations.english.printed_questions import standing_speakers
from consultations.model.draft import Draft
from consultations.rules.prose import SPEAKS

_SPEECHES = 8
"""Speeches from which on a document is a record of them."""


def speaking_lines(draft: Draft) -> frozenset[int]:
    """Where blocks begin that are nothing but who speaks in the next one."""
    speaking = standing_speakers([draft.read(block) for block in draft.body])
    return frozenset(draft.body[n].start for n in speaking)


def is_record_of_speech(draft: Draft) -> bool:
    """Whether many paragraphs begin with the name of who speaks, each name more than once."""
    prose = [block for block in draft.blocks if block.kind == "paragraph"]
    found = (SPEAKS.match(draft.text, block.start, block.end) for block in prose)
    speakers = Counter(match[0] for match in found if match)
    again = sum(count for count in speakers.values() if count > 1)
    return again >= _SPEECHES and again * 10 >= len(prose)
