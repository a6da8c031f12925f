"""One change, in a process of its own: whether a test notices it."""

import os
import resource
import signal
from enum import Enum
from pathlib import Path

from benchmarks.mutation.modules import Modules
from benchmarks.mutation.reach import Test, passes

PATIENCE = 5
"""How many times as long as before tests may take, and seconds of computing on top."""
MEMORY = 3 << 30
"""Bytes that a changed program may fill."""


class Outcome(Enum):
    """What becomes of a change, as the number with which its process ends."""

    SURVIVED = 0
    NOTICED = 1
    NOT_LOADED = 2


def tried(modules: Modules, path: Path, text: str, tests: list[Test]) -> Outcome:
    """Runs tests over a changed text, until one fails."""
    child = os.fork()
    if child == 0:
        outcome = Outcome.NOT_LOADED
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            limit = PATIENCE + PATIENCE * int(sum(test.seconds for test in tests))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            signal.setitimer(signal.ITIMER_PROF, limit)  # at its end the process does
            modules.load(path, text, (test.item for test in tests))
            outcome = Outcome.NOTICED
            following = [*(test.item for test in tests[1:]), None]
            if all(passes(test.item, after) for test, after in zip(tests, following, strict=True)):
                outcome = Outcome.SURVIVED
        finally:
            os._exit(outcome.value)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Outcome(code) if code >= 0 else Outcome.NOTICED
