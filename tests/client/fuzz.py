"""Random texts through every mirrored pure function, as Python has it.

fuzz.js beside this file does the same in a browser. Offsets are told as JavaScript counts them, in
units of 16 bits.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from tests.index.test_query import as_data

from consultations.analysis import fold, is_numeral, joints, stem, tokens
from consultations.index.excerpt import excerpt
from consultations.index.query.lexer import QuerySyntaxError
from consultations.index.query.parser import parse
from consultations.index.quotation import article, comparison, interpretation
from consultations.index.quotation.difference import Difference, gravity
from consultations.index.scoring import Stream, rarity, score
from consultations.index.vocabulary import distance, like

_WORDS = (
    "a not three users’ users' ﬁsh NAÏVE naïve ſ Straſſe K İ ΟΔΟΣ 1,250 12.5% £3.2 million 5 per"
    " cent 18–24 20%-30% £2bn–£3bn"
    " 1990–1995 10.30 am two hundred and five non-violent 40 EUR US$40 work[s] [sic]"
    " [T]he word¹² end.⁴ text[12] р𝒂id 𝒳 re-\ncover 2nd half 2010 300 Ångström e\u0301 \u0301 ० ٣٫٥"
    " ½ x* wom?n near~2 AND OR NOT in:a kind:table year:2001 year:[2001 voice:own author:x -act || "
)
WORDS = _WORDS.split(" ")
SIGNS = [
    *" \t\n\r\x0b\x0c\x1c\x1f\x85\u00a0\u1680\u2003\u2009\u2028\u2029\u202f\u205f\u3000",
    *"\ufeff\u200b\u00ad",
    *"\"'“”„‟«»‹›‘’‚‛`´ʼ＂＇-‐‑–—―−﹘－.,;:!?…()[]{}<>*†‡•%‰$£€¥¹²³⁴_/\\|&~^+=#@\x00\x01\uf0b7𝒂😀",
    "...", ". . .", "[…]", "(...)", "\n\n", "\n> ", "\r\n", " – ", "--", "s’ ", "S' ", "ſ’ ", "?\n",
]  # fmt: skip


class Sample(NamedTuple):
    """Texts that are run through the functions together."""

    one: str
    other: str
    word: str
    """One word of `WORDS` or a few letters, changed a little."""
    pattern: str
    numbers: tuple[int, int, int, int]


class Fuzz:
    """Makes samples, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Take a seed."""
        self.chance = random.Random(seed)  # noqa: S311 (no secret)

    def samples(self, count: int) -> list[Sample]:
        """So many samples."""
        return [self._sample() for _ in range(count)]

    def _sample(self) -> Sample:
        chance = self.chance
        one = self._text()
        other = self._changed(one) if chance.random() < 0.7 else self._text()
        word = chance.choice(fold(one) or ["a"])
        pattern = "".join(c if chance.random() < 0.7 else chance.choice("*?x") for c in word)
        numbers = (chance.randint(1, 9000), chance.randint(1, 40), chance.randint(1, 400))
        return Sample(one, other, word, pattern, (*numbers, chance.randint(0, 2)))

    def _text(self) -> str:
        chance = self.chance
        # Few kinds of each in one text, so that the same ones meet more often (swarm testing).
        words, signs = chance.sample(WORDS, 12), chance.sample(SIGNS, 8)
        blanks = chance.random()
        text = ""
        for _ in range(chance.choice([1, 2, 3, 6, 12, 40])):
            text += chance.choice(words) if chance.random() < 0.6 else chance.choice(signs)
            text += " " if chance.random() < blanks else ""
        # A last line break is where the two languages part most often.
        return text + chance.choice(["", "", "", "\n", ".\n", "£\n", "?\n", " −\n"])

    def _changed(self, text: str) -> str:
        at = self.chance.randrange(len(text) + 1)
        rest = text[at + self.chance.randint(0, 2) :]
        return f"{text[:at]}{self.chance.choice([*SIGNS, ''])}{rest}"


def results(samples: Sequence[Sample]) -> Iterator[dict[str, Any]]:
    """What each function gives for each sample, by its name."""
    for sample in samples:
        yield {name: function(sample) for name, function in FUNCTIONS.items()}


def _units(text: str, *offsets: int) -> list[int]:
    return [len(text[:offset].encode("utf-16-le")) // 2 for offset in offsets]


def _tokens(sample: Sample) -> object:
    text = sample.one
    return [[token.term, *_units(text, token.start, token.end)] for token in tokens(text)]


def _stems(sample: Sample) -> object:
    return [stem(term) for term in fold(sample.one)]


def _joints(sample: Sample) -> object:
    found = list(tokens(sample.one))
    joined = [[at, kind] for at, kind in joints(sample.one, found).items()]
    return [joined, [is_numeral(token.term) for token in found]]


def _query(sample: Sample) -> object:
    try:
        return as_data(parse(sample.one).tree)
    except QuerySyntaxError as error:
        return [error.what, error.remedy, _units(sample.one, *error.place)]


def _interpretation(found: interpretation.Interpretation | None) -> object:
    if found is None:
        return None
    words = [[word.term, *_units(found.text, word.start, word.end)] for word in found.words]
    return [words, found.gaps, found.marks, found.noted]


def _edited(sample: Sample) -> object:
    return _interpretation(interpretation.edited(sample.one))


def _plain(sample: Sample) -> object:
    bare = interpretation.trimmed(interpretation.unlisted(sample.one))
    return [bare, _interpretation(interpretation.plain(bare)), interpretation.lookalikes(bare)]


def _article(sample: Sample) -> object:
    text = sample.one
    return [list(article.quotations(text)), article.without_own_point(text)]


def _words(sample: Sample) -> object:
    pairs = zip(tokens(sample.one), tokens(sample.other), strict=False)
    return [
        comparison.compare_words(
            sample.one[a.start : a.end], sample.other[b.start : b.end], first=first
        )
        for a, b in pairs
        for first in (True, False)
    ]


def _gaps(sample: Sample) -> object:
    one, other = _gap(sample.one), _gap(sample.other)
    beside = ["users", "40", "ſ", "users’", ""]
    return [
        [comparison.compare_gaps(one, other, after=word, before=word) for word in beside],
        [comparison.compare_start(one, other, before=word) for word in beside],
        [comparison.compare_end(one, other, after=word) for word in beside],
        comparison.compare_points(one, other),
        comparison.ends_sentence(one, other),
        comparison.hidden(sample.one),
        comparison.words_apart(one),
    ]


def _gap(text: str) -> str:
    """A text without its words."""
    found, last = "", 0
    for token in tokens(text):
        found += text[last : token.start]
        last = token.end
    return found + text[last:]


def _gravity(sample: Sample) -> object:
    return [gravity(Difference(op, sample.word, sample.other)) for op in ("changed", "typography")]


def _excerpt(sample: Sample) -> object:
    text = f"{sample.one} {sample.other}" * sample.numbers[3]
    found = [(token.start, token.end) for token in tokens(text)][:: sample.numbers[1]]
    made = excerpt(text, found)
    marks = [_units(made.text, *mark) for mark in made.marks]
    return [made.text, marks, made.before, made.after]


def _spellings(sample: Sample) -> object:
    limit = sample.numbers[3] + 1
    near = distance(sample.word, sample.pattern, limit)
    return [like(sample.word, sample.pattern), min(near, limit + 1)]


def _score(sample: Sample) -> object:
    passages, frequency, length, stream = sample.numbers
    rare = rarity(passages, min(frequency, passages))
    streams = [Stream(passages, passages * length + i) for i in range(3)]
    return [rare, score(rare, frequency, length, stream, streams)]


FUNCTIONS: dict[str, Callable[[Sample], object]] = {
    "tokens": _tokens,
    "stems": _stems,
    "joints": _joints,
    "query": _query,
    "plain": _plain,
    "edited": _edited,
    "article": _article,
    "words": _words,
    "gaps": _gaps,
    "gravity": _gravity,
    "excerpt": _excerpt,
    "spellings": _spellings,
    "score": _score,
}
"""What is held to its twin, by the name that fuzz.js has for it."""
