"""Whether the files of ids are what a build would write; and what has happened to them if not.

A build takes what stands there for all ids that were ever given. So a file that was cut off, or
that is another document's, is told as what it is, or the ids that it has lost would be forgotten
with the next build.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from consultations import intake, pipeline
from consultations import patterns as re
from consultations.errors import ConsultationsError
from consultations.model.edition import Edition
from consultations.model.finding import Code, Finding
from consultations.model.permalink import Permalink
from consultations.pipeline import Archive
from consultations.review.differing import first_difference
from consultations.settings import Project

BUILD = "run `consultations build` and commit what it changes"
_RESTORE = f"if a person changed it, restore it from the last commit first; then {BUILD}"


def stale_id_files(project: Project, archive: Archive) -> Iterator[Finding]:
    """Each file of ids that a build would write anew, with the first line at which it differs."""
    for path, content in pipeline.id_files(project.archive, archive).items():
        file = path.relative_to(project.root).as_posix()
        written = intake.read_written(project.archive, path.relative_to(project.archive).as_posix())
        if written is None:
            what = "a build writes this file, and it is not there"
            yield Finding(_code(file), "error", what, BUILD, file=file)
        elif spoilt := _spoilt(file, written):
            yield spoilt
        elif written != content:
            line, found, expected = first_difference(
                written.decode(errors="replace"), content.decode()
            )
            yield Finding(
                _code(file),
                "error",
                "a build writes another file: ids were given or have moved since",
                _RESTORE,
                file=file,
                line=line,
                expected=expected,
                found=found,
            )


def spoilt_id_files(project: Project) -> Iterator[Finding]:
    """Files of ids whose bytes are damaged: other line ends, a byte-order mark, no last line end.

    A build would write them anew without a word, and forget the ids on a line that was cut off.
    """
    documents = intake.document_ids(project.archive)
    for path in (intake.IDS, *(f"{document}/{intake.PERMALINKS}" for document in documents)):
        written = intake.read_written(project.archive, path)
        if written is not None and (found := _spoilt(f"archive/{path}", written)):
            yield found


def spoilt_permalinks(project: Project, edition: Edition) -> Iterator[Finding]:
    """Damage to a document's file of ids, as far as it shows without a build."""
    path = f"{edition.id}/{intake.PERMALINKS}"
    written = intake.read_written(project.archive, path)
    if written is None:
        return
    found = _spoilt(f"archive/{path}", written) or _cut(
        f"archive/{path}", edition, intake.read_permalinks(project.archive, edition.id)
    )
    if found:
        yield found


def without_ids_of_others(project: Project, edition: Edition) -> Edition:
    """The edition with one finding in the place of many, where its ids are another document's.

    The file is another's where at least half of the ids that were given to that one's passages
    stand in it, and no passage here bears them.
    """
    dying = {finding.found for finding in edition.findings if finding.code == "permalink-dies"}
    if not dying:
        return edition
    others = (id_ for id_ in intake.document_ids(project.archive) if id_ != edition.id)
    for other in others:
        theirs = _ids(project.archive, other)
        foreign = theirs & dying
        if foreign and 2 * len(foreign) >= len(theirs):
            file = f"archive/{edition.id}/{intake.PERMALINKS}"
            first = next(link.id for link in edition.permalinks if link.id in foreign)
            told = Finding(
                "permalinks-of-another",
                "error",
                f"{len(foreign)} ids here are those of passages of {other}",
                f"restore the file: `git checkout BASE -- {file}`, BASE being a commit that has it "
                "as it was",
                file=file,
                found=first,
            )
            rest = (f for f in edition.findings if f.found not in foreign or f.file != file)
            return replace(edition, findings=(*rest, told))
    return edition


def with_line(project: Project, finding: Finding) -> Finding:
    """A finding of an entry with the line of the file on which that stands.

    Where a finding names a file, no line, and what it has found, that is how the entry is called:
    the id at the beginning of a row, or a word of TOML in quotes or before `=`.
    """
    if finding.line or not finding.file or not finding.found or finding.place:
        return finding
    root, _, path = finding.file.partition("/")
    if root != "archive" or not path.endswith((".toml", ".tsv")):
        return finding
    written = intake.read_written(project.archive, path)
    name = re.escape(finding.found)
    text = (written or b"").decode(errors="replace")
    if match := re.search(rf"(?m)^{name}(?:\t|[ \t]*=)|(?<=[\"']){name}(?=[\"'])", text):
        return replace(finding, line=text.count("\n", 0, match.start()) + 1)
    return finding


def _spoilt(file: str, written: bytes) -> Finding | None:
    """The first line of a file of ids that no build writes."""
    text = written.decode(errors="replace")
    lines = text.split("\n")
    if text.startswith("\ufeff"):
        what, hint = "a byte-order mark stands before its first line", BUILD
        line, found, expected = 1, lines[0], lines[0].removeprefix("\ufeff")
    elif any(row.endswith("\r") for row in lines):
        what, hint = "a carriage return stands at the end of a line (CRLF)", BUILD
        line = next(n for n, row in enumerate(lines, 1) if row.endswith("\r"))
        found, expected = lines[line - 1], lines[line - 1].removesuffix("\r")
    elif lines[-1]:
        what, hint = "its last line has no end, so it may have been cut off", _RESTORE
        line, found, expected = len(lines), lines[-1], f"{lines[-1]}\n"
    else:
        return None
    code = _code(file)
    return Finding(code, "error", what, hint, file=file, line=line, expected=expected, found=found)


def _cut(file: str, edition: Edition, given: Sequence[Permalink]) -> Finding | None:
    """A file that ends before the edition does, and has a line for each passage until there.

    Behind the passages stand the ids that have moved or are gone: a file with one was not cut off
    among the passages. Passages put in elsewhere have no line either, until the next build.
    """
    passages = [passage.id for passage in edition.passages]
    if len(given) >= len(passages) or [link.id for link in given] != passages[: len(given)]:
        return None
    missing = len(passages) - len(given)
    return Finding(
        _code(file),
        "error",
        f"it has no line for the last {missing} of {len(passages)} passages: they are new, or it "
        "was cut off",
        _RESTORE,
        file=file,
        line=len(given) + 2,
        expected=f"a line of {passages[len(given)]}",
        found="",
    )


def _code(file: str) -> Code:
    return "ids-stale" if file.endswith(intake.IDS) else "permalinks-stale"


def _ids(archive: Path, document: str) -> set[str]:
    """The ids of a document's passages; none where its file cannot be read."""
    try:
        return {x.id for x in intake.read_permalinks(archive, document) if x.state == "here"}
    except ConsultationsError:
        return set()  # which is told where that document is checked
