"""What a browser prints at the edges of a web page: its address, the date, the page number.

A printed page has its title and the day at the top and its address and `3/7` at the foot, or these
at other corners; a converter writes those of one edge on one line, far apart, or each on its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from consultations import patterns as re
from consultations.english.dates import ANY_MONTH, WEEKDAY
from consultations.rules.layout import PrintedLine

_PARTED = re.compile(r"[ \t]{2,}")
_COUNTER = re.compile(
    r"(?:page\s)?(?P<page>\d{1,4})\s?(?:/|of)\s?(?P<pages>\d{1,4})", re.IGNORECASE
)
"""The number of a page and of all pages: `3/7`, `Page 3 of 7`."""
_ADDRESS = re.compile(r"(?:https?|file)://\S+|www\.\S+\.\S+", re.IGNORECASE)
_MOMENT = re.compile(
    rf"""
    (?: (?:{WEEKDAY}),?\s )?
    (?:
        \d{{1,4}} [/.-] \d{{1,2}} [/.-] \d{{1,4}}          # 14/03/1902   1902-03-14
      | \d{{1,2}}\s(?:{ANY_MONTH})\.?,?\s\d{{4}}           # 14 March 1902
      | (?:{ANY_MONTH})\.?\s\d{{1,2}},\s\d{{4}}            # March 14, 1902
    )
    (?: ,?\s (?:at\s)? \d{{1,2}} [:.] \d\d (?: [:.]\d\d )? (?: \s?[ap]\.?m\.? )? )?    # , 17:45
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST = 2
"""An edge must stand on at least this many pages, each with its number."""


@dataclass(frozen=True)
class _Edge:
    """A line that may stand at the edge of a printed web page."""

    place: int
    """The number of its line in the text."""
    counter: tuple[int, int] | None
    """The page's number and the number of pages, where it has them."""
    said: tuple[str, ...]
    """Its other parts, which are the same on every page: addresses and days, and a title."""


def browser_edges(printed: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines at the edges of pages that a browser printed.

    A row of counters speaks for them (`1/7`, `2/7` and so on, each once, as many as are said or,
    beside an address, the first of them), and that an address or a day comes again beside them on
    each page. Where there is one page, what stands beside the counter and above all else is at its
    edges.
    """
    edges = [edge for n, line in enumerate(printed) if (edge := _edge(n, line))]
    counters = [edge for edge in edges if edge.counter]
    if not _counts(counters):
        return
    repeated = _repeated(edges, counters)
    if not (_is_whole(counters) or any(map(_ADDRESS.fullmatch, chain.from_iterable(repeated)))):
        return  # `1/95` and a day under it, as the entries of a register have them
    found = [edge for edge in edges if repeated and (edge.counter or edge.said in repeated)]
    places = {edge.place for edge in found} | _titles(printed, found)
    yield from (printed[place] for place in sorted(places))


def _edge(place: int, line: PrintedLine) -> _Edge | None:
    """An edge by its parts; None for a line with several titles, or without a browser's parts."""
    counter: tuple[int, int] | None = None
    said: list[str] = []
    titles = 0
    for part in _PARTED.split(line.written):
        if (match := _COUNTER.fullmatch(part)) and counter is None:
            counter = int(match["page"]), int(match["pages"])
            continue
        said.append(part)
        titles += not (_ADDRESS.fullmatch(part) or _MOMENT.fullmatch(part))
    is_of_browser = titles <= 1 and (counter is not None or titles < len(said))
    return _Edge(place, counter, tuple(said)) if is_of_browser else None


def _repeated(edges: Sequence[_Edge], counters: Sequence[_Edge]) -> set[tuple[str, ...]]:
    """What lines beside counters or at the top repeat, on several pages or on a single one."""
    places = {edge.place for edge in edges}
    near = {0, *(place for edge in counters for place in _run(edge.place, places))}
    often = Counter(edge.said for edge in edges)
    fewest = min(_FEWEST, len(counters))
    beside = {edge.said for edge in edges if edge.said and edge.place in near}
    return {said for said in beside if often[said] >= fewest}


def _counts(counters: Sequence[_Edge]) -> bool:
    """Whether counters are those of pages: from 1 on, by one, out of the same number each time.

    A single one is where it counts one page, with an address or a day beside it.
    """
    numbers = [edge.counter for edge in counters if edge.counter]
    if numbers == [(1, 1)]:
        return bool(counters[0].said)
    if len(numbers) < _FEWEST or len({pages for _, pages in numbers}) > 1:
        return False
    grows = all(after[0] - before[0] == 1 for before, after in pairwise(numbers))
    return grows and numbers[0][0] == 1 and numbers[-1][0] <= numbers[0][1]


def _is_whole(counters: Sequence[_Edge]) -> bool:
    """Whether there are as many counters as they say pages."""
    return bool(counters) and counters[0].counter == (1, len(counters))


def _run(place: int, edges: set[int]) -> Iterator[int]:
    """The places of the edges right beside one, with its own place."""
    for step in (-1, 1):
        at = place
        while at in edges:
            yield at
            at += step


def _titles(printed: Sequence[PrintedLine], found: Sequence[_Edge]) -> set[int]:
    """The places of titles on lines of their own beside a date: as many as there are dates.

    The title of the text has the same words perhaps, and stands beside none.
    """
    taken = {edge.place for edge in found}
    days = (edge.place for edge in found if any(map(_MOMENT.fullmatch, edge.said)))
    around = {place for day in days for place in (day - 1, day + 1)} - taken
    beside = {place for place in around if 0 <= place < len(printed)}
    often = Counter(printed[place].key for place in beside)
    return {place for place in beside if often[printed[place].key] >= _FEWEST}
