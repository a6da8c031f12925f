"""Quotations of known truth, made from an archive's own words, and a plain scan to vouch for it.

Each way of altering a quotation is a function that makes one, or None where this run of words does
not lend itself to it. What comes out wrong by chance (a word exchanged for one with which the text
stands elsewhere) is thrown away by `Scan`, which knows nothing of indexes, positions or alignment.
"""

import random
import re
from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

from tests.quote.edits import EDITS, Edit
from tests.quote.scan import WORD, Piece, Scan, folded, is_inside_unit

MARKS = ("…", "...", "[…]", "[...]", ". . .", "(…)")


class Sample(NamedTuple):
    """A quotation, the verdict that is due, and how it was made."""

    text: str
    verdict: str
    way: str


class Maker:
    """Makes quotations, the same for the same seed."""

    def __init__(self, scan: Scan, seed: int) -> None:
        """Take an archive and a seed."""
        self.scan = scan
        self.chance = random.Random(seed)  # noqa: S311 (no secret)

    def samples(self, count: int) -> list[Sample]:
        """So many quotations, as many of each way as of any other."""
        ways = list(WAYS)
        return [self.sample(ways[number % len(ways)]) for number in range(count)]

    def sample(self, way: str) -> Sample:
        """A quotation made in one way."""
        verdict, make = WAYS[way]
        for _ in range(10_000):
            text = make(self)
            # What ends inside a unit stands in the text all the same.
            if text is not None and (make is _inside_unit or self._is(verdict, text)):
                return Sample(text, verdict, way)
        raise AssertionError(f"no words of this archive can be altered like this: {way}")

    def invented(self, count: int) -> list[str]:
        """Sentences in words of the archive, as common as they come there, that nobody wrote."""
        words = [word for text in self.scan.texts for word in WORD.findall(text.text)]
        return [
            " ".join(self.chance.choices(words, k=self.chance.randint(8, 40))) for _ in range(count)
        ]

    def piece(
        self, least: int = 8, most: int = 40, *, over: bool = False, inside_unit: bool = False
    ) -> Piece:
        """A run of words as printed.

        Args:
            least: words.
            most: words.
            over: whether it goes over the end of a passage.
            inside_unit: whether it begins or ends inside a number, an amount or a compound.
        """
        while True:
            edition = self.chance.randrange(len(self.scan.texts))
            text = self.scan.texts[edition]
            first = self.chance.randrange(len(text.words))
            last = first + self.chance.randint(least, most)
            if last > len(text.words):
                continue
            inside = [bound for bound in text.bounds if first < bound < last]
            found = text.text[text.words[first][0] : text.words[last - 1][1]]
            # What a reader must take for an editor's mark, or for a note's, is left to the cases.
            marked = re.search(r"…|\.\s?\.|[\[\]¹²³⁰⁴-⁹]", found)
            start, end = text.words[first][0], text.words[last - 1][1]
            cut = is_inside_unit(text.text, start) or is_inside_unit(text.text, end)
            if bool(inside) == over and not marked and cut == inside_unit:
                return Piece(edition, first, last, found)

    def pieces_apart(self, *sizes: int, one_document: bool = False) -> list[Piece]:
        """Runs of so many words of different documents, or of distant places of one."""
        while True:
            pieces = [self.piece(size, size) for size in sizes]
            if one_document != (len({piece.edition for piece in pieces}) == 1):
                continue
            if all(self.scan.are_apart(*pair) for pair in combinations(pieces, 2)):
                return pieces

    def _is(self, verdict: str, text: str) -> bool:
        """What can be seen of a verdict without looking for the quotation as the check does."""
        if verdict == "verbatim":
            return self.scan.prints(text.replace("\n\n", " "))
        return not self.scan.prints(text) if verdict == "typographic" else not self.scan.holds(text)


# -- The same words -------------------------------------------------------------------------------


def _over_passages(maker: Maker) -> str | None:
    return maker.piece(over=True).text


def _of_one_passage(maker: Maker) -> str | None:
    return maker.piece().text


def _replaced(maker: Maker, pattern: str, *others: str) -> str | None:
    """A run with one of what a pattern finds replaced by something else."""
    text = maker.piece(over=maker.chance.random() < 0.2).text
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    match, other = maker.chance.choice(found), maker.chance.choice(others)
    return None if match[0] == other else text[: match.start()] + other + text[match.end() :]


def _apostrophe(maker: Maker) -> str | None:
    return _replaced(maker, r"(?<=[a-z])['’](?=[a-z])", "'", "’", "‘", "ʼ")


def _quote_mark(maker: Maker) -> str | None:
    return _replaced(maker, r"(?<=\s)[“‘\"](?=\w)|(?<=[\w,.])[”\"](?=\s)", "“", '"', "‘", "«")


def _hyphen(maker: Maker) -> str | None:
    return _replaced(maker, r"(?<=[a-z])[-‐–](?=[a-z])", "-", "\u2011", "\u2010", "–")


def _dash(maker: Maker) -> str | None:
    return _replaced(maker, r"(?<=\s)[–—-](?=\s)", "–", "—", "-")


def _space(maker: Maker) -> str | None:
    text = maker.piece().text  # between passages a line break is as good as a blank
    found = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text)]
    at, other = maker.chance.choice(found or [0]), maker.chance.choice(["\n", "  ", "\u00a0", "\t"])
    return text[:at] + other + text[at + 1 :] if found else None


def _first_letter(maker: Maker) -> str | None:
    text = maker.piece().text
    return text[0].swapcase() + text[1:] if text[0].isalpha() else None


def _note_marker(maker: Maker) -> str | None:
    number = maker.chance.randint(1, 99)
    raised = str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return _replaced(maker, r"(?<=[a-z][,.])(?= )|(?<=[a-z])(?= )", raised, f"[{number}]")


# -- Pieces of one run ----------------------------------------------------------------------------


def _cut(maker: Maker, pieces: int = 2) -> list[str] | None:
    """Pieces of a run as printed, what stands between them left out."""
    whole = maker.piece(12, over=maker.chance.random() < 0.2).text.split(" ")
    if len(whole) < 12:
        return None
    sizes = sorted(maker.chance.sample(range(2, len(whole) - 1), 2 * pieces - 2))
    bounds = [0, *sizes, len(whole)]
    text = " ".join(whole)
    places = [len(" ".join(whole[:bound])) for bound in sizes]
    if any(is_inside_unit(text, at) or is_inside_unit(text, at + 1) for at in places):
        return None
    found = [whole[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    # A piece of few words, or one that ends in a dash, says little of where it comes from.
    lengths = [len(folded(" ".join(piece))) for piece in found]
    if min(lengths) < 2 or max(lengths) < 4 or sum(lengths) < 8:
        return None
    return [" ".join(piece) for piece in found]


def _ellipsis(maker: Maker) -> str | None:
    pieces = _cut(maker)
    return f" {maker.chance.choice(MARKS)} ".join(pieces) if pieces else None


def _two_ellipses(maker: Maker) -> str | None:
    pieces = _cut(maker, 3)
    return f" {maker.chance.choice(MARKS)} ".join(pieces) if pieces else None


def _brackets(maker: Maker) -> str | None:
    pieces = _cut(maker)
    said = maker.chance.choice(["they", "the users", "sic", "we"])
    return f" [{said}] ".join(pieces) if pieces else None


def _put_in(maker: Maker) -> str | None:
    words = maker.piece().text.split(" ")
    at = maker.chance.randint(1, len(words) - 1)
    said = maker.chance.choice(["sic", "that is, users", "emphasis added", "2008"])
    return " ".join([*words[:at], f"[{said}]", *words[at:]])


def _letter_in_brackets(maker: Maker) -> str | None:
    text = maker.piece().text
    if not re.match(r"[A-Za-z][a-z]", text):
        return None
    return f"[{text[0].swapcase()}]{text[1:]}"


def _open_end(maker: Maker) -> str | None:
    text, mark = maker.piece().text, maker.chance.choice(MARKS[:4])
    return maker.chance.choice([f"{mark} {text}", f"{text} {mark}", f"{text}{mark}"])


# -- A word or a point is added, dropped, moved or changed ----------------------------------------


def _edited(edit: Edit) -> Callable[[Maker], str | None]:
    """A run of one passage or more with one edit."""
    return lambda maker: edit(maker.chance, maker.piece(over=maker.chance.random() < 0.2).text)


def _edited_more(maker: Maker) -> str | None:
    """A run with two or three edits, maybe in another shape as well."""
    text: str | None = maker.piece(12).text
    for edit in maker.chance.sample(list(EDITS.values()), maker.chance.randint(2, 3)):
        text = text and edit(maker.chance, text)
    return text and maker.chance.choice([text, f"“{text}”", text.replace("’", "'")])


def _edited_piece(maker: Maker) -> str | None:
    """Pieces of a run with an ellipsis between, one of them altered."""
    pieces = _cut(maker)
    if pieces is None or min(len(folded(piece)) for piece in pieces) < 4:
        return None
    at = maker.chance.randrange(2)
    other = maker.chance.choice(list(EDITS.values()))(maker.chance, pieces[at])
    if other is None or maker.scan.holds(other):
        return None
    return f" {maker.chance.choice(MARKS)} ".join([*pieces[:at], other, *pieces[at + 1 :]])


def _edited_beside_a_mark(maker: Maker) -> str | None:
    """Pieces of a run with an ellipsis between, beside it a point that the text does not have."""
    pieces = _cut(maker)
    if pieces is None or re.search(r"\W$", pieces[0]):
        return None
    mark = maker.chance.choice(["…", "[…]"])
    return f"{pieces[0]}{maker.chance.choice(';!?')} {mark} {pieces[1]}"


def _inside_unit(maker: Maker) -> str | None:
    """A run that begins or ends inside a number, an amount or a compound, and stands once."""
    text = maker.piece(inside_unit=True).text
    return text if len(list(maker.scan.places(text))) == 1 else None


# -- Pieces of different documents or distant places ----------------------------------------------


def _spliced(
    count: int, joint: str, *, one_document: bool = False
) -> Callable[[Maker], str | None]:
    """True pieces of four to twenty words, run together."""

    def make(maker: Maker) -> str | None:
        sizes = [maker.chance.randint(4, 20) for _ in range(count)]
        pieces = maker.pieces_apart(*sizes, one_document=one_document)
        return joint.join(piece.text for piece in pieces)

    return make


WAYS: dict[str, tuple[str, Callable[[Maker], str | None]]] = {
    "as printed": ("verbatim", _of_one_passage),
    "over passages": ("verbatim", _over_passages),
    "another apostrophe": ("typographic", _apostrophe),
    "another quote mark": ("typographic", _quote_mark),
    "another hyphen": ("typographic", _hyphen),
    "another dash": ("typographic", _dash),
    "other white space": ("typographic", _space),
    "case of the first letter": ("typographic", _first_letter),
    "a note's marker": ("typographic", _note_marker),
    "an ellipsis": ("elided", _ellipsis),
    "two ellipses": ("elided", _two_ellipses),
    "an ellipsis at an end": ("elided", _open_end),
    "words replaced in brackets": ("elided", _brackets),
    "words put in in brackets": ("elided", _put_in),
    "a letter in brackets": ("elided", _letter_in_brackets),
    **{way: ("altered", _edited(edit)) for way, edit in EDITS.items()},
    "two or three edits": ("altered", _edited_more),
    "an edit beside an ellipsis's pieces": ("altered", _edited_piece),
    "an edge inside a unit": ("altered", _inside_unit),
    "a point beside an ellipsis": ("altered", _edited_beside_a_mark),
    "two documents": ("spliced", _spliced(2, " ")),
    "two documents, an ellipsis": ("spliced", _spliced(2, " … ")),
    "three documents": ("spliced", _spliced(3, " ")),
    "three documents, ellipses": ("spliced", _spliced(3, " [...] ")),
    "distant places": ("spliced", _spliced(2, " ", one_document=True)),
}
"""What is done to a quotation, the verdict that is due, and how one is made."""
