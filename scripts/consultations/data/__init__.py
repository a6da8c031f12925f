"""What reusers take of an edition: now citations in the styles that they write in.

- `items`: what is cited, as CSL-JSON has it: a document, a passage of it, a work
- `styles`: references in the styles of CSL. The only room that knows citeproc.
"""

from consultations.data.items import Item, at, document_item, work_item
from consultations.data.styles import STYLES, reference

__all__ = ["STYLES", "Item", "at", "document_item", "reference", "work_item"]
