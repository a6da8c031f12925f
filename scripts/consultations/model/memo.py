"""What was made of one edition before, asked for where it would be made again."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from consultations.model.edition import Edition

Thing = TypeVar("Thing")


class Memo:
    """Gives what was made of an edition at an earlier build, or has it made.

    This one knows of no earlier build; one that does is `pipeline.kept_things.KeptThings`.
    """

    def __call__(
        self,
        name: str,
        edition: Edition,
        of: Sequence[object],
        make: Callable[[], Thing],
        fits: Callable[[Thing], bool] = lambda _: True,
    ) -> Thing:
        """What was made under this name, where it was made of the same; else what is made now.

        Args:
            name: what the thing is, such as `apparatus`.
            edition: of which it is made, with the part of the authorities that it was annotated
                with. Its connections and findings come from other editions: what they are used for
                has them in `of`.
            of: what else it is made of, whose repr says all that matters.
            make: makes it.
            fits: whether a thing that was made before is still what would be made, as far as `of`
                cannot say so.
        """
        del name, edition, of, fits
        return make()

    def forget_unasked(self) -> None:
        """Forget what was made under names that nobody has asked for: here there is nothing."""


NO_MEMO = Memo()
"""For what is made once."""
