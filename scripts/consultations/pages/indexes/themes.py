"""Themes: the questions that each joins, and the passages that its query finds."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from consultations.english.dates import day
from consultations.model.edition import Edition
from consultations.model.entity import Theme, ThemesFound
from consultations.pages.facts import byline, counted, front_matter
from consultations.pages.indexes.asked.answers import Asked
from consultations.pages.indexes.asked.askers import Askers
from consultations.pages.indexes.excerpts import by_document
from consultations.pages.indexes.register import Appearance, Register
from consultations.pages.links import COMPARE, SEARCH, Here, theme_path
from consultations.pages.question_words import STATES
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown

_INTRODUCTION = (
    "Subjects on which an editor of this archive sees documents speak to each other. These are the "
    "editor’s judgements, each with its reason; no document says so itself. A theme joins "
    "questions of different consultations, and has a query that finds passages in all documents."
)
_MOST_PASSAGES = 400
"""Passages that a page shows. Of a theme with more, search shows those of each document."""


class Themes:
    """The index of themes, and a page for each that has something to show.

    Args:
        register: all editions, read through.
        askers: the questions with their answers.
        found: what the queries of the themes find.
    """

    def __init__(self, register: Register, askers: Askers, found: ThemesFound) -> None:
        self._askers = askers
        self._appearances = appearances(register, found)
        self.shown: Sequence[Theme] = [
            theme
            for theme in askers.authority.themes
            if self._appearances.get(theme.id) or any(self._answered(theme))
        ]
        """Those that have a page."""

    def pages(self) -> Iterator[tuple[str, str]]:
        """All pages, each with its path under docs/; none where there are no themes."""
        if not self.shown:
            return
        here = Here("themes/index.md")
        head = [
            blocks.heading(1, ["Themes"], {"id": "index:title"}),
            blocks.paragraph([_INTRODUCTION], {}),
        ]
        entries = [part for theme in self.shown for part in self._entry(theme, here)]
        matter = front_matter("Themes", "On what documents speak to each other", kind="index")
        yield here.path, blocks.page(matter, [*head, *entries])
        for theme in self.shown:
            there = Here(theme_path(theme.id))
            yield there.path, self._page(theme, there)

    def _answered(self, theme: Theme) -> Iterator[Asked]:
        """The questions on a theme that a document answers."""
        for known_as in theme.questions:
            asked = self._askers.asked.get(known_as)
            if asked is not None and asked.answers:
                yield asked

    def _entry(self, theme: Theme, here: Here) -> Iterator[Markdown]:
        """A theme in the index: its reason, and how much there is on it."""
        link = element("a", theme.name, href=here.to(theme_path(theme.id)))
        yield blocks.heading(2, [link], {"id": f"part:{theme.id}"})
        yield blocks.paragraph([theme.reason], {})
        yield blocks.paragraph([self._amount(theme)], {"class": "of"})

    def _amount(self, theme: Theme) -> str:
        found = self._appearances.get(theme.id, ())
        told = []
        if theme.questions:
            told.append(counted(len(theme.questions), "question", "questions"))
        if found:
            documents = len({appearance.edition.id for appearance in found})
            passages = counted(len(found), "passage", "passages")
            told.append(f"{passages} in {counted(documents, 'document', 'documents')}")
        return " · ".join(told)

    def _page(self, theme: Theme, here: Here) -> str:
        """The page of one theme."""
        index = element("a", "Themes", href=here.to("themes/index.md"))
        body = [
            blocks.paragraph([index], {"class": "kind"}),
            blocks.heading(1, [theme.name], {"id": "index:title"}),
            blocks.paragraph([theme.reason], {"class": "editorial"}),
            *self._questions(theme, here),
            *self._passages(theme, here),
        ]
        description = f"What documents say on a theme: {theme.name}"
        return blocks.page(front_matter(theme.name, description, kind="index"), body)

    def _questions(self, theme: Theme, here: Here) -> Iterator[Markdown]:
        """The questions on it under the consultation that asks them, with who answers."""
        if not theme.questions:
            return
        yield blocks.heading(2, ["Questions on it"], {"id": "index:questions"})
        yield from self._compared(theme, here)
        for asking, group in groupby(theme.questions, key=lambda q: q.partition("/")[0]):
            title = [self._askers.name(asking)]
            yield blocks.heading(3, title, {"id": f"questions:{asking}"})
            yield blocks.lists(self._item(theme, known_as, here) for known_as in group)

    def _item(self, theme: Theme, known_as: str, here: Here) -> Item:
        """A question, with what each document answers."""
        id_ = f"{theme.id}:{known_as.replace('/', ':')}"
        asked = self._askers.asked.get(known_as)
        if asked is None:
            return Item([_words_of(self._askers, known_as), " (nobody answers it here)"], id_)
        content: list[str | Element] = [self._askers.to_question(asked, here)]
        for answer in asked.answers:
            place = answer.question.answer[:1] or (answer.question.heading,)
            href = here.to_passage(answer.edition.id, place[0])
            name = self._askers.respondent(answer.edition)
            content += [" · ", element("a", name, href=href)]
            content.append(f" {STATES[answer.question.state]}")
        return Item(content, id_)

    def _compared(self, theme: Theme, here: Here) -> Iterator[Markdown]:
        """The way to the answers of two documents on this theme, beside each other."""
        answering = (a.edition.id for asked in self._answered(theme) for a in asked.answers)
        # Two empty ones at the end: there may be one document, or none.
        first, second, *_ = [*dict.fromkeys(answering), "", ""]
        if second:
            href = here.to_state(COMPARE, {"a": first, "b": second, "on": theme.id})
            link = element("a", "Compare two documents on it", href=href)
            yield blocks.paragraph([link], {"class": "fact"})

    def _passages(self, theme: Theme, here: Here) -> Iterator[Markdown]:
        """What its query finds: where in each document, then the words."""
        found = self._appearances.get(theme.id, ())
        if not theme.query or not found:
            return
        yield blocks.heading(2, ["Passages"], {"id": "index:passages"})
        search = element("a", "Search for it", href=here.to_state(SEARCH, {"q": theme.query}))
        query = element("code", theme.query)
        yield blocks.paragraph(["Found by the query ", query, ". ", search], {"class": "of"})
        yield blocks.drawing(theme.id)
        yield self._table(theme, found, here)
        if len(found) <= _MOST_PASSAGES:
            yield from by_document(found, here, level=3)

    def _table(self, theme: Theme, found: Sequence[Appearance], here: Here) -> Markdown:
        """How many passages each document has, and how many in a thousand words."""
        rows: list[list[Content]] = [
            [["Document"], ["Date"], ["Passages"], ["Places in 1,000 words"]]
        ]
        for edition, run in groupby(found, key=lambda appearance: appearance.edition):
            own = list(run)
            title = element("a", edition.source.record.title, href=here.to_passage(edition.id))
            state = {"q": f"({theme.query}) in:{edition.id}"}
            many = element("a", f"{len(own):,}", href=here.to_state(SEARCH, state))
            places = sum(len(appearance.stretches) for appearance in own)
            often = f"{1000 * places / max(edition.words, 1):.1f}"
            by = byline(edition, self._askers.authority)
            rows.append([[title, f", {by}" if by else ""], [_date(edition)], [many], [often]])
        return blocks.table(rows, f"found:{theme.id}")


def appearances(register: Register, found: ThemesFound) -> Mapping[str, Sequence[Appearance]]:
    """What the queries find, from the earliest document to the latest."""
    editions = {edition.id: (n, edition) for n, edition in enumerate(register.editions)}

    def as_appearances(theme: str) -> list[Appearance]:
        placed = [(*editions[one.edition], one) for one in found[theme]]
        placed.sort(key=lambda place: (place[0], place[1].order[place[2].passage]))
        return [Appearance(e, e.by_id[one.passage], one.stretches) for _, e, one in placed]

    return {theme: as_appearances(theme) for theme in found}


def _date(edition: Edition) -> str:
    return day(edition.source.record.date)


def _words_of(askers: Askers, known_as: str) -> str:
    """The words of a question that no document answers."""
    asking, _, id_ = known_as.partition("/")
    entity = askers.authority.by_id.get(asking)
    texts = (
        question.text for question in (entity.questions if entity else ()) if question.id == id_
    )
    return next(texts, known_as)
