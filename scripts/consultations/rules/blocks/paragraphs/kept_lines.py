"""Lines that are the author's own: the head of a letter, an address, a signature.

Symptom: `From:` and `To:` on lines of their own; `Yours truly,` over a name; a name over an office;
`Present:` and `Apologies:` with a name a line; three names or more, each with what may stand behind
it after a comma or in brackets; two or more under `List of guilds`; the lines of an address,
without an empty line between them; boxes to be ticked.
Cause: the author ended these lines, and most others end where the page does.
Remedy: none of the text is changed; the passage keeps these line ends, also where Markdown's break
(two blanks) ends each of them. Longer lines with boxes are a paragraph each. A line right over
boxes or fields is a paragraph of its own.
Leaves alone: lines of running text, whatever they begin with; a list of other names without a sign
of an address among them.
Seen in: letters, forms, title pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from consultations import patterns as re
from consultations.english.persons import POST, ROLE
from consultations.english.replies import is_short_reply
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.source import Record
from consultations.model.text import lines
from consultations.rules.form_lines import BOX
from consultations.rules.heading_evidence.title_page import is_title_matter
from consultations.rules.heading_evidence.words import is_person
from consultations.rules.letter_words import VALEDICTION
from consultations.rules.prose import announces_names, breaks_off
from consultations.rules.rule import Rule

_LONGEST = 60
"""Code points: a longer line is one of running text."""
_LABELLED = re.compile(r"[^\W\d_a-z][\w’'-]{0,20}(?:[ ][\w’'-]{1,20}){0,2}:(?:[ \t]|\Z)")
"""`From: Ann Ferry`, `Date of birth: 4 May`."""
_COPIES = re.compile(
    r"(?:c\.?c\.?|cop(?:y|ies)\sto|enc(?:l|losures?)?)(?:[.:]\s?|\s)", re.IGNORECASE
)
"""With what a list begins of those to whom a letter goes as well: `cc  Ann Moss`."""
_OF_ADDRESS = re.compile(
    r"""
      \A\d{1,4}[A-Za-z]?,?\s[^\W\d_a-z]         # 12 Ferry Lane
    | \b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\Z      # AB1 2CD
    | (?i:\b(?:tel(?:ephone)?|phone|fax|e-?mail|mobile)\b)\.?:?\s
    | \bP\.?O\.?\sBox\s
    | \S@\S{1,60}\.\S
    """,
    re.VERBOSE,
)
_FEWEST = 3
"""Lines of an address."""
_MOST_SIGNED = 5
"""Lines of a signature: a name, offices, a body."""
_OFFICE = re.compile(rf"\b(?:{POST}|{ROLE})\b", re.IGNORECASE)
_After = Literal["close", "signature", "names"]
"""What a block may stand right after: a letter's close, who signs it, what announces names."""
_HONOURABLE = re.compile(r"(?:The\s)?(?:R(?:igh)?t\.?\s)?Hon(?:ou?rable|\.)?\s")


def _are_the_authors(found: Sequence[str]) -> bool:
    """Whether lines that stand right under one another were ended by the author."""
    if not found or any(len(line) > _LONGEST for line in found):
        return False
    if _COPIES.match(found[0]):
        return not _hold_sentence(found)
    if len(found) < 2:
        return False
    if all(map(_LABELLED.match, found)) or all(map(BOX.match, found)) or _are_options(found):
        return True
    return not _are_broken(found) and (_is_attendance(found) or _is_close(found))


def _are_options(found: Sequence[str]) -> bool:
    """Whether lines are a form's short replies, one of which is ticked."""
    return any(map(BOX.match, found)) and all(map(is_short_reply, found))


def _are_broken(found: Sequence[str]) -> bool:
    """Whether a line goes on with the one before it; in an address that says nothing."""
    others = [line for line in found if not _OF_ADDRESS.search(line)]
    return any(line[:1].islower() or breaks_off(line.rstrip(",")) for line in others)


def _is_close(found: Sequence[str]) -> bool:
    """Whether lines are what closes a letter, or an address."""
    if VALEDICTION.fullmatch(found[0]):
        return not _hold_sentence(found[1:])
    is_address = any(map(_OF_ADDRESS.search, found)) and len(found) >= _FEWEST
    return is_address and not _hold_sentence(found[:-1])


def _is_signature(record: Record, found: Sequence[str]) -> bool:
    """Whether lines are a person's name and, under it, what they are.

    The author's own name stands on a cover, the lines of which are passages of their own.
    """
    if not _OFFICE.search(found[1]) or is_title_matter(record, found[0]):
        return False
    return found[1][:1].isupper() and _names_person(found[0])


def _names_person(line: str) -> bool:
    """Whether a line begins with a person's name, alone or before a comma or a bracket."""
    name = line.split(",")[0].partition(" (")[0]
    return is_person(_HONOURABLE.sub("", name, count=1))


def _is_signed(record: Record, found: Sequence[str], after: _After | None) -> bool:
    """Whether lines are a signature, by what they say or by what stands right before them.

    A letter may be signed by many: then a name under a signature is another one.
    """
    is_short = 1 < len(found) <= _MOST_SIGNED and all(len(line) <= _LONGEST for line in found)
    if not is_short or _hold_sentence(found) or after == "names":
        return False
    is_next = after == "signature" and _names_person(found[0])
    return after == "close" or is_next or _is_signature(record, found)


def _are_names(found: Sequence[str]) -> bool:
    """Whether lines may be names: each short, with a capital or a number, and whole."""
    begin_anew = all(line[:1].isupper() or line[:1].isdigit() for line in found)
    is_short = len(found) > 1 and all(len(line) <= _LONGEST for line in found)
    return is_short and begin_anew and not (_hold_sentence(found) or _are_broken(found))


def _is_attendance(found: Sequence[str]) -> bool:
    """Whether names stand under labels, two of them at least: `Present:`, `Apologies:`.

    One is enough where each line has a person's name, and none is needed where three have one and
    most of them say what the person is.
    """
    first = _LABELLED.match(found[0])
    names = [found[0][first.end() :].strip() if first else found[0], *found[1:]]
    are_told = 2 * sum("," in name or "(" in name for name in names) > len(names) >= _FEWEST
    if (first or are_told) and all(map(_names_person, names)):
        return True
    labels = sum(_LABELLED.match(line) is not None for line in found)
    begin_anew = all(line[:1].isupper() for line in found)
    is_labelled = _LABELLED.match(found[0]) is not None and labels > 1
    return is_labelled and begin_anew and len(found) >= _FEWEST and not _hold_sentence(found)


def _are_fields(printed: Sequence[str]) -> bool:
    """Whether lines are fields with a name each, some of which go on in lines further in."""
    names = sum(_LABELLED.match(line) is not None for line in printed)
    others = [line for line in printed if line.strip() and not _LABELLED.match(line)]
    return names >= _FEWEST and all(line[:1].isspace() for line in others)


def _hold_sentence(found: Sequence[str]) -> bool:
    return any(ends_sentence(line) for line in found)


def _kept(draft: Draft, block: Block, after: _After | None = None) -> Iterator[Block]:
    """A block, its lines kept where they are the author's; the line over them stands alone.

    Args:
        draft: the document.
        block: of it.
        after: what stands right before it, if that says that somebody signs here, or is named.
    """
    if block.kind != "paragraph":
        yield block
        return
    text = draft.text[block.start : block.end]
    found = [words for line in lines(text) if (words := text[line.start : line.end].strip())]
    is_kept = (
        _are_the_authors(found)
        or _are_fields([text[a:b] for a, b in lines(text)])
        or _is_signed(draft.source.record, found, after)
        or (after == "names" and _are_names(found))
    )
    if not is_kept and (head := _head(draft, block, found)):
        yield replace(block, spans=((block.start, head),))
        block, is_kept = replace(block, spans=((head, block.end),)), True
    if is_kept:
        yield replace(block, keeps_lines=True)
    else:
        yield from _options(draft, block)


def _options(draft: Draft, block: Block) -> Iterator[Block]:
    """A block parted before each line with a box, where it begins with one and has several."""
    boxes = [
        block.start + line.start
        for line in lines(draft.text[block.start : block.end])
        if BOX.match(draft.text[block.start + line.start : block.start + line.end].lstrip())
    ]
    is_form = boxes[:1] == [block.start] and len(boxes) > 1
    edges = [*boxes, block.end] if is_form else [block.start, block.end]
    yield from (replace(block, spans=(span,)) for span in pairwise(edges))


def _head(draft: Draft, block: Block, found: Sequence[str]) -> int | None:
    """Where the line ends that stands right over boxes or fields, which are all of the rest."""
    rest = found[1:]
    of_form = all(BOX.match(line) for line in rest) or (
        all(_LABELLED.match(line) for line in rest) and len(rest) >= _FEWEST
    )
    if len(rest) < _FEWEST - 1 or not of_form or _LABELLED.match(found[0]):
        return None
    if any(len(line) > _LONGEST for line in rest):
        return None
    return draft.text.index(found[0], block.start) + len(found[0])


def _broken(draft: Draft) -> Iterator[Block]:
    """The blocks, those of which Markdown's line breaks have parted the author's lines in one."""
    run: list[Block] = []
    for block in [*draft.blocks, None]:
        if run and block and block.kind == "paragraph" and _is_broken(draft, run[-1], block):
            run.append(block)
            continue
        if len(run) > 1:
            whole = replace(run[0], spans=((run[0].start, run[-1].end),))
            run = [whole] if next(_kept(draft, whole)).keeps_lines else run
        yield from run
        run = [block] if block else []


def _is_broken(draft: Draft, first: Block, second: Block) -> bool:
    """Whether nothing stands between two blocks but a line's end behind two blanks."""
    between = draft.text[first.end : second.start]
    return (
        first.kind == "paragraph"
        and draft.text[first.start : first.end].endswith("  ")
        and not between.strip()
        and len(lines(between)) == 2  # the line that ends, and the one that begins
    )


def _leads_to_names(draft: Draft, block: Block) -> _After | None:
    """What a block is for one that stands right under it and may be a signature, or a list."""
    words = draft.read(block)
    if VALEDICTION.fullmatch(words):
        return "close"
    if announces_names(words) and not block.keeps_lines:
        return "names"
    if not block.keeps_lines:
        return None
    first = draft.text[block.start : block.end].strip().partition("\n")[0]
    return "signature" if _names_person(first.strip()) else None


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    after: _After | None = None
    for block in _broken(draft):
        blocks += _kept(draft, block, after)
        after = _leads_to_names(draft, blocks[-1])
    return Revision(blocks=tuple(blocks))


RULE = Rule("kept-lines", _revise)
