import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from consultations.errors import RecordError
from consultations.intake import read_archive, read_authority, read_source

if TYPE_CHECKING:
    from tests.intake.conftest import Shelf

CASES = tomllib.loads((Path(__file__).parent / "records.toml").read_text(encoding="utf-8"))["case"]
LONG = {
    "{deep}": "[" * 100_000,
    "{digits}": "9" * 5_000,
    "{dotted}": "a." * 400_000 + "a",
    "{keys}": "".join(f"key{n} = 1\n" for n in range(40_000)),
    "{long}": "x" * 1_000_001,
    "{some}": "x" * 10_000,
}


def _long(text: str) -> str:
    for name, meant in LONG.items():
        text = text.replace(name, meant)
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_record_that_is_wrong_is_told_what_where_and_what_to_do(
    shelf: "Shelf", case: dict[str, Any]
) -> None:
    changes = {key: _long(value) for key, value in case.get("change", {}).items()}
    changes |= dict.fromkeys(case.get("without", ()))
    shelf.document("smith-2001", **changes)
    if "text" in case:
        shelf.put("smith-2001/record.toml", _long(case["text"]))
    with pytest.raises(RecordError) as failure:
        read_source(shelf.archive, "smith-2001")
    told = str(failure.value)
    for said in case["says"]:
        assert said in told
    assert "where: archive/smith-2001/record.toml" in told
    assert len(told.split("\n")) == 3
    assert len(told) < 8_000


def test_a_record_that_is_right_is_what_it_says(shelf: "Shelf") -> None:
    shelf.document("smith-2001", rights='"""\nThe text is\nits author\'s.\n"""')
    record = read_source(shelf.archive, "smith-2001").record
    assert record.title == "A Response"
    assert record.authors == ("A. Smith",)
    assert record.organisation is None
    assert record.date == "2001-05"
    assert record.rights == "The text is its author's."
    assert record.converter is None


def test_a_converter_is_named(shelf: "Shelf") -> None:
    shelf.document("smith-2001", converter='"converter 1.0"')
    assert read_source(shelf.archive, "smith-2001").record.converter == "converter 1.0"


@pytest.mark.parametrize("date", ["2001", "2001-05", "2001-05-31", "2000-02-29"])
def test_a_date_is_as_precise_as_it_is_known(shelf: "Shelf", date: str) -> None:
    shelf.document("smith-2001", date=f'"{date}"')
    assert read_source(shelf.archive, "smith-2001").record.date == date


def test_a_document_without_a_record_is_refused(shelf: "Shelf") -> None:
    shelf.put("smith-2001/source.txt", "text")
    with pytest.raises(RecordError, match="has no record") as failure:
        read_source(shelf.archive, "smith-2001")
    assert failure.value.where == "archive/smith-2001/record.toml"


def test_a_record_in_another_encoding_is_refused(shelf: "Shelf") -> None:
    shelf.document("smith-2001")
    shelf.put("smith-2001/record.toml", shelf.record().encode("utf-16"))
    with pytest.raises(RecordError, match="UTF-16"):
        read_source(shelf.archive, "smith-2001")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("organisation", "`organisation`: there is no organisation `lindon-council`"),
        ("responds_to", "`responds_to`: there is no consultation or work `lindon-council`"),
    ],
)
def test_what_no_authority_knows_is_refused_with_the_nearest(
    shelf: "Shelf", key: str, said: str
) -> None:
    shelf.document("smith-2001", **{key: '"lindon-council"'})
    shelf.put(
        "authority/bodies.toml",
        '[organisation.london-council]\nname = "London Council"\n'
        '[consultation.london-council-plan]\nname = "Plan"\n',
    )
    with pytest.raises(RecordError) as failure:
        read_archive(shelf.archive, read_authority(shelf.archive))
    assert said in failure.value.what
    assert "did you mean `london-council" in failure.value.what
    assert failure.value.where == "archive/smith-2001/record.toml:10"


def test_an_organisation_is_no_person(shelf: "Shelf") -> None:
    shelf.document("smith-2001", organisation='"smith"')
    shelf.put("authority/people.toml", '[person.smith]\nname = "A. Smith"\n')
    with pytest.raises(RecordError, match="there is no organisation `smith`"):
        read_archive(shelf.archive, read_authority(shelf.archive))


def test_a_record_may_answer_a_work(shelf: "Shelf") -> None:
    shelf.document("smith-2001", responds_to='"green-paper"')
    shelf.put(
        "authority/works.toml",
        '[work.green-paper]\nname = "Paper"\ncsl = { type = "report", title = "Paper" }\n',
    )
    (source,) = read_archive(shelf.archive, read_authority(shelf.archive))
    assert source.record.responds_to == "green-paper"


def test_a_document_and_an_entity_cannot_share_an_id(shelf: "Shelf") -> None:
    shelf.document("smith-2001")
    shelf.put("authority/people.toml", '[person.smith-2001]\nname = "A. Smith"\n')
    with pytest.raises(RecordError, match="`smith-2001` is the id of an entity"):
        read_archive(shelf.archive, read_authority(shelf.archive))
