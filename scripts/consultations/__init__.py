"""The Recovery Debate: consultation documents made into editions that can be searched and cited."""

__version__ = "0.1.0"
