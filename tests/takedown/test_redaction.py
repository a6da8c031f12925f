"""Words that are taken out are nowhere any more, and what stood around them is as it was."""

from datetime import date
from hashlib import sha256

import pytest
from tests.takedown.conftest import add
from tests.takedown.packed import every_byte

from consultations import intake, pipeline
from consultations.errors import TakedownError
from consultations.model.edition import Edition
from consultations.model.editor import Redaction
from consultations.review.checks.freshness import stale
from consultations.settings import Project
from consultations.takedown import Remnant, Request, redact

DAY = date(2026, 11, 28)


def read(project: Project, id_: str = "letter-2011") -> Edition:
    return next(e for e in pipeline.read(project).editions if e.id == id_)


def passage_of(edition: Edition, words: str) -> str:
    return next(p.id for p in edition.passages if words in p.text)


def take_out(
    project: Project, words: str | None, at: str, reason: str = "A private address."
) -> tuple[Redaction, list[Remnant]]:
    passage = passage_of(read(project), at)
    return redact(project, Request("letter-2011", passage, words, reason, DAY))


def files_with(project: Project, words: str) -> list[str]:
    """Files of the project, what it keeps between builds among them, that hold these words."""
    return [
        path.relative_to(project.root).as_posix()
        for path in sorted(project.root.rglob("*"))
        if path.is_file() and words.encode() in every_byte(path).lower()
    ]


def test_a_datum_is_taken_out_of_every_file_and_the_rest_is_as_it_was(project: Project) -> None:
    before = read(project)
    assert files_with(project, "quimbleforth.example")
    entry, found = take_out(project, "zeb@quimbleforth.example", "committee may write")
    assert entry.characters == 24
    assert not found
    assert not files_with(project, "quimbleforth.example")
    after = read(project)
    assert [p.id for p in after.passages] == [p.id for p in before.passages]
    assert {f.code for f in after.findings} <= {"personal-datum"}
    changed = [(b.text, a.text) for b, a in zip(before.passages, after.passages, strict=True)]
    ((old, new),) = [pair for pair in changed if pair[0] != pair[1]]
    assert new == old.replace("zeb@quimbleforth.example", "[redacted]")
    assert after.source.text.count("\n") == before.source.text.count("\n"), "lines keep numbers"
    (gap,) = after.gaps
    assert "24 characters" in gap.what
    assert "A private address." in gap.evidence
    assert not list(stale(project, pipeline.read(project)))


@pytest.mark.parametrize("number", range(6))
def test_any_passage_can_be_taken_out_whole(project: Project, number: int) -> None:
    before = read(project)
    passage = before.passages[number]
    request = Request("letter-2011", passage.id, None, "Its author asked.", DAY)
    redact(project, request)
    after = read(project)
    assert [p.id for p in after.passages] == [p.id for p in before.passages]
    assert after.by_id[passage.id].text == "[Redacted.]"
    rest = [p.text for p in before.passages if p.id != passage.id]
    assert [p.text for p in after.passages if p.id != passage.id] == rest
    assert after.gaps[0].after == passage.id
    assert not list(stale(project, pipeline.read(project)))
    with pytest.raises(TakedownError, match="taken out already"):
        redact(project, request)


@pytest.mark.parametrize(
    ("first", "again"),
    [(None, None), ("zeb@quimbleforth.example", "redacted"), ("zeb@quimbleforth.example", "]")],
)
def test_what_was_taken_out_is_not_taken_out_again(
    project: Project, first: str | None, again: str | None
) -> None:
    passage = passage_of(read(project), "committee may write")
    redact(project, Request("letter-2011", passage, first, "Its author asked.", DAY))
    folder = project.archive / "letter-2011"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(TakedownError):
        redact(project, Request("letter-2011", passage, again, "Its author asked.", DAY))
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_words_over_the_end_of_a_line_are_taken_out_each_time_that_they_stand(
    project: Project,
) -> None:
    entry, found = take_out(project, "call 01632 960001", "committee may write")
    assert entry.characters == len("call\n01632 960001")
    assert [remnant.file for remnant in found] == [
        "archive/letter-2011/permalinks.tsv",
        "archive/letter-2011/source.txt",
        "docs/texts/letter-2011/index.md",
    ], "the other passage has them still, and that is said"
    assert take_out(project, "01632 960001", "house")[1] == []
    assert not files_with(project, "960001")
    assert len(read(project).gaps) == 2


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("Ann", "[redacted], of the Annual Ferry, is no Joann; [redacted]’s pier is 4 (a)."),
        ("Joann;", "Ann, of the Annual Ferry, is no [redacted] Ann’s pier is 4 (a)."),
        ("(a)", "Ann, of the Annual Ferry, is no Joann; Ann’s pier is 4 [redacted]."),
        ("nnual", None),
    ],
)
def test_words_inside_longer_ones_stay(project: Project, words: str, reads: str | None) -> None:
    text = "Ann, of the Annual Ferry, is no Joann; Ann’s pier is 4 (a)."
    add(project.root, "note-2011", "A note", "The pier", f"# A note\n\n{text}\n".encode())
    pipeline.prepare(project.root)
    passage = passage_of(read(project, "note-2011"), text)
    request = Request("note-2011", passage, words, "She asked.", DAY)
    if reads is None:
        with pytest.raises(TakedownError, match="does not have these words"):
            redact(project, request)
    else:
        redact(project, request)
        assert read(project, "note-2011").by_id[passage].text == reads


def test_a_transcript_becomes_the_source_for_the_file_holds_the_words(project: Project) -> None:
    folder = project.archive / "letter-2011"
    text = (folder / "source.txt").read_bytes()
    (folder / "source.txt").rename(folder / "transcript.md")
    (folder / "source.html").write_bytes(b"<p>zeb@quimbleforth.example</p>")
    record = (folder / "record.toml").read_text(encoding="utf-8")
    html = sha256(b"<p>zeb@quimbleforth.example</p>").hexdigest()
    digest = sha256(text).hexdigest()
    (folder / "record.toml").write_text(
        record.replace(digest, html) + f'transcript_sha256 = "{digest}"\n', encoding="utf-8"
    )
    at = text.decode().index("The last")
    (folder / "places.json").write_text(
        f'{{"schema": "2", "pages": [["1", 0], ["2", {at}]], "dropped": '
        '[{"kind": "picture", "text": "zeb@quimbleforth.example", "reason": "r", "after": ""}]}',
        encoding="utf-8",
    )
    pipeline.prepare(project.root)
    assert take_out(project, "zeb@quimbleforth.example", "committee may write")[1] == []
    assert not files_with(project, "quimbleforth.example")
    after = read(project)
    assert after.source.file == "letter-2011/source.md"
    assert after.source.transcript is None
    assert after.source.text[after.source.pages[1].offset :].startswith("The last")


def test_words_that_an_editor_or_another_page_has_are_told(project: Project) -> None:
    note = project.docs / "about.md"
    note.write_text("# About\n\nAsk zeb@quimbleforth.example first.\n", encoding="utf-8")
    _, found = take_out(project, "zeb@quimbleforth.example", "committee may write")
    assert [(remnant.file, remnant.line) for remnant in found] == [("docs/about.md", 3)]


def test_an_erratum_of_these_words_stops_it_and_nothing_is_written(project: Project) -> None:
    errata = project.archive / "letter-2011" / "errata.toml"
    errata.write_text(
        '[[erratum]]\nline = 5\nbefore = "quimbleforth"\nafter = "x"\nreason = "r"\n',
        encoding="utf-8",
    )
    pipeline.prepare(project.root)
    before = {path: path.read_bytes() for path in project.archive.rglob("*") if path.is_file()}
    with pytest.raises(TakedownError) as raised:
        take_out(project, "which is her own address", "committee may write", reason=" ")
    assert "needs a reason" in raised.value.what
    with pytest.raises(TakedownError) as raised:
        take_out(project, "zeb@x.example", "committee may write")
    assert "errata.toml:1" in raised.value.where
    with pytest.raises(TakedownError, match="does not have these words"):
        take_out(project, "never said", "committee may write")
    with pytest.raises(TakedownError, match="no passage 'p0000000'"):
        redact(project, Request("letter-2011", "p0000000", None, "r", DAY))
    after = {path: path.read_bytes() for path in project.archive.rglob("*") if path.is_file()}
    assert after == before


def test_what_is_kept_of_a_passage_that_is_gone_has_no_words_of_it_either(
    project: Project,
) -> None:
    file = project.archive / "letter-2011" / intake.PERMALINKS
    here = passage_of(read(project), "committee may write")
    row = f"pzzzzzz\tmoved\t8\twhich is her own address at\t\ther own address\t{here}\n"
    file.write_text(file.read_text(encoding="utf-8") + row, encoding="utf-8")
    pipeline.prepare(project.root)
    redact(project, Request("letter-2011", here, None, "Its author asked.", DAY))
    assert not files_with(project, "her own address")
    assert read(project).moved == {"pzzzzzz": here}


def test_the_file_of_redactions_reads_as_it_was_written(project: Project) -> None:
    take_out(project, "zeb@quimbleforth.example", "committee may write", reason='A "mark"\nand 2')
    (entry,) = intake.read_redactions(project.archive, "letter-2011")
    assert entry.reason == 'A "mark" and 2'
    assert entry.date == "2026-11-28"


def test_pages_that_a_stop_has_left_with_the_words_are_made_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    passage = passage_of(read(project), "committee may write")
    request = Request("letter-2011", passage, "zeb@quimbleforth.example", "Private.", DAY)
    with monkeypatch.context() as stopped:
        stopped.setattr(pipeline, "prepare", _stop)
        with pytest.raises(KeyboardInterrupt):
            redact(project, request)
    assert files_with(project, "quimbleforth.example")
    with pytest.raises(TakedownError, match="taken out before, and its pages are made anew"):
        redact(project, request)
    assert not files_with(project, "quimbleforth.example")


def _stop(_root: object) -> None:
    raise KeyboardInterrupt
