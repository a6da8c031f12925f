"""What a page of the site costs a reader on a slow phone, against what is allowed.

    .venv/bin/python -m benchmarks.pages [--site site] [--write]

Each page is opened in Chromium, at the width of a phone, with nothing kept: the processor at a
quarter of its speed, 1.6 Mbit/s, 150 ms of round trip. Bytes are those of the bodies as a host
sends them, compressed; what the service worker fetches afterwards is not counted. A page is
readable when its first text is painted; a search answers when its first hits stand on the page.
Layout shift is the sum of what moved without a reader's doing (W3C, Layout Instability). Times are
medians.
`--write` puts the table into docs/project/benchmarks.md.
"""

import os
import re
import statistics
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from benchmarks.search.serve import ROUND_TRIP, served
from playwright.sync_api import Browser, sync_playwright

LATENCY = 0.150
"""Seconds; the server waits for a part of it itself."""
BYTES_A_SECOND = 1_600_000 / 8
SLOWER = 4
RUNS = 3
AT_REST = 1_500
"""Milliseconds after which nothing on the page is expected to move any more."""
PLACE = Path("docs/project/benchmarks.md")
SECTION = re.compile(r"^## Pages\n.*?(?=^## )", re.MULTILINE | re.DOTALL)
OBSERVE = """
globalThis.seen = { shift: 0, ready: null, painted: null };
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) seen.shift += one.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const one of list.getEntriesByName("first-contentful-paint")) seen.painted = one.startTime;
}).observe({ type: "paint", buffered: true });
new MutationObserver(() => {
  if (document.querySelector(":is([data-hits], [data-lines]) li")) seen.ready ??= performance.now();
}).observe(document, { subtree: true, childList: true });
"""


@dataclass(frozen=True)
class Kind:
    """A page, and what is allowed: kilobytes, and milliseconds until it is readable or answers."""

    name: str
    address: str
    kilobytes: int
    milliseconds: int
    answers: bool = False


@dataclass(frozen=True)
class Seen:
    """One visit: bytes, milliseconds, and how much moved."""

    size: int
    milliseconds: float
    shift: float


def kinds(site: Path) -> list[Kind]:
    """The pages that are measured: of editions, the longest."""
    longest = max(site.glob("texts/*/index.html"), key=lambda page: page.stat().st_size)
    edition = longest.parent.relative_to(site).as_posix() + "/"
    return [
        Kind("front page", "", 80, 1_000),
        Kind(f"longest edition, `{edition}`", edition, 150, 1_000),
        Kind("search with its first hit", "search/#q=recovery", 110, 2_000, answers=True),
        Kind("concordance", "search/#q=recovery&view=concordance", 110, 2_000, answers=True),
    ]


def visits(browser: Browser, site: Path, kind: Kind) -> Iterator[Seen]:
    """Visits by somebody who has nothing of the site."""
    with served(site) as server:
        for _ in range(RUNS):
            context = browser.new_context(
                viewport={"width": 390, "height": 844}, service_workers="block"
            )
            page = context.new_page()
            page.add_init_script(OBSERVE)
            browser_of = context.new_cdp_session(page)
            browser_of.send("Network.enable")
            browser_of.send(
                "Network.emulateNetworkConditions",
                {
                    "offline": False,
                    "latency": 1000 * (LATENCY - ROUND_TRIP),
                    "downloadThroughput": BYTES_A_SECOND,
                    "uploadThroughput": BYTES_A_SECOND,
                },
            )
            browser_of.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.goto(server.address + kind.address)
            if kind.answers:
                page.locator("[data-state=ready]").wait_for(state="attached", timeout=120_000)
            page.wait_for_timeout(AT_REST)
            told = page.evaluate("globalThis.seen")
            size = sum(request.size for request in server.take())
            yield Seen(size, told["ready" if kind.answers else "painted"], told["shift"])
            context.close()


def rows(site: Path) -> Iterator[str]:
    """The table, a line after the other."""
    yield "| page | KB | allowed | readable or answered, ms | allowed | layout shift |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    command = ["tools/browser"]  # the browser that the tests drive
    found = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=["--no-sandbox"]
        )
        for kind in kinds(site):
            seen = list(visits(browser, site, kind))
            size = statistics.median(one.size for one in seen) / 1024
            time = statistics.median(one.milliseconds for one in seen)
            shift = max(one.shift for one in seen)
            allowed = f"{kind.kilobytes} | {time:,.0f} | {kind.milliseconds:,}"
            yield f"| {kind.name} | {size:.0f} | {allowed} | {shift:.3f} |"
        browser.close()


@click.command()
@click.option("--site", type=click.Path(path_type=Path, exists=True), default=Path("site"))
@click.option("--write", is_flag=True, help=f"Put the table into {PLACE}.")
def main(site: Path, write: bool) -> None:
    """Measure the pages of a site that is built, and print a table."""
    table = []
    for row in rows(site):
        click.echo(row)
        table.append(row)
    if write:
        load = f"load {os.getloadavg()[0]:.0f}"
        told = (
            "What a page costs a reader on a slow phone with nothing kept, at a quarter of this "
            "machine's speed, 1.6 Mbit/s and 150 ms of round trip; a layout shift of 0.02 is "
            f"allowed. Medians of {RUNS}, written by "
            f"`.venv/bin/python -m benchmarks.pages --write` at {load}."
        )
        section = "\n".join(["## Pages", "", told, "", *table, "", ""])
        text = PLACE.read_text("utf-8")
        PLACE.write_text(SECTION.sub(lambda _: section, text), "utf-8")


if __name__ == "__main__":
    main()
