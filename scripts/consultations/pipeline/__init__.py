"""The whole order, from sources to everything that the site is made of.

archive/ -> intake -> rules -> edition, annotate -> editions -> pages -> docs/
                                                             -> passages -> index -> export
"""

from consultations.pipeline.archive import (
    Archive,
    editions_of,
    kept_editions,
    read,
    read_one,
    read_releases,
    released,
    try_out,
    with_whole_archive,
)
from consultations.pipeline.prepared import (
    GENERATED,
    Prepared,
    data_of,
    forget_rendered,
    id_files,
    left_over,
    markdown_files,
    permalinks_file,
    prepare,
    put_all,
    put_pages,
    rendered_pages,
)

__all__ = [
    "GENERATED",
    "Archive",
    "Prepared",
    "data_of",
    "editions_of",
    "forget_rendered",
    "id_files",
    "kept_editions",
    "left_over",
    "markdown_files",
    "permalinks_file",
    "prepare",
    "put_all",
    "put_pages",
    "read",
    "read_one",
    "read_releases",
    "released",
    "rendered_pages",
    "try_out",
    "with_whole_archive",
]
