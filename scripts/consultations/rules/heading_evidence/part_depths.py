"""How deep headings stand under parts of a book that bear the same marks as they do."""

from collections.abc import Container, Mapping, Sequence

from consultations.model.draft import Block
from consultations.model.text import Interval
from consultations.rules.numbering import AT_END, Number

_LARGE = 2
"""The rank of the smallest part of a book under which others stand: the chapter."""


class PartDepths:
    """What the parts of a book, such as `Part 1` and `Chapter 2`, say of depths that marks do not.

    They say something only where every heading of a source has one and the same mark.
    """

    def __init__(
        self,
        headings: Sequence[Block],
        numbers: Mapping[tuple[Interval, ...], Number],
        depths: Mapping[str, int],
    ) -> None:
        """Compare the marks.

        Args:
            headings: all but the title.
            numbers: those that have one, by the places of its words.
            depths: how deep each form of number stands under others.
        """
        marked = [block for block in headings if block.level is not None]
        found = [number for block in marked if (number := numbers.get(block.spans)) is not None]
        is_alike = len({block.level for block in marked}) == 1
        self._depths = {n.form: depths[n.form] for n in found if is_alike and _is_part(n)}

    def below(self, form: str, came: Container[str]) -> int:
        """How much deeper than its marks say the first heading of a form stands.

        Args:
            form: of its number, or `marks` where it has none.
            came: the forms that came before it.
        """
        if form in self._depths:
            return self._depths[form]
        is_before = form == "marks" and not any(part in came for part in self._depths)
        if not self._depths or is_before or form.startswith(AT_END):
            return 0
        return 1 + max(self._depths.values())


def _is_part(number: Number) -> bool:
    """Whether a number is that of a part under which others stand."""
    return number.rank is not None and number.rank <= _LARGE and not number.is_at_end
