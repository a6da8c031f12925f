"""Names in an edition that no authority has; looked for again only where the answer may differ.

Of a name it is asked whether its words are common ones in the whole archive. So what was found
before is kept with what was asked and answered: a document that is added gives the archive words,
and seldom one that any name of another document has.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain

from consultations.annotate.names.candidates.capitalised import is_body
from consultations.annotate.names.candidates.unknown_names import UnknownName, unknown_names
from consultations.annotate.names.spellings import key_of
from consultations.annotate.taken import Taken
from consultations.english.personal_names import BUILDING
from consultations.model.annotation import Abbreviation
from consultations.model.by_passage import ByPassage
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority
from consultations.model.memo import Memo


@dataclass(frozen=True)
class _NamesFound:
    """The unknown names of an edition, and the answers about other editions that they rest on."""

    names: tuple[tuple[str, UnknownName], ...]
    """Each with the id of its passage before it."""
    asked: Mapping[str, bool]
    """The words that were asked about, and whether each is common."""

    def fits(self, common: Set[str]) -> bool:
        """Whether every answer would be the same."""
        return all((word in common) == answer for word, answer in self.asked.items())


class _HeardWords(Set[str]):
    """Common words, which remember what they were asked."""

    def __init__(self, common: Set[str]) -> None:
        self._common = common
        self.answers: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        answer = word in self._common
        self.answers[str(word)] = answer
        return answer

    def __iter__(self) -> Iterator[str]:
        return iter(self._common)

    def __len__(self) -> int:
        return len(self._common)


def names_of(
    edition: Edition, authority: Authority, common: Set[str], memo: Memo
) -> tuple[tuple[str, UnknownName], ...]:
    """Names in one edition that nobody knows, each with the id of its passage before it.

    Those that overlap a surer one are left out.

    Args:
        edition: annotated.
        authority: with which it was annotated.
        common: the words that are written in lower case somewhere in the archive.
        memo: what was found in it before.
    """

    def find() -> _NamesFound:
        asked = _HeardWords(common)
        bodies = {body.id for body in authority.of_kind("organisation")}
        return _NamesFound(tuple(_names_in(edition, bodies, asked)), asked.answers)

    return memo("names", edition, (), find, lambda found: found.fits(common)).names


def _names_in(
    edition: Edition, bodies: Set[str], common: Set[str]
) -> Iterator[tuple[str, UnknownName]]:
    """Every unknown name that overlaps no surer one, after the id of its passage."""
    headings = {key_of(p.text) for p in edition.passages if p.kind == "heading"}
    places = {place["name"] for p in edition.passages for place in BUILDING.finditer(p.text)}
    expanded = ByPassage(edition.abbreviations, lambda one: one.passage)
    for passage in edition.passages:
        taken = Taken()
        for one in (
            *edition.citations_of[passage.id],
            *edition.links_of[passage.id],
            *edition.mentions_of[passage.id],
        ):
            if not taken.meets(one.start, one.end):
                taken.add(one.start, one.end)
        mentions = edition.mentions_of[passage.id]
        known = [(one.start, one.end) for one in mentions if one.entity in bodies]
        whole = _expanded(passage, expanded[passage.id])
        for name in chain(whole, unknown_names(passage, common, known)):
            is_house = name.kind == "person" and name.name in places
            if is_house or _is_own(name, headings):
                continue
            if not taken.meets(name.start, name.end):
                taken.add(name.start, name.end)
                yield passage.id, name


def _expanded(passage: Passage, short_forms: Iterable[Abbreviation]) -> Iterator[UnknownName]:
    """The full names of bodies that have short forms: Department of Piers, Tolls and Oil."""
    for short in short_forms:
        start = passage.text.rfind(short.expansion, 0, short.start)
        if start >= 0 and is_body(short.expansion):
            end = start + len(short.expansion)
            yield UnknownName("organisation", short.expansion, start, end)


def _is_own(name: UnknownName, headings: Set[str]) -> bool:
    """Whether what looks like a work's title is a heading of the document itself.

    What has a year is a law, which a section may be about.
    """
    is_dated = name.name[-4:].isdecimal()
    return name.kind == "work" and not is_dated and key_of(name.name) in headings
