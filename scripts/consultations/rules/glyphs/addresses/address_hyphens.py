"""Hyphens too many and too few in addresses.

Symptom: `…/Ferr-ies/…`, where another address of the document has `…/Ferries/…`;
`…/the-old-harbourlights-survey`, in a text on the Old Harbour-Lights Survey.
Cause: the line ended at that place; a hyphen was added to part the word, or the address' own was
taken for one.
Remedy: the hyphen goes where the document has the same piece of an address without it. It comes
back where the words of the text before it, in the order in which they stand there, are those of
the address but for it.
Leaves alone: a misspelling in an address, which is how that address is spelt; everything else.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.addresses import web_addresses
from consultations.model.emendation import Proposal
from consultations.model.text import Interval
from consultations.rules.dictionary import is_word
from consultations.rules.rule import text_rule

_SEGMENT = re.compile(r"[^/?#&=]+")
_WORD = re.compile(r"[a-z]+")
_FEWEST = 3
"""Before a hyphen is put in, an address must have this many words, and the text the same."""
_SHORTEST, _LONGEST = 3, 40
"""A piece that may be two words has more letters than the first of these and fewer than the
second."""
_SEEN_AROUND = 2000
"""Code points on either side in which those words are looked for."""


def _too_many(text: str, found: list[Interval]) -> Iterator[Proposal]:
    segments = {m[0] for start, end in found for m in _SEGMENT.finditer(text, start, end)}
    for start, end in found:
        for segment in _SEGMENT.finditer(text, start, end):
            hyphen = segment[0].find("-")
            solid = segment[0].replace("-", "", 1)
            if hyphen > 0 and "-" not in solid and solid in segments and solid.isalpha():
                at = segment.start() + hyphen
                reason = "another address of the document has this piece without a hyphen"
                yield Proposal(at, at + 1, "", "url", reason)


def _too_few(text: str, found: list[Interval]) -> Iterator[Proposal]:
    for start, end in found:
        for segment in _SEGMENT.finditer(text, start, end):
            pieces = segment[0].split("-")
            if len(pieces) < _FEWEST or not all(p.isalpha() and p.islower() for p in pieces):
                continue
            around: str | None = None
            at = segment.start()
            for i, piece in enumerate(pieces):
                if _SHORTEST < len(piece) < _LONGEST and not is_word(piece):
                    around = around or _around(text, start, end)
                    cut = _cut(pieces, i, around)
                    if cut:
                        reason = "the text has these words apart"
                        yield Proposal(at + cut, at + cut, "-", "url", reason, "probable")
                at += len(piece) + 1


def _around(text: str, start: int, end: int) -> str:
    """The words round an address in lower case, with one blank before and after each."""
    low = max(start - _SEEN_AROUND, 0)
    high = text.find("\n\n", end)
    high = min(len(text) if high < 0 else high, end + _SEEN_AROUND)
    words = _WORD.findall(f"{text[low:start]} {text[end:high]}".lower())
    return f" {' '.join(words)} "


def _cut(pieces: list[str], i: int, around: str) -> int | None:
    """Where to cut a piece so that it and its neighbours are words of the text; or None."""
    piece = pieces[i]
    for cut in range(2, len(piece) - 1):
        words = [*pieces[max(0, i - 2) : i], piece[:cut], piece[cut:], *pieces[i + 1 : i + 3]]
        if f" {' '.join(words)} " in around:
            return cut
    return None


def _propose(text: str) -> Iterator[Proposal]:
    found = list(web_addresses(text))
    yield from _too_many(text, found)
    yield from _too_few(text, found)


RULE = text_rule("address-hyphens", _propose)
