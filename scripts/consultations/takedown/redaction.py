"""Words of a document are taken out of its source, and their length and the reason are kept.

This is the one change that is ever made to a source. The words are no conversion's damage and no
erratum: an emendation would keep them on record. So the source is written anew without them, with a
mark in their place, and is the document's source from then on.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from consultations import intake, pipeline
from consultations import patterns as re
from consultations.errors import EditorError, TakedownError
from consultations.intake.rewriting import MARK, WHOLE_MARK, Run, rewrite_source
from consultations.model.edition import Edition, Passage
from consultations.model.editor import Redaction
from consultations.model.permalink import Permalink
from consultations.model.printed import source_intervals
from consultations.model.text import Interval, squeeze
from consultations.placing import copy_files, exclusive, replacing, scratch, writing
from consultations.settings import Project
from consultations.takedown.finishing import finishing
from consultations.takedown.released import take_out_words
from consultations.takedown.remains import Remnant, remnants

_MARK = re.compile(f"{re.escape(MARK)}|{re.escape(WHOLE_MARK)}")
"""What stands in the place of words that were taken out before."""


@dataclass(frozen=True)
class Request:
    """What is to be taken out of a passage, and why."""

    document: str
    passage: str
    words: str | None
    """As the edition has them, each time that they stand in the passage and are no part of longer
    ones; None for all of it."""
    reason: str
    day: date


def redact(project: Project, request: Request) -> tuple[Redaction, list[Remnant]]:
    """Take a passage, or words of it, out of the source and of everything made of it.

    The passage keeps its id. The document's folder is put in place whole or not at all.

    Returns:
        What is kept on record, and where the words still stand.

    Raises:
        TakedownError: there are no such words, or what an editor has written beside the source
            holds them.
        ConsultationsError: what cannot be read or written.
    """
    with exclusive(project.cache):
        edition, passage = _found(project, request)
        try:
            taken = _taken(edition, passage, request)
        except TakedownError as error:
            if not _was_redacted(project, edition, passage):
                raise
            # If that was stopped once the document had changed, its pages still have the words.
            _make_pages(project)
            raise TakedownError(
                f"{error.what}; words of it were taken out before, and its pages are made anew",
                where=error.where,
                remedy="see redactions.toml beside its source for when and why; where other words"
                " are meant, copy them from the passage as the site shows it now",
            ) from error
        texts = [edition.source.text[start:end] for run in taken for start, end in run]
        shown = [passage.text] if request.words is None else [request.words]
        entry = Redaction(
            passage.id, sum(map(len, texts)), request.day.isoformat(), squeeze(request.reason)
        )
        folder = project.archive / edition.id
        with scratch(project.cache) as made:
            tried = made / "archive"
            with writing(tried, f"a copy of the document {edition.id}"):
                (tried / edition.id).mkdir(parents=True)
                copy_files(folder, tried / edition.id)
                rewrite_source(tried, edition.source, taken)
                _record(tried, edition, entry)
                with _entries_told():
                    _keep_id(project, tried, edition, passage, texts, taken[0][0][0])
            # Before the document: until that has changed, the same command can be given again.
            take_out_words(
                project,
                {edition.id, *intake.former_ids(project.archive, edition.id)},
                {passage.id, *(old for old, new in edition.moved.items() if new == passage.id)},
                [*texts, *shown],
                whole=request.words is None,
            )
            with writing(folder, f"the document {edition.id}"), replacing(folder) as placed:
                copy_files(tried / edition.id, placed)
        with finishing(f"the words are taken out of archive/{edition.id}"):
            _make_pages(project)
    return entry, remnants(project, [*texts, *shown])


def _was_redacted(project: Project, edition: Edition, passage: Passage) -> bool:
    kept = intake.read_redactions(project.archive, edition.id)
    return any(entry.passage == passage.id for entry in kept)


def _make_pages(project: Project) -> None:
    pipeline.forget_pages(project)
    pipeline.prepare(project.root)


def _found(project: Project, request: Request) -> tuple[Edition, Passage]:
    if not request.reason.strip():
        raise TakedownError(
            "a redaction needs a reason",
            where=f"archive/{request.document}",
            remedy="say --reason: one sentence, which is published in the apparatus",
        )
    edition = pipeline.read_one(project, request.document)
    passage = edition.led_to(request.passage)
    if passage is None:
        raise TakedownError(
            f"the document has no passage {request.passage!r}",
            where=f"archive/{request.document}",
            remedy="take the id from the end of the passage's address on the site",
        )
    return edition, passage


def _taken(edition: Edition, passage: Passage, request: Request) -> Sequence[Run]:
    """The runs of words to be taken out, in order, without marks of an earlier time."""
    if request.words is None:
        if _MARK.fullmatch(passage.text):
            raise TakedownError(
                f"the words of the passage {passage.id} are taken out already",
                where=f"archive/{edition.id}, passage {passage.id}",
                remedy="see redactions.toml beside its source for when and why",
            )
        return [passage.source]
    marks = [match.span() for match in _MARK.finditer(passage.text)]
    found = [
        source_intervals(edition, passage, start, end)
        for start, end in _places(squeeze(request.words), passage.text)
        if not any(first < end and start < last for first, last in marks)
    ]
    if not found:
        raise TakedownError(
            f"the passage {passage.id} does not have these words",
            where=f"archive/{edition.id}, passage {passage.id}",
            remedy="copy them from the passage as the site shows it",
        )
    return found


def _places(words: str, text: str) -> list[Interval]:
    """Where words stand in a text. To take out "Ann" must leave "Annual" alone."""
    before = r"(?<![^\W_])" if words[:1].isalnum() else ""
    after = r"(?![^\W_])" if words[-1:].isalnum() else ""
    found = re.finditer(f"{before}{re.escape(words)}{after}", text) if words else ()
    return [match.span() for match in found]


def _record(archive: Path, edition: Edition, entry: Redaction) -> None:
    kept = intake.read_redactions(archive, edition.id)
    text = intake.redactions_as_text([*kept, entry])
    (archive / edition.id / "redactions.toml").write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def _entries_told() -> Iterator[None]:
    """Tell of what an editor has written beside the source and holds to words that are gone."""
    try:
        yield
    except EditorError as error:
        raise TakedownError(
            f"an entry holds to words that are to be taken out: {error.what}",
            where=error.where,
            remedy="take the entry out, or mend it so that it does without them; then try again",
        ) from error


def _keep_id(
    project: Project,
    archive: Path,
    edition: Edition,
    passage: Passage,
    texts: Sequence[str],
    start: int,
) -> None:
    """Give the passage in place of the old one its id, and keep none of the words.

    What is kept of a passage, to know it again, is words of it.

    Args:
        project: whose authorities.
        archive: a copy of the document's folder, its source written anew.
        edition: as it was before.
        passage: from which words are taken out.
        texts: these words, as the source has them.
        start: the place of the source at which the first of them stood.

    Raises:
        TakedownError: no passage stands there any more, or an id of another would die.
    """
    # Three steps: forget the id, see which passage stands in its place now and what that would be
    # called, then give it the old id and see that no other id dies of it.
    authority = intake.read_authority(project.archive)
    file = archive / edition.id / intake.PERMALINKS
    led = [link for link in edition.permalinks if link.note == passage.id]
    others = [x for x in edition.permalinks if x.id != passage.id and x not in led]
    file.write_text(intake.as_text(others), encoding="utf-8", newline="\n")
    made = pipeline.try_out(archive, edition.id, authority)
    # `start` is the same place in the new source: nothing before it was changed.
    heirs = [p for p in made.passages if any(s <= start <= e for s, e in p.source)]
    if not heirs:
        raise TakedownError(
            f"nothing would stand in the place of the passage {passage.id}",
            where=f"archive/{edition.id}, passage {passage.id}",
            remedy="take out part of it, with --words; or withdraw the document",
        )
    heir, gone = heirs[0].id, " ".join([passage.text, *texts])
    links = [
        replace(link, id=passage.id) if link.id == heir else _without(link, gone)
        for link in (*made.permalinks, *led)
    ]
    file.write_text(intake.as_text(links), encoding="utf-8", newline="\n")
    tried = pipeline.try_out(archive, edition.id, authority)
    dying = [finding for finding in tried.findings if finding.code == "permalink-dies"]
    if dying:
        raise TakedownError(
            f"an id would die: {dying[0].what}",
            where=f"archive/{edition.id}",
            remedy="take out less at a time, with --words",
        )


def _without(link: Permalink, gone: str) -> Permalink:
    """An id whose passage is gone, without the words that were taken out."""
    # As `prints` writes the edges of a passage: without case and punctuation.
    words = " ".join("".join(c if c.isalnum() else " " for c in gone.casefold()).split())
    if link.state != "here" and any(
        edge and edge in words for edge in (link.opening, link.middle, link.closing)
    ):
        return replace(link, opening="redacted", middle="", closing="redacted", words=1)
    return link
