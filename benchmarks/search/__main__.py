"""What search costs a reader and a builder, beside its peers on the same passages.

    make benchmark                                    the archive's own documents, and 100 others
    make benchmark DOCUMENTS="0 100 1000 9000"        so many
    .venv/bin/python -m benchmarks.search --help      without setting up

docs/project/benchmarks.md says what is measured, and what was.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from benchmarks.search import archives, reading
from benchmarks.search.build import ENGINES, built, version
from benchmarks.search.report import Measured, table
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
COLLECTIONS = ROOT.parent / "shared" / "corpora"


@click.command()
@click.option(
    "--documents",
    multiple=True,
    type=click.IntRange(0, 10_000),
    default=(0, 100),
    show_default=True,
    help="Of the collections so many; 0: the project's own. May be given again.",
)
@click.option(
    "--quotations",
    type=click.IntRange(3),
    default=30,
    show_default=True,
    help="To ask for; a reader asks for three.",
)
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep here what is built, and take what was built here before.",
)
def main(documents: Sequence[int], quotations: int, keep: Path | None) -> None:
    """Measure search beside Pagefind and Material's own, and print a table for each archive.

    0 and 100 documents take three minutes, 1,000 a quarter of an hour, 9,000 a good hour and 2 GB
    of disk.
    """
    with TemporaryDirectory() as temporary, _browser() as browser:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        site = _site(folder)
        click.echo(_machine(browser))
        others = archives.Collections(COLLECTIONS) if any(documents) else None
        for count in documents:
            _tell(f"{count or 'own'} documents")
            file = folder / f"{count}.jsonl"
            passages = others.part(count) if others and count else archives.own(site.parent)
            archive = archives.put(passages, file, quotations)
            measured = [
                _measured(engine, archive, site, folder / str(count) / engine, browser)
                for engine in ENGINES
            ]
            click.echo(f"\n{table(archive, measured)}")


def _measured(
    engine: str, archive: archives.Archive, site: Path, folder: Path, browser: Browser
) -> Measured:
    """One engine on one archive."""
    _tell(f"  {engine}: building")
    building = built(engine, archive.file, folder)
    costs = reading.Costs()
    if not building.failure:
        _tell(f"  {engine}: asking")
        folders = [folder, site] if engine == "ours" else [folder]
        costs = reading.read(browser, engine, folders, archive.quotations)
    return Measured(version(engine), building, costs, folder, archive.passages)


def _tell(doing: str) -> None:
    """Says what is being done, to somebody who waits for the tables."""
    click.echo(doing, err=True)


def _site(folder: Path) -> Path:
    """This project's site, made of a copy: to build it writes into docs/ as well."""
    project = folder / "project"
    if not (project / "site").is_dir():
        _tell("building the site")
        shutil.rmtree(project, ignore_errors=True)
        for name in ("archive", "docs"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "mkdocs.yml", project)
        command = Path(sys.executable).with_name("consultations")
        subprocess.run(  # noqa: S603 (our own)
            [command, "build"], cwd=project, stdout=subprocess.DEVNULL, check=True
        )
    return project / "site"


@contextmanager
def _browser() -> Iterator[Browser]:
    """A headless Chromium, the one that the tests drive."""
    found = subprocess.run(  # noqa: S603 (our own)
        [ROOT / "tools/browser"], stdout=subprocess.PIPE, text=True, check=True
    )
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=["--no-sandbox"]
        ) as browser,
    ):
        yield browser


def _machine(browser: Browser) -> str:
    """What the figures were measured on."""
    return (
        f"Python {platform.python_version()}, Chromium {browser.version}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} at the start"
    )


if __name__ == "__main__":
    main()
