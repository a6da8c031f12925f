"""What quotations cost a reader: a real Chromium asks, and the server notes what it fetches."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from urllib.parse import quote_plus

import click
from benchmarks.search.archives import Quotation
from benchmarks.search.serve import Request, Server, round_trips, served
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as TooLate

PAGES = Path(__file__).parent
"""Where the pages are that ask the peers, and what looks at ours."""
PATIENCE = 120
"""Seconds that a reader waits for an answer."""
SITTING = 300
"""Seconds after which an engine is asked no more."""
ASKED_BY_ONE = 3
"""Quotations that each reader asks for: a first, a second, and one whose work is looked at."""

_SCRIPT = re.compile(r"\.js$|/wasm\.")
_INDEX = re.compile(r"^/(search|pagefind)/.*[^/](?<!\.css)$")
_ANSWER = """(words) => Promise.race([
  words === null ? first : ask(words),
  new Promise((_, failed) => setTimeout(() => failed(new Error("no answer")), %d)),
])"""


@dataclass(frozen=True)
class Cost:
    """What one quotation took."""

    asked: float
    """When it was asked, or its page was, in seconds of this process's clock."""
    time: float
    """Milliseconds from then until its first results stand there."""
    requests: tuple[Request, ...]

    def size(self, *parts: str) -> int:
        """Bytes of the requests of these parts."""
        return sum(request.size for request in self.requests if part_of(request.path) in parts)

    @property
    def round_trips(self) -> int:
        """The longest line of requests that waited for each other until the results stood there.

        Of the page, search's own: of what is around it only the page itself.
        """
        if not self.requests:
            return 0
        first = self.requests[0]
        end = self.asked + self.time / 1000
        own = [r for r in self.requests if r is first or part_of(r.path) != "page"]
        return round_trips([request for request in own if request.start < end])


@dataclass
class Costs:
    """What quotations took a reader of one engine: a place in each list for each reader."""

    first: list[Cost] = field(default_factory=list)
    second: list[Cost] = field(default_factory=list)
    processor: list[tuple[float, float]] = field(default_factory=list)
    """Milliseconds of a worker's work on a third quotation, with all waiting left out: until its
    results stand there, and all in all."""
    asked: int = 0
    missed: list[Quotation] = field(default_factory=list)
    """Quotations whose passage was not among the first twenty results."""
    failure: str = ""


def part_of(path: str) -> str:
    """What the file at a path belongs to: the client, the index, or the page around them."""
    path = path.partition("?")[0]
    if "/assets/javascripts/" in path:
        return "page"  # the theme's
    if _SCRIPT.search(path):
        return "client"
    return "index" if _INDEX.match(path) else "page"


def read(
    browser: Browser, engine: str, folders: Sequence[Path], quotations: Sequence[Quotation]
) -> Costs:
    """Lets readers ask for quotations, each with nothing kept from the one before."""
    costs = Costs()
    start = perf_counter()
    with served(*folders, PAGES) as server:
        for asked in zip(*[iter(quotations)] * ASKED_BY_ONE, strict=False):
            try:
                with browser.new_context() as context:
                    _sit(browser, context, server, engine, asked, costs)
            except BrowserError as error:
                if engine == "ours":
                    raise
                late = isinstance(error, TooLate) or "no answer" in error.message
                why = f"in {PATIENCE} seconds" if late else error.message.partition("\n")[0]
                costs.failure = f"not answered {why}"
                break
            if perf_counter() - start > SITTING:
                break
    return costs


def _sit(
    browser: Browser,
    context: BrowserContext,
    server: Server,
    engine: str,
    asked: Sequence[Quotation],
    costs: Costs,
) -> None:
    """One reader's questions."""
    first, second, third = asked
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    # Not fetched: it costs no engine anything.
    page.add_init_script(path=PAGES / ("ours.js" if engine == "ours" else "peer.js"))
    server.take()
    opened = perf_counter()
    page.goto(server.address + _address(engine, first))
    page.wait_for_function("() => window.first")
    costs.first.append(_ask(page, server, first, costs, opened))
    costs.second.append(_ask(page, server, second, costs))
    with _traced(browser, page, costs.processor):
        _ask(page, server, third, costs)


def _address(engine: str, first: Quotation) -> str:
    """Where a reader finds a quotation's passage, from the root of the site."""
    if engine == "ours":
        return "search/#q=" + quote_plus(f'"{first.words}"')
    return f"{engine}.html?q=" + quote_plus(first.words)


def _ask(
    page: Page, server: Server, quotation: Quotation, costs: Costs, opened: float | None = None
) -> Cost:
    """One question, or what the page was opened with, and when."""
    asked = opened or perf_counter()
    answer = page.evaluate(_ANSWER % (PATIENCE * 1000), None if opened else quotation.words)
    costs.asked += 1
    if [quotation.edition, quotation.passage] not in answer["found"][:20]:
        costs.missed.append(quotation)
    return Cost(
        asked, answer["at"], tuple(sorted(server.take(), key=lambda request: request.start))
    )


@contextmanager
def _traced(browser: Browser, page: Page, found: list[tuple[float, float]]) -> Iterator[None]:
    """Counts the processor time of the page's workers, from what Chromium says of each task."""
    browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing"])
    try:
        yield
    finally:
        events = json.loads(browser.stop_tracing())["traceEvents"]
    workers = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "DedicatedWorker thread"
    }
    answered = max(event["ts"] for event in events if event["name"] == "answered")
    tasks = [
        (event["ts"] < answered, event["tdur"] / 1000)  # `dur` would have the waiting in it
        for event in events
        if event["name"] == "ThreadControllerImpl::RunTask"
        and (event["pid"], event["tid"]) in workers
        and "tdur" in event
    ]
    if not tasks:
        raise click.ClickException("this Chromium does not say what its workers do")
    found.append((sum(time for before, time in tasks if before), sum(time for _, time in tasks)))
