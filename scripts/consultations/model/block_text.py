"""The words of a block as they are read and cited: without the breaks of the source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.model.text import Interval, lines

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class BlockText:
    """A block's words as its passage has them, with the way from the draft's places to its own."""

    text: str
    starts: tuple[int, ...]
    """Where each word begins in the draft's text, ascending."""
    places: tuple[int, ...]
    """Where each word begins in `text`."""

    def place(self, offset: int) -> int:
        """The place in `text` of a place in the draft's text.

        What stands between two words of the draft is taken to the end of the first.
        """
        i = bisect_right(self.starts, offset) - 1
        if i < 0:
            return 0
        end = len(self.text)
        if i + 1 < len(self.places):
            end = self.places[i + 1]
            # No blank stands where a word was cut in two.
            end -= self.text[end - 1].isspace()
        return min(self.places[i] + offset - self.starts[i], end)


def block_text(
    text: str, spans: Sequence[Interval], cut: Sequence[bool], keeps_lines: bool
) -> BlockText:
    """The words of a block with one blank between two, whatever white space its source has there.

    Args:
        text: the draft's text.
        spans: the pieces of the block, in reading order.
        cut: for each piece, whether it ends inside a word, which the next piece goes on with. No
            blank is put there.
        keeps_lines: whether a line end between two words stays one, as in an address.
    """
    words: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length = 0
    for n, span in enumerate(spans):
        goes_on = n > 0 and cut[n - 1]
        for word in _WORD.finditer(text, *span):
            if words and not goes_on:
                ends_line = keeps_lines and len(lines(text[starts[-1] : word.start()])) > 1
                words.append("\n" if ends_line else " ")
                length += 1
            goes_on = False
            starts.append(word.start())
            places.append(length)
            words.append(word[0])
            length += len(word[0])
    return BlockText("".join(words), tuple(starts), tuple(places))
