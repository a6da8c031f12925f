"""A file of ids that somebody has spoilt is told as what it is, on the line where that shows."""

import re
import shutil
from collections.abc import Callable, Sequence

import pytest
from click.testing import CliRunner
from tests.documents import write_document

from consultations import pipeline
from consultations.cli import consultations
from consultations.cli.verbs import build
from consultations.review import LocatedFinding, check, check_documents
from consultations.settings import Project

OTHER = """# On lamps

The lamps of the quay were out for a week, and the harbour office was told on the first day.

Two of them are lit again, and the office thanks whoever has held the ladder.
"""
FILE = "archive/a-meeting/permalinks.tsv"


@pytest.fixture
def two(project: Project) -> Project:
    write_document(project.root, "on-lamps", OTHER)
    pipeline.prepare(project.root)
    return project


def of_ids(findings: Sequence[LocatedFinding]) -> list[LocatedFinding]:
    return [finding for finding in findings if finding.family == "id"]


def rows(project: Project, document: str = "a-meeting") -> list[str]:
    return (project.archive / document / "permalinks.tsv").read_text("utf-8").split("\n")


def write(project: Project, lines: Sequence[str]) -> None:
    (project.archive / "a-meeting" / "permalinks.tsv").write_bytes("\n".join(lines).encode())


def told(project: Project) -> list[tuple[str, str, int | None]]:
    return [(x.code, x.file, x.line) for x in of_ids(check(project).findings)]


def row(id_: str, state: str = "here", note: str = "") -> str:
    return f"{id_}\t{state}\t4\tthe gate was painted\t\tthe gate was painted\t{note}"


@pytest.mark.parametrize(
    ("put", "codes"),
    [
        ([row("pzzzzz2")], {"permalink-dies"}),
        ([row("pzzzzz2", "moved", "pzzzzz3"), row("pzzzzz3")], {"permalink-dies"}),
        ([row("pzzzzz2"), row("pzzzzz4")], {"permalink-dies"}),
    ],
)
def test_an_id_that_would_die_is_told_on_its_line(
    two: Project, put: list[str], codes: set[str]
) -> None:
    lines = rows(two)
    write(two, [*lines[:2], *put, *lines[2:]])
    found = [x for x in of_ids(check(two).findings) if x.code != "permalinks-stale"]
    assert {x.code for x in found} == codes
    for finding in found:
        assert finding.found is not None
        assert finding.line is not None
        assert rows(two)[finding.line - 1].split("\t")[:2] == [finding.found, "here"]
    alone = [x.line for x in of_ids(check_documents(two, ["a-meeting"]).findings)]
    assert alone == [x.line for x in found]


def test_an_id_of_a_document_that_is_gone_is_told_on_its_line(two: Project) -> None:
    shutil.rmtree(two.archive / "on-lamps")
    (finding,) = [x for x in of_ids(check(two).findings) if x.code == "id-dies"]
    lines = (two.archive / "ids.toml").read_text("utf-8").split("\n")
    assert finding.line is not None
    assert lines[finding.line - 1].strip() == '"on-lamps",'


@pytest.mark.parametrize("built", [False, True], ids=["as it was put there", "after a build"])
def test_another_documents_file_is_one_finding_that_says_to_restore_it(
    two: Project, *, built: bool
) -> None:
    write(two, rows(two, "on-lamps"))
    if built:
        pipeline.prepare(two.root)
    for findings in (check(two).findings, check_documents(two, ["a-meeting"]).findings):
        (finding,) = [x for x in of_ids(findings) if x.code != "permalinks-stale"]
        assert (finding.code, finding.file) == ("permalinks-of-another", FILE)
        assert "on-lamps" in finding.what
        assert f"git checkout BASE -- {FILE}" in finding.hint
        assert finding.line is not None
        assert rows(two)[finding.line - 1].startswith(f"{finding.found}\t")


def test_words_that_two_documents_share_make_a_file_no_others(two: Project) -> None:
    # One passage of the other document stood here too, and an editor has not said where it went.
    lines = rows(two)
    write(two, [*lines[:-1], rows(two, "on-lamps")[2], ""])
    assert {x.code for x in of_ids(check(two).findings)} == {"permalink-dies"}


@pytest.mark.parametrize(
    ("spoil", "line", "said", "alone"),
    [
        (lambda data: b"\xef\xbb\xbf" + data, 1, "byte-order mark", True),
        (lambda data: data.removesuffix(b"\n"), -1, "cut off", True),
        (lambda data: data.replace(b"\n", b"\r\n"), 1, "CRLF", True),
        (lambda data: b"\r\n".join(data.rsplit(b"\n", 2)), -2, "CRLF", True),
        (lambda data: b"\n".join(data.split(b"\n")[:2]) + b"\n", 3, "another file", True),
        (lambda data: data.split(b"\n")[0] + b"\n", 2, "another file", True),
        (lambda _: None, None, "not there", False),
    ],
    ids=[
        "a byte-order mark",
        "no end",
        "CRLF",
        "CRLF below",
        "cut between lines",
        "its head only",
        "gone",
    ],
)
def test_a_spoilt_file_of_ids_is_told_with_its_line_and_what_to_do(
    project: Project,
    spoil: Callable[[bytes], bytes | None],
    line: int | None,
    said: str,
    *,
    alone: bool,
) -> None:
    file = project.root / FILE
    data = file.read_bytes()
    spoilt = spoil(data)
    if spoilt is None:
        file.unlink()
    else:
        file.write_bytes(spoilt)
    if line is not None and line < 0:
        line += data.count(b"\n") + 1
    (finding,) = of_ids(check(project).findings)
    assert (finding.code, finding.file, finding.line) == ("permalinks-stale", FILE, line)
    assert said in finding.what
    assert "consultations build" in finding.hint
    assert bool(of_ids(check_documents(project, ["a-meeting"]).findings)) == alone


def test_a_page_with_the_line_ends_of_windows_is_told_where_they_begin(project: Project) -> None:
    page = project.docs / "texts" / "a-meeting" / "index.md"
    spoilt = page.read_bytes().replace(b"paragraph says", b"paragraph\xe2\x80\xa8 says\r\n")
    page.write_bytes(spoilt)
    (finding,) = [x for x in check(project).findings if x.code == "page-stale"]
    (line,) = [n for n, text in enumerate(spoilt.split(b"\n"), 1) if b"\r" in text]
    assert finding.line == line
    assert {"U+000D CARRIAGE RETURN", "U+2028 LINE SEPARATOR"} <= set(finding.code_points)


def test_only_the_end_of_a_file_of_ids_counts_as_cut_off_before_a_build(project: Project) -> None:
    lines = rows(project)
    for fewer in (lines[:1] + lines[2:], [*lines[:2], row("pzzzzz2", "gone", "Taken out."), ""]):
        write(project, fewer)
        assert not of_ids(check_documents(project, ["a-meeting"]).findings)


def test_another_id_in_the_place_of_one_is_told(project: Project) -> None:
    text = (project.root / FILE).read_text("utf-8")
    (project.root / FILE).write_text(re.sub(r"(?m)^p\w+\there", "pzzzzzz\tgone", text, count=1))
    assert check(project).exit_status, "an id cannot be changed in silence"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data.replace(b"\n", b"\r\n"), f"{FILE}:1: a carriage return"),
        (lambda data: data.removesuffix(b"\n"), "may have been cut off"),
        (lambda data: data, ""),
    ],
)
def test_a_build_says_which_files_it_mends(
    project: Project, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes], said: str
) -> None:
    """Afterwards they are as a build writes them, and nothing tells what they were."""
    file = project.root / FILE
    file.write_bytes(spoil(file.read_bytes()))
    monkeypatch.chdir(project.root)
    monkeypatch.setattr(build, "build_site", lambda *_: None)
    ran = CliRunner().invoke(consultations, ["build"])
    assert ran.exit_code == 0
    assert said in ran.stderr
    assert bool(ran.stderr) == bool(said)
