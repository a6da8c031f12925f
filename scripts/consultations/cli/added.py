"""What `consultations add` shows of a document that it has taken in: one screen."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from consultations.annotate.names.candidate_entries import as_toml
from consultations.annotate.names.candidates import candidates as unknown_names
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.finding import Finding
from consultations.model.source import Locator
from consultations.model.transcript import Transcript
from consultations.report import printable

_MOST = 8
"""Places of one sort that are shown; how many more there are is said."""
_NAMES = 6


def summary(
    edition: Edition,
    authority: Authority,
    transcript: Transcript,
    doubts: Sequence[str],
    *,
    written: bool,
) -> Iterator[str]:
    """The lines of the summary.

    Args:
        edition: as it came out, before an editor has looked at it.
        authority: with which it was annotated.
        transcript: what the reader made of the file.
        doubts: of the record and of the reader, a sentence each.
        written: whether the document stands in the archive now.
    """
    record = edition.source.record
    yield f"{edition.id}: {printable(record.title)} ({record.date}, {record.type})"
    yield f"  {_holds(edition)}"
    yield f"  read by {transcript.converter}; {_left_out(transcript)}"
    emendations = Counter(e.certainty for e in edition.emendations)
    certain, probable = emendations["certain"], emendations["probable"]
    yield f"  mended: {certain} places for certain, {probable} probably"
    pressing = [finding for finding in edition.findings if finding.severity != "note"]
    if doubts or pressing:
        yield ""
        yield "To look at:"
        yield from (f"  - {printable(doubt)}" for doubt in doubts)
        yield from _findings(edition, pressing)
    names = unknown_names([edition], authority)[:_NAMES]
    if names:
        yield ""
        yield "Names that no authority knows, to correct and paste into archive/authority/:"
        entries = as_toml(names, {edition.id, *authority.by_id})
        yield from (f"  {line}" for line in entries.strip().split("\n"))
    yield ""
    if written:
        yield f"Written: archive/{edition.id}/. Look at it with `consultations serve`."
    else:
        yield "Nothing was written (--dry-run)."


def _holds(edition: Edition) -> str:
    kinds = Counter(passage.kind for passage in edition.passages)
    called = sum(note.reference is not None for note in edition.footnotes)
    answered = sum(bool(question.answer) for question in edition.questions)
    named = sum(q.speaker is not None or bool(q.attributed_to) for q in edition.quotations)
    parts = [
        f"{len(edition.passages)} passages",
        f"{kinds['heading']} headings",
        f"{len(edition.footnotes)} notes ({called} called in the text)",
        f"{kinds['table']} tables",
        f"{len(edition.questions)} questions ({answered} with an answer)",
        f"{len(edition.quotations)} quotations ({named} whose words are told)",
    ]
    return ", ".join(parts)


def _left_out(transcript: Transcript) -> str:
    kinds = Counter(drop.kind for drop in transcript.drops)
    told = ", ".join(f"{count} {kind.replace('-', ' ')}" for kind, count in sorted(kinds.items()))
    return f"left out, and recorded in places.json: {told}" if told else "nothing was left out"


def _findings(edition: Edition, findings: Sequence[Finding]) -> Iterator[str]:
    file = f"archive/{edition.source.text_file}"
    for finding in findings[:_MOST]:
        at = f"{file}:{finding.place.line}" if finding.place else finding.file or file
        yield f"  - {at}: {printable(finding.what)}"
        yield f"      {printable(finding.hint)}"
        if finding.place:
            yield from (f"      {line}" for line in _waiver(finding, finding.place, edition))
    if len(findings) > _MOST:
        yield f"  - and {len(findings) - _MOST} more: `consultations check` names all of them"


def _waiver(finding: Finding, place: Locator, edition: Edition) -> Iterator[str]:
    """The lines for stet.toml that say that it is right as it is."""
    start, end = edition.source.line_interval(place.line)
    words = " ".join(edition.source.text[start:end][place.column - 1 :].split()[:4])
    yield f"right as it is? Into archive/{edition.id}/stet.toml:"
    yield "[[stet]]"
    yield f'rule = "{finding.code}"'
    yield f"line = {place.line}"
    yield f"text = {json.dumps(words, ensure_ascii=False)}"
    yield 'reason = "…"'
