"""A document or a passage as it is cited in plain words and in Markdown.

client/page/citing/citation.js and formats.js write the same.
"""

from dataclasses import dataclass
from datetime import date as calendar_day

from consultations import patterns as re
from consultations.data.references.items import Transcription
from consultations.data.references.quoted import quotation, speaking, without_ends
from consultations.english.dates import day
from consultations.model.edition import Edition
from consultations.model.source import printed
from consultations.model.voices import OWN

_MARKDOWN = re.compile(r"[\\`*_\[\]<>&]")
"""Characters that mean something in Markdown."""
_ENDED = re.compile(r"[.?!…]\Z")


@dataclass(frozen=True)
class Cited:
    """What a citation says of a document, or of a passage of it."""

    title: str
    by: str
    """The document's authors and their body, as far as they are known."""
    date: str
    """ISO 8601: a year, a month or a day."""
    where: str
    """`p. 14, passage 3 of 9`; empty where all of the document is cited."""
    address: str
    transcription: Transcription
    accessed: calendar_day
    voice: str | None = OWN
    """Whose words are quoted from it, as `model.voices` has it."""


def place_in(edition: Edition, passage: str | None) -> str:
    """Which passage of a document it is, and on which page; empty for all of the document."""
    if passage is None:
        return ""
    pages = printed(edition.source.pages_of(edition.by_id[passage].source))
    place = f"passage {edition.order[passage] + 1} of {len(edition.passages)}"
    return f"{pages}, {place}" if pages else place


def plain_reference(one: Cited) -> str:
    """A reference in plain words."""
    where = f" {one.where[0].upper()}{one.where[1:]}." if one.where else ""
    read = f"{one.address} (accessed {day(one.accessed.isoformat())})."
    title = _sentence(one.title)
    whole = f"{_head(one)} ({day(one.date)}). {title}{where} {one.transcription.words}. {read}"
    return whole.lstrip()


def plain_quotation(one: Cited, words: str) -> str:
    """Words between quotation marks, with whose they are and where they stand."""
    return f"{quotation(words)} {plain_reference(one)}"


def markdown(one: Cited, words: str | None) -> str:
    """A reference in Markdown, under the words that are quoted, where there are any."""
    title = f"*{_literal(one.title)}*"
    link = f"(<{one.address}>)"
    leading = f"{title}, [{one.where}]{link}" if one.where else f"[{title}]{link}"
    read = f"{_literal(one.transcription.words)} (accessed {day(one.accessed.isoformat())})"
    whole = f"{_literal(_head(one))} ({day(one.date)}). {leading}. {read}.".lstrip()
    return f"> {_literal(without_ends(words))}\n>\n> {whole}" if words else whole


def _head(one: Cited) -> str:
    return speaking(one.voice, one.by)


def _sentence(words: str) -> str:
    """The words with the point that ends them, which a title may have itself."""
    return words if _ENDED.search(words) else f"{words}."


def _literal(words: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", words)
