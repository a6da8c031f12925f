"""The list of documents, as a page and as data."""

from collections.abc import Iterable, Sequence

from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages.body import paragraphs
from consultations.pages.facts import byline, counted, day, front_matter, responds_to
from consultations.pages.markup import Html, element, lines, opening, text


def chronological(editions: Iterable[Edition]) -> list[Edition]:
    """The editions from the earliest to the latest; those of one date by their ids."""
    return sorted(editions, key=lambda e: (e.source.record.date, e.id))


def catalogue_page(editions: Sequence[Edition], authority: Authority) -> str:
    """The Markdown of texts/index.md."""
    items = [_entry(edition, authority) for edition in chronological(editions)]
    total = counted(len(items), "document", "documents")
    blocks = [
        opening("div", class_="catalogue"),
        element("h1", text("Documents")),
        element("p", text(f"{total.capitalize()}, from the earliest to the latest.")),
        element("ol", Html("\n"), lines(items), Html("\n"), class_="documents"),
        Html("</div>"),
    ]
    return f"{front_matter('Documents', 'The documents of this archive')}\n{paragraphs(blocks)}\n"


def _entry(edition: Edition, authority: Authority) -> Html:
    record = edition.source.record
    date = element("time", text(day(record.date)), datetime=record.date)
    link = element("a", element("bdi", text(record.title)), href=f"{edition.id}/")
    length = counted(edition.words, "word", "words")
    by = text(byline(edition, authority))
    work = responds_to(edition, authority)
    about = [record.type.capitalize(), *([f"in response to {work}"] if work else []), length]
    return element(
        "li",
        date,
        element("p", link, class_="title"),
        element("p", by, class_="by") if by else Html(""),
        element("p", text(" · ".join(about)), class_="about"),
    )
