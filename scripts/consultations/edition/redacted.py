"""Words that an editor has taken out of a source: marked, with their length and the reason."""

from collections.abc import Sequence
from dataclasses import replace

from consultations.model.edition import Edition, Gap
from consultations.model.editor import Redaction


def with_redactions(edition: Edition, redactions: Sequence[Redaction]) -> Edition:
    """The edition with a gap for each redaction, at the passage that holds its place now."""
    gaps = (_gap(edition, redaction) for redaction in redactions)
    return replace(edition, gaps=(*edition.gaps, *gaps)) if redactions else edition


def _gap(edition: Edition, redaction: Redaction) -> Gap:
    # The entry names the passage as it was called on the day. It may have been joined to another.
    passage = edition.led_to(redaction.passage)
    characters = "character" if redaction.characters == 1 else "characters"
    return Gap(
        what=f"{redaction.characters:,} {characters}, which the editor has taken out",
        after=passage.id if passage else None,
        evidence=f"{redaction.reason} (Taken out on {redaction.date}.)",
    )
