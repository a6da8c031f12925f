"""How the work of each stage of a build grows with the words of an archive.

    .venv/bin/python -m benchmarks.growth_stages --documents 100 --documents 300

Each archive, made as for `benchmarks.growth`, is built in one process: from nothing, after one
document has changed, and after an entry of an authority was added. At every few milliseconds of
this processor's time it is looked which functions are running, so that a build takes hardly longer
than without (statistical profiling; a trace of every call takes three times as long, and makes
stages of many small calls look the largest). A stage is what one function of the house does, with
all that it calls. Behind each figure of a larger archive stands the exponent of growth with the
words of the sources since the one before: documents of a collection are of all lengths, and words
are what is read. At the end stand the functions that grow faster, whatever stage they are of.
"""

import multiprocessing
import os
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import FrameType

import click
from benchmarks.growth import SHARED, add_entry, change_one, exponent, growth, make

STAGES = {
    "rules": "rules/runner.py:run",
    "annotation": "annotate/__init__.py:annotate",
    "kept editions read": "editing/kept.py:get",
    "references to editions": "across/other_editions.py:with_references_to_editions",
    "shared words": "across/overlaps.py:_in_several",
    "connections, with shared words": "across/connections.py:connected",
    "pages as Markdown": "pages/__init__.py:markdown_files",
    "data": "pages/__init__.py:data_files",
    "forms": "consultations/forms.py:form_files",
    "archive file": "consultations/forms.py:archive_file",
    "candidates": "names/candidates/candidates.py:candidates",
    "index": "index/writer.py:write",
    "export": "export/writer.py:write",
    "heads": "pages/head/__init__.py:page_heads",
    "Markdown to HTML": "commands/build.py:_populate_page",
    "templates": "commands/build.py:_build_page",
    "the site in its place": "consultations/placing/folders.py:_replace",
    "what was written is looked at": "publish/standing.py:keep",
}
"""What stages are called, by the file and the name of their function."""
_OURS = "consultations/"
_EVERY = 0.004
"""Seconds of the processor between two looks."""
_FASTER = 1.1
"""The exponent above which a function is told."""
_LEAST = 0.01
"""The share of a build below which it is not."""
_SEEN = 0.1
"""Seconds below which a figure is chance."""

BUILDS: dict[str, Callable[[Path], object]] = {
    "from nothing": lambda _: None,
    "one document changed": change_one,
    "one entry added": add_entry,
}
"""What is done to an archive before each build."""
Times = dict[str, float]
"""Seconds, by `file:function`, and of `all`."""
Measured = tuple[int, list[Times]]
"""Words of the sources, and what each build took."""


def profiled(root: Path) -> Times:
    """Seconds of the processor that each function takes in a build, with all that it calls."""
    from consultations.publish.site import build_site  # noqa: PLC0415 (its patterns are no stage)
    from consultations.settings import find_project  # noqa: PLC0415 (likewise)

    project = find_project(root)
    looks: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        running = {"all"}
        while frame is not None:
            running.add(f"{frame.f_code.co_filename}:{frame.f_code.co_name}")
            frame = frame.f_back
        looks.update(running)

    before = signal.signal(signal.SIGPROF, look)
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        build_site(project, project.site)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    # Fewer than one every so often: while a call of C runs, the looks that are due become one.
    each = (time.process_time() - start) / max(looks["all"], 1)
    return {function: count * each for function, count in looks.items()}


def measure(documents: int, collections: Path) -> Measured:
    """Make an archive and build it; in a process of its own, so that nothing is warm."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # all editions in this process
    with tempfile.TemporaryDirectory(prefix="consultations-") as folder:
        root = Path(folder) / "archive-of-many"
        make(root, collections, documents)
        sources = (root / "archive").glob("*/source.txt")
        words = sum(len(source.read_text(encoding="utf-8").split()) for source in sources)
        times = []
        for change in BUILDS.values():
            change(root)
            times.append(profiled(root))
        return words, times


def table(title: str, sizes: Sequence[int], words: Sequence[int], rows: Sequence[Times]) -> None:
    """Print Markdown: a row a stage, a column an archive."""
    heads = (f"{n:,} ({count:,} words)" for n, count in zip(sizes, words, strict=True))
    click.echo(f"| {title}, s | " + " | ".join(heads) + " |\n| --- |" + " ---: |" * len(sizes))
    for stage, function in {"all": "all", **STAGES}.items():
        taken = [
            next((t for name, t in times.items() if name.endswith(function)), 0.0) for times in rows
        ]
        cells = []
        for at, now in enumerate(taken):
            cell = f"{now:.2f}"
            if at and min(taken[at - 1], now) >= _SEEN:
                cell += exponent(taken[at - 1], now, words[at] / words[at - 1])
            cells.append(cell)
        click.echo(f"| {stage} | " + " | ".join(cells) + " |")


def faster(before: Times, now: Times, times: float) -> Iterator[str]:
    """Functions of the house that grew faster than the words did, the fastest first."""
    found = [
        (growth(before[name], seconds, times), name, seconds)
        for name, seconds in now.items()
        if _OURS in name and before.get(name, 0.0) >= _SEEN and seconds >= _LEAST * now["all"]
    ]
    for grown, name, seconds in sorted(found, reverse=True):
        if grown > _FASTER:
            yield f"- `{name[name.rindex(_OURS) :]}`: {seconds:.2f} s (^{grown:.2f})"


@click.command()
@click.option("--documents", type=click.IntRange(1), multiple=True, default=(100, 300))
@click.option(
    "--collections",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=SHARED / "corpora",
    help="Folder of packed collections.",
)
def main(documents: Sequence[int], collections: Path) -> None:
    """Measure archives of so many documents, and print a table for each build."""
    apart = multiprocessing.get_context("spawn")
    sizes, found = sorted(set(documents)), []
    for count in sizes:
        # An executor tells of a process that died, where a queue would wait for it for ever.
        with ProcessPoolExecutor(1, mp_context=apart) as executor:
            found.append(executor.submit(measure, count, collections).result())
        click.echo(f"{count:,} documents measured", err=True)
    words = [counted for counted, _ in found]
    for number, title in enumerate(BUILDS):
        rows = [times[number] for _, times in found]
        table(title, sizes, words, rows)
        if len(rows) > 1:
            click.echo(f"\nGrew faster than ^{_FASTER} since the archive before:\n")
            click.echo("\n".join(faster(rows[-2], rows[-1], words[-1] / words[-2])) or "nothing")
        click.echo()


if __name__ == "__main__":
    main()
