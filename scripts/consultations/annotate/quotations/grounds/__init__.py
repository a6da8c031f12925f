"""The grounds on which a speaker is named, each a rule with a page of its own.

Evidence stands beside the quotation and comes first; a continuation is looked at only where no
evidence says that somebody speaks (law 13). The first ground that names a voice decides. One that
shows that somebody speaks who cannot be told ends the continuations, and leaves the speaker
unknown.
"""

from collections.abc import Callable
from typing import NamedTuple

from consultations.annotate.quotations.grounds import (
    citation_attached,
    clause_subject,
    credit_after,
    goes_on,
    lead_in,
    note_called,
    report_continues,
    said_after,
    said_before,
    speech_label,
    table_row,
)
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage


class SpeakerGround(NamedTuple):
    """A rule that may say whose words a quotation is."""

    name: str
    rule: Callable[[Quoted, Stage], Ruling | None]


EVIDENCE: tuple[SpeakerGround, ...] = (
    # What an author attaches to a quotation outranks how the sentence around it is read.
    SpeakerGround(citation_attached.RULE, citation_attached.ruling),
    SpeakerGround(table_row.RULE, table_row.ruling),
    SpeakerGround(credit_after.RULE, credit_after.ruling),
    SpeakerGround(speech_label.RULE, speech_label.ruling),
    SpeakerGround(said_before.RULE, said_before.ruling),
    SpeakerGround(said_after.RULE, said_after.ruling),
    SpeakerGround(clause_subject.RULE, clause_subject.ruling),
    # A note may give the place of the words only, so that the sentence comes before it.
    SpeakerGround(note_called.RULE, note_called.ruling),
)
REPORTING = (
    SpeakerGround(said_before.RULE, said_before.ruling),
    SpeakerGround(said_after.RULE, said_after.ruling),
    SpeakerGround(clause_subject.RULE, clause_subject.ruling),
)
"""Those by which even a few words are somebody's."""
CONTINUATIONS = (
    SpeakerGround(goes_on.RULE, goes_on.ruling),
    # A list's or a block's lead-in stands farther away.
    SpeakerGround(lead_in.RULE, lead_in.ruling),
    SpeakerGround(report_continues.RULE, report_continues.ruling),
)
