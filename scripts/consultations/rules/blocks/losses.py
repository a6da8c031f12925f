"""What the original held here and the source has not.

Symptom: a sentence that ends in `see`, in a colon with nothing behind it, or in a word that no
sentence ends with; words that point to a diagram or a table that is not there, or to `this blog`
without an address; a question of a consultation with the next one right under it.
Cause: the conversion dropped pictures, lists, answers, and the addresses behind links.
Remedy: none; the place is marked as a gap, with the words that show it. Nothing is filled.
Leaves alone: a colon before a list, a table, a quotation or an address; a word that points to a
table which follows.
Seen in: a saved web page, text converted from PDF.
"""

import re
from collections.abc import Iterator

from consultations.english.addresses import has_address
from consultations.model.draft import Block, Draft, Loss, Revision
from consultations.rules.prose import breaks_off
from consultations.rules.rule import Rule

_LINK_AWAITED = re.compile(r"\b(?:see|at|available from|click)\s*:?$", re.IGNORECASE)
_LINKED = re.compile(r"\b(?:on|in|at|read|see) this (?:blog|page|site|website|link|article)\b")
_PICTURE = re.compile(
    r"\b(diagram|figure|chart|graph|map|picture|photograph|table)s?\s+(?:\d+\s+)?"
    r"(?:below|overleaf|opposite|above|following)\b|"
    r"\b(?:following|next)\s+(diagram|figure|chart|graph|map|picture|photograph|table)\b",
    re.IGNORECASE,
)
_EVIDENCE_WORDS = 12
_LONG_PARAGRAPH = 15
"""Words: a paragraph of fewer, after a colon, may be what the colon announced."""
_LABEL = 4
"""Words: what is as short is a label, or a title in a list of titles."""
_NEAR = 4
"""Blocks within which a table that the text points to must stand."""


def _revise(draft: Draft) -> Revision:
    body = [block for block in draft.blocks if block.kind != "footnote"]
    found = [
        Loss(body[i].start + 1, what, evidence)
        for i in range(len(body))
        for what, evidence in _losses(draft, body, i)
    ]
    return Revision(losses=(*draft.losses, *found))


def _losses(draft: Draft, body: list[Block], i: int) -> Iterator[tuple[str, str]]:
    """What is lost in or right after one block of the body, each with its evidence."""
    block = body[i]
    if _is_unanswered(draft, body, i):
        yield "lost answer", draft.read(block)
    if block.kind not in ("paragraph", "list_item"):
        return
    words = draft.read(block)
    following = body[i + 1] if i + 1 < len(body) else None
    split = words.split()
    end = " ".join(split[-_EVIDENCE_WORDS:])
    if _LINK_AWAITED.search(words) and not _is_address(draft, following):
        yield "lost link", end
    elif (
        words.endswith(":")
        and block.kind == "paragraph"
        and len(split) > _LABEL
        and _is_bare(draft, following)
    ):
        yield "lost list", end
    elif (
        breaks_off(words)
        and len(split) > _LABEL
        and not words.endswith((",", "/", "-"))
        and not _is_followed_up(block, words, following)
    ):
        yield "lost end of a sentence", end
    if (linked := _LINKED.search(words)) and not _has_address(draft, block, words):
        yield "lost link", words[max(0, linked.start() - 20) : linked.end() + 40].strip()
    if (picture := _PICTURE.search(words)) and not _follows(body, i):
        yield f"lost {(picture[1] or picture[2]).lower()}", _around(words, picture)


def _has_address(draft: Draft, block: Block, words: str) -> bool:
    return has_address(words) or any(
        start <= link.start < end for start, end in block.spans for link in draft.links
    )


def _is_unanswered(draft: Draft, body: list[Block], i: int) -> bool:
    """Whether a block is a question to which the document responds, and the next one follows it."""
    if body[i].kind != "heading" or draft.source.record.responds_to is None:
        return False
    following = body[i + 1] if i + 1 < len(body) else None
    if following is not None and (
        following.kind != "heading" or (following.level or 1) > (body[i].level or 1)
    ):
        return False
    return draft.read(body[i]).endswith("?")


def _is_address(draft: Draft, block: Block | None) -> bool:
    return block is not None and has_address(draft.read(block)[:80])


def _is_followed_up(block: Block, words: str, following: Block | None) -> bool:
    """Whether what breaks off leads to the list or table after it, or from one item to the next."""
    if following is None or following.kind not in ("list_item", "table"):
        return False
    if block.kind == "list_item" and (following.depth or 1) > (block.depth or 1):
        return True
    return block.kind != "list_item" or words.rsplit(None, 1)[-1].lower() in ("and", "or", "but")


def _is_bare(draft: Draft, block: Block | None) -> bool:
    """Whether what follows a colon cannot be what the colon announced."""
    if block is None or block.kind == "heading":
        return True
    words = draft.read(block)
    if block.kind != "paragraph" or not words[:1].isupper():
        return False
    if words.endswith(":"):
        return True
    return len(words.split()) >= _LONG_PARAGRAPH and not has_address(words[:80])


def _follows(body: list[Block], i: int) -> bool:
    near = [*body[max(0, i - _NEAR) : i], *body[i + 1 : i + 1 + _NEAR]]
    return any(block.kind == "table" for block in near)


def _around(words: str, match: re.Match[str]) -> str:
    """The sentence, or what of it stands near a match, as evidence."""
    start = words.rfind(". ", 0, match.start()) + 1
    stop = words.find(". ", match.end())
    sentence = words[start : stop + 1 if stop >= 0 else len(words)].strip()
    return sentence if len(sentence) < 200 else words[max(0, match.start() - 80) : match.end() + 20]


RULE = Rule("losses", _revise)
