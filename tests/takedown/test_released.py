"""What is taken down is in no edition that was released either."""

import re
from datetime import date

import pytest
from tests.takedown.conftest import add
from tests.takedown.packed import every_byte

from consultations import intake, pipeline, releasing
from consultations.errors import OutputError
from consultations.forms import SiteName
from consultations.publish.site import build_site
from consultations.review.checking import Checked
from consultations.review.checks.freshness import stale
from consultations.settings import Project
from consultations.takedown import Request, redact, withdraw, withdrawal

DAY = date(2026, 11, 28)
SITE = SiteName("The Harbour Debate")


@pytest.fixture
def released(project: Project) -> Project:
    """A project of which two releases were made; the second has other words in its letter."""
    releasing.release(project, SITE, None, date(2026, 1, 1), check=nothing_found)
    letter = project.archive / "letter-2011"
    text = (letter / "source.txt").read_text("utf-8").replace("of her town", "of her village")
    for path in letter.iterdir():
        if path.name != intake.PERMALINKS:
            path.unlink()
    kept = (letter / intake.PERMALINKS).read_bytes()
    (letter / intake.PERMALINKS).unlink()
    letter.rmdir()
    add(project.root, "letter-2011", "A letter", "Zeb Q.", text.encode())
    (letter / intake.PERMALINKS).write_bytes(kept)
    pipeline.prepare(project.root)
    releasing.release(project, SITE, None, date(2026, 2, 1), check=nothing_found)
    return project


def nothing_found(_: Project) -> Checked:
    """A check that has nothing to tell, of a letter with an address in it."""
    return Checked(documents=2, findings=(), exit_status=0)


def files_with(project: Project, pattern: str) -> list[str]:
    found = re.compile(pattern.encode(), re.IGNORECASE)
    return [
        path.relative_to(project.root).as_posix()
        for path in sorted(project.root.rglob("*"))
        if path.is_file() and found.search(every_byte(path))
    ]


def passage_with(project: Project, words: str) -> str:
    letter = next(e for e in pipeline.read(project).editions if e.id == "letter-2011")
    return next(p.id for p in letter.passages if words in p.text)


def test_a_withdrawn_document_leaves_a_tombstone_at_each_edition(released: Project) -> None:
    assert "releases/1/letter-2011.jsonl" in files_with(released, "vexillary")
    assert withdraw(released, "letter-2011", "Its author asked us to.", DAY) == []
    build_site(released, released.site)
    # The whole number: any digest may have a half of it, and kept patterns invented numbers.
    assert files_with(released, r"vexillary|quimbleforth|01632\W+960001") == []
    for number in (1, 2):
        page = released.site / f"texts/letter-2011/edition-{number}/index.html"
        assert "Its author asked us to." in page.read_text("utf-8")
    assert "letter-2011" in (released.docs / "releases/1.md").read_text("utf-8")
    assert "Taken down since" in (released.docs / "releases/1.md").read_text("utf-8")
    assert "thank her" in (released.docs / "texts/answer-2011/edition-1.md").read_text("utf-8")
    assert not list(stale(released, pipeline.read(released)))


def test_a_withdrawal_that_was_stopped_publishes_no_old_edition_and_is_finished(
    released: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise OutputError("stopped", where="here", remedy="go on")

    with monkeypatch.context() as patch:
        patch.setattr(withdrawal, "take_out_documents", stopped)
        with pytest.raises(OutputError):
            withdraw(released, "letter-2011", "Its author asked us to.", DAY)
    pipeline.prepare(released.root)
    assert not [path for path in files_with(released, "vexillary") if path.startswith("docs/")]
    withdraw(released, "letter-2011", "Its author asked us to.", DAY)
    assert files_with(released, "vexillary") == []


def test_words_are_taken_out_of_every_edition(released: Project) -> None:
    passage = passage_with(released, "01632 960001 after six")
    request = Request("letter-2011", passage, "01632 960001", "Hers.", DAY)
    redact(released, request)
    assert "releases/1/letter-2011.jsonl" in files_with(released, r"01632\W+960001"), "an item"
    others = passage_with(released, "01632 960001")
    redact(released, Request("letter-2011", others, "01632 960001", "Hers.", DAY))
    assert files_with(released, r"01632\W+960001") == []
    for number in (1, 2):
        old = (released.docs / f"texts/letter-2011/edition-{number}.md").read_text("utf-8")
        assert "redacted" in old
        assert "vexillary gromwells" in old
    assert [one.number for one in pipeline.read(released).releases.all] == ["1", "2"]


def test_a_whole_passage_is_taken_out_however_an_older_edition_reads(released: Project) -> None:
    passage = passage_with(released, "vexillary")
    redact(released, Request("letter-2011", passage, None, "She asked.", DAY))
    assert files_with(released, "vexillary|her town|her village") == []
    old = (released.docs / "texts/letter-2011/edition-1.md").read_text("utf-8")
    assert "last paragraph stays as it is" in old


def test_archive_files_that_hold_the_words_are_removed(released: Project) -> None:
    other = released.root / "dist" / "wheel"
    other.mkdir(parents=True)
    (other / "x.whl").write_bytes(b"x")
    assert len(list((released.root / "dist").iterdir())) == 3
    withdraw(released, "letter-2011", "Its author asked us to.", DAY)
    assert [path.name for path in (released.root / "dist").iterdir()] == ["wheel"]
