"""The verdict on a quotation, from the path that its words take through the archive.

client/verdict.js mirrors it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from consultations.analysis import fold
from consultations.index.quotation.alignment import Step
from consultations.index.quotation.comparison import (
    Difference,
    Op,
    compare_end,
    compare_gaps,
    compare_start,
    compare_words,
    gravity,
)
from consultations.index.quotation.places import DISTANT, SHORT
from consultations.index.quotation.reading import Reading
from consultations.index.quotation.row import Place, Row
from consultations.passages import SearchPassage

Verdict = Literal["verbatim", "typographic", "elided", "altered", "spliced", "absent", "too-short"]
RANK: tuple[Verdict, ...] = ("verbatim", "typographic", "elided", "altered", "spliced", "absent")
"""From the best to the worst."""
_PERCENT = 55
"""How many words of a hundred must be found, in order, for the rest to be alterations."""
_LONG = 8
"""Words: a run of so many is no chance."""
_ALTERATIONS: frozenset[Op] = frozenset({"punctuation", "changed", "added", "dropped", "moved"})


@dataclass
class Part:
    """What of a quotation stands in one passage, in one piece: text[start:end] of the passage."""

    passage: SearchPassage
    start: int
    end: int
    steps: list[Difference] = field(default_factory=list)
    """The quotation from beginning to end, beside what the text has."""

    @property
    def text(self) -> str:
        """What the passage has, as printed."""
        return self.passage.text[self.start : self.end]

    @property
    def voice(self) -> str:
        """Whose words: `own`, or the person or body that the document quotes."""
        # Of voices one within the other the innermost speaks.
        near = [v for v in self.passage.voices if v[0] < self.end and self.start < v[1]]
        if not near:
            return "own"
        start, end, who = min(near, key=lambda voice: voice[1] - voice[0])
        whole = start <= self.start and self.end <= end
        return ("" if whole else "partly ") + (who or "somebody quoted")

    @property
    def differences(self) -> list[Difference]:
        """Where the two differ, what is grave first."""
        found = [step for step in self.steps if step.op != "same"]
        return sorted(found, key=lambda difference: gravity(difference) is None)


@dataclass(frozen=True)
class Found:
    """A quotation at one place of the archive, or pieced together from several."""

    verdict: Verdict
    parts: tuple[Part, ...]

    @property
    def differences(self) -> int:
        """How many there are."""
        return sum(len(part.differences) for part in self.parts)


def judge(row: Row, reading: Reading, path: Sequence[Step]) -> Found:
    """The verdict on a reading that takes this path.

    Args:
        row: the archive.
        reading: of the quotation.
        path: a step for each of its words, and for each word of the text that it leaves out.
    """
    if not _stands(row, reading, path):
        return Found("absent", ())
    writer = _Writer(row, reading)
    for step, following in zip(path, [*path[1:], None], strict=True):
        writer.add(step, following)
    parts = tuple(writer.parts)
    _mark_moved(parts)
    ops = {step.op for part in parts for step in part.steps}
    if _spliced(row, path):
        return Found("spliced", parts)
    if ops & _ALTERATIONS or _broken(row, reading, path):
        return Found("altered", parts)
    if any(reading.marks):
        return Found("elided", parts)
    return Found("typographic" if reading.noted or "typography" in ops else "verbatim", parts)


def _pieces(row: Row, path: Sequence[Step]) -> list[list[Step]]:
    """A path in pieces, each of which goes through one document without a jump."""
    pieces: list[list[Step]] = []
    edition = ""
    for step in path:
        here = row.place(step.position).passage.edition.id if step.position is not None else edition
        if not pieces or step.jumps or (edition and here != edition):
            pieces.append([])
        pieces[-1].append(step)
        edition = here
    return pieces


def _same(piece: Sequence[Step]) -> list[int]:
    """The positions at which a piece has the text's words."""
    return [s.position for s in piece if s.op == "same" and s.position is not None]


def _stands(row: Row, reading: Reading, path: Sequence[Step]) -> bool:
    """Whether enough of a quotation is found to say that it comes from here."""
    pieces = [len(_same(piece)) for piece in _pieces(row, path)]
    marked = any(reading.marks)
    found = sum(same for same in pieces if marked or same >= min(SHORT, max(pieces)))
    longest = run = 0
    for step in path:
        run = run + 1 if step.op == "same" and not step.jumps else int(step.op == "same")
        longest = max(longest, run)
    return found * 100 >= _PERCENT * len(reading.words) or longest >= _LONG


def _spliced(row: Row, path: Sequence[Step]) -> bool:
    """Whether true pieces stand in different documents, or far from each other."""
    pieces = [same for piece in _pieces(row, path) if len(same := _same(piece)) >= SHORT]
    return any(_is_far(row, before[-1], after[0]) for before, after in pairwise(pieces))


def _broken(row: Row, reading: Reading, path: Sequence[Step]) -> bool:
    """Whether it goes on elsewhere than a little further on, over a mark that says so."""
    pieces = _pieces(row, path)
    return any(
        after[0].word is None
        or reading.marks[after[0].word] is None
        or not _is_near(row, before[-1].position, after[0].position)
        for before, after in pairwise(pieces)
    )


def _is_near(row: Row, before: int | None, after: int | None) -> bool:
    """Whether a position stands a little further on than another, in the same document."""
    if before is None or after is None:
        return False
    return 0 < after - before <= DISTANT and _edition(row, before) == _edition(row, after)


def _is_far(row: Row, before: int | None, after: int | None) -> bool:
    """Whether a position stands in another document than another, or far from it."""
    if before is None or after is None:
        return False
    return abs(after - before) > DISTANT or _edition(row, before) != _edition(row, after)


def _edition(row: Row, position: int) -> str:
    return row.place(position).passage.edition.id


class _Writer:
    """Writes a quotation down beside the text, part by part."""

    def __init__(self, row: Row, reading: Reading) -> None:
        self._row = row
        self._reading = reading
        self._last: Step | None = None
        self._before: list[Difference] = []
        self.parts: list[Part] = []

    def add(self, step: Step, following: Step | None) -> None:
        """Write one step down."""
        place = self._row.place(step.position) if step.position is not None else None
        if step.jumps:
            self._jump(step)
        if place:
            self._go_to(place, jumps=step.jumps)
        if step.word is None:
            if place:
                self._write("dropped", "", _printed(place))
        else:
            self._gap(step.word, step, place)
            self._word(step.word, step, place)
        self._last = step
        if following is None:
            self._end(step, place)

    def _go_to(self, place: Place, *, jumps: bool) -> None:
        token = place.tokens[place.at]
        if not self.parts or jumps or self.parts[-1].passage is not place.passage:
            self.parts.append(Part(place.passage, token.start, token.end))
            self.parts[-1].steps += self._before
            self._before = []
        self.parts[-1].end = token.end

    def _write(self, op: Op, given: str, found: str) -> None:
        steps = self.parts[-1].steps if self.parts else self._before
        if op == "same" and steps and steps[-1].op == "same":
            steps[-1] = Difference(op, steps[-1].given + given, steps[-1].found + found)
        elif given or found:
            steps.append(Difference(op, given, found))

    def _jump(self, step: Step) -> None:
        """Write down the words that are left out where the path goes on a little further on."""
        last = self._last.position if self._last else None
        marked = step.word is not None and self._reading.marks[step.word] is not None
        if marked or last is None or step.position is None:
            return
        if _is_near(self._row, last, step.position):
            for word in self._printed(last + 1, step.position):
                self._write("dropped", "", word)

    def _printed(self, first: int, last: int) -> list[str]:
        """The words at the positions [first, last), as printed."""
        terms = enumerate(self._row.terms(first, last), first)
        return [_printed(self._row.place(position)) for position, term in terms if term.strip()]

    def _gap(self, i: int, step: Step, place: Place | None) -> None:
        """What stands before a word, beside what the text has there."""
        given, last = self._reading.gaps[i], self._last
        if self._reading.marks[i] is not None:
            self._mark(i, step)
        elif place is None or step.jumps:
            self._write("same", given, given)
        elif last is None:
            start = place.tokens[place.at - 1].end if place.at else 0
            found = place.passage.text[start : place.tokens[place.at].start]
            op = compare_start(given, found, before=_printed(place))
            self._write(op, given, given if op == "same" else found)
        elif last.position is None or last.word is None:
            self._write("same", given, given)
        else:
            before_it = self._row.place(last.position)
            found, broken = _between(before_it, place)
            op = compare_gaps(given, found, after=_printed(before_it), before=_printed(place))
            self._write("same" if broken and given.split() == found.split() else op, given, found)

    def _mark(self, i: int, step: Step) -> None:
        """An editor's mark, beside what it stands for; letters that touch it must be the text's."""
        reading, mark = self._reading, self._reading.marks[i]
        last = self._last.position if self._last else None
        if mark is None or step.position is None:
            return
        first = step.position - 1 if last is None else last + 1
        near = last is None or _is_near(self._row, last, step.position)
        terms = self._row.terms(first, step.position) if near else []
        skipped = self._printed(first, step.position) if near and last is not None else []
        self._write("elided", reading.gaps[i].strip(), " ".join(skipped))
        if not _touches(mark.before, mark.after, terms):
            self._write("changed", f"{mark.before}[]{mark.after}", " ".join(skipped))

    def _word(self, i: int, step: Step, place: Place | None) -> None:
        word = self._reading.words[i]
        given = self._reading.text[word.start : word.end]
        if step.op == "same" and place:
            first = i == 0 or self._reading.marks[i] is not None
            found = _printed(place)
            last = self._last.position if self._last else None
            op = compare_words(given, found, first=first)
            if step.jumps and not _is_near(self._row, last, step.position):
                op = "spliced" if _is_far(self._row, last, step.position) else "moved"
            self._write(op, given, found)
        else:
            self._write(step.op, given, _printed(place) if place else "")

    def _end(self, step: Step, place: Place | None) -> None:
        given, mark = self._reading.gaps[-1], self._reading.marks[-1]
        if mark is not None:
            self._write("elided", given.strip(), "")
            if step.position is not None:
                after = self._row.terms(step.position + 1, step.position + 2)
                if not _touches(mark.before, mark.after, after):
                    self._write("changed", f"{mark.before}[]{mark.after}", "")
        elif place:
            token = place.tokens[place.at]
            following = place.tokens[place.at + 1 : place.at + 2]
            stop = following[0].start if following else len(place.passage.text)
            found = place.passage.text[token.end : stop]
            op = compare_end(given, found, after=_printed(place))
            self._write(op, given, given if op == "same" else found)


def _printed(place: Place) -> str:
    token = place.tokens[place.at]
    return place.passage.text[token.start : token.end]


def _between(one: Place, other: Place) -> tuple[str, bool]:
    """What stands between two words that follow each other, and whether a passage ends there."""
    start, end = one.tokens[one.at].end, other.tokens[other.at].start
    if one.passage is other.passage:
        return one.passage.text[start:end], False
    return f"{one.passage.text[start:]} {other.passage.text[:end]}", True


def _touches(before: str, after: str, terms: Sequence[str]) -> bool:
    """Whether letters that touch a bracket are those of a word that it stands for."""
    head, tail = "".join(fold(before)), "".join(fold(after))
    return not (head or tail) or any(
        term.startswith(head) and term.endswith(tail) for term in terms if term
    )


def _mark_moved(parts: Sequence[Part]) -> None:
    """A word that is left out here and put in there was moved."""
    dropped: dict[str, list[tuple[Part, Difference]]] = {}
    for part, step in _steps(parts, "dropped"):
        dropped.setdefault(" ".join(fold(step.found)), []).append((part, step))
    for part, step in _steps(parts, "added"):
        twins = dropped.get(" ".join(fold(step.given)))
        if twins:
            other, twin = twins.pop(0)
            other.steps[:] = [one for one in other.steps if one is not twin]
            at = next(i for i, one in enumerate(part.steps) if one is step)
            part.steps[at] = Difference("moved", step.given, twin.found)


def _steps(parts: Sequence[Part], op: Op) -> list[tuple[Part, Difference]]:
    return [(part, step) for part in parts for step in part.steps if step.op == op]
