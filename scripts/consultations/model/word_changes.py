"""The words of a text as they were and as they are, as one row of runs."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

_MOST_WORDS = 4_000
"""Words of two texts that are compared: the time grows with their product."""
_AROUND = 12
"""Words that are shown on either side of a difference."""

WordRun = tuple[str, str]
"""`=` with words that are as before, `-` with words taken out, `+` with words put in."""


def word_runs(before: str, now: str) -> tuple[WordRun, ...]:
    """The words of two texts as runs; of long texts, all of them as taken out and put in."""
    one, other = before.split(" "), now.split(" ")
    if len(one) + len(other) > _MOST_WORDS:
        return ("-", before), ("+", now)
    runs: list[WordRun] = []
    # Without `autojunk`, which takes what is frequent in a long text for noise: in a text of 200
    # words and more, "the" would never be said to be as before by itself.
    for op, i, j, m, n in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if op == "equal":
            runs.append(("=", " ".join(one[i:j])))
            continue
        if i < j:
            runs.append(("-", " ".join(one[i:j])))
        if m < n:
            runs.append(("+", " ".join(other[m:n])))
    return tuple(runs)


def shortened(runs: tuple[WordRun, ...]) -> Iterator[WordRun]:
    """The runs, of words that are as before only those that stand beside a difference."""
    for n, (sign, words) in enumerate(runs):
        run = words.split(" ")
        if sign != "=" or len(run) <= 2 * _AROUND:
            yield sign, words
            continue
        # The first run has a difference only behind it, the last one only before it.
        before = run[:_AROUND] if n else []
        after = run[-_AROUND:] if n < len(runs) - 1 else []
        yield sign, " ".join([*before, "…", *after])


def marked_words(runs: tuple[WordRun, ...], shown: Callable[[str], str]) -> str:
    """Words taken out as `[-…-]` and put in as `{+…+}`, with some around them.

    Args:
        runs: the words.
        shown: how words that differ are written.
    """
    signs = {"-": ("[-", "-]"), "+": ("{+", "+}")}
    written = []
    for sign, words in shortened(runs):
        before, after = signs.get(sign, ("", ""))
        written.append(f"{before}{shown(words) if sign in signs else words}{after}")
    return " ".join(written)
