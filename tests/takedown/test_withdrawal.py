"""What is withdrawn leaves a tombstone and nothing else, in every byte that is published."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.documents import write_document
from tests.takedown.packed import every_byte

from consultations import intake, pipeline
from consultations.errors import OutputError, SourceError, TakedownError
from consultations.publish.site import build_site
from consultations.review.checks.freshness import stale
from consultations.settings import Project
from consultations.takedown import Request, redact, withdraw, withdrawal

DAY = date(2026, 11, 28)
COMMAND = Path(sys.executable).with_name("consultations")
# Parts of words that no other text has: a list of terms may keep a word without its beginning.
PARTS = [b"uimblefo", b"exillar", b"romwell", b"960001"]


def bytes_with(folder: Path, part: bytes) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    return [path for path in files if part in every_byte(path).lower()]


def test_no_published_byte_has_its_words(project: Project) -> None:
    answer = next(e for e in pipeline.read(project).editions if e.id == "answer-2011")
    passage = next(p for p in answer.passages if "thank her" in p.text)
    redact(project, Request(answer.id, passage.id, "we thank her", "She asked.", DAY))
    for part in PARTS:
        assert bytes_with(project.root, part), part
    assert withdraw(project, "letter-2011", "Its author asked us to.", DAY) == []
    built = subprocess.run(
        [COMMAND, "build"],
        cwd=project.root,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    for part in PARTS:
        assert bytes_with(project.root, part) == [], part
    assert bytes_with(project.root, b"thank her") == []
    assert bytes_with(project.site, b"thank") == [], "a list of terms keeps single words"
    for page in ("", "apparatus/"):
        tombstone = (project.site / f"texts/letter-2011/{page}index.html").read_text("utf-8")
        assert "Its author asked us to." in tombstone
        assert "Withdrawn on 28 November 2026" in tombstone
        assert "Zeb Q." in tombstone
        assert "noindex" in tombstone
    assert not (project.site / "data/editions/letter-2011.json").exists()
    assert b"letter-2011" in (project.site / "data/ids.json").read_bytes()
    assert not list(stale(project, pipeline.read(project)))


def test_what_the_tombstone_says_is_no_remnant(project: Project) -> None:
    title = "An answer of the boat people to eleven questions about a new crossing"
    record = write_document(project.root, "long-2012", f"# {title}\n\nWe agree.\n") / "record.toml"
    record.write_text(record.read_text("utf-8").replace("Notes of a meeting", title), "utf-8")
    (project.root / "copy.txt").write_text(f"{title} We agree.", "utf-8")
    found = withdraw(project, "long-2012", f"It was the same as {title}.", DAY)
    assert [remnant.file for remnant in found] == ["copy.txt"]


def test_a_head_that_names_the_title_is_no_remnant(project: Project) -> None:
    title = "Boats on the water at night again"
    text = f"---\ntitle: {title}\n---\n\n# {title}\n\nWe agree.\n"
    record = write_document(project.root, "head-2012", text) / "record.toml"
    record.write_text(record.read_text("utf-8").replace("Notes of a meeting", title), "utf-8")
    assert withdraw(project, "head-2012", "Its author asked us to.", DAY) == []
    with pytest.raises(SourceError, match="was withdrawn"):
        pipeline.read_one(project, "head-2012")


@pytest.mark.parametrize("command", ["withdraw", "redact"])
def test_nothing_kept_between_builds_has_its_words_before_the_next_one(
    project: Project, command: str
) -> None:
    build_site(project, project.site)
    assert bytes_with(project.cache, PARTS[-1])
    for left in (".ab12.part", "forms/letter-2011/.cd34.part"):  # by builds that were killed
        (project.cache / left).write_bytes(PARTS[-1])
    if command == "withdraw":
        withdraw(project, "letter-2011", "Its author asked us to.", DAY)
    else:
        letter = next(e for e in pipeline.read(project).editions if e.id == "letter-2011")
        for passage in [p.id for p in letter.passages if "960001" in p.text]:
            redact(project, Request(letter.id, passage, "01632 960001", "Hers.", DAY))
    assert bytes_with(project.cache, PARTS[-1]) == []


def test_its_id_is_never_given_again(project: Project) -> None:
    withdraw(project, "letter-2011", "Its author asked us to.", DAY)
    with pytest.raises(TakedownError, match="was withdrawn on 2026-11-28"):
        withdraw(project, "letter-2011", "Again.", DAY)
    with pytest.raises(TakedownError, match="did you mean `answer-2011`"):
        withdraw(project, "answer-2012", "A reason.", DAY)
    with pytest.raises(TakedownError, match="needs a reason"):
        withdraw(project, "answer-2011", " ", DAY)
    archive = pipeline.read(project)
    assert "letter-2011" in set(archive.ids)


@pytest.mark.parametrize("moment", ["before the ids", "after the ids"])
def test_stopped_at_any_moment_it_is_there_or_withdrawn(project: Project, moment: str) -> None:
    """A process that is killed does not tidy up: what it left is what the next one finds."""
    folder = project.archive / "letter-2011"
    folder.rename(folder.with_name(".letter-2011.withdrawn"))
    if moment == "after the ids":
        ids = project.archive / intake.IDS
        entry = '\n[withdrawn.letter-2011]\ntitle = "A"\nwithdrawn = "2026"\nreason = "r"\n'
        ids.write_text(ids.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert withdraw(project, "letter-2011", "Its author asked us to.", DAY) == []
    assert not list(project.archive.glob("*letter*"))
    assert not list(project.archive.glob(".letter*"))
    assert intake.is_withdrawn(project.archive, "letter-2011")
    assert not bytes_with(project.root, PARTS[0])


def test_stopped_before_the_pages_are_made_the_same_command_makes_them(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_root: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(pipeline, "prepare", stop)
        with pytest.raises(KeyboardInterrupt):
            withdraw(project, "letter-2011", "Its author asked us to.", DAY)
    assert bytes_with(project.root, PARTS[0])
    withdraw(project, "letter-2011", "Its author asked us to.", DAY)
    assert not bytes_with(project.root, PARTS[0])
    assert not list(project.archive.glob(".letter*"))


def test_a_full_disk_costs_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in project.archive.rglob("*") if path.is_file()}

    def full(*_: object) -> None:
        raise OutputError("no room", where="here", remedy="make room")

    monkeypatch.setattr(withdrawal, "put", full)
    with pytest.raises(OutputError):
        withdraw(project, "letter-2011", "Its author asked us to.", DAY)
    after = {path: path.read_bytes() for path in project.archive.rglob("*") if path.is_file()}
    assert after == before
