import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from consultations.errors import EditorError, SourceError
from consultations.intake import read_errata, read_judgements, read_stet
from consultations.model.editor import Erratum, Judgement, Stet
from consultations.model.emendation import Kind

if TYPE_CHECKING:
    from tests.intake.conftest import Shelf


def test_errata_come_in_the_order_of_their_file_with_their_places(shelf: "Shelf") -> None:
    shelf.put(
        "smith-2001/errata.toml",
        """# the editor's
[[erratum]]
line = 12
before = "teh"
after = "the"
reason = '''
The scan
shows it.
'''

[[erratum]]
line = 3
column = 7
before = " and"
after = ""
kind = "running-header"
reason = "Doubled."
""",
    )
    assert read_errata(shelf.archive, "smith-2001") == (
        Erratum(
            line=12,
            column=None,
            before="teh",
            after="the",
            kind="other",
            reason="The scan shows it.",
            entry="archive/smith-2001/errata.toml:2",
        ),
        Erratum(
            line=3,
            column=7,
            before=" and",
            after="",
            kind="running-header",
            reason="Doubled.",
            entry="archive/smith-2001/errata.toml:11",
        ),
    )


def test_stet_come_in_the_order_of_their_file_with_their_places(shelf: "Shelf") -> None:
    shelf.put(
        "smith-2001/stet.toml",
        '[[stet]]\nrule = "lost-hyphen"\nline = 2\ntext = "undertreated"\nreason = "So spelt."\n',
    )
    assert read_stet(shelf.archive, "smith-2001") == (
        Stet(
            rule="lost-hyphen",
            line=2,
            column=None,
            text="undertreated",
            reason="So spelt.",
            entry="archive/smith-2001/stet.toml:1",
        ),
    )


def test_a_document_may_have_neither(shelf: "Shelf") -> None:
    assert read_errata(shelf.archive, "smith-2001") == ()
    assert read_stet(shelf.archive, "smith-2001") == ()


def test_an_empty_file_is_refused_as_one_left_by_mistake(shelf: "Shelf") -> None:
    shelf.put("smith-2001/errata.toml", "")
    with pytest.raises(EditorError, match="the file is empty"):
        read_errata(shelf.archive, "smith-2001")


ERRATUM = 'line = 1\nbefore = "a"\nafter = "b"\nreason = "r"\n'

FAULTS = {
    "another table": ("[[errata]]\n" + ERRATUM, "`errata` is unknown (did you mean `erratum`?)", 1),
    "no reason": ('[[erratum]]\nline = 1\nbefore = "a"\nafter = "b"', "`reason` is missing", 1),
    "an empty reason": (
        "[[erratum]]\n" + ERRATUM.replace('"r"', '""'),
        "`erratum[1].reason` must be some text",
        5,
    ),
    "line 0": (
        "[[erratum]]\n" + ERRATUM.replace("line = 1", "line = 0"),
        "`erratum[1].line` must be at least 1",
        2,
    ),
    "half a line": (
        "[[erratum]]\n" + ERRATUM.replace("line = 1", "line = 1.0"),
        "`erratum[1].line` must be a whole number, not 1.0",
        2,
    ),
    "true for a line": (
        "[[erratum]]\n" + ERRATUM.replace("line = 1", "line = true"),
        "`erratum[1].line` must be a number, not true or false",
        2,
    ),
    "a kind that is none": (
        f'[[erratum]]\n{ERRATUM}[[erratum]]\nkind = "typo"\n{ERRATUM}',
        "`erratum[2].kind` must be one of `mojibake`",
        7,
    ),
    "nothing changes": (
        "[[erratum]]\n" + ERRATUM.replace('"b"', '"a"'),
        "`before` and `after` are the same",
        1,
    ),
    "one table for a list": ("[erratum]\n" + ERRATUM, "`erratum` must be a list, not a table", 1),
}


@pytest.mark.parametrize(("text", "said", "line"), FAULTS.values(), ids=FAULTS)
def test_a_wrong_entry_is_told_with_its_line(
    shelf: "Shelf", text: str, said: str, line: int
) -> None:
    shelf.put("smith-2001/errata.toml", text)
    with pytest.raises(EditorError) as failure:
        read_errata(shelf.archive, "smith-2001")
    assert said in failure.value.what
    assert failure.value.where == f"archive/smith-2001/errata.toml:{line}"


def test_a_stet_without_a_text_is_refused(shelf: "Shelf") -> None:
    shelf.put(
        "smith-2001/stet.toml",
        '[[stet]]\nrule = "url"\nline = 1\ntext = ""\nreason = "r"\n[[stet]]\n',
    )
    with pytest.raises(EditorError, match=r"5 faults: line 4: `stet\[1\]\.text` must be some text"):
        read_stet(shelf.archive, "smith-2001")


@pytest.mark.parametrize("read", [read_errata, read_stet])
def test_no_link_is_followed_and_no_other_name_looked_up(
    shelf: "Shelf", tmp_path: Path, read: object
) -> None:
    assert callable(read)
    secret = tmp_path / "secret.toml"
    for name in ("errata.toml", "stet.toml"):
        shelf.put(f"smith-2001/{name}", "").unlink()
        (shelf.archive / "smith-2001" / name).symlink_to(secret)
    for _ in ("leads nowhere", "leads to a file"):
        with pytest.raises(EditorError, match="symbolic link"):
            read(shelf.archive, "smith-2001")
        secret.write_text("")
    with pytest.raises(SourceError, match="not an id"):
        read(shelf.archive, "../smith-2001")


def test_the_kinds_of_an_erratum_are_those_of_an_emendation() -> None:
    schema = resources.files("consultations.intake") / "schemas/errata.json"
    entry = json.loads(schema.read_text())["properties"]["erratum"]["items"]["properties"]
    assert entry["kind"]["enum"] == list(get_args(Kind))


def test_judgements_come_with_their_places_the_confirmed_first(shelf: "Shelf") -> None:
    shelf.put(
        "smith-2001/annotations.toml",
        """[[rejected]]
sort = "mention"
passage = "p1a2b3"
text = "Mind"
reason = "A verb."

[[confirmed]]
sort = "quotation"
passage = "p1a2b3-2"
text = "so it is"
reason = "Seen in print."
""",
    )
    confirmed, rejected = read_judgements(shelf.archive, "smith-2001")
    assert confirmed == Judgement(
        state="confirmed",
        sort="quotation",
        passage="p1a2b3-2",
        text="so it is",
        reason="Seen in print.",
        entry="archive/smith-2001/annotations.toml:7",
    )
    assert (rejected.state, rejected.sort) == ("rejected", "mention")


def test_a_judgement_of_what_is_no_annotation_is_refused(shelf: "Shelf") -> None:
    shelf.put(
        "smith-2001/annotations.toml",
        '[[rejected]]\nsort = "comma"\npassage = "p1"\ntext = ","\nreason = "No."\n',
    )
    with pytest.raises(EditorError, match="sort"):
        read_judgements(shelf.archive, "smith-2001")
