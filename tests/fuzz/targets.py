"""What is fuzzed: for each target what it is given, and what must hold whatever that is.

A target returns where all is well, and raises anything where it is not. An input that a person is
told of in three lines (`ConsultationsError`) is well.
"""

import io
import json
import re
import tempfile
import tomllib
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import docx
from hypothesis import strategies as st
from lxml import etree
from markdown import Markdown
from mkdocs.config import load_config
from tests.hostile.conftest import ROOT
from tests.hostile.planted import PAYLOAD, filled
from tests.pages.conftest import BuiltPage
from tests.rules.test_any_text import MARKS, PATCHWORK, source

from consultations import index
from consultations.annotate import annotate
from consultations.edition import edition_of, require_faithful
from consultations.errors import ConsultationsError, EditorError, SourceError
from consultations.index import quotation
from consultations.intake import read_permalinks, require_settings
from consultations.intake.readers import kind_of
from consultations.intake.readers.child import read as read_here
from consultations.intake.validation.tables import TableSchema, read_table
from consultations.model.entity import Authority
from consultations.pages import markdown_files
from consultations.passages import search_passages
from consultations.rules import emend

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
ANY = st.text(st.characters(codec="utf-8"), max_size=60)
SIGNS = st.sampled_from([*"\t\n\r\"'#*+-.,:;<=>?@[]\\^_`{|}~()&%$! 1a", PAYLOAD, "\x00", "\u202e"])


def _mixed(words: list[str], most: int = 60) -> st.SearchStrategy[str]:
    """Words in any order, with any text between them."""
    part = st.one_of(st.sampled_from(words), st.sampled_from(words), SIGNS, ANY)
    return st.lists(part, max_size=most).map("".join)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


# Records and the other tables.

_TABLES: tuple[TableSchema, ...] = ("annotations", "authority", "errata", "ids", "record", "stet")
_KEYS = sorted({word for name in _TABLES for word in re.findall(r"\w+", json.dumps(filled(name)))})
TOML = _mixed([*_KEYS, " = ", "[[", "]]\n", "[", "]\n", '"', "'''", "\n", "{", "}", "2001", "1.0"])


def table(text: str) -> None:
    """A table is taken, or refused with its place."""
    path = _folder() / "archive" / "x.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8", newline="")
    for name in _TABLES:
        _refused_or_well(partial(read_table, path.parent, path, name, EditorError))


PERMALINKS = _mixed(WORDS["permalinks"])


def permalinks(text: str) -> None:
    """A file of ids is taken, or refused with its place."""
    folder = _folder() / "archive" / "a-meeting"
    folder.mkdir(parents=True, exist_ok=True)
    header = "id\tstate\twords\topening\tmiddle\tclosing\tnote\n"
    (folder / "permalinks.tsv").write_text(header + text, "utf-8", newline="")
    _refused_or_well(lambda: read_permalinks(folder.parent, "a-meeting"))


SETTINGS = _mixed(WORDS["settings"])


def settings(text: str) -> None:
    """Settings are taken, or refused with their place."""
    root = _folder() / "settings"
    (root / "archive").mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(text, "utf-8", newline="")
    _refused_or_well(lambda: require_settings(root))


# Documents: rules, annotation, pages, and what Python-Markdown makes of them.

DOCUMENT = st.one_of(
    _mixed([*MARKS, "“Some words that somebody said”, said A. Smith", PAYLOAD, "Board "], 80),
    PATCHWORK,
)


@cache
def _markdown() -> Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def document(text: str) -> None:
    """An edition is faithful, its pages hold its text and nothing foreign, and links lead there."""
    try:
        edition = annotate(edition_of(emend(source(text))), Authority(()))
    except SourceError:
        return  # it has no words
    require_faithful(edition)
    made = {
        path: BuiltPage(_markdown().reset().convert(page.split("---\n", 2)[2]))
        for path, page in markdown_files([edition], Authority(())).items()
    }
    for path, page in made.items():
        assert not page.foreign, path
        for name, about in page.elements:
            assert name not in ("script", "img", "svg", "iframe"), path
            assert not any(key.startswith("on") for key in about), path
            target, _, anchor = (about.get("href") or "").partition("#")
            assert not re.match(r"\s*(javascript|data|vbscript):", target, re.IGNORECASE), path
            beside = f"{path.rpartition('/')[0]}/{target}" if target else path
            if anchor and beside in made:
                assert anchor in made[beside].texts, f"{path} leads to {target}#{anchor}"
    texts = made["texts/any/index.md"].texts
    for passage in edition.passages:
        assert passage.id in texts, passage.id


# Search and the quotation check.

_ARCHIVE = """# Notes of a meeting

The Board of Trade paid £1,250,000 in 2010–2011, and not a penny more[1]: “they would not” was said.

Nobody’s non-violent protest in 30 per cent of the cases could be re-considered by the two boards.

1 A note of ours.
"""
QUERY = _mixed(WORDS["queries"])
QUOTATION = _mixed([*_ARCHIVE.split(), *WORDS["quotations"]])


@cache
def _index() -> index.Index:
    edition = annotate(edition_of(emend(source(_ARCHIVE))), Authority(()))
    folder = _folder() / "index"
    index.write(search_passages([edition], Authority(())), folder)
    return index.Index(folder).__enter__()


def query(text: str) -> None:
    """A query is answered, or refused with its place; and so is the concordance of it."""
    _refused_or_well(lambda: index.search(_index(), text))
    _refused_or_well(lambda: index.concordance(_index(), text))


_WORD = re.compile(r"[^\W_]+")


def quoted(text: str) -> None:
    """Only words that stand there, in their order, are called verbatim."""
    report = quotation.Checker(_index()).check(text)
    if report.verdict == "verbatim":
        run = " ".join(_WORD.findall(text.casefold()))
        assert run in " ".join(_WORD.findall(_ARCHIVE.replace("[1]", "").casefold()))
    quotation.quotations(text)


# Readers.

READER_HTML = _mixed(WORDS["pages"])


def page(text: str) -> None:
    """A saved page is read, or refused."""
    _read(f"<!doctype html><body>{text}".encode(), "source.html")


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def _word_file() -> bytes:
    made = docx.Document()
    made.add_heading("Notes of a meeting")
    made.add_paragraph("Words of the document.", style="List Bullet")
    made.add_table(2, 2).cell(0, 0).text = "A cell"
    path = _folder() / "whole.docx"
    made.save(str(path))
    return path.read_bytes()


CHANGES = st.lists(st.tuples(st.integers(0, 1 << 16), st.binary(max_size=8)), max_size=12)


def word(changes: list[tuple[int, bytes]]) -> None:
    """A Word file of which some bytes are others is read, or refused."""
    data = bytearray(_word_file())
    for at, new in changes:
        start = at % len(data)
        data[start : start + len(new)] = new
    # What a library says of a damaged file is told as a refusal by the reader's process.
    with suppress(Exception):
        _read(bytes(data), "source.docx")


WORD_BODY = _mixed(WORDS["word"])


def word_body(text: str) -> None:
    """A Word file whose body is well-formed XML of Word's elements, in any order, is read."""
    parser = etree.XMLParser(recover=True, huge_tree=True)
    kept = "".join(c for c in text if c.isprintable() or c in "\n\t")
    names = f'xmlns:w="{_W}" xmlns:r="{_R}"'
    root = etree.fromstring(f"<w:document {names}><w:body>{kept}", parser)
    try:
        etree.fromstring(etree.tostring(root))
    except etree.XMLSyntaxError:
        return  # What the parser has made of it is no XML either.
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_word_file())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            body = name == "word/document.xml"
            new.writestr(name, etree.tostring(root) if body else old.read(name))
    _read(made.getvalue(), "source.docx")


TEXT = st.one_of(
    st.binary(max_size=2000),
    st.builds(
        lambda text, encoding: text.encode(encoding, "replace"),
        _mixed(WORDS["plain"]),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac-roman"]),
    ),
)


def plain(data: bytes) -> None:
    """A text in any encoding is read, or refused."""
    _read(data, "source.txt")


def _read(data: bytes, name: str) -> None:
    """Read in this very process: a process for each input would take a second."""
    path = _folder() / name
    path.write_bytes(data)
    _refused_or_well(lambda: read_here(path, kind_of(path)))


def _refused_or_well(action: Callable[[], object]) -> None:
    try:
        action()
    except ConsultationsError as error:
        told = str(error)
    else:
        return
    assert len(told.split("\n")) == 3, told


@dataclass(frozen=True)
class Target:
    """What is given and what must hold."""

    given: st.SearchStrategy[object]
    holds: Callable[..., None]


TARGETS = {
    "tables": Target(TOML, table),
    "permalinks": Target(PERMALINKS, permalinks),
    "settings": Target(SETTINGS, settings),
    "documents": Target(DOCUMENT, document),
    "queries": Target(QUERY, query),
    "quotations": Target(QUOTATION, quoted),
    "pages": Target(READER_HTML, page),
    "word": Target(CHANGES, word),
    "word-body": Target(WORD_BODY, word_body),
    "plain": Target(TEXT, plain),
}
