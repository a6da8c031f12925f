"""The foot of an edition: what else in the archive it touches, and on what ground."""

from collections.abc import Iterator, Sequence
from itertools import islice

from consultations.model.connection import Connection, ConnectionGround
from consultations.model.edition import Edition
from consultations.model.entity import Theme
from consultations.pages.facts import counted, name_of
from consultations.pages.indexes.register import Register
from consultations.pages.links import COMPARE, Here, entity_path, joined, on_page, theme_path
from consultations.pages.writing import blocks
from consultations.pages.writing.content import Attributes, Content, Element, LinkAddress, element
from consultations.pages.writing.markdown import Markdown

_MOST = 5
"""Documents listed for one thing. Without a limit, the links of all pages together would grow with
the square of the number of documents."""
_MOST_NAMING = 50
"""Documents listed that name this one, or that are looked at for a theme in common."""
_MOST_RUNS = 200
"""Runs of words listed that this document has in common with others."""

About = dict[str, list[Connection]]
"""Connections of one ground by what they are about."""


class Elsewhere:
    """What is drawn at the foot of editions.

    Args:
        register: all editions, read through.
    """

    def __init__(self, register: Register) -> None:
        self._authority = register.authority
        self._editions = {edition.id: edition for edition in register.editions}
        self._order = {id_: n for n, id_ in enumerate(self._editions)}
        self._naming: dict[str, list[tuple[Edition, Connection]]] = {}
        answering: dict[str | None, list[str]] = {}
        for edition in register.editions:
            for connection in edition.connections:
                if connection.ground == "names":
                    self._naming.setdefault(connection.edition, []).append((edition, connection))
            for question in edition.questions:
                answering.setdefault(question.asked, []).append(edition.id)
        self._on_theme = [
            (theme, dict.fromkeys(id_ for q in theme.questions for id_ in answering.get(q, ())))
            for theme in register.authority.themes
        ]

    def foot(self, edition: Edition) -> Iterator[Markdown]:
        """The section at the foot of an edition's page; nothing where it touches nothing."""
        here = Here(f"texts/{edition.id}/index.md")
        held: dict[ConnectionGround, About] = {}
        for connection in edition.connections:
            key = connection.edition if connection.ground == "names" else connection.about
            held.setdefault(connection.ground, {}).setdefault(key, []).append(connection)
        grounds: list[tuple[str, Iterator[Content]]] = [
            ("Names", self._names(held.get("names", {}), here)),
            ("Named by", self._named(edition, here)),
            ("Same consultation", self._consultations(held.get("same-consultation", {}), here)),
            ("Same questions", self._questions(edition, held.get("same-question", {}), here)),
            ("Same theme, as an editor sees it", self._themes(edition, here)),
            ("Same work", self._works(held.get("same-work", {}), here)),
            ("Same words", self._words(held.get("same-passage", {}), here)),
        ]
        drawn = [
            blocks.definition([ground], [blocks.paragraph(entry, {}) for entry in entries])
            for ground, contents in grounds
            for entries in [list(contents)]
            if entries
        ]
        if drawn:
            about: Attributes = {"id": "edition:elsewhere"}
            heading = blocks.heading(2, ["Elsewhere in this archive"], about)
            yield blocks.section({"class": "elsewhere"}, [heading, *drawn])

    def _names(self, named: About, here: Here) -> Iterator[Content]:
        """Documents that this one names, with the first place where it does."""
        for other, connections in named.items():
            place = element("a", f"“{connections[0].about}”", href=on_page(connections[0].passage))
            yield [self._link(other, here), ": ", place]

    def _named(self, edition: Edition, here: Here) -> Iterator[Content]:
        """Documents that name this one, with the first place where each does."""
        first: dict[str, Connection] = {}
        for other, connection in self._naming.get(edition.id, ()):
            first.setdefault(other.id, connection)
        for id_, connection in islice(first.items(), _MOST_NAMING):
            href = here.to_passage(id_, connection.passage)
            yield [self._link(id_, here), ": ", element("a", f"“{connection.about}”", href=href)]
        if len(first) > _MOST_NAMING:
            yield [f"and {len(first) - _MOST_NAMING:,} more"]

    def _consultations(self, answered: About, here: Here) -> Iterator[Content]:
        """Consultations that this document answers, with others that do."""
        for consultation, connections in answered.items():
            index = here.to("questions/index.md", f"part:{consultation}")
            name = element("a", name_of(consultation, self._authority), href=index)
            yield [name, ": ", *self._documents(connections, here, index)]

    def _questions(self, edition: Edition, asked: About, here: Here) -> Iterator[Content]:
        """How many questions each of the other documents answers as well."""
        shared: dict[tuple[str, str], int] = {}
        for question, connections in asked.items():
            consultation = question.partition("/")[0]
            for connection in connections:
                key = (connection.edition, consultation)
                shared[key] = shared.get(key, 0) + 1
        for other, consultation in sorted(shared, key=lambda k: (-shared[k], self._order[k[0]]))[
            :_MOST
        ]:
            count = counted(shared[other, consultation], "question", "questions")
            href = here.to("questions/index.md", f"part:{consultation}")
            beside = _compared(edition, other, here)
            yield [self._link(other, here), ": ", element("a", count, href=href), " · ", beside]

    def _themes(self, edition: Edition, here: Here) -> Iterator[Content]:
        """Documents that answer questions on the themes of its own, those first with most."""
        shared: dict[str, list[Theme]] = {}
        for theme, editions in self._on_theme:
            # Only the first documents of a theme are looked at: of one that a thousand answer, each
            # page would else look at a thousand.
            for other in islice(editions, _MOST_NAMING) if edition.id in editions else ():
                shared.setdefault(other, []).append(theme)
        shared.pop(edition.id, None)
        for other in sorted(shared, key=lambda o: (-len(shared[o]), self._order[o]))[:_MOST]:
            links = (
                element("a", theme.name, href=here.to(theme_path(theme.id)))
                for theme in shared[other]
            )
            beside = _compared(edition, other, here)
            yield [self._link(other, here), ": ", *joined(links), " · ", beside]

    def _works(self, shared: About, here: Here) -> Iterator[Content]:
        """Works that this document cites or names, with others that do."""
        for work, connections in shared.items():
            href = here.to(entity_path("work", work))
            name = element("a", name_of(work, self._authority), href=href)
            yield [name, ": ", *self._documents(connections, here, href)]

    def _words(self, shared: About, here: Here) -> Iterator[Content]:
        """Runs of words that stand in both, from here to there."""
        for words, connections in islice(shared.items(), _MOST_RUNS):
            connection = connections[0]
            place = element("a", f"“{words}”", href=on_page(connection.passage))
            passage = connection.target.partition("#")[2]
            yield [place, ": ", self._link(connection.edition, here, passage)]
        if len(shared) > _MOST_RUNS:
            yield [f"and {len(shared) - _MOST_RUNS:,} more"]

    def _documents(
        self, connections: Sequence[Connection], here: Here, all_of_them: LinkAddress
    ) -> Iterator[str | Element]:
        """Links to the first documents; how many more there are is a link to all of them."""
        others = sorted({c.edition for c in connections}, key=self._order.__getitem__)[:_MOST]
        yield from joined(self._link(other, here) for other in others)
        # `others` of a connection counts all that have it in common, also those not connected.
        if more := connections[0].others - len(others):
            yield ", "
            yield element("a", f"and {more:,} more", href=all_of_them)

    def _link(self, edition: str, here: Here, passage: str | None = None) -> Element:
        title = self._editions[edition].source.record.title
        return element("a", title, href=here.to_passage(edition, passage))


def _compared(edition: Edition, other: str, here: Here) -> Element:
    """The way to both documents side by side."""
    href = here.to_state(COMPARE, {"a": edition.id, "b": other})
    return element("a", "compare", href=href)
