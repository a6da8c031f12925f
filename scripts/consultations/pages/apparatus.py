"""The page of an apparatus: every emendation and every known gap of an edition."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import get_args

from consultations.model.edition import Edition
from consultations.model.emendation import Emendation, Kind
from consultations.model.emended import emended_places
from consultations.pages.body import gap_id, paragraphs
from consultations.pages.facts import counted, front_matter
from consultations.pages.markup import Html, element, lines, opening, text
from consultations.pages.visible import visible

_CONTEXT = 32
"""How much of the source, in code points, stands to either side of a reading."""

_KINDS: dict[Kind, str] = {
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


def emendation_id(emendation: Emendation) -> str:
    """Id of an emendation: its interval of the source, which never changes."""
    return f"e:{emendation.start}-{emendation.end}"


def apparatus_page(edition: Edition) -> str:
    """The Markdown of texts/<id>/apparatus.md. What `reading_page` says of HTML holds here too."""
    title = edition.source.record.title
    emended = counted(len(edition.emendations), "emendation", "emendations")
    lost = counted(len(edition.gaps), "known gap", "known gaps")
    kind = Html(f"Apparatus · {element('a', text('to the text'), href='../')}")
    head = [
        element("p", kind, class_="kind"),
        element("h1", text(title)),
        element("p", text(f"{emended.capitalize()}, {lost}."), class_="by"),
        element(
            "p",
            text(
                "Each entry gives the line of the source, what stands there, and what the edition "
                "reads instead, with a few words around it, then the rule that made the change and "
                "its reason. With these entries undone, the edition is its source again, to the "
                "character."
            ),
        ),
    ]
    blocks = [
        opening("div", class_="apparatus", data_edition=edition.id),
        element("header", Html("\n"), lines(head), Html("\n"), class_="head"),
        *_gaps(edition),
        *_emendations(edition),
        Html("</div>"),
    ]
    description = f"Every change from the source to the edition of {title}: {emended}, {lost}"
    return f"{front_matter(f'Apparatus: {title}', description)}\n{paragraphs(blocks)}\n"


def _gaps(edition: Edition) -> Iterator[Html]:
    """What the source has lost, with the evidence."""
    if not edition.gaps:
        return
    yield element("h2", text("Known gaps"), id="gaps")
    items = []
    for number, gap in enumerate(edition.gaps, 1):
        link = element("a", text(gap.what), href=f"../#{gap_id(number)}")
        evidence = element("p", text(gap.evidence), class_="why")
        items.append(element("li", element("p", link), evidence, id=gap_id(number)))
    yield element("ol", Html("\n"), lines(items), Html("\n"), class_="entries")


def _emendations(edition: Edition) -> Iterator[Html]:
    """The emendations, kind by kind; within a kind those that have rule and reason in common."""
    homes = _homes(edition)
    order = {kind: n for n, kind in enumerate(get_args(Kind))}
    ordered = sorted(edition.emendations, key=lambda e: order[e.kind])
    for kind, run in groupby(ordered, key=lambda e: e.kind):
        found = list(run)
        count = element("span", text(f"{len(found):,}"), class_="count")
        yield element("h2", text(_KINDS[kind]), Html(" "), count, id=f"kind:{kind}")
        groups: dict[tuple[str, str, str], list[Emendation]] = {}
        for e in found:
            groups.setdefault((e.rule, e.reason, e.certainty), []).append(e)
        for (rule, reason, certainty), entries in groups.items():
            yield _why(rule, reason, certainty)
            yield element("ol", Html("\n"), _entries(edition, entries, homes), class_="entries")


def _homes(edition: Edition) -> Callable[[Emendation], str | None]:
    """The passage that an emendation leads to: its own, else the next one, else the last."""
    own = {e.emendation: e.passage for e in emended_places(edition)}
    starts = sorted((span[0], p.id) for p in edition.passages for span in p.source)

    def home(e: Emendation) -> str | None:
        if e in own or not starts:
            return own.get(e)
        return starts[min(bisect_left(starts, (e.end, "")), len(starts) - 1)][1]

    return home


def _why(rule: str, reason: str, certainty: str) -> Html:
    by = element("code", text(rule))
    doubt = element("em", text("Probable.")) if certainty == "probable" else None
    parts = [by, text(reason), *([doubt] if doubt else [])]
    return element("p", Html(" ".join(parts)), class_="why")


def _entries(
    edition: Edition, emendations: Sequence[Emendation], homes: Callable[[Emendation], str | None]
) -> Html:
    items = []
    for e in emendations:
        place = text(f"line {edition.source.locate(e.start).line}")
        home = homes(e)
        where = element("a", place, href=f"../#{home}") if home else element("span", place)
        items.append(element("li", where, Html(" "), _reading(edition, e), id=emendation_id(e)))
    return Html(f"{lines(items)}\n")


def _reading(edition: Edition, e: Emendation) -> Html:
    """What the source has and what the edition reads, among the words around them."""
    source = edition.source.text
    before = source[max(0, e.start - _CONTEXT) : e.start].rpartition("\n")[2]
    after = source[e.end : e.end + _CONTEXT].partition("\n")[0]
    was = [element("del", text(visible(e.before)))] if e.before else []
    now = [element("ins", text(visible(e.after)))] if e.after else []
    return element("span", text(before), *was, *now, text(after), class_="reading", translate="no")
