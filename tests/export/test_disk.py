"""The second form of an index: scripts that hand its files over."""

import re
from base64 import b64decode
from pathlib import Path

import pytest

from consultations.errors import OutputError
from consultations.export import write_for_disk

FILES = {"manifest.json": b"{}\n", "root-0a.bin": bytes(range(256)), "terms-0b.bin": b""}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def handed_over(folder: Path) -> dict[str, bytes]:
    """What the scripts say, read as the format's page draws them."""
    found = {}
    for file in folder.iterdir():
        script = file.read_text("ascii")
        match = re.fullmatch(r'\(.+\)\["(.+)"\] = "([\w+/=]*)";\n', script)
        assert match
        assert file.name == f"{match[1]}.js"
        found[match[1]] = b64decode(match[2], validate=True)
    return found


def test_every_file_can_be_had_from_its_script(tmp_path: Path) -> None:
    write_for_disk(write(tmp_path / "search", FILES), tmp_path / "disk")
    assert handed_over(tmp_path / "disk") == FILES


def test_what_is_gone_goes_and_what_stays_is_not_written_again(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    write_for_disk(write(tmp_path / "search", FILES), disk)
    kept = disk / "terms-0b.bin.js"
    before = kept.stat().st_mtime_ns
    changed = {"manifest.json": b"{1}\n", "root-0c.bin": b"new", "terms-0b.bin": b""}
    write_for_disk(write(tmp_path / "search", changed), disk)
    assert handed_over(disk) == changed
    assert kept.stat().st_mtime_ns == before


def test_what_fails_midway_leaves_the_old_form_whole(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    write_for_disk(write(tmp_path / "search", FILES), disk)
    in_the_way = disk / "root-0c.bin.js"
    in_the_way.mkdir()
    changed = {"manifest.json": b"{1}\n", "root-0c.bin": b"new", "terms-0b.bin": b""}
    with pytest.raises(OutputError):
        write_for_disk(write(tmp_path / "search", changed), disk)
    in_the_way.rmdir()
    assert handed_over(disk) == FILES


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "disk").write_text("a file", "ascii")
    with pytest.raises(OutputError):
        write_for_disk(write(tmp_path / "search", FILES), tmp_path / "disk")
