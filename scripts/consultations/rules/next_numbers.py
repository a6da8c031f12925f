"""The numbers at the beginnings of blocks, and whether the number of a line comes next."""

from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.rules.numbering import Number, read_number, read_parts
from consultations.rules.prose import breaks_off

_LETTERED = re.compile(r"^[ \t]*R(\d{1,2})\\?[.)][ \t]", re.MULTILINE)
"""A label that may count recommendations, or say who speaks: `R1. Light the pier.`"""


class NextNumbers:
    """The last number of several parts, and the last of each form of labels."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._parts: Number | None = None
        self._labels: dict[str, Number] = {}

    def note(self, line: str) -> None:
        """Remember the number of a line that begins a block."""
        self._parts = read_parts(line.lstrip()) or self._parts
        if label := _label(line):
            self._labels[label.family] = label

    def begin_with(self, line: str, above: str) -> bool:
        """Whether a line right under another begins with the number that comes next."""
        if breaks_off(above):
            return False
        is_sentence = ends_sentence(above.rstrip())
        part, label = read_parts(line.lstrip()), _label(line)
        if part and self._parts and _counts_on(part, self._parts, is_sentence=is_sentence):
            return True
        if label is None or label.family not in self._labels:
            return False
        # Without a full stop above it, or a mark behind it, a sentence may go on with a label.
        is_apart = is_sentence or line[: label.length].rstrip()[-1] in ".:)-–—"
        return is_apart and label.follows(self._labels[label.family])


def labels_of_speakers(text: str) -> frozenset[int]:
    """Where lines begin with `R1.`, and so on, that count nothing in a text.

    They do where two of them count on and none comes again, as recommendations do. In what a group
    said the same label stands before all that one of them says.
    """
    found = list(_LETTERED.finditer(text))
    numbers = [int(match[1]) for match in found]
    count_on = any(number == last + 1 for last, number in pairwise(numbers))
    if count_on and len(set(numbers)) == len(numbers):
        return frozenset()
    return frozenset(match.start() for match in found)


def _label(line: str) -> Number | None:
    """The label with a number that a line begins with: `Question 2`, `B4`."""
    number = read_number(line)
    return number if number and (number.is_worded or number.form == "A#") else None


def _counts_on(part: Number, last: Number, *, is_sentence: bool) -> bool:
    """Whether a number of several parts counts on from the last one: 1.2 after 1.1, or 2.1.

    Few other numbers look like it. After a whole sentence one of the row may be missing.
    """
    return part.follows(last) or part.opens_next(last) or (is_sentence and part.counts_on(last))
