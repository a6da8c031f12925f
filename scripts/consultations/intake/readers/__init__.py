"""Files of other makers to transcripts: one reader a format.

A reader is given a file that nobody here wrote. So it runs in a process of its own, with its time
and its memory limited, and gives back nothing but the transcript as data. It opens no other file
and asks no network.
"""

from consultations.intake.readers.confined import read_confined as read_file
from consultations.intake.readers.kinds import FileKind, kind_of
from consultations.intake.readers.plain import is_plain

__all__ = ["FileKind", "is_plain", "kind_of", "read_file"]
