"""Words that are one number, amount or hyphened compound, and the joints between them.

`1,250,000` is three words to search, and `non-violent` is two. A match that begins or ends at a
joint of such a unit says something else than the text does: `£1,250`, or `violent offenders`.
client/engine/analysis/units.js mirrors it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from consultations import patterns as re
from consultations.analysis import contract
from consultations.analysis.characters import CURRENCY, DIGIT, SPACE, in_class
from consultations.analysis.contract import words
from consultations.analysis.folding import INVISIBLE, Token

COMPOUND: Final = 1
"""A hyphen between words, or a dash between numbers that are a range."""
AMOUNT: Final = 2
"""A blank in a number, or between a number and what it counts in."""
NUMBER: Final = 3
"""Between the digits of one number, date or time."""

_POINT = re.compile(f"[{re.escape(contract.text('units.number_joints'))}]")
_SLASHES = re.escape(contract.text("units.slashes"))
_SLASH = re.compile(f"[{_SLASHES}]")
_HYPHEN = re.compile(f"[{in_class(words('units.hyphens'))}]")
_NUMBER_DASH = re.compile(f"[{in_class(words('units.number_dashes'))}]")
_DASH_AND_SIGNS = re.compile(
    rf"[{re.escape(contract.text('units.percent_signs'))}]?"
    rf"[{in_class(words('units.number_dashes'))}{_SLASHES}][{CURRENCY}]?"
)
_FRACTION_SLASH = contract.text("units.fraction_slash")
_SIGN = re.compile(f"[{CURRENCY}]")
_BLANKS = re.compile(f"[{SPACE}]+")
_DIGIT = re.compile(f"[{DIGIT}]")
_LAST_DIGIT = re.compile(rf"[{DIGIT}]\Z")
_YEAR = re.compile(f"[{DIGIT}]{{4}}")
_HEAD_OF_THOUSANDS = re.compile(f"[{DIGIT}]{{1,3}}")
_THREE_DIGITS = re.compile(f"[{DIGIT}]{{3}}")
_HOUR = re.compile(f"[{DIGIT}]{{1,2}}")
_MEASURED = re.compile(f"[{DIGIT}]+[a-z]{{1,2}}")
_MEASURE = re.compile("[a-z]{1,2}")

_SCALES = frozenset(words("units.scales"))
_PERCENT = frozenset(words("units.percent"))
_CURRENCIES = frozenset(words("units.currencies"))
_HALVES_OF_DAY = frozenset(words("units.halves_of_day"))
_TENS, _ONES = frozenset(words("units.tens")), frozenset(words("units.ones"))
_CARDINALS = _TENS | _ONES | frozenset(words("units.teens"))
_BEFORE_BLANKS = _CARDINALS | _SCALES | _CURRENCIES
_NUMERALS = _CARDINALS | _SCALES  # `hundred thousand` is a number without a cardinal


def joints(text: str, found: Sequence[Token]) -> dict[int, int]:
    """The joints of a text: where a unit goes on from one token to the next.

    Args:
        text: a passage's, or any other.
        found: its tokens, in order.

    Returns:
        COMPOUND, AMOUNT or NUMBER by the index of the token after the joint, ascending.
    """
    joined: dict[int, int] = {}
    for i, (one, other) in enumerate(pairwise(found), 1):
        term = one.term
        if (
            other.start - one.end == 1
            and text[one.end] == " "
            and "a" <= term[0] <= "z"
            and term not in _BEFORE_BLANKS
        ):
            continue  # as between most words: a blank joins what counts, and nothing else
        gap = INVISIBLE.sub("", text[one.end : other.start])
        # From left to right, since an amount may go on where a joint was found just before: 10.30
        # has one, and only so is the "am" behind it part of a time.
        if _BLANKS.fullmatch(gap):
            for at in _amount(found, i, joined):
                joined[at] = AMOUNT
        elif kind := _kind(gap, one.term, other.term):
            joined[i] = kind
    return dict(sorted(joined.items()))


def may_join(text: str, terms: Sequence[str]) -> bool:
    """Whether a text may have joints: a quick look that spares most texts a slow one.

    Args:
        text: any.
        terms: of its words.
    """
    return (
        _HYPHEN.search(text) is not None
        or not _NUMERALS.isdisjoint(terms)
        or _DIGIT.search(" ".join(terms)) is not None
    )


def is_numeral(term: str) -> bool:
    """Whether a term says how many: it begins with a digit, or is a number in letters."""
    return _DIGIT.match(term) is not None or term in _CARDINALS


def may_count(term: str) -> bool:
    """Whether a term may be part of a number: it has a digit, or is a number in letters."""
    return _DIGIT.search(term) is not None or term in _CARDINALS


def _kind(gap: str, one: str, other: str) -> int:
    """The joint that signs between two terms make; 0 for none."""
    if len(gap) != 1:
        # 20%-30%, £5–£10, £2bn–£3bn, £5/£10
        counts = _DIGIT.search(one) and _DIGIT.match(other)
        return COMPOUND if counts and _DASH_AND_SIGNS.fullmatch(gap) else 0
    if _LAST_DIGIT.search(one) and _DIGIT.match(other):
        return _kind_of_number(gap, one, other)
    if _SLASH.match(gap):
        # 1st/2nd, 24km/h
        is_rate = _MEASURED.fullmatch(one) and _MEASURE.fullmatch(other)
        return NUMBER if is_rate or (_DIGIT.match(one) and _DIGIT.match(other)) else 0
    # US$40
    if _SIGN.match(gap):
        return COMPOUND if _DIGIT.match(other) else 0
    return COMPOUND if _HYPHEN.match(gap) else 0


def _kind_of_number(gap: str, one: str, other: str) -> int:
    """The joint that one sign makes between two numbers; 0 for none."""
    if _POINT.match(gap):
        return NUMBER
    # Each year of a range of years is whole: 1990 may be quoted of 1990–1995.
    is_range = _NUMBER_DASH.match(gap) and not (_YEAR.fullmatch(one) and _YEAR.fullmatch(other))
    return COMPOUND if is_range else 0


def _amount(found: Sequence[Token], i: int, joined: Mapping[int, int]) -> Iterator[int]:
    """The joints that begin with the blank before the token `i`."""
    one, other = found[i - 1].term, found[i].term
    follows = i - 1 in joined  # whether the word before the blank goes on a unit itself
    if _DIGIT.match(one):
        yield from _after_digits(found, i, follows=follows)
    elif one in _CURRENCIES:
        # GBP 40
        if _DIGIT.match(other):
            yield i
    # A scale needs a number before it, or another scale after it: "million" in "a million reasons"
    # counts nothing, "hundred thousand" does.
    elif one in _CARDINALS or (one in _SCALES and (follows or other in _SCALES)):
        yield from _after_words(found, i)


def _after_digits(found: Sequence[Token], i: int, *, follows: bool) -> Iterator[int]:
    one, other = found[i - 1].term, found[i].term
    if _HEAD_OF_THOUSANDS.fullmatch(one) and _THREE_DIGITS.fullmatch(other):
        yield i  # 12 000
    elif _FRACTION_SLASH in other:
        yield i  # 1 ½
    elif other in _SCALES or other in _PERCENT or other in _CURRENCIES:
        yield i  # 3.2 million, 5 percent, 40 EUR
    elif _is_next(found, i, "per", "cent"):
        yield from (i, i + 1)  # 5 per cent
    elif other in _HALVES_OF_DAY and (follows or _HOUR.fullmatch(one)):
        yield i  # 10.30 am
    elif other in ("a", "p") and _is_next(found, i, other, "m"):
        yield from (i, i + 1)  # 10.30 a.m.


def _after_words(found: Sequence[Token], i: int) -> Iterator[int]:
    one, other = found[i - 1].term, found[i].term
    if other in _SCALES or (one in _TENS and other in _ONES):
        yield i  # two hundred, twenty five
    elif other in _PERCENT:
        yield i  # five percent
    elif _is_next(found, i, "per", "cent"):
        yield from (i, i + 1)  # five per cent
    elif one in _SCALES and other in _CARDINALS:
        yield i  # two thousand five
    elif one in _SCALES and other == "and" and _is_cardinal(found, i + 1):
        yield from (i, i + 1)  # two hundred and five


def _is_cardinal(found: Sequence[Token], i: int) -> bool:
    return i < len(found) and found[i].term in _CARDINALS


def _is_next(found: Sequence[Token], i: int, *terms: str) -> bool:
    return tuple(token.term for token in found[i : i + len(terms)]) == terms
