"""The page of an edition: what it is, its text, its notes."""

from collections.abc import Iterator

from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages.body import Body, paragraphs
from consultations.pages.facts import (
    byline,
    counted,
    day,
    front_matter,
    published_name,
    responds_to,
)
from consultations.pages.markup import Html, element, lines, opening, text


def reading_page(edition: Edition, authority: Authority, known: frozenset[str]) -> str:
    """The Markdown of texts/<id>/index.md.

    Everything is HTML inside one element: Python-Markdown passes such a block through as it
    stands, so that nothing in a document can be read as markup, and in time that grows with the
    document's length. (An escaped `[` costs it time with the square of their number.)

    Args:
        edition: the edition.
        authority: names of the bodies and consultations that its record refers to.
        known: `edition-id` and `edition-id#passage-id` of all that a cross-reference can lead to.
    """
    body = Body(edition, known)
    passages = edition.passages
    record = edition.source.record
    if passages and passages[0].kind == "heading" and passages[0].level == 1:
        title, passages = body.heading(passages[0]), passages[1:]
        lost = body.lost_after(edition.passages[0].id)
    else:
        title, lost = element("h1", text(record.title)), iter(())
    head = element(
        "header", Html("\n"), lines(_head(edition, authority, title)), Html("\n"), class_="head"
    )
    blocks = paragraphs(
        [
            opening("div", class_="edition", data_edition=edition.id, lang=record.language),
            head,
            *body.lost_after(None),
            *lost,
            body.draw(passages),
            body.notes(),
            Html("</div>"),
        ]
    )
    by = byline(edition, authority)
    description = f"{record.type.capitalize()}{f' by {by}' if by else ''}, {day(record.date)}"
    return f"{front_matter(record.title, description)}\n{blocks}\n"


def _head(edition: Edition, authority: Authority, title: Html) -> Iterator[Html]:
    record = edition.source.record
    by = byline(edition, authority)
    date = element("time", text(day(record.date)), datetime=record.date)
    kind = Html(f"{text(record.type.capitalize())} · {date}")
    yield element("p", kind, class_="kind")
    yield title
    if by:
        yield element("p", text(by), class_="by")
    work = responds_to(edition, authority)
    if work:
        yield element("p", Html(f"In response to {element('cite', text(work))}"))
    yield element("p", _making(edition), class_="making")
    yield element("p", _rights(edition), class_="rights")


def _making(edition: Edition) -> Html:
    """What has been done to the text, and where to see all of it."""
    source = edition.source
    converter = f" (made by {source.record.converter})" if source.record.converter else ""
    emended = counted(len(edition.emendations), "emendation", "emendations")
    lost = counted(len(edition.gaps), "known gap", "known gaps")
    apparatus = element("a", text(f"{emended}, {lost}"), href="apparatus/")
    files = [element("a", text("the source"), href=published_name(source.file))]
    if source.transcript:
        href = published_name(source.transcript)
        files.append(element("a", text("its transcript"), href=href))
    files.append(element("a", text("the data"), href=f"../../data/editions/{edition.id}.json"))
    return Html(
        f"Transcribed from a converted copy{text(converter)} and edited by rules: {apparatus}. "
        f"To download: {', '.join(files)}."
    )


def _rights(edition: Edition) -> Html:
    return text(edition.source.record.rights)
