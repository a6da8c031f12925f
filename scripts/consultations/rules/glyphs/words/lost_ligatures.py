"""Ligatures of which nothing is left, or a blank.

Symptom: `the of cers con rmed the de nition`; `a dierent oce`; `the rst ve gures`.
Cause: the type of the page has a glyph for `fi`, `fl` or `ff`, and the converter dropped it.
Remedy: in a document that shows it, the letters with which the pieces are a word of English, where
there is one such word and the pieces are not words by themselves; as probable repairs.
Leaves alone: a document in which such letters stand in more words than have lost them, or of which
fewer than three words have; pieces that are words (`the re` for `the fire`), and what is a word
without them (`eight` for `freight`); addresses.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.english.addresses import without_addresses
from consultations.model.emendation import Proposal
from consultations.rules.dictionary import is_common, is_word
from consultations.rules.rule import text_rule
from consultations.rules.spelling.ligature_words import restored

_SPELLED = re.compile(r"f[fil]|\bF[il]")
_WORD = re.compile(r"(?<![\w'’.@/\[-])([A-Za-z]{1,30}+)(?![\w@/\]-])")
_FEWEST_WORDS = 3
_ARTICLE = ("a", "A")
_SHORTEST = 3
"""Letters of a piece by itself that a ligature makes a word."""


def _is_known(word: str) -> bool:
    """Whether a word is one that people use: the huge dictionary has `bene`, `ts` and `eld` too.

    With a capital it may be a name, and those that the huge dictionary has are left alone.
    """
    return is_common(word) if word.islower() else is_word(word.lower())


def _between(left: str, right: str) -> str | None:
    """The ligature that makes one word of two pieces, of which one at least is none by itself."""
    if is_common(right) and (is_common(left.lower()) or left in _ARTICLE):
        return None
    # "a ected", but not "a xed" or "a rm".
    if left in _ARTICLE and (len(right) < _SHORTEST or _inside(right)):
        return None
    fits = restored(left, right)
    return fits[0] if len(fits) == 1 else None


def _inside(word: str) -> tuple[int, str] | None:
    """Where a ligature makes a word of letters that are none, and which, if there is one such."""
    if len(word) < _SHORTEST or _is_known(word):
        return None
    lower = word.lower()
    found = {
        lower[:at] + ligature + lower[at:]: (at, ligature)
        for at in range(len(word) + 1)
        # No capital stands after a small letter.
        if not word[at : at + 1].isupper()
        for ligature in restored(word[:at], word[at:])
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _lost(text: str) -> Iterator[tuple[str, Proposal]]:
    """Each word that has lost a ligature, and its repair."""
    reason = "letters joined by the page's type, of which nothing was read"
    words = list(_WORD.finditer(text))
    done = 0
    for i, match in enumerate(words):
        if match.start() < done:
            continue
        word = match[1]
        second = _second(text, words, i)
        if second and (ligature := _between(word, second[1])):
            done = second.end()
            place = (match.end(), second.start())
            yield word + second[1], Proposal(*place, ligature, "other", reason, "probable")
        elif found := _inside(word):
            at = match.start() + found[0]
            yield word, Proposal(at, at, found[1], "other", reason, "probable")


def _second(text: str, words: Sequence[re.Match[str]], i: int) -> re.Match[str] | None:
    """The word after one, where a single blank parts them and it is in small letters."""
    if i + 1 == len(words):
        return None
    second = words[i + 1]
    is_near = text[words[i].end() : second.start()] == " "
    return second if is_near and second[1].islower() else None


def _propose(text: str) -> Iterator[Proposal]:
    spelled = len(_SPELLED.findall(text))
    text = without_addresses(text)
    # Of a hundred words of English one or two have such letters: a text with as many has lost
    # hardly any, and none of its words need be looked up.
    if spelled * 100 > text.count(" "):
        return
    lost = list(_lost(text))
    if len({word.lower() for word, _ in lost}) >= _FEWEST_WORDS and len(lost) > spelled:
        yield from (proposal for _, proposal in lost)


RULE = text_rule("lost-ligatures", _propose, changes_letters=True)
