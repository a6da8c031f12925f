"""Letters joined in one character.

Symptom: `ﬁ`, `ﬂ`, `ﬀ` and their like; a search for `office` does not find `oﬃce`.
Cause: the type of the page has a glyph for the two letters, and the converter kept it.
Remedy: the letters, each by itself.
Leaves alone: æ, œ, ß and every other letter that is one in a language.
Seen in: text converted from PDF.
"""

import unicodedata
from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_LIGATURE = re.compile("[\ufb00-\ufb06]")


def _propose(text: str) -> Iterator[Proposal]:
    for match in _LIGATURE.finditer(text):
        yield Proposal(
            *match.span(),
            unicodedata.normalize("NFKC", match[0]),
            "other",
            "letters joined by the page's type",
        )


RULE = text_rule("ligatures", _propose, changes_letters=True)
