"""Headings that are numbered like items of a list.

Symptom: `1. Background`, `2. What we did`, each with paragraphs under it.
Cause: a number before a heading looks like a number before an item.
Remedy: lines with numbers that follow each other are headings where each ends no sentence and has
something other than the next number under it.
Leaves alone: items under one another; numbered paragraphs; a single number.
Seen in: plain text made from PDF.
"""

import re
from dataclasses import replace

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import lines, skip_blanks, squeeze
from consultations.rules.heading_words import LONGEST
from consultations.rules.prose import breaks_off
from consultations.rules.rule import Rule

_NUMBERED = re.compile(r"(\d{1,2})[.)]?[ \t\u00a0]+(?=[^\W\d_])")


def _match(draft: Draft, block: Block) -> re.Match[str] | None:
    """A number in front of a block that is no note."""
    if block.kind not in ("list_item", "paragraph"):
        return None
    start = skip_blanks(draft.text, block.start, block.end)
    return _NUMBERED.match(draft.text, start, block.end)


def _number(draft: Draft, i: int) -> int | None:
    """The number of a block that is a heading: there is something other than its like under it."""
    if i + 1 >= len(draft.blocks) or not _heads(draft, draft.blocks[i], draft.blocks[i + 1]):
        return None
    return _title_number(draft, draft.blocks[i])


def _heads(draft: Draft, block: Block, following: Block) -> bool:
    """Whether a block can be the heading of the one that follows it."""
    if following.kind == "list_item":
        apart = len(lines(draft.text[block.end : following.start])) > 2  # an empty line
        return (
            apart and not draft.text[following.start].isspace() and not _is_like(draft, following)
        )
    return following.kind != "table" and not _is_like(draft, following)


def _is_like(draft: Draft, block: Block) -> bool:
    return _title_number(draft, block) is not None


def _title_number(draft: Draft, block: Block) -> int | None:
    """The number of a block that has the words of a heading."""
    match = _match(draft, block)
    if match is None or block.end - match.end() > 200:
        return None
    words = squeeze(draft.text[match.end() : block.end])
    sentence = ends_sentence(words) and not words.endswith("?")
    plain = not (sentence or words.endswith((":", ";")) or breaks_off(words))
    if not (plain and words[0].isupper() and len(words.split()) <= LONGEST):
        return None
    return int(match[1])


def _revise(draft: Draft) -> Revision:
    run: list[tuple[int, int]] = []
    blocks = list(draft.blocks)
    for i in range(len(draft.blocks)):
        number = _number(draft, i)
        if number is None:
            continue
        if not run or number != run[-1][1] + 1:
            run = []
        run.append((i, number))
        if len(run) > 1 and run[0][1] == 1:
            for k, _ in run[-2:]:
                blocks[k] = replace(blocks[k], kind="heading")
    return Revision(blocks=tuple(blocks))


RULE = Rule("numbered-headings", _revise)
