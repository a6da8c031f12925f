"""Pages made from all editions and the authorities: what is said of whom, by whom, and where."""

from collections.abc import Container, Iterable, Iterator

from consultations.model.edition import Edition
from consultations.model.entity import ThemesFound
from consultations.model.memo import NO_MEMO, Memo
from consultations.pages.facts import front_matter
from consultations.pages.indexes.abbreviations import Glossary, expansions, tooltips
from consultations.pages.indexes.asked import Askers, Questions
from consultations.pages.indexes.comparing import comparison_page
from consultations.pages.indexes.elsewhere import Elsewhere
from consultations.pages.indexes.entities import Entities
from consultations.pages.indexes.exports import work_files
from consultations.pages.indexes.footnotes import Footnotes
from consultations.pages.indexes.names import name_indexes
from consultations.pages.indexes.quotations import Quotations
from consultations.pages.indexes.register import Register
from consultations.pages.indexes.themes import Themes, appearances
from consultations.pages.indexes.works import shared_works, works_index
from consultations.pages.links import Here
from consultations.pages.writing import blocks
from consultations.pages.writing.content import element

_OVERVIEW = (
    "What the documents say to the same questions, whom they quote, what they cite and whom they "
    "name. Rules have found it; each entry leads to its passage."
)
_INDEXES = (
    ("questions", "Questions", "What consultations asked, who answered, and every answer in full."),
    ("themes", "Themes", "Questions of different consultations that an editor sees on one theme."),
    ("compare", "Compare", "Two documents side by side, by question or by theme."),
    ("quotations", "Quotations", "Whose words documents quote, by speaker and by document."),
    ("works", "Works", "What documents cite or name, those first that several share."),
    ("people", "People", "Whom documents name, with every passage that does."),
    ("organisations", "Organisations", "Bodies that documents name, likewise."),
    ("footnotes", "Notes", "What the notes of all documents cite, and where they are called."),
    ("glossary", "Abbreviations", "What they stand for, and who says so."),
)
"""Folder, title, and what is there."""
_LINKED_TO = (
    ("questions", "Questions", "No document answers questions that the archive knows."),
    ("quotations", "Quotations", "No document quotes anybody."),
    ("themes", "Themes", "No questions stand together on a theme yet."),
    ("works", "Works", "No document cites or names a work that the archive knows."),
    ("people", "People", "No document names a person whom the archive knows."),
    ("organisations", "Organisations", "No document names a body that the archive knows."),
)
"""Indexes that settings name in the navigation: there is a page even where they are empty."""


def index_pages(register: Register, found: ThemesFound, memo: Memo = NO_MEMO) -> dict[str, str]:
    """The Markdown of every index, of every entity, and of the list of indexes, by path."""
    quotations = Quotations(register)
    askers = Askers(register)
    questions = Questions(register, askers, memo)
    made = dict(questions.pages())
    themes = Themes(register, askers, found)
    made.update(themes.pages())
    made.update(comparison_page(register, themes))
    made.update(quotations.pages())
    made.update(works_index(register))
    made.update(name_indexes(register))
    made.update(Entities(register, quotations, questions).pages())
    made.update(Footnotes(register).pages())
    made.update(Glossary(register).pages())
    made["indexes/index.md"] = _overview(made, register.editions)
    for folder, title, nothing in _LINKED_TO:
        made.setdefault(f"{folder}/index.md", _empty(title, nothing))
    return made


def index_files(register: Register) -> Iterator[tuple[str, str]]:
    """The data that can be downloaded of them, each file with its address on the site."""
    yield from work_files(register.present("work"))


def _empty(title: str, nothing: str) -> str:
    """The page of an index that has no entry, to which the navigation does not lead."""
    head = blocks.heading(1, [title], {"id": "index:title"})
    matter = front_matter(title, nothing, kind="index", entries="none")
    return blocks.page(matter, [head, blocks.paragraph([nothing], {})])


def _overview(made: Container[str], editions: Iterable[Edition]) -> str:
    """The list of those indexes that there are, and how much documents say in the same words."""
    here = Here("indexes/index.md")
    listed = [
        blocks.definition(
            [element("a", title, href=here.to(f"{folder}/index.md"))],
            [blocks.paragraph([what], {})],
        )
        for folder, title, what in _INDEXES
        if f"{folder}/index.md" in made
    ]
    return blocks.page(
        front_matter("Indexes", "What documents answer, quote, cite and name", kind="index"),
        [
            blocks.heading(1, ["Indexes"], {"id": "index:title"}),
            blocks.paragraph([_OVERVIEW], {}),
            *listed,
            blocks.paragraph([_in_the_same_words(editions)], {}),
        ],
    )


def _in_the_same_words(editions: Iterable[Edition]) -> str:
    """In how many pairs of places two documents have eight words or more in a row in common."""
    pairs = {
        frozenset((f"{edition.id}#{connection.passage}", connection.target))
        for edition in editions
        for connection in edition.connections
        if connection.ground == "same-passage"
    }
    if not pairs:
        return "No two documents have eight words in a row in common."
    places = "one place" if len(pairs) == 1 else f"{len(pairs)} places"
    return (
        f"Two documents have eight words or more in a row in common in {places}; the foot of each"
        " document's page leads to them."
    )


__all__ = [
    "Askers",
    "Elsewhere",
    "Register",
    "appearances",
    "expansions",
    "index_files",
    "index_pages",
    "shared_works",
    "tooltips",
]
