"""A citation of what the archive holds, in any style: for the command and for programs' tools."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import click

from consultations import data, intake, pipeline
from consultations.data import (
    STYLES,
    Cited,
    Item,
    at,
    credited,
    document_item,
    markdown,
    pages_cited,
    plain_quotation,
    plain_reference,
    quotation,
    reference,
    words_of,
    work_item,
)
from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity
from consultations.model.voices import OWN
from consultations.pages.indexes.exports import bibtex, csl_json, ris
from consultations.passages import search_passages
from consultations.report import printable
from consultations.settings import Project

_FILES = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}
"""Formats of programs that keep references, each with what writes it."""


def citation(
    project: Project,
    site: str | None,
    cited: str,
    passage: str | None,
    words: str | None,
    style: str,
    accessed: date,
) -> str:
    """The citation of a document, of a passage of it, or of a work, with the line end after it.

    Args:
        project: whose archive.
        site: where it is published, with `/` at its end, if that is known.
        cited: id of the document or of the work.
        passage: id of a passage of the document.
        words: of the passage, that are quoted.
        style: one of `CITED_IN`.
        accessed: the day on which it was read.

    Raises:
        click.UsageError: there is no such passage, or the words do not stand in it.
        ConsultationsError: there is no such document, or it cannot be read.
    """
    if style not in CITED_IN:
        raise click.UsageError(f"there is no style {style!r}; there are {', '.join(CITED_IN)}")
    authority = intake.read_authority(project.archive)
    work = authority.by_id.get(cited)
    if work is not None and work.kind == "work":
        if passage or words or style in _PLAIN:
            raise click.UsageError(f"{cited} is a work that is cited, and has no passages here")
        return _written(work_item(work), style, (), "")
    edition = pipeline.read_one(project, cited)
    if passage and passage not in edition.by_id:
        raise click.UsageError(f"{edition.id} has no passage {passage!r}")
    voice = _voice(edition, authority, passage, words) if words is not None else OWN
    address = f"{site or ''}texts/{edition.id}/{f'#{passage}' if passage else ''}"
    one = replace(data.cited(edition, authority, passage, address), voice=voice)
    if style in _PLAIN:
        return "\n".join(map(printable, _PLAIN[style](one, words).split("\n"))) + "\n"
    pages = edition.source.pages_of(edition.by_id[passage].source) if passage else ()
    item = at(document_item(edition, authority), address, accessed)
    written = _written(item, style, pages, words_of(voice, one.where))
    return written if style in _FILES or words is None else _said(words, voice, written)


def _in_plain_words(one: Cited, words: str | None) -> str:
    return plain_reference(one) if words is None else plain_quotation(one, words)


_PLAIN: Mapping[str, Callable[[Cited, str | None], str]] = {
    "plain": _in_plain_words,
    "markdown": markdown,
}
"""Forms that no guide of style prescribes, each with what writes it."""

CITED_IN = (*STYLES, *_PLAIN, *_FILES)
"""The names of every style."""


def _said(words: str, voice: str | None, written: str) -> str:
    """The words and who is quoted, before a reference in a style."""
    return f"{quotation(printable(words))} {credited(voice, written)}"


def _written(item: Item, style: str, pages: Sequence[str], note: str) -> str:
    """The reference, with the line end after it.

    Args:
        item: what is cited.
        style: of `STYLES` or `_FILES`.
        pages: those on which what is cited stands, as printed.
        note: whose words are quoted, for formats that have a field for it.
    """
    if style in STYLES:
        return printable(reference(item, style, "–".join(pages) or None)) + "\n"
    named = {name: value for name, value in item.items() if name != "id"}
    if said := note or pages_cited(pages):
        named["note"] = said
    return _FILES[style]([Entity(item["id"], "work", item["title"], csl=named)])


def _voice(edition: Edition, authority: Authority, passage: str | None, words: str) -> str | None:
    """Whose the words that are quoted are.

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
    return found.voice_of(start, start + len(words))
