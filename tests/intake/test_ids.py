"""The register of ids: what may be written in archive/ids.toml, and what is told of it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations import intake
from consultations.errors import IdsError
from consultations.model.ids import KINDS, BearerKind, GivenIds, MovedId, Withdrawal

GIVEN = """
[given]
document = ["early-2001", "late-2002"]
person = ["old-jane", "jane"]
"""
LIVING: dict[str, BearerKind] = {"late-2002": "document", "jane": "person"}


def read(tmp_path: Path, text: str, living: dict[str, BearerKind] = LIVING) -> GivenIds:
    archive = tmp_path / "archive"
    archive.mkdir(exist_ok=True)
    (archive / "ids.toml").write_text(text, encoding="utf-8", newline="")
    return intake.read_ids(archive, living)


def test_an_archive_without_the_file_has_given_no_id(tmp_path: Path) -> None:
    assert intake.read_ids(tmp_path, LIVING) == GivenIds()


def test_ids_lead_on_to_the_end_of_their_way(tmp_path: Path) -> None:
    ids = read(
        tmp_path,
        GIVEN.replace('"old-jane"', '"old-jane", "older-jane"')
        + '[moved.older-jane]\nto = "old-jane"\nreason = "Two entries were one person."\n'
        + '[moved.old-jane]\nto = "jane"\nreason = "A shorter id."\n',
    )
    assert ids.leading == {"older-jane": "jane", "old-jane": "jane"}


@pytest.mark.parametrize(
    ("more", "told", "line"),
    [
        ('[moved.early-2001]\nto = "early-2001"\nreason = "r"', "a ring: early-2001 to early", 6),
        (
            '[moved.early-2001]\nto = "old-jane"\nreason = "r"\n'
            '[moved.old-jane]\nto = "early-2001"\nreason = "r"',
            "a ring: early-2001 to old-jane to early-2001",
            6,
        ),
        ('[moved.early-2001]\nto = "late-2003"\nreason = "r"', "did you mean `late-2002`?", 6),
        ('[moved.late-2002]\nto = "early-2001"\nreason = "r"', "a document bears it", 5),
        ('[withdrawn.jane]\ntitle = "J"\nwithdrawn = "2020"\nreason = "r"', "a person bears it", 5),
        ('[moved.early-2001]\nto = "jane"\nreason = "r"', "was given to a document", 6),
        ('[moved.never]\nto = "jane"\nreason = "r"', "`never` was never given", 5),
        ('[moved.early-2001]\nto = "late-2002"', "`reason` is missing", 5),
        ('[gone.early-2001]\nreason = "r"', "`gone` is unknown", 1),
    ],
)
def test_an_id_that_is_used_again_or_leads_nowhere_is_told(
    tmp_path: Path, more: str, told: str, line: int
) -> None:
    with pytest.raises(IdsError) as raised:
        read(tmp_path, f"{GIVEN}{more}\n")
    assert told in raised.value.what
    assert f"archive/ids.toml:{line}" in raised.value.where or "faults" in raised.value.what


def test_an_id_is_not_given_to_something_of_another_kind(tmp_path: Path) -> None:
    with pytest.raises(IdsError, match="was given to a person, and a work bears it"):
        read(tmp_path, GIVEN, {**LIVING, "jane": "work"})


def test_an_id_that_bears_nothing_and_leads_nowhere_is_lost(tmp_path: Path) -> None:
    assert read(tmp_path, GIVEN).lost(LIVING) == {"early-2001": "document", "old-jane": "person"}


def test_the_file_may_come_from_another_system(tmp_path: Path) -> None:
    assert read(tmp_path, GIVEN.replace("\n", "\r\n")) == read(tmp_path, GIVEN)


def test_a_long_chain_takes_no_long_time_and_a_long_ring_is_told_in_short(tmp_path: Path) -> None:
    names = [f"a{n}" for n in range(2_000)]
    text = f"[given]\nwork = {names}\n".replace("'", '"')
    for one, other in pairwise(names):
        text += f'[moved.{one}]\nto = "{other}"\nreason = "r"\n'
    ids = read(tmp_path, text, {names[-1]: "work"})
    assert set(ids.leading.values()) == {names[-1]}
    with pytest.raises(IdsError, match="a ring: a0 to a1 to a2 to a3 to a4 to …") as raised:
        read(tmp_path, f'{text}[moved.{names[-1]}]\nto = "a0"\nreason = "r"\n', {})
    assert len(raised.value.what) < 200


_NAMES = [f"n-{n}" for n in range(9)]
_LINES = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"))).map(
    # Something of it must show: what is printed as nothing alone is refused.
    lambda text: " ".join(["x", *text.split()])
)


@given(
    st.dictionaries(st.sampled_from(_NAMES[:5]), st.sampled_from(KINDS), min_size=1),
    _LINES,
    _LINES,
)
def test_what_is_written_reads_as_what_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    kinds: dict[str, BearerKind],
    title: str,
    reason: str,
) -> None:
    all_given: dict[str, BearerKind] = {**kinds, "n-7": "document", "n-8": "document"}
    ids = GivenIds(
        all_given,
        {"n-7": MovedId("n-8", reason)},
        {"n-8": Withdrawal(title, "2020-02-29", reason, by=title)},
    )
    folder = tmp_path_factory.mktemp("ids")
    assert read(folder, intake.ids_as_text(ids), kinds) == ids
