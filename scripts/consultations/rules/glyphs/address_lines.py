"""Addresses broken by the end of a line.

Symptom: an address that ends in a hyphen, a slash or a sign of its query; its rest begins the next
line, or the next block. Or one that ends with its line inside a word, of which the next line has
the other half and more parts of a path.
Cause: the address was longer than a line of the page, or the page ended within it.
Remedy: what stands between the two pieces is taken out; as a probable repair where a word is cut.
Where the next line may as well begin with a word of prose, that is a finding.
Leaves alone: an address after which a sentence begins; a piece that is a word of English, unless a
bracket that opened before the address closes right after it.
Seen in: text converted from PDF, plain text with hard line ends.
"""

import re
from collections.abc import Iterator

from consultations.english.addresses import web_addresses
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.model.finding import Finding
from consultations.model.text import Interval
from consultations.rules.dictionary import is_common
from consultations.rules.rule import Rule
from consultations.rules.vocabulary import SUSPENDING

_CUT = re.compile(r"[-/_=?&%+]\Z")
_REST = re.compile(
    r"""
    ( [ \t]{0,4} (?: \r?\n [ \t]{0,4} ){1,4} )                          # the ends of the lines
    (?:<u>)? ( [a-z0-9][A-Za-z0-9_.~%+/=&?-]{0,300}+ ) (?:</u>)?         # piers/of-wood.html
    ( \)? )
    """,
    re.VERBOSE,
)
_FEWEST_PARTS = 2
_OF_PATH = 3
"""Slashes of an address that has a path: two stand before its host."""
_OF_FILE = re.compile(r"\.[a-z]{2,4}\Z")
_LAST = re.compile(r"[A-Za-z]{1,40}\Z")
_PARTS = re.compile(r"[./_=&%?-](?=\w)|/\Z")


def _goes_on(rest: str) -> bool:
    """Whether what begins a line is a piece of an address: parts of a path, no words of prose."""
    parts = _PARTS.split(rest)
    return len(parts) > 1 and parts[0] not in SUSPENDING


def _cuts_word(text: str, start: int, end: int, rest: str) -> bool | None:
    """Whether a line's end cuts a word of the path of text[start:end]; None where it may.

    A piece with a slash, or one whose first part is no word, is of an address.
    """
    parts = _PARTS.split(rest)
    first, last = parts[0], _LAST.search(text, start, end)
    if len(parts) < _FEWEST_PARTS or last is None or text.count("/", start, end) < _OF_PATH:
        return False
    is_cut = not is_common(last[0]) and is_common(last[0] + first)
    is_file = _OF_FILE.search(rest) is not None
    if "/" in rest or not is_common(first) or (is_file and is_cut):
        return True
    return None if is_file or is_cut else False


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[Interval, Certainty | None]]:
    """Where the ends of lines cut an address, and how sure that is; None where it may well not."""
    first = start
    while True:
        # Elsewhere these two end the sentence round the address.
        after = end + (text[end : end + 1] in ("_", "?"))
        rest = _REST.match(text, after)
        if rest is None:
            return
        if _CUT.search(text, start, after):
            bracketed = bool(rest[3]) and text.rfind("(", max(0, start - 4), start) >= 0
            if not (bracketed or _goes_on(rest[2])):
                return
            yield rest.span(1), "certain"
        else:
            cuts = rest[1].count("\n") == 1 and _cuts_word(text, first, end, rest[2])
            if cuts is False:
                return
            yield rest.span(1), "probable" if cuts else None
            if cuts is None:
                return
        start, end = rest.start(2), rest.end(2)


def _revise(draft: Draft) -> Revision:
    proposals, findings = [], []
    reached = 0
    for start, end in web_addresses(draft.text):
        if start < reached:
            continue
        for (low, high), certainty in _pieces(draft.text, start, end):
            reached = high
            if certainty:
                reason = "the end of a line inside an address"
                proposals.append(Proposal(low, high, "", "url", reason, certainty))
            else:
                findings.append(
                    Finding(
                        code="address-cut",
                        severity="warning",
                        what=f"{draft.text[max(start, low - 30) : low]!r}: the address may go on",
                        hint="if it does in the next line, mend it by an erratum",
                        place=draft.locate(start),
                    )
                )
    return Revision(tuple(proposals), findings=tuple(findings))


RULE = Rule("address-lines", _revise)
