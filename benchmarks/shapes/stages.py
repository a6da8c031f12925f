"""The stages of a document's way, and of a question's: each times its parts over a text."""

import gc
import html
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from time import process_time
from typing import Generic, TypeVar

from markdown import Markdown
from mkdocs.config import load_config

from consultations import index
from consultations.annotate import annotate, connected, with_references_to_editions
from consultations.cli.article import read_article
from consultations.edition import edition_of, require_faithful
from consultations.errors import ConsultationsError
from consultations.index import quotation
from consultations.intake.readers.html import read as read_page
from consultations.intake.readers.plain import read as read_plain
from consultations.model.draft import Draft
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.source import Record, Source
from consultations.pages import markdown_files
from consultations.passages import search_passages
from consultations.rules import RULES, Rule, emend
from consultations.rules.revising import revise

ROOT = Path(__file__).parents[2]
NOBODY = Authority(())

Times = Mapping[str, float]
Made = TypeVar("Made")


@dataclass(frozen=True)
class Stage:
    """What times its parts over a text, in seconds of processor time.

    `longest` is how many code points a text may have: further up, other limits of ours refuse it,
    or a person waits longer than for any real document.
    """

    time: Callable[[str], Times]
    longest: int = 256_000


@dataclass(frozen=True)
class Timed(Generic[Made]):
    """What a call took, and what it made; nothing where a stated limit refused it."""

    seconds: float
    made: Made | None


def timed(call: Callable[[], Made]) -> Timed[Made]:
    """Call with the garbage collector off, whose time depends on all that ran before."""
    made: Made | None = None
    gc.disable()
    start = process_time()
    try:
        made = call()
    except ConsultationsError:
        pass  # refused in good time, or not: that is measured
    finally:
        taken = process_time() - start
        gc.enable()
    return Timed(taken, made)


def source(text: str) -> Source:
    """A source of that text, of which nothing is known."""
    record = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)
    return Source("any", record, "any/source.txt", None, "0" * 64, text)


def rules(text: str) -> Times:
    """Each rule over what those before it have left, with the runner that applies it."""
    given = source(text)
    now, taken = Draft(given, given.text), {}
    for rule in RULES:
        found = timed(partial(_applied, rule, now))
        taken[rule.name] = found.seconds
        now = found.made or now
    return taken


def _applied(rule: Rule, now: Draft) -> Draft:
    return revise(now, rule.revise(now), rule.name)


def in_blocks(text: str) -> Iterator[tuple[str, str]]:
    """The text as one passage, and as many."""
    yield "one passage", " ".join(text.split("\n"))
    yield "many passages", "\n\n".join(text[at : at + 200] for at in range(0, len(text), 200))


def annotators(text: str) -> Times:
    """All annotators over an edition in an archive of its own."""
    taken = {}
    for name, given in in_blocks(text):
        edition = edition_of(emend(source(given)))
        taken[name] = timed(partial(_annotated, edition)).seconds
    return taken


def _annotated(edition: Edition) -> Edition:
    single = with_references_to_editions([annotate(edition, NOBODY)], NOBODY)
    (made,) = connected(single, NOBODY)
    return made


@cache
def _markdown() -> Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def markdown(text: str) -> Times:
    """The pages of an edition, written as Markdown and read by Python-Markdown as MkDocs does."""
    taken = {}
    for name, given in in_blocks(text):
        edition = edition_of(emend(source(given)))
        taken[f"faithful, {name}"] = timed(partial(require_faithful, edition)).seconds
        written = timed(partial(markdown_files, [edition], NOBODY))
        taken[f"written, {name}"] = written.seconds
        pages = [page.split("---\n", 2)[2] for page in (written.made or {}).values()]
        read = [timed(partial(_markdown().reset().convert, page)) for page in pages]
        taken[f"read, {name}"] = sum(each.seconds for each in read)
    return taken


@cache
def _file(name: str) -> Path:
    return Path(tempfile.mkdtemp(prefix="shapes-")) / name


def readers(text: str) -> Times:
    """The readers of text and of saved pages, the text escaped in the one and raw in the other."""
    taken = {}
    pages = {"page, escaped": html.escape(text), "page, raw": text}
    for name, body in pages.items():
        file = _file("source.html")
        file.write_text(f"<!doctype html><body><main><p>{body}</main>", "utf-8", newline="")
        taken[name] = timed(partial(read_page, file)).seconds
    file = _file("source.txt")
    file.write_text(text, "utf-8", newline="")
    taken["text"] = timed(partial(read_plain, file)).seconds
    return taken


def article(text: str) -> Times:
    """An article in Markdown whose quotations are to be checked."""
    file = _file("article.md")
    file.write_text(text, "utf-8", newline="")
    return {
        "read": timed(partial(read_article, file)).seconds,
        "quotations": timed(lambda: list(quotation.quotations(text))).seconds,
    }


_ARCHIVE = """# Notes of a meeting

The Board of Trade paid £1,250,000 in 2010–2011, and not a penny more: “they would not” was said.

Nobody’s non-violent protest in 30 per cent of the cases could be re-considered by two boards.
"""


@cache
def _index() -> index.Index:
    """An archive in which a text may be looked for: its pieces stand in it often, and seldom."""
    pieces = (f"{piece} " * 40 for piece in ("word", "the board", "a b c"))
    edition = annotate(edition_of(emend(source("\n\n".join([_ARCHIVE, *pieces])))), NOBODY)
    folder = _file("index")
    index.write(search_passages([edition], NOBODY), folder)
    return index.Index(folder).__enter__()


def search(text: str) -> Times:
    """A query, what it finds, and its concordance."""
    return {
        "search": timed(partial(index.search, _index(), text)).seconds,
        "concordance": timed(partial(index.concordance, _index(), text)).seconds,
    }


def check(text: str) -> Times:
    """A quotation that is compared with the archive."""
    return {"quotation": timed(partial(quotation.Checker(_index()).check, text)).seconds}


STAGES = {
    "readers": Stage(readers),
    "rules": Stage(rules, 64_000),
    "annotators": Stage(annotators, 64_000),
    "markdown": Stage(markdown, 128_000),
    "search": Stage(search, 64_000),
    "check": Stage(check, 64_000),
    "article": Stage(article),
}
