"""How names are written: whether words are one, going by their case and their place."""

from consultations import patterns as re
from consultations.english.dates import TIME
from consultations.english.numerals import ORDINALS
from consultations.english.small_words import OPENERS
from consultations.model.lexicon import WORD, Form

_SENTENCE_START = re.compile(r"(?:^|[.?!:;•–—\n(]|[.?!][\"'”’)])\s*[\"'“‘(\[]*$")
_NUMBERING = {*ORDINALS, "last"}
"""With these a name may begin inside a sentence: the Second Chance Trust."""
_AFTER_ORDINAL = re.compile(rf"[a-z]|(?:{TIME})\b")
"""Behind one that begins no name: "First the Lamp Board", "Second May meeting"."""
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_LONG_TITLE_WORDS = 6
"""This many words in the order of a title are no coincidence, in whatever case."""


def written_as_name(form: Form, written: str) -> bool:
    """Whether words of a form, in the case that they have here, are the name that it is.

    A word alone, and an abbreviation, must be written as the form is ("SMART" is not "smart").
    Several words may be all in capitals, or have more capitals than the form; of a title, which
    prints differ about, only the first word must have its capital, and a long one not even that.
    """
    wanted, found = form.text.translate(_APOSTROPHES), written.translate(_APOSTROPHES)
    if wanted == found:
        return True
    if form.abbreviation or len(form.words) == 1:
        return False
    if form.loose:
        if len(form.words) >= _LONG_TITLE_WORDS:
            return True
        return found[0] == wanted[0] and (len(form.words) > 2 or _capitals(found) >= {0, 1})
    return _capitals(found) >= _capitals(wanted)


def _capitals(text: str) -> set[int]:
    """Which words begin with a capital."""
    return {n for n, word in enumerate(WORD.finditer(text)) if not word[0][0].islower()}


def starts_sentence(text: str, at: int) -> bool:
    """Whether the word that begins here opens a sentence, and so has a capital anyway."""
    return bool(_SENTENCE_START.search(text[max(0, at - 8) : at]))


def opening(text: str, start: int, end: int, *, numbered: bool = True) -> int:
    """Where a name begins behind words that only begin a sentence: "In the ".

    Some word is left, also where it is one of those.

    Args:
        text: of a passage.
        start: of a stretch of it.
        end: of the same.
        numbered: whether the name may begin with an ordinal, inside a sentence.
    """
    while (first := text[start:end].partition(" "))[1] and first[0].casefold() in OPENERS:
        ordinal = (
            numbered and first[0].casefold() in _NUMBERING and not starts_sentence(text, start)
        )
        if (ordinal and not _AFTER_ORDINAL.match(first[2])) or first[2].startswith("Majesty"):
            break
        start += len(first[0]) + 1
    return start
