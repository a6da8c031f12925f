"""The rest of a note that goes on after the page.

Symptom: a note ends in the middle of a sentence, perhaps in `(footnote continued)`; the rest stands
as a paragraph in lower case, unmarked, after the text of the next page.
Cause: the page's foot had no room for the whole note.
Remedy: the words that announce the rest are taken out, and the first later paragraph that begins in
the middle of a sentence, where the text before it had ended its own, is put to the note. Where
nothing announces it, the last note of a page takes in what the next one begins with, if the text
over the notes had ended its sentence, or what stands right over the notes there, if the text before
that had, or goes on under those; so it is probable. So is a second paragraph of a note that begins
inside the sentence which the first one breaks off.
Leaves alone: a note that announces nothing where the text may go on in the same paragraph, or where
what a page begins with calls a note. When one that is announced is not found, that is a finding.
Seen in: text converted from PDF.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import replace

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.footnotes.pages import page_starts
from consultations.rules.prose import goes_on
from consultations.rules.rule import Rule

_ANNOUNCED = re.compile(
    r"""
    \s*[(\[]\s* (?:foot|end)?note \s+              # [footnote
    cont (?: inue[ds]? | ['’]?d | \. )              # continued, cont’d, cont.
    (?: \s+ (?:overleaf|on|below|from) [^)\]]{0,30} )?  # on the next page
    \s*[)\]]\s*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a printer puts at the end of a page under a note that goes on."""

_WITHIN = 60
"""Blocks after a note among which its rest is looked for: some pages."""


def _tail(draft: Draft, blocks: list[Block], note: int, taken: Collection[int]) -> int | None:
    """The block that is the rest of a note: it goes on where the text before it does not.

    None where that is the rest of another note, and so among the blocks that are `taken`.
    """
    before = ""
    for i in range(note + 1, min(note + _WITHIN, len(blocks))):
        words = draft.read(blocks[i])
        if blocks[i].kind == "footnote":
            continue
        if blocks[i].kind == "paragraph" and before and ends_sentence(before) and goes_on(words):
            return None if i in taken else i
        before = words
    return None


def _unannounced(draft: Draft, blocks: list[Block], note: int, pages: list[int]) -> int | None:
    """The block of the next page that is the rest of the last note of a page, if it breaks off."""
    if ends_sentence(draft.read(blocks[note])):
        return None
    if _goes_on_in(draft, blocks, note, note + 1) or _is_rest_at_top(draft, blocks, note, pages):
        return note + 1
    return _over_notes(draft, blocks, note, pages)


def _goes_on_in(draft: Draft, blocks: list[Block], note: int, rest: int) -> bool:
    """Whether a block is another paragraph of a note, which begins inside the note's sentence."""
    if rest == len(blocks) or blocks[rest].kind != "footnote" or blocks[rest].label is not None:
        return False
    return goes_on(draft.read(blocks[rest])) and not ends_sentence(draft.read(blocks[note]))


def _is_rest_at_top(draft: Draft, blocks: list[Block], note: int, pages: list[int]) -> bool:
    """Whether the next page begins with words that only the note can go on with, not the text."""
    rest = note + 1
    if rest == len(blocks) or not _are_parted(blocks[note], blocks[rest], pages):
        return False
    before = next((b for b in reversed(blocks[:note]) if b.kind != "footnote"), None)
    text_ends = before is not None and ends_sentence(draft.read(before))
    if not text_ends or _calls_note(draft, blocks[rest]):
        return False
    return blocks[rest].kind == "paragraph" and goes_on(draft.read(blocks[rest]))


def _calls_note(draft: Draft, block: Block) -> bool:
    """Whether a note is called in a block, as it is in the text and hardly ever in a note."""
    first = bisect_left(draft.markers, block.start, key=lambda marker: marker.offset)
    return first < len(draft.markers) and draft.markers[first].offset <= block.end


def _over_notes(draft: Draft, blocks: list[Block], note: int, pages: list[int]) -> int | None:
    """The block right over the notes of the next page, where the text has ended above it."""
    later = range(note + 1, min(note + _WITHIN, len(blocks)))
    notes = next((i for i in later if blocks[i].kind == "footnote"), note)
    rest = notes - 1
    if rest <= note + 1 or not _are_parted(blocks[note], blocks[rest], pages):
        return None
    if blocks[rest].kind != "paragraph" or not goes_on(draft.read(blocks[rest])):
        return None
    after = next((b for b in blocks[notes:] if b.kind != "footnote"), None)
    text_goes_on = after is not None and goes_on(draft.read(after))
    return rest if text_goes_on or ends_sentence(draft.read(blocks[rest - 1])) else None


def _are_parted(note: Block, rest: Block, pages: list[int]) -> bool:
    """Whether a page begins between two blocks."""
    return bisect_right(pages, note.end) < bisect_right(pages, rest.start)


def _revise(draft: Draft) -> Revision:
    pages = page_starts(draft)
    blocks = list(draft.blocks)
    proposals: list[Proposal] = []
    findings: list[Finding] = []
    taken: set[int] = set()
    for i, block in enumerate(draft.blocks):
        announced = _ANNOUNCED.search(draft.text, max(block.start, block.end - 80), block.end)
        if block.kind != "footnote" or i in taken:
            continue
        if announced is None:
            rest = _unannounced(draft, blocks, i, pages)
            while rest is not None and rest not in taken:
                start = blocks[rest].start
                why = "a note that breaks off goes on behind it, or on the next page"
                proposals.append(Proposal(start - 1, start, " ", "join", why, "probable"))
                blocks[i] = replace(blocks[i], spans=blocks[i].spans + blocks[rest].spans)
                taken.add(rest)
                rest = rest + 1 if _goes_on_in(draft, blocks, i, rest + 1) else None
            continue
        proposals.append(
            Proposal(*announced.span(), "", "continuation-marker", "says that the note goes on")
        )
        rest = _tail(draft, blocks, i, taken)
        if rest is None:
            findings.append(
                Finding(
                    code="note-without-rest",
                    severity="warning",
                    what=f"note {block.label} goes on elsewhere, and its rest is not found",
                    hint="join the two by an erratum, if the source has it",
                    place=draft.locate(announced.start()),
                )
            )
            continue
        blocks[i] = replace(block, spans=block.spans + blocks[rest].spans)
        taken.add(rest)
    kept = tuple(block for i, block in enumerate(blocks) if i not in taken)
    return Revision(tuple(proposals), kept, findings=tuple(findings))


RULE = Rule("note-tails", _revise)
