"""Quotations by who is quoted, and by document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

from consultations.model.annotation import QuotationKind
from consultations.model.edition import Edition
from consultations.model.entity import Entity
from consultations.pages.facts import UNKNOWN_VOICE, counted, front_matter
from consultations.pages.indexes.paging import MOST_ON_A_PAGE, PagedIndex, by_letter, sheets_of
from consultations.pages.indexes.register import PlacedQuotation, Register
from consultations.pages.indexes.speakers import Speaker, entity_of, quotation_id, speakers
from consultations.pages.links import Here, entity_path, quotations_path
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown

_KINDS: dict[QuotationKind, str] = {
    "respondent": "respondent",
    "participant": "participant",
    "publication": "publication",
    "speech": "speech",
    "unknown": UNKNOWN_VOICE,
    "term": "term or title",
}
"""Who speaks, in words."""

_INTRODUCTION = (
    "Words that documents quote, under whoever said them. Nobody is named who is not named by the "
    "document: an anonymous respondent stays one, and where it cannot be told whose words they "
    "are, that is said."
)
_MOST_DOCUMENTS = 300
"""Documents listed above the quotations themselves."""


class Quotations:
    """The pages of quotations.

    Args:
        register: all editions, read through.
    """

    def __init__(self, register: Register) -> None:
        self._authority = register.authority
        self._quotations = register.quotations
        everybody = speakers(register)
        if sum(len(speaker.quotations) for speaker in everybody) > MOST_ON_A_PAGE:
            everybody = [part for speaker in everybody for part in speaker.parts()]
        self._often = Counter(
            quoted.quotation.speaker
            for quoted in register.quotations
            if quoted.quotation.kind != "term"
        )
        self._index = PagedIndex(
            folder="quotations",
            title="Quotations",
            description="Words that documents quote, by speaker and by document",
            introduction=self._introduction,
            groups=list(
                by_letter(
                    everybody,
                    key=lambda speaker: speaker.sort_name,
                    draw=self._draw,
                    size=lambda speaker: len(speaker.quotations),
                    weight=lambda speaker: speaker.weight,
                )
            ),
        )
        self._places = {
            speaker.entity.id: (sheet.id, speaker.id)
            for group in self._index.groups
            for sheet in sheets_of(group)
            for speaker in sheet.entries
            if isinstance(speaker, Speaker) and speaker.entity and speaker.part == 1
        }

    def pages(self) -> Iterator[tuple[str, str]]:
        """All pages, each with its path under docs/; none where nothing is quoted."""
        if self._quotations:
            yield from self._index.pages()
        if self._by_document is not None:
            yield from self._by_document.pages()
        for edition, run in groupby(self._quotations, key=lambda quoted: quoted.edition):
            here = Here(quotations_path(edition.id))
            yield here.path, self._page(edition, list(run), here)

    def of(self, entity: Entity, here: Here) -> Element | None:
        """How often somebody is quoted, as a link to the quotations; None where never."""
        if entity.id not in self._places:
            return None
        sheet, heading = self._places[entity.id]
        count = counted(self._often[entity.id], "quotation", "quotations")
        return element("a", count, href=here.to(self._index.path_of(sheet), heading))

    @property
    def _documents(self) -> list[tuple[Edition, int]]:
        """The documents that quote, and how often each does."""
        runs = groupby(self._quotations, key=lambda quoted: quoted.edition)
        return [(edition, sum(1 for _ in run)) for edition, run in runs]

    @cached_property
    def _by_document(self) -> PagedIndex | None:
        """The list of documents as an index of its own, where it is too long to stand above."""
        documents = self._documents
        if len(documents) <= _MOST_DOCUMENTS:
            return None
        return PagedIndex(
            folder="quotations/part/documents",
            title="Quotations by document",
            description="Documents that quote, and how often",
            introduction=lambda _: (),
            groups=list(
                by_letter(
                    documents, lambda one: one[0].source.record.title, self._list_of_documents
                )
            ),
        )

    def _introduction(self, here: Here) -> Iterator[Markdown]:
        """What the index is, and how many quotations each document has."""
        yield blocks.paragraph([_INTRODUCTION], {})
        yield blocks.heading(2, ["By document"], {"id": "index:documents"})
        if self._by_document is not None:
            href = here.to(f"{self._by_document.folder}/index.md")
            count = f"{len(self._documents):,} documents that quote"
            yield blocks.paragraph([element("a", count, href=href)], {})
        else:
            yield from self._list_of_documents(self._documents, here)

    def _list_of_documents(
        self, documents: Sequence[tuple[Edition, int]], here: Here
    ) -> Iterator[Markdown]:
        items = []
        for edition, count in documents:
            href = here.to(quotations_path(edition.id))
            link = element("a", edition.source.record.title, href=href)
            items.append(Item([link, f" ({count:,})"], f"in:{edition.id}"))
        yield blocks.lists(items)

    def _draw(self, group: Sequence[Speaker], here: Here) -> Iterator[Markdown]:
        for speaker in group:
            yield blocks.heading(3, self._heading(speaker, here), {"id": speaker.id})
            yield blocks.lists(
                _item(quoted, _with_context(quoted, here)) for quoted in speaker.quotations
            )

    def _heading(self, speaker: Speaker, here: Here) -> Content:
        """The speaker's name; of an anonymous one with the document that alone knows it."""
        if speaker.entity is None:
            title = speaker.quotations[0].edition.source.record.title
            return [speaker.name, ", in ", element("em", title)]
        return [
            element(
                "a", speaker.name, href=here.to(entity_path(speaker.entity.kind, speaker.entity.id))
            )
        ]

    def _page(self, edition: Edition, run: Sequence[PlacedQuotation], here: Here) -> str:
        """The page of one document's quotations."""
        title = edition.source.record.title
        matter = front_matter(f"Quotations in {title}", f"Every quotation in {title}", kind="index")
        to_index = element("a", "Quotations", href=here.to("quotations/index.md"))
        to_text = element("a", "to the text", href=here.to_passage(edition.id))
        count = counted(len(run), "quotation", "quotations")
        return blocks.page(
            matter,
            [
                blocks.paragraph([to_index, " · ", to_text], {"class": "kind"}),
                blocks.heading(1, [title], {"id": "index:title"}),
                blocks.paragraph([f"{count.capitalize()}, in the order of the text."], {}),
                blocks.lists(_item(quoted, self._with_speaker(quoted, here)) for quoted in run),
            ],
        )

    def _with_speaker(self, quoted: PlacedQuotation, here: Here) -> Iterable[str | Element]:
        """The words as a link to their place, and whose they are."""
        href = here.to_passage(quoted.edition.id, quoted.passage.id)
        yield element("a", f"“{quoted.quotation.text.strip()}”", href=href)
        yield " "
        entity = entity_of(quoted, self._authority)
        name = quoted.quotation.attributed_to
        if entity is not None:
            yield element("a", entity.name, href=here.to(entity_path(entity.kind, entity.id)))
        elif name:
            yield name
        yield from _speaker_and_kind(quoted, [", " if entity or name else ""])


def _with_context(quoted: PlacedQuotation, here: Here) -> Iterable[str | Element]:
    """The words, the document, and the whole passage for whoever opens it."""
    q, text = quoted.quotation, quoted.passage.text
    title = quoted.edition.source.record.title
    href = here.to_passage(quoted.edition.id, quoted.passage.id)
    yield f"“{q.text.strip()}” "
    yield from _speaker_and_kind(quoted, [element("a", title, href=href), ", "])
    yield " "
    yield element(
        "details",
        element("summary", "In its passage"),
        text[: q.start],
        element("strong", text[q.start : q.end]),
        text[q.end :],
    )


def _speaker_and_kind(
    quoted: PlacedQuotation, before: Iterable[str | Element]
) -> Iterator[Element]:
    """Who speaks and what sort of quotation it is; the page's filter reads the attributes."""
    kind = _KINDS[quoted.quotation.kind]
    yield Element(
        "span",
        (*before, kind),
        {"class": "of", "data-kind": kind, "data-document": quoted.edition.id},
    )


def _item(quoted: PlacedQuotation, content: Iterable[str | Element]) -> Item:
    return Item(list(content), f"said:{quotation_id(quoted)}")
