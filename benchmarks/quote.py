"""How often the quotation check is right, and what it costs, on the archive's own words.

    .venv/bin/python -m benchmarks.quote [--seed N ...] [--quotations N]

Quotations of known truth are made as tests/quote/altered.py says, as many of each way of altering,
and a hundred for each seed that nobody wrote. Told are, for each way, how many verdicts are right,
every wrong one, and the processor time that a quotation takes on the command line and in the worker
of a real Chromium. Then articles of growing length, with growing numbers of quotations in them.
"""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Thread
from time import process_time

import click
from playwright.sync_api import Page, sync_playwright
from tests.quote.altered import WAYS, Maker, Sample
from tests.quote.scan import Scan

from consultations import export, index, pipeline
from consultations.index.quotation import Checker, quotations
from consultations.passages import search_passages
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent
CLIENT = ROOT / "scripts" / "consultations" / "client"
ARTICLES = [(words, quoted) for words in (10_000, 100_000) for quoted in (0, 50, 500)]

PAGE = """<!doctype html><title>Quotation check</title><script type="module">
const worker = new Worker("client/worker.js", { type: "module" });
worker.postMessage({ type: "open", base: new URL("search/", location.href).href });
let id = 0;
window.check = (text) => new Promise((done, failed) => {
  const asked = ++id;
  const start = performance.now();
  worker.onmessage = ({ data }) => {
    if (data.id !== asked) return;
    if (data.type === "failure") failed(new Error(data.what));
    if (data.type !== "checked") return;
    done({ verdicts: data.reports.map(({ verdict }) => verdict), time: performance.now() - start });
  };
  worker.postMessage({ type: "check", id: asked, text });
});
</script>"""


@click.command()
@click.option("--seed", "seeds", multiple=True, type=int, default=(1, 2, 3), show_default=True)
@click.option("--quotations", "count", type=int, default=len(WAYS) * 10, show_default=True)
def main(seeds: Sequence[int], count: int) -> None:
    """Measure so many quotations for each seed."""
    made = pipeline.read(find_project(ROOT))
    archive = list(search_passages(made.editions, made.authority))
    scan = Scan(archive)
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        index.write(archive, site.parent / "index")
        with index.Index(site.parent / "index") as opened, _page(opened, site) as page:
            samples: list[Sample] = []
            invented: list[str] = []
            for seed in seeds:
                maker = Maker(scan, seed)
                samples += maker.samples(count)
                invented += maker.invented(100)
            checker = Checker(opened)
            _judge(checker, page, samples, invented)
            for words, quoted in ARTICLES:
                _measure(checker, page, _article(Maker(scan, 1), words, quoted), words, quoted)


def _judge(checker: Checker, page: Page, samples: list[Sample], invented: list[str]) -> None:
    """Tell how many verdicts are right, and how long they take."""
    right: Counter[str] = Counter()
    due: Counter[str] = Counter()
    here: list[float] = []
    there: list[float] = []
    asked = [*samples, *(Sample(text, "absent", "invented") for text in invented)]
    for again in (False, True):  # the second time everything that is needed has been fetched
        for sample in asked:
            start = process_time()
            verdict = checker.check(sample.text).verdict
            seconds = process_time() - start
            found = page.evaluate("(text) => check(text)", sample.text)
            if again:
                here.append(seconds * 1000)
                there.append(found["time"])
                continue
            due[sample.way] += 1
            right[sample.way] += verdict == sample.verdict
            if verdict != sample.verdict:
                told = f"{sample.verdict}, told {verdict}"
                click.echo(f"wrong: {sample.way}: {told}: {sample.text!r}")
            # The page takes what has quotations in it for an article.
            if len(found["verdicts"]) == 1 and found["verdicts"] != [verdict]:
                click.echo(f"the browser says {found['verdicts']}: {sample.text!r}")
    for way in due:
        click.echo(f"{way:40} {right[way]:5} of {due[way]:5}  {100 * right[way] / due[way]:5.1f} %")
    click.echo(f"{'all':40} {right.total():5} of {due.total():5}")
    click.echo(f"a quotation, command line {_times(here)}; in the worker {_times(there)}")


def _times(times: list[float]) -> str:
    return f"{median(times):.1f} ms, of a hundred one {quantiles(times, n=100)[98]:.0f} ms"


def _article(maker: Maker, words: int, quoted: int) -> str:
    """So many words that nobody wrote, with quotations among them, in paragraphs."""
    own = " ".join(maker.invented(words // 20 + 1)).split()[:words]
    step = max(words // (quoted or 1), 1)
    ways = ["as printed", "a word changed", "an ellipsis", "two documents"]
    parts: list[str] = []
    for number in range(quoted or 1):
        parts.append(" ".join(own[number * step : (number + 1) * step]))
        if quoted:
            text = maker.sample(ways[number % len(ways)]).text
            parts[-1] += f" “{text.replace('“', '‘').replace('”', '’')}”."
    return "\n\n".join(parts)


def _measure(checker: Checker, page: Page, article: str, words: int, quoted: int) -> None:
    """Tell how long an article takes, from its text on."""
    start = process_time()
    for quotation in quotations(article):
        checker.check_quoted(quotation)
    seconds = process_time() - start
    found = page.evaluate("(text) => check(text)", article)
    click.echo(
        f"article of {words} words, {quoted} quotations: command line {seconds:.1f} s,"
        f" in the worker {found['time'] / 1000:.1f} s ({len(found['verdicts'])} reports)"
    )


@contextmanager
def _page(opened: index.Index, site: Path) -> Iterator[Page]:
    """The client in a real Chromium, with this index."""
    export.write(opened, site / "search")
    shutil.copytree(CLIENT, site / "client")
    (site / "index.html").write_text(PAGE, "utf-8")
    handler = partial(_Handler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    chromium = subprocess.run(  # noqa: S603 (the project's own)
        [ROOT / "tools/browser"], capture_output=True, text=True, check=True
    ).stdout.strip()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page()
        page.set_default_timeout(600_000)
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.wait_for_function("() => window.check !== undefined")
        yield page
    server.shutdown()
    server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    """Says nothing."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


if __name__ == "__main__":
    main()
