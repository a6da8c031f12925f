"""Lines that say who speaks next."""

import pytest

from consultations.english.credit_lines import is_coded, leads_to_speech, names_speaker, tells_who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Mr. Moss", "Mr. Moss"),
        ("Baroness Moss (LD) [V]", "Baroness Moss"),
        # The place of a peer is no second name, though two words of it look like one.
        ("Lord Moss of Wall Heath (Lab)", "Lord Moss of Wall Heath"),
        ("The Lamp Keeper (Baroness Moss of Reed Park) (Con)", "The Lamp Keeper"),
        ("THE KEEPER OF LAMPS FOR THE PIERS (LORD MOSS)", "THE KEEPER OF LAMPS FOR THE PIERS"),
        ("THE LAMPS OF LEITH (MAP)", None),
        ("The Earl of Tarn (CB)", "The Earl of Tarn"),
        ("The Lord Bishop of Reed on Tarn", "The Lord Bishop of Reed on Tarn"),
        ("The Guild of Tarn", None),
        ("Lord Moss and Lord Ferry", None),
        ("Will Lord Moss write to me?", None),
    ],
)
def test_a_line_is_nothing_but_who_speaks(line: str, who: str | None) -> None:
    assert names_speaker(line) == who


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("Harbour volunteer, Leith", True),
        ("a volunteer in Leith", True),
        ("Kit, night nurse", True),
        ("Mr Moss, Tarn", True),
        ("Ann Moss", True),
        ("Volunteers told us so", False),
        ("The lamps of Leith", False),
        # Two words of the form of a name may be anything.
        ("Lamp Rooms", False),
    ],
)
def test_a_line_only_says_who_somebody_is(line: str, tells: bool) -> None:
    assert tells_who(line) is tells


def test_a_code_stands_for_a_person_at_the_beginning_of_a_line() -> None:
    assert [is_coded(line) for line in ("T14, female", "Lamp post, red")] == [True, False]


def test_a_line_beside_a_name_leads_to_speech() -> None:
    lines = (
        "Asked by",
        "Question to the clerk:",
        "Question to the clerk",
        f"{'oil ' * 12}and tar:",
    )
    assert [leads_to_speech(line) for line in lines] == [True, True, False, False]
