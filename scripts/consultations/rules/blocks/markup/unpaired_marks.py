"""Brackets and quotation marks that open and never close, or close and never open.

Symptom: a passage with more of the one than of the other.
Cause: the author's slip; or the conversion lost the mark, or the end of the passage.
Remedy: none, since nobody knows where the mark stood; it is a finding, which a person mends or
waives.
Leaves alone: single quotation marks, which look like apostrophes, and straight ones beside curved
ones or behind a digit, where they may be inches; a bracket that closes behind the number or letter
of an item; items and paragraphs in which a quotation goes on from the one before, as printers set
it.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.model.finding import Finding
from consultations.rules.rule import Rule

_STRAIGHT = '"'
_PAIRS = {"(": ")", "[": "]", "“": "”", _STRAIGHT: _STRAIGHT}
_OTHER = {**_PAIRS, **{closing: opening for opening, closing in _PAIRS.items()}}
_MARK = re.compile(r"[()\[\]“”\"]")
_NO_STRAIGHT_PAIRS = re.compile(r"[“”]|\d\"")
"""Where a straight mark may close a curved one, or say inches."""
_ITEM = re.compile(
    r"(?:\s|\A)(?:[a-z]{0,2}\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,5})\Z", re.IGNORECASE
)
"""The number or letter of an item: `4a)`, `R12)`, `2.1)`, `iv)`."""


def _alone(words: str) -> set[int]:
    """Which of the marks have no partner: their numbers among all marks of the words, from 0."""
    waiting: dict[str, list[int]] = {mark: [] for mark in _PAIRS}
    alone = set()
    for number, match in enumerate(_MARK.finditer(words)):
        mark = match[0]
        if mark == _STRAIGHT and waiting[mark]:
            waiting[mark].pop()
        elif mark in _PAIRS:
            waiting[mark].append(number)
        elif waiting[_OTHER[mark]]:
            waiting[_OTHER[mark]].pop()
        elif mark != ")" or not _ITEM.search(words, max(0, match.start() - 6), match.start()):
            alone.add(number)
    return alone.union(*waiting.values())


def _goes_on(words: str, after: str) -> bool:
    """Whether a quotation goes on in the passage after, which then begins with a mark again."""
    opened = words.count("“") > words.count("”") or words.count(_STRAIGHT) % 2 == 1
    return opened and after.startswith(("“", _STRAIGHT))


def _passed_over(words: str, *, over_passages: bool) -> str:
    """The marks of which nothing is told in a passage: whether they are in pairs nobody knows."""
    curved = "“”" if over_passages or _STRAIGHT in words else ""
    straight = _STRAIGHT if over_passages or _NO_STRAIGHT_PAIRS.search(words) else ""
    return curved + straight


def _findings(draft: Draft) -> Iterator[Finding]:
    quoting = False  # whether a quotation goes on from the passage before
    texts = [(block, draft.read(block)) for block in draft.blocks if block.kind != "table"]
    for n, (block, words) in enumerate(texts):
        goes_on = _goes_on(words, texts[n + 1][1] if n + 1 < len(texts) else "")
        passed_over = _passed_over(words, over_passages=quoting or goes_on)
        quoting = goes_on
        alone = _alone(words)
        last = ""
        # A block's words have each mark of its spans, in the same order: no mark is white space.
        for number, place in enumerate(_places(draft, block) if alone else ()):
            mark = draft.text[place] if number in alone else ""
            # Of a mark many times over, as a damaged file has it, the first is told.
            if mark and mark not in passed_over and not (mark == last == draft.text[place - 1]):
                yield Finding(
                    code="unbalanced",
                    severity="warning",
                    what=f"{mark} stands without its {_OTHER[mark]} in {words[:60]!r}",
                    hint="where the conversion lost a mark or the end of the passage, put it in "
                    "with an erratum; where the author did, waive it",
                    place=draft.locate(place),
                )
            last = mark


def _places(draft: Draft, block: Block) -> Iterator[int]:
    """Where the marks of a block stand in the draft's text, in reading order."""
    for span in block.spans:
        yield from (match.start() for match in _MARK.finditer(draft.text, *span))


RULE = Rule("unpaired-marks", lambda draft: Revision(findings=tuple(_findings(draft))))
