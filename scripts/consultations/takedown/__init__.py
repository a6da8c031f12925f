"""Taking a document down, or words of it: out of every file that is committed or published.

What was published keeps its address, which says that something was taken down, when and why.
"""

from consultations.takedown.redaction import Request, redact
from consultations.takedown.remains import Remnant
from consultations.takedown.withdrawal import withdraw

__all__ = ["Remnant", "Request", "redact", "withdraw"]
