"""The styles of CSL that are offered, as citeproc-py takes them: read, with what it lacks.

They are those of https://github.com/citation-style-language/styles, unchanged, each with its
authors and its licence (CC BY-SA 3.0) in its head.
"""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from importlib import resources
from io import BytesIO
from typing import NamedTuple

from citeproc import CitationStylesStyle
from citeproc.model import CitationStylesElement, Macro
from lxml import etree

from consultations.data.xml import Element


class CslStyle(NamedTuple):
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


STYLES: Mapping[str, CslStyle] = {
    "harvard": CslStyle("harvard-cite-them-right", "en-GB", about="c. {}"),
    "apa": CslStyle("apa", "en-US"),
    "chicago": CslStyle("chicago-notes-bibliography", "en-US", note=True),
    "chicago-author-date": CslStyle("chicago-author-date", "en-US"),
    "mla": CslStyle("modern-language-association", "en-US"),
    "oscola": CslStyle("oscola", "en-GB", note=True, about="c {}", bare_initials=True),
    "vancouver": CslStyle("nlm-citation-sequence", "en-US", about="[{}?]"),
}
"""The styles by the names under which they are offered."""

_CSL = "{http://purl.org/net/xbiblio/csl}"


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


def _name_substitutes_alike(root: Element) -> None:
    """Write names in the place of others as those are written, where nothing else is said.

    citeproc does so for those that stand there by themselves, and not for those of one case.
    """
    for names in root.iter(f"{_CSL}names"):
        inherited = [child for child in names if child.tag != f"{_CSL}substitute"]
        for other in names.iterfind(f"{_CSL}substitute//{_CSL}names"):
            if len(other) == 0:
                other.extend(deepcopy(inherited))


@cache
def csl_style(style: CslStyle) -> CitationStylesStyle:
    """A style as citeproc takes it, with four things said in a way that it knows.

    By `initialize="false"` a style says that given names stand in full there, though it has
    initials elsewhere. So `initialize-with`, which styles say once for all names, is written at
    those names alone that want it. What parts a day from its month (`delimiter`) is written before
    each part of a date but the first. Labels in capitals (`Eds.`) are those of every word, and
    names in the place of others say how they are written.

    And with one thing said more often: see `_say_when_read`.
    """
    path = resources.files("consultations.data.references") / "styles" / f"{style.file}.csl"
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
    _name_substitutes_alike(root)
    for label in root.iter(f"{_CSL}label"):
        if label.get("text-case") == "title":  # which citeproc does to texts in English alone
            label.set("text-case", "capitalize-all")
    for date in root.iter(f"{_CSL}date"):
        for part in date.findall(f"{_CSL}date-part")[1:]:
            if date.get("delimiter") and "prefix" not in part.attrib:
                part.set("prefix", date.get("delimiter"))
    return CitationStylesStyle(BytesIO(etree.tostring(root)), locale=style.locale, validate=False)
