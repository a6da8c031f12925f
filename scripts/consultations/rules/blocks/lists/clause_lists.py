"""Clauses of one sentence that are paragraphs of their own.

Symptom: under words that lead to them stand short paragraphs that end in a semicolon, and after the
last of those one that ends in a full stop; or, under a colon, paragraphs in lower case that end in
no mark at all.
Cause: they are items whose bullets a converter did not write.
Remedy: each is an item of a list.
Leaves alone: paragraphs that nothing leads to; one alone; a paragraph with a sentence inside it; a
last one that begins with a capital where the others do not, or that no `and` leads to.
Seen in: text made from web pages and by word processors.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.heading_evidence.words import SENTENCE_INSIDE
from consultations.rules.prose import announces, breaks_off
from consultations.rules.rule import Rule

_CLAUSE = re.compile(r"[^.?!]{2,400};(?:\s(?P<leads>and|or|but|and/or))?")
"""A part of a sentence that leads to the next one: `to light the lamps; and`."""
_BARE = re.compile(r"[a-z](?:[^.?!;:]|\.(?=\d)){2,300}[\w)\]”’%]")
"""An item as pages of the web have it, without a capital and without a stop: `light the lamps`."""
_LONGEST = 70
"""Most words of the last clause."""


def _clauses(draft: Draft, body: Sequence[int]) -> Iterator[int]:
    """The places of the blocks that are clauses, of those at the places given."""
    reads = {i: draft.read(draft.blocks[i]) for i in body}
    n = 1
    while n < len(body):
        if not _leads(draft.blocks[body[n - 1]], reads[body[n - 1]]):
            n += 1
            continue
        if bare := _bare(draft, body[n:], reads) if reads[body[n - 1]].endswith(":") else 0:
            yield from body[n : n + bare]
            n += bare
            continue
        count = 0
        last: re.Match[str] | None = None
        while n + count < len(body) and draft.blocks[body[n + count]].kind == "paragraph":
            found = _CLAUSE.fullmatch(reads[body[n + count]])
            if found is None:
                break
            last, count = found, count + 1
        if last and n + count < len(body):
            first, words = reads[body[n]], reads[body[n + count]]
            is_plain = draft.blocks[body[n + count]].kind == "paragraph"
            count += is_plain and _is_last(first, last["leads"] is not None, words)
        if count > 1:
            yield from body[n : n + count]
        n += max(count, 1)


def _bare(draft: Draft, places: Sequence[int], reads: Mapping[int, str]) -> int:
    """How many paragraphs in a row, from the first of these places on, are items without a stop."""
    count = 0
    for i in places:
        if draft.blocks[i].kind != "paragraph" or not _BARE.fullmatch(reads[i]):
            break
        if breaks_off(reads[i]):
            return 0  # a sentence that goes on in the next
        count += 1
    return count if count > 1 else 0


def _leads(block: Block, words: str) -> bool:
    return block.kind in ("paragraph", "list_item") and bool(words) and announces(words)


def _is_last(first: str, is_led_to: bool, words: str) -> bool:
    """Whether a paragraph ends the sentence of the clauses before it."""
    is_sentence = ends_sentence(words) and not SENTENCE_INSIDE.search(words)
    goes_on = words[:1].islower() and first[:1].islower()
    alike = words[:1].islower() == first[:1].islower()
    return is_sentence and len(words.split()) <= _LONGEST and (goes_on or (is_led_to and alike))


def _revise(draft: Draft) -> Revision:
    body = [i for i, block in enumerate(draft.blocks) if block.kind != "footnote"]
    items = frozenset(_clauses(draft, body))
    blocks = (
        replace(block, kind="list_item", depth=1) if i in items else block
        for i, block in enumerate(draft.blocks)
    )
    return Revision(blocks=tuple(blocks))


RULE = Rule("clause-lists", _revise)
