"""How a document is set: the type and the distance of most of its lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consultations.intake.readers.pdf.page.lines import TypeLine


@dataclass(frozen=True)
class Measure:
    """How a document is set: what is common in it."""

    size: float
    """Of the body, in points."""
    leading: float
    """From one line of the body to the next, in sizes."""


def measure_of(pages: Iterable[Sequence[TypeLine]]) -> Measure:
    """The size and the leading of most of a document's text."""
    sizes: Counter[float] = Counter()
    leadings: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
        for n, line in enumerate(lines):
            under = (o for o in lines[n + 1 : n + 7] if o.left < line.right and line.left < o.right)
            after = next(under, None)
            if after and abs(line.size - after.size) < 0.3:
                gap = (line.base - after.base) / (line.size or 1)
                if 0.9 < gap < 2.6:
                    leadings[round(gap * 20) / 20] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    return Measure(size, leadings.most_common(1)[0][0] if leadings else 1.2)
