"""Spellings of one name."""

import pytest

from consultations.annotate.names.spellings import is_slip, key_of, loose_key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lamp Board", "lamp board"),
        ("Piers & Lamps", "Piers and Lamps"),
        ("Keepers’ Guild", "Keepers' Guild"),
        ("the ‘Lamp’ Fund", "'Lamp' Fund"),
        ("Oil-Lamp Fund", "Oil Lamp Fund"),
        ("Oil‑Lamp Fund", "Oil–Lamp Fund"),
    ],
)
def test_spellings_of_the_same_words_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_other_words_have_another_key() -> None:
    assert key_of("The Lamp") != key_of("The Lamps")
    assert key_of("Lamp Board") != key_of("Board of Lamps")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Office for Oil and Lamps", "Office of Lamps and Oil", True),
        ("Lamp Board", "Board of Lamps", True),
        # A second s at the end shows no plural.
        ("Glass Board", "Glas Board", False),
    ],
)
def test_wordings_of_one_body_have_one_loose_key(one: str, other: str, same: bool) -> None:
    assert (loose_key_of(one) == loose_key_of(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Ferrier", "Ferier", True),
        ("Ferrier", "Ferrior", True),
        ("Ferrier", "Ferreir", True),
        ("Ferrier", "Ferriers", True),
        ("Ferrier", "Fereirr", False),
        ("Ferrier", "ferrier", False),
        ("Carre", "Carrie", True),
        ("Carre", "Carrieer", False),
        # A letter makes another word of so short a one.
        ("Moss", "Ross", False),
    ],
)
def test_a_slip_is_one_letter(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
