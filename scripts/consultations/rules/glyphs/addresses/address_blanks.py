"""Addresses broken by a blank.

Symptom: `…/HarbourRegul ations.pdf`, `…?place=Old+Qu ay+Town`, `…/A SURVEY OF PIERS.pdf`.
Cause: the line ended inside the address; or a blank or an underscore, which nobody sees under a
link's line, stood in the name of a file.
Remedy: the blank goes where it parts what is one word, or stands in a query, which has `+` for
blanks. In the name of a file it becomes an underscore where the name is in small letters throughout
or is a code (`HM 12345`), otherwise `%20`, which is how an address spells a blank. Where a piece
with a slash or a file's ending follows and nothing tells how it was spelt, a finding.
Leaves alone: whatever follows an address that is whole, one that ends in a slash or in the ending
of a file; words of a sentence between the address and the ending of another file.
Seen in: text converted from PDF.
"""

from typing import NamedTuple

from consultations import patterns as re
from consultations.english.addresses import goes_on, web_addresses
from consultations.english.small_words import SMALL_WORDS
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.model.finding import Finding
from consultations.rules.dictionary import is_word
from consultations.rules.rule import Rule

_FILE = r"\.(?:aspx?|docx?|html?|jsp|pdf|php|pptx?|rtf|txt|xlsx?)"
_WHOLE = re.compile(rf"(?:/|{_FILE})\Z", re.IGNORECASE)
_PIECE = re.compile(r"[ \t]([A-Za-z0-9_%&()+,'’=–-]{1,60}+)")
_LAST = re.compile(rf"[ \t]([A-Za-z0-9_%+-]{{1,60}}+{_FILE})(?![\w/])", re.IGNORECASE)
_QUERY = re.compile(r"[ \t]([A-Za-z0-9]{1,60}+(?:[+&=%][A-Za-z0-9_.%-]{0,60}+){1,20}+)")
_CODE = re.compile(r"[ \t](\d{4,9})(?=[)\s.,;]|\Z)")
_MOST_PIECES = 8
"""Pieces between blanks of which the name of a file is put together, at most."""


class _Break(NamedTuple):
    """A blank inside an address, and what it should be."""

    place: int
    after: str
    certainty: Certainty


def _pieces(text: str, end: int) -> list[re.Match[str]] | None:
    """What follows an address up to the ending of a file; None where that is not its name."""
    pieces: list[re.Match[str]] = []
    for _ in range(_MOST_PIECES):
        if last := _LAST.match(text, end):
            return [*pieces, last]
        piece = _PIECE.match(text, end)
        if piece is None or piece[1] in SMALL_WORDS or piece[1] == "see":
            return None
        pieces.append(piece)
        end = piece.end()
    return None


def _in_file_name(text: str, start: int, end: int) -> list[_Break]:
    pieces = _pieces(text, end)
    if pieces is None:
        return []
    first = re.split(r"[/=?]", text[start:end])[-1]
    names = [first, *(piece[1] for piece in pieces)]
    if len(pieces) == 1 and not _is_two_names(first, names[1]):
        return [_Break(pieces[0].start(), "", "probable")]
    small = all(name == name.lower() for name in names)
    after: tuple[str, Certainty] = ("_", "probable") if small else ("%20", "certain")
    return [_Break(piece.start(), *after) for piece in pieces]


def _is_two_names(left: str, right: str) -> bool:
    """Whether words stand on either side of a blank, so that the name itself has one there."""
    before = re.split(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])", left)[-1]
    after = re.split(r"[^A-Za-z]+", right)[0]
    return is_word(before.lower()) and is_word(after.lower())


def _breaks(text: str, start: int, end: int) -> list[_Break]:
    address = text[start:end]
    if "/" not in address.split("://")[-1] or _WHOLE.search(address):
        return []
    if "?" in address and "+" in address and (query := _QUERY.match(text, end)):
        return [_Break(end, "", "certain")] if "+" in query[1] else []
    last = address.rsplit("/", 1)[-1]
    if last.isalpha() and last.isupper() and _CODE.match(text, end):
        return [_Break(end, "_", "probable")]
    return _in_file_name(text, start, end)


def _revise(draft: Draft) -> Revision:
    proposals: list[Proposal] = []
    findings: list[Finding] = []
    for start, end in web_addresses(draft.text):
        breaks = _breaks(draft.text, start, end)
        for place, after, certainty in breaks:
            reason = "a blank inside an address"
            proposals.append(Proposal(place, place + 1, after, "url", reason, certainty))
        if not breaks and goes_on(draft.text, end):
            findings.append(_address_cut(draft, start, end))
    return Revision(tuple(proposals), findings=tuple(findings))


def _address_cut(draft: Draft, start: int, end: int) -> Finding:
    return Finding(
        code="address-cut",
        severity="note",
        what=f"{draft.text[start:end]!r}: what looks like its rest stands behind a blank",
        hint="mend the address by an erratum, or say by a stet that it is whole",
        place=draft.locate(start),
    )


RULE = Rule("address-blanks", _revise, changes_letters=True)
