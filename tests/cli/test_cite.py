"""`consultations cite`: what it prints for a document, a passage, words of it, a work."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import rispy
from click.testing import CliRunner, Result
from pybtex.database import parse_string

from consultations import cli, pipeline
from consultations.data import quotation as quoted
from consultations.model.edition import Edition
from consultations.model.permalink import Permalink
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent.parent
SITE = "https://archive.example/"


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {edition.id: edition for edition in pipeline.read(find_project(ROOT)).editions}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, editions: dict[str, Edition]) -> Path:
    """The archive as working folder, published at an address, with the editions that are kept."""
    assert editions
    (tmp_path / "archive").symlink_to(ROOT / "archive")
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / ".cache").symlink_to(ROOT / ".cache")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_url: {SITE}\n{settings}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.consultations, ["cite", *arguments])


@pytest.mark.usefixtures("project")
def test_a_passage_is_cited_at_its_permalink(editions: dict[str, Edition]) -> None:
    for edition in list(editions.values())[:2]:
        passage = edition.passages[-1].id
        for style in ("harvard", "oscola", "bibtex", "ris", "csl-json"):
            found = run(edition.id, "--passage", passage, "--style", style)
            assert found.exit_code == 0, found.output
            address = f"{SITE}texts/{edition.id}/#{passage}"
            assert address in found.output


@pytest.mark.usefixtures("project")
def test_an_id_that_a_passage_had_leads_to_it(
    editions: dict[str, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = next(iter(editions.values()))
    passage = edition.passages[-1].id
    former = Permalink("p0ldone", "moved", 3, "so it began", "so it began", note=passage)
    led = replace(edition, permalinks=(*edition.permalinks, former))
    monkeypatch.setattr(pipeline, "read_one", lambda *_: led)
    for style in ("harvard", "plain", "ris"):
        found = run(edition.id, "--passage", "p0ldone", "--style", style)
        assert found.stdout == run(edition.id, "--passage", passage, "--style", style).stdout
        assert f"#{passage}" in found.stdout


@pytest.mark.usefixtures("project")
def test_programs_read_what_is_written_for_them(editions: dict[str, Edition]) -> None:
    for edition in list(editions.values())[:2]:
        title = edition.source.record.title
        (entry,) = parse_string(
            run(edition.id, "--style", "bibtex").stdout, "bibtex"
        ).entries.values()
        assert entry.fields["title"] == f"{{{title}}}"
        (told,) = rispy.loads(run(edition.id, "--style", "ris").stdout)
        assert told["title"] == title
        (item,) = json.loads(
            run(edition.id, "--style", "csl-json", "--accessed", "2020-02-03").stdout
        )
        assert item["title"] == title
        assert item["accessed"] == {"date-parts": [[2020, 2, 3]]}


@pytest.mark.usefixtures("project")
def test_words_are_given_to_whoever_speaks_them(editions: dict[str, Edition]) -> None:
    tried = 0
    for edition in editions.values():
        for quotation in edition.quotations:
            if quotation.kind == "term" or not quotation.attributed_to:
                continue
            tried += 1
            at = ["--passage", quotation.passage, "--words", quotation.text]
            found = run(edition.id, *at).stdout
            said = f"{quoted(quotation.text)} {quotation.attributed_to}, quoted in "
            assert found.startswith(said)
            break
    assert tried > 1


@pytest.mark.usefixtures("project")
def test_a_documents_own_words_are_nobody_elses(editions: dict[str, Edition]) -> None:
    edition = next(iter(editions.values()))
    quoted = {quotation.passage for quotation in edition.quotations}
    own = next(p for p in edition.passages if p.kind == "paragraph" and p.id not in quoted)
    found = run(edition.id, "--passage", own.id, "--words", " ".join(own.text.split(" ")[:4]))
    assert "quoted in" not in found.stdout


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--passage", "p0"], "has no passage"),
        (["--words", "some words"], "--passage"),
        (["--style", "of-my-own"], "harvard"),
    ],
)
def test_what_cannot_be_cited_is_said(
    arguments: list[str], said: str, editions: dict[str, Edition]
) -> None:
    found = run(next(iter(editions)), *arguments)
    assert found.exit_code == 2
    assert said in found.output


@pytest.mark.usefixtures("project")
def test_words_that_the_passage_has_not_are_refused(editions: dict[str, Edition]) -> None:
    edition = next(iter(editions.values()))
    found = run(edition.id, "--passage", edition.passages[0].id, "--words", "zanzibar zanzibar")
    assert found.exit_code == 2
    assert "consultations quote" in found.output


@pytest.mark.usefixtures("project")
def test_words_that_begin_or_end_inside_a_word_or_a_number_are_refused(
    editions: dict[str, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = next(iter(editions.values()))
    passage = replace(
        edition.passages[0], text="A well-known ferry of the lamp carries 1,250 lamps."
    )
    other = replace(edition, passages=(passage,), quotations=(), emendations=())
    monkeypatch.setattr(pipeline, "read_one", lambda *_: other)
    for whole in ("ferry of the lamp", "well-known ferry", "1,250 lamps", "lamp", "lamps."):
        assert run(edition.id, "--passage", passage.id, "--words", whole).exit_code == 0, whole
    for part in ("erry of the lamp", "ferry of the lam", "known ferry", "250 lamps", "arr"):
        assert run(edition.id, "--passage", passage.id, "--words", part).exit_code == 2, part


def test_without_a_published_address_it_says_so(
    project: Path, editions: dict[str, Edition]
) -> None:
    (project / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    found = run(next(iter(editions)))
    assert "site_url" in found.stderr
    assert f"Available at: texts/{next(iter(editions))}/ " in found.stdout


@pytest.mark.usefixtures("project")
def test_a_work_is_cited_too() -> None:
    archive = pipeline.read(find_project(ROOT))
    work = next(w for w in archive.authority.of_kind("work") if w.csl and w.authors)
    found = run(work.id, "--style", "csl-json")
    assert json.loads(found.stdout)[0]["title"] == work.csl["title"]
    assert run(work.id, "--passage", "p1").exit_code == 2
    plain = run(work.id, "--style", "plain")
    assert plain.exit_code == 2
    assert "use harvard" in plain.output
    assert "has no passages" not in plain.output
