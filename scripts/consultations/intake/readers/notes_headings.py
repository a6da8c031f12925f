"""The heading of a list of notes: once each note stands where it is called, it heads nothing."""

from consultations import patterns as re

NOTES_HEADING = re.compile(r"(?:end|foot)?notes|notes and references|references", re.IGNORECASE)
HEADS_NOTES = "heads the notes, which stand where they are called"
"""Why such a heading is left out."""
