"""A small edition in which everything is that a page has to draw, and a reader of built pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from consultations.model.annotation import CrossReference, Link, Quotation
from consultations.model.apparatus import Apparatus
from consultations.model.edition import (
    Edition,
    Footnote,
    Gap,
    NoteReference,
    Passage,
    PassageEmphasis,
    Question,
)
from consultations.model.emendation import Proposal
from consultations.model.entity import Authority, ConsultationQuestion, Entity
from consultations.model.source import Record, Source
from consultations.pages import markdown_files

ROOT = Path(__file__).parents[2]

SOURCE = """# A plain <answer> & more

By a body.

We are user- led[1] and see http://example.org/a?b=1&c=2 for more.

RUNNING HEAD

a) first
b) second
    - inside, [x](javascript:alert(1))
7. seventh

Name\tCount
One\t1
Two\t

> quoted `--8<--`

[1] The note {: #x onclick=alert(1) }

goes on.
"""


def stretch(text: str) -> tuple[int, int]:
    """Where a piece of the source stands."""
    start = SOURCE.index(text)
    return start, start + len(text)


def passage(id_: str, kind: str, source: str, text: str | None = None, **more: object) -> Passage:
    """A passage that comes from one piece of the source."""
    return Passage(id_, kind, text or source, (stretch(source),), **more)  # type: ignore[arg-type]


@pytest.fixture
def edition() -> Edition:
    proposals = [
        Proposal(*stretch("# "), "", "markup", "a heading's mark"),
        Proposal(
            stretch("user- led")[0] + 5, stretch("user- led")[1] - 3, "", "spacing", "a blank"
        ),
        Proposal(*stretch("[1]"), "", "footnote-marker", "a note is called here"),
        Proposal(*stretch("RUNNING HEAD"), "", "running-header", "a head", "probable"),
    ]
    apparatus = Apparatus().amend(SOURCE, proposals, "a-rule")
    record = Record(
        title='A plain <answer> & "more"',
        authors=("An Author",),
        organisation="a-body",
        date="2011-05",
        type="consultation response",
        responds_to="a-consultation",
        rights="The text belongs to its author.",
        language="en-GB",
        provenance="a website",
        converter=None,
    )
    text = "We are user-led and see http://example.org/a?b=1&c=2 for more."
    address = text.index("http"), text.index(" for")
    passages = (
        passage("p0", "heading", "A plain <answer> & more", level=1),
        passage("p1", "paragraph", "By a body."),
        passage(
            "p2",
            "paragraph",
            "We are user- led[1] and see http://example.org/a?b=1&c=2 for more.",
            text,
            emphasis=(PassageEmphasis(7, 30, "em"), PassageEmphasis(15, 40, "strong")),
        ),
        passage("p3", "list_item", "first", marker="a", depth=1),
        passage("p4", "list_item", "second", marker="b", depth=1),
        passage("p5", "list_item", "inside, [x](javascript:alert(1))", depth=2),
        passage("p6", "list_item", "seventh", marker="7", depth=1),
        passage(
            "p7",
            "table",
            "Name\tCount\nOne\t1\nTwo\t",
            "Name Count One 1 Two",
            rows=(("Name", "Count"), ("One", "1"), ("Two", "")),
        ),
        passage("p8", "blockquote", "quoted `--8<--`"),
        passage("p9", "footnote", "The note {: #x onclick=alert(1) }"),
        passage("p10", "footnote", "goes on."),
    )
    return Edition(
        source=Source("a-response", record, "a-response/source.txt", None, "0" * 64, SOURCE),
        passages=passages,
        emendations=apparatus.emendations,
        footnotes=(Footnote("1", "p9", NoteReference("p2", 15)),),
        questions=(
            Question("1", "A plain answer?", "p1", ("p2", "p3"), "declined", "a-consultation/q1"),
        ),
        quotations=(
            Quotation("p8", 0, 6, "quoted", "A *Speaker* of `ponds`", "speech"),
            Quotation("p5", 8, 14, "[x](ja", None, "unknown"),
            Quotation("p5", 0, 6, "inside", None, "term"),
        ),
        links=(
            Link("p2", *address, text[slice(*address)], text[slice(*address)]),
            Link("p5", 0, 6, "inside", "JaVaScRiPt:alert(1)"),
        ),
        cross_references=(
            CrossReference("p1", 5, 9, "body", "#p2"),
            CrossReference("p1", 0, 2, "By", "nowhere#p2"),
        ),
        gaps=(Gap("a diagram <b>", "p2", "in the diagram below"), Gap("an item", "p5", "two of 3")),
    )


@pytest.fixture
def authority() -> Authority:
    return Authority(
        (
            Entity("a-body", "organisation", "A Body"),
            Entity(
                "a-consultation",
                "consultation",
                "A Consultation",
                questions=(ConsultationQuestion("q1", "1", "A plain answer?"),),
            ),
        )
    )


class BuiltPage(HTMLParser):
    """What a browser would find on a page: names of elements, and the text of all that have an id.

    The text of an element is without the numbers of notes, without gaps and lists inside it.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.foreign: list[str] = []
        self._open: list[tuple[str | None, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.elements.append((tag, about))
        if tag == "br":  # it has no end tag
            self.handle_data("\n")
            return
        id_ = about.get("id")
        if id_:
            assert id_ not in self.texts
            self.texts[id_] = ""
        apart = tag in ("ul", "ol") or about.get("class") in ("note-reference", "gap")
        self._open.append((id_, apart))

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for id_, apart in reversed(self._open):
            if id_:
                self.texts[id_] += data
            if apart:
                return

    def handle_comment(self, data: str) -> None:
        self.foreign.append(data)

    def handle_decl(self, decl: str) -> None:
        self.foreign.append(decl)

    def handle_pi(self, data: str) -> None:
        self.foreign.append(data)


@pytest.fixture(scope="session")
def site_markdown() -> Markdown:
    """Python-Markdown as the site has it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


class BuiltPages(Mapping[str, BuiltPage]):
    """Pages by their paths, each as it is once MkDocs has built it: when it is first asked for."""

    def __init__(self, site_markdown: Markdown, files: Mapping[str, str]) -> None:
        self._markdown = site_markdown
        self._files = files
        self._built: dict[str, BuiltPage] = {}

    def __getitem__(self, path: str) -> BuiltPage:
        if path not in self._built:
            body = self._files[path].split("---\n", 2)[2]
            self._built[path] = BuiltPage(self._markdown.reset().convert(body))
        return self._built[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@pytest.fixture(scope="session")
def built(
    site_markdown: Markdown,
) -> Callable[[Sequence[Edition], Authority], Mapping[str, BuiltPage]]:
    """Every page of some editions."""

    def build(editions: Sequence[Edition], authority: Authority) -> Mapping[str, BuiltPage]:
        return BuiltPages(site_markdown, markdown_files(editions, authority))

    return build
