"""A citation of what the archive holds, in any style: for the command and for programs' tools."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import click

from consultations import pipeline
from consultations.analysis import joints, tokens
from consultations.data import (
    STYLES,
    Cited,
    Item,
    Transcription,
    at,
    credited,
    document_item,
    markdown,
    passage_of,
    place_in,
    plain_quotation,
    plain_reference,
    quotation,
    reference,
    with_transcription,
    words_of,
)
from consultations.forms import SiteName
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.release import ReleasedEdition, edition_name, text_of
from consultations.model.text import Interval
from consultations.model.voices import OWN
from consultations.pages.indexes.exports import bibtex, csl_json, ris
from consultations.passages import search_passages
from consultations.report import printable
from consultations.settings import Project

_FILES = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}
"""Formats of reference managers, each with the function that writes it."""


@dataclass(frozen=True)
class _Wanted:
    """What of a document is to be cited, and how."""

    passage: str | None
    words: str | None
    style: str
    accessed: date
    site: SiteName

    def address(self, page: str) -> str:
        """The address of a page of the site, or of the passage on it."""
        return f"{self.site.address or ''}{page}{f'#{self.passage}' if self.passage else ''}"


def citation(
    project: Project,
    site: SiteName,
    cited: str,
    passage: str | None,
    words: str | None,
    style: str,
    accessed: date,
    number: int | None = None,
) -> str:
    """The citation of a document, of a passage of it, or of a work, with the line end after it.

    Args:
        project: whose archive.
        site: what it is called, and where it is published.
        cited: id of the document or of the work.
        passage: id of a passage of the document, or one that it had.
        words: of the passage, that are quoted.
        style: one of `CITED_IN`.
        accessed: the day on which it was read.
        number: of an edition of the document that was released; None for the document as it is.

    Raises:
        click.UsageError: there is no such edition or passage, or the words do not stand in it.
        ConsultationsError: there is no such document, or it cannot be read.
    """
    if style not in CITED_IN:
        raise click.UsageError(f"there is no style {style!r}; there are {', '.join(CITED_IN)}")
    authority = pipeline.read_authority(project)
    work = authority.by_id.get(cited)
    if work is not None and work.kind == "work":
        if passage or words or number:
            raise click.UsageError(f"{cited} is a work that is cited, and has no passages here")
        if style in _PLAIN:
            others = ", ".join(one for one in CITED_IN if one not in _PLAIN)
            raise click.UsageError(f"{cited} is a work, which {style} does not cite; use {others}")
        if style in STYLES:
            return _line(reference(work.item, style))
        return _FILES[style]([work.item])
    edition = pipeline.read_one(project, cited)
    released = pipeline.released(project, edition.id)
    wanted = _Wanted(passage, words, style, accessed, site)
    if number is not None:
        return _of_released(_released(released, edition.id, number), edition, authority, wanted)
    return _of_today(edition, released, authority, wanted)


def _of_today(
    edition: Edition, released: Sequence[ReleasedEdition], authority: Authority, wanted: _Wanted
) -> str:
    """A citation of a document as it is.

    Raises:
        click.UsageError: it has no such passage, or the words do not stand in it.
    """
    found = edition.led_to(wanted.passage) if wanted.passage else None
    if wanted.passage and found is None:
        raise click.UsageError(f"{edition.id} has no passage {wanted.passage!r}")
    # An id that the passage had once leads to it, and what is cited is the one that it has now.
    passage, words = found.id if found else None, wanted.words
    wanted = replace(wanted, passage=passage)
    record = edition.source.record
    one = Cited(
        title=record.title,
        by=authority.byline(record),
        date=record.date,
        where=place_in(edition, passage),
        address=wanted.address(f"texts/{edition.id}/"),
        transcription=Transcription(
            wanted.site.name, edition_name(released, text_of(edition, authority))
        ),
        accessed=wanted.accessed,
        voice=_voice(edition, authority, passage, words) if words is not None else OWN,
    )
    pages = edition.source.pages_of(found.source) if found else ()
    return _written(one, document_item(edition, authority), wanted, pages)


def _released(released: Sequence[ReleasedEdition], document: str, number: int) -> ReleasedEdition:
    found = next((one for one in released if one.text.edition == number), None)
    if found is None:
        known = ", ".join(str(one.text.edition) for one in released) or "none"
        raise click.UsageError(f"{document} has no edition {number}; released: {known}")
    return found


def _of_released(
    one: ReleasedEdition, edition: Edition, authority: Authority, wanted: _Wanted
) -> str:
    """A citation of an edition as it was released, with the address at which it stays.

    Raises:
        click.UsageError: it has no such passage, or words are quoted, of which it is not kept whose
            they are.
    """
    text, passage = one.text, wanted.passage
    if passage and passage not in text.by_id:
        raise click.UsageError(f"edition {text.edition} of {edition.id} has no passage {passage!r}")
    if wanted.words is not None:
        raise click.UsageError("whose words are quoted is known of the document as it is only")
    order = text.passages.index(text.by_id[passage]) + 1 if passage else 0
    released = Cited(
        title=text.title,
        by=text.by,
        date=text.date,
        where=f"passage {order} of {len(text.passages)}" if passage else "",
        address=wanted.address(f"texts/{text.document}/edition-{text.edition}/"),
        transcription=Transcription(wanted.site.name, one.name),
        accessed=wanted.accessed,
    )
    item = {**document_item(edition, authority), "title": text.title}
    if wanted.style in _FILES:
        item |= {"id": f"{text.document}-edition-{text.edition}"}
    return _written(released, item, wanted, ())


def _plain(one: Cited, words: str | None, style: str) -> str:
    return "\n".join(map(printable, _PLAIN[style](one, words).split("\n"))) + "\n"


def _in_plain_words(one: Cited, words: str | None) -> str:
    return plain_reference(one) if words is None else plain_quotation(one, words)


_PLAIN: Mapping[str, Callable[[Cited, str | None], str]] = {
    "plain": _in_plain_words,
    "markdown": markdown,
}
"""Formats outside any style guide, each with the function that writes it."""

CITED_IN = (*STYLES, *_PLAIN, *_FILES)
"""The names of every style."""


def _written(one: Cited, item: Item, wanted: _Wanted, pages: Sequence[str]) -> str:
    """The citation in the style that is wanted, with the line end after it.

    Args:
        one: what plain words say.
        item: what styles and other programs say of the document.
        wanted: how it is cited, and what of it.
        pages: those on which what is cited stands, as printed.
    """
    words, style = wanted.words, wanted.style
    if style in _PLAIN:
        return _plain(one, words, style)
    if style in _FILES:
        # Programs that keep references know no words that are quoted, but a note.
        place = words_of(one.voice, one.where) or _sentence(one.where)
        item = passage_of(item, wanted.passage, pages, place, one.transcription)
        return _FILES[style]([at(item, one.address, one.accessed)])
    whole = reference(at(item, one.address, one.accessed), style, "–".join(pages) or None)
    whole = with_transcription(whole, one.transcription)
    if words is None:
        return _line(whole)
    # The words and who is quoted stand before a reference in a style.
    return _line(f"{quotation(words)} {credited(one.voice, whole)}")


def _line(written: str) -> str:
    return printable(written) + "\n"


def _sentence(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def _voice(edition: Edition, authority: Authority, passage: str | None, words: str) -> str | None:
    """Who speaks the quoted words; None where that is not known.

    Raises:
        click.UsageError: no passage is named, or the words do not stand in it.
    """
    found = next((p for p in search_passages([edition], authority) if p.id == passage), None)
    if found is None:
        raise click.UsageError("say with --passage where the words stand")
    start = _place_of(words, found.text) if words.strip() else None
    if start is None:
        raise click.UsageError(
            f"these words do not stand so in {passage}; `consultations quote` says what differs"
        )
    return found.voice_of(start, start + len(words))


def _place_of(words: str, text: str) -> int | None:
    """Where words stand in a text, and begin and end inside no word, number or compound of it."""
    found = list(tokens(text))
    joined = joints(text, found)
    whole: list[Interval] = []
    for n, token in enumerate(found):
        # A joint before a word makes it one with the word before.
        whole.append((whole.pop()[0] if n in joined else token.start, token.end))
    start = text.find(words)
    while start >= 0:
        ends = (start, start + len(words))
        if not any(low < end < high for low, high in whole for end in ends):
            return start
        start = text.find(words, start + 1)
    return None
