"""What search costs a reader and a builder, beside Pagefind on the same passages.

    .venv/bin/python benchmarks/search.py [--documents N ...] [--quotations N]

Measured are the archive's own documents, and then growing parts of the packed collections of
../shared/corpora (documents of all three, chosen by the hash of their ids). For each: time and
memory to build, the size of what is published, and in a real Chromium, with 50 ms for a round trip
and files compressed as GitHub's pages are, what a first and a second quotation of eight words take:
bytes, requests, milliseconds. Pagefind is measured where it can be imported:

    .venv/bin/pip install 'pagefind[bin]'
"""

import asyncio
import gzip
import hashlib
import html
import importlib
import importlib.util
import json
import random
import resource
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep
from typing import Any

import click
from playwright.sync_api import Browser, Page, sync_playwright

from consultations import export, index, pipeline
from consultations.passages import SearchEdition, SearchPassage, search_passages
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
CLIENT = ROOT / "scripts" / "consultations" / "client"
ROUND_TRIP = 50  # ms
WORDS = 8  # of a quotation

OURS = """<!doctype html><title>Ours</title><script type="module">
const worker = new Worker("client/worker.js", { type: "module" });
let id = 0;
worker.postMessage({ type: "open", base: new URL("search/", location.href).href });
window.ask = (words) => new Promise((done, failed) => {
  const asked = ++id;
  worker.onmessage = ({ data }) => {
    if (data.id !== asked || data.type === "progress") return;
    if (data.type === "answer") done(data.total); else failed(new Error(data.what));
  };
  worker.postMessage({ type: "ask", id: asked, query: `"${words}"`, sort: "score", page: 1 });
});
</script>"""
PAGEFIND = """<!doctype html><title>Pagefind</title><script type="module">
const pagefind = await import("./pagefind/pagefind.js");
window.ask = async (words) => {
  const { results } = await pagefind.search(`"${words}"`);
  await Promise.all(results.slice(0, 20).map((result) => result.data()));
  return results.length;
};
</script>"""


@dataclass
class Cost:
    """What quotations took a reader: one number for each of them."""

    size: list[int] = field(default_factory=list)
    requests: list[int] = field(default_factory=list)
    time: list[float] = field(default_factory=list)
    missed: int = 0

    def add(self, server: "Server", found: bool, start: float) -> None:
        """Takes one quotation in."""
        self.time.append((perf_counter() - start) * 1000)
        self.size.append(sum(server.sent))
        self.requests.append(len(server.sent))
        self.missed += not found

    def __str__(self) -> str:
        return (
            f"{median(self.size) / 1000:8.1f} KB {median(self.requests):4.0f} requests"
            f" {median(self.time):6.0f} ms {self.missed:3} missed"
        )


TIMED = """async (words) => {
  const start = performance.now();
  await ask(words);
  return performance.now() - start;
}"""


def passages_of(documents: int) -> Iterator[SearchPassage]:
    """The passages of so many documents of the collections; of 0, of the archive's own."""
    if documents:
        yield from collected(documents)
    else:
        made = pipeline.read(find_project(ROOT))
        yield from search_passages(made.editions, made.authority)


def collected(count: int) -> Iterator[SearchPassage]:
    """The paragraphs of documents of the collections."""
    chosen: list[tuple[str, dict[str, Any], str]] = []
    for path in sorted(CORPORA.glob("*.tar.xz")):
        texts = dict(_texts(path))
        for line in texts["meta.jsonl"].splitlines():
            about = json.loads(line)
            id_ = f"{path.name.partition('.')[0]}-{about['id']}"
            chosen.append((id_, about, texts[about["file"]]))
    chosen.sort(key=lambda item: hashlib.sha256(item[0].encode()).digest())
    for id_, about, text in sorted(chosen[:count], key=lambda item: item[0]):
        body, date = about["organisation"] or "", (about["date"] or "2000")[:10]
        edition = SearchEdition(id_, about["title"], None, body, (), date, "paper")
        for number, paragraph in enumerate(text.split("\n\n")):
            if words := " ".join(paragraph.split()):
                yield SearchPassage(edition, f"p{number}", "paragraph", words)


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The files of a collection, by their paths in it."""
    # As a stream: to go back in what is compressed is to begin anew.
    with tarfile.open(path, "r|*") as packed:
        for member in packed:
            if file := packed.extractfile(member):
                yield member.name.split("/", 1)[1], file.read().decode()


def quoted(passages: Sequence[SearchPassage], count: int) -> list[str]:
    """Runs of words out of the passages, the same every time."""
    chance = random.Random(1)  # noqa: S311 (no secret)
    found: list[str] = []
    while len(found) < count:
        words = chance.choice(passages).text.replace('"', "").split()
        if len(words) > WORDS:
            start = chance.randrange(len(words) - WORDS)
            found.append(" ".join(words[start : start + WORDS]))
    return found


def build_ours(passages: Iterable[SearchPassage], site: Path) -> None:
    """Index, export, and the client beside them."""
    index.write(passages, site.parent / "index")
    with index.Index(site.parent / "index") as opened:
        export.write(opened, site / "search")
    shutil.copytree(CLIENT, site / "client")
    (site / "index.html").write_text(OURS, "utf-8")


def build_pagefind(passages: Iterable[SearchPassage], site: Path) -> None:
    """A record a passage."""
    pagefind: Any = importlib.import_module("pagefind.index")  # need not be there

    async def build() -> None:
        config = pagefind.IndexConfig(output_path=str(site / "pagefind"))
        async with pagefind.PagefindIndex(config=config) as made:
            for number, passage in enumerate(passages):
                await made.add_custom_record(
                    url=f"/{passage.edition.id}/#{passage.id}-{number}",
                    content=html.escape(passage.text),
                    language="en",
                    meta={"title": passage.edition.title},
                )

    asyncio.run(build())
    (site / "index.html").write_text(PAGEFIND, "utf-8")


def build(engine: str, documents: int, site: Path) -> tuple[float, int]:
    """Builds a site in a process of its own, and gives its seconds and its memory in MB."""
    passages = list(passages_of(documents))
    start = perf_counter()
    {"ours": build_ours, "pagefind": build_pagefind}[engine](passages, site)
    seconds = perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


class Server(ThreadingHTTPServer):
    """Remembers how many bytes it sent for each request."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.sent: list[int] = []


class Handler(SimpleHTTPRequestHandler):
    """Answers after a round trip, compresses what GitHub's pages compress, and says nothing."""

    compressed = (".html", ".js", ".json", ".css")
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:  # noqa: D102 (the base class's)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        sleep(ROUND_TRIP / 1000)
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in self.compressed:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append(len(body))

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """A folder on loopback."""
    server = Server(folder)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def measure(browser: Browser, site: Path, asked: Sequence[str]) -> tuple[Cost, Cost, float]:
    """What a first and a second quotation take, and the second once more, in milliseconds."""
    cold, warm, again = Cost(), Cost(), list[float]()
    with served(site) as server:
        for first, second in zip(asked[::2], asked[1::2], strict=True):
            with browser.new_context() as context:
                page = context.new_page()
                server.sent.clear()
                start = perf_counter()
                page.goto(f"http://127.0.0.1:{server.server_port}/")
                page.wait_for_function("() => window.ask !== undefined")
                cold.add(server, ask(page, first), start)
                server.sent.clear()
                start = perf_counter()
                warm.add(server, ask(page, second), start)
                again.append(float(page.evaluate(TIMED, second)))
    return cold, warm, median(again)


def ask(page: Page, words: str) -> bool:
    """Whether a quotation is found."""
    return bool(page.evaluate("(words) => ask(words)", words))


def report(engine: str, documents: int, browser: Browser, asked: Sequence[str]) -> None:
    """Builds and measures one engine on one archive."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        site.mkdir()
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            seconds, memory = process.submit(build, engine, documents, site).result()
        published = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
        click.echo(
            f"{engine:9} built in {seconds:.1f} s, {memory} MB of memory;"
            f" {sum(published) / 1e6:.1f} MB in {len(published)} files"
        )
        cold, warm, again = measure(browser, site, asked)
        click.echo(f"  first  {cold}\n  second {warm}\n  again  {again:.1f} ms")


@click.command()
@click.option("--documents", multiple=True, type=int, default=(0, 100, 1000), show_default=True)
@click.option("--quotations", type=int, default=40, show_default=True)
def main(documents: Sequence[int], quotations: int) -> None:
    """Measure archives of so many documents; 0 is the project's own."""
    engines = ["ours"]
    if importlib.util.find_spec("pagefind"):
        engines.append("pagefind")
    chromium = subprocess.run(  # noqa: S603 (the project's own)
        [ROOT / "tools/browser"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
    ):
        for count in documents:
            passages = list(passages_of(count))
            words = sum(len(passage.text.split()) for passage in passages)
            click.echo(f"\n{count or 'own'} documents, {len(passages)} passages, {words} words")
            for engine in engines:
                report(engine, count, browser, quoted(passages, quotations))


if __name__ == "__main__":
    main()
