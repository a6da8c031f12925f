"""Questions of consultations: who answered which, and each with all answers in full."""

from collections import Counter
from collections.abc import Iterator, Sequence

from consultations.model.edition import Edition
from consultations.model.entity import Theme
from consultations.pages import blocks
from consultations.pages.blocks import Item
from consultations.pages.content import Content, Element, element
from consultations.pages.facts import byline, counted, day, front_matter, name_of
from consultations.pages.indexes.answers import Answer, Asked, Response, own_id, responses
from consultations.pages.indexes.excerpts import in_full
from consultations.pages.indexes.paging import Group, PagedIndex
from consultations.pages.indexes.register import Register
from consultations.pages.links import Here, entity_path, joined, question_path
from consultations.pages.markdown import Markdown
from consultations.pages.question_words import KINDS, STATES, who

_NOT_THERE = "not in this document"
_INTRODUCTION = (
    "What consultations asked, and who answered. Each word of a table leads to the answer as it "
    "stands in its document, each question to all answers to it."
)
_BEYOND = (
    "Recommendations with the replies to them, questions put to witnesses and proposals with what "
    "was decided stand here as well."
)
_THEMES = (
    "Questions of different consultations that an editor of this archive holds to be on one theme. "
    "These are the editor's judgements, each with its reason; no consultation says so itself."
)
_NOTHING_SAID = "The document has nothing under this question."


class Questions:
    """The pages of questions, and of the themes that they share.

    Args:
        register: all editions, read through.
    """

    def __init__(self, register: Register) -> None:
        self._authority = register.authority
        self._responses = responses(register.editions, register.authority)
        self._titles = {
            own_id(edition, register.authority): edition.source.record.title
            for edition in register.editions
            if edition.source.record.responds_to is None
        }
        answered = {response.consultation for response in self._responses}
        self._others = [c for c in register.present("consultation") if c.id not in answered]
        self._asked = {asked.known_as: asked for r in self._responses for asked in r.asked}
        self._themes = [theme for theme in register.authority.themes if self._is_answered(theme)]
        self._themes_of: dict[str, list[Theme]] = {}
        for theme in self._themes:
            for question in theme.questions:
                self._themes_of.setdefault(question, []).append(theme)

    def pages(self) -> Iterator[tuple[str, str]]:
        """All pages, each with its path under docs/; none where there are no consultations."""
        if self._responses or self._others:
            yield from PagedIndex(
                folder="questions",
                title="Questions",
                description="Questions of consultations, and who answered them",
                introduction=self._introduction,
                groups=[self._group(response) for response in self._responses],
            ).pages()
        if self._themes:
            yield from PagedIndex(
                folder="themes",
                title="Themes",
                description="Questions of different consultations on one theme",
                introduction=lambda _: [blocks.paragraph([_THEMES], {"class": "editorial"})],
                groups=[self._theme_group(theme) for theme in self._themes],
            ).pages()
        for asked in self._asked.values():
            if asked.answers:
                here = Here(question_path(asked.consultation, asked.id))
                yield here.path, self._page(asked, here)

    def _name(self, asking: str) -> str:
        """The name of what asks: a consultation, or a document that asks and answers itself."""
        return self._titles.get(asking) or name_of(asking, self._authority)

    def _introduction(self, here: Here) -> Iterator[Markdown]:
        """What the index is, where themes are, and which consultations nobody answers here."""
        yield blocks.paragraph([_INTRODUCTION], {})
        kinds = {asked.kind for asked in self._asked.values()}
        if kinds - {"question"}:
            yield blocks.paragraph([_BEYOND], {})
        if self._themes:
            link = element("a", "Themes", href=here.to("themes/index.md"))
            yield blocks.paragraph([link, " that consultations share, as an editor sees it."], {})
        if self._others:
            links = (
                element("a", other.name, href=here.to(entity_path(other.kind, other.id)))
                for other in self._others
            )
            yield blocks.paragraph(["Named, but not answered here: ", *joined(links)], {})

    def _group(self, response: Response) -> Group:
        """One consultation: a table with a row a question and a column a respondent."""

        def draw(here: Here) -> Iterator[Markdown]:
            yield blocks.paragraph(self._summary(response, here), {})
            rows = [self._header(response, here)]
            rows += [self._row(asked, response.respondents, here) for asked in response.asked]
            yield blocks.table(rows, f"questions:{response.consultation}")

        title = self._name(response.consultation)
        return Group(response.consultation, title, len(response.asked), draw)

    def _summary(self, response: Response, here: Here) -> Content:
        """How many questions and respondents there are, and how many answers of each state."""
        states = Counter(answer.question.state for a in response.asked for answer in a.answers)
        told = [f"{STATES[state]} {count:,}" for state, count in sorted(states.items())]
        kinds = Counter(asked.kind for asked in response.asked)
        asked = ", ".join(counted(kinds[kind], *KINDS[kind]) for kind in KINDS if kinds[kind])
        by = counted(len(response.respondents), "respondent", "respondents")
        words = f"{asked.capitalize()}, {by}. {', '.join(told)}."
        entity = self._authority.by_id.get(response.consultation)
        if entity is None:
            return [words]
        path = entity_path(entity.kind, entity.id)
        return [words, " ", element("a", "Where documents name it", href=here.to(path))]

    def _header(self, response: Response, here: Here) -> list[Content]:
        """The first row: who responds; of one with several documents, their titles."""
        names = [byline(edition, self._authority) for edition in response.respondents]
        kinds = {asked.kind for asked in response.asked}
        noun = KINDS[kinds.pop()][0] if len(kinds) == 1 else "question"
        cells: list[Content] = [[noun.capitalize()]]
        for edition, name in zip(response.respondents, names, strict=True):
            is_enough = name and names.count(name) == 1
            label = name if is_enough else edition.source.record.title
            cells.append([element("a", label, href=here.to_passage(edition.id))])
        return cells

    def _row(self, asked: Asked, respondents: Sequence[Edition], here: Here) -> list[Content]:
        """A question, and for each respondent what sort of answer it gives."""
        given: dict[str, list[Answer]] = {}
        for answer in asked.answers:
            given.setdefault(answer.edition.id, []).append(answer)
        first = [self._to_question(asked, here)]
        return [first, *(_cell(given.get(edition.id, ()), here) for edition in respondents)]

    def _to_question(self, asked: Asked, here: Here) -> str | Element:
        """The question, as a link to its page where it has one."""
        if not asked.answers:
            return asked.label
        return element("a", asked.label, href=here.to(question_path(asked.consultation, asked.id)))

    def _page(self, asked: Asked, here: Here) -> str:
        """The page of one question: every answer to it in full, document after document."""
        consultation = self._name(asked.consultation)
        noun, _ = KINDS[asked.kind]
        to_index = element("a", consultation, href=here.to("questions/index.md"))
        number = f" · {asked.number}" if asked.number else ""
        description = f"Every answer to a {noun} of {consultation}: {asked.label}"
        matter = front_matter(asked.label, description, kind="index")
        body = [
            blocks.paragraph([noun.capitalize(), number, " · ", to_index], {"class": "kind"}),
            blocks.heading(1, [asked.text], {"id": "index:title"}),
            *self._shared_with(asked, here),
        ]
        for answer in asked.answers:
            body += self._answer(answer, here)
        return blocks.page(matter, body)

    def _shared_with(self, asked: Asked, here: Here) -> Iterator[Markdown]:
        """The themes on which the question is, each with the editor's reason."""
        for theme in self._themes_of.get(asked.known_as, ()):
            link = element("a", theme.name, href=here.to("themes/index.md", f"part:{theme.id}"))
            yield blocks.paragraph(
                ["Editor’s theme: ", link, f". {theme.reason}"], {"class": "editorial"}
            )

    def _answer(self, answer: Answer, here: Here) -> Iterator[Markdown]:
        """One answer: whose it is, of what sort, and all its passages."""
        edition, question = answer.edition, answer.question
        record = edition.source.record
        name = byline(edition, self._authority) or record.title
        link = element("a", name, href=here.to_passage(edition.id, question.heading))
        yield blocks.heading(2, [link], {"id": f"answer:{edition.id}:{question.heading}"})
        about = f", {day(record.date)} · {STATES[question.state]}{who(question)}"
        content = [element("em", record.title), about, *_referred_to(answer, here)]
        yield blocks.paragraph(content, {"class": "of"})
        if not question.answer:
            yield blocks.paragraph([_NOTHING_SAID], {"class": "of"})
        yield from in_full(edition, (edition.by_id[p] for p in question.answer), here)

    def _is_answered(self, theme: Theme) -> bool:
        return any(q in self._asked and self._asked[q].answers for q in theme.questions)

    def _theme_group(self, theme: Theme) -> Group:
        def draw(here: Here) -> Iterator[Markdown]:
            yield blocks.paragraph([theme.reason], {"class": "editorial"})
            yield blocks.lists(
                self._theme_item(theme, known_as, here) for known_as in theme.questions
            )

        return Group(theme.id, theme.name, len(theme.questions), draw)

    def _theme_item(self, theme: Theme, known_as: str, here: Here) -> Item:
        consultation = name_of(known_as.partition("/")[0], self._authority)
        asked = self._asked.get(known_as)
        words: str | Element = self._to_question(asked, here) if asked else known_as
        return Item([words, f" ({consultation})"], f"{theme.id}:{known_as.replace('/', ':')}")


def _cell(answers: Sequence[Answer], here: Here) -> Content:
    """What a document says to a question, in a word that leads there."""
    content: list[str | Element] = []
    for answer in answers:
        content += [", "] if content else []
        place = answer.question.answer[:1] or (answer.question.heading,)
        href = here.to_passage(answer.edition.id, place[0])
        content.append(element("a", STATES[answer.question.state], href=href))
    return content or [_NOT_THERE]


def _referred_to(answer: Answer, here: Here) -> Iterator[str | Element]:
    """Links to the places to which an answer refers its reader."""
    if answer.question.state != "refers-elsewhere":
        return
    said = set(answer.question.answer)
    for reference in answer.edition.cross_references:
        if reference.passage in said:
            edition, _, passage = reference.target.partition("#")
            href = here.to_passage(edition or answer.edition.id, passage or None)
            yield " · "
            yield element("a", f"“{reference.text}”", href=href)
