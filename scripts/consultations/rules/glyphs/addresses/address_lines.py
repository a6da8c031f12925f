"""Addresses broken by the end of a line.

Symptom: an address that ends in a hyphen, a slash or a sign of its query; its rest begins the next
line, or the next block.
Cause: the address was longer than a line of the page, or the page ended within it.
Remedy: what stands between the two pieces is taken out.
Leaves alone: an address after which a sentence or a numbered paragraph begins; a piece that is a
word of English, unless a bracket that opened before the address closes right after it.
Seen in: text converted from PDF, plain text with hard line ends.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.addresses import web_addresses
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule
from consultations.rules.spelling.vocabulary import SUSPENDING

_CUT = re.compile(r"[-/_=?&%+]\Z")
_REST = re.compile(
    r"""
    ( [ \t]{0,4} (?: \r?\n [ \t]{0,4} ){1,4} )                          # the ends of the lines
    (?:<u>)? ( [a-z0-9][A-Za-z0-9_.~%+/=&?-]{0,300}+ ) (?:</u>)?         # piers/of-wood.html
    ( \)? )
    """,
    re.VERBOSE,
)
_OF_TEXT = re.compile(
    r"""
      \d{1,3} (?: \.\d{1,3} ){1,3} \.? [ \t]+ \w     # 4.3 The order
    | (?: e\.g | i\.e ) \b                          # e.g. a lamp
    | \d{1,3}/\d{1,3} [ \t]* (?: [\r\n\f] | \Z )       # 1/7, as a browser counts what it prints
    """,
    re.VERBOSE,
)
"""What has points or a slash as an address has, and begins a paragraph or is a page's number."""
_PARTS = re.compile(r"[./_=&%?-](?=\w)|/\Z")


def _goes_on(rest: str) -> bool:
    """Whether what begins a line is a piece of an address: parts of a path, no words of prose."""
    parts = _PARTS.split(rest)
    return len(parts) > 1 and parts[0] not in SUSPENDING


def _propose(text: str) -> Iterator[Proposal]:
    for start, last in web_addresses(text):
        # Elsewhere these two end the sentence round the address.
        end = last + (text[last : last + 1] in ("_", "?"))
        is_bracketed = text.rfind("(", max(0, start - 4), start) >= 0
        # The rest of a long address may end in a sign of it again, and go on in a third line.
        while _CUT.search(text, start, end) and (rest := _rest(text, end, is_bracketed)):
            yield Proposal(*rest.span(1), "", "url", "the end of a line inside an address")
            end = rest.end(2)


def _rest(text: str, end: int, is_bracketed: bool) -> re.Match[str] | None:
    """What goes on, behind the end of a line, with an address that ends before text[end]."""
    rest = _REST.match(text, end)
    if rest is None or _OF_TEXT.match(text, rest.start(2)):
        return None
    return rest if (is_bracketed and rest[3]) or _goes_on(rest[2]) else None


RULE = text_rule("address-lines", _propose)
