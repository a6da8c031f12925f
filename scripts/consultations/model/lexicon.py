"""The names of entities, and where they stand in a text: all of them looked for at once.

A lexicon is a trie (a prefix tree, Fredkin 1960) whose steps are words. The search starts from each
word of a text in turn, and follows the trie for as long as the next word continues a name. The work
depends on the length of the text and hardly on how many names there are, and a name never begins or
ends inside a word. Of the names that begin at one place the longest is taken.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from consultations import patterns as re

WORD = re.compile(r"[^\W_]+|&")
_ONE_SHAPE = str.maketrans("’‘ʼ‐‑–—−", "'''-----")
"""Every apostrophe as one, and every hyphen and dash."""
# What may stand between two words of a title that is printed with other punctuation. A full stop is
# none of it: "the Harbour Report. Trade" is not the work "The Harbour Report: Trade".
_LOOSE_GAP = re.compile(r"[\s,:;'\"®™/-]{1,5}")
_BLANKS = re.compile(r"\s+")
_ACCENTS = re.compile("[\u0300-\u036f]")
"""The combining marks that Unicode's form NFD parts from their letters."""
_SIGNS = re.compile(r"\s*[®™]")


@dataclass(frozen=True)
class Form:
    """One wording under which an entity is named."""

    text: str
    entity: str
    """The entity's id."""
    loose: bool = False
    """Whether the punctuation between its words is of no account, as it is in titles."""
    abbreviation: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, for comparison."""
        return tuple(_key(word[0]) for word in WORD.finditer(self.text))

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """What stands between its words."""
        return tuple(_gaps(self.text, list(WORD.finditer(self.text))))


class Sighting(NamedTuple):
    """A stretch of a text that reads as one or several forms do."""

    start: int
    end: int
    forms: tuple[Form, ...]

    @property
    def entities(self) -> set[str]:
        """The ids of all entities that may be meant."""
        return {form.entity for form in self.forms}


Accept = Callable[[Form, str], bool]
"""Whether the words of a form, written as they are here, are that form."""


class _Node:
    """A step of the trie: the words that may follow, and the forms that are complete here."""

    __slots__ = ("children", "forms")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.forms: list[Form] = []


class Lexicon:
    """Forms, ready to be found in texts."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Take forms in any order; one without a word in it is never found."""
        self._root = _Node()
        for form in forms:
            node = self._root
            for word in form.words:
                node = node.children.setdefault(word, _Node())
            if form.words:
                node.forms.append(form)

    def find(self, text: str, accept: Accept) -> Iterator[Sighting]:
        """Where forms stand in a text, from left to right; of several at a place the longest.

        Args:
            text: any text; offsets are its code points.
            accept: the last word on each form, given it and the words as they stand here.
        """
        keys = [_key(word) for word in WORD.findall(text)]
        begin = self._root.children
        # In most texts no word begins a form, and then it need not be known where words stand.
        if begin.keys().isdisjoint(keys):
            return
        words = list(WORD.finditer(text))
        first = 0
        while first < len(words):
            if keys[first] not in begin:
                first += 1
                continue
            last, forms = self._longest(text, words, keys, first, accept)
            if forms:
                yield Sighting(words[first].start(), words[last].end(), forms)
            # On behind the name, so that no two sightings overlap; where there is none, `last` is
            # `first`, and the next word is tried.
            first = last + 1

    def _longest(
        self, text: str, words: list[re.Match[str]], keys: list[str], first: int, accept: Accept
    ) -> tuple[int, tuple[Form, ...]]:
        """Index of the last word of the longest name from here, and its forms."""
        found: tuple[int, tuple[Form, ...]] = (first, ())
        node = self._root.children.get(keys[first])
        last = first
        while node is not None:
            if node.forms:
                here = words[first : last + 1]
                written = text[here[0].start() : here[-1].end()]
                gaps = _gaps(text, here)
                forms = [f for f in node.forms if _meet(f, gaps) and accept(f, written)]
                if forms:
                    found = last, tuple(forms)
            last += 1
            node = node.children.get(keys[last]) if last < len(keys) else None
        return found


def _key(word: str) -> str:
    """A word for comparison: in any case, without accents, and `&` as `and`."""
    return "and" if word == "&" else without_accents(word).casefold()


def without_accents(text: str) -> str:
    """The text without the marks above and below its letters: `Núñez` and `Nunez` are one name."""
    return text if text.isascii() else _ACCENTS.sub("", normalize("NFD", text))


def _gaps(text: str, words: list[re.Match[str]]) -> list[str]:
    """What stands between each word and the next: one fewer than there are words."""
    return [text[one.end() : other.start()] for one, other in pairwise(words)]


def _meet(form: Form, gaps: list[str]) -> bool:
    """Whether what stands between the words may stand there in this form."""
    return all(
        _plain(ours, word) == _plain(theirs, word)
        or (form.loose and bool(_LOOSE_GAP.fullmatch(ours.translate(_ONE_SHAPE))))
        # Not strict: there is a word more than there are gaps, the one after the last gap.
        for word, ours, theirs in zip(form.words, gaps, form.gaps, strict=False)
    )


def _plain(gap: str, word: str) -> str:
    """A gap without signs of registration, the dot of an initial and the apostrophe of a plural.

    Runs of blanks are one blank.

    Args:
        gap: what stands between two words.
        word: the one before it. If it is a single letter, it is an initial: `J. Carver`.
    """
    bare = _SIGNS.sub("", gap.translate(_ONE_SHAPE)).replace("-", " ")
    if len(word) == 1:
        bare = bare.replace(".", " ")
    return _BLANKS.sub(" ", bare).replace("' ", " ")
