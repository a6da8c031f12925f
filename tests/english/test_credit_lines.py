"""Lines that say who speaks next."""

import pytest

from consultations.english.credit_lines import names_speaker


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Mr. Moss", "Mr. Moss"),
        ("Baroness Moss (LD) [V]", "Baroness Moss"),
        # The place of a peer is no second name, though two words of it look like one.
        ("Lord Moss of Wall Heath (Lab)", "Lord Moss of Wall Heath"),
        ("The Lamp Keeper (Baroness Moss of Reed Park) (Con)", "The Lamp Keeper"),
        ("The Earl of Tarn (CB)", "The Earl of Tarn"),
        ("The Lord Bishop of Reed on Tarn", "The Lord Bishop of Reed on Tarn"),
        ("The Guild of Tarn", None),
        ("Lord Moss and Lord Ferry", None),
        ("Will Lord Moss write to me?", None),
    ],
)
def test_a_line_is_nothing_but_who_speaks(line: str, who: str | None) -> None:
    assert names_speaker(line) == who
