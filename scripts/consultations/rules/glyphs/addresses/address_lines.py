"""Addresses broken by the end of a line.

Symptom: an address that ends in a hyphen, a slash or a sign of its query, or in half a word; its
rest begins the next line, or the next block. An address of e-mail ends behind its @ or a full stop.
Cause: the address was longer than a line of the page, or the page ended within it.
Remedy: what stands between the two pieces is taken out.
Leaves alone: an address after which a sentence or a numbered paragraph begins; a piece that is a
word of English, unless a bracket that opened before the address closes right after it; halves that
make no word of the dictionary.
Seen in: text converted from PDF, plain text with hard line ends.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.addresses import addresses
from consultations.model.emendation import Proposal
from consultations.rules.dictionary import is_common
from consultations.rules.rule import text_rule
from consultations.rules.spelling.halves import halves
from consultations.rules.spelling.vocabulary import SUSPENDING

_CUT = re.compile(r"[-/_=?&%+]\Z")
_REST = re.compile(
    r"""
    ( [ \t]{0,4} (?: \r?\n [ \t]{0,4} ){1,4} )                          # the ends of the lines
    (?:<u>)? ( [/?&]?[a-z0-9][A-Za-z0-9_.~%+/=&?-]{0,300}+ ) (?:</u>)?   # piers/of-wood.html
    ( \)? )
    """,
    re.VERBOSE,
)
_HOST_IN_PIECES = re.compile(
    r"""
    (?: @ (?<= [\w+-] @ ) (?: [a-z0-9-]{1,63} \. )?        # clerk@ or clerk@lamps.
      | https?://
      | www\.
    )
    ( [ \t]{0,4} \r?\n [ \t]{0,4} )
    (?: [a-z0-9-]{1,63} \. ){1,4} [a-z]{2,24} \b          # example.org
    """,
    re.VERBOSE,
)
"""An address of which a line ends before any host is whole."""
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
    for cut in _HOST_IN_PIECES.finditer(text):
        yield Proposal(*cut.span(1), "", "url", "the end of a line inside an address", "probable")
    for start, last, kind in addresses(text):
        # Elsewhere these two end the sentence round the address.
        end = last + (text[last : last + 1] in ("_", "?"))
        is_bracketed = text.rfind("(", max(0, start - 4), start) >= 0
        # The rest of a long address may be cut again, and go on in a third line.
        while (rest := _REST.match(text, end)) and not _OF_TEXT.match(text, rest.start(2)):
            is_open = bool(_CUT.search(text, start, end)) or rest[2][0] in "/?&"
            goes_on = _goes_on(rest[2]) or (is_bracketed and bool(rest[3]))
            if kind != "mail" and is_open and goes_on:
                reason = "the end of a line inside an address"
                yield Proposal(*rest.span(1), "", "url", reason)
            elif _is_cut_word(text, end, rest):
                reason = "the end of a line inside a word of an address"
                yield Proposal(*rest.span(1), "", "url", reason, "probable")
            else:
                break
            end = rest.end(2)


def _is_cut_word(text: str, end: int, rest: re.Match[str]) -> bool:
    """Whether a line's end has cut a word at text[end], of which the rest is none by itself."""
    cut = halves(text, end, rest.start(2))
    if rest[1].count("\n") > 1 or not (cut.left and cut.right):
        return False
    return is_common(cut.left + cut.right) and not is_common(cut.right)


RULE = text_rule("address-lines", _propose)
