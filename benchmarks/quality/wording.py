"""Words as a reader compares them: no case, no punctuation, no marks of Markdown or of notes."""

import re
import unicodedata

_MARKUP = re.compile(
    r"<sup>[^<]{1,4}</sup>|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|</?[a-z]+>|[*_`]+"
)
_NOT_WORDS = re.compile(r"[^\w]+")
_LEFT_OUT = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "s", "the", "to"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "professor", "sir", "lord", "lady"})


def words(text: object) -> str:
    """The words of a text in small letters, one blank between two."""
    plain = unicodedata.normalize("NFKC", _MARKUP.sub("", str(text or "")))
    return _NOT_WORDS.sub(" ", plain).strip().casefold()


def same_speaker(told: str | None, wanted: str | None) -> bool:
    """Whether two wordings of a speaker mean the same: they share a name, or one abbreviates.

    It is lenient with the form of a name and with what is said of its bearer.
    """
    one, other = (
        set(re.findall(r"[^\W\d_]+", words(text))) - _LEFT_OUT - _TITLES for text in (told, wanted)
    )
    return bool(one & other) or _abbreviates(told, wanted) or _abbreviates(wanted, told)


def _abbreviates(short: str | None, name: str | None) -> bool:
    """Whether a wording is the first letters of a name's words, or of those in capitals."""
    letters = [word[0] for word in re.findall(r"[^\W\d_]+", name or "")]
    every, capitals = "".join(letters).upper(), "".join(x for x in letters if x.isupper())
    return bool(short) and len(letters) > 1 and short in (every, capitals)
