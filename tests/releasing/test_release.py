"""A release numbers the archive as it is, and keeps it readable at its own address."""

import errno
import json
import lzma
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from tests.releasing.conftest import ANSWER, LETTER, SITE, write
from tests.stopped import each_stop, tree

from consultations import cli, intake, pipeline, releasing
from consultations.cli.citation import CITED_IN, citation
from consultations.errors import OutputError, ReleaseError
from consultations.model.edition import Passage
from consultations.model.release import Release, ReleasedText, Releases, with_next_numbers
from consultations.pages.releases import release_pages
from consultations.publish.site import build_site
from consultations.releasing.citation_file import CITATION_FILE
from consultations.review import check
from consultations.settings import Project

MakeRelease = Callable[..., Release]
MENDED = LETTER.replace("two doubts", "three doubts")
SCHEMA = Path(__file__).parent / "cff-1.2.0.json.xz"  # of citation-file-format.github.io, CC BY 4.0


def page(project: Project, path: str) -> str:
    return (project.docs / path).read_text("utf-8")


def passage_of(project: Project, words: str) -> str:
    letter = next(e for e in pipeline.read(project).editions if e.id == "letter-2011")
    return next(p.id for p in letter.passages if words in p.text)


def test_each_document_counts_its_own_editions(project: Project, release: MakeRelease) -> None:
    first = release(1)
    assert (first.number, first.editions) == ("1", {"answer-2011": 1, "letter-2011": 1})
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    second = release(2)
    assert (second.number, second.editions) == ("2", {"answer-2011": 1, "letter-2011": 2})
    assert [text.document for text in second.texts] == ["letter-2011"]
    write(project, "answer-2011", "Answer", "Ida Brack-Lund", ANSWER)
    third = release(3, "2026.1")
    assert third.editions == {"answer-2011": 2, "letter-2011": 2}, "an author is a fact of it"
    assert [one.number for one in pipeline.read(project).releases.all] == ["1", "2", "2026.1"]
    assert check(project).exit_status == 0


def test_words_that_come_back_are_an_edition_of_their_own(
    project: Project, release: MakeRelease
) -> None:
    release(1)
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    release(2)
    write(project, "letter-2011", "Letter", "Jo Marsh", LETTER)
    assert release(3).editions["letter-2011"] == 3


def test_an_older_edition_stays_with_a_word_about_what_has_changed(
    project: Project, release: MakeRelease
) -> None:
    release(1)
    as_it_was = page(project, "texts/letter-2011/edition-1.md")
    assert "Not a word has changed since" in as_it_was
    doubts = passage_of(project, "two doubts")
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    assert "Changed since [edition 1]" in page(project, "texts/letter-2011/index.md")
    release(2)
    old = page(project, "texts/letter-2011/edition-1.md")
    assert "Since then [1 passage reads otherwise](#edition:changes)" in old
    assert f"two doubts about it. [reads otherwise now](#changed:{doubts})" in old
    assert "<del>two</del> <ins>three</ins>" in old
    assert "| adult | four pounds |" in old
    assert "<del>two</del> <ins>three</ins>" in page(project, "releases/2.md")
    now = page(project, "texts/letter-2011/index.md")
    assert "[Edition 2](edition-2.md), of [release 2]" in now
    assert "Earlier: [edition 1](edition-1.md)." in now
    assert "edition-1.md" in page(project, "texts/answer-2011/index.md")


def test_what_came_and_went_is_told(project: Project, release: MakeRelease) -> None:
    release(1)
    text = MENDED.replace("timetable.\n", "timetable.\n- The third is the weather.\n")
    write(project, "letter-2011", "Letters", "Jo Marsh", text)
    archive, planned = releasing.planned(project, None, date(2026, 3, 1))
    told = releasing.changes_as_text(archive.releases, planned)
    assert "title: [-Letter-] {+Letters+}" in told
    assert "[-two-] {+three+}" in told
    assert "new: {+The third is the weather.+}" in told
    assert "1 document as before" in told


def test_what_is_gone_is_told_with_its_words() -> None:
    kept, gone = (Passage(f"p00000{n}", "paragraph", f"Words of {n}.", ()) for n in (1, 2))
    then = ReleasedText("a-letter", 1, "A letter", "", "2011", "en", (kept, gone))
    now = replace(then, edition=2, passages=(kept,))
    releases = Releases(
        (
            Release("1", "2026-01-01", {"a-letter": 1, "b-letter": 1}, (then,)),
            Release("2", "2026-02-01", {"a-letter": 2}, (now,)),
        )
    )
    told = releasing.changes_as_text(releases, releases.all[1])
    assert "p000002, gone: [-Words of 2.-]" in told
    assert "b-letter: no longer there" in told
    old = release_pages(releases, {"a-letter": now})["texts/a-letter/edition-1.md"]
    assert "Words of 2. [no longer here](#changed:p000002)" in old
    assert "1 passage is gone" in old


def test_passages_in_another_order_are_another_edition() -> None:
    one, other = (Passage(f"p00000{n}", "paragraph", f"Words of {n}.", ()) for n in (1, 2))
    then = ReleasedText("a-letter", 1, "A letter", "", "2011", "en", (one, other))
    now = replace(then, edition=0, passages=(other, one))
    releases = Releases((Release("1", "2026-01-01", {"a-letter": 1}, (then,)),))
    assert [text.edition for text in with_next_numbers(releases, [now])] == [2]
    assert [text.edition for text in with_next_numbers(releases, [then])] == [1]


def test_everything_is_published_and_every_link_leads_somewhere(
    project: Project, release: MakeRelease
) -> None:
    release(1)
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    release(2)
    config = project.configuration.read_text("utf-8")
    project.configuration.write_text(f"{config}\nsite_url: https://harbour.example/\n", "utf-8")
    build_site(project, project.site)
    old = (project.site / "texts/letter-2011/edition-1/index.html").read_text("utf-8")
    assert "two doubts about it." in old
    assert 'content="noindex"' in old
    for number in ("1", "2"):
        folder = project.site / "releases" / number
        for line in (folder / "SHA256SUMS").read_text("ascii").splitlines():
            digest, name = line.split("  ")
            assert sha256((folder / name).read_bytes()).hexdigest() == digest
    listed = (project.site / "sitemap.xml").read_text("utf-8")
    assert (
        "<loc>https://harbour.example/texts/letter-2011/</loc><lastmod>2026-02-01</lastmod>"
        in listed
    )
    assert (
        "<loc>https://harbour.example/texts/answer-2011/</loc><lastmod>2026-01-01</lastmod>"
        in listed
    )
    now = (project.site / "texts/letter-2011/index.html").read_text("utf-8")
    assert re.search(r'"version":"edition 2 \(release 2, [0-9a-f]{7}\)"', now)
    assert "edition-1" not in listed, "search engines are to find the document as it is"
    feed = (project.site / "feed.xml").read_text("utf-8")
    assert feed.index("2026-02-01T00:00:00Z") < feed.index("2026-01-01T00:00:00Z")


@pytest.mark.parametrize("style", CITED_IN)
def test_a_citation_names_the_edition_or_leads_to_an_older_one(
    project: Project, release: MakeRelease, style: str
) -> None:
    doubts = passage_of(project, "two doubts")

    def cited(number: int | None = None, passage: str | None = doubts) -> str:
        day = date(2026, 4, 1)
        written = citation(project, SITE, "letter-2011", passage, None, style, day, number)
        return " ".join(written.replace("\\#", "#").split()).lower()

    unreleased = re.search(r"transcription, [^,]*, edition ([0-9a-f]{7})\b", cited())
    assert unreleased
    release(1)
    first = f"edition 1 (release 1, {unreleased[1]})"
    assert first in cited(), "the same words have the same digits"
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    changed = re.search(rf"edition ([0-9a-f]{{7}}), changed since {re.escape(first)}", cited())
    assert changed
    assert changed[1] != unreleased[1]
    release(2)
    assert f"edition 2 (release 2, {changed[1]})" in cited()
    assert "edition-" not in cited(), "the address of the passage is its permalink"
    assert first in cited(1)
    assert f"https://harbour.example/texts/letter-2011/edition-1/#{doubts}" in cited(1)


def test_the_archive_file_holds_all_data_with_its_checksums(
    project: Project, release: MakeRelease
) -> None:
    made = release(1)
    file = releasing.archive_file(project, SITE, made)
    with ZipFile(file) as archived:
        files = {name: archived.read(name) for name in archived.namelist()}
    sums = files.pop("SHA256SUMS").decode()
    assert dict(line.split("  ")[::-1] for line in sums.splitlines()) == {
        name: sha256(data).hexdigest() for name, data in files.items()
    }
    for name in ("data/tei/letter-2011.xml", "release/letter-2011.jsonl", "CHANGES.txt"):
        assert name in files
    assert files[CITATION_FILE] == (project.root / CITATION_FILE).read_bytes()
    digest = (file.parent / "SHA256SUMS").read_text("ascii").split()[0]
    assert digest == sha256(file.read_bytes()).hexdigest()


def test_the_same_archive_gives_the_same_bytes(project: Project, release: MakeRelease) -> None:
    release(1)
    whole = tree(project.root, "releases", "dist", "docs")
    for folder in (project.releases, project.root / "dist", project.cache):
        for path in sorted(folder.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
    (project.root / CITATION_FILE).unlink()
    pipeline.prepare(project.root)
    release(1)
    assert tree(project.root, "releases", "dist", "docs") == whole


def test_the_citation_file_is_one_and_keeps_what_people_wrote(
    project: Project, release: MakeRelease
) -> None:
    schema = json.loads(lzma.decompress(SCHEMA.read_bytes()))
    file = project.root / CITATION_FILE
    release(1)
    first = yaml.safe_load(file.read_text("utf-8"))
    jsonschema.validate(first, schema)
    assert (first["version"], first["date-released"]) == ("1", "2026-01-01")
    hand = {"authors": [{"family-names": "Oxtoby", "given-names": "Æl"}], "doi": "10.5555/x.1"}
    file.write_text(yaml.safe_dump({**first, **hand}), encoding="utf-8")
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    release(2)
    second = yaml.safe_load(file.read_text("utf-8"))
    jsonschema.validate(second, schema)
    assert second == {**first, **hand, "version": "2", "date-released": "2026-02-01"}


def test_a_renamed_document_goes_on_counting(project: Project, release: MakeRelease) -> None:
    release(1)
    (project.archive / "letter-2011").rename(project.archive / "oxtoby-2011")
    ids = project.archive / "ids.toml"
    moved = '\n[moved.letter-2011]\nto = "oxtoby-2011"\nreason = "Named after its author."\n'
    ids.write_text(ids.read_text("utf-8") + moved, encoding="utf-8")
    pipeline.prepare(project.root)
    assert release(2).editions == {"answer-2011": 1, "oxtoby-2011": 2}
    assert "two doubts" in page(project, "texts/letter-2011/edition-1.md")
    assert "../letter-2011/edition-1.md" in page(project, "texts/oxtoby-2011/index.md")
    assert check(project).exit_status == 0


@pytest.mark.parametrize(
    ("number", "month", "told"),
    [
        ("1", 3, "taken"),
        ("0.9", 3, "taken"),
        ("1.x", 3, "no number"),
        ("../1", 3, "no number"),
        ("01", 3, "no number"),
        (None, 0, "day is before"),
    ],
)
def test_what_cannot_be_the_next_release_is_refused(
    project: Project, release: MakeRelease, number: str | None, month: int, told: str
) -> None:
    release(2)
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    before = tree(project.root, "releases", "docs", "dist")
    day = date(2026, month, 1) if month else date(2026, 1, 31)
    with pytest.raises(ReleaseError, match=told):
        releasing.release(project, SITE, number, day)
    assert tree(project.root, "releases", "docs", "dist") == before


def test_nothing_is_released_where_nothing_changed_or_something_is_to_be_mended(
    project: Project, release: MakeRelease
) -> None:
    release(1)
    with pytest.raises(ReleaseError, match="nothing has changed since release 1"):
        release(2)
    (project.docs / "texts/letter-2011/index.md").write_text("# Edited by hand\n")
    with pytest.raises(ReleaseError, match="the check has findings to look at, 1"):
        release(2)


def test_nothing_is_released_that_no_build_would_publish(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.docs / "more.md").write_text("# More\n\n<script>alert(1)</script>\n")
    before = tree(project.root, "releases", "docs", "dist")
    monkeypatch.chdir(project.root)
    for arguments in (["release", "--dry-run"], ["release"]):
        done = CliRunner().invoke(cli.consultations, arguments)
        assert isinstance(done.exception, ReleaseError)
        assert done.exception.where.startswith("docs/more.md")
    assert tree(project.root, "releases", "docs", "dist") == before


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("letter-2011.jsonl", '{"id": 1}\n', "not as it was released"),
        ("letter-2011.jsonl", None, "missing"),
        ("other.jsonl", "{}\n", "not of this release"),
        ("release.toml", 'date = "2026"\n', "editions"),
        ("SHA256SUMS", "0  ../../x\n", "no digest"),
    ],
)
def test_a_release_that_somebody_edited_is_told(
    project: Project, release: MakeRelease, file: str, text: str | None, told: str
) -> None:
    release(1)
    path = project.releases / "1" / file
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    with pytest.raises(ReleaseError, match=told):
        pipeline.read(project)
    assert any(told in finding.what for finding in check(project).findings)


def with_sums(folder: Path) -> None:
    """Make the checksums those of the files that are there."""
    names = sorted(path.name for path in folder.iterdir() if path.name != intake.SUMS)
    sums = "".join(
        f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names
    )
    (folder / intake.SUMS).write_text(sums, encoding="ascii")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": "x y", "kind": "paragraph", "text": "A"}', "`id` must be"),
        ('{"id": "p000000", "kind": "script", "text": "A"}', "`kind` must be"),
        ('{"id": "p000000", "kind": "heading", "text": "A", "level": 7}', "`level` must be"),
        ('{"id": "p000000", "kind": "table", "text": "A", "rows": [[1]]}', "`rows` must be"),
        ('{"id": "p000000", "kind": "list_item", "text": "A", "marker": 1}', "`marker` must be"),
        ("[" * 100_000, "not a line of JSON"),
        ("not JSON", "not a line of JSON"),
    ],
)
def test_a_line_that_is_no_passage_is_told_with_its_place(
    project: Project, release: MakeRelease, line: str, told: str
) -> None:
    release(1)
    folder = project.releases / "1"
    file = folder / "letter-2011.jsonl"
    head = file.read_text("utf-8").split("\n")[0]
    file.write_text(f"{head}\n{line}\n", encoding="utf-8")
    with_sums(folder)
    with pytest.raises(ReleaseError, match=told) as caught:
        pipeline.read(project)
    assert caught.value.where == "releases/1/letter-2011.jsonl:2"


def test_markup_in_what_was_released_is_text(project: Project, release: MakeRelease) -> None:
    odd = LETTER.replace(
        "two doubts", "<img src=x onerror=alert(1)> [doubts](https://example.org/x)"
    )
    write(project, "letter-2011", "Letter", "Jo Marsh", odd)
    release(1)
    build_site(project, project.site)
    old = (project.site / "texts/letter-2011/edition-1/index.html").read_text("utf-8")
    assert "<img src=x" not in old
    assert 'href="https://example.org/x"' not in old


def test_a_release_is_whole_or_none_at_whichever_write_it_is_killed(
    project: Project, release: MakeRelease, tmp_path: Path
) -> None:
    parts = ("releases", "docs", "dist")
    kept = tmp_path / "before"
    shutil.copytree(project.root, kept)
    release(1)
    whole, cited = tree(project.root, *parts), (project.root / CITATION_FILE).read_bytes()
    released = tree(project.root, "releases")
    shutil.copytree(project.cache, kept / ".cache", dirs_exist_ok=True)  # nothing is made twice

    def again() -> None:
        shutil.rmtree(project.root)
        shutil.copytree(kept, project.root)

    again()
    seen = []
    for stop in each_stop(project.root, lambda: release(1)):
        left = tree(project.root, *parts, "CITATION.cff")
        assert tree(project.root, "releases/1") in ({}, released), f"killed at change {stop}"
        if left not in seen:  # what is half made of other sorts is made anew each time
            seen.append(left)
            made = releasing.unfinished(project)
            if made is not None:
                releasing.finish(project, SITE, made)
            elif not (project.releases / "1").is_dir():
                release(1)
            assert tree(project.root, *parts) == whole, f"killed at change {stop}"
            assert (project.root / CITATION_FILE).read_bytes() == cited
        again()
    assert len(seen) > 5


@pytest.mark.parametrize("step", ["put", "write_zip"])
def test_a_disk_that_takes_no_more_leaves_what_was_there(
    project: Project, monkeypatch: pytest.MonkeyPatch, release: MakeRelease, step: str
) -> None:
    release(1)
    write(project, "letter-2011", "Letter", "Jo Marsh", MENDED)
    before = tree(project.root, "releases", "docs", "dist") | tree(project.root, CITATION_FILE)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")  # as the system tells it: without a file

    monkeypatch.setattr(f"consultations.releasing.making.{step}", full)
    with pytest.raises(OutputError, match="no room"):
        release(2)
    assert tree(project.root, "releases", "docs", "dist") == before
