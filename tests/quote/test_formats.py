"""Reports for programs that run checks: SARIF and JUnit."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from consultations import cli

ARTICLE = """# A note

It says “asked for a lighthouse, and nobody has answered them”, he wrote.

Or was it “asked for a lighthouse, and somebody has answered them”?

And “a herd of zebras was gone by then” & “too short”.
"""


@pytest.fixture
def article(tmp_path: Path, contract_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article of a project with an index, which is the working folder."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    shutil.copytree(contract_folder, tmp_path / ".cache" / "index")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.md").write_text(ARTICLE, "utf-8")
    return Path("note.md")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.consultations, ["quote", *arguments])


def test_sarif_has_a_result_for_each_quotation_at_its_line(article: Path) -> None:
    told = run("--file", str(article), "--sarif")
    assert told.exit_code == 1
    (made,) = json.loads(told.stdout)["runs"]
    results = made["results"]
    assert [one["ruleId"] for one in results] == ["verbatim", "altered", "absent", "too-short"]
    assert [one["level"] for one in results] == ["none", "error", "note", "none"]
    rules = {rule["id"] for rule in made["tool"]["driver"]["rules"]}
    assert {one["ruleId"] for one in results} <= rules
    place = results[1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "note.md"
    line = ARTICLE.splitlines()[place["region"]["startLine"] - 1]
    words = line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1]
    assert words == "asked for a lighthouse, and somebody has answered them"
    assert "words of: own" in results[1]["message"]["text"]


def test_junit_fails_where_a_quotation_is_altered(article: Path) -> None:
    told = run("--file", str(article), "--junit")
    assert told.exit_code == 1
    (suite,) = etree.fromstring(told.stdout.encode())
    assert dict(suite.attrib) == {
        "name": "note.md",
        "tests": "4",
        "failures": "1",
        "errors": "0",
        "skipped": "2",
    }
    sorts = [[child.tag for child in case] for case in suite]
    assert sorts == [[], ["failure"], ["skipped"], ["skipped"]]
    assert "somebody has answered them" in suite[1][0].text


@pytest.mark.usefixtures("article")
def test_the_forms_agree_on_one_quotation() -> None:
    words = "asked for a lighthouse, and nobody has answered them"
    verdict = json.loads(run(words, "--json").stdout)["verdict"]
    assert json.loads(run(words, "--sarif").stdout)["runs"][0]["results"][0]["ruleId"] == verdict
    assert 'failures="0"' in run(words, "--junit").stdout
