"""Cells that no spreadsheet runs, and that can be read back."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.data.tables.files import as_csv
from consultations.data.tables.spreadsheet import escaped, unescaped

FORMULA = re.compile(r"(?:\A|[;\t\r\n])[=+\-@＝＋－＠]")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("＝1", "'＝1"),
        ("so;=1", "so;'=1"),
        ("first\n=second", "first\n'=second"),
        ("'=1", "''=1"),
        ("’Twas so", "’Twas so"),
        ("'Twas so", "'Twas so"),
        ("a=b, 3 - 2; then", "a=b, 3 - 2; then"),
    ],
)
def test_an_apostrophe_stands_before_what_may_begin_a_formula(text: str, cell: str) -> None:
    assert escaped(text) == cell
    assert unescaped(cell) == text


@given(st.text(alphabet="a;'=+-@＝\t\r\n ", max_size=12))
def test_no_cell_begins_as_a_formula_does_and_nothing_is_lost(text: str) -> None:
    assert not FORMULA.search(escaped(text))
    assert unescaped(escaped(text)) == text


def test_a_row_reads_the_same_after_a_round_through_csv() -> None:
    row = ('=HYPERLINK("x")', "two\nlines; =1", None, 3, True, ("a", "=b"))
    (read,) = csv.reader(io.StringIO(as_csv([row]).decode(), newline=""))
    assert read == ['\'=HYPERLINK("x")', "two\nlines; =1", "", "3", "true", '["a", "=b"]']
