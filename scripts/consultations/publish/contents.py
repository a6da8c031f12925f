"""The outline of a page that is HTML already: MkDocs finds headings in Markdown only."""

from html import escape
from html.parser import HTMLParser

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.toc import TableOfContents, get_toc

_LEVELS = {f"h{level}": level for level in range(1, 7)}


class _Headings(HTMLParser):
    """Collects the headings that have an id; the numbers of notes in them are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str, str]] = []
        self._id: str | None = None
        self._text = ""
        self._notes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEVELS:
            self._id, self._text = dict(attrs).get("id"), ""
        self._notes += tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        self._notes -= tag == "sup"
        if self._id and tag in _LEVELS:
            self.found.append((_LEVELS[tag], self._id, self._text.strip()))
            self._id = None

    def handle_data(self, data: str) -> None:
        if not self._notes:
            self._text += data


def contents(html: str) -> TableOfContents:
    """The headings of a page that have an id, as an outline."""
    headings = _Headings()
    headings.feed(html)
    headings.close()
    nested = nest_toc_tokens(
        [
            {"level": level, "id": id_, "name": escape(name)}  # the theme prints names as they are
            for level, id_, name in headings.found
        ]
    )
    return get_toc(nested)
