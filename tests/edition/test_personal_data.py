"""What is taken for an e-mail address or a telephone number, and what is not."""

import pytest

from consultations.edition.personal_data import personal_data

KEPT = [
    ("Write to carol.hill+forum@mail.example.org.", ["carol.hill+forum@mail.example.org"]),
    ("(carol@example.org), 01632 960001", ["carol@example.org", "01632 960001"]),
    (
        "Write to d.o'dunn@example.org, 'bea@example.org'.",
        ["d.o'dunn@example.org", "bea@example.org"],
    ),
    ("+44 (0)1632 960001 or +441632960001", ["+44 (0)1632 960001", "+441632960001"]),
    ("(01632) 960-001", ["(01632) 960-001"]),
    ("Tel: 960001", ["960001"]),
    ("Telephone 020.7946.0123 by day", ["020.7946.0123"]),
    ("Fax. (0131) 496 0000", ["(0131) 496 0000"]),
]
LEFT = [
    "It was agreed on 01.02.2010 and 02/03/2011, and cost £0.123456789 or 0.1234567890.",
    "ISBN 0-7131-6554-0 and ISBN: 0 7131 6554 0, doi 0123456789",
    "https://example.org/0123456789/page and 10.1080/0968763021000057662",
    "between 2008-2011 some 100 000 000 people, 1,000,000,000 pounds",
    "Phone in 24 hours; telephone 3 of them; the 0800 numbers",
    "@example and me@home and a@b",
    "section 01-02-03-04",
]


@pytest.mark.parametrize(("text", "expected"), KEPT)
def test_what_somebody_can_be_reached_by_is_found(text: str, expected: list[str]) -> None:
    assert [text[start:end] for _, (start, end) in personal_data(text)] == expected


@pytest.mark.parametrize("text", LEFT)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert [text[start:end] for _, (start, end) in personal_data(text)] == []
