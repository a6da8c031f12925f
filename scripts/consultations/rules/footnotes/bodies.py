"""The bodies that may begin in a paragraph, and the labels that stand in one of their own."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from consultations import patterns as re
from consultations.model.text import Line, skip_blanks, trim
from consultations.rules.footnotes.digits import FLAT
from consultations.rules.footnotes.forms import MARKED, Form, form_of, label_of
from consultations.rules.footnotes.labels import NUMBER
from consultations.rules.footnotes.leads import CandidateBody, bracketed_alone, follows, lead_of
from consultations.rules.footnotes.paragraphs import Paragraph

_CLOSING_STARS = re.compile(r"(?<=[^\s*\\])\*{1,3}(?![\w*])")
"""Asterisks that may close emphasis: `the toll.*`"""
_MOST_LINES, _LONGEST = 5, 400
"""Most lines and code points of a heading of which the first line opens emphasis, the last closes
it."""

_FRONT = re.compile(r"[ \t]{0,8}[\^↑][ \t]{1,3}(?:[a-z][ \t]{1,3}){0,9}(?=[^\s\d^])")
"""What a site's copy begins a note with that led back to its markers: `^ Moss`, `^ a b Moss`."""
_IN_SMALL = re.compile(rf"[ \t]{{0,8}}({NUMBER})[ \t]{{1,8}}(?=[^\W\d_])")
"""A number before a word, which alone would be one of the line above it."""


def bodies_of(text: str, paragraph: Paragraph, labels: list[CandidateBody]) -> list[CandidateBody]:
    """The bodies that begin in a paragraph; `labels` stand alone in the paragraph before it."""
    if len(labels) == 1 or (labels and len(labels) == len(paragraph.lines)):
        return list(map(_apart, labels, paragraph.lines))
    if is_of_one(paragraph, labels):
        return [_apart(labels[0], paragraph.lines[0])]
    found: list[CandidateBody] = []
    for line, following in zip(paragraph.lines, [*paragraph.lines[1:], None], strict=True):
        body = lead_of(text, line)
        if body is None or _opens_emphasis(text, body, paragraph):
            continue
        if not found and line != paragraph.lines[0] and _is_cut_marker(text, body):
            continue
        if not body.alone:
            found.append(body)
        elif words := following and skip_blanks(text, *following):
            found.append(replace(body, words=words))
    return list(_without_gaps(text, paragraph, found))


def _without_gaps(
    text: str, paragraph: Paragraph, found: Sequence[CandidateBody]
) -> Iterator[CandidateBody]:
    """Bodies in order, with one in small letters where its number alone is missing: `3 eg Moss`."""
    starts = [line.start for line in paragraph.lines]
    yield from found[:1]
    for body, after in pairwise(found):
        between = slice(bisect_right(starts, body.start), bisect_left(starts, after.start))
        is_whole = body.lead != "plain" or follows(body.label, after.label)
        lines = [] if is_whole else paragraph.lines[between]
        missing = [m for line in lines if (m := _IN_SMALL.match(text, *line))]
        missing = [m for m in missing if follows(body.label, m[1]) and follows(m[1], after.label)]
        if len(missing) == 1:
            yield CandidateBody(missing[0][1], None, "plain", missing[0].start(), missing[0].end())
        yield after


def is_of_one(paragraph: Paragraph, labels: Sequence[CandidateBody]) -> bool:
    """Whether a paragraph is one line, which the first of several labels above it belongs to."""
    return len(labels) > 1 and len(paragraph.lines) == 1


def _is_cut_marker(text: str, body: CandidateBody) -> bool:
    """Whether it may be a marker that a line's end has cut from its word: then it is no label."""
    is_marker = body.is_marked or body.lead == "bracketed"
    return is_marker and text[body.words : body.words + 1].islower()


def _opens_emphasis(text: str, body: CandidateBody, paragraph: Paragraph) -> bool:
    """Whether asterisks before a word have a partner further on in their paragraph.

    Where each line is a paragraph, a heading over several lines has it in one of the next.
    """
    if body.lead != "sign" or text[body.words - 1] != "*":
        return False
    rest = text[body.words : paragraph.start + _LONGEST].split("\n", _MOST_LINES)
    over = "\n".join(takewhile(str.strip, rest[:_MOST_LINES]))
    end = max(body.words + len(over), paragraph.end)
    closing = _CLOSING_STARS.finditer(text, body.words, end)
    return any(match[0] == body.label for match in closing)


def _apart(label: CandidateBody, line: Line) -> CandidateBody:
    """The body of a label that stands apart; its words do not say that they are a note's."""
    apart = label.start, label.words
    return replace(label, lead="plain", start=line.start, words=line.start, apart=apart)


def labels_of(text: str, paragraph: Paragraph) -> list[CandidateBody]:
    """The labels of which a paragraph is made, if there is nothing else in it."""
    leads = [lead_of(text, line) or bracketed_alone(text, line) for line in paragraph.lines]
    labels = [lead for lead in leads if lead is not None and lead.alone]
    ascend = all(follows(a.label, b.label) for a, b in pairwise(labels))
    return labels if len(labels) == len(leads) and ascend else []


def hanging_labels(text: str, paragraph: Paragraph) -> list[CandidateBody]:
    """The labels that are the last lines of a paragraph of text."""
    found: list[CandidateBody] = []
    for line in reversed(paragraph.lines):
        label = lead_of(text, line)
        if label is None or not label.alone or (found and not follows(label.label, found[0].label)):
            break
        found.insert(0, label)
    return found if len(found) < len(paragraph.lines) else []


def led_back(
    text: str, printed: Sequence[Paragraph], ways_back: Collection[int]
) -> dict[int, list[CandidateBody]]:
    """Notes that have lost their labels, or have them as numbers, by where their paragraphs start.

    Each ends where a site led back to its marker, or begins with the sign that did so, and there
    are as many as the text calls, from 1 on: `[footnote 1]`, `[1]` before such a sign, or `May.1`,
    which may be other numbers too.
    """
    found: dict[int, list[CandidateBody]] = {}
    forms: set[Form] = set()
    number = 0
    for paragraph in printed:
        start = paragraph.start
        for n, line in enumerate(paragraph.lines):
            front = _FRONT.match(text, *line)
            if front:
                start, words = line.start, front.end()
                forms |= {"bracketed", "raised"}
            elif trim(text, *line)[1] in ways_back:
                since = bisect_left(paragraph.lines, (start,))
                lead = _numbered(text, paragraph.lines[since : n + 1], str(number + 1))
                start, words = (lead.start, lead.words) if lead else (start, start)
                forms.add("named")
            else:
                continue
            number += 1
            body = CandidateBody(str(number), "linked", "marked", start, words)
            found.setdefault(paragraph.start, []).append(body)
            start = line.end
    return found if found and _are_called(text, number, forms) else {}


def _numbered(text: str, lines: Sequence[Line], label: str) -> CandidateBody | None:
    """The body that the first of some lines with a label begins."""
    leads = (lead for line in lines if (lead := lead_of(text, line)) and not lead.alone)
    return next((lead for lead in leads if lead.label == label), None)


def _are_called(text: str, count: int, forms: Collection[Form]) -> bool:
    """Whether a text calls so many notes, from 1 on, and no other in such a form.

    Where it has no form of markers, its digits must be among those that may be one.
    """
    labels = {str(n + 1) for n in range(count)}
    marked = list(MARKED.finditer(text))
    called = {label_of(match) for match in marked if form_of(match) in forms}
    flat = set() if marked else {match["label"] for match in FLAT.finditer(text)}
    return called == labels or (not marked and labels <= flat)
