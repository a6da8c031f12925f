"""Citations of works: by author and date, by title and date, and in notes that are references.

Symptom: "(Marsh 2004: 85)", "Marsh et al (2006)", "Marsh and Reed 1999", "Marsh [2004]", "(2004:
85)" after words about Marsh, "(Title, Publisher, 2008)", "Title (2008)", "Marsh et al" where one
work is theirs.
Found by: each year of a passage is a place to look from. A title right before it, then the names of
authors there, then, for a year alone in brackets, the last author named. The authorities have just
one such work, or the document's own list of references has; else it is no citation.
Leaves alone: years that date something else, a year that is part of a name ("the 2010 Survey"),
what fits two works, authors whom no work has.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.citations.author_names import names_before
from consultations.annotate.citations.references import work_of
from consultations.annotate.citations.titles import described_title, title_before
from consultations.annotate.citations.works import Works
from consultations.annotate.citations.years import CitedYear, cited_years
from consultations.english.sentences import sentence_start
from consultations.model.annotation import Citation, Mention
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority

RULE = "citations"

_ET_AL_ALONE = re.compile(r"\b([A-Z][\w’'-]*\w) et al\b(?:\.|[’']s)?", needs=(" et al",))
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*\w\b(?=[’']s\b)|\b[A-Z](?:[\w’'-]*\w)?")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir)\b")
_MANY = 50
"""How many names before a year are tried as its author."""


class _CitedWork(NamedTuple):
    start: int
    end: int
    work: str
    way: str
    """How it was found."""


def with_citations(edition: Edition, authority: Authority) -> Edition:
    """The edition with its citations, once its mentions and references are known."""
    listed = frozenset(
        mention.entity
        for passage in edition.passages
        if passage.kind == "reference"
        for mention in edition.mentions_of[passage.id]
    )
    works = Works(authority, listed)
    notes = {note.passage for note in edition.footnotes}
    citations = [
        Citation(
            passage.id,
            f.start,
            f.end,
            passage.text[f.start : f.end],
            f.work,
            rule=f"{RULE}/{f.way}",
        )
        for passage in edition.passages
        for f in _in_passage(passage, edition.mentions_of[passage.id], works, passage.id in notes)
    ]
    return replace(edition, citations=tuple(citations))


def _in_passage(
    passage: Passage, named: Sequence[Mention], works: Works, is_note: bool
) -> list[_CitedWork]:
    """The citations of a passage, in order; of two that overlap, the first, or the longer one."""
    if passage.kind == "reference":
        # The entry of a list is what is cited; a note that gives a work in full cites it.
        work = work_of(passage, named, works.authority) if is_note else None
        if work:
            return [_CitedWork(0, len(passage.text), work.id, "reference-note")]
        if not is_note:
            return []
    finder = _Finder(passage, named, works)
    kept: list[_CitedWork] = []
    for one in sorted({*finder.dated(), *finder.undated()}, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@dataclass(frozen=True)
class _Finder:
    """Looks for citations in one passage."""

    passage: Passage
    named: Sequence[Mention]
    works: Works

    @property
    def text(self) -> str:
        """The passage's text."""
        return self.passage.text

    def dated(self) -> Iterator[_CitedWork]:
        """Citations that give a year."""
        for year in cited_years(self.text):
            cited = self._by_title(year) or self._by_author(year) or self._by_year_alone(year)
            # The year of "the Board 2010 Survey" is part of a name.
            if cited and not self._within_name(cited.start, year.end):
                start, end = self._with_brackets(cited.start, cited.end)
                yield cited._replace(start=start, end=end)

    def undated(self) -> Iterator[_CitedWork]:
        """Several authors named by their first: "Marsh et al", where only one work is theirs."""
        for match in _ET_AL_ALONE.finditer(self.text):
            work = self.works.of_group(match[1])
            if work:
                yield _CitedWork(*match.span(), work.id, "author")

    def _within_name(self, start: int, end: int) -> bool:
        last = bisect_right(self.named, start, key=lambda m: m.start)
        return any(end < mention.end for mention in self.named[max(0, last - 1) : last])

    def _with_brackets(self, start: int, end: int) -> tuple[int, int]:
        """The interval with its brackets: those around it, or those in which it ends."""
        opening = {")": "(", "]": "["}.get(self.text[end : end + 1])
        if opening:
            if self.text[start - 1 : start] == opening:
                return start - 1, end + 1
            if opening in self.text[start:end]:
                return start, end + 1
        return start, end

    def _by_title(self, year: CitedYear) -> _CitedWork | None:
        titled = title_before(self.text, year, self.named, self.works.authority)
        # Behind a title, "(Marsh 2004)" is cited as such, and "(Pier Press, 2004)" belongs to it.
        if titled and (year.opening == year.start - 1 or not self._by_author(year)):
            return _CitedWork(titled[0], year.end, titled[1], "title-date")
        title = described_title(self.passage, year, self.named, self.works.authority)
        return _CitedWork(title.start, year.end, title.entity, "title-date") if title else None

    def _by_author(self, year: CitedYear) -> _CitedWork | None:
        cited = names_before(self.text, year.names_end, self.works.is_author)
        work = self.works.by_authors(cited, year.year, year.letter) if cited else None
        if not cited or not work:
            return None
        return _CitedWork(self._start(cited.start, year), year.end, work.id, "author-date")

    def _start(self, names: int, year: CitedYear) -> int:
        """Where the citation begins: with the names, or with the year of a row that shares them.

        Of "(Marsh 2004, 2007)" the first has the names. Of "Marsh (2004, 2007)" neither has: one
        with the name would hold half of the brackets.
        """
        is_first = year.start == year.names_end
        within = year.opening is not None and year.opening < names
        return names if is_first and (within or not year.in_row) else year.start

    def _by_year_alone(self, year: CitedYear) -> _CitedWork | None:
        """A bare "(2004: 85)": the author is the last one before who has a work of that year."""
        if year.opening != year.start - 1 or self.text[year.end : year.end + 1] != ")":
            return None
        sentence = sentence_start(self.text, year.start - 1)
        # A page, or "she", says that somebody is cited: then the sentence before may name them.
        far = year.paged or _PRONOUN.search(self.text, sentence, year.start)
        last = bisect_left(self._surnames, year.start, key=lambda word: word.start())
        for word in reversed(self._surnames[max(0, last - _MANY) : last]):
            if word.start() < sentence and not far:
                return None
            works = self.works.led_by_of_year(word[0], year.year)
            if works:
                meant = self.works.only(works)
                return _CitedWork(year.start, year.end, meant.id, "year") if meant else None
        return None

    @cached_property
    def _surnames(self) -> list[re.Match[str]]:
        """Every word of the passage that is an author's name."""
        words = _CAPITALISED.finditer(self.text)
        return [word for word in words if self.works.is_author(word[0])]
