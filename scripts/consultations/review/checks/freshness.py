"""Whether what is committed is what the sources give: a second build would change nothing."""

from collections.abc import Iterator

from consultations import intake, pipeline
from consultations.model.finding import Finding
from consultations.pipeline import Archive
from consultations.review.checks.id_files import BUILD, stale_id_files
from consultations.review.differing import first_difference
from consultations.settings import Project


def stale(project: Project, archive: Archive) -> Iterator[Finding]:
    """Each committed file that is not what the sources give: changed, missing or left over."""
    made = pipeline.markdown_files(archive)
    for path, text in made.items():
        committed = intake.read_written(project.docs, path, intake.GENERATED_LIMIT)
        if committed is None:
            yield Finding(
                "page-missing", "error", f"{path} is not there", BUILD, file=f"docs/{path}"
            )
        elif committed != text.encode():
            yield _stale(path, committed.decode(errors="replace"), text)
    for path in pipeline.left_over(project.docs, made):
        what = f"{path} comes from no source"
        yield Finding("page-left-over", "error", what, BUILD, file=f"docs/{path}")
    yield from stale_id_files(project, archive)


def lost_ids(archive: Archive) -> Iterator[Finding]:
    """Each id whose document or entity is gone, and whose fate nobody has said."""
    for id_, kind in archive.ids.lost(archive.living).items():
        yield Finding(
            "id-dies",
            "error",
            f"the {kind} {id_} is no longer in the archive, and its address is dead",
            f"bring it back, add [moved.{id_}] with the id that bears it now, or [withdrawn.{id_}]",
            file=f"archive/{intake.IDS}",
            found=id_,
        )


def _stale(path: str, committed: str, text: str) -> Finding:
    """A page that differs, with the first line that does."""
    line, found, expected = first_difference(committed, text)
    return Finding(
        "page-stale",
        "error",
        f"{path} is not what the sources give",
        BUILD,
        file=f"docs/{path}",
        line=line,
        expected=expected,
        found=found,
    )
