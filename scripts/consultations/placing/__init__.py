"""Putting a file or a folder in place: whole or not at all, and by one build at a time."""

from consultations.placing.failures import unwritten, writing
from consultations.placing.files import copy_files, put, remove_all_but
from consultations.placing.folders import replacing, tidy
from consultations.placing.locks import exclusive, founding

__all__ = [
    "copy_files",
    "exclusive",
    "founding",
    "put",
    "remove_all_but",
    "replacing",
    "tidy",
    "unwritten",
    "writing",
]
