"""The quotations of an article: what stands between quotation marks, or is set as a block.

client/check/article.js mirrors it. Paragraphs are parted by blank lines; a block quotation's lines
begin with `>`.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.analysis import tokens
from consultations.analysis.characters import CURRENCY, PART, SPACE, SPACES
from consultations.analysis.contract import number, table, text

# Blanks that do not end a line.
_INNER = rf"(?!\n)[{SPACE}]"
_PARAGRAPHS = re.compile(rf"\n(?:{_INNER})*\n")
_BLOCK = re.compile(rf"(?<![^\n])(?:{_INNER})*>(?:{_INNER})?")
_OPENING = re.compile(
    rf"""
    (?<! [^{SPACE}(\[{{—–/] )            # nothing before it, a blank or an opening bracket
    (?:
        [“„«‹"]                          # “We were not asked”
        | [‘‚'»›] (?= [{PART}\[…“"{CURRENCY}] ) # ‘We were not asked’
    )
    """,
    re.VERBOSE,
)
_CLOSING = table("article.closing")
_SURE, _SPACED = text("article.sure"), text("article.spaced")
_NEARBY = number("article.nearby")
# A full stop or comma before the closing mark may be the article's own.
_OWN_POINT = re.compile(r"[.,]\Z")


def quotations(article: str) -> Iterator[str]:
    """What an article quotes, in order, without the marks, however short.

    One of several paragraphs, each of which begins with a mark, comes paragraph by paragraph.

    Args:
        article: text, its paragraphs parted by blank lines.
    """
    parted = (one.strip(SPACES) for one in _PARAGRAPHS.split(article))
    paragraphs = [one for one in parted if one]  # any number of blank lines between them
    # Not strict: where there is no paragraph, the second list has one entry all the same.
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=False):
        if _BLOCK.match(paragraph):
            found = [_BLOCK.sub("", paragraph).strip(SPACES)]
        else:
            found = list(_between_marks(paragraph, following[:1]))
        yield from (quoted for quoted in found if any(tokens(quoted)))


def without_own_point(quotation: str) -> str | None:
    """A quotation without the stop at its end, which may be the article's; None if it has none."""
    bare = _OWN_POINT.sub("", quotation)
    return bare if bare != quotation else None


def _between_marks(paragraph: str, following: str) -> Iterator[str]:
    """What a paragraph quotes.

    Args:
        paragraph: of an article.
        following: the character with which the next one begins.
    """
    at = 0
    while opening := _OPENING.search(paragraph, at):
        start, mark = opening.end(), opening[0]
        end = _close(paragraph, start, mark)
        if end is None:
            # Left open: it goes on in the next paragraph, or is no quotation mark.
            if mark in _SURE or mark == following:
                yield paragraph[start:].strip(SPACES)
                return
            at = start
            continue
        yield paragraph[start:end].strip(SPACES)
        at = end + 1


def _close(paragraph: str, start: int, opening: str) -> int | None:
    """Where a quotation ends: at the first mark that is no apostrophe, as far as one can see."""
    marks = _CLOSING[opening]
    possessive: int | None = None
    # A mark that looks like an apostrophe is looked for only nearby: many are never closed.
    stop = len(paragraph) if opening in _SURE else start + _NEARBY
    before = "" if opening in _SPACED else f"(?<=[^{SPACE}])"
    for match in re.compile(rf"{before}[{marks}](?![{PART}])").finditer(paragraph, start, stop):
        at = match.start()
        # After an s it may be a possessive's, as in ‘the boats’ owners left’: it is taken for the
        # end only where no other mark is found nearby.
        if opening in "‘‚'" and marks[-1] in match[0] and paragraph[at - 1] in "sS":
            possessive = at if possessive is None else possessive
            continue
        return at
    return possessive
