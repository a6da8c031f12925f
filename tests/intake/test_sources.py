import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.errors import ConsultationsError, SourceError
from consultations.intake import read_archive, read_authority, read_source
from consultations.intake.sources import LINE_LIMIT
from consultations.model.entity import Authority

if TYPE_CHECKING:
    from tests.intake.conftest import Shelf

CYMRAEG = "tŷ\r\nysgol\u2028gŵr\n".encode()


def _refused(shelf: "Shelf", name: str = "smith-2001") -> SourceError:
    with pytest.raises(SourceError) as failure:
        read_source(shelf.archive, name)
    assert len(str(failure.value).split("\n")) == 3
    return failure.value


def test_a_source_is_its_bytes_as_text(shelf: "Shelf") -> None:
    shelf.document("smith-2001", CYMRAEG)
    source = read_source(shelf.archive, "smith-2001")
    assert source.text.encode() == CYMRAEG
    assert source.digest == hashlib.sha256(CYMRAEG).hexdigest()
    assert (source.id, source.file, source.transcript) == (
        "smith-2001",
        "smith-2001/source.txt",
        None,
    )
    assert (
        str(source.locate(source.text.index("gŵr"))) == "smith-2001:2:7"
    )  # a form feed ends no line


def test_a_byte_order_mark_moves_no_place(shelf: "Shelf") -> None:
    shelf.document("smith-2001", b"\xef\xbb\xbf" + CYMRAEG, "source.md")
    source = read_source(shelf.archive, "smith-2001")
    assert source.text.encode() == CYMRAEG
    assert source.file == "smith-2001/source.md"


def test_a_transcript_is_read_in_the_place_of_what_is_not_text(shelf: "Shelf") -> None:
    pdf = b"%PDF-1.4\0"
    digest = hashlib.sha256(CYMRAEG).hexdigest()
    shelf.document("smith-2001", pdf, "source.pdf", transcript_sha256=f'"{digest}"')
    shelf.put("smith-2001/transcript.txt", CYMRAEG)
    source = read_source(shelf.archive, "smith-2001")
    assert source.text.encode() == CYMRAEG
    assert source.digest == hashlib.sha256(pdf).hexdigest()
    assert source.file == "smith-2001/source.pdf"
    assert source.transcript == "smith-2001/transcript.txt"


def test_the_archive_is_read_in_the_order_of_its_ids(shelf: "Shelf") -> None:
    for name in ("cole-1999", "adams", "brown-2", "brown-10"):
        shelf.document(name)
    shelf.put(".DS_Store", b"\0")
    shelf.put("adams/.source.txt.swp", b"\0")
    found = [source.id for source in read_archive(shelf.archive, read_authority(shelf.archive))]
    assert found == ["adams", "brown-10", "brown-2", "cole-1999"]


def test_an_edited_source_is_refused_with_both_digests(shelf: "Shelf") -> None:
    path = shelf.document("smith-2001")
    recorded = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(b"edited")
    error = _refused(shelf)
    assert recorded in error.what
    assert hashlib.sha256(b"edited").hexdigest() in error.what
    assert error.where == "archive/smith-2001/source.txt"
    assert "errata.toml" in error.remedy


@pytest.mark.parametrize("edited", ["source.pdf", "transcript.txt"])
def test_both_files_of_a_transcribed_document_are_held(shelf: "Shelf", edited: str) -> None:
    digest = hashlib.sha256(CYMRAEG).hexdigest()
    shelf.document("smith-2001", b"%PDF", "source.pdf", transcript_sha256=f'"{digest}"')
    shelf.put("smith-2001/transcript.txt", CYMRAEG)
    shelf.put(f"smith-2001/{edited}", b"edited")
    assert _refused(shelf).where == f"archive/smith-2001/{edited}"


def test_what_is_not_text_is_refused_with_a_way_out(shelf: "Shelf") -> None:
    shelf.document("smith-2001", "élan".encode("latin-1"))
    error = _refused(shelf)
    assert "ISO 8859-1" in error.what
    assert error.where == "archive/smith-2001/source.txt"
    assert "consultations add" in error.remedy


def test_a_text_past_the_limit_is_refused(shelf: "Shelf") -> None:
    shelf.document("smith-2001", b"words " * 1_700_000)
    assert "larger than 10 MB" in _refused(shelf).what


def test_a_text_of_too_many_lines_is_refused_and_empty_ones_do_not_count(shelf: "Shelf") -> None:
    shelf.document("smith-2001", b"a\n\n" * LINE_LIMIT)
    assert read_archive(shelf.archive, Authority())[0].text.startswith("a\n")
    shelf.document("smith-2001", b"a\n\n" * (LINE_LIMIT + 1))
    failure = _refused(shelf)
    assert failure.what == "more than 400,000 lines, the limit for a document"
    assert failure.where == "archive/smith-2001/source.txt"


def _no_source(shelf: "Shelf") -> None:
    shelf.put("smith-2001/record.toml", shelf.record())


def _two_sources(shelf: "Shelf") -> None:
    shelf.document("smith-2001")
    shelf.put("smith-2001/source.md", "text")


def _pdf_alone(shelf: "Shelf") -> None:
    shelf.document("smith-2001", b"%PDF", "source.pdf")


def _no_ending(shelf: "Shelf") -> None:
    shelf.document("smith-2001", b"text", "source")


def _capitals(shelf: "Shelf") -> None:
    shelf.put("smith-2001/record.toml", shelf.record())
    shelf.put("smith-2001/Source.txt", "text")


def _misspelt(shelf: "Shelf") -> None:
    shelf.document("smith-2001")
    shelf.put("smith-2001/erata.toml", "")


def _folder(shelf: "Shelf") -> None:
    shelf.put("smith-2001/record.toml", shelf.record())
    (shelf.archive / "smith-2001/source.txt").mkdir()


def _pipe(shelf: "Shelf") -> None:
    shelf.put("smith-2001/record.toml", shelf.record())
    os.mkfifo(shelf.archive / "smith-2001/source.txt")


def _file(shelf: "Shelf") -> None:
    shelf.put("smith-2001", "text")


def _nothing(shelf: "Shelf") -> None:
    pass


FOLDERS: dict[str, tuple[Callable[["Shelf"], None], str]] = {
    "no source": (_no_source, "there is no source"),
    "two sources": (_two_sources, "several sources, source.md and source.txt"),
    "a pdf and no transcript": (_pdf_alone, "a .pdf file cannot be read as text"),
    "no ending": (_no_ending, "cannot be read as text"),
    "another case": (_capitals, "no such file (did you mean `source.txt`?)"),
    "a misspelt file": (_misspelt, "no such file (did you mean `errata.toml`?)"),
    "a folder for a source": (_folder, "not a plain file"),
    "a pipe for a source": (_pipe, "not a plain file"),
    "a file for a folder": (_file, "not a document's folder"),
    "nothing": (_nothing, "there is no such document"),
}


@pytest.mark.parametrize(("make", "said"), FOLDERS.values(), ids=FOLDERS)
def test_a_folder_holds_one_source_and_what_belongs_beside_it(
    shelf: "Shelf", make: Callable[["Shelf"], None], said: str
) -> None:
    make(shelf)
    assert said in _refused(shelf).what


@pytest.mark.parametrize("link", ["source.txt", "record.toml", "errata.toml", "transcript.txt"])
def test_a_linked_file_is_refused_and_its_target_not_told(
    shelf: "Shelf", tmp_path: Path, link: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    shelf.document("smith-2001")
    (shelf.archive / "smith-2001" / link).unlink(missing_ok=True)
    (shelf.archive / "smith-2001" / link).symlink_to(secret)
    with pytest.raises(ConsultationsError, match="symbolic link") as failure:
        read_archive(shelf.archive, read_authority(shelf.archive))
    assert "secret" not in str(failure.value)


@pytest.mark.parametrize("target", ["elsewhere", ".", "smith-2001", "nowhere"])
def test_a_linked_folder_is_refused_in_a_loop_too(
    shelf: "Shelf", tmp_path: Path, target: str
) -> None:
    (tmp_path / "archive/elsewhere").mkdir()
    (shelf.archive / "smith-2001").symlink_to(target)
    with pytest.raises(SourceError, match="symbolic link"):
        read_source(shelf.archive, "smith-2001")
    (tmp_path / "archive/elsewhere").rmdir()
    with pytest.raises(SourceError, match="symbolic link"):
        read_archive(shelf.archive, read_authority(shelf.archive))


NO_IDS = [
    "",
    ".",
    "..",
    "../../x",
    "/etc",
    "..%2f",
    "a\\b",
    "a\0b",
    "a\nb",
    "smith-2001\n",
    "Smith",
    "smith_2001",
    "smith--2001",
    "-smith",
    "smíth",
    "١٩٩٩",
    "authority",
    "index",
    "con",
    "lpt1",
    "x" * 300,
]


@pytest.mark.parametrize("name", NO_IDS, ids=ascii)
def test_no_other_name_becomes_part_of_a_path(shelf: "Shelf", name: str) -> None:
    error = _refused(shelf, name)
    assert "not an id" in error.what or "reserved" in error.what
    assert str(error).isascii()


@pytest.mark.parametrize("name", ["Smith", "smith 2001", "smíth", "con"])
def test_a_folder_of_such_a_name_is_refused(shelf: "Shelf", name: str) -> None:
    shelf.document(name)
    with pytest.raises(SourceError, match=r"not an id|reserved"):
        read_archive(shelf.archive, read_authority(shelf.archive))


@pytest.mark.parametrize(
    ("one", "other"),
    [("a-name", "A-Name"), ("caf\u00e9", "cafe\u0301"), ("strasse", "stra\u00dfe")],
)
def test_names_that_would_be_one_elsewhere_are_both_named(
    shelf: "Shelf", one: str, other: str
) -> None:
    shelf.document(one)
    shelf.document(other)
    with pytest.raises(SourceError, match="would be one name") as failure:
        read_archive(shelf.archive, read_authority(shelf.archive))
    assert ascii(one) in failure.value.what
    assert ascii(other) in failure.value.what


@pytest.mark.parametrize("path", ["smith-2001/\x1b[2J.txt", "\x1b[2J"])
def test_no_name_of_a_file_takes_the_terminal_over(shelf: "Shelf", path: str) -> None:
    shelf.document("smith-2001")
    shelf.put(path, "text")
    with pytest.raises(SourceError) as failure:
        read_archive(shelf.archive, read_authority(shelf.archive))
    assert r"\x1b[2J" in failure.value.where
    assert "\x1b" not in str(failure.value)


@pytest.mark.parametrize(("of", "method"), [(Path, "iterdir"), (os, "open")])
def test_what_may_not_be_read_is_a_clear_error(
    shelf: "Shelf", monkeypatch: pytest.MonkeyPatch, of: object, method: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    shelf.document("smith-2001")
    monkeypatch.setattr(of, method, refuse)
    with pytest.raises(ConsultationsError, match="it cannot be read: Permission denied"):
        read_source(shelf.archive, "smith-2001")


def test_no_archive_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no archive"):
        read_archive(tmp_path / "archive", Authority())


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_source_or_a_source_error(shelf: "Shelf", data: bytes) -> None:
    shelf.document("smith-2001", data)
    try:
        source = read_source(shelf.archive, "smith-2001")
    except SourceError:
        return
    assert source.text.encode() == data.removeprefix(b"\xef\xbb\xbf")
