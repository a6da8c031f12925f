"""The quotation check: whether words stand in the archive as they are quoted, and where.

The rarest words vote for places through their positions; word-by-word alignment decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations.analysis.contract import number
from consultations.errors import ArticleError
from consultations.index.quotation.alignment import Alignment, Step
from consultations.index.quotation.article import quotations, without_own_point
from consultations.index.quotation.comparison import hidden
from consultations.index.quotation.difference import Difference, gravity
from consultations.index.quotation.interpretation import (
    Interpretation,
    edited,
    lookalikes,
    plain,
    trimmed,
    unlisted,
)
from consultations.index.quotation.part import Part
from consultations.index.quotation.pieces import with_pieces
from consultations.index.quotation.places import SHORT, exact, stretches
from consultations.index.quotation.row import Row
from consultations.index.quotation.verdict import RANK, QuotationMatch, Verdict, judge
from consultations.index.searchable import Searchable

__all__ = [
    "Checker",
    "Difference",
    "Part",
    "QuotationMatch",
    "Report",
    "Verdict",
    "gravity",
    "is_wordless",
    "quotations",
    "require_length",
]

_SHOWN = number("quotation.shown")
_LONGEST = number("quotation.longest")
_LONGEST_TEXT = number("quotation.longest_text")
_BEGINNING = 40
"""Characters of a text that are enough for a person to recognise it."""


@dataclass(frozen=True)
class Report:
    """What is to be said about a quotation."""

    verdict: Verdict
    places: tuple[QuotationMatch, ...] = ()
    """Those that fit it best, in document order; at most twenty."""
    count: int = 0
    """In how many places it stands like this."""
    lookalikes: tuple[str, ...] = ()
    """Its words with letters of another script than the one they look like."""
    hidden: int = 0
    """How many of its characters show nothing."""


class Checker:
    """Checks quotations against an archive, and keeps what it has looked up for the next one."""

    def __init__(self, index: Searchable) -> None:
        """Take an index that is open, and stays so."""
        self._row = Row(index)

    def check(self, quotation: str) -> Report:
        """The verdict on one quotation, with or without the marks around it."""
        listed = unlisted(quotation)
        text = trimmed(listed)
        # With marks around it, its last point may be that of whoever quotes. Without them, every
        # character of it is meant to be the original's.
        return self._check(text) if text == listed else self.check_quoted(text)

    def check_quoted(self, quotation: str) -> Report:
        """The verdict on words between marks; a point at their end may be the quoting person's."""
        report = self._check(quotation)
        bare = without_own_point(quotation)
        if report.verdict != "altered" or bare is None:
            return report
        return min(report, self._check(bare), key=lambda one: _order(one.places))

    def _check(self, text: str) -> Report:
        _require(text, _LONGEST, "a quotation")
        quoted = plain(text)
        told = tuple(lookalikes(text)), hidden(text)
        if len(quoted.words) < SHORT:
            count = len(quoted.words)
            all_ = exact(self._row, [word.term for word in quoted.words])
            starts = [start for start in all_ if not self._row.is_cut(start, start + count - 1)]
            found = tuple(judge(self._row, quoted, _straight(quoted, s)) for s in starts[:_SHOWN])
            return Report("too-short", found, len(starts), *told)
        best = self._best(quoted)
        # The words as they stand come first: a text may have brackets and ellipses of its own. Only
        # where they are not all true are these taken for the marks of whoever quotes.
        if best[0].verdict not in RANK[:2] and (other := edited(text)) and other.words:
            best = min(self._best(other), best, key=_order)
        same = [found for found in best if found.verdict == best[0].verdict and found.parts]
        return Report(best[0].verdict, tuple(same[:_SHOWN]), len(same), *told)

    def _best(self, quoted: Interpretation) -> list[QuotationMatch]:
        """What an interpretation finds, the best verdicts first."""
        paths = list(self._paths(quoted))
        found = [judge(self._row, quoted, path) for path in paths]
        return sorted(found, key=lambda one: RANK.index(one.verdict)) or [
            QuotationMatch("absent", ())
        ]

    def _paths(self, quoted: Interpretation) -> Iterator[Sequence[Step]]:
        # The very same words need no alignment, which is what takes the time.
        if not any(quoted.marks):
            starts = exact(self._row, [word.term for word in quoted.words])
            if starts:
                yield from (_straight(quoted, start) for start in starts)
                return
        found = stretches(self._row, quoted)
        paths = Alignment(self._row, quoted, found).paths()
        # Aligned a second time only where the first path has left words unexplained that stand
        # somewhere else.
        more = with_pieces(self._row, quoted, found, paths[0]) if paths else None
        yield from Alignment(self._row, quoted, more).paths() if more else paths


def require_length(text: str) -> None:
    """Make sure that a text is not too long to look for quotations in.

    Raises:
        ArticleError: it is; the limit is named.
    """
    _require(text, _LONGEST_TEXT, "a text")


def _require(text: str, most: int, what: str) -> None:
    if len(text) > most:
        raise ArticleError(
            f"{what} may have {most} characters, and this has {len(text)}",
            where=f"the one that begins {text[:_BEGINNING]!r}",
            remedy="check it in parts",
        )


def is_wordless(quotation: str) -> bool:
    """Whether a quotation has no word to look for: none at all, or only what an editor put in."""
    text = trimmed(unlisted(quotation))
    as_it_stands = plain(text)
    return len(as_it_stands.words) < SHORT and not (edited(text) or as_it_stands).words


def _straight(quoted: Interpretation, start: int) -> list[Step]:
    """The path of the very same words."""
    return [Step("same", i, start + i) for i in range(len(quoted.words))]


def _order(found: Sequence[QuotationMatch]) -> tuple[int, int, int]:
    """Which interpretation to believe: one that is true, else the one with fewer differences."""
    if not found:
        return len(RANK), 0, 0
    rank = RANK.index(found[0].verdict)
    altered = RANK.index("altered")
    return altered if found[0].verdict == "spliced" else rank, found[0].differences, rank
