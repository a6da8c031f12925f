"""A saved web page to a transcript: its main part in Markdown, and what it says of itself."""

import warnings
from collections.abc import Set
from pathlib import Path

import bs4
from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import Tag

from consultations.errors import UnreadableError
from consultations.intake.readers import limits, markup
from consultations.intake.readers.html.archived import address_of_copy
from consultations.intake.readers.html.character_data import as_text
from consultations.intake.readers.html.encodings import PageText, text_of
from consultations.intake.readers.html.facts import absolute, facts_of
from consultations.intake.readers.html.forms import write_answers
from consultations.intake.readers.html.main_part import main_part
from consultations.intake.readers.html.makers import put_in_common_form
from consultations.intake.readers.html.mhtml import page_of
from consultations.intake.readers.html.notes import notes_of
from consultations.intake.readers.html.writing import PageWriter
from consultations.model.transcript import Transcript

_EMPTY = ["embed", "source", "track", "wbr"]
"""Elements without contents that are newer than the parser."""
_LONGEST = 300
"""Code points of an address that an error or a record shows."""


def read(path: Path) -> Transcript:
    """The transcript of a saved page.

    Raises:
        UnreadableError: it is no text, or only shows other pages.
    """
    saved = page_of(path.read_bytes())
    data = saved.data
    page = text_of(data, path) if isinstance(data, bytes) else PageText(data, None)
    _require_no_more_tags(data, path)
    with warnings.catch_warnings():
        # A page may begin as XML does, and be read as any other.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(as_text(page.text), "lxml")
    _require_text(soup, path)
    _end_at_once(soup)
    for frame in soup.find_all("iframe", src=list(saved.frames)):
        frame["srcdoc"] = saved.frames[str(frame["src"])]
    doubts = saved.doubts + _flatten(soup)
    if page.doubt:
        doubts += (page.doubt,)
    write_answers(soup)
    put_in_common_form(soup)
    copied = address_of_copy(soup)
    facts = facts_of(soup, copied or saved.address)
    _links_within(soup, {saved.address or "", facts.address or ""})
    base = soup.find("base", href=True)
    around = str(base["href"]) if isinstance(base, Tag) else ""
    address = absolute(around, facts.address or "")
    main, left_out = main_part(soup)
    writer = PageWriter(notes_of(main), main, left_out, address)
    text, drops = markup.assembled(writer.page(main), writer.drops)
    return Transcript(
        text, f"beautifulsoup4 {bs4.__version__}", drops=drops, facts=facts, doubts=doubts
    )


def _require_no_more_tags(data: bytes | str, path: Path) -> None:
    """Make sure that a page has no more tags than are read in the time that a file may take.

    Raises:
        UnreadableError: it has.
    """
    tags = data.count("<") if isinstance(data, str) else data.count(b"<")
    if tags > limits.TAGS:
        raise UnreadableError(
            f"the page has {tags:,} tags; a page may have {limits.TAGS:,}",
            where=str(path),
            remedy="save the part of it that is meant, or copy its text",
        )


def _require_text(soup: BeautifulSoup, path: Path) -> None:
    """Make sure that a page is not one that only lays out others.

    Raises:
        UnreadableError: it is one.
    """
    if soup.find("frameset") is None:
        return
    frames = [str(frame["src"]) for frame in soup.find_all("frame", src=True)]
    raise UnreadableError(
        f"the page only shows others in frames, and has no text: {', '.join(frames)[:_LONGEST]}",
        where=str(path),
        remedy="open the frame that is meant by itself in the browser, and save that",
    )


def _end_at_once(soup: BeautifulSoup) -> None:
    """Let nothing stand in an element that holds nothing: its parser takes all that follows for it.

    HTML has it end with its tag, and a browser shows what follows.
    """
    for element in soup.find_all(_EMPTY):
        if element.contents:
            ended = soup.new_tag(element.name)
            ended.attrs = element.attrs
            element.insert_before(ended)
            element.unwrap()


def _links_within(soup: BeautifulSoup, addresses: Set[str]) -> None:
    """Shorten links to places of the page itself, which some browsers save as full addresses."""
    own = {address.partition("#")[0] for address in addresses} - {""}
    for link in soup.find_all("a", href=True):
        page, _, place = str(link["href"]).partition("#")
        if place and page in own:
            link["href"] = f"#{place}"


def _flatten(soup: BeautifulSoup) -> tuple[str, ...]:
    """Turn what is nested too deep into text, so that all ancestors are few; say if any was."""
    deep: list[Tag] = [soup]
    for _ in range(limits.DEPTH):
        deep = [child for e in deep for child in e.children if isinstance(child, Tag)]
    words = [e.get_text() for e in deep]
    for element, text in zip(deep, words, strict=True):
        element.replace_with(text)
    if not any(map(str.strip, words)):
        return ()
    return (
        f"elements stand in each other more than {limits.DEPTH} deep: what lies deeper is read as"
        " text without paragraphs, lists and links",
    )
