"""Which marker calls which note.

Bodies whose label says that they are notes come first, then those that only look like notes, since
evidence outranks a guess. A marker belongs to one body; a body may be called again.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from consultations.english.sentences import ends_sentence
from consultations.rules.footnotes.apart import APART
from consultations.rules.footnotes.backwards import pair_backwards
from consultations.rules.footnotes.bodies import led_back
from consultations.rules.footnotes.calls import Calls, Note
from consultations.rules.footnotes.chains import heaviest_ascent
from consultations.rules.footnotes.digits import SEQUENCE, counting_on
from consultations.rules.footnotes.feet import pair_feet
from consultations.rules.footnotes.forms import CandidateMarker
from consultations.rules.footnotes.guesses import Guess
from consultations.rules.footnotes.leads import CandidateBody, follows, number_of
from consultations.rules.footnotes.left_over import calling_nothing, unread
from consultations.rules.footnotes.paragraphs import Paragraph, paragraphs
from consultations.rules.footnotes.pools import Pool, gather
from consultations.rules.footnotes.run_on import part_run_on
from consultations.rules.footnotes.sharing import of_chapter, pair_marked
from consultations.rules.footnotes.whole_feet import with_whole_feet
from consultations.rules.footnotes.zone_reader import zones
from consultations.rules.footnotes.zones import Zone

_MANY, _MOST = 8, 0.9
"""Notes of a list that digits without their height call in order, and their share of them all."""
_MOST_BEFORE = 100
"""So many markers before a run, for each of its bodies, are asked whether they call it.

Without a limit each run of a text that is nothing but labels would ask all above it.
"""
_BELIEVED = 2
"""Weight of all pairs, or markers from 1 on, that make digits without their height markers."""

_APART = 2
"""Ends of lines between two lines that an empty one parts."""
_SEEN = 80
"""Code points at the end of notes that are asked whether they end a sentence."""


@dataclass(frozen=True)
class Pairing:
    """What was found in a text."""

    notes: tuple[Note, ...]
    """In the order of the text."""
    calling_nothing: tuple[CandidateMarker, ...]
    """Markers without a note, in the order of the text."""
    unread: tuple[CandidateBody, ...]
    """The first of each run of lines that stand where notes do, and are none."""


def pair(
    text: str,
    pages: Sequence[int],
    rulings: Sequence[int] = (),
    ways_back: Collection[int] = (),
    *,
    each_line: bool = False,
) -> Pairing:
    """The notes of a text.

    Args:
        text: with its lines as they are.
        pages: where its pages begin, ascending, in code points.
        rulings: where lines were drawn in it, ascending, in code points.
        ways_back: where a site led back from notes to their markers, in code points.
        each_line: whether each line is a paragraph, with no empty line between two.
    """
    printed = list(paragraphs(text, pages, each_line=each_line))
    return _Pairing(text, printed, pages, rulings, ways_back).made()


class _Pairing:
    """A text while its notes are paired."""

    def __init__(
        self,
        text: str,
        printed: Sequence[Paragraph],
        pages: Sequence[int],
        rulings: Sequence[int],
        ways_back: Collection[int],
    ) -> None:
        unlabelled = led_back(text, printed, ways_back)
        self._text = text
        self._pages = pages
        self._rulings = rulings
        self._zones = with_whole_feet(text, zones(text, printed, rulings, unlabelled), printed)
        part_run_on(text, self._zones)
        self._pools = gather(text, printed, self._zones)
        self._calls = Calls(self._pools)
        self._ends: list[int] = []  # where the notes end that only looked like notes
        self._ends_with: defaultdict[str, list[int]] = defaultdict(list)  # zones, by their labels
        for zone in self._zones:
            for label in {body.label for body in zone.bodies}:
                self._ends_with[label].append(zone.end)
        self._called = 0  # where the last marker ends that calls one of a section of notes
        self._flat = 0.0  # what the digits without their height weigh that call them
        digits = self._pools.all("flat", 0, len(text))
        self._sequence = counting_on(digits)

    def made(self) -> Pairing:
        pair_marked(self._zones, self._pools, self._calls)
        self._pair_whole()
        # A list may be anything; plain numbers at a page's foot are notes before it is.
        # Of lists, those under a heading of notes come first: what they are called by is theirs.
        by_heading = sorted(self._zones, key=lambda zone: not zone.in_notes)
        for zones_, listed in ((self._zones, False), (by_heading, True)):
            for zone in zones_:
                for run in zone.runs():
                    bodies = self._calls.open_in(run)
                    if bodies and (bodies[0].lead == "listed") == listed:
                        self._pair_run(zone, bodies)
        self._drop_unbelieved()
        pair_feet(self._zones, self._pages, self._pools, self._calls)
        for zone in self._zones:
            for run in zone.runs():
                self._calls.fill_in(run)
        counted = self._sequence if self._flat or len(self._sequence) >= SEQUENCE else []
        return Pairing(
            tuple(self._calls.notes(self._text, self._zones)),
            tuple(calling_nothing(self._pools, self._zones, counted)),
            tuple(unread(self._zones, self._calls)),
        )

    def _pair_whole(self) -> None:
        """Pair the last list from 1 on, be it over several pages, if it has all the notes called.

        Before any other: a line that begins with a number by chance, as a row of a table does that
        lost its cells, would take the marker of one of them. Digits without their height may have
        lost a few; so many in order, each behind a word, do not stand there by chance.
        """
        chain = self._last_list()
        bodies = [body for _, run in chain for body in run]
        if len(bodies) < SEQUENCE or self._leads_to(*chain[0]):
            return
        pools: tuple[Pool, ...] = ("marked", "flat")
        for pool in pools:
            there = self._pools.all(pool, 0, bodies[0].start)
            numbers = {body.label: i for i, body in enumerate(bodies)}
            places = [(numbers[m.label], m.weight, m) for m in there if m.label in numbers]
            ascent = heaviest_ascent(places, len(bodies))
            labels = list(dict.fromkeys(m.label for m in there))
            if pool == "marked":
                is_whole = labels == [body.label for body in bodies]
            else:
                is_whole = len(ascent) >= max(_MANY, len(bodies) * _MOST)
            if is_whole:
                self._accept_over(chain, pool, ascent, there)
                return

    def _accept_over(
        self,
        chain: Sequence[tuple[Zone, list[CandidateBody]]],
        pool: Pool,
        ascent: Mapping[int, CandidateMarker],
        there: Sequence[CandidateMarker],
    ) -> None:
        """Pair a list over several zones: the place of each of its bodies is counted from 0."""
        first = 0
        for zone, run in chain:
            mine = {n: ascent[first + n] for n in range(len(run)) if first + n in ascent}
            first += len(run)
            if mine:
                self._accept(Guess(self._text, zone, run, pool, mine, there))

    def _last_list(self) -> Sequence[tuple[Zone, list[CandidateBody]]]:
        """The runs of bodies that are the last list from 1 on, each with its zone."""
        chain: list[tuple[Zone, list[CandidateBody]]] = []
        for zone in self._zones:
            for run in sorted(zone.runs(), key=lambda run: run[0].start):
                if run[0].label == "1":
                    chain = [(zone, run)]
                elif chain and follows(chain[-1][1][-1].label, run[0].label):
                    chain.append((zone, run))
        return [(zone, open_) for zone, run in chain if (open_ := self._calls.open_in(run))]

    def _leads_to(self, zone: Zone, bodies: Sequence[CandidateBody]) -> bool:
        """Whether the text announces a list, which is none of notes."""
        before = self._text[slice(*zone.before_run(self._text, bodies))].rstrip()
        return before.endswith(":") and not zone.in_notes

    def _pair_run(self, zone: Zone, bodies: list[CandidateBody]) -> None:
        """Pair bodies that only look like notes with the markers before them, if they fit."""
        announced = self._leads_to(zone, bodies)
        if zone.opens_with(bodies):
            bodies = zone.without_table_notes(self._text, bodies)
        if announced or not bodies:
            return  # a list that the text announces; a table's own notes
        if best := self._best_guess(zone, bodies):
            self._accept(best)
            bodies = bodies[best.reach :]  # a sentence may go on, and call the last ones over it
        around = self._zones, self._pages, self._pools, self._calls
        if bodies and pair_backwards(self._text, zone, bodies, *around):
            insort(self._ends, zone.end)

    def _best_guess(self, zone: Zone, bodies: list[CandidateBody]) -> Guess | None:
        """The markers of the pool that has most for bodies that only look like notes."""
        low = self._ends[i - 1] if (i := bisect_right(self._ends, zone.start)) else 0
        rival = self._rival_end(zone, bodies[0])
        if not zone.in_notes and rival > low and (best := self._best_since(zone, bodies, rival)):
            return best
        # In a section of notes, all chapters' may stand one after another.
        return self._best_since(zone, bodies, self._called if zone.in_notes else low)

    def _rival_end(self, zone: Zone, first: CandidateBody) -> int:
        """Where the last zone before this one ends that has a body with the same first label."""
        ends = self._ends_with[first.label]
        i = bisect_right(ends, zone.start)
        return ends[i - 1] if i else 0

    def _best_since(self, zone: Zone, bodies: list[CandidateBody], low: int) -> Guess | None:
        """The best guess with markers behind a place."""
        pools: tuple[Pool, ...] = ("marked", "bracketed", "flat", "round")
        best: Guess | None = None
        for pool in ("sign", "marked") if bodies[0].lead == "sign" else pools:
            guess = self._guess(zone, bodies, pool, low)
            if pool in ("bracketed", "round") and not guess.fits(self._pages):
                guess = self._guess(zone, bodies, pool, low, within_clauses=guess.are_sources)
            if (
                (best is None or len(guess.ascent) > len(best.ascent))
                and guess.fits(self._pages)
                and not (pool == "flat" and self._calls_others(zone, bodies[0]))
            ):
                best = guess
        if best is None and bodies[0].lead != "sign":
            apart = self._guess(zone, bodies, "apart", low)
            best = apart if apart.fits(self._pages) else None
        return best

    def _calls_others(self, zone: Zone, first: CandidateBody) -> bool:
        """Whether digits that count on stand in what would be notes, which is text then."""
        there = (m.start for m in self._sequence if first.words <= m.start < zone.end)
        return any(not zone.has_hole_at(place) for place in there)

    def _guess(
        self,
        zone: Zone,
        bodies: list[CandidateBody],
        pool: Pool,
        low: int,
        *,
        within_clauses: bool = False,
    ) -> Guess:
        numbers = {body.label: i for i, body in enumerate(bodies)}
        there, close = self._that_may_call(zone, bodies, pool, low)
        there = there if within_clauses else close
        places = [(numbers[m.label], m.weight, m) for m in there if m.label in numbers]
        ascent = heaviest_ascent(places, len(bodies))
        return Guess(self._text, zone, bodies, pool, ascent, there)

    def _that_may_call(
        self, zone: Zone, bodies: list[CandidateBody], pool: Pool, low: int
    ) -> tuple[list[CandidateMarker], list[CandidateMarker]]:
        """The markers of a pool behind a place that may call bodies, and those that look so."""
        # A label may look like a marker as well, and stand before its words and others' labels.
        there = self._pools.all(pool, low, min(body.label_place[0] for body in bodies))
        there += self._pools.in_holes(pool, zone, bodies)
        if not zone.in_notes:
            there = there[-_MOST_BEFORE * len(bodies) :]
        # Letters call notes of their own beside those that numbers call.
        is_other = number_of(bodies[0].label) is None
        there = [m for m in there if (number_of(m.label) is None) == is_other]
        if zone.in_notes:
            together = self._together(zone, bodies, pool)
            there = of_chapter(zone, together, there) if together else there
            return there, there
        # One alone is no reference; numbers behind blanks are rather some that count.
        close = [marker for marker in there if marker.weight > APART]
        is_apart = pool == "bracketed" and there[1:] and len(close) * 2 <= len(there)
        return there, close if pool == "round" or is_apart else there

    def _together(self, zone: Zone, bodies: Sequence[CandidateBody], pool: Pool) -> list[Zone]:
        """The sections of notes with a zone among them between which no marker stands.

        Where there is no other section that counts from the same label on, there is none.
        """
        sections = [z for z in self._zones if z.in_notes and z.bodies[0].label == bodies[0].label]
        found: list[Zone] = []
        for section in sections if sections[1:] else []:
            if found and self._pools.all(pool, found[-1].end, section.start):
                if found[-1].start >= zone.start:
                    break
                found = []
            found.append(section)
        return [z for z in found if z is zone or self._calls.open_in(z.bodies) == z.bodies]

    def _accept(self, guess: Guess) -> None:
        for i, body in enumerate(guess.bodies[: guess.reach]):
            markers = [guess.ascent[i]] if i in guess.ascent else []
            markers += (m for m in guess.again(i) if m not in markers)
            self._calls.add(body, guess.pool, markers, guess.certainty_of(body, markers))
        if guess.pool in ("flat", "apart"):
            is_sure = len(guess.ascent) >= SEQUENCE
            self._flat += sum(1 if is_sure else m.weight for m in guess.ascent.values())
            if self._is_at_foot(guess):
                self._flat = max(self._flat, _BELIEVED)
        if guess.zone.in_notes:
            self._called = max(marker.end for marker in guess.ascent.values())
        insort(self._ends, guess.zone.end)

    def _is_at_foot(self, guess: Guess) -> bool:
        """Whether bodies stand where notes do: several at the foot of the page that calls them.

        One is enough under a line drawn over it, under a heading of notes, or where it led back.
        """
        first = guess.bodies[0]
        if (guess.zone.in_notes and first.label == "1") or first.is_marked:
            return True  # the only notes of a chapter, or of the text
        if first.lead == "listed":
            return False
        page = bisect_right(self._pages, first.start)
        if any(bisect_right(self._pages, m.start) != page for m in guess.ascent.values()):
            return False
        return self._is_ruled(guess) or (guess.zone.page_ends and len(guess.ascent) > 1)

    def _is_ruled(self, guess: Guess) -> bool:
        """Whether bodies stand under a line drawn over them.

        Such a line parts a text as well. Where the text goes on behind them, they stand right under
        the line and end a sentence, which the heading of a part does not.
        """
        first, zone = guess.bodies[0], guess.zone
        n = bisect_right(self._rulings, first.start)
        above = self._text[self._rulings[n - 1] : first.start] if n else "none"
        if above.strip():
            return False
        last = self._text[max(zone.start, zone.end - _SEEN) : zone.end].rstrip()
        is_foot = zone.page_ends or zone.at_end
        return is_foot or (above.count("\n") < _APART and ends_sentence(last))

    def _drop_unbelieved(self) -> None:
        """Give up notes that plain digits call, if there are too few of them to believe in."""
        if self._flat >= _BELIEVED or len(self._sequence) >= _BELIEVED:
            return
        self._flat = 0.0
        self._calls.give_up_flat()
