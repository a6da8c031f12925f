"""A quotation written down beside what the text has. client/check/collation.js mirrors it."""

from collections.abc import Sequence

from consultations.index.quotation.alignment import Step
from consultations.index.quotation.comparison import (
    compare_end,
    compare_gaps,
    compare_start,
    compare_words,
    words_apart,
)
from consultations.index.quotation.difference import Difference, Op
from consultations.index.quotation.interpretation import EditorialMark, Interpretation
from consultations.index.quotation.marks import at_end, at_mark
from consultations.index.quotation.part import Part, mark_moved
from consultations.index.quotation.row import Row, WordPlace, between


def collate(row: Row, quoted: Interpretation, path: Sequence[Step]) -> tuple[Part, ...]:
    """A quotation beside what the text has on its path, part by part.

    Args:
        row: the archive.
        quoted: of the quotation.
        path: a step for each of its words, and for each word of the text that it leaves out.
    """
    collation = _Collation(row, quoted)
    for step in path:
        collation.add(step, is_last=step is path[-1])
    mark_moved(collation.parts)
    return tuple(collation.parts)


class _Collation:
    """Writes a quotation down beside the text, part by part."""

    def __init__(self, row: Row, quoted: Interpretation) -> None:
        self._row = row
        self._quoted = quoted
        self._last: Step | None = None
        self._before: list[Difference] = []
        # The gap before a note's marker. With the gap after the marker it is one gap of the text.
        self._held = ""
        self.parts: list[Part] = []

    def add(self, step: Step, *, is_last: bool) -> None:
        """Write one step down."""
        if step.word is not None and self._is_note(step, step.word, is_last=is_last):
            self._held += self._quoted.gaps[step.word]
            self._write("typography", self._given(step.word), "")
        else:
            self._add(step)
            self._last = step
        if is_last and self._last:
            self._end(self._last)

    def _add(self, step: Step) -> None:
        place = self._row.place(step.position) if step.position is not None else None
        if step.jumps:
            self._jump(step)
        if place:
            self._go_to(place, jumps=step.jumps)
        if step.word is None:
            if place:
                self._write("dropped", "", place.word)
        else:
            self._gap(step.word, step, place)
            self._word(step.word, step, place)

    def _is_note(self, step: Step, i: int, *, is_last: bool) -> bool:
        """Whether a word is the number of a note whose marker stood after the word before it."""
        last = self._last.position if self._last else None
        if last is None or not (step.op == "added" or (step.op == "changed" and is_last)):
            return False
        before = self._row.place(last)
        start = before.tokens[before.at].end
        end = start + len(before.after)
        given = self._given(i)
        return any(given == label and start <= at <= end for at, label in before.passage.notes)

    def _given(self, i: int) -> str:
        """A word as the quotation has it."""
        word = self._quoted.words[i]
        return self._quoted.text[word.start : word.end]

    def _go_to(self, place: WordPlace, *, jumps: bool) -> None:
        token = place.tokens[place.at]
        # Each passage is cited by itself, so each makes a part of its own.
        if not self.parts or jumps or self.parts[-1].passage is not place.passage:
            self.parts.append(Part(place.passage, token.start, token.end))
            self.parts[-1].steps += self._before
            self._before = []
        self.parts[-1].end = token.end

    def _write(self, op: Op, given: str, found: str) -> None:
        steps = self.parts[-1].steps if self.parts else self._before
        # What is the same and follows each other is told as one.
        if op == "same" and steps and steps[-1].op == "same":
            steps[-1] = Difference(op, steps[-1].given + given, steps[-1].found + found)
        elif given or found:
            steps.append(Difference(op, given, found))

    def _jump(self, step: Step) -> None:
        """Write down the words that are left out where the path goes on a little further on."""
        last = self._last.position if self._last else None
        marked = step.word is not None and self._quoted.marks[step.word] is not None
        if marked or last is None or step.position is None:
            return
        if self._row.is_near(last, step.position):
            for word in self._row.words(last + 1, step.position):
                self._write("dropped", "", word)

    def _gap(self, i: int, step: Step, place: WordPlace | None) -> None:
        """What stands before a word, beside what the text has there."""
        given, last = self._held + self._quoted.gaps[i], self._last
        self._held = ""
        mark = self._quoted.marks[i]
        if mark is not None:
            if step.position is not None:
                position = last.position if last else None
                for one in at_mark(self._row, mark, _lead(given, mark), position, step.position):
                    self._write(*one)
        elif place is None or step.jumps:
            # The text has no word here, or another gap before it: there is nothing to hold against.
            self._write("same", given, given)
        elif last is None:
            self._begin(given, place)
        elif last.position is None or last.word is None:
            # The word before was put in or left out, and is told as that.
            self._write("same", given, given)
        else:
            before_it = self._row.place(last.position)
            found, broken = between(before_it, place)
            op = compare_gaps(given, found, after=before_it.word, before=place.word)
            # Where a passage ends in between, what blanks and line ends are there says nothing.
            self._write(
                "same" if broken and words_apart(given) == words_apart(found) else op, given, found
            )

    def _begin(self, given: str, place: WordPlace) -> None:
        """What stands before the first word, beside what the text has there."""
        if cut := place.cut_before:
            self._write("same", given, given)
            self._write("dropped", "", cut)
            return
        op = compare_start(given, place.before, before=place.word)
        self._write(op, given, given if op == "same" else place.before)

    def _word(self, i: int, step: Step, place: WordPlace | None) -> None:
        given = self._given(i)
        if step.op == "changed" and place and _is_noted(given, place):
            self._write("typography", given, place.word)
        elif step.op == "same" and place:
            mark = self._quoted.marks[i]
            # Brackets that only put in begin no new piece.
            first = i == 0 or (mark is not None and (mark.is_ellipsis or step.jumps))
            found = place.word
            last = self._last.position if self._last else None
            op = compare_words(given, found, first=first)
            if step.jumps and not self._row.is_near(last, step.position):
                op = "spliced" if self._row.is_far(last, step.position) else "moved"
            self._write(op, given, found)
        else:
            self._write(step.op, given, place.word if place else "")

    def _end(self, last: Step) -> None:
        """What stands after the last word, beside what the text has there."""
        given, mark = self._held + self._quoted.gaps[-1], self._quoted.marks[-1]
        place = self._row.place(last.position) if last.position is not None else None
        if mark is None and place and (cut := place.cut_after):
            self._write("dropped", "", cut)
            self._write("same", given, given)
        elif mark is None and place:
            op = compare_end(given, place.after, after=place.word)
            self._write(op, given, given if op == "same" else place.after)
        elif mark is not None:
            for step in at_end(self._row, mark, _lead(given, mark), last.position):
                self._write(*step)


def _lead(gap: str, mark: EditorialMark) -> str:
    """What stands in a gap before its mark."""
    return gap[: len(gap) - len(mark.shown + mark.trail)]


def _is_noted(given: str, place: WordPlace) -> bool:
    """Whether a word is that of the text with the number of the note whose marker stood there."""
    end = place.tokens[place.at].end
    return any(given == place.word + label and at == end for at, label in place.passage.notes)
