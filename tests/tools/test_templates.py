"""What GitHub asks of whoever writes: held to the program, and the same in a new archive."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from consultations import cli

ROOT = Path(__file__).parent.parent.parent
HERE = ROOT / ".github"
REQUEST = "pull_request_template.md"
FORM = "ISSUE_TEMPLATE/error-in-a-passage.yml"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    made = CliRunner().invoke(cli.consultations, ["new", str(tmp_path / "new"), "--title", "Piers"])
    assert made.exit_code == 0
    return tmp_path / "new" / ".github"


def commands(text: str) -> list[str]:
    return re.findall(r"`((?:make|consultations) [\w -]+)`", text)


def test_a_new_archive_has_the_form_and_a_checklist(new: Path) -> None:
    assert (new / FORM).read_bytes() == (HERE / FORM).read_bytes()
    assert commands((new / REQUEST).read_text("utf-8")) == [
        "consultations check",
        "consultations build",
    ]


def test_what_a_checklist_says_to_run_is_there(new: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for template in (HERE / REQUEST, new / REQUEST):
        text = template.read_text("utf-8")
        assert text.count("- [ ] ") >= 3
        for command in commands(text):
            program, verb = command.split(" ")
            known = targets if program == "make" else cli.VERBS
            assert verb in known, command


def test_the_form_asks_for_what_finds_a_passage_again() -> None:
    asked = yaml.safe_load((HERE / FORM).read_text("utf-8"))["body"]
    needed = {one["id"] for one in asked if one.get("validations", {}).get("required")}
    assert needed == {"address", "found", "expected"}
