"""How fast Word files and saved pages are read, in what memory, and what is found, beside others.

    .venv/bin/python -m benchmarks.documents [FILE ...]

Without files, those of ../shared/samples are read. Each reader gets a process of its own for each
file. Peers run where they are: pandoc on the path; mammoth, and markdownify over the whole page, in
this Python or in the one that `--python` names. A second of processor is told as characters of the
text that a reader makes. What is found is told as `benchmarks.pdf` tells it.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
from benchmarks.pdf import SHARED, tell

from consultations.intake.readers import FileKind, docx, html, kind_of

_TIMED = (
    "t = time.process_time(); made = {}; "
    "sys.stdout.buffer.write(f'{{time.process_time() - t}}\\n{{made}}'.encode())"
)
PEERS = {
    "docx": {
        "mammoth": "import sys, time, mammoth; file = open(sys.argv[1], 'rb'); "
        + _TIMED.format("mammoth.convert_to_markdown(file).value")
    },
    "html": {
        "markdownify": "import sys, time, markdownify; data = open(sys.argv[1], 'rb').read(); "
        + _TIMED.format("markdownify.markdownify(data.decode('utf-8', 'replace'))")
    },
}
"""By the kind of a file: libraries, and what Python is to do with each."""


def one(path: Path) -> None:
    """Read a file with our reader; print the seconds of processor that it took, and the text."""
    reader = docx if kind_of(path) == "docx" else html
    start = time.process_time()
    text = reader.read(path).text
    click.echo(f"{time.process_time() - start}\n{text}")


def readers(kind: FileKind, python: str) -> Iterator[tuple[str, list[str]]]:
    """The readers of a kind that are on this machine: their names and their commands."""
    yield "ours", [sys.executable, "-m", "benchmarks.documents", "--one"]
    if shutil.which("pandoc"):
        yield "pandoc", ["pandoc", "--to", "markdown", "{}"]
    for name, script in PEERS[kind].items():
        there = [python, "-c", f"import {name}"]
        known = subprocess.run(there, capture_output=True, check=False)  # noqa: S603 - named by hand
        if known.returncode == 0:
            yield name, [python, "-c", script]


@click.command(help=__doc__)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--python", default=sys.executable, help="A Python that has the peers.")
@click.option("--one", "alone", is_flag=True, hidden=True)
def main(files: tuple[Path, ...], python: str, *, alone: bool) -> None:
    """Measure every reader on every file, or read one file with ours."""
    if alone:
        one(files[0])
        return
    samples = (*SHARED.glob("samples/*/source.docx"), *SHARED.glob("samples/*/source.html"))
    tell(
        files or sorted(samples),
        "characters",
        lambda _, text: len(text),
        lambda path: readers(kind_of(path), python),
    )


if __name__ == "__main__":
    main()
