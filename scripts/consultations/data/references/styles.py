"""References in the styles of CSL, as citeproc-py writes them, mended where it errs."""

import warnings
from dataclasses import replace

from citeproc import Citation, CitationStylesBibliography, formatter
from citeproc.source import Locator
from citeproc.source.json import CiteProcJSON

from consultations import patterns as re
from consultations.data.references.citeproc_mended import Cited
from consultations.data.references.csl import STYLES, csl_style
from consultations.data.references.items import Item, Transcription
from consultations.data.references.nested_marks import (
    before_words,
    behind_first_letters,
    with_other_marks,
)
from consultations.data.references.printed_forms import KEPT_SMALL, printed_form, style_for
from consultations.model.work_date import WorkDate

_TITLES = frozenset({"title", "container-title", "collection-title", "event-title"})
"""Fields in which a style changes capitals."""
_NUMBER = re.compile(r"\A(?:\[1\]|\(1\)|1\.)\s*")
"""The number that a style gives the first and only entry of its list."""
_STOP = re.compile(r"(?<=\b[^\W\d_])\.")
"""After an initial."""
_JOINED = re.compile(r"(?<=\b[^\W\d_]) (?=[^\W\d_]\b)")
"""Between two initials, once they have no stops."""
_OUTSIDE = re.compile(r"([”’]+)([.,])(?=[\s”]|\Z)")
"""A stop after a closing mark, which American style prints before it."""

_WORDS_BEGIN, _WORDS_END = "\ue002", "\ue003"
_DATE_AGAIN = re.compile(rf",? ?{_WORDS_BEGIN}[^{_WORDS_END}]*{_WORDS_END}")
"""A date in words that stands a second time, with the comma before it."""
_SECOND_POINT = re.compile(
    r"""
    (?: (?<=[?!]) | (?<=[?!][’”]) | (?<=[?!][’”]{2})    # crossing?.   crossing?’.
      | (?<=[^.]\.) | (?<=\.{3})                        # Ltd..        and so ....
    ) \. (?=[’”]*(?:\s|\Z))
    """,
    re.VERBOSE,
)
"""A full stop after a point of the title's own, which no style prints; not one of an ellipsis."""


def reference(item: Item, style: str, page: str | None = None) -> str:
    """One line that refers to an item, as text without markup.

    A style that cites in notes gives a note, any other an entry of its list of references.

    Args:
        item: of CSL-JSON.
        style: a key of STYLES.
        page: where in the item, as printed: `14`, `xi–xii`. Only a note says it.
    """
    style = style_for(item, style)
    item = printed_form(item, style)
    chosen = STYLES[style]
    asked = {
        name: behind_first_letters(value) if name in _TITLES and isinstance(value, str) else value
        for name, value in _dated(item, chosen.about).items()
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc warns of variables that it does not know
        listed = CitationStylesBibliography(
            csl_style(chosen),
            CiteProcJSON([_without_stops(asked) if chosen.bare_initials else asked]),
            formatter.plain,
        )
        where = {"locator": Locator("page", page)} if page else {}
        cited = Citation([Cited(str(item["id"]).lower(), **where)])  # as citeproc keys it
        listed.register(cited)
        # Some styles list no letter and no interview: they have only what stands in the text.
        entries = [] if chosen.note else listed.bibliography()
        written = str(entries[0] if entries else listed.cite(cited, lambda _: None))
    written = before_words(re.sub(r"\s+", " ", _NUMBER.sub("", written)).strip())
    written = _with_other_marks(written, " ".join(str(item.get("title", "")).split()))
    if chosen.locale == "en-US":
        written = _OUTSIDE.sub(r"\2\1", written)
    return _SECOND_POINT.sub("", _dated_once(written).replace(KEPT_SMALL, ""))


def _dated(item: Item, about: str) -> Item:
    """The item with a date of issue that citeproc writes no more precisely than it is known."""
    date = WorkDate.of(item)
    if date.circa and about:
        # Without the word for it, an estimate would be printed as a year that is known.
        words = about.format(replace(date, circa=False).years)
    elif date.begin:
        # Of a range within one year citeproc prints the months, and no year.
        within = date.end and date.end[0] == date.begin[0]
        return {**item, "issued": {"date-parts": [date.begin[:1]]}} if within else item
    else:
        words = date.literal
    if not words:
        return item
    return {**item, "issued": {"literal": f"{_WORDS_BEGIN}{words}{_WORDS_END}"}}


def _dated_once(written: str) -> str:
    """A reference that says a date in words once: citeproc knows no parts of it to say apart."""
    first = written.find(_WORDS_END) + 1
    once = written[:first] + _DATE_AGAIN.sub("", written[first:])
    return once.replace(_WORDS_BEGIN, "").replace(_WORDS_END, "")


def with_transcription(written: str, transcription: Transcription) -> str:
    """A reference that says last what the reader had before him.

    Of the styles few say the version of a report, and each in another place and without its medium:
    so it is a sentence of its own, as notes are that guides have no rule for.
    """
    stop = "" if written.endswith((".", ".”")) else "."
    return f"{written}{stop} {transcription.words}."


def _with_other_marks(written: str, title: str) -> str:
    """A reference in which the marks of a title are of the other kind where it stands in marks.

    Args:
        written: in some style, which may have changed small letters of the title to capitals.
        title: as the item has it.
    """
    if not title:
        return written
    found = re.compile(re.escape(title), re.IGNORECASE)
    return found.sub(
        lambda match: with_other_marks(match[0], written[match.start() - 1 : match.start()]),
        written,
    )


def _without_stops(item: Item) -> Item:
    """The item with initials as a style has them that sets nothing after one: `Ada B`, `AB`.

    citeproc sets initials only where it makes them itself.
    """
    roles = {
        role: [
            {**name, "given": _JOINED.sub("", _STOP.sub("", name["given"]))}
            if "given" in name
            else name
            for name in item[role]
        ]
        for role in ("author", "editor")
        if role in item
    }
    return {**item, **roles}
