"""How much of what stands in documents is found, and how much of what is told is right.

    .venv/bin/python -m benchmarks.quality
    .venv/bin/python -m benchmarks.quality --gold GOLD [--editions EDITIONS --sources ARCHIVE]
    .venv/bin/python -m benchmarks.quality --between COMMIT COMMIT

Precision and recall are printed for each kind, over the documents of tests/corpus; with `--gold`
over those of the archive for which a folder has gold, or over a folder of editions. Where gold does
not list every case of a kind, there is no precision. What gold may hold is told in
docs/project/benchmarks.md.

`--between` tells every annotation that was gained and lost from one commit to another, with its
words, over the documents that both have.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from benchmarks.quality import structure, voices
from benchmarks.quality.agreement import Agreement
from benchmarks.quality.changes import between
from benchmarks.quality.documents import of_archive, of_corpus, of_folder
from benchmarks.quality.material import Material

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "docs" / "data" / "quality.json"
COMMAND = "python -m benchmarks.quality --write"

KINDS: Mapping[str, voices.Kind] = {
    "headings": structure.headings,
    "heading levels": structure.levels,
    "notes": structure.notes,
    "questions": structure.questions,
    "tables": structure.tables,
    "lists": structure.lists,
    "paragraphs": structure.paragraphs,
    "authors' slips": structure.slips,
    "quotations": voices.quotations,
    "speakers": voices.speakers,
    "citations": voices.citations,
    "references": voices.references,
    "links": voices.links,
    "gaps": voices.gaps,
    "cross-references": voices.cross_references,
    "organisations": voices.organisations,
    "people": voices.people,
    "works": voices.works,
}
"""What is measured, in the order in which it is printed."""


def measured(documents: Iterable[Material]) -> dict[str, Agreement]:
    """The agreement on each kind that any of the documents has gold for."""
    total = dict.fromkeys(KINDS, Agreement())
    for material in documents:
        for name, kind in KINDS.items():
            total[name] += kind(material)
    return {name: one for name, one in total.items() if one.wanted or one.told}


def figures(total: Mapping[str, Agreement]) -> str:
    """The figures as data, for the site."""
    kinds = [
        {
            "kind": name,
            "found": one.found,
            "wanted": one.wanted,
            "right": one.right,
            "told": one.told,
        }
        for name, one in total.items()
    ]
    data = {"over": "tests/corpus", "command": COMMAND, "kinds": kinds}
    return json.dumps(data, indent=1) + "\n"


@click.command(help=__doc__)
@click.option("--gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--editions", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--sources",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=ROOT / "archive",
    help="Folder that the editions' `source.file` is relative to.",
)
@click.option("--between", "commits", nargs=2, metavar="COMMIT COMMIT")
@click.option("--show", default=0, help="So many misses of each kind.")
@click.option("--write", is_flag=True, help="Keep the figures over tests/corpus for the site.")
def main(
    *,
    gold: Path | None,
    editions: Path | None,
    sources: Path,
    commits: tuple[str, str] | None,
    show: int,
    write: bool,
) -> None:
    """Print the figures."""
    if commits:
        for line in between(ROOT, *commits):
            click.echo(line)
        return
    if editions and gold is None:
        raise click.UsageError("--editions needs --gold, a folder with a file for each of them")
    if gold is None:
        total = measured(of_corpus())
    elif editions:
        total = measured(of_folder(editions, gold, sources))
    else:
        total = measured(of_archive(ROOT, gold))
    _tell(total, show)
    if write:
        FIGURES.write_text(figures(total), encoding="utf-8")


def _tell(total: Mapping[str, Agreement], show: int) -> None:
    click.echo(f"{'':18}{'recall':>20}{'precision':>20}")
    for name, one in total.items():
        precision = _share(one.right, one.told) if one.told is not None else "not known"
        click.echo(f"{name:18}{_share(one.found, one.wanted):>20}{precision:>20}")
        for sign, told in (("missed", one.missed), ("wrong", one.wrong)):
            for line in told[:show]:
                click.echo(f"    {sign}: {' '.join(line.split())[:110]}")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:7.1%}" if whole else "none"


if __name__ == "__main__":
    main()
