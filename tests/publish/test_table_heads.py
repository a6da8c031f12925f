"""Tables whose heads stand in two rows, the upper over several columns each."""

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from consultations.publish.markup import mended

DATA = "| Northmoor | 12 | 4% | 14 | 5% |"


def heads_of(*rows: str) -> list[list[str]]:
    """The rows of heads of a table, each head with the columns and rows that it stands over."""
    rule = "|".join(["---"] * rows[0].count(" |"))
    made = mended(markdown("\n".join([rows[0], f"|{rule}|", *rows[1:]]), extensions=["tables"]))
    page = BeautifulSoup(made, "lxml")
    assert all(head.get("scope") == "col" for head in page.find_all("th"))
    return [
        [
            f"{head.get_text()} {head.get('colspan', '1')}x{head.get('rowspan', '1')}"
            for head in row.find_all("th")
        ]
        for row in page.select("thead tr")
    ]


@pytest.mark.parametrize(
    ("upper", "lower", "wanted"),
    [
        (
            "| District | 2011 |  | 2012 |  |",
            "|  | Boats | Share | Boats | % |",
            [
                ["District 1x2", "2011 2x1", "2012 2x1"],
                ["Boats 1x1", "Share 1x1", "Boats 1x1", "% 1x1"],
            ],
        ),
        (
            "|  | Moored |  | Afloat | All |",
            "|  | 2011 | 2011/12 | 2012 |  |",
            [
                [" 1x2", "Moored 2x1", "Afloat 1x1", "All 1x2"],
                ["2011 1x1", "2011/12 1x1", "2012 1x1"],
            ],
        ),
        (
            "| Harbour | What members of the board said |  |  | Note |",
            "|  | Agree | Disagree | n=40 |  |",
            [
                ["Harbour 1x2", "What members of the board said 3x1", "Note 1x2"],
                ["Agree 1x1", "Disagree 1x1", "n=40 1x1"],
            ],
        ),
    ],
)
def test_heads_in_two_rows_stand_over_their_columns(
    upper: str, lower: str, wanted: list[list[str]]
) -> None:
    assert heads_of(upper, lower, DATA) == wanted


@pytest.mark.parametrize(
    "rows",
    [
        # a row of data without a name
        ("| District | 2011 |  | 2012 |  |", "|  | 9 | 4% | 8 | 3% |", DATA),
        # figures some of which are no years
        ("| District | Boats |  | Crew |  |", "|  | 2011 | 4.5 | Two | Six |", DATA),
        # a row with a name
        ("| District | 2011 |  | 2012 |  |", "| All | Boats | Share | Boats | % |", DATA),
        # nothing under a head of two columns
        ("| District | 2011 |  | 2012 |  |", "|  | Boats |  | Boats | % |", DATA),
        # an empty form
        ("| Your name |  |  |  |  |", "|  |  |  |  |  |", DATA),
        # a head over the names of the rows too
        ("| Boats |  | 2012 |  |  |", "|  | Name | Boats | Share | All |", DATA),
        # one head for each column
        ("| A | B | C | D | E |", "|  | Boats | Share | Boats | % |", DATA),
        # nothing follows that it could be the head of
        ("| District | 2011 |  | 2012 |  |", "|  | Boats | Share | Boats | % |"),
        ("| A | 2011 |  | 2012 |  |", "|  | x | y | x | y |", "|  | 9 | 8 | 7 | 6 |"),
    ],
)
def test_other_tables_have_one_row_of_heads(rows: tuple[str, ...]) -> None:
    assert len(heads_of(*rows)) == 1


def test_a_long_number_is_marked_as_one() -> None:
    made = mended(
        markdown(
            "| A | B |\n|---|---|\n| £1,234,567 | 12 |\n| 1 of 1,234,567 | 1,234 |",
            extensions=["tables"],
        )
    )
    assert [cell.get_text() for cell in BeautifulSoup(made, "lxml").select(".number")] == [
        "£1,234,567"
    ]
