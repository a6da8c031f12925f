"""Which words of an archive a slot of a query stands for."""

from collections.abc import Iterable, Iterator, Sequence

from consultations import patterns as re
from consultations.analysis.contract import number
from consultations.index.query import Slot
from consultations.index.searchable import Searchable

MOST_EDITS = number("suggestion.edits")
MOST_NEAR = number("suggestion.most_spellings")
_WILD = re.compile(r"[*?]")


def terms_of(index: Searchable, slot: Slot) -> Sequence[str]:
    """The archive's terms that may stand in a slot, in order."""
    match slot.kind:
        case "term":
            return [slot.text]
        case "stem":
            return index.families.get(slot.text, [slot.text])
        case "prefix":
            return list(index.terms_from(slot.text))
        case "pattern":
            # Only terms that begin as the pattern does are held against it. Where it begins with a
            # wildcard, those are all.
            begins = _WILD.split(slot.text, maxsplit=1)[0]
            return [term for term in index.terms_from(begins) if like(term, slot.text)]
        case "near":
            return list(_near(index, slot.text, slot.edits))


def _near(index: Searchable, text: str, edits: int) -> Iterator[str]:
    # The first letter never changes, as in Whoosh: so a fraction of the terms is looked at. The
    # difference in length is the least distance that there can be.
    for term in index.terms_from(text[0]):
        if abs(len(term) - len(text)) <= edits and distance(term, text, edits) <= edits:
            yield term


def like(term: str, pattern: str) -> bool:
    """Whether a term is as a pattern says, in which * is any letters and ? is one.

    A regular expression would not do: with many * it can take exponential time.
    """
    i = j = 0
    star, resumed = -1, 0
    while i < len(term):
        if j < len(pattern) and pattern[j] == "*":
            star, resumed = j, i
            j += 1
        elif j < len(pattern) and pattern[j] in ("?", term[i]):
            i += 1
            j += 1
        elif star >= 0:
            # Let the last * take one letter more. An earlier * never needs to.
            resumed += 1
            i, j = resumed, star + 1
        else:
            return False
    return pattern[j:].strip("*") == ""


def likely(value: str, known: Iterable[str]) -> list[str]:
    """Of the values of a field those that may be meant by another one: three at most.

    First those that are spelled nearly so, the nearest first; then those in which it stands.

    Args:
        value: that the field does not have, folded.
        known: that it has, folded, in the order of code points.
    """
    edits = {other: distance(other, value, MOST_EDITS) for other in known}
    near = [other for other in edits if edits[other] <= min(MOST_EDITS, len(value) - 1)]
    near.sort(key=edits.__getitem__)
    near += [other for other in edits if value in other and other not in near]
    return near[:MOST_NEAR]


def distance(one: str, other: str, limit: int) -> int:
    """The Levenshtein distance: how many letters must be put in, left out or changed.

    Args:
        one: a word.
        other: another.
        limit: past this the exact number does not matter, and any number past it is given.
    """
    # One row of the matrix at a time (Wagner and Fischer 1974). `before` is the cell up and left of
    # the one that is worked out, which that one overwrites.
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
        # No row's least is lower than that of the row before.
        if min(row) > limit:
            return limit + 1
    return row[-1]
