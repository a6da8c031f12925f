"""The page of an edition: what it is, its text, its notes."""

from collections.abc import Iterable, Iterator

from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages import blocks
from consultations.pages.body import Body
from consultations.pages.content import Element, element
from consultations.pages.facts import (
    byline,
    counted,
    day,
    front_matter,
    name_of,
    published_name,
    responds_to,
)
from consultations.pages.links import Here
from consultations.pages.markdown import Markdown
from consultations.pages.marks import Marks


def reading_page(
    edition: Edition, authority: Authority, known: frozenset[str], foot: Iterable[Markdown]
) -> str:
    """The Markdown of texts/<id>/index.md.

    Args:
        edition: the edition.
        authority: names of the bodies and consultations that its record refers to.
        known: `edition-id` and `edition-id#passage-id` of all that a cross-reference can lead to.
        foot: what stands below the text and its notes.
    """
    record = edition.source.record
    by = byline(edition, authority)
    description = f"{record.type.capitalize()}{f' by {by}' if by else ''}, {day(record.date)}"
    matter = front_matter(
        record.title,
        description,
        kind="edition",
        edition=edition.id,
        language=record.language,
        authors=record.authors,
        body=name_of(record.organisation, authority) if record.organisation else "",
        date=record.date,
    )
    body = _blocks(edition, authority, Body(edition, Marks(edition, authority, known)))
    return blocks.page(matter, [*body, *foot])


def _blocks(edition: Edition, authority: Authority, body: Body) -> Iterator[Markdown]:
    """All that stands on the page. Its heading is the document's own title, where there is one.

    What the document has above its title stands above it here.
    """
    record, passages = edition.source.record, edition.passages
    title = next((n for n, p in enumerate(passages) if p.kind == "heading" and p.level == 1), None)
    kind = f"{record.type.capitalize()} · {day(record.date)}"
    yield blocks.paragraph([kind], {"class": "kind"})
    if title is None:
        yield blocks.heading(1, [record.title], {"id": "edition:title"})
    else:
        yield from body.draw(passages[:title])
        yield body.heading(passages[title])
    yield from _facts(edition, authority)
    yield from body.lost_after(None)
    if title is not None:
        yield from body.lost_after(passages[title].id)
    yield from body.draw(passages if title is None else passages[title + 1 :])
    yield from body.notes()
    yield from body.gone()


def _facts(edition: Edition, authority: Authority) -> Iterator[Markdown]:
    """Who speaks, to what, whose the words are, and what has been done to them."""
    by = byline(edition, authority)
    if by:
        yield blocks.paragraph([by], {"class": "by"})
    work = responds_to(edition, authority)
    if work:
        yield blocks.paragraph(["In response to ", element("em", work)], {"class": "answers"})
    yield _making(edition)
    yield blocks.paragraph([edition.source.record.rights], {"class": "rights"})


def _making(edition: Edition) -> Markdown:
    """What has been done to the text, and where to see all of it."""
    source, here = edition.source, Here("index.md")
    converter = f" (made by {source.record.converter})" if source.record.converter else ""
    emended = counted(len(edition.emendations), "emendation", "emendations")
    lost = counted(len(edition.gaps), "known gap", "known gaps")
    files: list[str | Element] = [
        element("a", "the source", href=here.to(published_name(source.file)))
    ]
    if source.transcript:
        href = here.to(published_name(source.transcript))
        files += [", ", element("a", "its transcript", href=href)]
    data = Here(f"texts/{edition.id}/index.md").to(f"data/editions/{edition.id}.json")
    content = [
        f"Transcribed from a converted copy{converter} and edited by rules: ",
        element("a", f"{emended}, {lost}", href=here.to("apparatus.md")),
        ". To download: ",
        *files,
        ", ",
        element("a", "the data", href=data),
        ".",
    ]
    return blocks.paragraph(content, {"class": "making"})
