"""What an archive holds before documents are added: read once, however many are added."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from consultations import intake, report
from consultations.cache import Cache, digest_of
from consultations.errors import OutputError
from consultations.intake.adding.likeness import Sketch, most_like, sketch_of
from consultations.model.entity import Authority
from consultations.model.source import Source
from consultations.settings import Project


@dataclass(frozen=True)
class Present:
    """What an archive holds already."""

    project: Project
    authority: Authority
    sources: list[Source]
    sketches: dict[str, Sketch]
    """For each source, by its id, what it is recognised by."""

    @classmethod
    def of(cls, project: Project) -> "Present":
        """Read what a project has.

        Raises:
            ConsultationsError: its archive cannot be taken as it is.
        """
        authority = intake.read_authority(project.archive)
        sources = intake.read_archive(project.archive, authority)
        return cls(project, authority, sources, _kept(project, sources))

    def take_in(self, source: Source) -> None:
        """Count in a document that was added."""
        self.sources.append(source)
        self.sketches[source.id] = sketch_of(source.text)

    def newer(self) -> list[Source]:
        """The documents that others have added since this was read.

        Raises:
            ConsultationsError: one of them cannot be taken as it is.
        """
        archive, known = self.project.archive, {source.id for source in self.sources}
        ids = (id_ for id_ in intake.document_ids(archive) if id_ not in known)
        return [intake.read_source(archive, id_) for id_ in ids]

    def most_like(self, text: str) -> tuple[str, float] | None:
        """The document that has the most of a text, with the share of the text that it has."""
        return most_like(text, self.sources, self.sketches)


def _kept(project: Project, sources: Sequence[Source]) -> dict[str, Sketch]:
    """The sketch of each source by its id; those that were made before are kept for next time."""
    cache, made_of = Cache(project.cache / "likeness"), digest_of()
    known: dict[str, Sketch] = cache.get("sketches", dict, made_of) or {}
    texts = {s.id: sha256(s.text.encode("utf-8", "replace")).hexdigest() for s in sources}
    new = [source for source in sources if texts[source.id] not in known]
    for source in report.track(new, "Comparing"):
        known[texts[source.id]] = sketch_of(source.text)
    if new:
        # They save time alone. Of a full disk a person is told where the document is written.
        with suppress(OutputError):
            cache.keep("sketches", {text: known[text] for text in texts.values()}, made_of)
    return {id_: known[text] for id_, text in texts.items()}
