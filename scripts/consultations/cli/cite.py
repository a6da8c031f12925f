"""`consultations cite`."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from consultations import intake, pipeline
from consultations.cli.argument import as_text
from consultations.cli.day import today
from consultations.data import STYLES, Item, at, document_item, reference, work_item
from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity
from consultations.pages.indexes.exports import bibtex, csl_json, ris
from consultations.passages import OWN, search_passages
from consultations.publish.site import site_address
from consultations.report import printable
from consultations.settings import find_project

_FILES = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}
"""Formats of programs that keep references, each with what writes it."""


class _QuotedWords(NamedTuple):
    """Words of a passage, and whose they are."""

    words: str
    voice: str | None

    def before(self, written: str) -> str:
        """The words, and who is quoted, before a reference."""
        quoting = "" if self.voice == OWN else f"{self.voice or 'Somebody not named'}, quoted in "
        return f"“{self.words}” {quoting}{written}"


@click.command(
    epilog="Example: consultations cite some-id --passage p4k2m7q --style oscola",
    short_help="Cite a document, a passage or a work in a style.",
)
@click.argument("cited", metavar="ID")
@click.option("--passage", help="The id of a passage of the document, as in its link.")
@click.option("--words", callback=as_text, help="Words of the passage that are quoted.")
@click.option(
    "--style",
    type=click.Choice([*STYLES, *_FILES]),
    default="harvard",
    show_default=True,
    help="How the reference is written.",
)
@click.option(
    "--accessed",
    type=click.DateTime(["%Y-%m-%d"]),
    default=today,
    help="The day on which it was read; today, if nothing is said.",
)
def cite(
    cited: str, passage: str | None, words: str | None, style: str, accessed: datetime
) -> None:
    """Print a reference to ID: a document of the archive, or a work that its documents cite.

    The reference of a passage has its permalink, and the printed page in styles that cite in notes,
    where the file had pages. With --words it says whose they are, where the document quotes them.
    Where mkdocs.yml gives no site_url the address is the one within the site.
    """
    project = find_project(Path.cwd())
    authority = intake.read_authority(project.archive)
    work = authority.by_id.get(cited)
    if work is not None and work.kind == "work":
        if passage or words:
            raise click.UsageError(f"{cited} is a work that is cited, and has no passages here")
        click.echo(_written(work_item(work), style, ()), nl=False)
        return
    edition = pipeline.read_one(project, cited)
    if passage and passage not in edition.by_id:
        raise click.UsageError(f"{edition.id} has no passage {passage!r}")
    quoted = _quoted(edition, authority, passage, words) if words is not None else None
    pages = edition.source.pages_of(edition.by_id[passage].source) if passage else ()
    site = site_address(project)
    if site is None:
        click.echo("mkdocs.yml has no site_url: the address is the one within the site", err=True)
    address = f"{site or ''}texts/{edition.id}/{f'#{passage}' if passage else ''}"
    item = at(document_item(edition, authority), address, accessed.date())
    written = _written(item, style, pages)
    click.echo(quoted.before(written) if quoted else written, nl=False)


def _written(item: Item, style: str, pages: Sequence[str]) -> str:
    """The reference, with the line end after it; pages are those on which what is cited stands."""
    if style in STYLES:
        return printable(reference(item, style, "–".join(pages) or None)) + "\n"
    named = {name: value for name, value in item.items() if name != "id"}
    if pages:
        named["note"] = f"p{'p' if len(pages) > 1 else ''}. {'–'.join(pages)}"
    return _FILES[style]([Entity(item["id"], "work", item["title"], csl=named)])


def _quoted(
    edition: Edition, authority: Authority, passage: str | None, words: str
) -> _QuotedWords:
    """The words that are quoted, and whose they are.

    Raises:
        click.UsageError: no passage is named, or the words do not stand in it.
    """
    found = next((p for p in search_passages([edition], authority) if p.id == passage), None)
    if found is None:
        raise click.UsageError("say with --passage where the words stand")
    start = found.text.find(words)
    if start < 0 or not words.strip():
        raise click.UsageError(
            f"these words do not stand so in {passage}; `consultations quote` says what differs"
        )
    return _QuotedWords(words, found.voice_at(start, start + len(words)))
