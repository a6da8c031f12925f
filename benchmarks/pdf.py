"""How fast PDFs are read, in what memory, and what is found in them, beside other readers.

    .venv/bin/python -m benchmarks.pdf [FILE ...]

Without files, those of ../shared/samples are read. Each reader gets a process of its own for each
file. Peers run where they are on the machine: `pdftotext` on the path, and pymupdf4llm in this
Python or in the one that `--python` names. Neither is installed for this: pymupdf4llm is under the
AGPL, and may be measured but not built upon. Where ../shared/gold-structure has the document, what
is found is told as parts of what there is: headings that come as headings, and notes that come as
notes, told by their first words.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click
import pypdfium2

from consultations.intake.readers import pdf

SHARED = Path(__file__).parent.parent.parent / "shared"
PYMUPDF = (
    "import sys, time; import pymupdf4llm; t = time.process_time(); "
    "made = pymupdf4llm.to_markdown(sys.argv[1]); "
    "sys.stdout.buffer.write(f'{time.process_time() - t}\\n{made}'.encode())"
)
FIRST_WORDS = 5
_WORD = re.compile(r"[^\W_]+")


def one(path: Path) -> None:
    """Read a file with our reader; print the seconds of processor that it took, and the text."""
    start = time.process_time()
    text = pdf.read(path).text
    click.echo(f"{time.process_time() - start}\n{text}")


def readers(python: str) -> Iterator[tuple[str, list[str]]]:
    """The readers that are on this machine: their names and their commands."""
    yield "ours", [sys.executable, "-m", "benchmarks.pdf", "--one"]
    if shutil.which("pdftotext"):
        yield "pdftotext", ["pdftotext", "{}", "-"]
    there = [python, "-c", "import pymupdf4llm"]
    known = subprocess.run(there, capture_output=True, check=False)  # noqa: S603 - named by hand
    if known.returncode == 0:
        yield "pymupdf4llm", [python, "-c", PYMUPDF]


def measured(command: Sequence[str], path: Path) -> tuple[float, float, str]:
    """Seconds of processor, megabytes at the most, and the text that a reader makes of a file."""
    whole = [part.replace("{}", str(path)) for part in command]
    if "{}" not in command:
        whole.append(str(path))
    with subprocess.Popen(  # noqa: S603 - a reader that was found on the machine
        whole, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        told = process.stdout.read().decode("utf-8", "replace") if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    if "{}" not in command and told:
        # Loading the library is no part of reading.
        first, _, told = told.partition("\n")
        seconds = float(first)
    return seconds, usage.ru_maxrss / 1024, told


def key(text: str) -> tuple[str, ...]:
    """The first words of a text, in small letters."""
    return tuple(word.casefold() for word in _WORD.findall(text)[:FIRST_WORDS])


def found(text: str, document: str) -> tuple[str, str]:
    """The headings and the notes that a reader found: of those that there are, or how many."""
    headings = {key(line) for line in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    notes = [key(body) for body in re.findall(r"^\[\^[^\]]+\]: (.*)$", text, re.MULTILINE)]
    gold = SHARED / "gold-structure" / f"{document}.json"
    if not gold.is_file():
        return str(len(headings)), str(len(notes))
    given = json.loads(gold.read_text("utf-8"))
    due = [key(heading["text"]) for heading in given["headings"]]
    called = [key(note["text_begins"]) for note in given.get("footnotes", ())]
    return (
        f"{sum(one in headings for one in due)}/{len(due)}",
        f"{sum(one in notes for one in called)}/{len(called)}",
    )


def tell(
    files: Iterable[Path],
    unit: str,
    amount: Callable[[Path, str], int],
    readers_of: Callable[[Path], Iterable[tuple[str, list[str]]]],
) -> None:
    """Print a table of what each reader takes for each file, and finds in it.

    Args:
        files: what is read.
        unit: of what is read in a second.
        amount: how many of that a file has, by its path and the text that was made of it.
        readers_of: the names and the commands of those that read a file.
    """
    click.echo(f"| file | reader | {unit} a second | memory | letters | headings | notes |")
    click.echo("| --- | --- | --- | --- | --- | --- | --- |")
    for path in files:
        document = path.parent.name if path.stem == "source" else path.stem
        for name, command in readers_of(path):
            seconds, memory, text = measured(command, path)
            headings, notes = found(text, document) if text else ("", "")
            speed = f"{amount(path, text) / seconds:,.0f}" if text else "refused"
            click.echo(
                f"| {document} | {name} | {speed} | {memory:,.0f} MB | {len(text):,}"
                f" | {headings} | {notes} |"
            )


@click.command(help=__doc__)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--python", default=sys.executable, help="A Python that has pymupdf4llm.")
@click.option("--one", "alone", is_flag=True, hidden=True)
def main(files: tuple[Path, ...], python: str, *, alone: bool) -> None:
    """Measure every reader on every file, or read one file with ours."""
    if alone:
        one(files[0])
        return
    chosen = files or sorted(SHARED.glob("samples/*/source.pdf"))
    tell(chosen, "pages", lambda path, _: _pages(path), lambda _: readers(python))


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as opened:
        return len(opened)


if __name__ == "__main__":
    main()
