"""The list of documents, as a page and as data."""

from collections.abc import Iterable, Iterator, Sequence

from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages import blocks
from consultations.pages.content import element
from consultations.pages.facts import byline, counted, day, front_matter, responds_to
from consultations.pages.links import Here
from consultations.pages.markdown import Markdown


def chronological(editions: Iterable[Edition]) -> list[Edition]:
    """The editions from the earliest to the latest; those of one date by their ids."""
    return sorted(editions, key=lambda e: (e.source.record.date, e.id))


def catalogue_page(editions: Sequence[Edition], authority: Authority) -> str:
    """The Markdown of texts/index.md."""
    matter = front_matter("Documents", "The documents of this archive", kind="catalogue")
    total = counted(len(editions), "document", "documents")
    intro = f"{total.capitalize()}, from the earliest to the latest."
    entries = (_entry(edition, authority) for edition in chronological(editions))
    return blocks.page(
        matter,
        [
            blocks.heading(1, ["Documents"], {"id": "documents"}),
            blocks.paragraph([intro], {}),
            *entries,
        ],
    )


def _entry(edition: Edition, authority: Authority) -> Markdown:
    return blocks.loose_item(list(_about(edition, authority)))


def _about(edition: Edition, authority: Authority) -> Iterator[Markdown]:
    """Date, title, authors, and what sort of document it is, how long, and what it answers."""
    record = edition.source.record
    yield blocks.paragraph([day(record.date)], {"class": "date"})
    title = element("a", record.title, href=Here("texts/index.md").to_passage(edition.id))
    yield blocks.paragraph([title], {"class": "title"})
    by = byline(edition, authority)
    if by:
        yield blocks.paragraph([by], {"class": "by"})
    work = responds_to(edition, authority)
    length = counted(edition.words, "word", "words")
    about = [record.type.capitalize(), *([f"in response to {work}"] if work else []), length]
    yield blocks.paragraph([" · ".join(about)], {"class": "about"})
