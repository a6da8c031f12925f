"""The tools of `consultations mcp`, asked by the SDK's own client."""

import asyncio
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mcp import Client

from consultations import cli
from consultations.cli.tools import tool_server
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path, contract_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an index, as working folder."""
    (tmp_path / "archive").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    shutil.copytree(contract_folder, tmp_path / ".cache" / "index")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(root: Path, tool: str, **said: Any) -> Any:
    """What the client gets, as an object; of a refusal its words."""

    async def ask() -> Any:
        async with Client(tool_server(find_project(root))) as client:
            return await client.call_tool(tool, said)

    # In a thread of its own: what drives a browser in other tests leaves a loop running here.
    with ThreadPoolExecutor(1) as apart:
        answer = apart.submit(asyncio.run, ask()).result()
    text = "".join(part.text for part in answer.content)
    return text if answer.is_error else json.loads(text)


def by_command(*arguments: str) -> Any:
    return json.loads(CliRunner().invoke(cli.consultations, arguments).stdout)


@pytest.mark.parametrize(
    "words",
    [
        "asked for a lighthouse, and nobody has answered them",
        "asked for a lighthouse, and somebody has answered them",
        "the lamp was never dark while I was here",
        "a night without any light from the mole at all",
        "a herd of zebras was gone by then",
    ],
)
def test_the_verdicts_are_those_of_the_command(project: Path, words: str) -> None:
    told = by_command("quote", words, "--json")
    del told["searched"]
    assert asked(project, "check_quotation", text=words) == told


def test_the_hits_are_those_of_the_command(project: Path) -> None:
    assert asked(project, "search", query="lighthouse", limit=3) == by_command(
        "search", "lighthouse", "--limit", "3", "--json"
    )


def test_what_cannot_be_asked_is_said(project: Path) -> None:
    assert "no word" in asked(project, "check_quotation", text="…")
    assert "there is no style" in asked(project, "cite", id="a", style="of-my-own")


@pytest.mark.usefixtures("project")
def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consultations.cli.verbs.mcp.find_spec", lambda _: None)
    told = CliRunner().invoke(cli.consultations, ["mcp"])
    assert told.exit_code == 2
    assert "consultations[mcp]" in told.output
