"""Words between quotation marks.

Symptom: “…”, ‘…’, "…", '…', « … », <<…>>, mixed and nested; a quotation of several paragraphs, each
of which opens it anew and the last of which closes it; one that its author forgot to close.

Found by: pairs of marks, of which the outermost count. An opening mark without its pair goes on
into the next passage if that begins with one of the same sort, or has a closing one left over. Else
its author forgot to close it: it ends before the citation in brackets with which its passage ends,
or before the sentence in which somebody else is quoted, and has at least five words.

Leaves alone: apostrophes, feet and inches, decades, elided words ('twas, 'em); a mark that is never
closed and has a few words after it; marks inside other marks.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.annotate.quotations.quote_marks import Marked, Paired, pair
from consultations.annotate.quotations.quoted import Quoted
from consultations.english.saying import SAYING
from consultations.english.sentences import sentence_start
from consultations.model.edition import Edition, Passage
from consultations.model.text import trim

RULE = "quotation-marks"
_LEAST_WORDS = 5
"""What is not closed is a quotation if it has so many words."""
_LEAD = 80
"""So far before a mark, in code points, words still lead up to it."""
_CITED_END = re.compile(r"[\s,;]*\([^()]*\)[\s.;,]*$")
_INTRODUCED = re.compile(rf"\b(?:{SAYING})\b[^.?!\"“”'‘’]{{0,30}}[\"'“‘]$")


def between_marks(edition: Edition) -> Iterator[Quoted]:
    """Everything between quotation marks, in reading order, block quotations aside."""
    paired = [pair(passage.text) for passage in edition.passages]
    opened = False
    for number, passage in enumerate(edition.passages):
        if passage.kind == "blockquote":
            opened = False
            continue
        following = paired[number + 1] if number + 1 < len(paired) else Paired((), ())
        after = edition.passages[number + 1 : number + 2]
        found = list(_continued(passage, paired[number])) if opened else []
        begun, opened = opened, False
        for mark in paired[number].outermost:
            continued = begun and mark.start == 1
            end: int | None = mark.end
            if not mark.closed:
                opened = bool(after) and _goes_on(passage, after[0], mark, following)
                end = mark.end if opened else _unclosed_end(passage, mark, paired[number].outermost)
            if end is not None:
                start = mark.start
                if passage.text[start - 1] in "«»<":  # « so », << So >>
                    start, end = trim(passage.text, start, end)
                found.append(Quoted(passage, start, end, RULE, continued=continued))
        yield from _apart([one for one in found if one.words])


def _continued(passage: Passage, paired: Paired) -> Iterator[Quoted]:
    """What the passage before has opened and this one closes."""
    if paired.stray:
        yield Quoted(passage, 0, paired.stray[0], RULE, continued=True)


def _goes_on(here: Passage, after: Passage, mark: Marked, following: Paired) -> bool:
    """Whether a quotation that is not closed is continued by the next passage."""
    if here.kind != after.kind:
        return False
    begins = bool(following.outermost) and following.outermost[0].start == 1
    if begins and following.outermost[0].double == mark.double and here.text[mark.start - 1] != "'":
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
