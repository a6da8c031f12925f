"""What an archive costs its maintainer as it grows: processor, wall clock and memory, a stage each.

    .venv/bin/python -m benchmarks.growth --documents 100 --documents 300 [--collections FOLDER]

An archive is made of so many documents of the packed collections of ../shared/corpora, chosen by
the hashes of their ids, so that a larger archive holds the smaller one. Each stage runs the command
line in a process of its own: a build from nothing, one where nothing has changed, one after a
document has changed, one after an entry of an authority was added, and `check` of one document. As
a peer of the builds, MkDocs alone with the same theme makes the same pages from the Markdown that
is there. Behind each figure of a larger archive stands the exponent of growth since the one before:
1 is in step with the number of documents, 2 its square.
"""

import json
import math
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click
from benchmarks.search.archives import Collections

SHARED = Path(__file__).parent.parent.parent / "shared"
RECORD = """title = {title}
authors = []
date = "{date}"
type = "report"
rights = "As the collection says; for measuring only."
language = "en-GB"
provenance = "A collection for measuring growth."
converter = "none"
sha256 = "{digest}"
"""
ENTRY = """
[organisation.society-of-lamplighters]
name = "Society of Lamplighters"
"""
OURS = [sys.executable, "-c", "from consultations.cli import main; main()"]
PEER = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
with open(sys.argv[1], "rb") as settings:
    build(load_config(settings, site_dir=sys.argv[2], plugins=[], strict=False, validation={}))
"""


@dataclass(frozen=True)
class Cost:
    """What a process took, with those that it began."""

    processor: float
    """Seconds on any core."""
    clock: float
    """Seconds."""
    memory: float
    """Megabytes of the largest of its processes at its largest."""


def measured(root: Path, command: Sequence[str]) -> Cost:
    """Run a command in an archive's folder and say what it took.

    Raises:
        CalledProcessError: it failed; of `check`, findings are no failure.
    """
    start = time.monotonic()
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, cwd=root, stdout=said, stderr=subprocess.STDOUT) as process,  # noqa: S603 (ours)
    ):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            said.seek(0)
            raise click.ClickException(said.read().decode(errors="replace")[-2000:])
    unit = 1_000 if sys.platform != "darwin" else 1_000_000  # kilobytes, or bytes on a Mac
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / unit)


def make(root: Path, collections: Path, documents: int) -> None:
    """An archive of so many documents, as `consultations new` begins one."""
    ours = [*OURS, "new", str(root), "--title", "Growth"]
    subprocess.run(ours, check=True, capture_output=True)  # noqa: S603 (ours)
    for id_, about, text in Collections(collections).texts(documents):
        folder = root / "archive" / id_.lower()
        folder.mkdir()
        source = text.encode()
        (folder / "source.txt").write_bytes(source)
        date = (about["date"] or "2000")[:10]
        record = RECORD.format(
            title=json.dumps(" ".join(about["title"].split())),
            date=date if date[:4].isdigit() else "2000",
            digest=sha256(source).hexdigest(),
        )
        (folder / "record.toml").write_text(record, encoding="utf-8")


def change_one(root: Path) -> str:
    """Let a document have one more paragraph; its id."""
    folder = min(path.parent for path in (root / "archive").glob("*/record.toml"))
    source = folder / "source.txt"
    before = source.read_bytes()
    source.write_bytes(before + b"\n\nOne more paragraph stands at the end of it.\n")
    record = folder / "record.toml"
    digest = sha256(source.read_bytes()).hexdigest()
    record.write_text(
        record.read_text(encoding="utf-8").replace(sha256(before).hexdigest(), digest),
        encoding="utf-8",
    )
    return folder.name


def add_entry(root: Path) -> None:
    """Let the authorities know one body more, which no document names."""
    with (root / "archive" / "authority" / "organisations.toml").open("a") as file:
        file.write(ENTRY)


def stages(root: Path) -> Iterator[tuple[str, Cost]]:
    """Each stage in turn, and what it took."""
    yield "from nothing", measured(root, [*OURS, "build"])
    yield "nothing changed", measured(root, [*OURS, "build"])
    changed = change_one(root)
    yield "one document changed", measured(root, [*OURS, "build"])
    yield "`check` of that document", measured(root, [*OURS, "check", changed])
    add_entry(root)
    yield "one entry added", measured(root, [*OURS, "build"])
    peer = [sys.executable, "-c", PEER, str(root / "mkdocs.yml"), str(root / "peer")]
    yield "MkDocs alone, the same pages", measured(root, peer)


def exponent(before: float, now: float, times: float) -> str:
    """How a figure grew while the archive grew so many times, as it is shown."""
    return f" (^{growth(before, now, times):.2f})" if before > 0 else ""


def growth(before: float, now: float, times: float) -> float:
    """How a figure grew while the archive grew so many times, as a power of that."""
    return math.log(now / before) / math.log(times)


def table(rows: dict[int, dict[str, Cost]]) -> Iterator[str]:
    """Markdown: a row a stage, a column an archive."""
    sizes = sorted(rows)
    yield "| processor s, clock s, MB | " + " | ".join(f"{n:,}" for n in sizes) + " |"
    yield "| --- |" + " ---: |" * len(sizes)
    for stage in rows[sizes[0]]:
        cells = []
        for at, n in enumerate(sizes):
            cost = rows[n][stage]
            cell = f"{cost.processor:.1f}, {cost.clock:.1f}, {cost.memory:.0f}"
            if at:
                smaller = rows[sizes[at - 1]][stage].processor
                cell += exponent(smaller, cost.processor, n / sizes[at - 1])
            cells.append(cell)
        yield f"| {stage} | " + " | ".join(cells) + " |"


@click.command()
@click.option("--documents", type=click.IntRange(1), multiple=True, default=(100, 300))
@click.option(
    "--collections",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=SHARED / "corpora",
    help="Folder of packed collections.",
)
def main(documents: Sequence[int], collections: Path) -> None:
    """Measure archives of so many documents, and print a table."""
    # In a process of its own: what it takes to read them would count as memory of every stage.
    apart = multiprocessing.get_context("spawn")
    rows: dict[int, dict[str, Cost]] = {}
    for count in sorted(set(documents)):
        with tempfile.TemporaryDirectory(prefix="consultations-") as folder:
            root = Path(folder) / "archive-of-many"
            making = apart.Process(target=make, args=(root, collections, count))
            making.start()
            making.join()
            if making.exitcode:
                raise click.ClickException("the archive could not be made")
            rows[count] = {}
            for stage, cost in stages(root):
                rows[count][stage] = cost
                told = f"{cost.processor:.1f} s of processor, {cost.memory:.0f} MB"
                click.echo(f"{count:,} documents, {stage}: {told}", err=True)
    click.echo("\n".join(table(rows)))


if __name__ == "__main__":
    main()
