"""Editions made by the workers of a cluster. The only module that imports dask.distributed.

A scheduler gives the documents to workers on as many machines as there are, gives those of a worker
that has died to another, and takes new workers in at any time. What must be the same everywhere is
the program: a worker with another one is refused, since its editions might be other ones.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import cast

from consultations.annotate import Gazetteer
from consultations.cache import digest_of
from consultations.editing.making import Copy, edition_or_error
from consultations.errors import ClusterError, ConsultationsError
from consultations.model.edition import Edition
from consultations.model.entity import Authority

try:
    from distributed import Client, Future, Worker, WorkerPlugin, get_worker
    from distributed.client import FutureCancelledError
    from distributed.scheduler import KilledWorker
except ImportError as reason:
    raise ClusterError(
        "the package distributed is not here, which speaks with clusters",
        where="--cluster",
        remedy="pip install 'consultations[cluster]'",
    ) from reason

_PATIENCE = 10
"""Seconds until a scheduler must have answered."""
_AHEAD = 8
"""Documents a thread of a worker that the cluster has at once: it never waits, nor fills up."""
_ALIKE = "install there what is installed here, from the same file of requirements/"


class _Editor(WorkerPlugin):
    """What each worker annotates editions with, also one that joins later."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        # Another program, or other authorities, is another name.
        self.name = f"consultations-{digest_of(authority)}"

    def setup(self, worker: Worker) -> None:
        """Make ready what is the same for all documents."""
        del worker  # it holds this one
        self.gazetteer = Gazetteer(self._authority)


def edit_on_cluster(
    address: str, copies: Sequence[Copy], authority: Authority
) -> Iterator[Edition | ConsultationsError]:
    """Make the edition of each, in order, as `edit_all` does, by the workers of a cluster.

    Args:
        address: of its scheduler, such as `tcp://10.0.0.1:8786`.
        copies: what they are made from.
        authority: with which they are annotated.

    Yields:
        The edition, or why there is none.

    Raises:
        ClusterError: the scheduler does not answer, has no worker or is gone, or a worker has
            another program.
    """
    if not copies:
        return
    editor = _Editor(authority)
    with _answering(address), _client(address) as client:
        if not client.nthreads():
            raise ClusterError(
                "the cluster has no worker",
                where=address,
                remedy=f"start one on each machine, as the guide has it: dask worker {address}",
            )
        client.register_plugin(editor)
        try:
            yield from _editions_made(client, copies, editor.name)
        finally:
            with suppress(OSError):  # of a scheduler that is gone, with all that it held
                client.unregister_worker_plugin(editor.name)


def _editions_made(
    client: Client, copies: Sequence[Copy], editor: str
) -> Iterator[Edition | ConsultationsError]:
    """The edition of each copy, in order; the cluster is given new copies as editions return."""
    coming = iter(copies)
    given: deque[tuple[Copy, Future[Edition | ConsultationsError]]] = deque()
    program = digest_of()
    while True:
        threads = client.nthreads()  # type: ignore[no-untyped-call] # of dask
        room = _AHEAD * sum(threads.values()) - len(given)
        given.extend(
            # Not pure: dask would have to hash the copy to find out whether it had made it before.
            (copy, client.submit(_edit_there, copy, editor, program, pure=False))
            for copy in islice(coming, max(room, 0 if given else 1))
        )
        if not given:
            return
        copy, future = given.popleft()
        try:
            yield future.result()
        except KilledWorker as killed:
            yield ClusterError(
                f"each worker that tried it ended, {killed.allowed_failures + 1} in all",
                where=f"archive/{copy.source.file}",
                remedy="give the workers more memory, or build it without --cluster",
            )
        future.release()  # type: ignore[no-untyped-call] # likewise


def _edit_there(copy: Copy, editor: str, program: str) -> Edition | ConsultationsError:
    """What a worker does with one document."""
    worker = get_worker()
    if digest_of() != program:
        raise ClusterError(
            "a worker has another version of this program, of Python or of a package",
            where=worker.address,
            remedy=_ALIKE,
        )
    held = cast("_Editor", worker.plugins[editor])
    return edition_or_error(copy, held.gazetteer)


class _Client(Client):
    """A client that is closed where it reaches no scheduler.

    Left to the collection of garbage it would be closed then, which waits for a lock that all
    clients have together: for ever, where the next one is just beginning.
    """

    def __init__(self, address: str) -> None:
        try:
            super().__init__(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call] # likewise
        except BaseException:
            self.close()  # type: ignore[no-untyped-call] # likewise
            raise


def _client(address: str) -> Client:
    try:
        return _Client(address)
    except (OSError, ValueError) as reason:
        raise ClusterError(
            "no scheduler answers",
            where=address,
            remedy="start one there (dask scheduler), and give its address: tcp://HOST:8786",
        ) from reason


@contextmanager
def _answering(address: str) -> Iterator[None]:
    """Tell where a cluster was that is gone or cannot do the work, and what to do."""
    try:
        yield
    except ModuleNotFoundError as missing:
        raise ClusterError(
            f"a worker of the cluster has no package {missing.name}", where=address, remedy=_ALIKE
        ) from missing
    except (FutureCancelledError, OSError) as gone:
        raise ClusterError(
            "the scheduler answers no more",
            where=address,
            remedy="start it again with its workers, and build again: what was made is kept",
        ) from gone
