"""Names that no authority knows, as the command lists them."""

import hashlib
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consultations import cli

ROOT = Path(__file__).parent.parent.parent
RECORD = """
title = "A response"
authors = []
date = "2010"
type = "response"
rights = "none"
language = "en-GB"
provenance = "a test"
converter = "unknown"
"""
TEXT = """# A response

We asked the Harbour Lights Trust (HLT) for its view. The Harbour Lights Trust gave it, and so did
Dr Ada Winterbourne. The Harbour Lights Trust was first.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two documents that say the same, each of another body; as working folder."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    for id_, body in (("one", "Harbour"), ("other", "Castle")):
        folder = tmp_path / "archive" / id_
        folder.mkdir(parents=True)
        text = TEXT.replace("Harbour", body).encode()
        (folder / "source.txt").write_bytes(text)
        record = RECORD + f'sha256 = "{hashlib.sha256(text).hexdigest()}"\n'
        (folder / "record.toml").write_text(record, "utf-8")
    (tmp_path / "archive" / "authority").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.consultations, ["candidates", *arguments])


@pytest.mark.usefixtures("project")
def test_what_is_listed_is_an_entry_with_the_likeliest_first() -> None:
    result = run("one")
    assert result.exit_code == 0, result.output
    listed = tomllib.loads(result.output)["organisation"]
    name, entry = next(iter(listed.items()))
    assert name == "harbour-lights-trust"
    assert entry == {"name": "Harbour Lights Trust", "abbreviations": ["HLT"]}
    assert "Castle" not in result.output


@pytest.mark.usefixtures("project")
def test_without_an_id_all_documents_are_listed() -> None:
    listed = tomllib.loads(run().output)["organisation"]
    assert {"harbour-lights-trust", "castle-lights-trust"} <= listed.keys()


def test_what_is_pasted_is_listed_no_more(project: Path) -> None:
    authority = project / "archive" / "authority"
    entries = [e for e in run("one").output.split("\n\n") if "[organisation." in e]
    (authority / "organisations.toml").write_text("\n\n".join(entries), "utf-8")
    assert "[organisation." not in run("one").output


@pytest.mark.usefixtures("project")
def test_a_document_that_is_not_there_is_wrong_usage() -> None:
    result = run("nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output
