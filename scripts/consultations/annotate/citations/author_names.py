"""Authors' names as a citation writes them, right before a place of a text.

"Marsh", "Marsh and Reed", "Marsh, Reed & Holt", "Marsh et al", "Board of Lamps". A name counts only
where a work of the authorities has such an author.
"""

from collections.abc import Callable
from dataclasses import dataclass

from consultations import patterns as re
from consultations.english.persons import PARTICLES

_ET_AL = re.compile(r",?\s+(?:et\s+al\.?|and\s+(?:colleagues|others))(?:[’']s)?$")
_MORE_NAMES = re.compile(r"(?:,\s*|,?\s+(?:and|&)\s+)$")
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,8}$")
_INITIALS_AFTER = re.compile(r",? (?P<first>[A-Z])(?:\. ?|(?=[A-Z]{0,2}$))(?:[A-Z]\.? ?){0,3}$")
"""Initials after a name: "Marsh, A. 2004", "(Marsh AB 2004)"."""
_INITIALS_BEFORE = re.compile(r"\b(?P<first>[A-Z])\. ?(?:[A-Z]\. ?){0,3}$")
_LOOK_BACK = 120
"""Code points before a year within which the names of authors stand."""


@dataclass(frozen=True)
class AuthorNames:
    """The authors that a citation names."""

    start: int
    """Where the first name begins."""
    names: tuple[str, ...]
    """As printed."""
    several: bool
    """Whether "et al" says that there are more."""
    initial: str = ""
    """The first one's, where it is printed: "Marsh, A. 2004", "A. Marsh (2004)"."""


def names_before(text: str, end: int, is_author: Callable[[str], bool]) -> AuthorNames | None:
    """The authors' names with which a text ends at a place, blanks and an opening bracket aside.

    Args:
        text: of a passage.
        end: where the year begins that they belong to.
        is_author: whether a work has an author of this name.
    """
    start = base = max(0, end - _LOOK_BACK)
    before = text[base:end].rstrip(" \t\n,([")
    several = _ET_AL.search(before)
    if several:
        before = before[: several.start()]
    initial = _INITIALS_AFTER.search(before)
    if initial and _last_name(before[: initial.start()], is_author):
        before = before[: initial.start()]
    else:
        initial = None
    names: list[str] = []
    while name := _last_name(before, is_author):
        names.insert(0, name)
        before = before[: -len(name)]
        start = base + len(before)
        joined = _MORE_NAMES.search(before)
        if not joined:
            break
        before = before[: joined.start()]
    if len(names) == 1 and (ahead := _INITIALS_BEFORE.search(text, base, start)):
        initial, start = initial or ahead, ahead.start()
    letter = initial["first"] if initial and len(names) == 1 else ""
    return AuthorNames(start, tuple(names), bool(several), letter) if names else None


def _last_name(text: str, is_author: Callable[[str], bool]) -> str | None:
    """The longest author's name with which a text ends."""
    match = _NAME.search(text)
    if not match:
        return None
    starts = [0, *(blank.end() for blank in re.finditer(r"\s+", match[0]))]
    return next((match[0][start:] for start in starts if is_author(match[0][start:])), None)


def name_key(name: str) -> str:
    """What the spellings of one name have in common: the apostrophe's shape, a particle's case.

    A sentence that begins with "Van Holt" means van Holt. The rest of the case tells a name from
    a word, so it stays.
    """
    words = name.replace("’", "'").replace("‑", "-").split()
    for index, word in enumerate(words[:-1]):
        if word.casefold() not in PARTICLES:
            break
        words[index] = word.casefold()
    return " ".join(words)
