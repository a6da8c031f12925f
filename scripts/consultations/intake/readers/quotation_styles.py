"""Names of the styles of block quotations, as Word, LibreOffice and others have them."""

from consultations import patterns as re

QUOTATION = re.compile(r"quot|block text|zitat|citation|cita\b", re.IGNORECASE)
"""In several languages."""
