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

from consultations import patterns as re
from consultations.english.letters import mixed, turning
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.rule import Rule

# \x02 and \ufffe mark a hyphen at the end of a line; \x1c-\x1e and \x85 end lines.
_CONTROLS = re.compile(
    r"""
    (?: [\x00\x01\x03-\x08\x0e-\x1b\x1f\x7f]             # controls of ASCII
      | [\x81\x8d\x8f\x90\x9d]                            # of which Windows-1252 has no character
      | \N{ZERO WIDTH SPACE}
      | \N{WORD JOINER}
      | \N{ZERO WIDTH NO-BREAK SPACE}                      # also the mark of the order of bytes
      | \N{MONGOLIAN VOWEL SEPARATOR}
      | [\N{FUNCTION APPLICATION}-\N{INVISIBLE PLUS}]      # of formulas that a machine reads
      | [\N{INHIBIT SYMMETRIC SWAPPING}-\N{NOMINAL DIGIT SHAPES}]
      | (?<! [\N{WAVING BLACK FLAG}\U000E0020-\U000E007F] ) # tags spell a flag behind this one
        [\N{LANGUAGE TAG}\U000E0020-\U000E007F]++
    )++
    """,
    re.VERBOSE,
)
_JOINER = r"[\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}]"
_JOINERS = re.compile(rf"(?<!{_JOINER}){_JOINER}++")
_LAST_LATIN = 0x24F


def _joins(text: str, match: re.Match[str]) -> bool:
    """Whether joiners stand between two characters of a script that may need them."""
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return all(side and ord(side) > _LAST_LATIN for side in around)


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
    text = draft.text
    found = list(_CONTROLS.finditer(text))
    found += (match for match in _JOINERS.finditer(text) if not _joins(text, match))
    proposals = [Proposal(*m.span(), "", "other", "characters that do not show") for m in found]
    return Revision(tuple(proposals), findings=tuple(_findings(draft)))


RULE = Rule("invisible-characters", _revise)
