"""What twice the length costs each stage of a document's way, over shapes made to be slow.

    .venv/bin/python -m benchmarks.shapes                    # all of them, some twenty minutes
    .venv/bin/python -m benchmarks.shapes --stage markdown --shape '*'
    .venv/bin/python -m benchmarks.shapes --within     # each in the midst of a document

The shapes are in shapes.toml, the stages in stages.py. A text of a shape is made longer by doubling
until a stage takes a time that can be measured, and once more: the factor is what that doubling
cost. It is measured by the processor's clock, the garbage collector off; where it is too high both
lengths are timed twice more, and the best time of each counts. Exits with 1 where a factor stays
over the bound.

Tests count lines of Python instead (tests/work.py), which is exact; what runs in C, as the search
for a pattern does, is seen here alone.
"""

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
from benchmarks.shapes.stages import STAGES, Stage

BOUND = 2.5
"""How many times as long a text of twice the length may take."""
FLOOR = 0.05
"""Seconds below which a time says nothing of its growth."""
PATIENCE = 4.0
"""Seconds after which a text is not made longer."""
SHORTEST = 2_000
"""Code points of the first text."""
RETAKES = 2


@dataclass(frozen=True)
class Factor:
    """What a doubling cost a part of a stage."""

    part: str
    length: int
    seconds: float
    factor: float


def shapes() -> Iterator[tuple[str, str]]:
    """Label and repeated text of every shape of the table."""
    table = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text("utf-8"))
    for kind, pieces in table.items():
        for piece in pieces:
            yield f"{kind} {piece!r}", piece


def alone(piece: str, length: int) -> str:
    """A text of nothing but a piece, of about so many code points."""
    times = max(1, length // len(piece))
    if "{n}" not in piece:
        return piece * times
    return "".join(piece.replace("{n}", str(number)) for number in range(1, times + 1))


def within(piece: str, length: int) -> str:
    """A document in a paragraph of which a piece is repeated; of about so many code points.

    What is slow on a piece alone may be refused, or never begun, for want of a word before it.
    """
    document = Path(__file__).with_name("document.md").read_text("utf-8")
    before, after = document.split("HERE")
    return before + alone(piece, length - len(document)) + after


def factors(stage: Stage, piece: str, made: Callable[[str, int], str]) -> list[Factor]:
    """The factor of each part of a stage that takes long enough to have one.

    Args:
        stage: it.
        piece: what is repeated.
        made: a text of a piece, of about so many code points.
    """
    taken: list[Mapping[str, float]] = []
    length = SHORTEST
    while length <= stage.longest:
        taken.append(stage.time(made(piece, length)))
        length *= 2
        if sum(taken[-1].values()) > PATIENCE:
            break
    found = list(_read_off(taken))
    if all(each.factor <= BOUND for each in found):
        return found
    for at in {each.length for each in found if each.factor > BOUND}:
        step = (at // SHORTEST).bit_length() - 1
        for place in (step - 1, step):
            again = [stage.time(made(piece, SHORTEST << place)) for _ in range(RETAKES)]
            best = {k: min(v, *(a.get(k, v) for a in again)) for k, v in taken[place].items()}
            taken[place] = best
    return list(_read_off(taken))


def _read_off(taken: list[Mapping[str, float]]) -> Iterator[Factor]:
    """The doubling of each part that is the last: growth shows best where a text is longest."""
    for part in dict.fromkeys(part for times in taken for part in times):
        times = [each.get(part, 0.0) for each in taken]
        for place in range(len(times) - 1, 0, -1):
            if times[place - 1] >= FLOOR:
                factor = times[place] / times[place - 1]
                yield Factor(part, SHORTEST << place, times[place], factor)
                break
        else:
            if len(times) > 1 and times[-1] >= FLOOR * BOUND:  # it came out of nothing
                before = max(times[-2], FLOOR)
                yield Factor(part, SHORTEST << (len(times) - 1), times[-1], times[-1] / before)


@click.command(
    help=__doc__.split("\n")[0], epilog="Example: python -m benchmarks.shapes --stage search"
)
@click.option(
    "--stage", "chosen", multiple=True, type=click.Choice(list(STAGES)), help="Only these."
)
@click.option("--shape", "wanted", multiple=True, help="Only shapes that repeat this text.")
@click.option("--within", "in_document", is_flag=True, help="In the midst of a document.")
@click.option("--all", "everything", is_flag=True, help="Show those that take too little, too.")
def main(
    chosen: tuple[str, ...], wanted: tuple[str, ...], in_document: bool, everything: bool
) -> None:
    """Print what doubling a text costs each stage, and exit with 1 where it is too much."""
    too_much = 0
    for name in chosen or STAGES:
        for label, piece in shapes():
            if wanted and piece not in wanted:
                continue
            found = factors(STAGES[name], piece, within if in_document else alone)
            for each in sorted(found, key=lambda each: -each.factor):
                bad = each.factor > BOUND
                too_much += bad
                click.echo(
                    f"{name:10} {each.part:24} {label:32} {each.length:8} code points "
                    f"{each.seconds:7.2f} s  x {each.factor:.2f}{'  TOO MUCH' if bad else ''}"
                )
            if everything and not found:
                click.echo(f"{name:10} {'':24} {label:32} too quick to say")
    click.echo(f"{too_much} over {BOUND}")
    sys.exit(1 if too_much else 0)


if __name__ == "__main__":
    main()
