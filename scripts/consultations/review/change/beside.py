"""What an edition reads beside its source: one emendation, or a whole passage."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from consultations.model.text import clipped
from consultations.pages.writing.visible import visible
from consultations.review.change.comparison import Comparison
from consultations.review.change.spans import LONGEST, code, fenced
from consultations.review.differing import alike

_DRAWN = 10
"""How many passages are drawn to be read beside their source."""
_AROUND = 40
"""Code points of the same line that are shown on either side of an emendation."""
_BEFORE = 100
"""Code points that are shown before the first difference of a long passage from its source."""


def in_place(emendation: Mapping[str, Any], source: str) -> str:
    """What an emendation takes out and puts in, with its line and the words around."""
    start, end = emendation["source"]
    line = source.count("\n", 0, start) + 1
    first, last = source.rfind("\n", 0, start) + 1, source.find("\n", end)
    before = source[max(first, start - _AROUND) : start]
    after = source[end : min(last if last >= 0 else len(source), end + _AROUND)]
    changed = [
        f"{opening}{visible(words)}{closing}"
        for opening, words, closing in (
            ("[-", emendation["before"], "-]"),
            ("{+", emendation["after"], "+}"),
        )
        if words
    ]
    return f"line {line}, {code((before + ' '.join(changed) + after).strip())}"


def drawn(comparison: Comparison, source: str, seed: int) -> Iterator[str]:
    """Passages to be read by a person, beside what their source has.

    Of a document that was there before, passages that are new or read otherwise are drawn from.
    Each word has the same chance to be read, as auditors draw by amount and not by entry: headings
    and answers of one word come up as seldom as there is little in them to be wrong.
    """
    if comparison.now is None:
        return
    passages = [p for p in comparison.now["passages"] if p["source"]]
    if comparison.before is not None:
        others = {change.id for change in comparison.passages} | set(comparison.new_passages)
        passages = [p for p in passages if p["id"] in others]
        if not passages:
            yield "Each passage reads as before."
            return
    few = _by_words(passages, random.Random(f"{seed} {comparison.id}"))  # noqa: S311 (no secret)
    yield f"### Passages to read: {len(few)}, drawn with the seed {seed}"
    yield from (_beside(passage, source) for passage in few)


def _by_words(
    passages: Sequence[Mapping[str, Any]], chosen: random.Random
) -> list[Mapping[str, Any]]:
    """Some passages in their order, each drawn as likely as it has words, and none twice.

    By the keys of Efraimidis and Spirakis, "Weighted random sampling with a reservoir" (2006).
    """
    keys = [chosen.random() ** (1 / max(1, len(p["text"].split()))) for p in passages]
    few = sorted(range(len(passages)), key=keys.__getitem__)[-_DRAWN:]
    return [passages[n] for n in sorted(few)]


def _beside(passage: Mapping[str, Any], source: str) -> str:
    """A passage under what its source has, where the two are not the same but for line ends."""
    printed = "\n".join(source[start:end] for start, end in passage["source"])
    line = source.count("\n", 0, passage["source"][0][0]) + 1
    place = f"{code(passage['id'])}, line {line} of the source"
    if printed.split() == passage["text"].split():
        return f"{place}, and reads just so:\n\n{fenced(_shown(printed))}"
    # A table as its cells, so that it shows which words are in one.
    reads = "\n".join(" | ".join(row) for row in passage.get("rows", ())) or passage["text"]
    same = alike(*("".join(" " if c.isspace() else c for c in text) for text in (printed, reads)))
    blocks = (fenced(_shown(text, same)) for text in (printed, reads))
    return "{}:\n\n{}\n\nreads\n\n{}".format(place, *blocks)


def _shown(text: str, same: int = 0) -> str:
    """The beginning of a text, or what is behind as much of it as is the same in another.

    Marks that turn the writing would turn the review as well.
    """
    first = same - _BEFORE if same > LONGEST - _BEFORE else 0
    part = f"{'… ' if first else ''}{text[first:]}"
    return "\n".join(map(visible, clipped(part, LONGEST).splitlines()))
