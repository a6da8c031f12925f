"""Documents taken in by one command, whole or not at all."""

import re
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from click.testing import CliRunner, Result

from consultations import intake, pipeline
from consultations.cache import Cache
from consultations.cli.verbs.add import add
from consultations.cli.verbs.explain import explain
from consultations.errors import AddError, ConsultationsError, OutputError, UnreadableError
from consultations.intake import read_archive
from consultations.model.source import Source
from consultations.settings import Project, find_project

ROOT = Path(__file__).parent.parent.parent
PAGE = """<!doctype html><html lang="en-GB"><body><nav>Home</nav><main>
<h1>Reply to the review of bridges</h1><p>4 May 2012</p>
<p>We thank the county for the review.<sup><a id="r1" href="#n1">1</a></sup></p>
<p>The text may be used under the Open Government Licence v3.0.</p>
<ol class="footnotes"><li id="n1">Minutes of May. <a href="#r1">↩</a></li></ol>
</main></body></html>"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """An archive with authorities and without documents."""
    shutil.copytree(ROOT / "archive" / "authority", tmp_path / "archive" / "authority")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return find_project(tmp_path)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(add, arguments, standalone_mode=False)
    if isinstance(result.exception, ConsultationsError):
        raise result.exception
    assert result.exception is None, result.output
    return result


def write(name: str, content: str | bytes) -> str:
    data = content if isinstance(content, bytes) else content.encode()
    Path(name).write_bytes(data)
    return name


def test_a_saved_page_becomes_a_document(project: Project) -> None:
    told = run(write("page.html", PAGE))
    folder = project.archive / "reply-review-bridges-2012"
    assert sorted(file.name for file in folder.iterdir()) == [
        "places.json", "record.toml", "source.html", "transcript.md",
    ]  # fmt: skip
    record = tomllib.loads((folder / "record.toml").read_text(encoding="utf-8"))
    assert record["title"] == "Reply to the review of bridges"
    assert record["date"] == "2012-05-04"
    assert "Open Government Licence" in record["rights"]
    assert (folder / "source.html").read_text("utf-8") == PAGE
    edition = pipeline.read_one(project, folder.name)
    assert [note.reference is not None for note in edition.footnotes] == [True]
    assert "  notes            1, called in the text 1\n" in told.output
    assert "  left out         furniture 1 (all in places.json)\n" in told.output


def test_what_the_reader_left_out_is_explained_where_it_stood(project: Project) -> None:
    form = "<p>It was painted.</p><form>Was this page useful?</form><p>Twice.</p>"
    run(write("page.html", PAGE.replace("<ol", f"{form}<ol")), "--id", "reply")
    source = intake.read_source(project.archive, "reply")
    line = next(n for n, words in enumerate(source.text.split("\n"), 1) if words == "Twice.")
    told = CliRunner().invoke(explain, ["reply", "--line", str(line)]).output
    assert "left out 'Was this page useful?'" in told
    assert "Home" not in told


def test_plain_text_stays_the_source_and_another_encoding_gets_a_transcript(
    project: Project,
) -> None:
    words = "Reply to the review\n\nThe clerk’s lamps – “all of them” – cost £5 in May 2012.\n"
    run(write("a.txt", words), "--id", "one", "--title", "One")
    run(write("b.txt", f"{words}More.\n".encode("cp1252")), "--id", "two", "--title", "Two")
    assert not (project.archive / "one" / "transcript.txt").exists()
    assert intake.read_source(project.archive, "one").text == words
    assert (
        "clerk’s lamps – “all of them” – cost £5" in intake.read_source(project.archive, "two").text
    )


def test_a_file_whose_type_its_reader_saw_is_known_as_such_though_nothing_was_left_out(
    project: Project,
) -> None:
    body = [f"<h2>Part {n}</h2><p><b>Of lamps</b></p><p>They are lit.</p>" for n in range(4)]
    run(write("page.html", f"<main><h1>Of 2012</h1>{''.join(body)}</main>"), "--id", "page")
    run(write("page.md", "# Of the year 2012\n\nText.\n"), "--id", "plain")
    assert not intake.read_source(project.archive, "page").drops
    assert intake.read_source(project.archive, "page").is_laid_out
    assert not intake.read_source(project.archive, "plain").is_laid_out
    kinds = {p.text: p.kind for p in pipeline.read_one(project, "page").passages}
    assert kinds["Of lamps"] == "paragraph"


def test_a_word_parted_in_the_title_is_whole_in_the_record(project: Project) -> None:
    page = PAGE.replace("bridges</h1>", "brid\ufffeges</h1>")
    run(write("page.html", page))
    page = PAGE.replace("review of bridges</h1>", "cross\ufffechannel bridges</h1>")
    run(write("other.html", page.replace("the county", "the cross-channel county")))
    records = project.archive.glob("*/record.toml")
    titles = {tomllib.loads(file.read_text("utf-8"))["title"] for file in records}
    assert titles == {"Reply to the review of bridges", "Reply to the cross-channel bridges"}


def test_the_same_file_is_recognised_and_a_taken_id_refused(project: Project) -> None:
    file = write("page.html", PAGE)
    run(file, "--id", "reply")
    with pytest.raises(AddError, match="here already, as `reply`"):
        run(file, "--id", "other")
    with pytest.raises(AddError, match="is taken"):
        run(write("second.html", PAGE.replace("thank", "do thank")), "--id", "reply")
    assert sorted(path.name for path in project.archive.iterdir()) == ["authority", "reply"]


@pytest.mark.parametrize("id_", ["other", "reply"])
def test_a_file_that_another_adds_meanwhile_is_recognised(
    project: Project, monkeypatch: pytest.MonkeyPatch, id_: str
) -> None:
    file, tries = write("page.html", PAGE), pipeline.try_out

    def try_out(*arguments: Any) -> Any:
        monkeypatch.setattr(pipeline, "try_out", tries)
        run(file, "--id", "reply")
        return tries(*arguments)

    monkeypatch.setattr(pipeline, "try_out", try_out)
    with pytest.raises(AddError, match="here already, as `reply`"):
        run(file, "--id", id_)
    assert sorted(path.name for path in project.archive.iterdir()) == ["authority", "reply"]


IDS = """[given]
document = ["left", "gone"]
organisation = ["board"]

[moved.left]
to = "reply"
reason = "A slip."

[withdrawn.gone]
title = "A reply"
withdrawn = "2012-05-01"
reason = "Its author asked."
"""


@pytest.mark.parametrize(
    ("id_", "what", "to_do"),
    [
        ("gone", "was withdrawn on 2012-05-01", "its tombstone says 'Its author asked.'"),
        ("left", "its links lead to `reply`", "say another --id"),
        ("board", "is an id already, of an organisation", "say another --id"),
    ],
)
def test_an_id_that_was_given_before_is_refused_with_what_became_of_it(
    project: Project, id_: str, what: str, to_do: str
) -> None:
    run(write("page.html", PAGE), "--id", "reply")
    (project.archive / "ids.toml").write_text(IDS, encoding="utf-8")
    with pytest.raises(AddError, match=what) as refused:
        run(write("second.html", PAGE.replace("thank", "do thank")), "--id", id_)
    assert to_do in refused.value.remedy
    assert "folder" not in refused.value.remedy, "there is no folder that a copy could go into"


@pytest.mark.usefixtures("project")
def test_another_version_of_a_document_is_told() -> None:
    body = " ".join(f"word{n} of the text" for n in range(200))
    run(write("a.txt", f"A title here\n\n{body}.\n"), "--date", "2012")
    told = run(write("b.txt", f"A title here\n\n{body}, and more.\n"), "--date", "2013")
    assert "another version?" in told.output


def test_a_dry_run_writes_nothing(project: Project) -> None:
    before = sorted(project.archive.rglob("*"))
    told = run(write("page.html", PAGE), "--dry-run")
    assert "Nothing was written" in told.output
    assert sorted(project.archive.rglob("*")) == before


def test_what_the_file_does_not_tell_is_named(project: Project) -> None:
    with pytest.raises(AddError) as refusal:
        run(write("a.txt", "Some words about the lamps of a bridge.\n"))
    assert "--date" in refusal.value.remedy
    assert [path.name for path in project.archive.iterdir()] == ["authority"]


def test_one_that_fails_does_not_stop_the_others(project: Project) -> None:
    good = write("page.html", PAGE)
    bad = write("broken.pdf", b"%PDF-1.4\nnothing")
    result = CliRunner().invoke(add, [bad, good])
    assert result.exit_code == UnreadableError.exit_status
    assert (project.archive / "reply-review-bridges-2012" / "record.toml").exists()
    assert f"1 of 2 files added.\nNot added: {bad}: it is damaged" in result.output


@pytest.mark.parametrize("tail", ["", "<div></div>", "<p> </p><p></p>"])
def test_what_is_left_out_at_the_end_of_a_page_stands_in_no_way(
    tail: str, project: Project
) -> None:
    page = PAGE.replace("</main>", f"<nav>Next page</nav>{tail}</main>")
    assert page != PAGE
    run(write("page.html", page))
    assert (project.archive / "reply-review-bridges-2012" / "places.json").exists()


def test_several_files_are_told_of_each_other_and_the_archive_is_read_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = " ".join(f"word{n} of the text" for n in range(200))
    files = [write(f"{n}.txt", f"A title here\n\n{body}.{' More.' * n}\n") for n in range(3)]
    reads = []

    def reading(*given: Any) -> list[Source]:
        reads.append(given)
        return read_archive(*given)

    monkeypatch.setattr(intake, "read_archive", reading)
    told = run(*files, files[0], "--date", "2012")
    assert len(reads) == 1
    assert told.output.count("another version?") == 2
    assert "here already" in told.stderr
    assert "3 of 4 files added" in told.output
    assert len(list(project.archive.iterdir())) == 4


def test_what_only_saves_time_stops_nothing_where_a_disk_is_full(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        del given
        raise OutputError("sketches cannot be written", where="here", remedy="free space")

    run(write("a.html", PAGE), "--id", "one")
    monkeypatch.setattr(Cache, "keep", full)
    run(write("b.html", PAGE.replace("Minutes", "Letters")), "--id", "two")
    assert (project.archive / "two" / "record.toml").exists()


@pytest.mark.usefixtures("project")
def test_a_body_that_no_authority_has_is_left_out_and_told() -> None:
    told = run(write("page.html", PAGE), "--organisation", "Board of Ferries")
    assert "'Board of Ferries' was left out of the record" in told.output


def test_what_does_not_print_is_no_part_of_a_title(project: Project) -> None:
    run(write("page.html", PAGE.replace("of bridges", "of\u202e bri\x07dges")), "--id", "reply")
    record = tomllib.loads((project.archive / "reply" / "record.toml").read_text("utf-8"))
    assert record["title"] == "Reply to the review of bri dges"


def test_a_file_that_cannot_be_read_leaves_nothing(project: Project) -> None:
    with pytest.raises(UnreadableError):
        run(write("broken.pdf", b"%PDF-1.4\nnothing"), "--id", "broken", "--date", "2012")
    assert [path.name for path in project.archive.iterdir()] == ["authority"]


def test_a_text_that_is_too_long_is_told_by_the_file_that_was_given(project: Project) -> None:
    with pytest.raises(AddError, match="more than 10 MB") as refused:
        run(write("long.txt", b"Of the lamps. " * 800_000), "--id", "long", "--date", "2012")
    assert refused.value.where == "long.txt"
    assert [path.name for path in project.archive.iterdir()] == ["authority"]


DOUBTFUL = """# Reply to the review of bridges

4 May 2012

The board of ferries has a long-
standing, solutions-
focussed view, and of the day-
to-day work of its clerks and mates.

“Nobody has ever asked us about it,” it was said at the quay.

Write to a.clerk@ferries.example, of the Board of Ferries (BoF). The BoF was glad.
"""

TABLES = """# Reply to the review of bridges

4 May 2012

| No. | Recommendation | Response |
| --- | --- | --- |
| 1 | The county should paint both of the old bridges before the winter. | Accepted. The \
paint is ordered, and the work will begin in the first week of May. |
| 2 | The county should say each year what the two bridges have cost it. | Accepted. The \
figures will stand in its report, beside those of the ten years before. |

| Year | Bridges |
| --- | --- |
| 2008 | 14 |
"""


def test_the_summary_is_one_screen_and_its_entries_can_be_pasted(project: Project) -> None:
    told = run(write("a.txt", DOUBTFUL), "--id", "reply").output
    lines = told.split("\n")
    assert len(lines) < 64
    assert [line for line in lines if len(line) > 80 and " = " not in line] == []
    entries = tomllib.loads("\n".join(_pasted(lines)))
    assert set(entries) == {"stet", "rejected", "organisation"}
    assert {stet["rule"] for stet in entries["stet"]} == {"line-hyphens", "personal-datum"}
    folder = project.archive / "reply"
    for name, key in (("stet", "stet"), ("annotations", "rejected")):
        (folder / f"{name}.toml").write_text(tomli_w.dumps({key: entries[key]}), "utf-8")
    edition = pipeline.read_one(project, "reply")
    pressing = {finding.code for finding in edition.findings if finding.severity != "note"}
    assert pressing <= {"organisation-unknown"}
    assert edition.quotations == ()
    assert [e.certainty for e in edition.emendations if e.certainty == "probable"] == []


def _pasted(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a summary that are TOML."""
    for line in lines:
        if re.match(r"\s+(?:\[+[\w.-]+\]+$|\w+ = )", line):
            yield line.strip()


@pytest.mark.usefixtures("project")
def test_a_table_whose_cells_are_passages_is_one_table() -> None:
    told = run(write("a.md", TABLES), "--id", "reply", "--rights", "Open", "--dry-run").output
    assert re.search(r"^\s+tables\s+2$", told, re.MULTILINE)


def test_what_needs_an_eye_is_told_with_its_line_and_the_words_around(project: Project) -> None:
    told = " ".join(run(write("a.txt", DOUBTFUL), "--id", "reply", "--dry-run").output.split())
    assert "line 12: an e-mail address stands in the text: a.clerk@ferries.example" in told
    assert (
        "in “… said at the quay. Write to a.clerk@ferries.example, of the Board of Ferries …”"
        in told
    )
    assert not (project.archive / "reply").exists()


def test_a_lost_character_is_told_with_the_erratum_that_mends_it(project: Project) -> None:
    told = run(write("a.txt", DOUBTFUL.replace("clerks", "cl\ufffdrks")), "--id", "reply").output
    (entry,) = tomllib.loads("\n".join(_pasted(told.split("\n"))))["erratum"]
    assert (entry["line"], entry["before"]) == (8, "cl\ufffdrks")
    entry["after"] = "clerks"
    errata = tomli_w.dumps({"erratum": [entry]})
    (project.archive / "reply" / "errata.toml").write_text(errata, "utf-8")
    passages = pipeline.read_one(project, "reply").passages
    assert any("its clerks and mates" in passage.text for passage in passages)


def test_on_a_terminal_authors_the_body_and_what_is_answered_are_asked_for(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    entry = '[organisation.ferries]\nname = "Board of Ferries"\n'
    (project.archive / "authority" / "ferries.toml").write_text(entry, "utf-8")
    answers = "\n\n\nAda Moss; Bo Reed;\nBoard of Ferries\n-\n"
    result = CliRunner().invoke(add, [write("a.txt", DOUBTFUL)], input=answers)
    assert result.exit_code == 0, result.output
    record = (project.archive / "reply-review-bridges-2012" / "record.toml").read_text("utf-8")
    assert tomllib.loads(record)["organisation"] == "ferries"
    assert tomllib.loads(record)["authors"] == ["Ada Moss", "Bo Reed"]
    assert "responds_to" not in tomllib.loads(record)


def test_an_answer_that_cannot_be_taken_is_asked_for_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    (project.archive / "authority" / "more.toml").write_text(
        '[organisation.ferries]\nname = "Board of Ferries"\n', "utf-8"
    )
    words = "# Reply on tolls\n\nThe order that we were asked of expires on 2nd May 2012 at noon.\n"
    answers = "\nMay 2012\n2012-02-30\n2012\nferries\nThe Reply\nreply\n-\n-\n-\n"
    told = CliRunner().invoke(add, [write("a.txt", words)], input=answers)
    assert told.exit_code == 0, told.output
    said = " ".join(told.output.split())
    assert "A date in running text, perhaps of something else: “…The order that" in said
    assert "'May 2012' is no date" in said
    assert "'2012-02-30' is no date" in said
    assert "`ferries` is an id already, of an organisation" in said
    assert "'The Reply' is not an id" in said
    record = (project.archive / "reply" / "record.toml").read_text("utf-8")
    assert tomllib.loads(record)["date"] == "2012"


@pytest.mark.parametrize(
    ("head", "said", "wanted"),
    [
        ("", ["Ada Moss", "Bo Reed", "Ada Moss"], ["Ada Moss", "Bo Reed"]),
        ("---\nauthor: Wei Quill\n---\n", [], ["Wei Quill"]),
        ("---\nauthor: Wei Quill\n---\n", ["Ada Moss"], ["Ada Moss"]),
    ],
)
def test_authors_are_those_that_are_said_or_that_the_file_states(
    project: Project, head: str, said: list[str], wanted: list[str]
) -> None:
    told = [part for name in said for part in ("--author", name)]
    run(write("a.md", head + DOUBTFUL), "--id", "reply", *told)
    record = (project.archive / "reply" / "record.toml").read_text("utf-8")
    assert tomllib.loads(record)["authors"] == wanted


@pytest.mark.usefixtures("project")
def test_a_date_that_is_none_is_refused_where_it_was_said() -> None:
    for said in ("May 2012", "2012-13", "12/5/2012"):
        with pytest.raises(AddError, match="is no date") as refused:
            run(write("a.txt", DOUBTFUL), "--date", said)
        assert refused.value.where == "--date"


@pytest.mark.usefixtures("project")
def test_a_date_that_is_still_to_come_is_taken_and_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consultations.cli.record.today", lambda: "2027-05-31")
    for said, is_to_come in (
        ("2027-06", True),
        ("2031", True),
        ("2027-05-31", False),
        ("2027", False),
    ):
        told = run(write("a.txt", DOUBTFUL), "--dry-run", "--date", said).output
        assert (f"the date, {said}, is still to come" in told) is is_to_come


@pytest.mark.usefixtures("project")
def test_a_body_that_is_proposed_is_told_as_what_a_record_says_of_it() -> None:
    words = "# Reply on tolls\n\nDrugScope\n\n2 May 2012\n\nWe agree.\n"
    told = " ".join(run(write("a.txt", words), "--id", "reply").output.split())
    assert '`organisation = "drugscope"` into its record' in told


def test_front_matter_goes_into_the_record(project: Project) -> None:
    matter = "---\ntitle: Ferries\ndate: 2012-05\nauthors: [Ann Lee, Bo Roe]\nlicence: CC0\n---\n\n"
    run(write("a.md", f"{matter}They cross at dusk.\n"))
    record = tomllib.loads((project.archive / "ferries-2012" / "record.toml").read_text("utf-8"))
    assert (record["title"], record["date"], record["rights"]) == ("Ferries", "2012-05", "CC0")
    assert record["authors"] == ["Ann Lee", "Bo Roe"]


@pytest.mark.usefixtures("project")
def test_a_date_of_running_text_is_taken_and_doubted() -> None:
    words = "# Reply on tolls\n\nThe order that we were asked of expires on 2nd May 2012 at noon.\n"
    told = run(write("a.txt", words), "--dry-run").output
    doubt = (
        "date is one of running text, “…The order that we were asked of expires on 2nd May 2012”"
    )
    assert doubt in " ".join(told.split())
    said = run(write("a.txt", words), "--dry-run", "--date", "2012-05-02").output
    assert "one of running text" not in " ".join(said.split())
