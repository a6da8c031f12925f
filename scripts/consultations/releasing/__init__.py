"""A release of the archive: numbered, kept as it is, and put into one file to be deposited."""

from consultations.releasing.changes import changes_as_text
from consultations.releasing.making import archive_file, finish, planned, release, unfinished

__all__ = ["archive_file", "changes_as_text", "finish", "planned", "release", "unfinished"]
