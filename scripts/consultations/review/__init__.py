"""What a pull request must satisfy, and what its reviewer must see."""

from consultations.review.checking import Check, Checked, check, check_documents
from consultations.review.checks.id_files import spoilt_id_files
from consultations.review.located import LocatedFinding

__all__ = ["Check", "Checked", "LocatedFinding", "check", "check_documents", "spoilt_id_files"]
