"""A review shows what changed, and nothing that strangers wrote does anything on its page."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.documents import write_document
from tests.review.conftest import TEXT

from consultations import cli, pipeline
from consultations.editing import Hand
from consultations.errors import ReviewError
from consultations.model.ids import GivenIds
from consultations.review.change.comparison import Comparison
from consultations.review.change.reviewing import review
from consultations.review.change.summary import DocumentReview, Review, as_markdown
from consultations.settings import Project, find_project
from consultations.takedown import withdraw

NO_HAND = Hand((), (), (), (), ())
HOSTILE = """# Notes of an attack

@everyone ![x](https://evil.example/p.png) <img src=x onerror=alert(1)> ``` and `ticks` #12

```
# A heading [link](javascript:alert(1))
```
"""


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Path:
    """The project, kept with git, with a second document: committed once, and copied."""
    root = shutil.copytree(prepared, tmp_path_factory.mktemp("committed") / "project")
    write_document(root, "another", TEXT.replace("meeting", "walk").replace("why", "how"))
    pipeline.prepare(root)
    (root / ".gitignore").write_text(".cache/\nsite/\n", encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "first")
    return root


@pytest.fixture
def kept(tmp_path: Path, committed: Path) -> Project:
    return find_project(shutil.copytree(committed, tmp_path / "project"))


def told(project: Project) -> str:
    return as_markdown(review(project, "main"))


def states(text: str) -> str:
    """How many documents are in each state, but for states that none is in."""
    (line,) = [line for line in text.split("\n") if line.startswith("- Documents: ")]
    counts = line.removeprefix("- Documents: ").removesuffix(".").split(", ")
    return ", ".join(count for count in counts if not count.startswith("0 "))


def test_nothing_has_changed(kept: Project) -> None:
    text = told(kept)
    assert states(text) == "2 byte for byte as before"


def test_a_new_document_is_told_with_what_it_is_and_passages_beside_their_source(
    kept: Project,
) -> None:
    write_document(kept.root, "third", TEXT.replace("meeting", "journey"))
    pipeline.prepare(kept.root)
    text = told(kept)
    assert "## third: new" in text
    assert (
        "1 new, 0 changed, 0 renamed, 0 gone, 1 with other links, 1 byte for byte as before."
        in text
    )
    assert "Made up for a test." in text
    assert "Passages to read: 3, drawn with the seed" in text
    assert "why we met⍽twice" in text, "what cannot be seen is shown in the source"
    assert text.index("## third: new") < text.index("## With other links: 1\n")
    assert told(kept) == text, "the same passages each time"


def test_words_are_drawn_and_not_passages(kept: Project) -> None:
    headings = "".join(f"## Berth {n}\n\n" for n in range(200))
    told_of = "".join(
        f"Boat {n} lay at the quay for {'a day and ' * 40}was gone.\n\n" for n in range(30)
    )
    write_document(kept.root, "third", f"# Boats\n\n{headings}{told_of}")
    pipeline.prepare(kept.root)
    drawn = as_markdown(review(kept, "main", seed=7)).partition("### Passages to read")[2]
    assert drawn.count("\nBoat ") >= 8, "30 of the 231 passages have nine words in ten"


def test_of_a_long_passage_the_part_is_shown_that_is_not_as_in_its_source(kept: Project) -> None:
    same = "The boat lay at the quay, and its lamps were lit. " * 20
    write_document(kept.root, "third", f"# Boats\n\n{same}Its *bell* was not rung.\n")
    pipeline.prepare(kept.root)
    text = told(kept)
    for reading in ("*bell*", "bell"):
        assert f"lamps were lit. Its {reading} was not rung.\n```" in text
    assert text.count("```text\n… ") == 2


def test_a_table_is_read_cell_by_cell(kept: Project) -> None:
    table = "| Boat | Berth |\n| --- | --- |\n| Ann Lee | *4* |\n"
    write_document(kept.root, "third", f"# Boats\n\n{table}")
    pipeline.prepare(kept.root)
    assert "reads\n\n```text\nBoat | Berth\nAnn Lee | 4\n```" in told(kept)


def test_marks_that_turn_the_writing_are_shown_in_what_an_edition_reads_too(kept: Project) -> None:
    turned = "# A turn\n\nWe [met](https://a.example) in \u202emay\u202c, and went.\n"
    write_document(kept.root, "third", turned)
    pipeline.prepare(kept.root)
    text = told(kept)
    assert "\u202e" not in text
    assert text.count("[U+202E]may[U+202C]") == 2


def test_an_erratum_is_told_with_its_words(kept: Project) -> None:
    errata = kept.archive / "a-meeting" / "errata.toml"
    errata.write_text(
        '[[erratum]]\nline = 3\nbefore = "nobody"\nafter = "somebody"\nreason = "As printed."\n',
        encoding="utf-8",
    )
    pipeline.prepare(kept.root)
    text = told(kept)
    assert (
        "0 new, 1 changed, 0 renamed, 0 gone, 0 with other links, 1 byte for byte as before."
        in text
    )
    assert "[-nobody.-] {+somebody.+}" in text
    assert "| `editor` | 0 | 1 |" in text
    assert "Passages to read: 1, drawn" in text, "only what reads otherwise is read again"
    assert "Ids: none dies." in text
    assert "0 forgotten" in text


def test_a_document_that_is_gone_and_an_id_that_dies(kept: Project) -> None:
    (kept.archive / "another" / "record.toml").unlink()
    for path in (kept.archive / "another").iterdir():
        path.unlink()
    (kept.archive / "another").rmdir()
    pipeline.prepare(kept.root)
    text = told(kept)
    assert "## another: gone" in text
    assert "Ids: 1 would die." in text
    assert "**id-dies**" in text


def test_words_of_strangers_do_nothing_on_the_page(kept: Project) -> None:
    write_document(kept.root, "attack", HOSTILE)
    pipeline.prepare(kept.root)
    outside = []
    fence = ""
    for line in told(kept).split("\n"):
        ticks = line[: len(line) - len(line.lstrip("`"))]
        if not fence and len(ticks) >= 3:
            fence = ticks
        elif fence and line == fence:
            fence = ""
        elif not fence:
            outside.append(line)
    assert not fence, "every block is closed"
    text = "\n".join(outside)
    assert "evil.example" not in text
    assert "@everyone" not in text


def test_a_commit_that_is_not_there(kept: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReviewError) as raised:
        review(kept, "--output=/tmp/x")
    assert "git" in raised.value.where
    assert "`git init`" in raised.value.remedy, "a new archive may be no repository yet"
    monkeypatch.chdir(kept.root)
    result = CliRunner().invoke(cli.consultations, ["review", "main"])
    assert result.exit_code == 1, "the address in the text is to be waived"
    assert result.stdout.startswith("# Review against ")


ERRATUM = """[[erratum]]
line = {line}
before = "{before}"
after = "{after}"
kind = "other"
reason = "The printed copy has *this*."
"""


def test_a_correction_by_hand_is_told_with_its_reason_and_so_is_one_taken_back(
    kept: Project,
) -> None:
    line, word = next(
        (n, word)
        for n, text in enumerate(TEXT.split("\n"), 1)
        for word in text.split()
        if n > 2 and word.isalpha() and text.count(word) == 1
    )
    errata = kept.archive / "a-meeting" / "errata.toml"
    errata.write_text(ERRATUM.format(line=line, before=word, after="zyxian"), encoding="utf-8")
    pipeline.prepare(kept.root)
    text = told(kept)
    assert "### By an editor's hand: 1 new, 0 taken back" in text
    assert f"[-{word}-] {{+zyxian+}}" in text
    assert f"- line {line}, `" in text
    assert "`: `The printed copy has *this*.`" in text
    git(kept.root, "add", "-A")
    git(kept.root, "commit", "-q", "-m", "second")
    errata.unlink()
    pipeline.prepare(kept.root)
    assert f"- taken back: `{word}` → `zyxian`" in told(kept)


def guessed(id_: str, *places: tuple[int, int]) -> dict[str, Any]:
    """An edition of a Word file with one guess at each of these places."""
    guess = {"rule": "r", "before": "x", "after": "", "reason": "why", "certainty": "probable"}
    return {
        "source": {
            "file": f"{id_}/source.docx",
            "sha256": "0",
            "characters": 30,
            "text": f"{id_}/transcript.md",
        },
        "metadata": {"title": "T", "organisation": None, "date": "2011", "type": "letter"},
        "emendations": [{**guess, "source": place} for place in places],
        **dict.fromkeys(
            ("passages", "quotations", "citations", "mentions", "links", "cross_references"), ()
        ),
    }


def test_each_guess_is_shown_in_its_words_and_so_is_a_second_one_like_it() -> None:
    one = Comparison("a", guessed("a", (4, 5)), guessed("a", (4, 5), (10, 11)))
    assert [e["source"] for e in one.new_probable] == [(10, 11)]
    document = DocumentReview(one, "the xold\nax xnew way\nand", NO_HAND, NO_HAND, None, None)
    review = Review(
        "b" * 40, (document,), (), (), (), 1, ({}, {}), GivenIds(), by_its_own_program=True
    )
    assert "- line 2, `a[-x-] xnew way`: `r`, `why`" in as_markdown(review)


def test_like_guesses_are_told_apart_by_their_places_in_a_renamed_document_too() -> None:
    one = Comparison("b", guessed("a", (10, 11)), guessed("b", (4, 5), (10, 11)), "a")
    assert [e["source"] for e in one.new_probable] == [(4, 5)]


def test_a_document_that_is_gone_is_told_with_what_became_of_it(kept: Project) -> None:
    shutil.rmtree(kept.archive / "another")
    pipeline.prepare(kept.root)
    assert "**Nothing in `archive/ids.toml` says what became of it.**" in told(kept)
    git(kept.root, "checkout", "-q", ".")
    pipeline.prepare(kept.root)
    withdraw(kept, "another", "Asked for by @somebody.", date(2011, 5, 1))
    text = told(kept)
    assert "It was withdrawn on `2011-05-01`: `Asked for by @somebody.`" in text


def test_entries_of_authorities_that_came_or_changed_are_told(kept: Project) -> None:
    bodies = kept.archive / "authority" / "more.toml"
    bodies.parent.mkdir(exist_ok=True)
    entry = '[organisation.zyxian-society]\nname = "Zyxian Society"\n'
    bodies.write_text(entry, encoding="utf-8")
    new = "## Authorities\n\n- new: `zyxian-society`, organisation: `Zyxian Society`\n"
    assert new in told(kept)
    pipeline.prepare(kept.root)
    git(kept.root, "add", "-A")
    git(kept.root, "commit", "-q", "-m", "second")
    more = 'url = "https://zyxian.example"\nvariants = ["Zyxians"]\n'
    bodies.write_text(entry.replace('Society"', 'Association"') + more, encoding="utf-8")
    assert (
        "## Authorities\n\n- changed: `zyxian-society`: name: `Zyxian Society` → `Zyxian"
        " Association`; variants: with `Zyxians`; url: `nothing` → `https://zyxian.example`\n"
    ) in told(kept)
    bodies.unlink()
    assert "- gone: `zyxian-society`, organisation: `Zyxian Society`\n" in told(kept)
    bodies.write_text(entry.replace("zyxian-society", "zyxians"), encoding="utf-8")
    ids = kept.archive / "ids.toml"
    moved = '\n[moved.zyxian-society]\nto = "zyxians"\nreason = "So *they* say."\n'
    ids.write_text(ids.read_text("utf-8") + moved, encoding="utf-8")
    renamed = "organisation: `Zyxian Society`; its id leads to `zyxians`: `So *they* say.`\n"
    assert f"- gone: `zyxian-society`, {renamed}" in told(kept)


def rename(project: Project, old: str, new: str) -> None:
    (project.archive / old).rename(project.archive / new)
    ids = project.archive / "ids.toml"
    entry = f'\n[moved.{old}]\nto = "{new}"\nreason = "A slip in its *name*."\n'
    ids.write_text(ids.read_text("utf-8") + entry, encoding="utf-8")


def test_a_renamed_document_is_held_against_what_it_was(kept: Project) -> None:
    rename(kept, "another", "a-walk")
    errata = kept.archive / "a-walk" / "errata.toml"
    entry = ERRATUM.format(line=3, before="nobody", after="somebody")
    errata.write_text(entry, encoding="utf-8")
    pipeline.prepare(kept.root)
    text = told(kept)
    assert states(text).startswith("1 renamed, ")
    assert "Ids: none dies." in text
    assert "## a-walk: renamed\n\nIt was `another`, whose" in text
    assert "lead on to it: `A slip in its *name*.`" in text
    assert "[-nobody.-] {+somebody.+}" in text
    assert "| `editor` | 0 | 1 |" in text
    assert "| `invisible-characters` |" not in text, "a rule that does as before is not told"
    assert "Ids of passages: 0 new, 0 lead on to another passage, 0 gone" in text
    assert "Passages to read: 1, drawn" in text
    assert "## another" not in text


def test_of_two_documents_that_became_one_that_was_there_each_is_told(kept: Project) -> None:
    rename(kept, "another", "a-walk")
    pipeline.prepare(kept.root)
    git(kept.root, "add", "-A")
    git(kept.root, "commit", "-q", "-m", "second")
    shutil.rmtree(kept.archive / "a-walk")
    ids = kept.archive / "ids.toml"
    entry = '\n[moved.a-walk]\nto = "a-meeting"\nreason = "The same."\n'
    ids.write_text(ids.read_text("utf-8") + entry, encoding="utf-8")
    pipeline.prepare(kept.root)
    text = told(kept)
    assert "1 gone" in states(text)
    assert "Its id leads to `a-meeting`: `The same.`" in text


def test_entries_by_hand_that_came_or_went_are_told_with_their_reasons(kept: Project) -> None:
    stet = kept.archive / "a-meeting" / "stet.toml"
    entry = (
        '[[stet]]\nrule = "personal-datum"\nline = 5\ntext = "carol@example.org"\n'
        'reason = "Her *own* wish."\n'
    )
    stet.write_text(entry, encoding="utf-8")
    pipeline.prepare(kept.root)
    line = "let stand: `personal-datum`, line 5, `carol@example.org`: `Her *own* wish.`"
    assert f"Let stand, judged or redacted: 1 new, 0 taken back\n\n- {line}\n" in told(kept)
    git(kept.root, "add", "-A")
    git(kept.root, "commit", "-q", "-m", "second")
    stet.write_text(f"# Looked at again.\n\n{entry}", encoding="utf-8")
    pipeline.prepare(kept.root)
    assert "Let stand" not in told(kept), "an entry that only stands further down is the same"
    stet.unlink()
    assert f"- taken back: {line}\n" in told(kept)


def test_a_record_that_says_otherwise_is_told(kept: Project) -> None:
    record = kept.archive / "a-meeting" / "record.toml"
    text = record.read_text("utf-8")
    assert 'rights = "Made up for a test."' in text
    record.write_text(text.replace("Made up for a test.", "Nobody's, so far."), encoding="utf-8")
    pipeline.prepare(kept.root)
    shown = told(kept)
    assert states(shown).startswith("1 changed")
    assert "- rights: `Made up for a test.` → `Nobody's, so far.`" in shown


def test_ids_that_lost_their_lines_are_told_at_the_top(kept: Project) -> None:
    file = kept.archive / "a-meeting" / "permalinks.tsv"
    lines = file.read_text("utf-8").split("\n")
    gone = lines[-2].split("\t")[0]
    # As after a build that took a file which had been cut off for all ids that were ever given.
    file.write_text("\n".join([*lines[:-2], lines[-2].replace(gone, "pzzzzz2"), ""]), "utf-8")
    pipeline.prepare(kept.root)
    found = review(kept, "main")
    assert replace(found, findings=()).is_to_mend
    assert not replace(found, findings=(), documents=()).is_to_mend
    text = told(kept)
    assert "- Ids: **1 forgotten: their lines are no longer in permalinks.tsv**." in text
    assert f"1 forgotten. Forgotten: `{gone}`." in text


def test_a_document_is_changed_whose_file_of_ids_was_cut_off(kept: Project) -> None:
    file = kept.archive / "a-meeting" / "permalinks.tsv"
    lines = file.read_text("utf-8").split("\n")
    file.write_text("\n".join([*lines[:2], ""]), "utf-8")
    text = told(kept)
    assert states(text).startswith("1 changed")
    assert "## a-meeting: changed" in text
    assert "2 forgotten. Forgotten: " in text
