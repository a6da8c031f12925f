"""Lines that their author ended: of an address, a signature, a form, a list of who was there."""

from collections.abc import Sequence
from typing import Literal

from consultations import patterns as re
from consultations.english.letter_words import VALEDICTION
from consultations.english.persons import POST, ROLE
from consultations.english.replies import is_short_reply
from consultations.english.sentences import ends_sentence
from consultations.model.source import Record
from consultations.rules.form_lines import BOX
from consultations.rules.heading_evidence.title_page import is_title_matter
from consultations.rules.heading_evidence.words import is_person
from consultations.rules.prose import breaks_off

LONGEST = 60
"""Code points: a longer line is one of running text."""
LABELLED = re.compile(
    r"[^\W\d_a-z][\w’'-]{0,20}(?:[ ][\w’'-]{1,20}){0,2}(?: \([a-z][^()\d]{1,40}\))?:(?:[ \t]|\Z)"
)
"""`From: Ann Ferry`, `Date of birth: 4 May`, `Guild (if any): Lamps`."""
_COPIES = re.compile(
    r"(?:c\.?c\.?|cop(?:y|ies)\sto|enc(?:l|losures?)?)(?:[.:]\s?|\s)", re.IGNORECASE
)
"""With what a list begins of those to whom a letter goes as well: `cc  Ann Moss`."""
_OF_ADDRESS = re.compile(
    r"""
      \A\d{1,4}[A-Za-z]?,?\s[^\W\d_a-z]         # 12 Ferry Lane
    | \b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\Z      # AB1 2CD
    | (?i:\b(?:tel(?:ephone)?|phone|fax|e-?mail|mobile)\b)\.?:?\s
    | \bP\.?O\.?\sBox\s
    | \S@\S{1,60}\.\S
    """,
    re.VERBOSE,
)
FEWEST = 3
"""Fewest lines of an address."""
_MOST_SIGNED = 5
"""Most lines of a signature: a name, offices, a body."""
_OFFICE = re.compile(rf"\b(?:{POST}|{ROLE})\b", re.IGNORECASE)
_HONOURABLE = re.compile(r"(?:The\s)?(?:R(?:igh)?t\.?\s)?Hon(?:ou?rable|\.)?\s")
After = Literal["close", "kept", "names"]
"""What lines may stand right after: a letter's close, kept lines, words that announce names."""


def are_the_authors(
    record: Record, found: Sequence[str], after: After | None = None, *, is_above: bool = False
) -> bool:
    """Whether lines that stand right under one another were ended by the author.

    Args:
        record: of the document.
        found: the lines, without white space at their ends.
        after: what stands right before them, if that says that somebody signs here, or is named.
        is_above: they stand above a letter's greeting.
    """
    if any(len(line) > LONGEST for line in found):
        return False
    if _COPIES.match(found[0]) and not _hold_sentence(found):
        return True
    return len(found) > 1 and (
        any(all(map(is_one, found)) for is_one in (LABELLED.match, BOX.match, is_short_reply))
        or any(are_told(found) for are_told in (_is_form, _is_close, _is_attendance))
        or is_signed(record, found, after)
        or (after == "names" and not (_hold_sentence(found) or _are_broken(found)))
        or (is_above and _are_addressed(found))
    )


def _is_form(found: Sequence[str]) -> bool:
    """Whether lines are fields of a form, two at least, with boxes and what stands over those."""
    others = [line for line in found if not LABELLED.match(line)]
    boxes = [line for line in others if BOX.match(line)]
    are_over = all(line.endswith((":", "?")) for line in others if line not in boxes)
    return bool(boxes) and are_over and len(found) - len(others) > 1


def _are_broken(found: Sequence[str]) -> bool:
    """Whether a line goes on with the one before it; in an address that says nothing."""
    others = [line for line in found if not _OF_ADDRESS.search(line)]
    return any(line[:1].islower() or breaks_off(line.rstrip(",")) for line in others)


def _is_close(found: Sequence[str]) -> bool:
    """Whether lines are what closes a letter, or an address."""
    if VALEDICTION.fullmatch(found[0]):  # under it may stand in small letters: for the guild
        are_whole = not any(breaks_off(line.rstrip(",")) for line in found[1:])
        return are_whole and not _hold_sentence(found[1:])
    if VALEDICTION.fullmatch(" ".join(found)):
        return True  # I am, Sir, / your obedient servant,
    is_address = any(map(_OF_ADDRESS.search, found)) and len(found) >= FEWEST
    return is_address and not (_are_broken(found) or _hold_sentence(found[:-1]))


def _is_signature(record: Record, found: Sequence[str]) -> bool:
    """Whether lines are a person's name and, under it, what they are.

    The author's own name stands on a cover, the lines of which are passages of their own.
    """
    if not _OFFICE.search(found[1]) or is_title_matter(record, found[0]):
        return False
    return found[1][:1].isupper() and names_person(found[0])


def names_person(line: str) -> bool:
    """Whether a line begins with a person's name, alone or before a comma or a bracket."""
    name = line.split(",")[0].partition(" (")[0]
    return is_person(_HONOURABLE.sub("", name, count=1))


def is_signed(record: Record, found: Sequence[str], after: After | None) -> bool:
    """Whether short lines are a signature, by what they say or by what stands right before them.

    A letter may be signed by many: then a name under a signature is another one.
    """
    if not 1 < len(found) <= _MOST_SIGNED or _hold_sentence(found):
        return False
    is_next = after == "kept" and names_person(found[0])
    return after == "close" or is_next or _is_signature(record, found)


def _are_addressed(found: Sequence[str]) -> bool:
    """Whether lines above a letter's greeting say from whom it comes, or to whom it goes.

    One may begin in lower case: `The Chair`, `of the Lamp Board`.
    """
    is_whole = not any(breaks_off(line.rstrip(",")) for line in found)
    return found[0][:1].isupper() and is_whole and not _hold_sentence(found)


def _is_attendance(found: Sequence[str]) -> bool:
    """Whether names stand under labels, two of them at least: `Present:`, `Apologies:`.

    One is enough where each line has a person's name, and none is needed where three have one and
    most of them say what the person is.
    """
    if _are_broken(found):
        return False
    first = LABELLED.match(found[0])
    names = [found[0][first.end() :].strip() if first else found[0], *found[1:]]
    are_told = 2 * sum("," in name or "(" in name for name in names) > len(names) >= FEWEST
    if (first or are_told) and all(map(names_person, names)):
        return True
    labels = sum(LABELLED.match(line) is not None for line in found)
    return first is not None and labels > 1 and not _hold_sentence(found)


def are_fields(printed: Sequence[str]) -> bool:
    """Whether lines are fields with a name each, some of which go on in lines further in."""
    names = sum(LABELLED.match(line) is not None for line in printed)
    others = [line for line in printed if not LABELLED.match(line)]
    return names >= FEWEST and all(line[:1].isspace() for line in others)


def _hold_sentence(found: Sequence[str]) -> bool:
    return any(ends_sentence(line) for line in found)
