"""Where the names of the authorities stand in a document, each at its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from consultations.annotate.taken import Taken
from consultations.annotate.wording import written_as_name
from consultations.model.edition import Edition, Passage
from consultations.model.lexicon import Lexicon, Sighting


@dataclass(frozen=True)
class SightedName:
    """A sighting, with the passage that it stands in."""

    passage: Passage
    sighting: Sighting

    @property
    def start(self) -> int:
        """Where it begins, in code points of the passage's text."""
        return self.sighting.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.sighting.end

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]


def sightings(edition: Edition, lexicons: Iterable[Lexicon]) -> Iterator[SightedName]:
    """Names in the order of the passages; within one, those of an earlier lexicon come first.

    Nothing within an address is a name, and no two names share a place.
    """
    for passage in edition.passages:
        taken = Taken((link.start, link.end) for link in edition.links_of[passage.id])
        for lexicon in lexicons:
            for sighting in list(lexicon.find(passage.text, written_as_name)):
                if not taken.meets(sighting.start, sighting.end):
                    taken.add(sighting.start, sighting.end)
                    yield SightedName(passage, sighting)
