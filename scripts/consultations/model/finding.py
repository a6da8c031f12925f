"""What a person should look at: doubt is said, and changes nothing."""

from dataclasses import dataclass
from typing import Literal, get_args

from consultations.model.source import Locator

Severity = Literal["note", "warning", "error"]
"""How pressing a finding is: a note is only told; a warning or an error fails the check."""

Code = Literal[
    # Beside a text, from a rule: stet.toml can waive these by their names.
    "address-cut",
    "address-not-kept",
    "blank-before-bracket-missing",
    "character-lost",
    "characters-unseen",
    "columns-not-read",
    "comment-kept",
    "direction-turned",
    "head-unsure",
    "heading-of-contents-lost",
    "marker-without-note",
    "note-calls-note",
    "note-without-marker",
    "note-without-rest",
    "notes-not-read",
    "number-repeated",
    "personal-datum",
    "question-passed-over",
    "scripts-mixed",
    "sentence-breaks-off",
    "single-s",
    "table-not-read",
    "unbalanced",
    "word-missing",
    "words-run-together",
    # Beside what an editor or an earlier build has set down, and beside what was made.
    "annotation-misplaced",
    "contact-missing",
    "entity-unknown",
    "id-dies",
    "ids-stale",
    "judgement-unused",
    "link-dead",
    "page-left-over",
    "page-missing",
    "page-stale",
    "page-too-large",
    "permalink-dies",
    "permalink-leads-nowhere",
    "permalinks-of-another",
    "permalinks-stale",
    "redaction-leads-nowhere",
    "rights-unknown",
    "source-twice",
    "stet-not-needed",
    "theme-finds-nothing",
]
"""Every code that a finding can have. A code keeps its meaning: entries in stet.toml name it."""
CODES: frozenset[str] = frozenset(get_args(Code))


@dataclass(frozen=True)
class Finding:
    """One thing that a person should look at, with its place and what to do."""

    code: Code
    severity: Severity
    what: str
    hint: str
    """How to mend it, or how to say that it is right as it is."""
    place: Locator | None = None
    file: str | None = None
    """Path of the file to mend, where that is not the source that `place` names."""
    other: Locator | None = None
    """The second place of a contradiction."""
    line: int | None = None
    """Of `file`, from 1, where it is known."""
    expected: str | None = None
    found: str | None = None
    """Words that stand there, where they are not the word at `place`; of a finding with a file and
    no line, the id or the key of the entry that it is of."""
