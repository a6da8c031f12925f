"""How the work of each stage of a build grows with the words of an archive.

    .venv/bin/python -m benchmarks.growth_stages --documents 100 --documents 300

For each archive, made as for `benchmarks.growth`, a build from nothing and one after an entry of an
authority was added are run under a profile that counts seconds of this processor and not of the
clock, in one process. A stage is what one function of the house does, with all that it calls.
Behind each figure of a larger archive stands the exponent of growth with the words of the sources
since the one before: documents of a collection are of all lengths, and words are what is read.
"""

import cProfile
import multiprocessing
import os
import pstats
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click
from benchmarks.growth import SHARED, add_entry, exponent, make

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
    "candidates": "names/candidates.py:candidates",
    "index": "index/writer.py:write",
    "export": "export/writer.py:write",
    "heads": "pages/head/__init__.py:page_heads",
    "Markdown to HTML": "commands/build.py:_populate_page",
    "templates": "commands/build.py:_build_page",
    "the site in its place": "consultations/placing.py:_replace",
}
"""What stages are called, by the file and the name of their function."""
Times = dict[str, float]
Measured = tuple[int, Times, Times]
"""Words of the sources, and what both builds took."""


def profiled(root: Path) -> Times:
    """Seconds of the processor that each stage of a build takes."""
    from consultations.publish.site import build_site  # noqa: PLC0415 (its patterns are no stage)
    from consultations.settings import find_project  # noqa: PLC0415 (likewise)

    project = find_project(root)
    profile = cProfile.Profile(time.process_time)
    profile.runcall(build_site, project, project.site)
    found: Times = {}
    for (file, _, name), (_, _, own, whole, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined] # not in its stub
        found["all"] = found.get("all", 0.0) + own
        for stage, function in STAGES.items():
            if f"{file}:{name}".endswith(function):
                found[stage] = found.get(stage, 0.0) + whole
    return found


def measure(documents: int, collections: Path) -> Measured:
    """Make an archive and build it twice; in a process of its own, so that nothing is warm."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # all editions in this process
    with tempfile.TemporaryDirectory(prefix="consultations-") as folder:
        root = Path(folder) / "archive-of-many"
        make(root, collections, documents)
        sources = (root / "archive").glob("*/source.txt")
        words = sum(len(source.read_text(encoding="utf-8").split()) for source in sources)
        cold = profiled(root)
        add_entry(root)
        return words, cold, profiled(root)


def table(title: str, sizes: Sequence[int], words: Sequence[int], rows: Sequence[Times]) -> None:
    """Print Markdown: a row a stage, a column an archive."""
    heads = (f"{n:,} ({count:,} words)" for n, count in zip(sizes, words, strict=True))
    click.echo(f"| {title}, s | " + " | ".join(heads) + " |\n| --- |" + " ---: |" * len(sizes))
    for stage in ("all", *STAGES):
        cells = []
        for at, times in enumerate(rows):
            cell = f"{times.get(stage, 0.0):.2f}"
            before, now = rows[at - 1].get(stage, 0.0), times.get(stage, 0.0)
            if at and min(before, now) >= 0.05:
                cell += exponent(before, now, words[at] / words[at - 1])
            cells.append(cell)
        click.echo(f"| {stage} | " + " | ".join(cells) + " |")


@click.command()
@click.option("--documents", type=click.IntRange(1), multiple=True, default=(100, 300))
@click.option(
    "--collections",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=SHARED / "corpora",
    help="Folder of packed collections.",
)
def main(documents: Sequence[int], collections: Path) -> None:
    """Measure archives of so many documents, and print two tables."""
    apart = multiprocessing.get_context("spawn")
    found = []
    for count in sorted(set(documents)):
        # An executor tells of a process that died, where a queue would wait for it for ever.
        with ProcessPoolExecutor(1, mp_context=apart) as executor:
            found.append(executor.submit(measure, count, collections).result())
        click.echo(f"{count:,} documents measured", err=True)
    words, cold, entry = zip(*found, strict=True)
    table("from nothing", sorted(set(documents)), words, cold)
    table("one entry added", sorted(set(documents)), words, entry)


if __name__ == "__main__":
    main()
