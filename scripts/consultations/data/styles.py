"""References in the styles of CSL, written by citeproc-py: the only module that knows it.

The styles are those of https://github.com/citation-style-language/styles, unchanged, each with its
authors and its licence (CC BY-SA 3.0) in its head.
"""

import warnings
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, cached_property
from importlib import resources
from io import BytesIO
from typing import Any, NamedTuple

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.model import CitationStylesElement, Macro
from citeproc.source import Locator
from citeproc.source.json import CiteProcJSON
from lxml import etree

from consultations import patterns as re
from consultations.data.items import Item, Transcription
from consultations.data.nested_marks import (
    BEGIN,
    before_words,
    behind_first_letters,
    with_other_marks,
)
from consultations.data.xml import Element
from consultations.model.work_date import WorkDate


class _CslStyle(NamedTuple):
    """A style as it is offered."""

    file: str
    locale: str
    """Whose names of months and marks of quotation it has."""
    note: bool = False
    """Whether it cites in a note, which has the whole reference, and not by author and date."""
    about: str = ""
    """How it says a year that is an estimate, where its file does not say that."""
    bare_initials: bool = False
    """Whether initials have no stop where a name stands in full."""


STYLES: Mapping[str, _CslStyle] = {
    "harvard": _CslStyle("harvard-cite-them-right", "en-GB", about="c. {}"),
    "apa": _CslStyle("apa", "en-US"),
    "chicago": _CslStyle("chicago-notes-bibliography", "en-US", note=True),
    "chicago-author-date": _CslStyle("chicago-author-date", "en-US"),
    "mla": _CslStyle("modern-language-association", "en-US"),
    "oscola": _CslStyle("oscola", "en-GB", note=True, about="c {}", bare_initials=True),
    "vancouver": _CslStyle("nlm-citation-sequence", "en-US", about="[{}?]"),
}
"""The styles by the names under which they are offered."""

_CSL = "{http://purl.org/net/xbiblio/csl}"
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

_END = "\ue001"
_WORDS_BEGIN, _WORDS_END = "\ue002", "\ue003"
_DATE_AGAIN = re.compile(rf",? ?{_WORDS_BEGIN}[^{_WORDS_END}]*{_WORDS_END}")
"""A date in words that stands a second time, with the comma before it."""
_TITLE_AGAIN = re.compile(
    rf"""
    (?: (\.) | ,)? \s* [‘“"]?    # what parts it from what is before: `2011. “`
    {BEGIN} [^{_END}]* {_END}
    (?: (\.) | ,)? [’”"]?        # what ends it: `.”`
    """,
    re.VERBOSE,
)
"""A title that stands a second time, with the points and the marks around it."""
_SECOND_POINT = re.compile(
    r"""
    (?: (?<=[?!]) | (?<=[?!][’”]) | (?<=[?!][’”]{2})    # crossing?.   crossing?’.
      | (?<=[^.]\.) | (?<=\.{3})                        # Ltd..        and so ....
    ) \. (?=[’”]*(?:\s|\Z))
    """,
    re.VERBOSE,
)
"""A full stop after a point of the title's own, which no style prints; not one of an ellipsis."""


class _Cited(CitationItem):  # type: ignore[misc] # citeproc has no types
    """One item that is cited, which finds its reference once and not for every test of a style."""

    @cached_property
    def reference(self) -> Any:
        """What the style is asked to write, as citeproc holds it."""
        return self.bibliography.source[self.key]


def reference(item: Item, style: str, page: str | None = None) -> str:
    """One line that refers to an item, as text without markup.

    A style that cites in notes gives a note, any other an entry of its list of references.

    Args:
        item: of CSL-JSON.
        style: a key of STYLES.
        page: where in the item, as printed: `14`, `xi–xii`. Only a note says it.
    """
    chosen = STYLES[style]
    # The title is marked where it will stand in the place of an author, so that its second printing
    # can be found and taken out.
    nameless = "title" in item and not any(
        item.get(role) for role in ("author", "editor", "translator")
    )
    if nameless:
        item = {**item, "title": f"{BEGIN}{item['title']}{_END}"}
    asked = {
        name: behind_first_letters(value) if name in _TITLES and isinstance(value, str) else value
        for name, value in _dated(item, chosen.about).items()
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc warns of variables that it does not know
        listed = CitationStylesBibliography(
            _read(chosen.file, chosen.locale),
            CiteProcJSON([_without_stops(asked) if chosen.bare_initials else asked]),
            formatter.plain,
        )
        where = {"locator": Locator("page", page)} if page else {}
        cited = Citation([_Cited(str(item["id"]).lower(), **where)])  # as citeproc keys it
        listed.register(cited)
        if chosen.note:
            written = str(listed.cite(cited, lambda _: None))
        else:
            written = str(listed.bibliography()[0])
    written = before_words(re.sub(r"\s+", " ", _NUMBER.sub("", written)).strip())
    written = _with_other_marks(written, " ".join(str(item.get("title", "")).split()))
    # The second title goes before marks and stops change places: it is found by what parts it.
    if nameless:
        written = _titled_once(written).replace(BEGIN, "").replace(_END, "")
    if chosen.locale == "en-US":
        written = _OUTSIDE.sub(r"\2\1", written)
    return _SECOND_POINT.sub("", _dated_once(written))


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
        title: as the item has it, with the signs around it where those are set.
    """
    if not title:
        return written
    found = re.compile(re.escape(title), re.IGNORECASE)
    start = len(title) - len(title.removeprefix(BEGIN))

    def changed(match: re.Match[str]) -> str:
        outer = written[match.start() - 1 : match.start()]
        bare = match[0][start : len(match[0]) - start]
        return match[0].replace(bare, with_other_marks(bare, outer))

    return found.sub(changed, written)


def _titled_once(written: str) -> str:
    """A reference whose title stands in the place of an author, and is not said again.

    By CSL a variable that was substituted is not printed a second time; citeproc knows that of one
    that stands there by itself, and not where a macro prints it.
    """
    first = written.find(_END) + 1
    rest = _TITLE_AGAIN.sub(lambda found: found[1] or found[2] or "", written[first:])
    return re.sub(r"\.\.(?=\s)", ".", f"{written[:first]}{rest}")


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


@cache
def _macros(style: CitationStylesElement) -> Mapping[str, Macro]:
    """The macros of a style by their names, the first of each name."""
    found: dict[str, Macro] = {}
    for macro in style.iterchildren(f"{_CSL}macro"):
        found.setdefault(macro.get("name"), macro)
    return found


# citeproc-py searches the whole style by XPath for each macro that it comes to, and asks each anew
# whether it calls a variable, with all macros below it; so it does for each term and each parent.
# That was half of what a reference cost, and a style does not change once it is read. None of these
# has a place where a subclass could be given.
CitationStylesElement.get_macro = lambda element, name: _macros(element.get_root())[name]
Macro.calls_variable = cache(Macro.calls_variable)
CitationStylesElement.xpath_search = cache(CitationStylesElement.xpath_search)


def _say_when_read(root: Element) -> None:
    """Say when an item was read wherever that is known, also of one that has a date.

    APA, Chicago and MLA ask for it where what is cited may change (APA 7, 9.16; CMOS 18, 13.15; MLA
    9, 5.111). Their styles take an item without a date for one that may. An edition of this archive
    may, whatever the date of its document, and of nothing else do we know when it was read.
    """
    for accessed in list(root.iter(f"{_CSL}date")):
        if accessed.get("variable") != "accessed":
            continue
        for branch in accessed.iterancestors(f"{_CSL}if", f"{_CSL}else-if"):
            if "issued" in branch.get("variable", "").split():
                branch.attrib.pop("match", None)
                branch.set("variable", "accessed")
            for other in list(branch.itersiblings(f"{_CSL}if", f"{_CSL}else-if", preceding=True)):
                if "issued" in other.get("variable", "").split() and len(other) == 0:
                    other.getparent().remove(other)


@cache
def _read(file: str, locale: str) -> CitationStylesStyle:
    """A style as citeproc takes it, with two things said in a way that it knows.

    By `initialize="false"` a style says that given names stand in full there, though it has
    initials elsewhere. So `initialize-with`, which styles say once for all names, is written at
    those names alone that want it. What parts a day from its month (`delimiter`) is written
    before each part of a date but the first.

    And with one thing said more often: see `_say_when_read`.
    """
    path = resources.files("consultations.data") / "styles" / f"{file}.csl"
    root = etree.fromstring(path.read_bytes())
    names = list(root.iter(f"{_CSL}name"))
    initials = root.get("initialize-with")
    if any(name.get("initialize") == "false" for name in names):
        root.attrib.pop("initialize-with", None)
        for name in names:
            if name.get("initialize") == "false":
                name.attrib.pop("initialize-with", None)
            elif initials is not None and "initialize-with" not in name.attrib:
                name.set("initialize-with", initials)
    _say_when_read(root)
    for date in root.iter(f"{_CSL}date"):
        for part in date.findall(f"{_CSL}date-part")[1:]:
            if date.get("delimiter") and "prefix" not in part.attrib:
                part.set("prefix", date.get("delimiter"))
    return CitationStylesStyle(BytesIO(etree.tostring(root)), locale=locale, validate=False)
