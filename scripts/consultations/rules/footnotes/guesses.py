"""Whether bodies that only look like notes are notes."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from consultations import patterns as re
from consultations.english.addresses import has_address
from consultations.model.emendation import Certainty
from consultations.rules.footnotes.apart import is_parted
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.leads import CandidateBody
from consultations.rules.footnotes.pools import Pool
from consultations.rules.footnotes.zone_reader import HEADING_LENGTH, NOTES_HEADING
from consultations.rules.footnotes.zones import Zone

_FEWEST = 2
"""Pairs without which a list under another heading, or in brackets, is no list of notes."""

_MANY = 3
"""Bodies called by digits without height, from which on one in four may be called by nothing."""

_FIRST_WORDS = 300
"""Code points of a body in which it says where something stands."""
_SOURCE = re.compile(
    r"""
      https?:// | \bwww\. | \b(?:ibid|op\.?\ cit|et\ al|cf)\b | \bpp?\.\s?\d | \bvol\.?\s\d
    | \bpara(?:graph)?s?\.?\s\d | \A\s{0,3}see\b
    | [,(]\s (?:[^\W\d]{3,9}\s)? (?:1[5-9]|20)\d\d\b | \((?:1[5-9]|20)\d\d   # (2004)   , May 2004
    | \d\s(?:[^\W\d_a-z])[^\W\d_]{2,8}\s (?:1[5-9]|20)\d\d\b              # 4 May 2004
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What says where something stands: an address, a page, `ibid.`, the year of a work, a date."""


@dataclass(frozen=True)
class Guess:
    """A run of bodies, and markers that would call them in order."""

    text: str
    zone: Zone
    bodies: Sequence[CandidateBody]
    pool: Pool
    ascent: dict[int, CandidateMarker]
    """The marker for each of the bodies, by its place in the run."""
    around: Sequence[CandidateMarker]
    """Every marker of the pool between the run before and this one, in order."""

    @cached_property
    def there(self) -> Sequence[CandidateMarker]:
        """The markers that may call these bodies: none before the marker of the first."""
        first = self.ascent.get(0)
        return [m for m in self.around if m.start >= first.start] if first else self.around

    @property
    def reach(self) -> int:
        """How many bodies of the run there are up to the last that is called."""
        return max(self.ascent) + 1

    def again(self, number: int) -> list[CandidateMarker]:
        """Every marker that calls the body with a number, where its form says that it is one.

        Digits without their height call works again that stand under a heading of them.
        """
        first = self.ascent.get(number)
        if self.pool == "apart" or (self.pool == "flat" and not (self._is_headed and first)):
            return []
        low = first.start if first and self.pool == "flat" else 0
        label = self.bodies[number].label
        return [m for m in self.there if m.label == label and m.weight == 1 and m.start >= low]

    def certainty_of(self, body: CandidateBody, markers: Sequence[CandidateMarker]) -> Certainty:
        """How sure it is that a body is a note that some markers call."""
        is_marked = self.pool == "marked" and all(m.form != "office" for m in markers)
        is_sign = self.pool == "sign" and "*" not in body.label
        return "certain" if is_marked or is_sign else "probable"

    def fits(self, pages: Sequence[int]) -> bool:
        """Whether the bodies up to `reach` are notes; pages begin at the places given."""
        called = len(self.ascent)
        if not called:
            return False
        is_begun = 0 in self.ascent or self._is_headed
        if called * 2 < self.reach or (not is_begun and called * 3 < self.reach * 2):
            return False
        return self._stands_right() and self._is_called_well(pages)

    def _stands_right(self) -> bool:
        """Whether notes may stand here: not under a heading of something else."""
        if self._is_headed:
            return True
        is_whole = len(self.ascent) * 4 >= len(self.bodies) * 3
        if self._heading:
            is_exact = self.pool == "marked" and self._is_exact and len(self.ascent) >= _FEWEST
            return is_exact or (is_whole and len(self.ascent) >= _MANY and self.are_sources)
        # A list with numbers may be anything, where the text goes on after it.
        is_list = self.bodies[0].lead == "listed" and self.bodies[0].label.isdigit()
        is_at_end = self.zone.at_end or self.zone.page_ends
        return (
            not is_list or is_at_end or (is_whole and (self.pool == "marked" or self.are_sources))
        )

    def _is_called_well(self, pages: Sequence[int]) -> bool:
        """Whether the markers are such as call notes, for what is known of their kind."""
        is_list = self.bodies[0].lead == "listed"
        match self.pool:
            case "bracketed" | "round":
                return (self.bodies[0].is_marked and self._is_exact) or self._are_in_order()
            case "flat" | "glued":
                return self._count_on(is_list) and self._are_in_alphabet()
            case "apart":
                return self._stand_between_sentences() and self._count_on(is_list)
            case "sign":
                return len(self.ascent) == self.reach and self._are_no_bullets(pages)
            case "marked":
                is_whole = self._is_headed or len(self.ascent) >= _MANY
                return self._is_exact or not is_list or (is_whole and self._call_no_other())

    def _are_in_order(self) -> bool:
        """Whether bodies are called in their order: references come in any, and again and again.

        Of several, some may have lost a marker, and some be called again.
        """
        if not self._ascend_with_others():
            return False
        labels = [marker.label for marker in self.there]
        is_alone = len(labels) == len(self.bodies) == 1  # the only note of a document
        bodies = self.bodies[: self.reach] if self._is_headed else self.bodies
        if labels == [body.label for body in bodies]:
            return len(labels) >= _FEWEST or is_alone
        first = {marker.label: marker for marker in reversed(self.there)}
        are_first = all(first[marker.label] is marker for marker in self.ascent.values())
        are_once = (len(labels) - len(first)) * 4 <= len(labels)
        called, most = len(self.ascent), max(len(first), len(bodies))
        is_most = called >= _MANY and called * 4 >= most * 3
        if self._is_headed and self._call_no_other():
            is_most = called >= _FEWEST and called * 3 >= most * 2
        return is_most and are_once and are_first

    def _ascend_with_others(self) -> bool:
        """Whether what stands in the same place in the same form is called in its order, too.

        References have holes where one is left out, and each piece may look like a run of notes.
        """
        alike = [body.label for body in self.zone.bodies if body.lead == self.bodies[0].lead]
        if len(set(alike)) < len(alike):
            return True  # several chapters' notes
        first = {marker.label: marker.start for marker in reversed(self.around)}
        starts = [first[label] for label in alike if label in first]
        return starts == sorted(starts)

    def _count_on(self, is_list: bool) -> bool:
        """Whether enough bodies are called, where digits alone call them."""
        called = len(self.ascent)
        if is_list and not self._is_headed:
            is_clear = all(m.weight == 1 for m in self.ascent.values())
            return called == self.reach and (is_clear or self._count_all())
        # Where several count, one that the conversion has lost says nothing against them.
        is_enough = self._is_headed or called * 4 >= self.reach * 3
        return called == self.reach or (called >= self._fewest and is_enough)

    @property
    def _fewest(self) -> int:
        """How many bodies must be called, where some are not or their markers may be none."""
        return _FEWEST if self._is_headed else _MANY

    def _are_in_alphabet(self) -> bool:
        """Whether single letters, if bodies have such labels, are each the next of the alphabet."""
        labels = [body.label for body in self.bodies[: self.reach]]
        if not all(label.isalpha() and len(label) == 1 for label in labels):
            return True
        return all(ord(b) == ord(a) + 1 for a, b in pairwise(labels))

    def _stand_between_sentences(self) -> bool:
        """Whether half of several numbers set apart do, or stand before a stop that is set apart.

        No other may call the same body.
        """
        called = [self.ascent[i] for i in sorted(self.ascent)]
        starts = [0, *(m.start for m in called), self.zone.end]
        are_alone = all(
            sum(before <= m.start < after for m in self.there if m.label == marker.label) == 1
            for marker, before, after in zip(called, starts, starts[2:], strict=False)
        )
        parted = sum(is_parted(self.text, m.start, m.end) for m in called)
        return are_alone and len(called) >= self._fewest and parted * 2 >= len(called)

    def _count_all(self) -> bool:
        """Whether a list from 1 on has a number in order for each of its entries."""
        numbers = {body.label for body in self.bodies}
        there = [marker.label for marker in self.there if marker.label in numbers]
        is_whole = there == [body.label for body in self.bodies]
        return is_whole and self.bodies[0].label == "1"

    def _call_no_other(self) -> bool:
        """Whether each of the markers has the label of one of the bodies."""
        return {m.label for m in self.there} <= {body.label for body in self.bodies}

    @property
    def _is_exact(self) -> bool:
        """Whether the bodies are those that the markers call, not one more or less."""
        labels = {marker.label for marker in self.there}
        return len(self.ascent) == len(self.bodies) and labels == {b.label for b in self.bodies}

    @cached_property
    def are_sources(self) -> bool:
        """Whether half of the bodies or more say where something stands, as notes do."""
        ends = [body.start for body in self.bodies[1:]]
        words = (
            self.text[body.words : min(end, body.words + _FIRST_WORDS)]
            for body, end in zip(self.bodies, [*ends, self.zone.end], strict=True)
        )
        return sum(_SOURCE.search(said) is not None for said in words) * 2 >= len(self.bodies)

    @cached_property
    def _is_headed(self) -> bool:
        """Whether the run stands under a heading of notes."""
        return self.zone.in_notes or NOTES_HEADING.fullmatch(self._heading) is not None

    @cached_property
    def _heading(self) -> str:
        """The heading right over the run, if there is one: a short line that calls no note."""
        start, end = self.zone.before_run(self.text, self.bodies)
        words = self.text[start:end].strip()
        if any(start <= marker.start < end for marker in self.ascent.values()):
            return ""
        ends = words[-1:].isalpha() and not has_address(words)
        is_heading = len(words) <= HEADING_LENGTH and (ends or words[:1] == "#")
        return words if is_heading or NOTES_HEADING.fullmatch(words) else ""

    def _are_no_bullets(self, pages: Sequence[int]) -> bool:
        """Whether no two lines begin with one sign, and the markers stand on the same page."""
        is_escaped = self.text[: self.bodies[0].words].rstrip().endswith("\\*")
        alike = sum(body.label == self.bodies[0].label for body in self.zone.bodies)
        if alike > 1 and not is_escaped:
            return False
        page = bisect_right(pages, self.bodies[0].start)
        return all(bisect_right(pages, marker.start) == page for marker in self.ascent.values())
