"""What parts the paragraphs of a text whose lines are broken at one width."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block
from consultations.rules.few_lines import LABEL, answers_above
from consultations.rules.form_lines import is_counted
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.heading_evidence.words import PARAGRAPH_CITED, SENTENCE_INSIDE
from consultations.rules.line_widths import EARLY, BlockLine
from consultations.rules.numbering import read_number, without_number

_CITED_ALONE = re.compile(r"\((?:paragraphs?|paras?)\s[\d.,\sand–-]{1,40}\)", re.IGNORECASE)
"""A line that is the end of the one above: `(Paragraph 40)`."""
_LONGEST_QUESTION = 4
"""Most lines of a question."""


def questions_between(printed: Sequence[BlockLine], width: int) -> Iterator[int]:
    """Where lines of a block begin that are a question by themselves, with its answer right under.

    It begins a line under the end of a sentence, and ends a line in which the next word would have
    had room. One may do so by chance: whoever asks wants several.
    """
    for n, (above, line) in enumerate(pairwise(printed), 1):
        if not (ends_sentence(above.words) and line.words[:1].isupper()):
            continue
        row = printed[n : n + _LONGEST_QUESTION]
        last = next((k for k, one in enumerate(row) if ends_sentence(one.words)), len(row))
        words = " ".join(one.words for one in row[: last + 1])
        if not words.endswith("?") or SENTENCE_INSIDE.search(words):
            continue
        following = printed[n + last + 1 : n + last + 2]
        if following and _has_room(row[last], following[0], width):
            yield line.start


def paragraphs_of_full(
    block: Block, printed: Sequence[BlockLine], width: int, asked: Container[int] = ()
) -> Iterator[Block]:
    """A block's paragraphs, each a block; the first is of its kind.

    The first keeps what the block has from elsewhere, such as an item's mark on a line of its own.

    Args:
        block: it.
        printed: its lines.
        width: how long the lines of the text usually are, in code points.
        asked: where lines begin that are known to begin a question, and so a paragraph.
    """
    *elsewhere, (start, end) = block.spans
    # A form feed between two lines is an empty line of its own, and no paragraph.
    # What may be answered: the paragraph, or what is counted right above it, until that is.
    call = first = printed[0]
    for line, following in pairwise(printed):
        is_answered = _is_answered(call, line, following)
        if is_answered or following.start in asked or _ends_early(line, following, width):
            yield replace(block, spans=(*elsewhere, (start, line.end)))
            elsewhere, start = [], following.start
            block = Block("paragraph", ())
            call = first if is_counted(first.words) and not is_answered else following
            first = following
    yield replace(block, spans=(*elsewhere, (start, end)))


def _ends_early(line: BlockLine, following: BlockLine, width: int) -> bool:
    first = following.words.split(None, 1)[0] if following.words else ""
    begins = first.lstrip("'‘\"“(")[:1]
    if not begins or begins.islower() or is_broken(without_number(line.words)):
        return False
    if _go_on_in_capitals(line.words, following.words) or _CITED_ALONE.fullmatch(following.words):
        return False
    ends = ends_sentence(line.words) or line.words.endswith(":")
    ends = ends or PARAGRAPH_CITED.search(line.words) is not None
    if ends and (LABEL.match(following.words) or _is_title(following, width)):
        return True
    return _has_room(line, following, width) and (ends or line.length < EARLY * width)


def _has_room(line: BlockLine, following: BlockLine, width: int) -> bool:
    """Whether the first word of the next line would have had room in a line."""
    return line.length + 1 + len(following.words.split(None, 1)[0]) < width


def _is_answered(call: BlockLine, line: BlockLine, following: BlockLine) -> bool:
    """Whether a line answers the paragraph above it: `Accepted in part.` under `Proposal 2: …`."""
    is_whole = ends_sentence(line.words) and following.words[:1].isupper()
    return is_whole and is_counted(call.words) and answers_above(following.words)


def _go_on_in_capitals(words: str, below: str) -> bool:
    """Whether a numbered heading in capitals goes on in a line of capitals: `CHAPTER 2: LAMPS`."""
    both = words.isupper() and below.isupper() and words[-1:].isalnum()
    return both and read_number(words) is not None and read_number(below) is None


def _is_title(line: BlockLine, width: int) -> bool:
    """Whether a line is short and ends nothing: it could be a heading."""
    return line.length * 2 < width and line.words[-1:].isalnum()
