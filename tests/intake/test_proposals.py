"""What a file proposes for its record."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consultations.intake import read_authority
from consultations.intake.adding.proposals import propose
from consultations.intake.adding.proposed_dates import ProposedDate, proposed_date
from consultations.model.entity import Authority
from consultations.model.transcript import Facts, Transcript

CASES = tomllib.loads((Path(__file__).parent / "proposed_dates.toml").read_text("utf-8"))["case"]
TEXT = Transcript("", "none", (), (), Facts())


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """One body."""
    (tmp_path / "authority").mkdir()
    entry = '[organisation.quays]\nname = "Board of Quays"\n'
    (tmp_path / "authority" / "bodies.toml").write_text(entry, "utf-8")
    return read_authority(tmp_path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_date_set_apart_comes_before_one_of_running_text(case: dict[str, Any]) -> None:
    expected = ProposedDate(case["date"], case.get("sentence")) if "date" in case else None
    assert proposed_date(case["front"]) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Guild of Masters\n1 Quay Lane\n\nDear Board,\n\nTolls on ferries at night\n\n"
            "We thank you for asking.",
            "Tolls on ferries at night",
        ),
        (
            "The Ferry Users' Council\n14 Quay Lane\nAnswer to the plan for ferries\n\nIt is late.",
            "Answer to the plan for ferries",
        ),
        (
            "The lamps of the upper quay:\nWhat we found\n\nNobody has lit them.",
            "The lamps of the upper quay: What we found",
        ),
        (
            "This plan was made to fit the nine rules that the board has for all of its plans:\n"
            "Rule 1 – When to light\nLamps should be lit at dusk.",
            None,
        ),
        (
            "Toll 12/02\n\nDear Sir\n\nThank you for what you have sent us.",
            None,
        ),
        (
            "The future of the Quay Museum\n\nA report to its friends\n\nIt is late.",
            "The future of the Quay Museum",
        ),
        (
            "Plan for the ferries\n\nDear reader,\n\nThis plan was made by the\nFerry Board. It"
            " says what will be done.",
            "Plan for the ferries",
        ),
        (
            "Home\nFerries and piers\nA plan for the lamps\nUpdated 4 May 1902\nIntroduction\n"
            "Lamps are dear.",
            "A plan for the lamps",
        ),
        (
            "Inquiry into a complaint against\nFerry Board\n\nA mooring was lost.",
            "Inquiry into a complaint against Ferry Board",
        ),
        (
            "Minutes of the Joint Planning Committee held\non Tuesday 7 April in the hall\n"
            "1 WELCOME\nThe chair spoke.\n2 LAMPS\nA lamp was out.\n3 OIL\nThere is none.",
            "Minutes of the Joint Planning Committee held on Tuesday 7 April in the hall",
        ),
        ("Back to Response listing\n\nAnswer of the guild\n\nYes.", "Answer of the guild"),
    ],
)
def test_a_title_is_told_by_what_stands_beside_it(
    authority: Authority, text: str, title: str
) -> None:
    assert propose(replace(TEXT, text=text), authority).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Board of Quays\n\n# Tolls and the poor\n\nText.", "Tolls and the poor"),
        ("## Board of Quays\n\n## Tolls and the poor\n\nText.", "Tolls and the poor"),
        ("Board of Quays\n\nTolls and the poor\n\nText.", "Tolls and the poor"),
        ("Board of Quays\n\nWords on the\ntolls:\na reply\n\nText.", "Words on the tolls: a reply"),
        ("# What the Board of Quays says\n\n## Tolls\n\nText.", "What the Board of Quays says"),
        ("# Board of Quays\n\nText.", "Board of Quays"),
    ],
)  # fmt: skip
def test_the_name_of_a_body_is_a_title_only_where_there_is_no_other(
    authority: Authority, text: str, title: str
) -> None:
    assert propose(replace(TEXT, text=text), authority).title == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Skip to main content", "Home > Lamps > A", "Lamps at night"], "Lamps at night"),
        (["OFFICIAL - SENSITIVE", "Page 1 of 9", "Lamps at night", "Text."], "Lamps at night"),
        (["Lamp Post Bulletin          Issue 4", "Lamps at night"], "Lamps at night"),
        (["To: The Clerk", "Date: 4 May 1902", "On lamps at night"], "On lamps at night"),
        (["Friday, May 4, 1902, 3.04 pm", "On lamps at night"], "On lamps at night"),
        (["Lamp News", "Issue 14 - Spring 1902", "Text."], "Lamp News"),
        (["4 May 1902 hearing on lamps", "Lamps"], "4 May 1902 hearing on lamps"),
        (["https://a.example/b c d", "Published 4 May 1902"], "https://a.example/b c d"),
        (["Skip to main content", "Text."], "Skip to main content"),
        (["THE FUTURE\nOF LAMPS AND\nBELLS", "Text."], "THE FUTURE OF LAMPS AND BELLS"),
        (["THE YEARS OF", "LAMPS", "IN TOWNS", "ANN MOSS"], "THE YEARS OF LAMPS IN TOWNS"),
        (["What lamps are for", "LAMPS", "THE OIL"], "What lamps are for"),
        (["Lamps\n=====", "Oil for the lamps"], "Lamps"),
        (["THE LAST YEARS\nOF LAMPS\nAnn Moss", "Text."], "THE LAST YEARS OF LAMPS"),
        (["Reply to the\nBoard\non lamps\nAnn Moss", "Text."], "Reply to the Board on lamps"),
        (["A hearing on lamps", "# 1. Opening of it", "## 2.1 Oil"], "A hearing on lamps"),
        (["A plan for lamps", "# Part II: Oil and wicks"], "A plan for lamps"),
        (["A plan for lamps", "# Chapter 2: Oil", "# Section IV Wicks"], "A plan for lamps"),
        (["Text on lamps", "# 10 years of oil", "Text."], "10 years of oil"),
        (["# 1. Oil and wicks", "Text."], "1. Oil and wicks"),
        (["« Home | News | Help", "Text", "Part 3: Wicks", "Wicks in towns"], "Part 3: Wicks"),
        (["Part 3: Wicks", "Oil in the lamps of\nall towns"], "Part 3: Wicks"),
        (["« Previous | Contents | Next »", "On lamps at night"], "On lamps at night"),
    ],
)  # fmt: skip
def test_a_line_of_a_page_is_a_title_only_where_there_is_no_other(
    authority: Authority, lines: list[str], title: str
) -> None:
    assert propose(replace(TEXT, text="\n\n".join(lines)), authority).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lamp survey\n\nThe lamps are lit by one man, who walks to each\nof them.", "Lamp survey"),
        ("Lamp survey\n\nEach lamp is lit by one man.\n\nReport on all lamps", "Lamp survey"),
        (
            "Harbour Board\n\nAnswer to the\ninquiry into piers\n\nIt is late.",
            "Answer to the inquiry into piers",
        ),
        (
            "MINUTES of the BOARD\nheld at 2 p.m.\n\nIt is late.",
            "MINUTES of the BOARD held at 2 p.m.",
        ),
        ("Lamps\n\n| Pier | Lamps | Oil |\n|---|---|---|\n| North | 4 | 9 |", "Lamps"),
        ("Lamps\n\nTo ask the Minister of Tolls whether they are lit [HL14]\n\nThey are.", "Lamps"),
        ("4 May\n\nEach lamp is lit by one man.", None),
    ],
)
def test_a_line_of_the_text_is_no_title(authority: Authority, text: str, title: str | None) -> None:
    assert propose(replace(TEXT, text=text), authority).title == title


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("Response to the plan for the tolls", "consultation response"),
        ("Response of the Ferry Users’ Group to the plan", "consultation response"),
        ("Written submission by Ann Lee on the tolls", "consultation response"),
        ("The reply from those who row to the toll board", "consultation response"),
        ("Evaluation of the response of the ferries to the flood", "evaluation"),
        ("The government’s response to the plan for the tolls", "government response"),
        ("Review of the lamps and of the reply of the board to their makers", "report"),
        ("Notes on lamps", "document"),
        ("Minutes of the meeting of the ferry forum, 3 May", "minutes"),
        ("Ferry forum: minutes of a consultation meeting", "minutes"),
        ("Draft board minutes, 3 May 2011", "minutes"),
        ("Minutes of evidence taken on the tolls", "minutes of evidence"),
        ("Ten minutes of light: notes on lamps", "document"),
        ("Two minutes before the meeting", "document"),
        ("Tolls: summary of responses", "consultation outcome"),
        ("Consultation on tolls: analysis of the consultation responses", "consultation outcome"),
        ("Summary of the consultation on tolls", "consultation"),
    ],
)
def test_a_title_tells_what_sort_of_document_it_is(
    authority: Authority, title: str, sort: str
) -> None:
    assert propose(replace(TEXT, text=f"# {title}\n\nText."), authority).type == sort


def test_a_consultation_that_promises_a_summary_is_none(authority: Authority) -> None:
    text = "# Consultation on tolls\n\nA summary of responses will be published. Minutes are kept."
    assert propose(replace(TEXT, text=text), authority).type == "consultation"
