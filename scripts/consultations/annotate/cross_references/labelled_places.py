"""Places called by their number or letter.

Symptom: "section 2.2", "§ 2.2", "Q3", "sections 1.1 and 2.1", "Chapter Two", "Annex B", "paragraph
2.20", "as noted at 2.20", "note 5", "n 5 above", "item 4 below", "question 3", "recommendation 4",
"Table 2", "Fig. 3", "Case study 1".
Found by: the word and the label. A heading, numbered paragraph, caption, note, question or
recommendation of this document bears it, and only one does; of two captions, the one at a table.
Leaves alone: the sections of an Act, of another work, or of whatever "of the", "their" or "the
board's" makes somebody else's; labels that nothing here bears, or two things. A heading with a
bare number is a section, a part or a chapter, and no annex. A sentence such as "Table 2 shows the
lamps" bears no label.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.cross_references.anothers import is_anothers, is_from_here
from consultations.annotate.cross_references.sending import Sending
from consultations.english.inflection import noun_forms
from consultations.english.numerals import CARDINAL, CARDINALS
from consultations.english.word_lists import alternatives
from consultations.model.edition import Edition, Passage
from consultations.model.text import Interval

RULE = "labelled-places"

_SECTIONS = {"section", "part", "chapter"}
_ANNEXES = {"annex", "annexe", "appendix"}
_CAPTIONED = {
    *("box", "case study", "chart", "diagram", "exhibit", "figure", "graph", "image", "map"),
    *("plate", "table"),
}
_STATED = {
    *("action", "conclusion", "finding", "objective", "option", "principle", "priority"),
    *("attachment", "enclosure", "paper", "proposal", "question", "recommendation"),
}
_SORTS = {
    form: noun
    for noun in _SECTIONS | _ANNEXES | _CAPTIONED | _STATED | {"item", "note", "paragraph"}
    for form in noun_forms(noun)
} | {
    **dict.fromkeys(("annexe", "annexes"), "annex"),
    **dict.fromkeys(("fig", "figs"), "figure"),
    **dict.fromkeys(("footnote", "footnotes"), "note"),
    **dict.fromkeys(("para", "paras"), "paragraph"),
}
"""What is labelled, by the forms of its word, in lower case."""
_SIGNS = {
    "§": "section",
    "Q": "question",
    **dict.fromkeys(("n", "nn", "fn", "N", "Fn"), "note"),
}
_SORT = rf"(?i:{alternatives(_SORTS)})"
_SAID = (
    r"(?:as\s)?(?:argued|described|discussed|explained|mentioned|noted|outlined|said|set\sout|shown"
    r"|stated|summarised)"
)
"""What an author has done elsewhere, and no law."""
_LABEL = rf"""(?:
    (?: \d{{1,4}} (?:[.-]\d{{1,3}}){{0,4}} [a-z]? | [A-Z]\d{{0,2}} (?:\.\d{{1,2}}){{0,3}}
      | [IVX]{{1,5}} )
    (?![\w’']) (?!\.?\d)
  | (?i:{CARDINAL}) (?![\w’'-])                                       # Chapter Two
)"""
PATTERN = re.compile(
    rf"""
    (?: \b (?P<sort> {_SORT} ) \.?\s (?:(?i:no|number)\.?\s)?
      | (?<![\w§]) (?: (?P<sign>§)§? | (?P<letter>Q)\.? ) \s? (?=\d)    # § 3.1, Q5
      | (?<![\w.]) (?P<note> nn? | N | [Ff]n ) \.?\s (?=\d)               # n 12 above
      | \b (?P<lead> (?i: see(?:\salso)? | {_SAID} \s (?:at|in) ) \s (?=\d{{1,3}}\.\d)
                                                                       # as noted at 3.4
          | (?i: at|in|under ) \s (?= \d{{1,3}}\.\d{{1,3}} \s (?:above|below) \b ) ) # in 3.4 above
    ) (?P<label> {_LABEL} )
    (?P<more> (?: \s?(?:,|,?\sand|\sor|&|\sto|–)\s? {_LABEL} )* )      # sections 1.1, 1.2 and 2.1
    """,
    re.VERBOSE,
)
_OF_AMOUNT = re.compile(r"\s?(?:%|per\scent|million|billion|thousand|hours?\b|k?m\b)")
"""Behind a number that counts something: "see 2.1 million of them"."""
_ONE = re.compile(_LABEL, re.VERBOSE)
_PART = re.compile(r"[^-]+")
_NUMBERED = re.compile(
    rf"""
    (?: (?P<sort> {_SORT} ) \.? \s (?:(?:no|number)\.?\s)? )?
    \(? (?P<label>{_LABEL}) (?P<heads> \s?[.:)–—-] | \Z | (?= \s[^\W\d_a-z] ) )? [.:)–—-]* (?:\s|\Z)
    """,
    re.VERBOSE,
)
"""What a passage begins with that bears a label: 2.2 Ferries; Table 1: Lamps."""
_NUMBERS = {word: str(number) for word, number in CARDINALS.items()}


class _Borne(NamedTuple):
    """The passages that bear one label."""

    ids: frozenset[str]
    only: Passage | None
    """The one that is meant; of several the only one that is at a table."""


class Labels:
    """What an edition's passages are labelled with."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[int, _Borne] = {}  # by identity of the lists below, which stay

    def targets(self, sending: Sending) -> Iterator[tuple[int, int, Passage]]:
        """Each stretch of the words that calls one place, with the place."""
        text, match = sending.passage.text, sending.match
        sign = match["sign"] or match["letter"] or match["note"]
        sort = _SIGNS[sign] if sign else _sort(match)
        from_here = is_from_here(sending)
        if is_anothers(sending, sort) or not _is_call(sending, sort, from_here=from_here):
            return
        for label in _ONE.finditer(text, match.start("label"), match.end()):
            for start, end in _ends(label, sort):
                words = text[start:end]
                found = self._labelled(sort, words, sending.passage, from_here=from_here)
                if found:
                    begins_here = start > match.start("label") or match["lead"]
                    yield start if begins_here else match.start(), end, found

    def _labelled(self, sort: str, label: str, here: Passage, *, from_here: bool) -> Passage | None:
        """The one passage that bears a label; None for one that bears it itself."""
        found = next(filter(None, self._bearing(sort, _key(label), from_here=from_here)), None)
        borne = self._borne(found) if found else None
        return borne.only if borne and here.id not in borne.ids else None

    def _borne(self, found: Sequence[Passage]) -> _Borne:
        """Who bears a label; told once, since many passages may bear one that many others call."""
        if id(found) not in self._known:
            at_tables = [one for one in found if len(found) == 1 or self._is_at_table(one)]
            only = at_tables[0] if len(at_tables) == 1 else None
            self._known[id(found)] = _Borne(frozenset(one.id for one in found), only)
        return self._known[id(found)]

    def _bearing(self, sort: str, key: str, *, from_here: bool) -> Iterator[Sequence[Passage]]:
        """The passages that bear a label, in each of the places where what is called so stands.

        The likeliest place comes first.
        """
        if sort in ("", "item", "paragraph"):
            yield self._paragraphs.get(key, [])
            if sort != "paragraph":
                yield self._headings.get(("", key), [])
            return
        if sort in _CAPTIONED or sort in _STATED or sort == "note":
            yield self._others.get((sort, key), [])
            yield self._captions.get((sort, key), [])
        yield self._headings.get((sort, key), [])
        if sort in _SECTIONS:
            yield self._headings.get(("", key), [])
            # A document of numbered paragraphs may call them so.
            yield self._paragraphs.get(key, []) if from_here or "." in key else []
        if sort in _ANNEXES:
            yield self._captions.get((sort, key), [])

    def _is_at_table(self, passage: Passage) -> bool:
        index = self._edition.order[passage.id]
        around = self._edition.passages[max(0, index - 1) : index + 2]
        return any(one.kind == "table" for one in around)

    @cached_property
    def _headings(self) -> dict[tuple[str, str], list[Passage]]:
        found: dict[tuple[str, str], list[Passage]] = {}
        for passage in self._edition.passages:
            match = _NUMBERED.match(passage.text) if passage.kind == "heading" else None
            if match:
                found.setdefault((_sort(match), _key(match["label"])), []).append(passage)
        return found

    @cached_property
    def _paragraphs(self) -> dict[str, list[Passage]]:
        found: dict[str, list[Passage]] = {}
        for passage in self._edition.passages:
            if passage.kind in ("paragraph", "list_item", "blockquote"):
                match = None if passage.marker else _NUMBERED.match(passage.text)
                label = passage.marker or (match["label"] if match and not match["sort"] else "")
                if label:
                    found.setdefault(label.casefold().strip("()."), []).append(passage)
        return found

    @cached_property
    def _others(self) -> dict[tuple[str, str], list[Passage]]:
        """Notes, and what calls for an answer."""
        found: dict[tuple[str, str], list[Passage]] = {}
        by_id = self._edition.by_id
        for note in self._edition.footnotes:
            found.setdefault(("note", _key(note.label)), []).append(by_id[note.passage])
        for question in self._edition.questions:
            sort = "recommendation" if question.kind == "recommendation" else "question"
            for number in (question.number or "").split(", "):
                found.setdefault((sort, _key(number)), []).append(by_id[question.heading])
        return found

    @cached_property
    def _captions(self) -> dict[tuple[str, str], list[Passage]]:
        """Captions, and statements that begin with their label."""
        found: dict[tuple[str, str], list[Passage]] = {}
        for passage in self._edition.passages:
            match = None if passage.kind == "heading" else _NUMBERED.match(passage.text)
            if match and match["sort"] and match["heads"] is not None:
                found.setdefault((_sort(match), _key(match["label"])), []).append(passage)
        return found


def _ends(label: re.Match[str], sort: str) -> Iterator[Interval]:
    """Where the labels stand that one may be: of "paragraphs 3-5" two, of "Table 3-5" one."""
    if sort in _CAPTIONED:
        yield label.span()
        return
    for part in _PART.finditer(label.string, *label.span()):
        yield part.span()


def _is_call(sending: Sending, sort: str, *, from_here: bool) -> bool:
    """Whether the words call a place at all, and one of this document."""
    match = sending.match
    if match["note"]:
        return from_here or sending.passage.kind == "footnote"  # else an amount may be "n 12"
    if sort == "item":
        return from_here  # else that of another meeting
    return not (match["lead"] and _OF_AMOUNT.match(sending.passage.text, match.end("label")))


def _sort(match: re.Match[str]) -> str:
    return _SORTS.get((match["sort"] or "").casefold(), "")


def _key(label: str) -> str:
    """A label as it is compared: in lower case, a number in digits."""
    return _NUMBERS.get(label.casefold(), label.casefold())
