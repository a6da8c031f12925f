"""How much work a call is, counted and not timed: the same on every machine and at every load.

What runs in C is not seen: a pattern that looks back again and again, a copy, a search in a list.
`benchmarks/shapes` measures those by the clock.
"""

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

DOUBLED = 2.5
"""How many times the work may be done, at most, when a text is twice as long."""
TIMES, DOUBLINGS = 8, 3
"""The longer text is eight times the shorter one: three doublings."""
TOO_LITTLE = 5_000
"""Lines of code run. Below that, what is done once for any text is most of the count."""


class Run(NamedTuple, Generic[Made]):
    lines: int
    made: Made


def lines_run(call: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Run[Made]:
    """Call, and count how often a line of Python was run, a pass of a loop on one line included.

    The collector of garbage is off meanwhile, since what it calls depends on all that ran before.
    """
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before, collects = sys.gettrace(), gc.isenabled()
    gc.disable()
    sys.settrace(trace)
    try:
        made = call(*given, **named)
    finally:
        sys.settrace(before)
        if collects:
            gc.enable()
    return Run(count, made)


def grows_too_fast(short: int, long: int) -> bool:
    """Whether work on a text eight times as long says that doubling it costs too much.

    What grows with the length gives 8, with the square of the length 64; the bound is 15.6.
    """
    return long > max(DOUBLED**DOUBLINGS * short, TOO_LITTLE)
