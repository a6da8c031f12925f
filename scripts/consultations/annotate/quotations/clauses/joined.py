"""Those who speak as one: "Ann Moss, Tom Bell and Bea Reed said"; “…,” said Moss and Fenn."""

from collections.abc import Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.quotations.clauses.clauses import is_bound
from consultations.annotate.quotations.voices import Candidate, Voice

_AND = re.compile(r",?\sand\s(?:the\s)?")
_COMMA = re.compile(r",\s(?:the\s)?")
_DONE_TO = re.compile(
    r"""
    \b (?: he | I | it | she | they | we | who                            # they thanked
      | (?:the|an?|her|his|its|our|their) (?: \s (?!\w+ly\b) [\w’'-]+ ){1,2} )  # the board thanked
    \s [a-z]+ed \s \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Before those of whom another clause tells: "they thanked Ann Moss and Tom Bell said".

Without somebody who does it the word tells of themselves: "the newly elected Ann Moss".
"""
_NEAR = 80
"""Code points before a name in which a preposition stands that binds it."""


def joined(silent: str, named: Sequence[Candidate], subject: Candidate, voice: Voice) -> Voice:
    """The voice of a verb's subject, and of whoever is named beside it and speaks as one with it.

    Args:
        silent: a passage's text with blanks for what others say in it.
        named: the candidates near the verb, in order.
        subject: one of them.
        voice: that one's.
    """
    who = [c for c in named if c.voice and c.voice.kind in ("speech", "publication")]
    if voice.kind not in ("speech", "publication"):
        return voice
    for one, two in pairwise(who):
        if _AND.fullmatch(silent[one.end : two.start]):
            row = [one, two]
            for before in reversed(who[: who.index(one)]):
                if not _in_one_row(silent, before, row[0]):
                    break
                row.insert(0, before)
            if subject not in row:
                continue
            before_row = silent[max(0, row[0].start - _NEAR) : row[0].start]
            if _DONE_TO.search(before_row) and not silent.startswith(", who", row[-1].end):
                return two.voice or voice
            *first, last = (c.voice.label for c in row if c.voice)
            return Voice(f"{', '.join(first)} and {last}", voice.kind)
    return voice


def _in_one_row(silent: str, one: Candidate, other: Candidate) -> bool:
    """Whether a comma joins two who speak as one, and ends no phrase: "with Ann Moss, Reed"."""
    near = max(0, one.start - _NEAR)
    if not _COMMA.fullmatch(silent[one.end : other.start]) or is_bound(silent, near, one):
        return False
    # An office may be that of whoever is named before it: Ann Moss, the clerk.
    both = [c.voice for c in (one, other) if c.voice]
    return both[0].kind == both[1].kind and not any(voice.label.islower() for voice in both)
