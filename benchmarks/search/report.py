"""The table of one archive: what each engine takes, how that compares, and what is allowed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.search.archives import Archive
from benchmarks.search.build import Building
from benchmarks.search.reading import Cost, Costs, part_of

KB = 1000  # bytes
MB = 1_000_000  # bytes


@dataclass(frozen=True)
class Measured:
    """All that was measured of one engine on one archive."""

    name: str
    building: Building
    costs: Costs
    index: Path
    """The folder that its index is in."""
    passages: int


@dataclass(frozen=True)
class Limits:
    """What is allowed in an archive of up to so many documents."""

    documents: int
    first: int
    """KB of client and index together."""
    second: int
    """KB."""
    processor: int
    """Milliseconds in the worker."""
    client: int = 10
    """KB."""
    round_trips: int = 2
    """Of a second quotation."""
    speed: int = 10_000
    """Passages built in a minute, at the least."""


LIMITS = (Limits(5, 60, 20, 5), Limits(1_000, 110, 60, 15), Limits(10_000, 250, 150, 50))


@dataclass(frozen=True)
class Row:
    """A number of every engine."""

    what: str
    style: str
    """How the number is printed."""
    take: Callable[[Measured], float | None]
    """The number; None where there is none."""
    allowed: Callable[[Limits], float] | None = None


def _first(cost: Callable[[Cost], float]) -> Callable[[Measured], float | None]:
    """The median over what first quotations took."""
    return lambda engine: _middle([cost(one) for one in engine.costs.first])


def _second(cost: Callable[[Cost], float]) -> Callable[[Measured], float | None]:
    return lambda engine: _middle([cost(one) for one in engine.costs.second])


def _middle(numbers: Sequence[float]) -> float | None:
    return median(numbers) if numbers else None


def _own(cost: Cost) -> float:
    """KB of what is search's own."""
    return cost.size("client", "index") / KB


def _most(costs: Sequence[Cost]) -> float | None:
    return max(map(_own, costs), default=None)


def _published(folder: Path) -> int:
    """Bytes of the files of an index that a reader may be sent."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sum(f.stat().st_size for f in files if part_of(f"/{f.relative_to(folder)}") == "index")


ROWS = (
    Row("first: client", "{:,.1f} KB", _first(lambda c: c.size("client") / KB), lambda a: a.client),
    Row("first: index", "{:,.1f} KB", _first(lambda c: c.size("index") / KB)),
    Row("first: both", "{:,.1f} KB", _first(_own), lambda a: a.first),
    Row("first: both, at the most", "{:,.1f} KB", lambda e: _most(e.costs.first)),
    Row("first: page around it", "{:,.1f} KB", _first(lambda c: c.size("page") / KB)),
    Row("first: requests", "{:g}", _first(lambda c: len(c.requests))),
    Row("first: round trips", "{:g}", _first(lambda c: c.round_trips)),
    Row("first: time", "{:,.0f} ms", _first(lambda c: c.time)),
    Row("second: bytes", "{:,.1f} KB", _second(_own), lambda a: a.second),
    Row("second: bytes, at the most", "{:,.1f} KB", lambda e: _most(e.costs.second)),
    Row("second: requests", "{:g}", _second(lambda c: len(c.requests))),
    Row("second: round trips", "{:g}", _second(lambda c: c.round_trips), lambda a: a.round_trips),
    Row("second: time", "{:,.0f} ms", _second(lambda c: c.time)),
    Row(
        "third: work until it is there",
        "{:,.1f} ms",
        lambda e: _middle([time for time, _ in e.costs.processor]),
        lambda a: a.processor,
    ),
    Row(
        "third: work in all",
        "{:,.1f} ms",
        lambda e: _middle([all_ for _, all_ in e.costs.processor]),
    ),
    Row("index", "{:,.2f} MB", lambda e: _published(e.index) / MB),
    Row("built: time", "{:,.1f} s", lambda e: e.building.seconds),
    Row("built: processor", "{:,.1f} s", lambda e: e.building.processor),
    Row("built: memory", "{:,.0f} MB", lambda e: e.building.memory / MB),
    Row(
        "built: passages a minute",
        "{:,.0f}",
        lambda e: e.passages / e.building.seconds * 60,
        lambda a: a.speed,
    ),
)


def table(archive: Archive, engines: Sequence[Measured]) -> str:
    """A table in Markdown, the first engine being the one that others are compared with."""
    limits = next(limit for limit in LIMITS if archive.documents <= limit.documents)
    missed = (
        f"{len(engine.costs.missed)} of {engine.costs.asked}" if engine.costs.asked else "–"
        for engine in engines
    )
    rows = [
        ["measure", *(engine.name for engine in engines), "allowed"],
        ["---"] * (len(engines) + 2),
        *(_cells(row, engines, limits) for row in ROWS),
        ["missed", *missed, "0"],
    ]
    counts = archive.documents, archive.passages, archive.words
    heading = "**{:,} documents, {:,} passages, {:,} words**\n".format(*counts)
    failures = [
        f"\n{engine.name}: {failure}."
        for engine in engines
        if (failure := engine.building.failure or engine.costs.failure)
    ]
    return "\n".join([heading, *(f"| {' | '.join(cells)} |" for cells in rows), *failures])


def _cells(row: Row, engines: Sequence[Measured], limits: Limits) -> list[str]:
    """The row as printed. Brackets have how many times as much as the first engine's it is."""
    numbers = [None if engine.building.failure else row.take(engine) for engine in engines]
    ours = numbers[0]
    allowed = row.allowed(limits) if row.allowed else None

    def cell(number: float | None) -> str:
        if number is None:
            return "–"
        said = row.style.format(number)
        times = number / ours if ours and number else 0
        return f"{said} (×{times:{',.0f' if times >= 10 else '.2g'}})" if times else said

    compared = [cell(number) for number in numbers[1:]]
    return [
        row.what,
        "–" if ours is None else row.style.format(ours),
        *compared,
        "" if allowed is None else cell(allowed),
    ]
