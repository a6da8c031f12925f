"""Tables whose rows stand between lines of one length, with none down the page.

So books and journals set them: a line above the head, one under it and one at the end (Fear, the
booktabs package of LaTeX). Such a table may reach over two columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.layout.areas import FilledArea, Lay
from consultations.intake.readers.pdf.layout.banded import stacks
from consultations.intake.readers.pdf.layout.rows import rows_of
from consultations.intake.readers.pdf.layout.whitespace import are_rows, table_of
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.lines import TypeLine

_SAME_END = 4.0
"""In points: how much the ends of the lines of one table differ, at most."""
_FEWEST_LINES = 3


@dataclass(frozen=True)
class RuledRows:
    """The lines of a table between the first and the last of the lines that are drawn."""

    lines: tuple[TypeLine, ...]
    rules: tuple[RulingLine, ...]
    """From the top."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.rules[0].start

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.rules[0].end

    @property
    def top(self) -> float:
        """How high it reaches."""
        return self.rules[0].at

    @property
    def bottom(self) -> float:
        """How far down it reaches."""
        return self.rules[-1].at

    @property
    def size(self) -> float:
        """It is no line of type."""
        return 0.0

    def blocks(self, page: int, _: Lay) -> list[PdfBlock]:
        """The table; the index of its page is given."""
        return [table_of(rows_of(self.lines), page, [rule.at for rule in self.rules])]


def with_ruled_rows(
    items: Sequence[TypeLine | FilledArea], rules: Sequence[RulingLine]
) -> list[TypeLine | FilledArea | RuledRows]:
    """What stands on a page, tables between drawn lines each as one.

    Args:
        items: lines, and tables and boxes that are known.
        rules: the lines that are drawn across the page, from the top.
    """
    made: list[TypeLine | FilledArea | RuledRows] = list(items)
    for stack in stacks(rules, _FEWEST_LINES):
        lines = [item for item in made if isinstance(item, TypeLine) and _is_between(item, stack)]
        if are_rows(rows_of(lines), stack[1].at):
            made = [item for item in made if not any(item is line for line in lines)]
            made.append(RuledRows(tuple(lines), tuple(stack)))
    return made


def _is_between(line: TypeLine, stack: Sequence[RulingLine]) -> bool:
    return (
        stack[-1].at < line.base < stack[0].at
        and line.left >= stack[0].start - _SAME_END
        and line.right <= stack[0].end + _SAME_END
    )
