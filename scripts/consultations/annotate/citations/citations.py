"""Citations of works: by author and date, by title and date, and in notes that are references.

"(Author 2004: 85)", "Author et al (2006)", "Author and Author 1999" are resolved by author, number
of authors and year; "(2004: 85)" takes its author from the words before, "(Title, Publisher, 2008)"
is resolved by the title. What fits two works, or none, is no citation.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from consultations.annotate.citations.dated_titles import dated_title
from consultations.annotate.citations.references import work_of
from consultations.english.sentences import sentence_start
from consultations.model.edition import Citation, Edition, Mention, Passage
from consultations.model.entity import Authority, Entity

_YEAR = re.compile(r"\b((?:1[89]|20)\d\d)([a-z])?\b")
_PAGES = re.compile(
    r"\s*:\s*(?:pp?\.?\s*)?[^\s();][^();]{0,40}|,?\s*pp?\.?\s*\d+(?:\s*[-–]\s*\d+)?"
)
_ET_AL = re.compile(r"\s+(?:et\s+al\.?|and\s+(?:colleagues|others))$")
_MORE_NAMES = re.compile(r"(?:,\s*|,?\s+(?:and|&)\s+)$")
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?:\s+(?:of|for|the|and|on)?\s*[^\W\d_][\w’'-]*){0,8}$")
_ET_AL_ALONE = re.compile(r"\b([A-Z][\w-]+) et al\b(?:\.|[’']s)?")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*\w\b(?=[’']s\b)|\b[A-Z][\w-]*\b")
_LOOK_BACK = 120
_MANY = 50
"""Among so many names before a year, the one that belongs to it is to be found."""
_TITLE_TO_YEAR = 80
_LONGEST_BRACKETS = 600
"""In code points: an opening bracket further back is one that was never closed."""


class _Found(NamedTuple):
    start: int
    end: int
    work: str
    rule: str


def with_citations(edition: Edition, authority: Authority) -> Edition:
    """The edition with its citations, once its mentions and references are known."""
    mentions: dict[str, list[Mention]] = {}
    for mention in edition.mentions:
        mentions.setdefault(mention.passage, []).append(mention)
    notes = {note.passage for note in edition.footnotes}
    listed = frozenset(
        mention.entity
        for passage in edition.passages
        if passage.kind == "reference"
        for mention in mentions.get(passage.id, [])
    )
    citations = []
    for passage in edition.passages:
        named = mentions.get(passage.id, [])
        if passage.kind == "reference":
            work = work_of(passage, named, authority) if passage.id in notes else None
            whole = (0, len(passage.text))
            found = [_Found(*whole, work.id, "reference-note")] if work else []
        else:
            found = _in_text(passage, named, authority, listed)
        citations += [
            Citation(passage.id, f.start, f.end, passage.text[f.start : f.end], f.work, rule=f.rule)
            for f in found
        ]
    return replace(edition, citations=tuple(citations))


def _in_text(
    passage: Passage, named: Sequence[Mention], authority: Authority, listed: frozenset[str]
) -> list[_Found]:
    finder = _Finder(passage, named, authority, listed)
    found = sorted({*finder.dated(), *finder.undated()}, key=lambda f: (f.start, -f.end))
    kept: list[_Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@dataclass(frozen=True)
class _Finder:
    """Looks for citations in one passage."""

    passage: Passage
    named: Sequence[Mention]
    authority: Authority
    listed: frozenset[str]
    """Ids of the works that the document lists as its references."""

    @property
    def text(self) -> str:
        """The passage's text."""
        return self.passage.text

    def dated(self) -> Iterator[_Found]:
        """Citations that give a year."""
        for year in _YEAR.finditer(self.text):
            pages = _PAGES.match(self.text, year.end())
            end = pages.end() if pages and self._in_brackets(year.start()) else year.end()
            end = year.start() + len(self.text[year.start() : end].rstrip())
            cited = self._by_title(year, end) or self._by_author(year, end)
            cited = cited or self._by_year_alone(year, end)
            # The year of "the Body 2010 Manifesto" is part of a name.
            if cited and not self._within_name(cited.start, end):
                start, end = self._with_brackets(cited.start, cited.end)
                yield cited._replace(start=start, end=end)

    def undated(self) -> Iterator[_Found]:
        """Several authors named by their first: "Author et al", where only one work is theirs."""
        for match in _ET_AL_ALONE.finditer(self.text):
            works = self.authority.works_by_author.get(match[1], ())
            theirs = [work for work in works if _led_by(work, match[1]) and len(work.authors) > 2]
            work = self._only(theirs)
            if work:
                yield _Found(*match.span(), work.id, "author")

    def _only(self, works: Sequence[Entity]) -> Entity | None:
        """The one work that is meant; of several, the one that the document lists."""
        own = [work for work in works if work.id in self.listed] or list(works)
        return own[0] if len(own) == 1 else None

    def _within_name(self, start: int, end: int) -> bool:
        last = bisect_right(self.named, start, key=lambda m: m.start)
        return any(end < mention.end for mention in self.named[max(0, last - 1) : last])

    def _in_brackets(self, at: int) -> bool:
        since = max(0, at - _LONGEST_BRACKETS)
        return self.text.rfind("(", since, at) > self.text.rfind(")", since, at)

    def _with_brackets(self, start: int, end: int) -> tuple[int, int]:
        """The interval with the brackets around it, or that its end is in, where they are its."""
        if self.text[end : end + 1] == ")":
            if self.text[start - 1 : start] == "(":
                return start - 1, end + 1
            if "(" in self.text[start:end]:
                return start, end + 1
        return start, end

    def _by_author(self, year: re.Match[str], end: int) -> _Found | None:
        start = base = max(0, year.start() - _LOOK_BACK)
        before = self.text[base : year.start()].rstrip(" \t\n,(")
        several = _ET_AL.search(before)
        if several:
            before = before[: several.start()]
        names: list[str] = []
        while name := _last_name(before, self.authority.works_by_author):
            names.insert(0, name)
            before = before[: -len(name)]
            start = base + len(before)
            joined = _MORE_NAMES.search(before)
            if not joined:
                break
            before = before[: joined.start()]
        if not names:
            return None
        work = self._only(self._candidates(names, bool(several), year))
        return _Found(start, end, work.id, "author-date") if work else None

    def _candidates(self, names: list[str], several: bool, year: re.Match[str]) -> list[Entity]:
        works = [
            work
            for work in self.authority.works_by_author.get(names[0], ())
            if work.year == int(year[1])
            and (year[2] is None or (work.csl or {}).get("year-suffix") in (year[2], None))
        ]
        if several:
            return [work for work in works if _led_by(work, names[0]) and len(work.authors) > 1]
        if len(names) > 1:
            return [w for w in works if len(w.authors) == len(names) and _led_by(w, names[0])]
        return (
            [work for work in works if len(work.authors) == 1]
            or [work for work in works if all("literal" in author for author in work.authors)]
            # Its first author alone, of a work that the document itself lists with all of them.
            or [work for work in works if _led_by(work, names[0]) and work.id in self.listed]
        )

    def _by_year_alone(self, year: re.Match[str], end: int) -> _Found | None:
        """A bare "(2004: 85)": the author is the last one before who has a work of that year."""
        start = year.start()
        if self.text[start - 1 : start] != "(" or self.text[end : end + 1] != ")":
            return None
        sentence = sentence_start(self.text, start - 1)
        far = end > year.end() or _pronoun(self.text[sentence:start])
        last = bisect_left(self._surnames, start, key=lambda word: word.start())
        for word in reversed(self._surnames[max(0, last - _MANY) : last]):
            if word.start() < sentence and not far:
                return None
            works = [
                work
                for work in self.authority.works_by_author[word[0]]
                if work.year == int(year[1]) and _led_by(work, word[0])
            ]
            if works:
                meant = self._only([w for w in works if len(w.authors) == 1] or works)
                return _Found(start, end, meant.id, "year") if meant else None
        return None

    @cached_property
    def _surnames(self) -> list[re.Match[str]]:
        """Every word of the passage that is an author's name."""
        authors = self.authority.works_by_author
        return [word for word in _CAPITALISED.finditer(self.text) if word[0] in authors]

    def _by_title(self, year: re.Match[str], end: int) -> _Found | None:
        """A title and a year: "(Title, Publisher, 2008: p 7)", in a note, or "'Title' (2008)"."""
        quoted = dated_title(self.text, year, self.named, self.authority)
        if quoted and self.text[end : end + 1] == ")":
            return _Found(quoted.start - 1, end, quoted.entity, "title-date")
        if self._in_brackets(year.start()):
            opening = self.text.rfind("(", max(0, year.start() - _LONGEST_BRACKETS), year.start())
        elif self.passage.kind == "footnote":
            opening = -1
        else:
            return None
        last = bisect_left(self.named, year.start(), key=lambda m: m.start)
        for mention in reversed(self.named[max(0, last - _MANY) : last]):
            between = self.text[mention.end : year.start()]
            if (
                opening < mention.start
                and 0 <= year.start() - mention.end < _TITLE_TO_YEAR
                and not re.search(r"[;()]|\d{4}", between)
                and self.authority.by_id[mention.entity].kind == "work"
            ):
                return _Found(mention.start, end, mention.entity, "title-date")
        return None


def _last_name(text: str, works: Mapping[str, object]) -> str | None:
    """The longest author's name with which a text ends."""
    match = _NAME.search(text)
    if not match:
        return None
    starts = [0, *(blank.end() for blank in re.finditer(r"\s+", match[0]))]
    return next((match[0][start:] for start in starts if match[0][start:] in works), None)


def _pronoun(sentence: str) -> bool:
    return bool(re.search(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir)\b", sentence))


def _led_by(work: Entity, name: str) -> bool:
    return bool(work.authors) and name in (
        work.authors[0].get("family"),
        work.authors[0].get("literal"),
    )
