"""Voices: who speaks in a quotation, as a reader would say it."""

from typing import NamedTuple

from consultations import patterns as re
from consultations.model.annotation import Citation, QuotationKind
from consultations.model.entity import Entity

_PAGE = re.compile(r":\s*p+\.?\s*[\d–-]+")


class Voice(NamedTuple):
    """Who speaks: as a reader would say it, and as the entity that it is, if it is one."""

    label: str
    kind: QuotationKind
    entity: str | None = None

    @property
    def anonymous(self) -> bool:
        """Whether the speaker has no name: a respondent, a group member."""
        return self.entity is None and self.kind in ("respondent", "participant")


SOMEBODY = Voice("", "unknown")
"""The voice of a speaker who cannot be told."""


class Candidate(NamedTuple):
    """A place where somebody is named who may be speaking."""

    start: int
    end: int
    voice: Voice | None
    """None where it stands for somebody named before."""


def voice_of(entity: Entity, printed: str) -> Voice:
    """The voice of a person or a body, by name, or of a work, as it is called here."""
    if entity.kind == "work":
        written = any(letter.isupper() for letter in printed[:6])
        return voice_of_work(entity, printed if written else None)
    short = f" ({printed})" if printed in entity.abbreviations else ""
    kind: QuotationKind = "speech" if entity.kind == "person" else "publication"
    return Voice(entity.name + short, kind, entity.id)


def voice_of_work(work: Entity, called: str | None = None) -> Voice:
    """The voice of a work, as it is called or by author and year."""
    names = [author.get("family") or author.get("literal", "") for author in work.authors]
    several = " et al" if len(names) > 2 else f" and {names[1]}" if len(names) == 2 else ""
    person = any("family" in author for author in work.authors)
    cited = f"{names[0]}{several} {work.year or ''}".strip() if person else work.name
    return Voice(called or cited, "publication", work.id)


def voice_of_citation(work: Entity, citation: Citation) -> Voice:
    """The voice of a work that is cited, by its title where it is cited by that."""
    if citation.rule != "citations/title-date":
        return voice_of_work(work)
    return voice_of_work(work, _PAGE.sub("", citation.text).strip("() "))
