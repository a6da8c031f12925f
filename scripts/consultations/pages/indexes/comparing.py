"""The page that sets two documents side by side: what can be compared, and on what."""

from collections.abc import Iterator

from consultations.english.dates import day
from consultations.model.entity import Theme
from consultations.pages.facts import byline, front_matter
from consultations.pages.indexes.register import Register
from consultations.pages.indexes.themes import Themes
from consultations.pages.links import COMPARE, Here, theme_path
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import AttributeName, Element

_INTRODUCTION = (
    "What two documents say to the same question, or on the same theme, stands side by side here. "
    "The words are those of the editions without their notes; each passage leads to its place."
)


def comparison_page(register: Register, themes: Themes) -> Iterator[tuple[str, str]]:
    """The Markdown of compare/index.md, where there are two documents or more.

    Its lists are what its script reads.

    Args:
        register: all editions, read through.
        themes: those that have a page.
    """
    if len(register.editions) < 2:
        return
    here = Here(COMPARE)
    body = [
        blocks.heading(1, ["Compare"], {"id": "index:title"}),
        blocks.paragraph([_INTRODUCTION], {}),
        blocks.heading(2, ["Documents"], {"id": "index:documents"}),
        blocks.lists(_documents(register, here)),
    ]
    if themes.shown:
        body += [
            blocks.heading(2, ["Themes"], {"id": "index:themes"}),
            blocks.lists(_item(theme, here) for theme in themes.shown),
        ]
    description = "Two documents side by side, by question or by theme"
    more = {"template": "compare.html", "hide": ["toc"]}
    yield here.path, blocks.page(front_matter("Compare", description, **more), body)


def _documents(register: Register, here: Here) -> Iterator[Item]:
    for edition in register.editions:
        record = edition.source.record
        attributes: dict[AttributeName, str | None] = {"data-document": edition.id}
        link = Element("a", [record.title], attributes, here.to_passage(edition.id))
        about = ", ".join(filter(None, [byline(edition, register.authority), day(record.date)]))
        yield Item([link, f", {about}"], f"document:{edition.id}")


def _item(theme: Theme, here: Here) -> Item:
    attributes: dict[AttributeName, str | None] = {
        "data-theme": theme.id,
        "data-questions": " ".join(theme.questions) or None,
        "data-query": theme.query,
    }
    link = Element("a", [theme.name], attributes, here.to(theme_path(theme.id)))
    return Item([link], f"theme:{theme.id}")
