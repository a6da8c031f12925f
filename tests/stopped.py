"""The command line, ended as if it were killed, or without room on its disk."""

import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

KILLED = 9
"""Exit status of a command that was stopped."""

# Ends as if killed, at the n-th time that a file or folder of the project is moved, made, removed
# or opened to be written. What is kept elsewhere changes no project.
_STOPPED = """
import os, sys
stop, seen, root = int(sys.argv.pop(1)), 0, os.path.join(os.getcwd(), "")
writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def hook(event, given):
    global seen
    if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir") or (
        event == "open" and given[2] & writes
    ):
        path = given[0] if isinstance(given[0], (str, os.PathLike)) else ""
        if os.path.abspath(path).startswith(root):
            seen += 1
            if seen == stop:
                os._exit(9)
from consultations.cli import main
sys.dont_write_bytecode = True
sys.addaudithook(hook)
main()
"""


def run(
    root: Path,
    arguments: Sequence[str],
    *,
    stop: int = 0,
    room: int = 0,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder.

    Args:
        root: the folder.
        arguments: the verb and what follows it.
        stop: at which change of a file or folder it is ended; 0 for never.
        room: how many bytes a file may have; 0 for any number.
        environment: variables beside those of this process.
    """

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [sys.executable, "-c", _STOPPED, str(stop), *arguments],
        cwd=root,
        env=os.environ | (environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=little_room if room else None,
    )


def tree(root: Path, *folders: str) -> dict[str, str]:
    """Every file below some folders with its digest; below all, where none is named."""
    files = (p for folder in folders or (".",) for p in (root / folder).rglob("*"))
    return {
        str(p.relative_to(root)): sha256(p.read_bytes()).hexdigest() for p in files if p.is_file()
    }
