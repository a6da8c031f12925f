"""Lines of one form, which show together that they are headings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.replies import is_short_reply
from consultations.english.sentences import ends_sentence
from consultations.english.short_forms import SHORT_FORM, spells
from consultations.model.draft import Block, Draft
from consultations.model.text import letters
from consultations.rules.heading_evidence.preceding import is_text
from consultations.rules.heading_evidence.words import (
    PARAGRAPH_CITED,
    can_be_heading,
    is_question,
    is_stopped_title,
    names_back_matter,
)
from consultations.rules.numbering import Number, names_part, read_number

_SHORT_FORM = re.compile(SHORT_FORM)
_FEWEST_IN_COLUMN = 3
"""Short forms under one another: two may be headings of one word, the first without a text."""
_LONGEST_TITLE = 150
"""Code points of a line that is asked about."""
_YEAR = re.compile(r"((?:1[5-9]|20)\d\d)(?:\s?[-–/]\s?\d{2,4})?[.:]?")
_FEWEST_YEARS = 3
_FEWEST_ASKED = 3
_OPENING = 2
"""Blocks with which a document begins: its title, and what stands under that."""

_TOPIC = re.compile(r"(?:Of|On|Concerning|Respecting|Touching)\s[^.,:;?!]{3,70}\.")


def stopped_titles(draft: Draft) -> frozenset[int]:
    """Where short lines with a full stop begin that stand over texts, as old printers set them.

    They are in capitals, or say of what the text is: `Of the Lamps.` None is one alone.
    """
    over = [
        (line.start, draft.read(line))
        for line, under in pairwise(draft.body)
        if line.kind == "paragraph" and not draft.read(under).isupper()
    ]
    capitals = [start for start, words in over if is_stopped_title(words)]
    topics = [start for start, words in over if _TOPIC.fullmatch(words)]
    return frozenset(start for found in (capitals, topics) if found[1:] for start in found)


def heads_of_notes(draft: Draft) -> frozenset[int]:
    """Where the line begins that stands right over notes and names them: `Notes`, `References`.

    What stands over the notes at the foot of each page comes again, or cuts a sentence.
    """
    heads = [
        line.start
        for above, line, under in zip(
            draft.blocks, draft.blocks[1:], draft.blocks[2:], strict=False
        )
        if line.kind == "paragraph" and under.kind == "footnote" and above.kind != "footnote"
        if names_back_matter(draft.read(line)) and ends_sentence(draft.read(above))
    ]
    return frozenset(heads if len(heads) == 1 else ())


_COUNTED_BEHIND = re.compile(
    r"""
    (?! (?: Continued | Go | Please | See | Skip | Turn ) \b )    # Continued on page 3
    (?P<words> [A-Z][a-z]+ (?:[ ][A-Za-z]+){2,6}? ) [ ]        # Response to Recommendation 6.41
    (?P<number> \d{1,3} (?:\.\d{1,3}){0,2} )
    (?: [ ]? (?: [-–—&,] | to\b | and\b ) [ ]? \d{1,3} (?:\.\d{1,3}){0,2} ){0,6}   # 6.42 to 6.44
    """,
    re.VERBOSE,
)
_FEWEST_COUNTED = 3


class CountedLines(NamedTuple):
    """Where lines begin that differ in the number at their end."""

    titles: frozenset[int]
    entries: frozenset[int]
    """Of a list."""


def counted_lines(draft: Draft) -> CountedLines:
    """Lines that differ in the number at their end.

    Some right under one another are entries of a list, the last of them too. Else they are titles,
    where the numbers rise; one may stand right under another, over a text for both.
    A number behind one word, as in `Annex 2`, is read elsewhere.
    """
    titles: set[int] = set()
    entries: set[int] = set()
    for row in _counted_behind(draft):
        listed = {
            n
            for a, b, c in zip(row, list(row)[1:], list(row)[2:], strict=False)
            if c - a == _FEWEST_COUNTED - 1
            for n in (a, b, c)
        }
        entries |= listed
        rise = all(row[a] < row[b] for a, b in pairwise(row))
        if len(row) >= _FEWEST_COUNTED and rise and not listed:
            titles.update(row)
    found = (frozenset(draft.body[n].start for n in places) for places in (titles, entries))
    return CountedLines(*found)


def _counted_behind(draft: Draft) -> Iterable[dict[int, tuple[int, ...]]]:
    """Of each form of such lines, the number of each, by its place in the body."""
    rows: defaultdict[str, dict[int, tuple[int, ...]]] = defaultdict(dict)
    for n, block in enumerate(draft.body[:-1]):
        if block.kind != "paragraph" or block.end - block.start > _LONGEST_TITLE:
            continue
        if counted := _COUNTED_BEHIND.fullmatch(draft.read(block)):
            number = tuple(map(int, counted["number"].split(".")))
            rows[counted["words"].casefold().removesuffix("s")][n] = number
    return rows.values()


_FEWEST_LABELS, _LABEL_WORDS = 3, 5


def recurring_labels(printed: Sequence[str]) -> set[int]:
    """Which lines are labels that come again and again, each between a sentence and a text.

    So `The panel recommends` does in an answer to a report that has no empty lines.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n in range(1, len(printed) - 1):
        words = printed[n].strip()
        if words[:1].isupper() and words[-1:].isalnum() and can_be_heading(words):
            places[words].append(n)
    labels = (
        found
        for words, found in places.items()
        if len(found) >= _FEWEST_LABELS and len(words.split()) <= _LABEL_WORDS
        if not is_short_reply(words) and all(_is_between(*printed[n - 1 : n + 2]) for n in found)
    )
    return {n for found in labels for n in found}


def _is_between(above: str, _: str, under: str) -> bool:
    """Whether a line stands under a sentence, or under nothing, and over a text."""
    above, under = above.strip(), under.strip()
    begins = under[:1].isalnum() and not under[:1].islower()
    is_text = len(under.split()) > _LABEL_WORDS or _is_whole(under)
    return begins and is_text and (not above or _is_whole(above))


def _is_whole(words: str) -> bool:
    """Whether words end a sentence, perhaps with where it stands behind it: `(Paragraph 4)`."""
    return ends_sentence(words) or PARAGRAPH_CITED.search(words) is not None


def asked_titles(draft: Draft) -> frozenset[int]:
    """Where plain questions begin that stand over texts, several of them, between marked headings.

    A converter has marked the headings of one style, and not those of the one below it.
    """
    asked = [line.start for line, under in pairwise(draft.body) if _is_asked(draft, line, under)]
    marked = [block.start for block in draft.body if block.level is not None]
    is_among = bool(asked and marked) and marked[0] < asked[0] and marked[-1] > asked[0]
    return frozenset(asked) if is_among and len(asked) >= _FEWEST_ASKED else frozenset()


def _is_asked(draft: Draft, line: Block, under: Block) -> bool:
    """Whether a plain line is a question that stands over a text, and over no other question."""
    words = draft.read(line)
    is_plain = line.kind == "paragraph" and not draft.is_bold(line)
    if not (is_plain and is_question(words) and can_be_heading(words)):
        return False
    return is_text(draft, under) and not is_question(draft.read(under))


def years_over_text(draft: Draft) -> frozenset[int]:
    """Where lines begin that are a year each, in their order, as a chronology has them.

    Each stands over a text; in a table of figures it would stand over another number.
    """
    over = [
        (int(match[1]), line.start)
        for line, under in pairwise(draft.body)
        if line.kind in ("paragraph", "heading") and (match := _YEAR.fullmatch(draft.read(line)))
        if is_text(draft, under)
    ]
    years = [year for year, _ in over]
    in_order = years in (sorted(years), sorted(years, reverse=True))
    return (
        frozenset(start for _, start in over)
        if len(over) >= _FEWEST_YEARS and in_order
        else frozenset()
    )


def titled_parts(draft: Draft) -> frozenset[int]:
    """Where the labels of parts begin that all have a title under them, and a text under that.

    A heading of another form may stand there as well.
    So `Chapter 1` stands over `The lamps`, and `Chapter 2` over `The oil`, empty lines between.
    One is enough where the document begins with it, as a chapter does that was saved alone.
    A heading that a laid-out source marks as one is whole: what is under it has marks of its own.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for label, title, under in zip(draft.body, draft.body[1:], draft.body[2:], strict=False):
        number = read_number(draft.read(label))
        is_marked = draft.source.is_laid_out and label.kind == "heading"
        if number is None or is_marked or not names_part(draft.read(label)):
            continue
        is_over = _is_title_over(draft, title, under, number)
        found[number.form].append(label.start if is_over else -1)
    opening = [block.start for block in draft.body[:_OPENING]]
    return frozenset(
        n for row in found.values() if min(row) >= 0 and (row[1:] or row[0] in opening) for n in row
    )


def _is_title_over(draft: Draft, title: Block, under: Block, number: Number) -> bool:
    """Whether a block is the title of what a label with its number begins."""
    words, other = draft.read(title), read_number(draft.read(under))
    is_title = can_be_heading(words) and words[:1].isupper() and not read_number(words)
    is_part = under.kind == "heading" and (other is None or other.form != number.form)
    return is_title and title.kind == "paragraph" and (is_part or is_text(draft, under))


def short_lines_over_text(draft: Draft) -> Counter[str]:
    """How often short plain lines stand right over a text, by their letters."""
    return Counter(
        letters(draft.read(line))
        for line, under in pairwise(draft.body)
        if line.kind == "paragraph" and is_text(draft, under)
        if not draft.is_bold(line) and can_be_heading(draft.read(line))
    )


def short_forms(draft: Draft) -> frozenset[int]:
    """Where short forms and what they stand for begin, as lists of them have them.

    They stand in turn, or a converter has read the column of the short forms first.
    """
    words = [draft.read(block) for block in draft.blocks]
    short = [_SHORT_FORM.fullmatch(one) is not None for one in words]
    full = [
        n for n in range(1, len(words)) if short[n - 1] and _is_meant(words[n - 1 : n], words[n])
    ]
    listed = {at for n in full if full[1:] for at in (n - 1, n)}
    for is_short, run in groupby(range(len(words)), lambda n: short[n]):
        column = list(run)
        if is_short and len(column) >= _FEWEST_IN_COLUMN:
            below = range(column[-1] + 1, min(column[-1] + 1 + len(column), len(words)))
            forms = [words[n] for n in column]
            listed |= {*column, *takewhile(lambda n: _is_meant(forms, words[n]), below)}  # noqa: B023
    return frozenset(draft.blocks[n].start for n in listed)


def _is_meant(forms: Sequence[str], words: str) -> bool:
    """Whether a line is what one of some short forms stands for."""
    return can_be_heading(words) and any(spells(form, words) for form in forms)
