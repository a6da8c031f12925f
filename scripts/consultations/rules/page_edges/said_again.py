"""Lines that a text says again as its author does, and no page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, groupby, pairwise

from consultations.english.letter_words import VALEDICTION, greets
from consultations.english.sentences import ends_sentence
from consultations.rules.layout import FOLIO, PrintedLine, cuts_sentence
from consultations.rules.prose import goes_on

_FEWEST = 3
"""Pages that must have a paragraph to be that of a page."""


def said_again(printed: Sequence[PrintedLine]) -> set[int]:
    """The places of lines that come again, and are no heads or feet of pages, wherever they stand.

    Several letters begin and end alike, and may have one signature. One answer may be given to
    several questions in the same words.
    """
    greetings = (i for i, line in enumerate(printed) if greets(line.words))
    ends = [i for i, line in enumerate(printed) if VALEDICTION.fullmatch(line.words)]
    return {*greetings, *ends, *(i + 1 for i in ends), *_of_paragraphs(printed)}


def _of_paragraphs(printed: Sequence[PrintedLine]) -> Iterator[int]:
    """The places of lines that come again one under the other, as a sentence that runs over them.

    No empty line need stand around a paragraph, and a page may cut it in two. What stands once on
    each page, of which one may be without it, is rather the notice of a printer or of a charity.
    """
    notices = _once_a_page(printed)
    for run in _runs(_above_again(printed)):
        inside = [printed[i] for i in run]
        if _is_sentence(inside) and not notices.issuperset(line.key for line in inside):
            yield from run


def _above_again(printed: Sequence[PrintedLine]) -> list[int]:
    """The places of lines that come again with the same line right under them."""
    pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, (line, under) in enumerate(pairwise(printed)):
        if not under.blank_before and not under.page_before:
            pairs[line.key, under.key].append(i)
    return sorted(chain.from_iterable(places for places in pairs.values() if len(places) > 1))


def _once_a_page(printed: Sequence[PrintedLine]) -> set[str]:
    """The letters of lines that stand once on each page, of which one may be without them."""
    fed = any(line.page_before for line in printed)
    page = list(accumulate(line.page_before if fed else _is_folio(line) for line in printed))
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for line, number in zip(printed, page, strict=True):
        pages[line.key].append(number)
    fewest = max([_FEWEST, *page[-1:]])
    return {key for key, on in pages.items() if len({*on}) == len(on) >= fewest}


def _runs(places: Sequence[int]) -> Iterator[range]:
    """The lines at these places that follow each other, each time with the line under the last."""
    for _, run in groupby(enumerate(places), lambda one: one[1] - one[0]):
        inside = [i for _, i in run]
        yield range(inside[0], inside[-1] + 2)


def _is_sentence(run: Sequence[PrintedLine]) -> bool:
    """Whether a sentence runs over from one of these lines to the next, and one ends there."""
    runs_over = any(
        goes_on(line.words) and cuts_sentence(above, line) for above, line in pairwise(run)
    )
    return runs_over and any(ends_sentence(line.words) for line in run)


def _is_folio(line: PrintedLine) -> bool:
    return FOLIO.fullmatch(line.words) is not None
