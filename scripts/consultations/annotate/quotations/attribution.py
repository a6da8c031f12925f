"""Whose words a quotation is: the first ground that names a speaker, or nobody."""

from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.spoken_of import PRONOUN
from consultations.annotate.quotations.anaphora.standing_for import with_work
from consultations.annotate.quotations.grounds import (
    CONTINUATIONS,
    EVIDENCE,
    REPORTING,
    credit_after,
    lead_in,
)
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Heard, Ruling, Stage
from consultations.annotate.quotations.terms import unsaid
from consultations.annotate.quotations.voices import SOMEBODY, Voice
from consultations.english.inflection import past_forms
from consultations.english.small_words import ARTICLE, BE, DETERMINER
from consultations.english.word_lists import alternatives

_JUDGE = alternatives(
    form
    for verb in (
        "call",
        "consider",
        "declare",
        "deem",
        "find",
        "judge",
        "label",
        "pronounce",
        "rate",
        "think",
    )
    for form in past_forms(verb)
)
_PREDICATE = re.compile(rf"\b(?:(?:{BE}|as)(?: (?:{ARTICLE}))?|{PRONOUN.pattern})\s+\Z")
"""What leads to words about somebody or something: it was “a disgrace”."""
_OF_OBJECT = re.compile(
    rf"\b(?:{_JUDGE})\s(?:{DETERMINER}|this|that)\s(?:[\w’'-]+\s){{1,4}}(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)\Z"
)
"""Before what is thought of something: she found the lamp “weak”."""


class Attributed(NamedTuple):
    """A voice, and the ground on which it is named; no voice and no ground where it is unknown."""

    voice: Voice | None
    ground: str


def attributed(quoted: Quoted, stage: Stage) -> Attributed | None:
    """Whose words these are; None of a few words that nobody says, which so are a term.

    Args:
        quoted: what may be somebody's words; those of one edition come in reading order.
        stage: is told what was found.
    """
    if unsaid(quoted):
        within = _within_speech(quoted, stage)
        if within is None:
            return None
        ruling, ground = within
    else:
        ruling, ground = _ruling(quoted, stage)
    stage.heard.append(Heard(quoted, ruling, ground))
    if ruling.voice.kind == "unknown":
        return Attributed(None, "")
    return Attributed(with_work(stage.cast, ruling.voice, quoted.passage, quoted.start), ground)


def _within_speech(quoted: Quoted, stage: Stage) -> tuple[Ruling, str] | None:
    """The ruling on a few words within what somebody is told to have said: she said it was “…”."""
    # Two words, as in "the ‘lamp room’", name something more often than they say something of it.
    if len(quoted.words) > 2 or any(p.search(quoted.lead) for p in (_PREDICATE, _OF_OBJECT)):
        for ground in REPORTING:
            ruling = ground.rule(quoted, stage)
            if ruling and ruling.voice != SOMEBODY:
                coded = credit_after.coded(quoted, stage)  # keepers called it “weak” (Keeper 4)
                return (coded, credit_after.RULE) if coded else (ruling, ground.name)
    ruling = credit_after.ruling(quoted, stage) if quoted.outer[0] == 0 else None
    if ruling and ruling.end >= len(quoted.passage.text):
        return ruling, credit_after.RULE
    if quoted.passage.kind == "list_item" and quoted.fills_passage:
        ruling = lead_in.ruling(quoted, stage)
        return (ruling, lead_in.RULE) if ruling and ruling.voice != SOMEBODY else None
    return None


def _ruling(quoted: Quoted, stage: Stage) -> tuple[Ruling, str]:
    shown: Ruling | None = None
    for ground in EVIDENCE:
        ruling = ground.rule(quoted, stage)
        if ruling and ruling.voice != SOMEBODY:
            return ruling, ground.name
        shown = shown or ruling
    last = stage.last_in(quoted.passage)
    credited = last is not None and last.ground == credit_after.RULE  # the next one is another's
    for ground in () if shown or credited else CONTINUATIONS:
        ruling = ground.rule(quoted, stage)
        if ruling:
            return ruling, ground.name
    return shown or Ruling(SOMEBODY, quoted.end), ""
