"""The whole order, from sources to everything that the site is made of.

archive/ -> intake -> rules -> edition, annotate -> editions -> pages -> docs/
                                                             -> passages -> index -> export
"""

from importlib import import_module
from typing import TYPE_CHECKING

from consultations.pipeline.archive import (
    GENERATED,
    Archive,
    editions_of,
    kept_editions,
    read,
    read_one,
    read_releases,
    released,
    require_site,
    try_out,
    with_whole_archive,
)
from consultations.pipeline.kept_authority import read_authority

if TYPE_CHECKING:
    from consultations.pipeline.prepared import (
        Prepared,
        data_of,
        forget_pages,
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
    "forget_pages",
    "id_files",
    "kept_editions",
    "left_over",
    "markdown_files",
    "permalinks_file",
    "prepare",
    "put_all",
    "put_pages",
    "read",
    "read_authority",
    "read_one",
    "read_releases",
    "released",
    "rendered_pages",
    "require_site",
    "try_out",
    "with_whole_archive",
]


def __getattr__(name: str) -> object:
    """What makes the parts of the site, imported when it is first asked for (PEP 562).

    Pages, data and search take half a second, and what reads one document needs none of them.
    """
    if name in __all__:
        return getattr(import_module("consultations.pipeline.prepared"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
