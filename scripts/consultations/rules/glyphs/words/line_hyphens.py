"""Words and numbers parted at the end of a line.

Symptom: `ferry-` at the end of a line and `men` at the beginning of the next; a soft hyphen, or a
mark that some converters put for a hyphen at a line's end (U+0002, U+FFFE, `¬`), inside a word.
Cause: the lines of the page were kept as lines of the text.
Remedy: the two halves come together. The document's own spelling elsewhere says whether the hyphen
stays; then the dictionary does. Where English spells the word both ways, it stays: most hyphens at
the ends of lines belong to the word; and so it does where the document hardly cuts a word at the
end of a line. A hyphen beside a number, and one between two names, amounts or codes, stays. Two
words at a dash without blanks come together too. A soft hyphen goes unless the word is known with a
hyphen only.
Leaves alone: a hyphen before an empty line; `short-` before `and`; a capital at the beginning of
the next line after a word in small letters; the number of an item, or of the page; a dash at which
somebody breaks off, before the name of the next speaker.
Seen in: plain text with hard line ends, text converted from PDF.
"""

from collections.abc import Iterator
from functools import cached_property

from consultations import patterns as re
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.dictionary import is_common, is_word
from consultations.rules.prose import SPEAKER
from consultations.rules.rule import text_rule
from consultations.rules.spelling.halves import Halves, halves
from consultations.rules.spelling.vocabulary import Vocabulary

_LINE_END = r"[ \t]{0,2}\r?\n[ \t]{0,60}(?:>[ \t]{0,4}){0,4}"
"""A line's end, and with what the next line of a block quotation begins.

A line may stand far in, as that of an item does in a list of a page's right half.
"""
_QUOTED = re.compile(r"[ \t]{0,8}(?:>[ \t]{0,4}){1,4}")
_HYPHEN = re.compile(rf"(?<=\w)[-\N{{HYPHEN}}]({_LINE_END})(?=\w|[£$€]\d)")
_DASH = re.compile(
    rf"(?:(?<=[^\W_])\N{{EM DASH}}|(?<=\d)\N{{EN DASH}}(?=\s+[£$€]?\d))({_LINE_END})"
    r"(?=[^\W_]|[£$€]\d)",
    needs="\N{EM DASH}\N{EN DASH}",
)
"""A dash that is set close to the words round it, or to the numbers of a range."""
_MARK = re.compile(rf"(?<=\w)[\x02\ufffe](?:{_LINE_END})?(?=\w)", needs="\x02\ufffe")
_SOFT = re.compile(
    rf"(?<=\w)(?:\N{{SOFT HYPHEN}}(?:{_LINE_END})?|\N{{NOT SIGN}}{_LINE_END})(?=\w)",
    needs="\N{SOFT HYPHEN}\N{NOT SIGN}",
)
"""A soft hyphen; old encodings have the other sign at its place."""
_STRAY = re.compile(
    r"""
      (?<! \w ) [\N{SOFT HYPHEN}\x02\ufffe]                       # before every word
    | [\N{SOFT HYPHEN}\x02\ufffe] (?! \w | [ \t]{0,2} [\r\n] )   # after one, in a line
    | [\N{SOFT HYPHEN}\x02\ufffe] (?= [ \t]{0,2} \r?\n \s{0,8} (?! \s | \w ) )   # and at its end
    """,
    re.VERBOSE,
    needs="\N{SOFT HYPHEN}\x02\ufffe",
)
_ITEM = re.compile(r"\d{1,3}[.)]\s")
"""What an item of a list begins with: `12. `, `3) `."""
_FOLIO = re.compile(r"\d{1,4}[ \t]*\r?\n\s*?\f")
"""A number that is all of the last line of a page."""
_FAR_IN = re.compile(r"[ \t]{10,}\Z")
"""How far in a page's number stands that is set in the middle or to the right."""
_ALONE = re.compile(r"\d{1,4}[ \t]*(?:[\r\n]|\Z)")
_CODE = re.compile(r"[A-Z]{1,2}\d")
"""What a code begins with: `B12`."""
_FEWEST = 3
"""Compounds that must be joined at line ends, in all and for each word cut there."""
_CUT = "a word cut at the end of a line"
_KEPT = "a line's end after the hyphen of a word"


def _cut(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a pattern finds a line's end: both lines are of one block quotation, or of none."""
    for match in pattern.finditer(text):
        depth = match[0].count(">")
        line = text.rfind("\n", 0, match.start()) + 1 if depth else 0
        before = _QUOTED.match(text, line) if depth else None
        if not depth or (before and before[0].count(">") == depth):
            yield match


class _Spelling:
    """What a document shows of how it spells words, and of where it cuts them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._vocabulary = Vocabulary(text)

    @cached_property
    def _seldom_cuts(self) -> bool:
        """Whether lines end at hyphens of the words themselves, and hardly at others.

        Lines that are not set to one width cut no word. Where one does, a half is mostly none.
        """
        joined = cut = 0
        for pattern in (_HYPHEN, _MARK):
            for match in _cut(pattern, self._text):
                word = halves(self._text, match.start(), match.end())
                cut += is_common("".join(word)) and not word.are_words
                joined += all(word) and not is_word("".join(word))
        return joined >= _FEWEST and cut * _FEWEST < joined

    def is_compound(self, word: Halves) -> bool:
        """Whether the document or a dictionary has the hyphen between two halves."""
        return word.is_compound(self._vocabulary)

    def is_cut(self, word: Halves) -> tuple[bool, Certainty]:
        """Whether a hyphen cuts one word, rather than joins two; and how sure that is."""
        cut, certainty = word.loses_hyphen(self._vocabulary)
        if cut and not self._vocabulary.solid["".join(word)] and word.are_words:
            # The words themselves do not tell; where it cuts hardly any other, it joins these.
            return (False, "probable") if self._seldom_cuts else (cut, certainty)
        return cut, certainty


def _belongs(text: str, start: int, end: int, word: Halves) -> bool:
    """Whether a hyphen stands beside a number or between two names: no word can have been cut."""
    before, after = text[start - 1], text[end]
    if after.isdigit():
        # After a number a line may go on with another; after a word it may be that of an item.
        return before.isdigit() or not _ITEM.match(text, end)
    if before.isdigit():
        return after.islower() or not after.isalpha() or _CODE.match(text, end) is not None
    first = start - len(word.left)
    is_name = text[first].isupper() or text[first - 1 : first] in "-‐"  # Upper-on-the-
    return is_name and after.isupper() and before.islower()


def _hyphens(text: str, spelling: _Spelling) -> Iterator[Proposal]:
    for match in _cut(_HYPHEN, text):
        start, end = match.span()
        word = halves(text, start, end)
        if word.is_cut_short() or SPEAKER.match(text, end) or _is_page_number(text, start, end):
            continue
        if _belongs(text, start, end, word):
            certainty: Certainty = "certain" if text[start - 1].isdigit() else "probable"
            yield Proposal(*match.span(1), "", "join", _KEPT, certainty)
        elif word.left and (text[end].islower() or _is_in_capitals(text, start, end)):
            cut, certainty = spelling.is_cut(word)
            # After a dash, too, a blank may stand: then a known word must speak for a hyphen.
            if text[start + 1] in " \t" and not cut and certainty == "probable":
                continue
            span, reason = (match.span(), _CUT) if cut else (match.span(1), _KEPT)
            yield Proposal(*span, "", "join", reason, certainty)


def _is_page_number(text: str, start: int, end: int) -> bool:
    """Whether the number after a line's end is the page's, which cuts a word in two."""
    is_far = _FAR_IN.search(text[start:end]) is not None and _ALONE.match(text, end) is not None
    return is_far or _FOLIO.match(text, end) is not None


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Whether what stands on either side of a line's end is a heading in capitals."""
    return text[max(0, start - 2) : start].isupper() and text[end : end + 2].isupper()


def _marks(text: str, spelling: _Spelling) -> Iterator[Proposal]:
    """Proposals for the marks that converters put for a hyphen at a line's end."""
    certainty: Certainty
    for match in _cut(_MARK, text):
        word = halves(text, *match.span())
        cut, certainty = spelling.is_cut(word) if all(word) else (False, "probable")
        yield Proposal(*match.span(), "" if cut else "-", "join", _CUT if cut else _KEPT, certainty)


def _soft_hyphens(text: str, spelling: _Spelling) -> Iterator[Proposal]:
    for match in _cut(_SOFT, text):
        word = halves(text, *match.span())
        if is_common("".join(word)) or (all(word) and not spelling.is_compound(word)):
            reason = "a hyphen that shows at the end of a line only"
            yield Proposal(*match.span(), "", "join", reason)
        else:
            yield Proposal(*match.span(), "-", "join", _KEPT, "probable")
    for match in _STRAY.finditer(text):
        yield Proposal(*match.span(), "", "other", "a soft hyphen outside every word")


def _propose(text: str) -> Iterator[Proposal]:
    spelling = _Spelling(text)
    yield from _hyphens(text, spelling)
    yield from _marks(text, spelling)
    yield from _soft_hyphens(text, spelling)
    for match in _cut(_DASH, text):
        if not SPEAKER.match(text, match.end()):
            yield Proposal(*match.span(1), "", "join", "a line's end after a dash", "probable")


RULE = text_rule("line-hyphens", _propose)
