"""`consultations explain`."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from consultations import pipeline
from consultations.model.annotation import (
    Abbreviation,
    Annotation,
    Citation,
    CrossReference,
    Link,
    Mention,
    Quotation,
)
from consultations.model.edition import Edition, Passage
from consultations.model.emendation import Emendation
from consultations.model.source import printed
from consultations.model.text import Interval
from consultations.model.transcript import Drop
from consultations.report import printable
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations explain some-id --line 41",
    short_help="Show what happened to one place, and what was found there.",
)
@click.argument("document", metavar="ID")
@click.option("--line", type=click.IntRange(1), help="A line of the source, from 1.")
@click.option("--passage", help="The id of a passage, as in its link.")
def explain(document: str, line: int | None, passage: str | None) -> None:
    """Show a place of document ID: what was left out and changed there, and what was found.

    The source is the file where that is plain text, else the transcript that a reader made of it.

    Without a place, say what was done to the whole document.
    """
    if line is not None and passage is not None:
        raise click.UsageError("give --line or --passage, not both")
    edition = pipeline.read_one(find_project(Path.cwd()), document)
    if line is None and passage is None:
        _tell_all(edition)
    else:
        _tell_place(edition, *_place(edition, line, passage))


def _place(
    edition: Edition, line: int | None, passage: str | None
) -> tuple[tuple[Interval, ...], list[Passage]]:
    """Intervals of the source, and the passages that stand there."""
    if passage is not None:
        found = edition.led_to(passage)
        if found is None:
            raise click.UsageError(f"{edition.id} has no passage {passage!r}")
        return found.source, [found]
    try:
        interval = edition.source.line_interval(line or 1)
    except IndexError:
        raise click.UsageError(f"the source of {edition.id} has no line {line}") from None
    start, end = interval
    there = [p for p in edition.passages if any(s < end and start < e for s, e in p.source)]
    return (interval,), there


def _tell_place(edition: Edition, source: tuple[Interval, ...], passages: list[Passage]) -> None:
    for start, end in source:
        _say(f"source   {edition.source.locate(start)}")
        _say(f"         {edition.source.text[start:end]}")
    for drop in edition.source.drops:
        at = edition.source.place_of(drop)
        if at is not None and any(start <= at <= end for start, end in source):
            _say(f"reader   {_in_words(drop)}")
            _say(f"         {drop.reason}")
    for e in _emendations(edition, source):
        _say(f"changed  {edition.source.locate(e.start)} by {e.rule} ({e.kind}, {e.certainty})")
        _say(
            f"         {ascii(e.before) if not e.before.isprintable() else repr(e.before)}"
            f" -> {e.after!r}"
        )
        _say(f"         {e.reason}")
    for passage in passages:
        _say(f"edition  #{passage.id} ({passage.kind}){_printed_on(edition, passage)}")
        _say(f"         {passage.text}")
        for annotation in _annotations(edition, passage):
            _say(f"found    {_known(annotation)} [{annotation.rule}]")
    if not passages:
        _say("edition  nothing of this stands in the edition")


def _say(line: str) -> None:
    """Print a line; any part of it may come from a source, a record or an erratum."""
    click.echo(printable(line))


def _printed_on(edition: Edition, passage: Passage) -> str:
    """On which pages of its source a passage stands; nothing where that has none."""
    pages = printed(edition.source.pages_of(passage.source))
    return f", {pages}" if pages else ""


def _annotations(edition: Edition, passage: Passage) -> list[Annotation]:
    """What annotators found in a passage, in the order of its text."""
    found = (found for found in edition.annotations if found.passage == passage.id)
    return sorted(found, key=lambda annotation: (annotation.start, -annotation.end))


def _known(annotation: Annotation) -> str:
    """The words that are annotated, and what is known of them."""
    match annotation:
        case Quotation(attributed_to=who, kind=kind):
            known = f"{who or 'nobody is named'} ({kind})"
        case Citation(work=known) | Mention(entity=known) | Abbreviation(expansion=known):
            pass
        case Link(url=known) | CrossReference(target=known):
            pass
        case _:
            raise TypeError(annotation)
    return f"{annotation.text!r} -> {known}"


def _in_words(drop: Drop) -> str:
    page = f", p. {drop.page}" if drop.page else ""
    kind = drop.kind.replace("-", " ")
    if drop.after:
        return f"{drop.text!r} -> {drop.after!r} ({kind}{page})"
    return f"left out {drop.text!r} ({kind}{page})"


def _emendations(edition: Edition, source: tuple[Interval, ...]) -> Iterator[Emendation]:
    for e in edition.emendations:
        # What only touches the place counts: a blank that was taken out at its end is part of it.
        if any(start <= e.end and e.start <= end for start, end in source):
            yield e


def _tell_all(edition: Edition) -> None:
    counts: dict[str, int] = {}
    for e in edition.emendations:
        counts[e.rule] = counts.get(e.rule, 0) + 1
    _say(f"{edition.id}: {edition.source.record.title}")
    _say(
        f"{len(edition.passages)} passages, {len(edition.emendations)} emendations,"
        f" {len(edition.gaps)} gaps"
    )
    dropped = Counter(drop.kind for drop in edition.source.drops)
    for kind, count in sorted(dropped.items(), key=lambda item: (-item[1], item[0])):
        _say(f"{count:6}  left out by the reader: {kind.replace('-', ' ')}")
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        _say(f"{count:6}  {rule}")
