"""The quotations of an article: what stands between quotation marks, or is set as a block.

client/article.js mirrors it. Paragraphs are parted by blank lines; a block quotation's lines begin
with `>`.
"""

import re
from collections.abc import Iterator

from consultations.analysis import tokens
from consultations.index.quotation.places import SHORT

_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n")
_BLOCK = re.compile(r"^[^\S\n]*>[^\S\n]?", re.MULTILINE)
_OPENING = re.compile(r"(?<![^\s([{—–/])(?:[“„«\"]|[‘'](?=\w))")
_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"”', "‘": "’", "'": "'"}
_NEARBY = 4_000
"""Code points."""
# A full stop or comma before the closing mark may be the article's own.
_OWN_POINT = re.compile(r"[.,]$")


def quotations(article: str) -> Iterator[str]:
    """What an article quotes, in order, without the marks; what is under four words is passed over.

    Args:
        article: text, its paragraphs parted by blank lines.
    """
    for paragraph in _PARAGRAPHS.split(article):
        if _BLOCK.match(paragraph):
            found = [_BLOCK.sub("", paragraph).strip()]
        else:
            found = list(_between_marks(paragraph))
        yield from (text for text in found if sum(1 for _ in tokens(text)) >= SHORT)


def without_own_point(quotation: str) -> str | None:
    """A quotation without the stop at its end, which may be the article's; None if it has none."""
    text = _OWN_POINT.sub("", quotation)
    return text if text != quotation else None


def _between_marks(paragraph: str) -> Iterator[str]:
    at = 0
    while opening := _OPENING.search(paragraph, at):
        start = opening.end()
        end = _close(paragraph, start, _CLOSING[opening[0]])
        if end is None:
            # Left open: it goes on to the end of the paragraph, or is no quotation mark.
            if opening[0] in "“„«":
                yield paragraph[start:].strip()
                return
            at = start
            continue
        yield paragraph[start:end].strip()
        at = end + 1


def _close(paragraph: str, start: int, marks: str) -> int | None:
    """Where a quotation ends: at the first mark that is no apostrophe, as far as one can see."""
    possessive: int | None = None
    # A mark that can be taken for an apostrophe is looked for nearby only: many may be left open.
    stop = len(paragraph) if marks in "“”»" else start + _NEARBY
    for match in re.compile(f"(?<=\\S)[{marks}](?!\\w)").finditer(paragraph, start, stop):
        at = match.start()
        if marks in "’'" and paragraph[at - 1] in "sS":
            possessive = at if possessive is None else possessive
            continue
        return at
    return possessive
