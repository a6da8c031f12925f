"""The list of documents: one page, and a page a year where there are many."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from consultations.english.dates import day
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages.facts import byline, chronological, counted, front_matter, responds_to
from consultations.pages.indexes.paging import MOST_ON_A_SHEET, PagedIndex, group_of
from consultations.pages.links import Here
from consultations.pages.writing import blocks
from consultations.pages.writing.content import element
from consultations.pages.writing.markdown import Markdown

_MOST = 300
"""Documents on one page."""
_AN_ENTRY = MOST_ON_A_SHEET // _MOST
"""Code points for which an entry counts, so that a sheet has as many as `_MOST`."""


def catalogue_pages(editions: Sequence[Edition], authority: Authority) -> Iterator[tuple[str, str]]:
    """The Markdown of texts/index.md, and of the pages of years that it leads to."""
    ordered = chronological(editions)
    if len(ordered) <= _MOST:
        yield "texts/index.md", _page(ordered, authority)
        return

    def draw(group: Sequence[Edition], here: Here) -> Iterator[Markdown]:
        drawn = [blocks.loose_item(list(_about(edition, authority, here))) for edition in group]
        yield blocks.section({"class": "catalogue"}, drawn)

    def introduction(here: Here) -> Iterator[Markdown]:
        total = counted(len(editions), "document", "documents").capitalize()
        words = "find them by their words, bodies, years and consultations"
        link = element("a", words, href=here.to("search.md"))
        yield blocks.paragraph([f"{total}, year by year; or ", link, "."], {})

    years = groupby(ordered, key=lambda edition: edition.source.record.date[:4])
    yield from PagedIndex(
        folder="texts",
        title="Documents",
        description="The documents of this archive",
        introduction=introduction,
        groups=[
            group_of(year, year, list(run), draw, weight=lambda _: _AN_ENTRY) for year, run in years
        ],
        most=_MOST,
    ).pages()


def _page(editions: Sequence[Edition], authority: Authority) -> str:
    """All documents on one page."""
    matter = front_matter("Documents", "The documents of this archive", kind="catalogue")
    total = counted(len(editions), "document", "documents")
    intro = f"{total.capitalize()}, from the earliest to the latest."
    here = Here("texts/index.md")
    return blocks.page(
        matter,
        [
            blocks.heading(1, ["Documents"], {"id": "documents"}),
            blocks.paragraph([intro], {}),
            *(blocks.loose_item(list(_about(edition, authority, here))) for edition in editions),
        ],
    )


def _about(edition: Edition, authority: Authority, here: Here) -> Iterator[Markdown]:
    """Date, title, authors, and what sort of document it is, how long, and what it answers."""
    record = edition.source.record
    yield blocks.paragraph([day(record.date)], {"class": "date"})
    title = element("a", record.title, href=here.to_passage(edition.id))
    yield blocks.paragraph([title], {"class": "title"})
    by = byline(edition, authority)
    if by:
        yield blocks.paragraph([by], {"class": "by"})
    work = responds_to(edition, authority)
    length = counted(edition.words, "word", "words")
    about = [record.type.capitalize(), *([f"in response to {work}"] if work else []), length]
    # No line begins with the sign between them.
    yield blocks.paragraph(["\N{NO-BREAK SPACE}· ".join(about)], {"class": "about"})
