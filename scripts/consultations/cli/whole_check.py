"""The check of a whole archive, the pages that people wrote among it."""

from consultations.review import Checked, check
from consultations.settings import Project


def whole_check(project: Project) -> Checked:
    """Everything that a pull request must satisfy, and what a build refuses of a written page."""
    # MkDocs is not imported for what reads one document.
    from consultations.publish.written_pages import require_written_pages  # noqa: PLC0415

    return check(project, require_written_pages)
