"""Passages that are drawn by chance, for a person to read beside their source.

No rule and no test knows what nobody has thought of. Ten passages of each document that is new or
has changed, read by whoever reviews it, are a sample of that.
"""

import random
from collections.abc import Iterator

from consultations.model.text import clipped
from consultations.pages.visible import visible
from consultations.review.base import EditionData
from consultations.review.spans import LONGEST, code, fenced

_DRAWN = 10
"""Passages of one document."""


def drawn_passages(document: str, now: EditionData, source: str, seed: int) -> Iterator[str]:
    """Some passages as Markdown, each beside what its source has.

    Args:
        document: its id.
        now: its edition.
        source: its text as received.
        seed: with which they are drawn.
    """
    passages = [p for p in now["passages"] if p["source"]]
    # From the seed and the id alone: whoever runs the review again reads the same passages.
    chosen = random.Random(f"{seed} {document}")  # noqa: S311 (drawn, not secret)
    drawn = set(chosen.sample(range(len(passages)), min(_DRAWN, len(passages))))
    yield f"### {len(drawn)} passages to read, drawn with the seed {seed}"
    for n in sorted(drawn):
        pieces = [source[start:end] for start, end in passages[n]["source"]]
        text = "\n".join(map(visible, clipped("\n".join(pieces), LONGEST).splitlines()))
        line = source.count("\n", 0, passages[n]["source"][0][0]) + 1
        place = f"{code(passages[n]['id'])}, line {line} of the source"
        reads = clipped(passages[n]["text"], LONGEST)
        if " ".join(text.split()) == reads:
            yield f"{place}, and reads just so:\n\n{fenced(text)}"
        else:
            yield f"{place}:\n\n{fenced(text)}\n\nreads\n\n{fenced(reads)}"
