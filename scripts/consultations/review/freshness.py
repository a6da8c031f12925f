"""Whether what is committed is what the sources give: a second build would change nothing."""

from collections.abc import Iterator
from itertools import zip_longest

from consultations import intake, pipeline
from consultations.model.finding import Code, Finding
from consultations.pipeline import Archive
from consultations.settings import Project

_HINT = "run `consultations build` and commit what it changes"
_HAND_HINT = f"if a person changed it, restore it from the last commit first; then {_HINT}"


def stale(project: Project, archive: Archive) -> Iterator[Finding]:
    """Each committed file that is not what the sources give: changed, missing or left over."""
    made = pipeline.markdown_files(archive)
    for path, text in made.items():
        committed = intake.read_written(project.docs, path)
        if committed is None:
            yield Finding(
                "page-missing", "error", f"{path} is not there", _HINT, file=f"docs/{path}"
            )
        elif committed != text.encode():
            yield _stale(path, committed.decode(errors="replace"), text)
    for path in pipeline.left_over(project.docs, made):
        what = f"{path} comes from no source"
        yield Finding("page-left-over", "error", what, _HINT, file=f"docs/{path}")
    for file, content in pipeline.id_files(project.archive, archive).items():
        there = intake.read_written(project.archive, file.relative_to(project.archive).as_posix())
        # Git may have given a person the ends of lines that the system has.
        written = None if there is None else there.replace(b"\r\n", b"\n")
        if written != content:
            yield _stale_ids(file.relative_to(project.root).as_posix(), written, content)


def _stale_ids(file: str, written: bytes | None, content: bytes) -> Finding:
    """A file of ids that a build would write anew, with the first line at which it differs.

    A build takes what stands there for all ids that were ever given. So a file that was cut off is
    told as what it is, or the ids that it has lost would be forgotten with the next build.
    """
    code: Code = "ids-stale" if file.endswith(intake.IDS) else "permalinks-stale"
    if written is None:
        return Finding(
            code, "error", "a build writes this file, and it is not there", _HINT, file=file
        )
    text, made = written.decode(errors="replace"), content.decode()
    line, found, expected = _first_difference(text, made)
    what, hint = "a build writes another file: ids were given or have moved since", _HAND_HINT
    if text.startswith("\ufeff"):
        what, hint = "a byte-order mark stands before its first line", _HINT
        line, found, expected = 1, text.split("\n")[0], made.split("\n")[0]
    elif not text.endswith("\n"):
        what = "its last line has no end, so it may have been cut off"
        line = text.count("\n") + 1
    return Finding(code, "error", what, hint, file=file, line=line, expected=expected, found=found)


def lost_ids(archive: Archive) -> Iterator[Finding]:
    """Each id whose document or entity is no more, and of which nobody has said what became."""
    for id_, kind in archive.ids.lost(archive.living).items():
        yield Finding(
            "id-dies",
            "error",
            f"the {kind} {id_} is no longer in the archive, and its address is dead",
            f"bring it back, add [moved.{id_}] with the id that bears it now, or [withdrawn.{id_}]",
            file=f"archive/{intake.IDS}",
        )


def _stale(path: str, committed: str, text: str) -> Finding:
    """A page that is another, with the first line at which it differs."""
    line, found, expected = _first_difference(committed, text)
    return Finding(
        "page-stale",
        "error",
        f"{path} is not what the sources give",
        _HINT,
        file=f"docs/{path}",
        line=line,
        expected=expected,
        found=found,
    )


def _first_difference(found: str, expected: str) -> tuple[int, str, str]:
    """The number of the first line that differs, as it was found and as it should be."""
    pairs = zip_longest(found.splitlines(), expected.splitlines(), fillvalue="")
    return next(
        ((n, one, other) for n, (one, other) in enumerate(pairs, 1) if one != other), (1, "", "")
    )
