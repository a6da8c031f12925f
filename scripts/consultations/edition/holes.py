"""Numbers that are missing among a document's questions, or repeated among its items."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from consultations import patterns as re
from consultations.model.edition import Edition
from consultations.model.finding import Finding

_NUMBER = re.compile(r"((?:[A-Za-z]\.?)?(?:[0-9]{1,3}\.)*)([0-9]{1,3})")
"""The part before the number that is counted, and that number: `B` and 4, `3.` and 1."""
_UP_TO = re.compile(r"(?<=[0-9])\s?(?:to|[-–—])\s?(?=[A-Za-z0-9])")
"""What stands between the first and the last number of a range: `4–7`."""
_FEWEST_REPEATED = 3
"""If so many items have the same number, it is no slip."""
_WIDEST = 5
"""The most numbers that can be missing in a row. Where more are, the document answers a choice of
questions."""


def with_holes_told(edition: Edition) -> Edition:
    """The edition with findings for numbers that questions pass over and items repeat."""
    found = (*_holes(edition), *_repeated(edition))
    return replace(edition, findings=edition.findings + found) if found else edition


def _holes(edition: Edition) -> Iterator[Finding]:
    # Each letter and each part counts by itself, and so does each kind: B1 after A4 passes over
    # nothing, and neither does 4.1 after 3.2, or recommendation 1 after question 4.
    last: dict[tuple[str, str], int] = {}
    for question in edition.questions:
        printed = question.number or ""
        numbers = _NUMBER.findall(printed)
        is_range = _UP_TO.search(printed) is not None
        for n, (within, digits) in enumerate(numbers):
            series, number = (question.kind, within), int(digits)
            # The first number of a series passes over nothing: a document may answer from 7 on.
            # Where a number comes again, or a lower one, the range is empty as well.
            # What a range spans is there.
            before = number if is_range and n else last.get(series, number)
            missing = range(before + 1, number)
            last[series] = number
            passage = edition.by_id.get(question.heading)
            if 0 < len(missing) <= _WIDEST and passage and passage.source:
                told = ", ".join(f"{within}{n}" for n in missing)
                yield Finding(
                    code="question-passed-over",
                    severity="note",
                    what=f"no question {told} before {question.number}",
                    hint="see whether the document leaves it out, or a heading was not read",
                    place=edition.source.locate(passage.source[0][0]),
                )


def _repeated(edition: Edition) -> Iterator[Finding]:
    """A finding for each row of items that all have one number.

    A converter that counts each paragraph by itself begins at 1 everywhere.
    """
    items = (p for p in edition.passages if p.kind == "list_item" and (p.marker or "").isdecimal())
    for (_, number), row in groupby(items, key=lambda item: (item.depth, item.marker)):
        first, *others = row
        if len(others) + 1 >= _FEWEST_REPEATED and first.source:
            yield Finding(
                code="number-repeated",
                severity="note",
                what=f"{len(others) + 1} items in a row have the number {number}",
                hint="if the document counts them, put the numbers in with errata",
                place=edition.source.locate(first.source[0][0]),
            )
