"""Names that no authority knows, for the maintainer: ranked, and ready to be pasted as entries."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from consultations.annotate.names.wording import starts_sentence
from consultations.annotate.taken import Taken
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority
from consultations.model.text import Interval

_WORD = r"[A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]{2,}"
_SEQUENCE = re.compile(rf"\b(?:{_WORD})(?: (?:(?:of|for|and|the|on|in) ){{0,2}}(?:{_WORD}))+")
_INITIALS = re.compile(r"\b(?:[A-Z]\.? ){1,3}(?:[A-Z][\w’'-]+)")
_TITLED = re.compile(
    r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Lord|Lady|Sir)\.? ((?:[A-Z][\w’'-]+ ?){1,3})"
)
_CITED = re.compile(r"\b([A-Z][\w’-]+)(?: et al\.?| and [A-Z][\w’-]+)?,? \(?((?:1[89]|20)\d\d)\b")
_FUNCTION_WORDS = {
    "a", "all", "although", "an", "and", "as", "at", "but", "by", "for", "from", "further", "he",
    "her", "his", "how", "however", "if", "in", "it", "most", "no", "of", "on", "or", "our", "see",
    "she", "some", "that", "the", "their", "there", "these", "they", "this", "to", "we", "what",
    "when", "where", "while", "with",
}  # fmt: skip
_DATES = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April"
    r"|August|September|October|November|December|Spring|Summer|Autumn|Winter|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
    re.IGNORECASE,
)

CandidateKind = Literal["organisation", "person", "work"]


@dataclass
class Unknown:
    """A name that may be worth an entry."""

    kind: CandidateKind
    name: str
    abbreviations: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    """`<edition id>#<passage id>` of each time it is named, in order."""

    @property
    def weight(self) -> tuple[int, str]:
        """For sorting: those that are named often, or expanded, come first."""
        return -len(self.places) - 2 * len(self.abbreviations), self.name


def candidates(editions: Iterable[Edition], authority: Authority) -> list[Unknown]:
    """Names that no authority knows, the likeliest first.

    Args:
        editions: annotated.
        authority: with which they were annotated.
    """
    found: dict[str, Unknown] = {}
    for edition in editions:
        taken = _taken(edition)
        for passage in edition.passages:
            if passage.kind == "heading":
                continue
            for kind, name, place in _names(passage, authority):
                if not taken[passage.id].meets(*place):
                    taken[passage.id].add(*place)
                    unknown = found.setdefault(name, Unknown(kind, name))
                    unknown.places.append(f"{edition.id}#{passage.id}")
        for short in edition.abbreviations:
            if short.expansion in found:
                found[short.expansion].abbreviations.add(short.text)
    return sorted(found.values(), key=lambda unknown: unknown.weight)


def as_toml(unknowns: Sequence[Unknown]) -> str:
    """Entries for archive/authority, each with the places that name it as a comment."""
    entries = []
    for unknown in unknowns:
        places = ", ".join(dict.fromkeys(unknown.places[:5]))
        lines = [
            f"# {len(unknown.places)}: {places}",
            f"[{unknown.kind}.{_id(unknown.name)}]",
            f"name = {_quoted(unknown.name)}",
        ]
        if unknown.abbreviations:
            listed = ", ".join(_quoted(short) for short in sorted(unknown.abbreviations))
            lines.append(f"abbreviations = [{listed}]")
        if unknown.kind == "work":
            lines.append(f'csl = {{ type = "document", title = {_quoted(unknown.name)} }}')
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def _taken(edition: Edition) -> defaultdict[str, Taken]:
    """Where something is known already, by passage."""
    taken: defaultdict[str, Taken] = defaultdict(Taken)
    for one in (*edition.citations, *edition.links, *edition.mentions):
        if not taken[one.passage].meets(one.start, one.end):
            taken[one.passage].add(one.start, one.end)
    return taken


def _names(passage: Passage, authority: Authority) -> Iterator[tuple[CandidateKind, str, Interval]]:
    for match in _CITED.finditer(passage.text):
        author = match[1]
        known = author in authority.works_by_author or author.casefold() in _FUNCTION_WORDS
        if passage.kind != "reference" and not known and not _DATES.fullmatch(author):
            yield "work", f"{author} {match[2]}", match.span()
    for match in _TITLED.finditer(passage.text):
        yield "person", match[1].strip(), match.span(1)
    for match in _INITIALS.finditer(passage.text):
        if not (match[0][:2] in ("A ", "I ") and starts_sentence(passage.text, match.start())):
            yield "person", match[0], match.span()
    for match in _SEQUENCE.finditer(passage.text):
        start, end = match.span()
        first = match[0].split()[0]
        if starts_sentence(passage.text, start) and first.casefold() in _FUNCTION_WORDS:
            start += len(first) + 1
        name = passage.text[start:end]
        if " " in name and not _DATES.search(name):
            yield "organisation", name, (start, end)


def _id(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "unnamed"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
