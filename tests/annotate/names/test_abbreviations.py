"""Abbreviations where a document expands them."""

from typing import Any

import pytest

from consultations.annotate.names.abbreviations import with_abbreviations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Department of Health (DH) pays", {"DH": "Department of Health"}),
        ("alcohol and other drug (AOD) problems", {"AOD": "alcohol and other drug"}),
        ("Models of Care for Adults (MoCA)", {"MoCA": "Models of Care for Adults"}),
        ("local teams, Drug Action Teams, (DATs),", {"DATs": "Drug Action Teams"}),
        ("within CSIP (The Care Services Partnership)", {}),
        ("within CSP (The Care Services Partnership)", {"CSP": "Care Services Partnership"}),
        ("PRISM stands for Practice Sharing Model", {"PRISM": "Practice Sharing Model"}),
        ("It ended. Of Health (DH) nothing is known", {}),
        ("the Board (BOARD) and many (2004) years (A)", {}),
    ],
)
def test_an_abbreviation_is_expanded_by_the_words_that_spell_it(
    text: str, found: dict[str, str], make_edition: Any
) -> None:
    edition = with_abbreviations(make_edition([text]))
    assert {a.text: a.expansion for a in edition.abbreviations} == found
    for a in edition.abbreviations:
        assert text[a.start : a.end] == a.text
