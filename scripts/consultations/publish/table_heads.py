"""Two rows of heads over a table, the upper of which stands over several columns each.

Markdown has one row of heads and no cell over several columns. So a table whose years stand over
counts and shares comes as a row of years with empty cells between them, and a row of data:

    | District | 2011 |       | 2012 |       |
    |          | Boats | Share | Boats | Share |
    | Northmoor | 12  | 4%    | 14   | 5%    |

A screen reader then says of a share neither its year nor that it is one.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.pages.writing.content import Attributes
from consultations.pages.writing.html import closing, opening

_TWO_ROWS = re.compile(
    r"""
    (?P<before> <thead>\n<tr>\n )
    (?P<upper> (?: <th>.*</th>\n )+ )
    (?P<between> </tr>\n ) (?P<head_ends> </thead>\n<tbody>\n ) (?P<row> <tr>\n )
    (?P<lower> (?: <td>.*</td>\n )+ )
    (?P<after> </tr>\n )
    (?= <tr>\n<td>[^<\n] )                              # a row follows, which begins with its name
    """,
    re.VERBOSE,
)
_WORDS = re.compile(r"<t[hd]>(.*)</t[hd]>\n")
_FIGURE = re.compile(r"(?!(?:1[5-9]|20)\d\d\b(?:[-–/]\d{2,4})?\Z)[^A-Za-z]*\d[^A-Za-z]*")
"""A number that is no year: what stands in a row of data."""


def with_two_rows(table: str) -> str:
    """The table of Markdown with both rows as heads, each over its columns; or as it is."""
    return _TWO_ROWS.sub(_heads, table)


def _heads(match: re.Match[str]) -> str:
    upper, lower = _WORDS.findall(match["upper"]), _WORDS.findall(match["lower"])
    widths = _widths(upper)
    if len(upper) != len(lower) or not _is_head(widths, lower):
        return match[0]
    first = [_head(upper[at], width, deep=not lower[at]) for at, width in widths.items()]
    second = [_head(words, 1, deep=False) for words in lower if words]
    rows = [*first, match["between"], match["row"], *second, match["after"]]
    return "".join([match["before"], *rows, match["head_ends"]])


def _widths(upper: Sequence[str]) -> dict[int, int]:
    """Over how many columns each head of the upper row stands, by the column where it begins."""
    begins = [at for at, words in enumerate(upper) if words or at == 0]
    return {at: end - at for at, end in zip(begins, [*begins[1:], len(upper)], strict=True)}


def _is_head(widths: dict[int, int], lower: Sequence[str]) -> bool:
    """Whether the lower row says something under each head of several columns, and no data.

    Nothing stands in it over the names of the rows.
    """
    wide = [at for at, width in widths.items() if width > 1]
    return (
        bool(wide)
        and widths[0] == 1
        and not lower[0]
        and all(all(lower[at : at + widths[at]]) for at in wide)
        and not any(_FIGURE.fullmatch(words) for words in lower)
    )


def _head(words: str, width: int, *, deep: bool) -> str:
    """A head over so many columns, and over both rows where nothing stands below it."""
    over: Attributes = {
        "scope": "col",
        "colspan": str(width) if width > 1 else None,
        "rowspan": "2" if deep else None,
    }
    return f"{opening('th', over)}{words}{closing('th')}\n"
