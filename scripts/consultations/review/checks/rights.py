"""Whether readers are told who owns a text, and whom to write to about rights and errors."""

from collections.abc import Iterator

from consultations import intake
from consultations.model.edition import Edition
from consultations.model.finding import Finding
from consultations.settings import Project


def rights_unknown(edition: Edition) -> Iterator[Finding]:
    """A finding that nobody has said who owns the text."""
    if edition.source.record.rights.casefold().startswith(("not known", "unknown")):
        yield Finding(
            "rights-unknown",
            "warning",
            "whose the text is, nobody has said",
            "say in `rights` of the record whose it is and on what ground it is shown",
            file=f"archive/{edition.id}/record.toml",
            found="rights",
        )


def unnamed_contact(project: Project) -> Iterator[Finding]:
    """A note where the settings name neither a contact nor a repository."""
    if not intake.names_contact(project.root):
        yield Finding(
            "contact-missing",
            "note",
            "no contact is named, to which whoever holds rights in a text could write",
            "set `contact` below `extra`: an e-mail address, or the address of a page",
            file=project.configuration.relative_to(project.root).as_posix(),
        )
