"""Whose words a quotation is: from the citation attached, the words before and the words after.

Where none of these tells, a quotation is the words of whoever spoke last in its passage; and one
that fills its passage those of whoever is named where the list or the section is introduced.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from consultations.annotate.quotations.cast import Cast
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.strangers import cited_stranger
from consultations.annotate.quotations.subjects import subject
from consultations.annotate.quotations.voices import (
    Candidate,
    Voice,
    voice_of_citation,
    voice_of_work,
)
from consultations.english.saying import SAYING
from consultations.english.sentences import sentence_end, sentence_start
from consultations.model.edition import Passage

_REPORTING = re.compile(rf"\b{SAYING}\b")
_GAP_TO_CITATION = re.compile(r"[\"'”’»]?[\s.,;:!?)\]]*(?:[-–—]\s*)?\(?")
_POINTING = re.compile(r"(?:[Aa]ccording to|in the words of|[Tt]o quote(?: from)?)\b[^.]*$")
_SAID_AFTER = re.compile(
    rf"[\"'”’»]?[,.?!]?\s*(?:(?:{SAYING})\s(?P<who>.{{1,80}})|(?P<first>.{{1,60}}?)\s{SAYING}\b)"
)
_LEADS_ON = re.compile(
    r"(?:[:,–—(]|\b(?:that|as|is|are|was|were|with|by|adding|e\.g\.,?|example,?))\s*$"
)
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b")
_WRITING = re.compile(
    r"\b(?:articles?|books?|essay|foreword|journal|monograph|papers?|preface|reports?|study|writing"
    r"|writes|wrote|written)\b"
)
_ADJACENT = 25
"""So far after its subject, in code points, a verb stands close to it."""
_NEAR = 3
"""So many passages after a quotation, its speaker may still be meant."""
_MOST_NAMED = 20
"""Whoever speaks is among so many named before the quotation."""
_SENTENCES_BACK = 8
"""So many sentences before a quotation, a report of what somebody says is another matter."""
_LONGEST_SENTENCE = 700
"""In code points; what has no full stop for longer reports nothing."""
_FAR_BACK = 25
"""So many passages before a quotation, its introduction is not looked for any more."""


@dataclass
class Attribution:
    """Finds the voices of an edition's quotations, which must be asked for in reading order."""

    cast: Cast
    _last: tuple[str, Voice] | None = field(default=None)
    """The passage of the last quotation, and whose it was."""

    @property
    def last(self) -> Voice | None:
        """Who was quoted last."""
        return self._last[1] if self._last else None

    def voice(self, quoted: Quoted) -> Voice | None:
        """Whose words these are, or None where it cannot be told."""
        found = (
            self._cited(quoted)
            or self._said_before(quoted)
            or self._said_after(quoted)
            or self._noted(quoted)
            or (self._introduced(quoted) if self._is_led_to(quoted) else self._as_before(quoted))
        )
        if found:
            self._last = quoted.passage.id, found
            found = self.cast.with_work(found, quoted.passage, quoted.start)
        return found

    def _is_led_to(self, quoted: Quoted) -> bool:
        """Whether it fills its passage, or begins it after one that ends with a colon."""
        if quoted.end - quoted.start >= 0.7 * len(quoted.passage.text):
            return True
        index = self.cast.edition.order[quoted.passage.id]
        previous = self.cast.edition.passages[index - 1 : index]
        return quoted.start <= 1 and any(p.text.rstrip().endswith(":") for p in previous)

    def _cited(self, quoted: Quoted) -> Voice | None:
        """By the citation attached to it."""
        text = quoted.passage.text
        citations = self.cast.edition.citations_of[quoted.passage.id]
        following = bisect_left(citations, quoted.end, key=lambda c: c.start)
        for citation in citations[following : following + 1]:
            if citation.start - quoted.end < _ADJACENT and _GAP_TO_CITATION.fullmatch(
                text[quoted.end : citation.start]
            ):
                return voice_of_citation(self.cast.authority.by_id[citation.work], citation)
        return cited_stranger(text, quoted.end)

    def _noted(self, quoted: Quoted) -> Voice | None:
        """By the note that is called where it ends."""
        for note in self.cast.edition.notes_called_in[quoted.passage.id]:
            at = note.reference.offset if note.reference else -1
            if quoted.end <= at <= quoted.end + 3:
                cited = self.cast.edition.citations_of[note.passage]
                if len(cited) == 1:
                    work = self.cast.authority.by_id[cited[0].work]
                    return voice_of_work(work, work.name)
        return None

    def _said_before(self, quoted: Quoted) -> Voice | None:
        """By the words of its sentence that lead up to it."""
        text = quoted.passage.text
        start = sentence_start(text, quoted.outer[0])
        region = text[start : quoted.outer[0]]
        leads = _LEADS_ON.search(region) or quoted.long
        if not leads and not _REPORTING.search(region):
            return None
        return self._speaker(quoted.passage, start, quoted.outer[0])

    def _speaker(
        self, passage: Passage, start: int, end: int, *, adjacent: bool = False
    ) -> Voice | None:
        """Who speaks in a sentence, or the part of one that leads up to a quotation.

        Args:
            passage: where it stands.
            start: where it begins.
            end: where it ends.
            adjacent: whether only one counts upon whom a verb of saying follows.
        """
        region = passage.text[start:end]
        named = self.cast.named(passage, start, end)[-_MOST_NAMED:]
        if not named:
            return None
        if _POINTING.search(region):
            return self._voice(passage, named[-1])
        verbs = [start + verb.start() for verb in _REPORTING.finditer(region)]
        subjects = [c for c in named if not verbs or c.end <= verbs[-1]] or named
        if adjacent:
            subjects = [
                c
                for c in named
                for after in [bisect_left(verbs, c.end)]
                if after < len(verbs) and verbs[after] - c.end < _ADJACENT
            ]
            if not subjects:
                return None
        candidate = subject(passage.text, start, subjects, adjacent)
        if candidate is None:
            return None
        known = [c for c in subjects if c.voice and c.end <= candidate.start]
        if known and candidate.voice is None and _PRONOUN.match(passage.text, candidate.start):
            candidate = subject(passage.text, start, known, adjacent) or candidate
        voice = self._voice(passage, candidate)
        if voice and voice.kind == "speech" and _WRITING.search(region):
            return voice._replace(kind="publication")
        return voice

    def _unnamed(self, quoted: Quoted) -> Voice | None:
        near = self._far(quoted.passage) <= _NEAR
        return self.cast.unnamed(
            quoted.passage, quoted.start, self._last[1] if self._last and near else None
        )

    def _far(self, passage: Passage) -> int:
        """How many passages after the last quotation this one stands."""
        edition = self.cast.edition
        if self._last is None or self._last[0] == passage.id:
            return len(edition.order) if self._last is None else 0
        if passage.kind == "footnote" or edition.by_id[self._last[0]].section != passage.section:
            return len(edition.order)
        return edition.order[passage.id] - edition.order[self._last[0]]

    def _voice(self, passage: Passage, candidate: Candidate) -> Voice | None:
        if candidate.voice:
            return candidate.voice
        unsaid = not _PRONOUN.match(passage.text, candidate.start)
        near = self._far(passage) <= (_NEAR if unsaid else 1)
        return self.cast.stands_for(
            passage, candidate, self._last[1] if self._last and near else None
        )

    def _said_after(self, quoted: Quoted) -> Voice | None:
        """By the words that follow: "…", said one of them."""
        text = quoted.passage.text
        if quoted.said_by_nobody:
            return self._unnamed(quoted)
        others = self.cast.quoted[quoted.passage.id]
        following = bisect_left(others, quoted.end, key=lambda other: other.outer[0])
        ends = [
            sentence_end(text, quoted.end),
            *(other.outer[0] for other in others[following : following + 1]),
        ]
        said = _SAID_AFTER.match(text, quoted.end, min(ends))
        if not said:
            return None
        span = said.span("who") if said["who"] else said.span("first")
        named = self.cast.named(quoted.passage, *span)
        return self._voice(quoted.passage, named[0]) if named else None

    def _as_before(self, quoted: Quoted) -> Voice | None:
        """By whoever spoke last in the same passage, whether in a quotation or in a report."""
        passage, end = quoted.passage, sentence_start(quoted.passage.text, quoted.outer[0])
        others = self.cast.quoted[passage.id]
        before = bisect_left(others, quoted.start, key=lambda other: other.start)
        last = others[before - 1].outer[0] if before else -1
        for _ in range(_SENTENCES_BACK):
            if end <= 0:
                break
            start = sentence_start(passage.text, end - 2)
            if end - start > _LONGEST_SENTENCE:
                break
            if self._last and self._last[0] == passage.id and start <= last:
                return self._last[1]
            voice = self._speaker(passage, start, end, adjacent=True)
            if voice:
                return voice
            end = start
        if not quoted.felt:
            return self._unnamed(quoted) if self._goes_on(quoted) else None
        index = self.cast.edition.order[passage.id]
        previous = self.cast.edition.passages[index - 1 : index]
        if self._last and previous and self._last[0] == previous[0].id and self._last[1].entity:
            return self._last[1]
        return self._unnamed(quoted)

    def _goes_on(self, quoted: Quoted) -> bool:
        """Whether anonymous voices that were heard shortly before go on to be heard."""
        anonymous = self._last is not None and self._last[1].anonymous
        return anonymous and self._far(quoted.passage) <= _NEAR and quoted.long

    def _introduced(self, quoted: Quoted) -> Voice | None:
        """By whoever is named where its list or its section is introduced."""
        passages = self.cast.edition.passages
        index = self.cast.edition.order[quoted.passage.id]
        if quoted.passage.kind == "footnote":
            return None
        for passage in reversed(passages[max(0, index - _FAR_BACK) : index]):
            if self._last and passage.id == self._last[0] and passage.kind == quoted.passage.kind:
                return self._last[1]
            named = [c for c in self.cast.named(passage, 0, len(passage.text)) if c.voice]
            anonymous = [c for c in named if c.voice and not c.voice.entity]
            leading = anonymous or (named if passage.text.rstrip().endswith(":") else [])
            if leading:
                return leading[-1].voice
            if passage.kind == "paragraph":
                break
        return self._unnamed(quoted)
