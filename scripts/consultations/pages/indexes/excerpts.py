"""Passages of editions on other pages: excerpts of them, and passages in full."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from consultations.english.dates import day
from consultations.model.edition import Edition, Passage
from consultations.model.text import Interval
from consultations.pages.indexes.register import Appearance
from consultations.pages.links import Here
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Attributes, Content, Element, Span, element, weave
from consultations.pages.writing.markdown import Markdown

AROUND = 90
"""How many code points of a passage are shown to either side of the words that matter."""
_MOST_OF_A_HEADING = 80
"""Code points; a heading may be a whole question."""
_ELLIPSIS = "…"


def excerpt(appearance: Appearance, here: Here) -> Content:
    """The words that matter, as links to their passage, with what stands around them."""
    text = appearance.passage.text
    href = here.to_passage(appearance.edition.id, appearance.passage.id)
    content: list[str | Element] = []
    at = 0
    for window_start, window_end, stretches in _windows(text, appearance.stretches):
        if window_start > 0:
            # Between two windows the blank before the ellipsis was cut off with the first one.
            content.append(f"{_ELLIPSIS} " if not content else f" {_ELLIPSIS} ")
        at = window_start
        for start, end in stretches:
            content += [text[at:start], element("a", text[start:end], href=href)]
            at = end
        content.append(text[at:window_end])
        at = window_end
    return [*content, *([f" {_ELLIPSIS}"] if at < len(text) else [])]


def by_document(
    appearances: Iterable[Appearance], here: Here, level: int = 2
) -> Iterator[Markdown]:
    """Titles of documents, each with an excerpt of every appearance in it, in the order given.

    Args:
        appearances: those of one document together.
        here: the page.
        level: of the titles as headings.
    """
    for edition, run in groupby(appearances, key=lambda appearance: appearance.edition):
        yield _document_heading(edition, here, level)
        yield blocks.lists(
            Item(
                [*excerpt(appearance, here), *_where(appearance)],
                f"{edition.id}:{appearance.passage.id}",
            )
            for appearance in run
        )


def _where(appearance: Appearance) -> Iterator[str | Element]:
    """The heading over a passage, its beginning where it is long.

    Which passage it is, by number, is told where one reads it: here a passage more or less would
    change every page after it.
    """
    if not appearance.passage.section:
        return
    heading = appearance.edition.by_id[appearance.passage.section[-1]].text
    if len(heading) > _MOST_OF_A_HEADING:
        heading = f"{heading[:_MOST_OF_A_HEADING].rpartition(' ')[0]} {_ELLIPSIS}"
    yield " "
    yield element("span", heading, class_="of")


def _document_heading(edition: Edition, here: Here, level: int) -> Markdown:
    """The title of a document, with its date, as the heading of what is taken from it."""
    record = edition.source.record
    link = element("a", record.title, href=here.to_passage(edition.id))
    date = day(record.date)
    # The outline of a page has no smaller type that tells a title from its date.
    outline: Attributes = {"id": f"in:{edition.id}", "data-toc-label": f"{record.title} ({date})"}
    return blocks.heading(level, [link, " ", element("span", date, class_="of")], outline)


def in_full(edition: Edition, passages: Iterable[Passage], here: Here) -> Iterator[Markdown]:
    """Passages with all their words, each with a link to where it stands."""
    for kind, run in groupby(passages, key=lambda passage: passage.kind):
        if kind == "list_item":
            yield blocks.lists(_item(edition, passage, here) for passage in run)
        else:
            for passage in run:
                yield from _block(edition, passage, here)


def _block(edition: Edition, passage: Passage, here: Here) -> Iterator[Markdown]:
    """A passage that is no list item, in the form of its kind; headings all at the third level."""
    attributes: Attributes = {"id": _id(edition, passage)}
    if passage.kind == "table" and passage.cell is None:
        rows: list[list[Content]] = [[[cell] for cell in row] for row in passage.rows]
        yield blocks.table(rows, _id(edition, passage))
        yield blocks.paragraph([_to_place(edition, passage, here)], {})
    elif passage.kind == "heading":
        outline: Attributes = {"data-toc-label": passage.text}
        yield blocks.heading(3, _words(edition, passage, here), {**attributes, **outline})
    elif passage.kind == "blockquote":
        yield blocks.quotation([blocks.paragraph(_words(edition, passage, here), attributes)])
    else:
        yield blocks.paragraph(_words(edition, passage, here), attributes)


def _item(edition: Edition, passage: Passage, here: Here) -> Item:
    marker = f"{passage.marker}." if passage.marker else None
    content = _words(edition, passage, here)
    return Item(content, _id(edition, passage), passage.depth or 1, marker)


def _words(edition: Edition, passage: Passage, here: Here) -> Content:
    """The text with its author's emphasis, and the link to where it stands."""
    spans = [Span(e.start, e.end, 1, e.kind) for e in passage.emphasis]
    return [*weave(passage.text, spans, ()), " ", _to_place(edition, passage, here)]


def _to_place(edition: Edition, passage: Passage, here: Here) -> Element:
    return element(
        "a",
        "¶",
        class_="place",
        href=here.to_passage(edition.id, passage.id),
        aria_label="This passage in its document",
    )


def _id(edition: Edition, passage: Passage) -> str:
    return f"{edition.id}:{passage.id}"


def _windows(
    text: str, stretches: Sequence[Interval]
) -> Iterator[tuple[int, int, Sequence[Interval]]]:
    """Pieces of a text around stretches of it, ending between words; those that meet as one."""
    held: list[Interval] = []
    window = (0, 0)
    for stretch in stretches:
        start, end = _window(text, stretch)
        if held and start <= window[1]:
            window = (window[0], max(window[1], end))
        else:
            if held:
                yield *window, held
            held, window = [], (start, end)
        held.append(stretch)
    if held:
        yield *window, held


def _window(text: str, stretch: Interval) -> Interval:
    """A stretch with what stands around it, cut between two words and never inside the stretch."""
    start, end = max(0, stretch[0] - AROUND), min(len(text), stretch[1] + AROUND)
    if start > 0:
        blank = text.find(" ", start, stretch[0])
        start = blank + 1 if blank >= 0 else stretch[0]
    if end < len(text):
        blank = text.rfind(" ", stretch[1], end)
        end = blank if blank >= 0 else stretch[1]
    return start, end
