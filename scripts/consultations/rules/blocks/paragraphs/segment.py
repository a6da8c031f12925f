"""Where blocks begin.

Symptom: none; this is the first reading of the text's lines as blocks.
Cause: a source marks its blocks by blank lines, and by what a line begins with.
Remedy: a new block at each blank line, heading mark, list mark, quotation mark of Markdown and row
of a table; a line of a paragraph that ends in two blanks (a line break in Markdown) ends its block
too, and so does one before a label that counts on from the last one (`Question 2`), or before a
number of several parts that does (`1.2` after `1.1`). A line with a row of hyphens or equals signs
right under it is a heading; lines between two rows of backticks are one block; a dash right under a
quotation that stands alone goes with it, and says whose it is; so does one inside brackets that the
line above left open. A tick or a box that stands alone and says what was answered begins no item.
An answer right under its question and further in is a block, where two are. A line in capitals ends
its block where the next line is not, and lines in bold type do where the next does not go on in
their sentence. Lines that are the title, or that the contents list has as one entry, are a block,
and so is a label that comes again and again, each time over a text. A long heading goes on in a
line that begins in lower case, and one that opens bold type in the line that closes it.
Blanks at the ends of lines mark no break where most paragraphs end in two of them as well.
Leaves alone: every character; later rules take the marks out and join what was cut.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, BlockKind, Draft, Revision
from consultations.model.text import Line, letters, lines, trim
from consultations.rules.answer_signs import answer_signs
from consultations.rules.heading_evidence.sisters import recurring_labels
from consultations.rules.heading_evidence.title_page import LINES, begins_with_title, is_date
from consultations.rules.heading_evidence.words import is_stopped_title
from consultations.rules.layout import heading_letters, margin, marks_breaks
from consultations.rules.marks import BRACKETED, FENCE, ITEM, heading_rows, is_row
from consultations.rules.next_numbers import NextNumbers, labels_of_speakers
from consultations.rules.numbering import read_number
from consultations.rules.prose import breaks_off, goes_on, is_quotation
from consultations.rules.rule import Rule
from consultations.rules.set_in_answers import set_in_answers

_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_BOLD = re.compile(r"(\*\*|__)(?=\S)[^*_]{1,300}(?<=\S)\1")
"""Words in bold type and nothing else."""
_NEARLY_FULL = 60
"""Code points: a heading that is so long may be broken at the width that a converter keeps to."""
_ACRONYM = 5
"""Letters of a name in letters that may stand alone on a line."""
_LONGEST_CREDIT = 12
"""Most words of a line under a quotation that says who speaks, with its dash."""
_CLEAR = 4
"""Words of an entry in the list of contents that hardly make a line of text by chance."""
_CODE = 4
"""Blanks before a line of code, in Markdown: no `#` there is the mark of a heading."""
_MOST_LINES = 4
"""Most lines of one heading."""
_BLOCK_QUOTE = re.compile(r">[ \t]?")


def _is_in_table(words: str, neighbours: tuple[str, str]) -> bool:
    """Whether a line is a row: a single tab behind a number, and no row beside it, makes none."""
    if not is_row(words):
        return _is_row_among(words, neighbours)
    number = read_number(words.lstrip())
    is_numbered = number is not None and words.lstrip()[number.length - 1] == "\t"
    return not (is_numbered and words.strip().count("\t") == 1 and not any(map(is_row, neighbours)))


def _is_row_among(words: str, neighbours: tuple[str, str]) -> bool:
    """Whether a line is a row whose first or last cell is empty, beside one of as many cells."""
    tabs = words.count("\t")
    if ITEM.match(words.strip()) and not is_row(words):
        return False  # a tab behind the mark of an item
    return tabs > 0 and any(is_row(w) and w.count("\t") == tabs for w in neighbours)


def _kind(text: str, line: Line, *, margin: int, answers: Container[int]) -> BlockKind:
    """What a line begins, by the blanks that all lines begin with.

    `answers` has where one begins with a sign or a label that is no mark.
    """
    if line.start in answers:
        return "paragraph"
    start = line.start
    while start < line.end and text[start].isspace():
        start += 1
    if start - line.start < margin + _CODE and _HEADING.match(text, start, line.end):
        return "heading"
    if ITEM.match(text, start, line.end):
        return "list_item"
    if _BLOCK_QUOTE.match(text, start, line.end):
        return "blockquote"
    return "paragraph"


def _is_title(words: str) -> bool:
    """Whether a line stands out by its capitals, few as they may be: `COST.` has its stop."""
    is_more = words.isupper() and sum(character.isalpha() for character in words) > _ACRONYM
    return is_more or is_stopped_title(words.strip())


def _code(words: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each stretch of code."""
    first, marks = 0, ""
    for n, line in enumerate(words):
        fence = FENCE.fullmatch(line)
        if fence and not first:
            if n and heading_rows(words, n - 1):
                continue  # a heading's row of tildes
            first, marks = n, fence[1]
        elif fence and line.strip().startswith(marks) and line.strip() == fence[1]:
            yield first, n
            first = 0


def _without_margins(written: Sequence[str]) -> tuple[int, list[str]]:
    """The left margin of lines, and the lines without it and without blanks that mark no break.

    An empty line stands before the first and after the last, so that each has neighbours.
    """
    at_margin = margin(written)
    words = ["", *(line[at_margin:] for line in written), ""]
    return at_margin, words if marks_breaks(written) else [line.rstrip(" ") for line in words]


def _revise(draft: Draft) -> Revision:
    text = draft.text
    blocks: list[Block] = []
    previous: str | None = None  # the line before, where it is part of the last block
    printed = lines(text)
    at_margin, words = _without_margins([text[line.start : line.end] for line in printed])
    answers = answer_signs(text).apart | labels_of_speakers(text)
    kind_of = partial(_kind, text, margin=at_margin, answers=answers)
    whole = {first: (last, kind) for first, last, kind in _whole(draft, printed, words, kind_of)}
    set_in = set_in_answers(words)
    skip = 0  # the last line that is taken
    counts = NextNumbers()
    for n, line in enumerate(printed, 1):
        if n <= skip or not words[n].strip():
            previous = None
            continue
        if n in whole:
            skip, kind = whole[n]
            blocks.append(Block(kind, ((line.start, printed[skip - 1].end),)))
            counts.note(words[n])
            previous = None
            continue
        in_table = _is_in_table(words[n], (words[n - 1], words[n + 1]))
        kind = "table" if in_table else kind_of(line)
        begins = previous is None or n in set_in
        begins = begins or (not in_table and counts.begin_with(words[n], previous or ""))
        if begins or not _goes_on(text, blocks[-1], kind, words[n - 1], words[n]):
            blocks.append(Block(kind, ((line.start, line.end),)))
            counts.note("" if in_table else words[n])
        else:
            start = blocks[-1].start
            blocks[-1] = Block(blocks[-1].kind, ((start, line.end),))
        previous = words[n]
    return Revision(blocks=tuple(blocks))


def _whole(
    draft: Draft, printed: Sequence[Line], words: list[str], kind_of: Callable[[Line], BlockKind]
) -> Iterator[tuple[int, int, BlockKind]]:
    """The first and the last line of each block that is told by more than one line, and its kind.

    They are counted from 1. Of two that begin at one line the later one counts.
    """
    for n, last in _listed(draft, words):
        yield n, last, kind_of(printed[n - 1])
    for n in recurring_labels(words):
        yield n, n, "paragraph"
    for n in range(1, len(words) - 1):
        if rows := heading_rows(words, n):
            yield n, rows[1], "heading"
    for n, last in _code(words):
        yield n, last, "paragraph"


def _listed(draft: Draft, words: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line of the title, and of each entry of the contents list.

    It begins what stands under it, be it right under other lines, and may be broken over several.
    """
    title = letters(draft.source.record.title)
    entries = heading_letters(draft.contents) | {title}
    longest = max(map(len, entries))
    for n in range(1, len(words) - 1):
        if n <= LINES and _is_over_date(words[n - 1 : n + 2], draft.source.record.title):
            yield n, n
            continue
        together = ""
        for last in range(n, min(n + _MOST_LINES, len(words) - 1)):
            together += letters(words[last])
            line = words[last].strip()
            # The heads of a table's columns may be the words of the title.
            if not line or line[0] == "|" or len(together) > longest:
                break
            if together not in entries:
                continue
            above, under = words[n - 1].strip(), words[last + 1].lstrip()
            is_first = together == title and not above
            if is_first or (_may_begin(above, words[n].strip()) and not under[:1].islower()):
                yield n, last
                break


def _is_over_date(near: Sequence[str], title: str) -> bool:
    """Whether the title and more stands under an empty line, and a date right under it."""
    above, line, under = near
    is_alone = not above.strip() and is_date(under)
    return is_alone and begins_with_title(line.strip(), title) and not breaks_off(line.strip())


def _may_begin(above: str, line: str) -> bool:
    """Whether a line under another may be the first of a heading: no sentence goes on in it."""
    if goes_on(line) or ends_sentence(line):
        return False
    is_whole = not above or ends_sentence(above) or above.endswith(":")
    return is_whole or (len(line.split()) >= _CLEAR and not breaks_off(above))


def _goes_on(text: str, block: Block, kind: BlockKind, previous: str, line: str) -> bool:
    """Whether a line goes on with the block that the line before it belongs to."""
    if block.kind == "heading":
        is_long = len(previous) >= _NEARLY_FULL and goes_on(line.strip())
        is_open = text.count("**", block.start, block.end) % 2 == 1 and "**" in line
        return kind == "paragraph" and (is_long or is_open)
    if previous.endswith("  "):
        return False  # a line break in Markdown
    if kind == block.kind == "blockquote":
        return line.strip("> \t") != "" and previous.strip("> \t") != ""
    if kind == block.kind == "table":
        return True
    if kind == "list_item" and block.kind == "paragraph":
        return _is_credit(text, block, line) or _closes_bracket(previous, line)
    if kind != "paragraph" or block.kind == "table":
        return False
    return not _begins_anew(text, block, previous, line)


def _is_credit(text: str, block: Block, line: str) -> bool:
    """Whether a dash right under a quotation stands before a few words: whose it is."""
    words = line.strip()
    is_name = words[0] in "-–—" and len(words.split()) <= _LONGEST_CREDIT and words[-1].isalnum()
    return is_name and is_quotation(text[slice(*trim(text, block.start, block.end))])


def _closes_bracket(previous: str, line: str) -> bool:
    """Whether a line's dash stands in brackets that the line above opened: `(Minutes 4` `- 12)`."""
    opened = previous.rfind("(") > previous.rfind(")")
    return opened and line.strip()[0] in "-–—" and 0 < line.find(")") < (line + "(").index("(")


def _begins_anew(text: str, block: Block, previous: str, line: str) -> bool:
    """Whether a line of text is another paragraph by its form, right under the one before it."""
    if _is_title(previous) and not line.isupper():
        return True
    if _is_title(line) and not previous.isupper() and ends_sentence(previous.rstrip()):
        return True
    if _BOLD.fullmatch(text, *trim(text, block.start, block.end)) and not goes_on(line.strip()):
        return True
    return bool(BRACKETED.match(line) and BRACKETED.match(text, block.start))


RULE = Rule("segment", _revise)
