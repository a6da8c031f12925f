"""The forms of editions as files: made where something changed, forgotten with their edition."""

import errno
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.documents import write_document

from consultations import forms, pipeline
from consultations.errors import OutputError
from consultations.forms import SiteName, archive_file, form_files
from consultations.settings import find_project

SITE = SiteName("A debate", "https://a.example/", "What was said")
TEXT = (
    "# A meeting\n\nThe first paragraph says why we met.\n\nThe second goes on, “as it is said”.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A debate\ntheme: { name: material }\nplugins: [consultations]\n", "utf-8"
    )
    for id_ in ("a-meeting", "b-meeting"):
        write_document(tmp_path, id_, TEXT)
    (tmp_path / "archive" / "authority").mkdir()
    return tmp_path


def made(project: Path, kept: str = "forms", site: SiteName = SITE) -> dict[str, bytes]:
    archive = pipeline.read(find_project(project))
    folder = project / ".cache" / kept
    files = form_files(
        folder, site, archive.editions, archive.authority, archive.parts, archive.digests
    )
    return {
        address: content if isinstance(content, bytes) else content.read_bytes()
        for address, content in files
    }


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the editions whose forms are made, as it happens."""
    ids: list[str] = []
    write = forms._write_forms

    def told(folder: Path, edition: Any, *more: Any) -> None:
        ids.append(edition.id)
        write(folder, edition, *more)

    monkeypatch.setattr(forms, "_write_forms", told)
    return ids


def test_only_what_changed_is_made_again(project: Path, written: list[str]) -> None:
    first = made(project)
    assert written == ["a-meeting", "b-meeting"]
    assert made(project) == first
    assert written == ["a-meeting", "b-meeting"]
    write_document(project, "b-meeting", TEXT.replace("second", "third"))
    changed = made(project)
    assert written == ["a-meeting", "b-meeting", "b-meeting"]
    assert changed == made(project, "forms-from-nothing")
    assert b"The third goes on" in changed["data/passages.csv"]


def test_a_file_that_was_spoilt_is_made_again(project: Path, written: list[str]) -> None:
    first = made(project)
    (project / ".cache/forms/a-meeting/tei.xml").write_bytes(b"<TEI/>")
    assert made(project) == first
    assert written == ["a-meeting", "b-meeting", "a-meeting"]


def test_the_address_of_the_site_is_in_what_is_made(project: Path) -> None:
    there = made(project)
    assert b"https://a.example/texts/a-meeting/" in there["data/tei/a-meeting.xml"]
    assert b"(https://a.example/data/text/a-meeting.txt)" in there["llms.txt"]
    nowhere = made(project, site=SiteName("A debate"))
    assert b"../../texts/a-meeting/" in nowhere["data/tei/a-meeting.xml"]


def test_what_is_withdrawn_is_kept_nowhere(project: Path) -> None:
    made(project)
    for file in sorted((project / "archive/b-meeting").iterdir()):
        file.unlink()
    (project / "archive/b-meeting").rmdir()
    assert not [address for address in made(project) if "b-meeting" in address]
    assert not list((project / ".cache/forms").glob("b-meeting*"))


def test_the_archive_file_is_the_same_bytes_each_time(project: Path) -> None:
    files = dict(made(project))
    one = archive_file(project / "one", files).read_bytes()
    assert archive_file(project / "two", dict(reversed(files.items()))).read_bytes() == one
    with zipfile.ZipFile(project / "one" / "archive" / "archive.zip") as packed:
        assert packed.namelist() == sorted(files)
    files["data/more.txt"] = b"more"
    assert archive_file(project / "one", files).read_bytes() != one


def test_what_stands_in_the_last_archive_file_is_not_compressed_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dict(made(project)) | {"data/long.txt": b"of lamps\n" * 500_000, "data/old.txt": b"old"}
    archive_file(project / "one", files)
    files |= {"data/catalogue.json": b"{}", "data/new.txt": b"new"}
    del files["data/old.txt"]
    compressed: list[str] = []
    writestr = zipfile.ZipFile.writestr

    def told(packed: zipfile.ZipFile, about: zipfile.ZipInfo, content: bytes) -> None:
        compressed.append(about.filename)
        writestr(packed, about, content)

    with monkeypatch.context() as watched:
        watched.setattr(zipfile.ZipFile, "writestr", told)
        grown = archive_file(project / "one", files).read_bytes()
    assert compressed == ["data/catalogue.json", "data/new.txt"]
    assert grown == archive_file(project / "two", files).read_bytes()
    with zipfile.ZipFile(project / "one" / "archive" / "archive.zip") as packed:
        assert packed.testzip() is None


@pytest.mark.parametrize("place", [40, 1000, -30])
def test_of_an_archive_file_that_was_harmed_nothing_is_taken_over(
    project: Path, place: int
) -> None:
    files = dict(made(project))
    file = archive_file(project / "one", files)
    harmed = bytearray(file.read_bytes())
    harmed[place] ^= 1
    file.write_bytes(harmed)
    file.with_name("listed").write_bytes(b"\x80")
    files["data/new.txt"] = b"new"
    grown = archive_file(project / "one", files).read_bytes()
    assert grown == archive_file(project / "two", files).read_bytes()


@pytest.mark.parametrize("step", ["copyfileobj", "write_zip"])
def test_a_disk_that_takes_no_more_is_told_with_its_place(
    project: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """An error of `write` names no file."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(forms, step, full)
    with pytest.raises(OutputError, match="cannot be written") as told:
        archive_file(project / ".cache" / "forms", made(project))
    assert told.value.where.startswith(str(project / ".cache" / "forms"))
    assert "room" in told.value.remedy
