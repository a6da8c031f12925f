"""Putting a file or a folder in place: whole or not at all, and by one build at a time."""

from consultations.placing.failures import unwritten, writing
from consultations.placing.files import copy_files, put, remove_all_but
from consultations.placing.folders import replacing, tidy
from consultations.placing.locks import exclusive, founding
from consultations.placing.scratch import remove_scratch, scratch

__all__ = [
    "copy_files",
    "exclusive",
    "founding",
    "put",
    "remove_all_but",
    "remove_scratch",
    "replacing",
    "scratch",
    "tidy",
    "unwritten",
    "writing",
]
