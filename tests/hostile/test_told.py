"""What may be handed in and ought to be looked at is told, each with its file and line."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.hostile.conftest import RECORD, TEXT

from consultations.review import check
from consultations.settings import find_project

if TYPE_CHECKING:
    from tests.hostile.conftest import Project

CASES = tomllib.loads(Path(__file__).with_name("told.toml").read_text("utf-8"))["case"]
OF_THE_PAGES = {"page-missing", "page-left-over", "page-stale", "permalinks-stale", "ids-stale"}
"""What is found where nothing was built yet."""


def replaced(text: str, *turns: str) -> str:
    """The text with each word of a list, which it must have, as the next one says."""
    for old, new in zip(turns[::2], turns[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['row']} {case['label']}")
def test_what_ought_to_be_looked_at_is_told(project: "Project", case: dict[str, Any]) -> None:
    text = case.get("text", TEXT)
    record = replaced(RECORD, *case.get("record", ()))
    project.document("a-meeting", text, record)
    for path, content in case.get("files", {}).items():
        project.put(path, content.lstrip("\n"))
    if "settings" in case:
        settings = project.root / "mkdocs.yml"
        settings.write_text(replaced(settings.read_text("utf-8"), *case["settings"]), "utf-8")
    found = [
        [finding.code, f"{finding.file}:{finding.line}"]
        for finding in check(find_project(project.root)).findings
        if finding.code not in (*OF_THE_PAGES, "contact-missing")  # the project names none
    ]
    assert sorted(found) == sorted(case["codes"])
