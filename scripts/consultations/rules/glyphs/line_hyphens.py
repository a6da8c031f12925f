"""Words cut by a hyphen at the end of a line.

Symptom: `recov-` at the end of a line and `ery` at the beginning of the next; a soft hyphen, or the
mark U+0002 that some converters put for a hyphen at a line's end, inside a word.
Cause: the lines of the page were kept as lines of the text.
Remedy: the two halves come together. The hyphen goes where the word is known without it and not
known with it; otherwise it stays, since most hyphens at the ends of lines belong to the word. A
soft hyphen goes unless the word is known with a hyphen only.
Leaves alone: a hyphen before an empty line; `short-` before `and`; a capital at the beginning of
the next line, which may be a name.
Seen in: plain text with hard line ends, text converted from PDF.
"""

import re
from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.dictionary import is_common
from consultations.rules.halves import halves
from consultations.rules.rule import text_rule
from consultations.rules.vocabulary import Vocabulary

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐](\r?\n[ \t]{0,8})(?=[^\W\d_])")
_SOFT = re.compile(r"(?<=\w)([\u00ad\x02])(?:\r?\n[ \t]{0,8})?(?=\w)")
_STRAY = re.compile(r"(?<!\w)\u00ad|\u00ad(?![\w\r\n])|\u00ad(?=\r?\n\s{0,8}(?!\s|\w))")


def _hyphens(text: str, vocabulary: Vocabulary) -> Iterator[Proposal]:
    for match in _HYPHEN.finditer(text):
        word = halves(text, match.start(), match.end())
        if not text[match.end()].islower() or word.is_cut_short():
            continue
        loses_hyphen, certainty = word.loses_hyphen(vocabulary)
        if loses_hyphen:
            yield Proposal(*match.span(), "", "join", "a word cut at the end of a line", certainty)
        else:
            reason = "a line's end after the hyphen of a word"
            yield Proposal(*match.span(1), "", "join", reason, certainty)


def _soft_hyphens(text: str, vocabulary: Vocabulary) -> Iterator[Proposal]:
    for match in _SOFT.finditer(text):
        word = halves(text, match.start(), match.end())
        is_soft = match[1] == "\u00ad" and all(word) and not word.is_compound(vocabulary)
        if is_common("".join(word)) or is_soft:
            reason = "a hyphen that shows at the end of a line only"
            yield Proposal(*match.span(), "", "join", reason)
        else:
            reason = "the hyphen of a word, kept by the converter as one of a line's end"
            yield Proposal(*match.span(), "-", "join", reason, "probable")
    for match in _STRAY.finditer(text):
        yield Proposal(*match.span(), "", "other", "a soft hyphen outside every word")


def _propose(text: str) -> Iterator[Proposal]:
    vocabulary = Vocabulary(text)
    yield from _hyphens(text, vocabulary)
    yield from _soft_hyphens(text, vocabulary)


RULE = text_rule("line-hyphens", _propose)
