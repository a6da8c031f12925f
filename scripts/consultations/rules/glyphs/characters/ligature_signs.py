"""Ligatures that were read as another sign.

Symptom: `conÞrmed` and `reßected`, `of?cer`, `di!erent`, `con(cid:976)rm`.
Cause: the type of the page has a glyph for `fi`, `fl` or `ff` at a place where the converter's
table has another character, or none.
Remedy: the letters. Which they are is told by the dictionary, and where that has two words by what
the sign stands for elsewhere in the document; as probable repairs.
Leaves alone: a sign that makes no two words of the document whole, or that stands in as many where
no ligature fits; what is a word already (`Großbritannien`); addresses.
Seen in: text converted from PDF.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.english.addresses import without_addresses
from consultations.model.emendation import Proposal
from consultations.rules.dictionary import is_common
from consultations.rules.rule import text_rule
from consultations.rules.spelling.ligature_words import restored

_SIGNED = re.compile(
    r"""
    (?<! [\w'’.@/-] )
    ( [A-Za-z]{0,30}+ )
    ( \(cid:\d{1,5}\)                         # as a reader of PDF writes a glyph without a name
      | [Þßþ®¯!?"\#$%*+=~^\ufffd\ue000-\uf8ff]
      | [\x01-\x08\x0b\x0e-\x1f]
    )
    ( [a-z]{1,30}+ )
    (?! [\w@/] )
    """,
    re.VERBOSE,
)
_TABLES = {"Þ": "Mac Roman", "ß": "Mac Roman"}
"""Signs that stand for `fi` and `fl` in one table: what shows the one shows the other."""
_FEWEST_WORDS = 2
"""How many words of a document a sign must make whole."""
_FOR_EACH_MISFIT = 2
"""How many places it must fit for each place where it does not."""


_Place = tuple[re.Match[str], tuple[str, ...]]
"""A word with a sign in it, and the ligatures that make it one of the language."""


def _places(text: str) -> Iterator[Sequence[_Place]]:
    """The words with a sign inside, those together whose sign is of one table."""
    found: defaultdict[str, list[_Place]] = defaultdict(list)
    for match in _SIGNED.finditer(without_addresses(text)):
        left, sign, right = match.groups()
        # "who?they" has a sign between two words, and none inside one.
        if not (is_common(left.lower()) and is_common(right)):
            found[_TABLES.get(sign, sign)].append((match, restored(left, right)))
    yield from found.values()


def _propose(text: str) -> Iterator[Proposal]:
    for places in _places(text):
        fitting = [(match, fits) for match, fits in places if fits]
        words = {match[0].lower() for match, _ in fitting if match[1]}
        misfits = len(places) - len(fitting)
        if len(words) < _FEWEST_WORDS or len(fitting) < _FOR_EACH_MISFIT * misfits:
            continue
        usual = Counter(fits[0] for _, fits in fitting if len(fits) == 1)
        for match, fits in fitting:
            ligature = max(fits, key=lambda one: usual[one])
            if len(fits) == 1 or usual[ligature]:
                reason = "letters joined by the page's type, read as another sign"
                yield Proposal(*match.span(2), ligature, "other", reason, "probable")


def _in_order(text: str) -> list[Proposal]:
    return sorted(_propose(text), key=lambda proposal: proposal.start)


RULE = text_rule("ligature-signs", _in_order, changes_letters=True)
