"""The command line, ended as if it were killed, without room on its disk, or on an odd machine."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

KILLED = 9
"""Exit status of a command that was stopped."""

# Ends as if killed, at the n-th time that a file or folder of the project is moved, made, removed
# or opened to be written, or runs the same command once more then, which waits for nobody. What is
# kept elsewhere changes no project.
_STOPPED = """
import os, subprocess, sys
stop, seen, root = int(sys.argv.pop(1)), 0, os.path.join(os.getcwd(), "")
stop, second = abs(stop), stop < 0
again = "from consultations import cli, placing; placing.locks._PATIENCE = 0.1; cli.main()"
writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def hook(event, given):
    global seen
    if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir") or (
        event == "open" and given[2] & writes
    ):
        path = given[0] if isinstance(given[0], (str, os.PathLike)) else ""
        if os.path.abspath(path).startswith(root):
            seen += 1
            if seen == stop and second:
                command = [sys.executable, "-c", again, *sys.argv[1:]]
                done = subprocess.run(command, capture_output=True)
                print("second:", done.returncode, done.stderr.decode(), file=sys.stderr)
            elif seen == stop:
                os._exit(9)
from consultations.cli import main
sys.dont_write_bytecode = True
sys.addaudithook(hook)
main()
"""


# As if it were the second day of 1970, for whoever asks the clock.
_EARLY = """
import datetime, time
time.time = lambda: 86400.0
class Early(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(86400.0, tz)
datetime.datetime = Early
"""
ODD = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}
"""Another zone, locale and seed of hashes."""


def run(
    root: Path,
    arguments: Sequence[str],
    *,
    stop: int = 0,
    room: int = 0,
    environment: Mapping[str, str] | None = None,
    umask: int = -1,
    early: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder.

    Args:
        root: the folder.
        arguments: the verb and what follows it.
        stop: at which change of a file or folder it is ended; 0 for never. Below zero, at which
            change the same command is run beside it; what that says, goes to stderr.
        room: how many bytes a file may have; 0 for any number.
        environment: variables beside those of this process.
        umask: what files are not allowed to whom; -1 for that of this process.
        early: whether the clock is at its beginning.
    """

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [sys.executable, "-c", _EARLY * early + _STOPPED, str(stop), *arguments],
        cwd=root,
        env=os.environ | (environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=little_room if room else None,
        umask=umask,
    )


def tree(root: Path, *folders: str) -> dict[str, str]:
    """Every file below some folders with its digest; below all, where none is named."""
    files = (p for folder in folders or (".",) for p in (root / folder).rglob("*"))
    return {
        str(p.relative_to(root)): sha256(p.read_bytes()).hexdigest() for p in files if p.is_file()
    }


def each_stop(root: Path, act: Callable[[], object]) -> Iterator[int]:
    """End something as if it were killed, at each change of a file or folder of a project in turn.

    It is done in a copy of this process, whose libraries are loaded already.

    Args:
        root: the project's folder; whoever iterates puts it back as it was.
        act: what is done.

    Yields:
        The number of the change, once the copy has ended there.
    """
    for stop in count(1):
        child = os.fork()
        if not child:
            try:
                _end_at(stop, root)
                act()
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != KILLED:
            return
        yield stop


def _end_at(stop: int, root: Path) -> None:
    seen = 0

    def hook(event: str, given: tuple[object, ...]) -> None:
        nonlocal seen
        is_write = event == "open" and int(str(given[2])) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if is_write or event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir"):
            seen += Path(str(given[0])).is_relative_to(root)
            if seen == stop:
                os._exit(KILLED)

    sys.addaudithook(hook)
