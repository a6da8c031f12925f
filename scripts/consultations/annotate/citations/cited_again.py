"""Works that are cited again, by less than what cites them.

Symptom: a note that begins with "Ibid., p. 4"; "Marsh, op. cit., 31"; "Marsh (n 2) 40"; "Lamps and
Law, supra note 2"; in a text, "Marsh (2004: 8) counts them (ibid: 9)".
Found by: following the document in the order of its source. "Ibid" is the work that is cited last
before it, in its passage or in the note before. With a note's number it is the one work that the
note cites and that the words before name by author or title; without, the only work so far by the
author.
Leaves alone: "ibid" behind a source that is not known, or behind two; a number that two notes have;
an author with two works so far, or with none.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from consultations import patterns as re
from consultations.annotate.citations.author_names import names_before
from consultations.annotate.citations.works import Works
from consultations.annotate.taken import Taken
from consultations.model.annotation import Citation
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority
from consultations.model.text import Interval

RULE = "cited-again"

_NOTE = r"(?:foot)?n(?:ote)?\.?\s?(?P<{}>\d{{1,4}})\b"
_AGAIN = re.compile(
    rf"""
    \b (?P<ibid> ibid(?:em)? ) \b \.?                               # Ibid., p. 4
  | (?P<far>,?\s \(? (?: op\.?\s?cit | loc\.?\s?cit | supra ) \b \.?    # Marsh, op. cit.
      (?: ,?\s \(? {_NOTE.format("of")} )? )                         # Marsh, supra note 2
  | \s \( (?:(?:above|supra|see)\s)? {_NOTE.format("note")}           # Marsh (n 2) 40
      (?:\sabove)? (?= [),] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ONE_SOURCE = re.compile(r"[^;]{0,40}\Z")
"""What stands behind the last work of a note that "ibid" may mean: pages, and no other source."""
_ANOTHER_YEAR = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\)")
"""In a text, the year of a work that nobody knows."""


def with_works_cited_again(edition: Edition, authority: Authority) -> Edition:
    """The edition with its shortened citations, once those that name a work are known."""
    if not edition.citations:
        return edition
    again = _Again(edition, Works(authority))
    found = [*edition.citations, *(new for p in edition.in_source_order for new in again.read(p))]
    found.sort(key=lambda citation: (edition.order[citation.passage], citation.start))
    return replace(edition, citations=tuple(found))


@dataclass
class _Again:
    """What has been cited so far, in the order of the source."""

    edition: Edition
    works: Works
    so_far: set[str] = field(default_factory=set)
    """Ids of the works cited."""
    by_label: dict[str, list[set[str]]] = field(default_factory=lambda: defaultdict(list))
    """The works that each note cites, under its label."""
    last: str | None = None
    """The work that the note before cites, if nothing else stands behind it."""

    def __post_init__(self) -> None:
        self._labels = {note.passage: note.label for note in self.edition.footnotes}

    def read(self, passage: Passage) -> Iterator[Citation]:
        """The shortened citations of the next passage."""
        cited = list(self.edition.citations_of[passage.id])
        named = (*cited, *self.edition.links_of[passage.id])
        taken = Taken(sorted({(one.start, one.end) for one in named}))
        is_note = passage.id in self._labels
        for match in _AGAIN.finditer(passage.text):
            meant = self._meant(passage, match, cited, is_note=is_note)
            if meant and not taken.meets(*meant[0]):
                (start, end), work = meant
                taken.add(start, end)
                new = Citation(passage.id, start, end, passage.text[start:end], work, rule=RULE)
                cited = sorted([*cited, new], key=lambda citation: citation.start)
                yield new
        self._take_in(passage, cited, is_note=is_note)

    def _take_in(self, passage: Passage, cited: Sequence[Citation], *, is_note: bool) -> None:
        works = {citation.work for citation in cited}
        self.so_far |= works
        if is_note:
            self.by_label[self._labels[passage.id]].append(works)
            alone = len(works) == 1 and _ONE_SOURCE.match(passage.text, cited[-1].end)
            self.last = cited[-1].work if alone else None

    def _meant(
        self, passage: Passage, match: re.Match[str], cited: Sequence[Citation], *, is_note: bool
    ) -> tuple[Interval, str] | None:
        """Which words cite which work again."""
        if match["ibid"]:
            work = self._just_before(passage.text, match, cited, is_note=is_note)
            return (match.span("ibid"), work) if work else None
        label = match["of"] or match["note"]
        among = self._of_note(label) if label else self.so_far
        end = match.start() if label else match.start() + len(match[0].rstrip(" ."))
        for mention in self.edition.mentions_of[passage.id]:
            if mention.end == match.start() and mention.entity in among:
                return (mention.start, end), mention.entity
        names = names_before(passage.text, match.start(), self.works.is_author)
        work = self.works.one_by(names, among) if names else None
        return ((names.start, end), work) if names and work else None

    def _of_note(self, label: str) -> set[str]:
        """The works that a note cites; none where two have its label."""
        (*others, works) = self.by_label.get(label, ()) or (set[str](),)
        return set() if others else works

    def _just_before(
        self, text: str, match: re.Match[str], cited: Sequence[Citation], *, is_note: bool
    ) -> str | None:
        """The work that is cited last before "ibid"."""
        place = bisect_right(cited, match.start(), key=lambda citation: citation.end)
        if place:
            between = text[cited[place - 1].end : match.start()]
            unknown = between.count(";") > 1 or _ANOTHER_YEAR.search(between)
            return None if unknown else cited[place - 1].work
        begins = not re.sub(r"\W|\b[Ss]ee\b", "", text[: match.start()])
        return self.last if is_note and begins else None
