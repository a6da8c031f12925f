"""A take-down that fails when its document has changed already: what is done, and what is not."""

from collections.abc import Iterator
from contextlib import contextmanager

from consultations.errors import ConsultationsError


@contextmanager
def finishing(done: str) -> Iterator[None]:
    """Tell of a failure after which a take-down stands half done.

    Args:
        done: a sentence about the document, without its full stop.

    Raises:
        ConsultationsError: of the same kind, which says what is done and what finishes it.
    """
    try:
        yield
    except ConsultationsError as error:
        raise type(error)(
            f"{done}, but what was made of it is there still: {error.what}",
            where=error.where,
            remedy=f"{error.remedy}; the same command then finishes it",
        ) from error
