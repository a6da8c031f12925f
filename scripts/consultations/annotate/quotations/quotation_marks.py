"""Words between quotation marks.

Symptom: “…”, ‘…’, "…", '…', « … », ‹…›, <<…>>, mixed and nested; a quotation of several paragraphs,
each of which opens it anew and the last of which closes it, or with one mark at its beginning and
one at its end; one that its author forgot to close.

Found by: pairs of marks, of which the outermost count. An opening mark without its pair goes on
into the next passage if that begins with one of the same sort, or has a closing one left over; and
over a few passages without any mark to one that has. Else its author forgot to close it: it ends
before the citation in brackets with which its passage ends, or before the sentence in which
somebody else is quoted, and has at least five words.

Leaves alone: apostrophes, feet and inches, decades, elided words ('twas, 'em); a mark that is never
closed and has a few words after it; marks inside other marks.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.quotations.quote_marks import Marked, Paired, pair
from consultations.annotate.quotations.quoted import Quoted
from consultations.english.saying import SAYING
from consultations.english.sentences import sentence_start
from consultations.model.edition import Edition, Passage
from consultations.model.text import trim

RULE = "quotation-marks"
_LEAST_WORDS = 5
"""A quotation that is not closed has at least this many words."""
_MOST_BETWEEN = 8
"""Most passages from the one with an opening mark to the one that closes it."""
_LEAD = 80
"""Code points before a mark in which words lead up to it."""
_ENDS = (".", "?", "!", "…")
_DOUBLE = '"”»“'
_CITED_END = re.compile(r"[\s,;]*\([^()]*\)[\s.;,]*$")
_INTRODUCED = re.compile(rf"\b(?:{SAYING})\b[^.?!\"“”'‘’]{{0,30}}[\"'“‘]$")


_LED_TO = re.compile(rf"\b(?:{SAYING})\b[^.?!\"“”'‘’:]{{0,30}}:\s'\Z")


class _Closing(NamedTuple):
    """A closing mark for which its own passage has no opening one."""

    number: int
    """Of the passage."""
    at: int


def between_marks(edition: Edition) -> Iterator[Quoted]:
    """Everything between quotation marks, in reading order, block quotations aside."""
    passages = edition.passages
    paired = [pair(passage.text) for passage in passages]
    closing = _closing(passages, paired)
    until = 0  # up to the passage of this number a quotation goes on from one before
    for number, (passage, marks) in enumerate(zip(passages, paired, strict=True)):
        if passage.kind == "blockquote":
            continue
        if number < until:
            yield Quoted(passage, 0, len(passage.text), RULE, continued=True)
            continue
        begun = number == until and number > 0
        found = list(_continued(passage, marks)) if begun else []
        for mark in marks.outermost:
            end: int | None = mark.end
            if not mark.closed:
                until = _closed_in(number, mark, passages, paired, closing)
                end = end if until else _unclosed_end(passage, mark, marks.outermost)
            if end is not None:
                start = mark.start
                if passage.text[start - 1] in "«»<":  # « so », << So >>
                    start, end = trim(passage.text, start, end)
                continued = begun and mark.start == 1
                found.append(Quoted(passage, start, end, RULE, continued=continued))
        yield from _apart([one for one in found if one.words])


def _continued(passage: Passage, paired: Paired) -> Iterator[Quoted]:
    """What the passage before has opened and this one closes."""
    if paired.stray:
        yield Quoted(passage, 0, paired.stray[0], RULE, continued=True)


def _closing(passages: Sequence[Passage], paired: Sequence[Paired]) -> list[_Closing | None]:
    """For each passage, the mark of one after it that closes before any that opens there.

    Those between have no mark, and all are of one kind; else it is None.
    """
    found: list[_Closing | None] = [None] * len(passages)
    for number in range(len(passages) - 2, -1, -1):
        here, after, marks = passages[number], passages[number + 1], paired[number + 1]
        if here.kind != after.kind or here.cell or after.cell:
            continue
        if marks.stray:
            first = marks.outermost[0].start if marks.outermost else len(after.text)
            found[number] = _Closing(number + 1, marks.stray[0]) if marks.stray[0] < first else None
        elif not marks.outermost:
            found[number] = found[number + 1]
    return found


def _closed_in(
    number: int,
    mark: Marked,
    passages: Sequence[Passage],
    paired: Sequence[Paired],
    closing: Sequence[_Closing | None],
) -> int:
    """Up to which passage what is open at the end of one goes on; 0 where it does not.

    A mark farther on that closes it ends a sentence and is of the same sort: it is no apostrophe
    and no inches.
    """
    here, after = passages[number], passages[number + 1 : number + 2]
    if after and _goes_on(here, after[0], mark, paired[number + 1]):
        return number + 1
    found = closing[number]
    if found is None or found.number - number > _MOST_BETWEEN:
        return 0
    text, at = passages[found.number].text, found.at
    same = (text[at] in _DOUBLE) == mark.double and mark.end == len(here.text)
    return found.number if same and text[:at].endswith(_ENDS) else 0


def _goes_on(here: Passage, after: Passage, mark: Marked, following: Paired) -> bool:
    """Whether a quotation that is not closed is continued by the next passage."""
    if here.kind != after.kind:
        return False
    begins = bool(following.outermost) and following.outermost[0].start == 1
    # A straight one may be an apostrophe, but where a verb of saying and a colon lead to it.
    is_mark = here.text[mark.start - 1] != "'" or _LED_TO.search(here.text, 0, mark.start)
    if begins and following.outermost[0].double == mark.double and is_mark:
        return True
    first = following.outermost[0].start if following.outermost else len(after.text)
    return bool(following.stray) and following.stray[0] < first


def _unclosed_end(passage: Passage, mark: Marked, marks: Sequence[Marked]) -> int | None:
    """Where a quotation ends whose author forgot to close it, or None if it is none at all."""
    text = passage.text
    end = len(text)
    for later in marks:
        lead = text[max(0, later.start - _LEAD) : later.start]
        if later.start > mark.start and _INTRODUCED.search(lead):
            end = min(end, sentence_start(text, later.start - 1))
            break
    if end <= mark.start:
        return None
    cited = _CITED_END.search(text, mark.start, end)
    end = cited.start() if cited else end
    end = mark.start + len(text[mark.start : end].rstrip(" ,;"))
    enough = len(text[mark.start : end].split()) >= _LEAST_WORDS
    return end if enough else None


def _apart(found: list[Quoted]) -> list[Quoted]:
    """Without what lies within another."""
    kept: list[Quoted] = []
    for one in sorted(found, key=lambda quoted: (quoted.start, -quoted.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
