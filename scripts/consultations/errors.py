"""Failures that a person can mend: what went wrong, where, and what to do about it.

Every kind of failure has its own exit status, from 3 up; 0, 1 and 2 are taken (done, findings,
wrong usage). Anything else that is raised is a fault of this program and keeps its traceback.
"""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, ParamSpec, TypeVar

Given = ParamSpec("Given")
Thing = TypeVar("Thing")

_TOLD = 50
"""Failures that are told at once: past that, the archive is some other folder."""


class ConsultationsError(Exception):
    """A failure to tell a person about, in three lines and without a traceback.

    Attributes:
        what: the fault, one sentence.
        where: the file, with line and column where they are known.
        remedy: what the person can do about it.
        others: failures of other files, found at the same time.
    """

    others: tuple["ConsultationsError", ...] = ()
    exit_status: ClassVar[int] = 3

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """What pickle makes it of in another process: it gives by position what it was given."""
        return partial(type(self), where=self.where, remedy=self.remedy), (self.what,)

    def __str__(self) -> str:
        """The three lines that a terminal shows, and those of the others."""
        told = [
            f"{error.what}\n  where: {error.where}\n  to do: {error.remedy}"
            for error in (self, *self.others[: _TOLD - 1])
        ]
        if rest := len(self.others) + 1 - len(told):
            told.append(f"and {rest:,} more")
        return "\n".join(told)


class Refusals:
    """The failures of files that are read one after the other, so that a person is told of all."""

    def __init__(self) -> None:
        self._found: dict[str, ConsultationsError] = {}

    def take(
        self, read: Callable[Given, Thing], *given: Given.args, **named: Given.kwargs
    ) -> Thing | None:
        """What is read; None where it is refused, and that is noted."""
        try:
            return read(*given, **named)
        except ConsultationsError as error:
            self.note(error)
        return None

    def note(self, error: ConsultationsError) -> None:
        """Count in a failure, and what it tells of others; the same one counts once."""
        others, error.others = error.others, ()
        for one in (error, *others):
            self._found.setdefault(str(one), one)

    def __bool__(self) -> bool:
        """Whether there is one."""
        return bool(self._found)

    def together(self) -> ConsultationsError:
        """The first, which tells of the others; there is one."""
        first, *others = self._found.values()
        first.others = tuple(others)
        return first

    def require_none(self) -> None:
        """Make sure that nothing was refused.

        Raises:
            ConsultationsError: the first failure, which tells of the others.
        """
        if self:
            raise self.together()


class RecordError(ConsultationsError):
    """`record.toml` is missing, cannot be read, or says what cannot be."""

    exit_status = 3


class SourceError(ConsultationsError):
    """A source cannot be taken as text, or is not the file that its record describes."""

    exit_status = 4


class AuthorityError(ConsultationsError):
    """An authority file cannot be read, or contradicts itself or another."""

    exit_status = 5


class EditorError(ConsultationsError):
    """`errata.toml` or `stet.toml` cannot be read, or does not fit its source."""

    exit_status = 6


class UnfaithfulError(ConsultationsError):
    """An edition from which its source cannot be read back."""

    exit_status = 7


class QueryError(ConsultationsError):
    """What was asked cannot be read as a query."""

    exit_status = 8


class IndexMissingError(ConsultationsError):
    """There is no index to ask, or it was made by another version."""

    exit_status = 9


class OutputError(ConsultationsError):
    """What was made cannot be put in place: a full disk, a read-only folder, another build."""

    exit_status = 10


class ServeError(ConsultationsError):
    """The site cannot be served: the port is taken, or the address is not this machine's."""

    exit_status = 11


class ProjectError(ConsultationsError):
    """The folder is not a project of this kind, or its configuration cannot be read."""

    exit_status = 12


class ArticleError(ConsultationsError):
    """An article whose quotations are to be checked cannot be read."""

    exit_status = 13


class UnreadableError(ConsultationsError):
    """A file that is to be added cannot be read: its kind, damage, a lock, or a limit."""

    exit_status = 14


class AddError(ConsultationsError):
    """A document cannot be added: it is here already, or something about it must be said."""

    exit_status = 15


class IdsError(ConsultationsError):
    """`ids.toml` cannot be read, or an id in it is used again or leads nowhere."""

    exit_status = 16


class TakedownError(ConsultationsError):
    """A document, or words of it, cannot be taken down."""

    exit_status = 17


class ReviewError(ConsultationsError):
    """A change cannot be held against another commit: there is no such commit, or no git."""

    exit_status = 18


class FoundingError(ConsultationsError):
    """An archive cannot be started: its folder holds something, or it has no title."""

    exit_status = 19


class DocsError(ConsultationsError):
    """A file under docs/ may not be published, or a page there holds what it may not."""

    exit_status = 20


class ReleaseError(ConsultationsError):
    """A release cannot be made, or one that was made is not as it was."""

    exit_status = 21


class PublishError(ConsultationsError):
    """A site cannot be copied to where it is to be published."""

    exit_status = 22


class ServerError(ConsultationsError):
    """A database that was to be loaded or asked: it does not answer, or holds no archive."""

    exit_status = 23


class ClusterError(ConsultationsError):
    """A cluster that was to make editions does not answer, or cannot."""

    exit_status = 24
