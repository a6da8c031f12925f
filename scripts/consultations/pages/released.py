"""Pages of editions as they were released, and what editions of today say of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from consultations.english.dates import day
from consultations.model.edition import Passage
from consultations.model.release import ReleasedEdition, ReleasedText
from consultations.model.text import clipped
from consultations.model.text_changes import TextChanges, changes
from consultations.model.word_changes import WordRun, shortened
from consultations.pages.facts import counted, front_matter
from consultations.pages.links import Here, joined, on_page
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown

_SHOWN = 400
"""Code points that are shown of a passage that is new or gone."""

_KEPT = (
    "These are the words as this release had them, kept for whoever cited it. The questions, "
    "quotations and names in them are on the page of the document."
)


def released_path(text: ReleasedText) -> str:
    """Path under docs/ of the page of an edition as it was released."""
    return f"texts/{text.document}/edition-{text.edition}.md"


def release_path(number: str) -> str:
    """Path under docs/ of the page of a release."""
    return f"releases/{number}.md"


def released_page(one: ReleasedEdition, now: ReleasedText | None) -> str:
    """The Markdown of texts/<id>/edition-<number>.md.

    Args:
        one: the edition.
        now: the words of its document today; None where it is in the archive no more.
    """
    text, release = one.text, one.release
    here = Here(released_path(text))
    name = f"Edition {text.edition}"
    description = f"{text.title}: {name.lower()}, of release {release.number}, {day(release.day)}"
    matter = front_matter(f"{text.title} ({name.lower()})", description, kind="released")
    since = changes(text, now) if now is not None else TextChanges()
    marked = dict.fromkeys((id_ for id_, _ in since.changed), "reads otherwise now")
    marked |= dict.fromkeys((passage.id for passage in since.gone), "no longer here")
    of_release = element(
        "a", f"release {release.number}", href=here.to(release_path(release.number))
    )
    kind: Content = [f"{name}, of ", of_release, f", {day(release.day)}"]
    # As on the page of the document, its own title is the heading; what stands above it stays so.
    at = next((n for n, p in enumerate(text.passages) if p.level == 1), None)
    above, below = text.passages[: at or 0], text.passages[0 if at is None else at + 1 :]
    heading = (
        blocks.heading(1, [text.title], {"id": "edition:title"})
        if at is None
        else blocks.heading(1, _content(text.passages[at], marked), {"id": text.passages[at].id})
    )
    drawn = [
        blocks.paragraph(kind, {"class": "kind"}),
        *_draw(above, marked),
        heading,
        *([blocks.paragraph([text.by], {"class": "by"})] if text.by else []),
        blocks.paragraph([*_since(here, text, now), " ", _KEPT], {"class": "making"}),
        *_draw(below, marked),
        *(_what_changed(since, here, now) if since and now else ()),
    ]
    return blocks.page(matter, drawn)


def standing_line(released: Sequence[ReleasedEdition], now: ReleasedText) -> Markdown | None:
    """What the page of a document says of its editions; None where none was released.

    Args:
        released: the editions of the document, from the first to the last.
        now: its words today.
    """
    if not released:
        return None
    here, last = Here(f"texts/{now.document}/index.md"), released[-1]
    link = element("a", f"edition {last.text.edition}", href=here.to(released_path(last.text)))
    where = element(
        "a", f"release {last.release.number}", href=here.to(release_path(last.release.number))
    )
    begun: list[str | Element] = (
        ["Changed since ", link]
        if not last.text.has_words_of(now)
        else [element("a", f"Edition {last.text.edition}", href=here.to(released_path(last.text)))]
    )
    earlier = [
        element("a", f"edition {one.text.edition}", href=here.to(released_path(one.text)))
        for one in reversed(released[:-1])
    ]
    more = [" Earlier: ", *joined(earlier), "."] if earlier else []
    content = [*begun, ", of ", where, f", {day(last.release.day)}.", *more]
    return blocks.paragraph(content, {"class": "editions"})


def change_entries(changed: TextChanges, to: Here, path: str) -> Iterator[Item]:
    """What is different, one entry each: the words as they were struck out, as they are put in.

    Args:
        changed: what is different.
        to: the page that they stand on.
        path: under docs/, of the page on which the passages stand as they are.
    """
    for name, before, after in changed.facts:
        yield Item([f"{name}: ", *_marked((("-", before), ("+", after)))], f"changed:{name}")
    for id_, runs in changed.changed:
        link = element("a", id_, href=to.to(path, id_))
        words = list(_marked(runs)) if any(sign != "=" for sign, _ in runs) else ["drawn otherwise"]
        yield Item([link, ": ", *words], f"changed:{id_}")
    for passage in changed.gone:
        yield Item(
            [f"{passage.id}, gone: ", element("del", clipped(passage.text, _SHOWN))],
            f"changed:{passage.id}",
        )
    for passage in changed.new:
        link = element("a", passage.id, href=to.to(path, passage.id))
        yield Item(
            [link, ", new: ", element("ins", clipped(passage.text, _SHOWN))],
            f"changed:{passage.id}",
        )


def told(changed: TextChanges) -> str:
    """How much is different: `2 passages read otherwise, 1 is gone, 3 are new`."""
    parts = [f"its {name} is another" for name, _, _ in changed.facts]
    for found, one, many in (
        (len(changed.changed), "reads otherwise", "read otherwise"),
        (len(changed.gone), "is gone", "are gone"),
        (len(changed.new), "is new", "are new"),
    ):
        if found:
            parts.append(f"{counted(found, 'passage', 'passages')} {one if found == 1 else many}")
    return ", ".join(parts) or "its passages stand in another order"


def _since(here: Here, then: ReleasedText, now: ReleasedText | None) -> Iterator[str | Element]:
    """A word on what has changed since, with the way there and to the document as it is."""
    if now is None:
        yield "The document is no longer in this archive."
        return
    document = element("a", "the document as it is", href=here.to_passage(now.document))
    if then.has_words_of(now):
        yield from ("Not a word has changed since: see ", document, ".")
        return
    what = element("a", told(changes(then, now)), href=on_page("edition:changes"))
    yield from ("Since then ", what, ": see ", document, ".")


def _what_changed(since: TextChanges, here: Here, now: ReleasedText) -> Iterator[Markdown]:
    yield blocks.heading(2, ["What has changed since"], {"id": "edition:changes"})
    yield blocks.lists(change_entries(since, here, f"texts/{now.document}/index.md"))


def _draw(passages: Sequence[Passage], marked: Mapping[str, str]) -> Iterator[Markdown]:
    """The passages in their order; a link says of one that it reads otherwise now, or is gone."""
    for kind, run in groupby(passages, key=lambda passage: passage.kind):
        # A release keeps a number alone, without the brackets that the source may have around it.
        if kind == "list_item":
            yield blocks.lists(
                Item(
                    _content(p, marked),
                    p.id,
                    p.depth or 1,
                    f"{p.marker}." if p.marker and p.marker.isalnum() else p.marker,
                )
                for p in run
            )
        elif kind == "blockquote":
            yield blocks.quotation([_paragraph(p, marked) for p in run])
        else:
            for passage in run:
                yield from _flow(passage, marked)


def _flow(passage: Passage, marked: Mapping[str, str]) -> Iterator[Markdown]:
    if passage.kind == "heading":
        level = max(2, passage.level or 2)  # the page's own heading is the only one of the first
        yield blocks.heading(level, _content(passage, marked), {"id": passage.id})
    elif passage.kind == "table" and any(passage.rows):
        yield blocks.table(
            [[[cell] if cell else [] for cell in row] for row in passage.rows], passage.id
        )
        if passage.id in marked:
            yield blocks.paragraph([_remark(passage.id, marked)], {})
    else:
        yield _paragraph(passage, marked)


def _paragraph(passage: Passage, marked: Mapping[str, str]) -> Markdown:
    label = [f"{passage.marker} "] if passage.kind == "footnote" and passage.marker else []
    return blocks.paragraph([*label, *_content(passage, marked)], {"id": passage.id})


def _content(passage: Passage, marked: Mapping[str, str]) -> Content:
    if passage.id not in marked:
        return [passage.text]
    return [passage.text, " ", _remark(passage.id, marked)]


def _remark(passage: str, marked: Mapping[str, str]) -> Element:
    """What has become of a passage since, as a link to the words that differ."""
    return element("a", marked[passage], href=on_page(f"changed:{passage}"), class_="since")


def _marked(runs: tuple[WordRun, ...]) -> Iterator[str | Element]:
    """Runs of words, those taken out as struck out, those put in as put in."""
    for n, (sign, words) in enumerate(shortened(runs)):
        if n:
            yield " "
        yield words if sign == "=" else element("del" if sign == "-" else "ins", words)
