"""Everybody who is quoted, each with the quotations in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from consultations.model.entity import Authority, Entity
from consultations.pages.facts import UNKNOWN_VOICE
from consultations.pages.indexes.names import sort_name
from consultations.pages.indexes.paging import parted
from consultations.pages.indexes.register import PlacedQuotation, Register

_AROUND = 400
"""Code points around the words of a quotation: attributes, marks, the speaker's heading."""


@dataclass(frozen=True)
class Speaker:
    """Somebody who is quoted, with the quotations in order."""

    name: str
    """As a reader would say it."""
    entity: Entity | None
    """None of one whom the authorities do not know: then nobody outside the one document."""
    quotations: tuple[PlacedQuotation, ...]
    part: int = 1
    """Where one is quoted too often for one page: which part of the quotations these are."""

    @property
    def sort_name(self) -> str:
        """The name by which speakers are sorted."""
        return sort_name(self.entity) if self.entity else self.name

    @property
    def id(self) -> str:
        """Id of its heading."""
        if self.entity is None:
            return f"speaker:{quotation_id(self.quotations[0])}"
        return f"speaker:{self.entity.id}{f':{self.part}' if self.part > 1 else ''}"

    @property
    def weight(self) -> int:
        """How many code points these quotations take on a page, roughly."""
        return sum(_weight(quoted) for quoted in self.quotations)

    def parts(self) -> Iterator["Speaker"]:
        """The same in parts short enough for a page."""
        for n, run in enumerate(parted(self.quotations, _weight), start=1):
            yield replace(self, quotations=tuple(run), part=n)


def speakers(register: Register) -> Sequence[Speaker]:
    """Everybody who is quoted; terms and titles are nobody's words."""
    # One whom the authorities know is one speaker in all documents. One whom they do not know is a
    # speaker of one document only: "a resident" of two documents are two people.
    said: dict[tuple[str, str], list[PlacedQuotation]] = {}
    for quoted in register.quotations:
        if quoted.quotation.kind == "term":
            continue
        entity = entity_of(quoted, register.authority)
        name = entity.id if entity else quoted.quotation.attributed_to or ""
        said.setdefault(("" if entity else quoted.edition.id, name), []).append(quoted)
    return [
        Speaker(entity.name if entity else name or UNKNOWN_VOICE.capitalize(), entity, tuple(run))
        for (document, name), run in said.items()
        for entity in [None if document else register.authority.by_id[name]]
    ]


def entity_of(quoted: PlacedQuotation, authority: Authority) -> Entity | None:
    """The entity that is quoted, where the authorities know it."""
    speaker = quoted.quotation.speaker
    return authority.by_id.get(speaker) if speaker else None


def _weight(quoted: PlacedQuotation) -> int:
    """How many code points a quotation takes on a page, with its passage and its links, roughly."""
    title = quoted.edition.source.record.title
    words = len(quoted.quotation.text) * 2 + len(quoted.passage.text) + len(title)
    return words + len(quoted.edition.id) * 3 + _AROUND


def quotation_id(quoted: PlacedQuotation) -> str:
    """What tells a quotation from all others of the archive: document, passage, place."""
    return f"{quoted.edition.id}:{quoted.passage.id}:{quoted.quotation.start}"
