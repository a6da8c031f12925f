"""Lines at the foot of a page that may be notes: no rule takes such a line for a head or a folio.

The words of a note may stand on several pages (the same work is quoted again and again), and its
label grows from page to page as a folio does. Position and repetition then speak for a running
head, and only the label says that the line is an author's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.rules.footnotes.forms import MARKED, label_of
from consultations.rules.footnotes.labels import NUMBER, SIGNS
from consultations.rules.heading_evidence.title_page import is_date
from consultations.rules.layout import FOLIO, PrintedLine, head_of
from consultations.rules.marks import unraised

_LABEL = re.compile(
    rf"""
    (?:<sup>\s?)? (?P<label> {NUMBER} | [{SIGNS}] ) (?:\s?</sup>)? [.)]?  # 7  <sup>7</sup>  7.  †
    (?: [ \t]+ | (?<=>) )
    (?= [^\W\d] | ['‘"“(\[] )                                             # Minutes   ‘A survey
    """,
    re.VERBOSE,
)
"""What the first line of a note begins with: a label, and words after it."""

_FLAT_CALL = re.compile(
    rf"(?=[\d.,;:!?)\]’”'\"])(?<=[^\W\d])[.,;:!?)\]’”'\"]{{0,3}}({NUMBER})(?![\w.,%]\w|\w|%)"
)
"""A number that may call a note without its height: `in May.7`, `May7.`

Looser than the `FLAT` of the rule for notes: a line that is wrongly taken for a note is only kept.
"""

_MANY = 4
"""Pages on which a number must grow with the pages to be a page number."""
_SEVERAL = 3
"""Pages in a row on which it must grow so at their ends."""
_LONGEST_BODY = 6
"""A note whose label stands on a line of its own ends within so many lines.

There the page ends, or the next note has its label.
"""


def note_lines(printed: Sequence[PrintedLine]) -> set[int]:
    """The places of lines that may belong to a note at the foot of a page.

    A line that begins with a label may be one where the text of its page or a neighbour's calls
    that label, or where the page's folio stands under it; the lines right under it go with it. A
    number by itself may be a label where it is called and the rest of its note stands under it.
    """
    pages = list(_pages(printed))
    calls = [_called(printed, page) for page in pages]
    heads, feet = _heads(printed, pages), _feet(printed, pages)
    found: set[int] = set()
    for n, page in enumerate(pages):
        # A sentence may go on over the end of the page, and call the note on the next one.
        near = set().union(*calls[max(0, n - 1) : n + 2])
        with_folio = len(page) > 1 and _number(printed[page[-1]]) is not None
        in_note = under_label = False
        for i in page:
            line = printed[i]
            called = near if head_of(line.words)[0] not in heads else set()
            is_label = _is_label(printed, i, page, near)
            is_parted = line.blank_before and not under_label
            if is_label or _begins_note(line, called, with_folio):
                in_note = True
            elif is_parted or i in feet or (i == page[-1] and _number(line)):
                in_note = False
            under_label = is_label
            if in_note:
                found.add(i)
    return found


def _pages(printed: Sequence[PrintedLine]) -> Iterator[range]:
    """The places of the lines of each page.

    Form feeds part pages. Where there are none, a page ends with a line that is a number.
    """
    starts = [i for i, line in enumerate(printed) if i and line.page_before]
    starts = starts or [i + 1 for i, line in enumerate(printed) if _number(line) is not None]
    for start, end in pairwise([0, *starts, len(printed)]):
        yield range(start, end)


def _heads(printed: Sequence[PrintedLine], pages: Sequence[range]) -> set[str]:
    """The words of heads: beside them, on many pages, stands the number of the page.

    The labels of notes grow too, but not with the pages.
    """
    rows: Counter[tuple[str, int]] = Counter()
    for n, page in enumerate(pages):
        for i in page:
            words, number = head_of(printed[i].words)
            if number is not None:
                rows[words, number - n] += 1
    return {words for (words, _), count in rows.items() if count >= _MANY}


def _feet(printed: Sequence[PrintedLine], pages: Sequence[range]) -> set[int]:
    """The places of last lines of pages that say the same with the page's number behind it.

    They may stand right under a note, as its last line does. A number before the words may be a
    label.
    """
    rows: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for n, page in enumerate(pages):
        if not page:
            continue
        words, number = head_of(printed[page[-1]].words)
        if number is not None and not printed[page[-1]].words[:1].isdigit():
            rows[words, number - n].append(page[-1])
    found = {i for places in rows.values() if len(places) >= _SEVERAL for i in places}
    return found or (_counting_lines(printed) if len(pages) == 1 else set())


def _counting_lines(printed: Sequence[PrintedLine]) -> set[int]:
    """The places of lines that say the same with a number behind it that counts on by one.

    Nothing else parts the pages of such a text. Each stands under a line that ends a sentence, so
    that it is no end of a note.
    """
    rows: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, line in enumerate(printed):
        words, number = head_of(line.words) if line.words[-1].isdigit() else ("", None)
        if number is not None and line.words[:1].isupper() and ends_sentence(printed[i - 1].words):
            rows[words].append((i, number))
    return {
        i
        for row in rows.values()
        if len(row) >= _SEVERAL and all(b[1] - a[1] == 1 for a, b in pairwise(row))
        for i, _ in row
    }


def _called(printed: Sequence[PrintedLine], page: range) -> set[str]:
    """The labels that a page's text may call notes by."""
    words = " ".join(printed[i].written for i in page)
    called = {label_of(match) for match in MARKED.finditer(words)}
    called.update(match[1] for match in _FLAT_CALL.finditer(unraised(words)))
    return called


def _number(line: PrintedLine) -> str | None:
    """The page number that is all of a line."""
    match = FOLIO.fullmatch(line.words)
    return match[1] if match else None


def _begins_note(line: PrintedLine, called: set[str], with_folio: bool) -> bool:
    """Whether a line begins with a label that is due at its place; that of a day is none."""
    match = _LABEL.match(unraised(line.written))
    if match is None or is_date(line.words):
        return False
    return with_folio or not match["label"].isdigit() or match["label"] in called


def _is_label(printed: Sequence[PrintedLine], i: int, page: range, called: set[str]) -> bool:
    """Whether a line is the label of a note: the note, or the label of another, stands under it."""
    number = _number(printed[i])
    if number is None or number not in called or i == page[0]:
        return False
    above = _number(printed[i - 1])
    if not printed[i].blank_before and above in called:
        return True
    following = str(int(number) + 1) if number.isdigit() else None
    is_called = following in called
    near = range(i + 1, min(page[-1], i + 1 + _LONGEST_BODY))
    last = next((j for j in near if is_called and _number(printed[j]) == following), page[-1])
    return 0 < last - i <= _LONGEST_BODY
