"""What `consultations add` shows of a document that it has taken in: one screen of 80 columns."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from consultations.annotate.names.candidates.candidate_entries import as_toml
from consultations.annotate.names.candidates.candidates import candidates as unknown_names
from consultations.model.edition import Edition
from consultations.model.emendation import Emendation
from consultations.model.entity import Authority
from consultations.model.source import printed
from consultations.model.text import squeeze
from consultations.model.transcript import Transcript
from consultations.report import printable
from consultations.review.located import LocatedFinding, located

_WIDTH = 80
_PROBABLE, _FINDINGS, _QUOTATIONS, _NAMES = 2, 3, 1, 3
"""How many places of each kind are shown; of more, the number is told."""
_AROUND = 30
"""Code points that are shown on either side of a place."""
_FACT = 19
"""Columns that the name of a fact takes."""


def summary(
    edition: Edition,
    authority: Authority,
    transcript: Transcript,
    doubts: Sequence[str],
    *,
    written: bool,
) -> Iterator[str]:
    """The lines of the summary: facts, then what is probable, needs an eye, or is not known.

    With each place stand its page, the words around it, and the lines to paste where it is wrong.

    Args:
        edition: as it came out, before an editor has looked at it.
        authority: with which it was annotated.
        transcript: what the reader made of the file.
        doubts: of the record and of the reader, a sentence each.
        written: whether the document stands in the archive now.
    """
    yield from _facts(edition, transcript)
    yield from _probable(edition)
    yield from _to_look_at(edition, doubts)
    yield from _quotations(edition)
    yield from _names(edition, authority)
    yield ""
    if written:
        yield f"Written: archive/{edition.id}/. Look at it with `consultations serve`."
    else:
        yield "Nothing was written (--dry-run)."


def _facts(edition: Edition, transcript: Transcript) -> Iterator[str]:
    record = edition.source.record
    kinds = Counter(passage.kind for passage in edition.passages)
    called = sum(note.reference is not None for note in edition.footnotes)
    sure = Counter(e.certainty for e in edition.emendations)
    dropped = Counter(drop.kind.replace("-", " ") for drop in transcript.drops)
    left_out = ", ".join(f"{kind} {count}" for kind, count in sorted(dropped.items()))
    pages = f", {_counted(len(edition.source.pages), 'page')}" if edition.source.pages else ""
    yield printable(f"archive/{edition.id}/")
    yield from _fact("title", record.title)
    yield from _fact("record", f"{record.date}, {record.type}{pages}, read by {record.converter}")
    yield from _fact("passages", f"{len(edition.passages)}, headings {kinds['heading']}")
    yield from _fact("notes", f"{len(edition.footnotes)}, called in the text {called}")
    yield from _fact("tables", str(_tables(edition)))
    yield from _asked(edition)
    told = sum(bool(q.speaker or q.attributed_to) for q in edition.quotations)
    yield from _fact("quotations", f"{len(edition.quotations)}, speaker known {told}")
    yield from _fact("left out", f"{left_out} (all in places.json)" if left_out else "nothing")
    yield from _fact("mended", f"certain {sure['certain']}, probable {sure['probable']}")


def _tables(edition: Edition) -> int:
    """How many tables there are; one of prose counts once, though its cells are passages."""
    whole = sum(p.kind == "table" and p.cell is None for p in edition.passages)
    return whole + len({p.cell.table for p in edition.passages if p.cell is not None})


def _asked(edition: Edition) -> Iterator[str]:
    """What calls for an answer, a line for each sort."""
    sorts = Counter(question.kind for question in edition.questions)
    answered = Counter(question.kind for question in edition.questions if question.answer)
    for sort in dict.fromkeys(("question", "recommendation", *sorts)):
        said = f"{sorts[sort]}, with an answer {answered[sort]}" if sorts[sort] else "0"
        yield from _fact(f"{sort.replace('-', ' ')}s", said)


def _fact(name: str, said: str) -> Iterator[str]:
    yield from textwrap.wrap(
        printable(squeeze(said)),
        _WIDTH,
        initial_indent=f"  {name:<{_FACT - 2}}",
        subsequent_indent=" " * _FACT,
        break_on_hyphens=False,
    )


def _probable(edition: Edition) -> Iterator[str]:
    """What was mended and may be wrong, with entries to paste that forbid the repair."""
    found = [e for e in edition.emendations if e.certainty == "probable"]
    if found:
        yield ""
        yield "Probably right. Where it is wrong, into its stet.toml:"
    for emendation in found[:_PROBABLE]:
        start, end = _words_at(edition.source.text, emendation)
        place = edition.source.locate(start)
        was = edition.source.text[start:end]
        now = was[: emendation.start - start] + emendation.after + was[emendation.end - start :]
        yield from _item(
            f"{_place(edition, start)}: “{squeeze(was)}” is “{squeeze(now)}” now,"
            f" in “{_around(edition.source.text, start, end)}”"
        )
        yield from _entry(
            "stet", rule=emendation.rule, line=place.line, column=place.column, text=was
        )
    yield from _more(len(found) - _PROBABLE, f"the page texts/{edition.id}/apparatus/ has all")


def _to_look_at(edition: Edition, doubts: Sequence[str]) -> Iterator[str]:
    """What a person must judge, with the entry for whichever file it goes into."""
    pressing = [finding for finding in edition.findings if finding.severity != "note"]
    if doubts or pressing:
        yield ""
        yield "To look at:"
    for doubt in doubts:
        yield from _item(doubt)
    for finding in pressing[:_FINDINGS]:
        yield from _finding(edition, located(finding, {edition.id: edition}))
    yield from _more(len(pressing) - _FINDINGS, f"`consultations check {edition.id}` names all")


def _finding(edition: Edition, finding: LocatedFinding) -> Iterator[str]:
    text, at = edition.source.text, None
    if finding.place:
        at = edition.source.line_interval(finding.place.line)[0] + finding.place.column - 1
    where = _place(edition, at) if at is not None else finding.file
    words = finding.found or ""
    around = f", in “{_around(text, at, at + len(words))}”" if at is not None else ""
    yield from _item(f"{where}: {finding.what}{around}; {finding.hint}")
    if finding.place and words and "erratum" in finding.hint:
        yield "    into its errata.toml:"
        place = finding.place
        yield from _entry("erratum", line=place.line, column=place.column, before=words, after="…")
    elif finding.waiver:
        yield "    right as it is? Into its stet.toml:"
        yield from (f"    {printable(line)}" for line in finding.waiver.split("\n"))


def _quotations(edition: Edition) -> Iterator[str]:
    """Quotations whose speaker cannot be told."""
    found = [q for q in edition.quotations if q.kind == "unknown" and not q.attributed_to]
    if found:
        yield ""
        yield "Quoted, and not told by whom. No quotation? Into its annotations.toml:"
    for quotation in found[:_QUOTATIONS]:
        passage = edition.by_id[quotation.passage]
        words = _around(passage.text, quotation.start, quotation.end)
        yield from _item(f"{_place(edition, passage.source[0][0])}: “{words}”")
        yield from _entry(
            "rejected", sort="quotation", passage=quotation.passage, text=quotation.text
        )
    yield from _more(len(found) - _QUOTATIONS, "the page of quotations has all")


def _names(edition: Edition, authority: Authority) -> Iterator[str]:
    names = unknown_names([edition], authority)
    if names:
        yield ""
        yield "Names that no authority knows, to correct and paste into archive/authority/:"
        entries = as_toml(names[:_NAMES], {edition.id, *authority.by_id}, most_places=1)
        yield from (f"  {printable(line)}" for line in entries.strip().split("\n") if line)
    yield from _more(len(names) - _NAMES, f"`consultations candidates {edition.id}` names all")


def _place(edition: Edition, offset: int) -> str:
    """Where a code point of the source stands: "line 12, p. 4"."""
    pages = printed(edition.source.pages_of(((offset, offset + 1),)))
    return ", ".join(filter(None, [f"line {edition.source.locate(offset).line}", pages]))


def _words_at(text: str, emendation: Emendation) -> tuple[int, int]:
    """The words of a source that an emendation changes, whole."""
    start, end = emendation.start, emendation.end
    while start > 0 and not text[start - 1].isspace() and emendation.start - start < _AROUND:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - emendation.end < _AROUND:
        end += 1
    return start, end


def _around(text: str, start: int, end: int) -> str:
    """Words with some before and after them, on one line; long ones only at their beginning."""
    end = min(end, start + 2 * _AROUND)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = before.partition(" ")[2] if start > _AROUND else before
    after = after.rpartition(" ")[0] if end + _AROUND < len(text) else after
    return f"… {squeeze(f'{before}{text[start:end]}{after}')} …"


def _item(said: str) -> Iterator[str]:
    yield from textwrap.wrap(
        printable(squeeze(said)),
        _WIDTH,
        initial_indent="  - ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    )


def _entry(head: str, **values: str | int) -> Iterator[str]:
    """The lines of an entry to paste; its reason is for the editor to give."""
    yield f"    [[{head}]]"
    for key, value in {**values, "reason": "…"}.items():
        yield f"    {key} = {printable(json.dumps(value, ensure_ascii=False))}"


def _more(count: int, where: str) -> Iterator[str]:
    if count > 0:
        yield from _item(f"and {count} more: {where}")


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
