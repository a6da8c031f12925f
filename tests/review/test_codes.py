"""Every code has its page, and every page its code."""

from pathlib import Path

from consultations.model.finding import CODES as GIVEN
from consultations.review.codes import CODES, REFUSED
from consultations.review.manual import pages

ROOT = Path(__file__).parent.parent.parent
MANUAL = ROOT / "docs/project/findings"


def test_every_code_is_explained_and_no_other() -> None:
    refused = {code for code, meaning in CODES.items() if meaning.family == "refused"}
    assert CODES.keys() - refused == GIVEN
    assert {*REFUSED.values(), "archive-refused"} == refused


def test_the_pages_are_what_the_code_says() -> None:
    again = "make them anew: .venv/bin/python -m consultations.review.manual docs/project/findings"
    made = dict(pages())
    assert {file.name for file in MANUAL.iterdir()} == made.keys(), again
    for name, text in made.items():
        assert (MANUAL / name).read_text(encoding="utf-8") == text, again
