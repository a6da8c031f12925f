"""What a person should look at: doubt is said, and changes nothing."""

from dataclasses import dataclass
from typing import Literal

from consultations.model.source import Locator

Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True)
class Finding:
    """One thing that a person should look at, with its place and what to do."""

    code: str
    """Stable and searchable: the room's word and the fault's, such as `note-without-marker`."""
    severity: Severity
    what: str
    hint: str
    """How to mend it, or how to say that it is right as it is."""
    place: Locator | None = None
    file: str | None = None
    """Path of the file to mend, where that is not the source that `place` names."""
    other: Locator | None = None
    """The second place of a contradiction."""
