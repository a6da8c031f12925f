"""The page of an edition: what it is, its text, its notes."""

from collections.abc import Iterable, Iterator

from consultations.english.dates import day
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages.edition.answering import Answering
from consultations.pages.edition.body import Body
from consultations.pages.edition.marks import Marks
from consultations.pages.facts import byline, counted, front_matter, name_of, published_name
from consultations.pages.links import Here, entity_path, joined, on_page
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Element, element
from consultations.pages.writing.markdown import Markdown

_ORIGIN = "edition:origin"


def reading_page(
    edition: Edition,
    authority: Authority,
    known: frozenset[str],
    foot: Iterable[Markdown],
    standing: Markdown | None,
    version: str,
) -> str:
    """The Markdown of texts/<id>/index.md.

    Args:
        edition: the edition.
        authority: names of the bodies and consultations that its record refers to.
        known: `edition-id` and `edition-id#passage-id` of all that a cross-reference can lead to.
        foot: what stands below the text and its notes.
        standing: what is said of its editions, where one was released.
        version: what a reference calls the edition.
    """
    record = edition.source.record
    by = byline(edition, authority)
    kind = f"{record.type}{f' by {by}' if by else ''}, {day(record.date)}"
    description = f"{record.title}: {kind}"
    matter = front_matter(
        record.title,
        description,
        kind="edition",
        edition=edition.id,
        language=record.language,
        authors=record.authors,
        body=name_of(record.organisation, authority) if record.organisation else "",
        date=record.date,
        version=version,
    )
    marks, answering = Marks(edition, authority, known), Answering(edition, authority)
    body = _blocks(edition, authority, Body(edition, marks, answering), standing)
    return blocks.page(matter, [*body, *_origin(edition, version), *foot])


def _blocks(
    edition: Edition, authority: Authority, body: Body, standing: Markdown | None
) -> Iterator[Markdown]:
    """All blocks of the page, under the document's own title where there is one.

    What the document has above its title stands above it here.
    """
    record, passages = edition.source.record, edition.passages
    title = next((n for n, p in enumerate(passages) if p.kind == "heading" and p.level == 1), None)
    yield from _by(edition, authority)
    if title is None:
        yield blocks.heading(1, [record.title], {"id": "edition:title"})
    # As printed: a document may have a series or a date above its title.
    else:
        yield from body.draw(passages[:title])
        yield body.heading(passages[title])
    kind = f"{record.type.capitalize()} · {day(record.date)}"
    yield blocks.paragraph([kind], {"class": "kind"})
    yield from _facts(edition, authority)
    if standing is not None:
        yield standing
    yield from body.lost_after(None)
    if title is not None:
        yield from body.lost_after(passages[title].id)
    yield from body.draw(passages if title is None else passages[title + 1 :])
    yield from body.notes()
    yield from body.gone()


def _by(edition: Edition, authority: Authority) -> Iterator[Markdown]:
    """Who speaks, where that is known."""
    record, here = edition.source.record, Here(f"texts/{edition.id}/index.md")
    body = [_named(record.organisation, authority, here)] if record.organisation else []
    by = list(joined([*record.authors, *body]))
    if by:
        yield blocks.paragraph(by, {"class": "by"})


def _facts(edition: Edition, authority: Authority) -> Iterator[Markdown]:
    """What it responds to, and what has been done to its words."""
    record, here = edition.source.record, Here(f"texts/{edition.id}/index.md")
    if record.responds_to:
        work = element("em", _named(record.responds_to, authority, here))
        yield blocks.paragraph(["In response to ", work], {"class": "answers"})
    yield _making(edition)


def _named(id_: str, authority: Authority, here: Here) -> str | Element:
    """The name of an entity, as a link to its page where the authorities know it."""
    entity = authority.by_id.get(id_)
    if entity is None:
        return id_
    return element("a", entity.name, href=here.to(entity_path(entity.kind, id_)))


def _making(edition: Edition) -> Markdown:
    """What has been done to the text, where all of it can be seen, and who owns the text."""
    source, here = edition.source, Here(f"texts/{edition.id}/index.md")
    state = ", ".join(_state(edition))
    state = state[0].upper() + state[1:]
    # A page that says that there is nothing to see is not worth the way.
    is_untouched = not edition.emendations and not edition.gaps
    apparatus = Here("index.md").to("apparatus.md")
    changed: list[str | Element] = [
        state if is_untouched else element("a", state, href=apparatus),
        ". ",
        element("a", "Origin and rights", href=on_page(_ORIGIN)),
        ". To download: ",
    ]
    named = [("the source", source.file), ("its transcript", source.transcript)]
    files = [
        element("a", name, href=Here("index.md").to(published_name(file)))
        for name, file in named
        if file
    ]
    data = element("a", "the data", href=here.to(f"data/editions/{edition.id}.json"))
    return blocks.paragraph([*changed, *joined([*files, data]), "."], {"class": "making"})


def _state(edition: Edition) -> Iterator[str]:
    """How much was changed, how much of that is doubtful or the editor's, and what is lost."""
    emendations = edition.emendations
    yield counted(len(emendations), "emendation", "emendations")
    probable = sum(e.certainty == "probable" for e in emendations)
    if probable:
        yield f"{probable:,} of them probable"
    corrected = sum(e.by == "editor" for e in emendations)
    if corrected:
        yield f"{corrected:,} by the editor"
    yield counted(len(edition.gaps), "known gap", "known gaps")


def _origin(edition: Edition, version: str) -> Iterator[Markdown]:
    """Where the text comes from, who converted it, how to cite it, and who owns it."""
    record = edition.source.record
    yield blocks.heading(2, ["About this text"], {"id": _ORIGIN})
    converter = record.converter or "not known"
    told = f"{record.provenance.strip()}\nConverter: {converter}."
    yield blocks.paragraph([told], {"class": "origin"})
    # Whoever has an old reference can see here whether the words are still those.
    cited = f"Cited as transcription, {version}. The letters and digits change with its words."
    yield blocks.paragraph([cited], {"class": "origin"})
    yield blocks.paragraph([record.rights], {"class": "rights"})
