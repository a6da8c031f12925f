"""What a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal


@dataclass(frozen=True)
class Rule:
    """A repair. Its module's docstring is its manual page: symptom, cause, remedy, leaves alone.

    A rule only reads and proposes: the runner applies and records.
    """

    name: str
    """In words joined by hyphens; it stands in every emendation that the rule made."""
    revise: Callable[[Draft], Revision]
    changes_letters: bool = False
    """Whether letters and digits of the author's words may change; most rules keep them all."""


def text_rule(
    name: str, propose: Callable[[str], Iterable[Proposal]], *, changes_letters: bool = False
) -> Rule:
    """A rule that looks at nothing but the text."""

    def revise(draft: Draft) -> Revision:
        return Revision(proposals=tuple(propose(draft.text)))

    return Rule(name, revise, changes_letters)
