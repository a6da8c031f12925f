"""Capitals set apart from the rest of their words.

Symptom: `E XECUTIVE S UMMARY`, `T he harbour`, `T` on a line of its own over `he harbour`.
Cause: the capital was set larger than the letters after it, as in small capitals or at the
beginning of a chapter, or a letter was moved under it to look well (`T o`, `W e`).
Remedy: what parts them is taken out, where they are one word together and the rest is none by
itself. Where it is one, as a probable repair: at the beginning of a paragraph, if the capital
stands for nothing elsewhere, and in a line in which another word in capitals is parted so for
certain.
Leaves alone: a capital that is a word or stands for something (`Plan B each year`, `A long time`,
`A PE lesson`, `vitamin C`; `B rose` where `route B` comes too); initials.
Seen in: headings and first paragraphs of text converted from PDF.
"""

from collections.abc import Iterator, Set

from consultations import patterns as re
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.dictionary import is_common
from consultations.rules.rule import text_rule

_PARTED = re.compile(
    r"""
    (?<! [\w'’.&] ) (?<! \b[A-Z] [ ] )
    ( [A-Z] )
    ( [ ] | (?<= ^. ) \n{1,2} )                   # a drop capital is a line of its own
    ( [A-Z]{2,30}+ | [a-z]{1,30}+ ) (?! [\w'’] )
    """,
    re.VERBOSE | re.MULTILINE,
)
_BEGINS = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*\Z")
"""What stands before the first word of a paragraph."""
_BEGINS_SENTENCE = re.compile(r"(?:\A|\n[ \t]*\n|[.?!:]['’”)]?[ \n])[ \t]*\Z")
_MARGIN = 200
"""Code points before a capital in which is seen what it begins."""
_WORDS_OF_A_LETTER = "AIO"
_ABBREVIATED = re.compile(rf"[{_WORDS_OF_A_LETTER}] [A-Z]{{2}} [a-z]")
"""An article, or an exclamation, before two letters that stand for something: `A PE lesson`."""
_STANDS_FOR = re.compile(r"(?<=[a-z][ ])([A-Z])(?:[.,;:)]|[ ]([a-z]+))")
"""A capital by itself behind a word, and the word behind it, if there is one: `route B closed`."""
_INFLECTED = re.compile(r"([a-z]+)(?:ed|ing)")
"""A verb of which a dictionary may have no more than its first form."""


def _is_word(match: re.Match[str]) -> bool:
    """Whether a capital and what follows it are a word together."""
    return is_common(f"{match[1]}{match[3]}".lower())


def _line(text: str, match: re.Match[str]) -> int:
    """Where the line begins in which a capital stands."""
    return text.rfind("\n", 0, match.start()) + 1


def _is_word_itself(rest: str) -> bool:
    """Whether what follows a capital is a word without it, or a form of one: lamped."""
    stem = _INFLECTED.fullmatch(rest.lower())
    return is_common(rest.lower()) or (stem is not None and is_common(stem[1]))


def _standing_for(text: str) -> Set[str]:
    """The capitals that stand for something, as `B` does in `route B closed`."""
    return {
        match[1]
        for match in _STANDS_FOR.finditer(text)
        if not match[2] or not is_common(f"{match[1]}{match[2]}".lower())
    }


def _certainty(text: str, match: re.Match[str], named: Set[str]) -> Certainty | None:
    """How sure it is that a capital and what follows it are one word; None where it is not.

    Args:
        text: in which they stand.
        match: of `_PARTED`.
        named: the capitals that stand for something there.
    """
    capital, _, rest = match.groups()
    if not _is_word(match) or _ABBREVIATED.match(text, match.start()):
        return None
    # A slice would have a beginning of its own, where the text goes on.
    before = (text, max(0, match.start() - _MARGIN), match.start())
    if not _is_word_itself(rest):
        may_be_apart = len(rest) == 1 and not _BEGINS_SENTENCE.search(*before)
        return None if may_be_apart else "certain"
    if capital not in _WORDS_OF_A_LETTER and capital not in named and _BEGINS.search(*before):
        return "probable"
    return None


def _propose(text: str) -> Iterator[Proposal]:
    parted = list(_PARTED.finditer(text))
    named = _standing_for(text) if parted else frozenset()
    found = [(match, _certainty(text, match, named)) for match in parted]
    # Small capitals are those of a whole line: `T HE N EXT` has one word that shows them.
    small = {
        _line(text, match) for match, sure in found if sure == "certain" and match[3].isupper()
    }
    for match, by_itself in found:
        is_beside = match[3].isupper() and match[1] not in _WORDS_OF_A_LETTER
        is_small = is_beside and _line(text, match) in small and _is_word(match)
        if certainty := by_itself or ("probable" if is_small else None):
            reason = "a capital set apart from the rest of its word"
            yield Proposal(*match.span(2), "", "split-word", reason, certainty)


RULE = text_rule("split-capitals", _propose)
