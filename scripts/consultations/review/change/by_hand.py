"""What people have written beside a source, compared with what they had written before."""

from collections.abc import Iterator

from consultations.editing import Hand
from consultations.model.source import Record
from consultations.review.change.beside import in_place
from consultations.review.change.comparison import Comparison
from consultations.review.change.spans import code, listed


def facts_of(record: Record | None) -> dict[str, str]:
    """What a record says, in its order; nothing for what it does not say."""
    if record is None:
        return {}
    said = {**vars(record), "authors": ", ".join(record.authors)}
    return {key.replace("_", " "): value or "" for key, value in said.items()}


def facts_changed(before: Record | None, record: Record | None) -> str:
    """Each fact that is another, as Markdown; nothing where none is, or one record is not there."""
    then, now = facts_of(before), facts_of(record)
    changed = [key for key in now if then and then[key] != now[key]]
    told = [f"- {key}: {code(then[key])} → {code(now[key])}" for key in changed]
    return "\n".join(["### The record says otherwise\n", *told]) if told else ""


def errata(comparison: Comparison, source: str) -> Iterator[str]:
    """Corrections of the text that are new, in their place, and those that were taken back."""
    new, lost = comparison.errata
    if new or lost:
        yield f"### By an editor's hand: {len(new)} new, {len(lost)} taken back"
        told = [f"{in_place(e, source)}: {code(e['reason'])}" for e in new]
        # Where it stood, the source may have other words by now.
        told += [
            f"taken back: {code(e['before'])} → {code(e['after'])}: {code(e['reason'])}"
            for e in lost
        ]
        yield listed(told)


def entries(before: Hand, now: Hand) -> Iterator[str]:
    """Entries that change no text: those that were added or removed, with their reasons.

    They are waivers, places that a rule must leave alone, annotations that were judged, and words
    that were taken out.
    """
    then, here = (list(_entries(hand)) for hand in (before, now))
    new, lost = [x for x in here if x not in then], [x for x in then if x not in here]
    if new or lost:
        yield f"### Let stand, judged or redacted: {len(new)} new, {len(lost)} taken back"
        yield listed([*new, *(f"taken back: {entry}" for entry in lost)])


def _entries(hand: Hand) -> Iterator[str]:
    """Each entry without its own line in its file, which changes with what stands before it."""
    for stet in hand.stets:
        place = f"line {stet.line}" + (f":{stet.column}" if stet.column else "")
        yield f"let stand: {code(stet.rule)}, {place}, {code(stet.text)}: {code(stet.reason)}"
    for judged in hand.judgements:
        of = f"{judged.sort} {code(judged.text)} in {code(judged.passage)}"
        yield f"{judged.state}: {of}: {code(judged.reason)}"
    for redacted in hand.redactions:
        of = f"{redacted.characters} characters of {code(redacted.passage)}"
        yield f"redacted on {redacted.date}: {of}: {code(redacted.reason)}"
