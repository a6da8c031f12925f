"""An archive of another debate: a folder that builds at once, and holds no document yet."""

from consultations.founding.program import Program, this_program
from consultations.founding.skeleton_files import found_archive

__all__ = ["Program", "found_archive", "this_program"]
