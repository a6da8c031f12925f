"""What a check finds, where it says that it is, and what a person can do about it."""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consultations import cli, pipeline
from consultations.review import LocatedFinding, check, check_documents
from consultations.settings import Project

STET = """[[stet]]
rule = "personal-datum"
line = 5
text = "carol@example.org"
reason = "Invented."
"""


def found(project: Project, code: str) -> LocatedFinding:
    (finding,) = [f for f in check(project).findings if f.code == code]
    return finding


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(text)


@pytest.mark.parametrize(
    ("settings", "notes"),
    [
        ("", 1),
        ("extra:\n  generator: false\n", 1),
        ("extra:\n  contact: editors@harbour.example\n", 0),
        ("repo_url: https://forge.example/harbour\n", 0),
    ],
)
def test_that_nobody_can_be_written_to_is_a_note(
    project: Project, settings: str, notes: int
) -> None:
    needed = "site_name: A site\ntheme: { name: material }\nplugins: [consultations]\n"
    project.configuration.write_text(needed + settings, encoding="utf-8")
    told = [f for f in check(project).findings if f.code == "contact-missing"]
    assert [(f.severity, f.file) for f in told] == [("note", "mkdocs.yml")] * notes


def theme(root: Path, query: str) -> None:
    folder = root / "archive" / "authority"
    folder.mkdir(exist_ok=True)
    entry = f"[theme.ponds]\nname = 'Ponds'\nreason = 'Why not.'\nquery = '{query}'\n"
    (folder / "themes.toml").write_text(entry, encoding="utf-8")


def run(project: Project, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(cli.consultations, ["check", *arguments])


def test_a_finding_has_its_place_as_an_editor_counts_and_a_waiver_to_paste(
    project: Project,
) -> None:
    finding = found(project, "personal-datum")
    assert (finding.file, finding.line) == ("archive/a-meeting/source.txt", 5)
    source = (project.archive / "a-meeting" / "source.txt").read_text(encoding="utf-8")
    line = source.split("\n")[4]
    assert finding.column is not None
    assert line[finding.column - 1 :].startswith("carol@example.org")
    assert finding.passage is not None
    assert finding.waiver is not None
    stet = project.archive / "a-meeting" / "stet.toml"
    stet.write_text(finding.waiver.replace("…", "Invented."), encoding="utf-8")
    assert check(project).exit_status == 0


def test_a_waiver_that_is_not_needed_is_a_finding_in_its_own_file(project: Project) -> None:
    stet = project.archive / "a-meeting" / "stet.toml"
    stet.write_text(STET + STET.replace("line = 5", "line = 3").replace("carol@example.org", "met"))
    finding = found(project, "stet-not-needed")
    assert (finding.file, finding.line) == ("archive/a-meeting/stet.toml", 6)


def test_a_stale_page_is_told_with_its_first_line_that_differs(project: Project) -> None:
    page = project.docs / "texts" / "a-meeting" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("names nobody", "names X\u200b"))
    finding = found(project, "page-stale")
    assert finding.line is not None
    line = page.read_text(encoding="utf-8").split("\n")[finding.line - 1]
    assert finding.found == line
    assert finding.expected is not None
    assert "names nobody" in finding.expected
    assert any("ZERO WIDTH SPACE" in told for told in finding.code_points)


@pytest.mark.parametrize(
    ("spoil", "code", "file", "line"),
    [
        (
            lambda root: append(root / "docs/about.md", "\n[x](nowhere.md)\n"),
            "link-dead",
            "docs/about.md",
            3,
        ),
        (
            lambda root: append(root / "docs/about.md", "[x](texts/a-meeting/index.md#pnone)\n"),
            "link-dead",
            "docs/about.md",
            2,
        ),
        (
            lambda root: append(root / "archive/a-meeting/record.toml", "colour = 1\n"),
            "record-refused",
            "archive/a-meeting/record.toml",
            10,
        ),
        (
            lambda root: append(root / "archive/a-meeting/source.txt", "x"),
            "source-refused",
            "archive/a-meeting/source.txt",
            None,
        ),
        (
            lambda root: (root / "archive/ids.toml").write_text("[given]\ndocument = []\n"),
            "ids-stale",
            "archive/ids.toml",
            1,
        ),
        (
            lambda root: theme(root, '"no such words"'),
            "theme-finds-nothing",
            "archive/authority/themes.toml",
            4,
        ),
        (
            lambda root: theme(root, "(never closed"),
            "authority-refused",
            "archive/authority/themes.toml",
            4,
        ),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    project: Project, spoil: Callable[[Path], object], code: str, file: str, line: int | None
) -> None:
    spoil(project.root)
    finding = found(project, code)
    assert (finding.file, finding.line) == (file, line)
    assert check(project).exit_status > 0


REDACTION = """[[redaction]]
passage = "pzzzzz2"
characters = 5
date = "2011-05-01"
reason = "Invented."
"""


def test_a_redaction_is_of_a_passage_that_the_document_has_or_had(project: Project) -> None:
    append(project.archive / "a-meeting" / "redactions.toml", REDACTION)
    astray = found(project, "redaction-leads-nowhere")
    assert astray.file == "archive/a-meeting/redactions.toml"
    alone = {finding.code for finding in check_documents(project, ["a-meeting"]).findings}
    assert "redaction-leads-nowhere" in alone
    rows = (project.archive / "a-meeting" / "permalinks.tsv").read_text("utf-8").split("\n")
    append(
        project.archive / "a-meeting" / "permalinks.tsv",
        rows[-2].replace(rows[-2][:7], "pzzzzz2").replace("\there\t", "\tgone\t") + "Merged.\n",
    )
    told = {finding.code for finding in check_documents(project, ["a-meeting"]).findings}
    assert "redaction-leads-nowhere" not in told, "of a passage that there was, it is right"


def test_one_document_alone_is_held_to_the_authorities(project: Project) -> None:
    record = project.archive / "a-meeting" / "record.toml"
    append(record, 'organisation = "nobody-knows"\n')
    assert check_documents(project, ["a-meeting"]).exit_status == check(project).exit_status == 3


def test_where_something_cannot_be_read_it_is_said_that_nothing_else_was_looked_at(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    stet = '[[stet]]\nrule = "lamp-oil"\nline = 3\ntext = "a"\nreason = "b"\n'
    (project.archive / "a-meeting" / "stet.toml").write_text(stet, "utf-8")
    for arguments in (["check"], ["check", "a-meeting"]):
        told = CliRunner().invoke(cli.consultations, arguments).output
        assert "1 finding to look at; nothing else can be checked until that is mended" in told


def test_every_file_that_is_refused_is_told_and_not_the_first_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    stet = '[[stet]]\nrule = "lamp-oil"\nline = 3\ntext = "a"\n'
    spoilt = {
        "archive/a-meeting/record.toml": "colour = 1\n",
        "archive/a-meeting/stet.toml": stet,
        "archive/a-meeting/errata.toml": "not toml\n",
        "archive/authority/works.toml": "[work.x]\n",
        "docs/less.md": "---\n[\n---\n",
        "docs/more.md": "---\n{\n---\n",
    }
    for file, text in spoilt.items():
        (project.root / file).parent.mkdir(exist_ok=True)
        append(project.root / file, text)
    told = json.loads(run(project, monkeypatch, "--json").output)["findings"]
    assert sorted(finding["file"] for finding in told) == sorted(spoilt)
    (project.root / "archive/authority/works.toml").unlink()
    alone = json.loads(run(project, monkeypatch, "a-meeting", "--json").output)["findings"]
    in_order = ["record.toml", "errata.toml", "stet.toml"]
    assert [Path(finding["file"]).name for finding in alone] == in_order


def test_pages_that_one_build_mends_do_not_drown_the_rest(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    (project.docs / "people").mkdir(exist_ok=True)
    for n in range(14):
        (project.docs / "people" / f"left-{n:02}.md").write_text("# Left\n", "utf-8")
    told = CliRunner().invoke(cli.consultations, ["check"]).output
    assert told.count("error page-left-over: ") == 10
    assert "and 4 more page-left-over: `--json` names all\n" in told
    assert " personal-datum: " in told
    data = json.loads(CliRunner().invoke(cli.consultations, ["check", "--json"]).output)
    assert sum(finding["code"] == "page-left-over" for finding in data["findings"]) == 14


def test_a_text_of_nothing_but_faults_does_not_fill_a_terminal(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    source = next((project.archive / "a-meeting").glob("source.*"))
    source.write_text("# Notes of a meeting\n\n" + "(We met. " * 120 + "\n", "utf-8")
    record = project.archive / "a-meeting" / "record.toml"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    record.write_text(re.sub(r"\bsha256 = .*", f'sha256 = "{digest}"', record.read_text("utf-8")))
    told = CliRunner().invoke(cli.consultations, ["check", "a-meeting"]).output
    assert told.count("warning unbalanced: ") == 100
    assert f"and 20 more unbalanced in archive/a-meeting/{source.name}: `--json` names all" in told


def test_links_in_code_are_no_links(project: Project) -> None:
    append(project.docs / "about.md", "`[x](nowhere.md)`\n\n```\n[x](nowhere.md)\n```\n")
    assert not [f for f in check(project).findings if f.code == "link-dead"]


def test_one_document_is_checked_without_the_others(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("the whole archive was read")

    monkeypatch.setattr(pipeline, "read", never)
    checked = check_documents(project, ["a-meeting"])
    assert [f.code for f in checked.findings] == ["personal-datum"]
    assert run(project, monkeypatch, "a-meeting").exit_code == 1
    assert run(project, monkeypatch, "not-there").exit_code == 4


def test_nothing_that_makes_the_site_is_imported_to_check_one_document() -> None:
    ask = "import sys, consultations.review; print({'whoosh', 'citeproc'} & sys.modules.keys())"
    asked = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "set()"


def test_as_json_and_as_annotations_of_github(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = json.loads(run(project, monkeypatch, "--json").stdout)
    (finding,) = data["findings"]
    assert finding["code"] == "personal-datum"
    assert finding["family"] == "person"
    result = run(project, monkeypatch, "--github")
    (line,) = result.stdout.splitlines()
    assert line.startswith("::warning file=archive/a-meeting/source.txt,line=5,col=37,title=")
    assert "%0A[[stet]]%0A" in line


def test_no_text_of_a_source_can_give_github_a_command(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = project.docs / "about.md"
    append(page, "[x](a%0A%3A%3Aerror%3A%3A,b%3A.md)\n")
    lines = run(project, monkeypatch, "--github").stdout.splitlines()
    assert all(re.match(r"::(warning|error|notice) file=", line) for line in lines)
    assert len(lines) == 2
