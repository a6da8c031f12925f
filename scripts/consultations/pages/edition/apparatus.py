"""The page of an apparatus: every emendation and every known gap of an edition."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import get_args

from consultations import patterns as re
from consultations.model.edition import Edition
from consultations.model.emendation import Emendation, Kind
from consultations.model.emended import emended_places
from consultations.model.transcript import Drop
from consultations.pages.edition.body import gap_id
from consultations.pages.edition.marks import emendation_id, is_drawn, is_marked
from consultations.pages.facts import counted, front_matter
from consultations.pages.links import Here
from consultations.pages.question_words import lost
from consultations.pages.writing import blocks
from consultations.pages.writing.blocks import Item
from consultations.pages.writing.content import Content, Element, element
from consultations.pages.writing.markdown import Markdown
from consultations.pages.writing.visible import visible

_CONTEXT = 32
"""How much of the source, in code points, stands at most to either side of a reading."""

_CUT_WORD = re.compile(r"\A\S* ")
_CUT_WORD_AFTER = re.compile(r" \S*\Z")

_TEXT = Here("index.md")
"""The edition's own page, beside that of its apparatus."""

_INTRODUCTION = (
    "Each entry gives the line of the source, what stands there, and what the edition reads "
    "instead, with a few words around it; above it stand the rule that made the change and its "
    "reason. With these entries undone, the edition is its source again, to the character."
)

_READING = (
    "The file was read into a transcript, which is the source of this edition. Here is what the "
    "file has and the transcript has not, or has in another form."
)

KINDS: dict[Kind, str] = {
    "mojibake": "Garbled characters",
    "lost-hyphen": "Lost hyphens",
    "split-word": "Split words",
    "entity": "Damaged entities",
    "url": "Broken addresses",
    "markup": "Markup",
    "numbering": "Numbering",
    "list-glyph": "List marks",
    "punctuation": "Punctuation",
    "spacing": "Spacing",
    "join": "False breaks",
    "footnote-marker": "Note markers",
    "running-header": "Running heads and folios",
    "navigation": "Navigation",
    "contents-list": "Contents lists",
    "rule": "Ruled lines",
    "download-link": "Download links",
    "continuation-marker": "Continuation marks",
    "other": "Other",
}
"""What a reader calls the kinds of emendations."""


_ROUTINE = frozenset[Kind]({"markup", "numbering", "list-glyph", "spacing", "rule"})
"""Kinds that change no words: they stand behind the others, each list of them folded."""


def apparatus_page(edition: Edition) -> str:
    """The Markdown of texts/<id>/apparatus.md."""
    title = edition.source.record.title
    emended = counted(len(edition.emendations), "emendation", "emendations")
    lost = counted(len(edition.gaps), "known gap", "known gaps")
    description = f"Every change from the source to the edition of {title}: {emended}, {lost}"
    matter = front_matter(f"Apparatus: {title}", description, kind="apparatus", edition=edition.id)
    to_the_text = element("a", "to the text", href=_TEXT.to("index.md"))
    head = [
        blocks.paragraph(["Apparatus · ", to_the_text], {"class": "kind"}),
        blocks.heading(1, [title], {"id": "edition:title"}),
        blocks.paragraph([f"{emended.capitalize()}, {lost}."], {"class": "by"}),
        blocks.paragraph([_INTRODUCTION], {}),
        *([blocks.drawing("emendations")] if edition.emendations else []),
    ]
    parts = (_gaps(edition), _left_out(edition), _emendations(edition))
    return blocks.page(matter, [*head, *(block for part in parts for block in part)])


def _gaps(edition: Edition) -> Iterator[Markdown]:
    """What the source has lost, with the evidence."""
    if not edition.gaps:
        return
    yield blocks.heading(2, [f"Known gaps ({len(edition.gaps):,})"], {"id": "edition:gaps"})
    items = []
    for number, gap in enumerate(edition.gaps, 1):
        link = element("a", lost(gap), href=_TEXT.to("index.md", gap_id(number)))
        items.append(Item([link, f" – {gap.evidence}"], gap_id(number)))
    yield blocks.lists(items)


def _left_out(edition: Edition) -> Iterator[Markdown]:
    """What the reader of the file left out or replaced, alike ones in one entry."""
    drops = edition.source.drops
    if not drops:
        return
    home = _next_passage(edition)
    title = f"Left out on reading the file ({len(drops):,})"
    yield blocks.heading(2, [title], {"id": "kind:left-out"})
    yield blocks.paragraph([_READING], {})
    # Under each kind and reason, what is the same is one entry: a running head is on every page. An
    # entry has the id of the first of its drops.
    groups: dict[tuple[str, str], dict[tuple[str, str], list[Drop]]] = {}
    numbers: dict[Drop, str] = {}
    for number, drop in enumerate(drops, 1):
        numbers.setdefault(drop, f"dropped:{number}")
        alike = groups.setdefault((drop.kind, drop.reason), {})
        alike.setdefault((drop.text, drop.after), []).append(drop)
    for (kind, reason), entries in groups.items():
        yield blocks.paragraph(_why(kind, reason, "certain"), {"class": "why"})
        yield blocks.lists(
            Item([*_places(edition, found, home), ": ", *_read(text, after)], numbers[found[0]])
            for (text, after), found in entries.items()
        )


def _places(
    edition: Edition, drops: Sequence[Drop], home: Callable[[int], str | None]
) -> Iterator[str | Element]:
    """Where the first of some like things stood, and how many there are."""
    first, last = drops[0], drops[-1]
    at = edition.source.place_of(first)
    if first.page:
        place = f"p. {first.page}" if first.page == last.page else f"p. {first.page} to {last.page}"
    else:
        place = f"line {edition.source.locate(at).line}" if at is not None else "no place"
    leads = home(at) if at is not None else None
    yield element("a", place, href=_TEXT.to("index.md", leads)) if leads else place
    if len(drops) > 1:
        yield f", {len(drops):,} times"


def _read(before: str, after: str) -> Iterator[str | Element]:
    """What stood there as struck out, and what is read instead as put in; each may be empty."""
    if before:
        yield element("del", visible(before))
    if after:
        yield element("ins", visible(after))


def _emendations(edition: Edition) -> Iterator[Markdown]:
    """The emendations by kind, those of words first; in a kind those of one rule and reason."""
    homes = _homes(edition)
    # Sorting is stable: within both groups, kinds stay in the order in which the model lists them.
    kinds = sorted(get_args(Kind), key=lambda kind: kind in _ROUTINE)
    order = {kind: n for n, kind in enumerate(kinds)}
    ordered = sorted(edition.emendations, key=lambda e: order[e.kind])
    for kind, run in groupby(ordered, key=lambda e: e.kind):
        found = list(run)
        yield blocks.heading(2, [f"{KINDS[kind]} ({len(found):,})"], {"id": f"kind:{kind}"})
        groups: dict[tuple[str, str, str], list[Emendation]] = {}
        for e in found:
            groups.setdefault((e.rule, e.reason, e.certainty), []).append(e)
        for why, entries in groups.items():
            yield blocks.paragraph(_why(*why), {"class": "why"})
            listed = blocks.lists(_entry(edition, e, homes(e)) for e in entries)
            places = counted(len(entries), "place", "places")
            yield blocks.folded([places], [listed]) if kind in _ROUTINE else listed


def _homes(edition: Edition) -> Callable[[Emendation], str | None]:
    """Where an emendation leads: to its mark, its passage, else the next passage or the last."""
    own = {
        place.emendation: emendation_id(place.emendation)
        if is_marked(place.emendation) and is_drawn(edition.by_id[place.passage], place)
        else place.passage
        for place in emended_places(edition)
    }
    following = _next_passage(edition)

    def home(e: Emendation) -> str | None:
        return own[e] if e in own else following(e.end)

    return home


def _next_passage(edition: Edition) -> Callable[[int], str | None]:
    """For a place in the source: the passage that begins there or next, else the last."""
    starts = sorted((span[0], p.id) for p in edition.passages for span in p.source)

    def following(place: int) -> str | None:
        if not starts:
            return None
        return starts[min(bisect_left(starts, (place, "")), len(starts) - 1)][1]

    return following


def _why(rule: str, reason: str, certainty: str) -> Content:
    """The line over like changes: what made them, its reason, and whether it is only probable."""
    doubt = (" ", element("em", "Probable.")) if certainty == "probable" else ()
    return (element("code", rule), f" {reason}", *doubt)


def _entry(edition: Edition, e: Emendation, home: str | None) -> Item:
    """One emendation: its line of the source, as a link to `home` on the page of the text."""
    place = f"line {edition.source.locate(e.start).line}"
    where = element("a", place, href=_TEXT.to("index.md", home)) if home else place
    return Item([where, ": ", *_reading(edition, e)], emendation_id(e))


def _reading(edition: Edition, e: Emendation) -> Iterator[str | Element]:
    """What the source has and what the edition reads, among the words around them."""
    source = edition.source.text
    before = source[max(0, e.start - _CONTEXT) : e.start].rpartition("\n")[2]
    after = source[e.end : e.end + _CONTEXT].partition("\n")[0]
    yield _CUT_WORD.sub("… ", before) if len(before) == _CONTEXT else before
    yield from _read(e.before, e.after)
    yield _CUT_WORD_AFTER.sub(" …", after) if len(after) == _CONTEXT else after
