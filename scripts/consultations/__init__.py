"""Consultation documents made into editions that can be searched, checked and cited."""

__version__ = "0.1.0"
