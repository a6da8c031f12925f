"""How often the rules mend what is whole, and how fast they are.

    .venv/bin/python -m benchmarks.rules false-repairs [--words N] [--show N]
    .venv/bin/python -m benchmarks.rules speed [--times N ...]

`false-repairs` reads official prose that nothing has damaged, from the packed collections of
../shared/corpora: there a rule that fires is wrong, or mends a slip of the writer's. Every firing
is shown under its rule. Marks of Markdown are not counted: the collections have them.

`speed` runs all rules over the archive's own documents, each as it is and several times over.
"""

import io
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time

import click

from consultations.intake import read_archive, read_authority
from consultations.model.draft import Draft
from consultations.model.emendation import Emendation
from consultations.model.source import Record, Source
from consultations.rules import emend

ROOT = Path(__file__).parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
COLLECTIONS = ("lk-cabinet-decisions", "uk-inquiry-hearings")
MARKUP = {"markup", "list-glyph", "numbering", "rule"}
A_PAGE = 500  # words
AROUND = 30  # code points

_LINK = re.compile(r"`([^`<>]*)<[^<>`]*>`_+")
_RULING = re.compile(r"[=^~*-]{3,}")


def prose(text: str) -> str:
    """A document of a collection without the marks of reStructuredText."""
    unlinked = _LINK.sub(r"\1", text)
    kept = (line for line in unlinked.split("\n") if not line.startswith(".. "))
    return "\n".join(line for line in kept if not _RULING.fullmatch(line))


def documents(collection: str, words: int) -> Iterator[Source]:
    """Documents from all over a collection, about as many words of them as are asked for."""
    with tarfile.open(CORPORA / f"{collection}.tar.xz") as packed:
        names = [name for name in packed.getnames() if "/docs/" in name]
        step = max(1, len(names) // 97)
        order = sorted(range(len(names)), key=lambda i: (i % step, i))
        wanted = {names[i]: place for place, i in enumerate(order)}
        texts: dict[int, tuple[str, str]] = {}
        for member in packed:
            file = packed.extractfile(member) if member.name in wanted else None
            if file is not None:
                text = io.TextIOWrapper(file, encoding="utf-8").read()
                texts[wanted[member.name]] = Path(member.name).stem, prose(text)
    for place in sorted(texts):
        name, text = texts[place]
        record = Record(name, (), None, "2010", "report", None, "", "en-GB", "", None)
        yield Source(name, record, name, None, "0" * 64, text)
        words -= len(text.split())
        if words <= 0:
            return


def shown(source: Source, e: Emendation) -> str:
    """An emendation on one line, with the text round it."""
    before = source.text[max(0, e.start - AROUND) : e.start]
    after = source.text[e.end : e.end + AROUND]
    changed = f"{before}[{e.before}→{e.after}]{after}"
    return f"{source.locate(e.start)} ({e.certainty}) {changed!r}"


@click.group(help=__doc__)
def main() -> None:
    """Run one of the measurements."""


@main.command()
@click.option("--words", default=200_000, show_default=True, help="Of each collection.")
@click.option("--show", default=20, show_default=True, help="Firings of each rule.")
def false_repairs(words: int, show: int) -> None:
    """Show every repair made to prose that needs none, and the rate."""
    if not CORPORA.is_dir():
        raise click.ClickException(f"{CORPORA} is not there; it is no part of the project")
    for collection in COLLECTIONS:
        fired: defaultdict[str, list[str]] = defaultdict(list)
        count = read = 0
        for source in documents(collection, words):
            read += len(source.text.split())
            count += 1
            for e in emend(source).apparatus.emendations:
                if e.kind not in MARKUP and (e.before.strip() or e.after.strip()):
                    fired[f"{e.rule} ({e.kind})"].append(shown(source, e))
        total = sum(map(len, fired.values()))
        pages = max(1, read // A_PAGE)
        click.echo(f"{collection}: {count} documents, {read:,} words, about {pages:,} pages")
        click.echo(f"  {total} repairs: {100_000 * total / read:.1f} in 100,000 words")
        for rule, firings in sorted(fired.items()):
            click.echo(f"  {rule}: {len(firings)}")
            for firing in firings[:show]:
                click.echo(f"    {firing}")


@main.command()
@click.option("--times", type=int, multiple=True, default=(1, 10, 100), show_default=True)
def speed(times: tuple[int, ...]) -> None:
    """Show the processor's seconds, and characters a second, over documents that grow."""
    archive = ROOT / "archive"
    sources = read_archive(archive, read_authority(archive))
    emend(sources[0])  # the dictionaries are read once
    for n in times:
        start, characters = process_time(), 0
        for source in sources:
            longer: Draft = emend(replace(source, text="\n\n".join([source.text] * n)))
            characters += len(longer.source.text)
        seconds = process_time() - start
        click.echo(
            f"{n:>4} times: {characters:>12,} characters {seconds:8.2f} s"
            f" {characters / seconds:>12,.0f} characters a second"
        )


if __name__ == "__main__":
    sys.exit(main())
