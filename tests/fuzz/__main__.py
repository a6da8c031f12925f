"""Fuzzing: random inputs, each made smaller once it does harm.

    .venv/bin/python -m tests.fuzz --list
    .venv/bin/python -m tests.fuzz documents queries --minutes 20 --seed 7

Each target is told in tests/fuzz/targets.py: what it is given, and what must hold. Time is divided
among the targets named, or all. For each fault the smallest input is printed, with the seed of its
round: `--seed` with `--rounds 1` finds it again. What was found becomes a case of a test, beside
the others of its room. Exits with 1 where anything was found. Damaged PDFs have a command of their
own, `python -m tests.fuzz.pdf`.

Query and quotation are held in the browser too: `FUZZ=20000 .venv/bin/python -m pytest
tests/client/test_fuzz.py` runs random texts through both languages, and says where they differ.
"""

import random
import sys
import time
import traceback
from itertools import count

import click
import hypothesis
from hypothesis import HealthCheck, Phase
from tests.fuzz.targets import TARGETS, Target

EXAMPLES = 200
"""Inputs of a round."""
SHOWN = 16
"""Lines of a fault that are printed: the last ones, with the smallest input."""
SLOW = 10
"""Seconds of processor time that one input may take."""


@click.command(help=__doc__.split("\n")[0], epilog="Example: python -m tests.fuzz documents")
@click.argument("names", nargs=-1, type=click.Choice(list(TARGETS)))
@click.option("--minutes", default=1.0, show_default=True, help="In all.")
@click.option("--seed", type=int, help="Of the first round; the next ones follow from it.")
@click.option("--rounds", type=int, help="Rounds of each target, whatever time they take.")
@click.option("--list", "listed", is_flag=True, help="Say what targets there are.")
def main(
    names: tuple[str, ...], minutes: float, seed: int | None, rounds: int | None, listed: bool
) -> None:
    """Fuzz the targets named, or all."""
    if listed:
        for name, target in TARGETS.items():
            click.echo(f"{name:12} {(target.holds.__doc__ or '').strip()}")
        return
    first = random.SystemRandom().randrange(1 << 32) if seed is None else seed
    chosen = names or tuple(TARGETS)
    found = 0
    for name in chosen:
        end = time.monotonic() + minutes * 60 / len(chosen)
        made = 0
        for number in count():
            if number == rounds or (rounds is None and time.monotonic() > end):
                break
            fault = _round(TARGETS[name], first + number)
            made += EXAMPLES
            if fault:
                found += 1
                click.echo(f"== {name}, seed {first + number}\n{fault}\n")
        click.echo(f"{name}: {made} inputs", err=True)
    sys.exit(1 if found else 0)


def _round(target: Target, seed: int) -> str:
    """What was found in one round; nothing where all held."""

    def timed(given: object) -> None:
        start = time.process_time()
        target.holds(given)
        taken = time.process_time() - start
        assert taken < SLOW, f"{taken:.0f} s"

    tried = hypothesis.settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    try:
        hypothesis.seed(seed)(tried(hypothesis.given(target.given)(timed)))()
    except (Exception, ExceptionGroup) as fault:
        lines = "".join(traceback.format_exception(fault)).split("\n")
        return "\n".join(line for line in lines[-SHOWN:] if line.strip())
    return ""


if __name__ == "__main__":
    main()
