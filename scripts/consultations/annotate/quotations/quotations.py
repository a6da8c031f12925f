"""Quotations of an edition: found between marks, in blocks, over credits; then given speakers."""

from dataclasses import replace
from itertools import chain

from consultations.annotate.quotations import terms
from consultations.annotate.quotations.attribution import attributed
from consultations.annotate.quotations.block_quotations import blocks
from consultations.annotate.quotations.cast.cast import Cast
from consultations.annotate.quotations.quotation_marks import between_marks
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Stage
from consultations.annotate.quotations.unmarked import credited
from consultations.annotate.quotations.voices import Voice
from consultations.model.annotation import Quotation
from consultations.model.by_passage import ByPassage
from consultations.model.edition import Edition
from consultations.model.entity import Authority


def with_quotations(edition: Edition, authority: Authority) -> Edition:
    """The edition with its quotations, once its mentions and citations are known."""
    unmarked = list(credited(edition))
    whole = {one.passage.id for one in unmarked}
    marked = (one for one in between_marks(edition) if one.passage.id not in whole)
    found = sorted(
        chain(marked, blocks(edition), unmarked),
        key=lambda quoted: (edition.order[quoted.passage.id], quoted.start),
    )
    quoted = ByPassage(found, lambda one: one.passage.id)
    stage = Stage(Cast(edition, authority, quoted))
    return replace(edition, quotations=tuple(_quotation(one, stage) for one in found))


def _quotation(quoted: Quoted, stage: Stage) -> Quotation:
    rule = quoted.rule
    voice: Voice | None = terms.term(quoted, stage.cast.edition, stage.cast.authority)
    said = None if voice and not quoted.continued else attributed(quoted, stage)
    if said:
        voice, rule = said.voice, said.ground or rule
    else:
        voice, rule = voice or terms.TERM, terms.RULE
    return Quotation(
        quoted.passage.id,
        quoted.start,
        quoted.end,
        quoted.passage.text[quoted.start : quoted.end],
        (voice.label or None) if voice else None,
        voice.kind if voice else "unknown",
        speaker=voice.entity if voice else None,
        rule=rule,
    )
