"""Notes: their bodies, and the markers that call them.

Symptom: a raised digit, letter or sign after a word (`¹`, `<sup>60a</sup>`, `†`), a call in the
markup of a converter (`[^1]`, `[[1]](#_ftn1)`, `[footnote 1]`), or a digit that has come down from
its height (`May.1`); and a line that begins with the same label: raised, in brackets, plain, as
number of a list, or on a line of its own.
Cause: the page's notes stand in the text where the page ended, or at the end of a chapter or of the
text; each converter writes them in its own way.
Remedy: markers and labels are taken out and kept as data: a marker is a place, a body is a
footnote. A body whose label is a note's and nothing else is called by the markers of that label;
one that only looks like a note, in whatever form, must stand in a run with others, at a page's foot
or under a heading of notes, and its run must be called in order by markers of one form since the
run before. Of several one in four may have lost its marker, or be called again. Under a heading of
other words, and where the text goes on behind a list, most of the run must also say where something
stands: a date, a page, an address. Chapters whose notes stand together share the markers of the
text as their order has it best. Digits without their
height are read as markers only where two or more count together with their bodies, or one is called
by the page at whose foot it stands under a ruling; with a blank before them (`the toll. 12 It`)
where the notes count on over the feet of pages, and one number of a note's page alone may call it.
Under a heading of notes half of them are enough, and between two that are called a digit that is
stuck to a year or a word (`until 18362 `) calls the one that nothing else does. Numbers in brackets
that are set apart must end their clauses, and plain ones stand between sentences, in most places.
Several notes called at one place (`the toll.2,3`, `[4–6]`) are each called there, and the signs
between go with the calls; a dash stands for the numbers between. Notes that have lost their numbers
and end in a site's way back, or begin with its sign, are those that the text calls by name, or by
numbers in brackets, where there are as many.
Such a note, and one whose numbers stand in brackets, is probable. A body is called again where the
source does so. One that breaks off before a number takes in the paragraph that begins with it
(`see Box`, then `7. The tolls`), if that is not the label of the next note.
What is left of markup shows as the sign that it stood for; `^` before a note goes, and `Back` at
the end of most notes; behind the end of a sentence in any it probably goes.
Leaves alone: the squares of units and powers of ten; a table's own notes; a list that the text
announces; references in brackets that come in any order or again and again. A marker that calls
nothing and a body that nothing calls are findings, and so is a note that a note calls. A label and
nothing else is no body. `Back` behind an initial or a title is a name: `Captain G. Back`.
Seen in: text converted from PDF, Markdown made from DOCX and from web pages.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.english.sentences import sentence_ends
from consultations.model.draft import Block, Draft, Marker, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.model.finding import Finding
from consultations.model.text import trim
from consultations.rules.footnotes.calls import Note
from consultations.rules.footnotes.forms import BACK, BACK_AHEAD, BACK_IN_WORDS, CandidateMarker
from consultations.rules.footnotes.leads import CandidateBody
from consultations.rules.footnotes.pages import page_starts, ruling_places, ways_back
from consultations.rules.footnotes.pairing import pair
from consultations.rules.line_habit import Habit
from consultations.rules.line_widths import text_lines
from consultations.rules.rule import Rule

_FEWEST_BACK = 2
"""Notes that end in the word for the way back; one alone may be about the way."""
_LONGEST_WORDS = 12
"""Code points of that word, with the blanks before it."""


def _revise(draft: Draft) -> Revision:
    text = draft.text
    habit = Habit.of(draft, list(text_lines(draft).values()))
    pairing = pair(
        text,
        page_starts(draft),
        ruling_places(draft),
        ways_back(draft),
        each_line=habit.whole and habit.crowded,
    )
    old = {block.start for block in draft.blocks if block.label is not None}
    notes = [note for note in pairing.notes if note.body.start not in old]
    markers = [
        Marker(note.body.label, marker.start, note.body.start)
        for note in notes
        for marker in note.markers
    ]
    return Revision(
        tuple(_proposals(text, notes, pairing.calling_nothing)),
        tuple(_blocks(draft.blocks, notes)),
        (*draft.markers, *sorted(markers, key=lambda marker: marker.offset)),
        findings=tuple(_findings(draft, notes, pairing.calling_nothing, pairing.unread)),
    )


def _proposals(
    text: str, notes: Sequence[Note], calling_nothing: Sequence[CandidateMarker]
) -> Iterator[Proposal]:
    back_in_words, told = _ends_in_words(text, notes)
    places = {marker.start for note in notes for marker in note.markers}
    for note in notes:
        body, certainty = note.body, note.certainty
        reason = "the label of a note, kept as data"
        yield Proposal(body.start, body.words, "", "footnote-marker", reason, certainty)
        if body.apart:
            yield Proposal(*body.apart, "", "footnote-marker", reason, certainty)
        end = trim(text, *note.pieces[-1])[1]
        way_back = "the way back from a note to its marker"
        if ahead := BACK_AHEAD.match(text, body.words, end):
            yield Proposal(*ahead.span(), "", "markup", way_back)
        if back := BACK.search(text, max(body.words, end - 300), end):
            yield Proposal(*back.span(), "", "markup", way_back)
        elif back := back_in_words.get(body):
            yield Proposal(*back.span(), "", "markup", way_back, told)
        for marker in note.markers:
            yield _marker_taken_out(text, marker, certainty, is_last=marker.end not in places)
    for marker in calling_nothing:
        for start, end in marker.markup:
            if start < end:
                yield Proposal(start, end, "", "markup", "the markup of a marker of no note")


def _ends_in_words(
    text: str, notes: Sequence[Note]
) -> tuple[dict[CandidateBody, re.Match[str]], Certainty]:
    """The way back at the ends of notes, in words, and how surely it is told from a word.

    Most of several notes end in it, or else a sentence ends right before it.
    """
    ends = {note.body: trim(text, *note.pieces[-1])[1] for note in notes}
    found = {
        body: match
        for body, end in ends.items()
        if (match := BACK_IN_WORDS.search(text, max(body.words, end - _LONGEST_WORDS), end))
    }
    is_habit = len(found) >= _FEWEST_BACK and len(found) * 2 > len(notes)
    if is_habit:
        return found, "certain"
    return {
        body: match for body, match in found.items() if _stands_behind_sentence(text, match)
    }, "probable"


def _stands_behind_sentence(text: str, word: re.Match[str]) -> bool:
    """Whether a sentence ends before a word: not in `drawn by Captain G. Back`."""
    near = max(0, word.start() - _LONGEST_WORDS * 2)
    return any(end == word.start() for end, _ in sentence_ends(text, near, word.end()))


def _marker_taken_out(
    text: str, marker: CandidateMarker, certainty: Certainty, *, is_last: bool
) -> Proposal:
    """A marker goes; a blank stays where a word follows right behind: `lit. ¹He`, `toll¹rose`.

    `is_last` unless another marker stands right behind it.
    """
    parts = text[marker.start].isspace() or text[max(0, marker.start - 1)].isalnum()
    left = " " if is_last and parts and text[marker.end : marker.end + 1].isalnum() else ""
    reason = "the marker of a note, kept as data"
    return Proposal(marker.start, marker.end, left, "footnote-marker", reason, certainty)


def _blocks(blocks: Sequence[Block], notes: Sequence[Note]) -> Iterator[Block]:
    """The blocks, cut where notes begin and end."""
    pieces = sorted(
        (*piece, note.body.label if n == 0 else None)
        for note in notes
        for n, piece in enumerate(note.pieces)
    )
    starts = [start for start, _, _ in pieces]
    for block in blocks:
        at, kind = block.start, block.kind
        for start, end, label in pieces[max(0, bisect_right(starts, at) - 1) :]:
            if start >= block.end:
                break
            if end <= at:
                continue
            if at < start:
                yield replace(block, spans=((at, start),), kind=kind)
            low, high = max(at, start), min(end, block.end)
            yield Block("footnote", ((low, high),), label=label if low == start else None)
            at, kind = high, "paragraph"
        if at == block.start:
            yield block
        elif at < block.end:
            yield Block(kind, ((at, block.end),))


def _findings(
    draft: Draft,
    notes: Sequence[Note],
    calling_nothing: Sequence[CandidateMarker],
    unread: Sequence[CandidateBody],
) -> Iterator[Finding]:
    for note in notes:
        if not note.markers:
            yield Finding(
                code="note-without-marker",
                severity="warning",
                what=f"no marker in the text calls note {note.body.label}",
                hint="if the source has one in another form, add it by an erratum",
                place=draft.locate(note.body.start),
            )
    for marker in calling_nothing:
        yield Finding(
            code="marker-without-note",
            severity="warning",
            what=f"the text calls a note {marker.label} that is not there",
            hint="if the source has it in another form, mend that by an erratum",
            place=draft.locate(marker.end - 1),
        )
    for body in unread:
        yield Finding(
            code="notes-not-read",
            severity="warning",
            what=f"lines stand where notes do, from {body.label} on, and nothing calls them",
            hint="if they are notes, put their markers into the text by errata",
            place=draft.locate(body.start),
        )
    for caller, note, marker in _within_notes(notes):
        itself = caller is note
        yield Finding(
            code="note-calls-note",
            severity="warning" if itself else "note",
            what=f"note {caller.body.label} calls "
            + ("itself" if itself else f"note {note.body.label}"),
            hint="if the source has no such call there, take it out by an erratum",
            place=draft.locate(marker.end - 1),
        )


def _within_notes(notes: Sequence[Note]) -> Iterator[tuple[Note, Note, CandidateMarker]]:
    """The markers that stand in a note, each with that note and with the one that it calls."""
    pieces = sorted((*piece, number) for number, note in enumerate(notes) for piece in note.pieces)
    starts = [start for start, _, _ in pieces]
    for note in notes:
        for marker in note.markers:
            _, end, number = pieces[bisect_right(starts, marker.start) - 1]
            if starts[0] <= marker.start < end:
                yield notes[number], note, marker


RULE = Rule("notes", _revise)
