"""An archive of another debate: a folder that builds at once, and holds no document yet."""

from consultations.founding.skeleton_files import found_archive

__all__ = ["found_archive"]
