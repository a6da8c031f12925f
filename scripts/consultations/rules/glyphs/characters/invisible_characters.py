"""Characters that no reader can see.

Symptom: words that a search does not find; NUL, other control characters, zero-width characters, a
byte-order mark among the words; a Cyrillic or Greek letter that looks like the Latin one.
Cause: page layout, copying from a web page, files joined end to end.
Remedy: the characters are taken out. What turns the direction of writing is a finding instead, and
so is a word of two scripts.
Leaves alone: ends of lines and tabs; a joiner between letters of a script that is written with
joiners, or in an emoji; soft hyphens, which have a rule of their own.
Seen in: web pages, text converted from PDF.
"""

from collections.abc import Iterator

from consultations.english.letters import mixed, turning, unprinted
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.rule import Rule


def _findings(draft: Draft) -> Iterator[Finding]:
    turned = turning(draft.text)
    if turned:
        yield Finding(
            code="direction-turned",
            severity="warning",
            what="invisible characters turn the direction of writing from here",
            hint="if the words around them are all of one script, take them out by an erratum",
            place=draft.locate(turned.start()),
        )
    told: set[str] = set()
    for match in mixed(draft.text):
        if match[0] not in told:
            told.add(match[0])
            yield Finding(
                code="scripts-mixed",
                severity="warning",
                what=f"Latin letters beside others that look the same: {match[0]!a}",
                hint="if the word is of one script, write it so by an erratum",
                place=draft.locate(match.start()),
            )


def _revise(draft: Draft) -> Revision:
    reason = "characters that do not show"
    proposals = [Proposal(*m.span(), "", "other", reason) for m in unprinted(draft.text)]
    return Revision(tuple(proposals), findings=tuple(_findings(draft)))


RULE = Rule("invisible-characters", _revise)
