"""Boxes to be ticked, as text has them: `☒ Yes`, `[ ] No`, `Radio button: Ticked Yes`.

`BOX` and `TICKED` are regular expressions for the verbose mode, without a group of their own.
"""

SIGNS = "☐☑☒✓✔✗✘"
"""Characters that are boxes or ticks, and hardly ever anything else."""

_SPOKEN = r"(?: (?:Radio\ button|Checkbox):\ | (?m:^) )"
"""What a page says of a box to those who hear it, and a converter keeps."""

BOX = rf"""(?:
    [{SIGNS}□■◻◼]
  | \\?\[[ xX]?\\?\] | \( \ ? \) | \([xX]\)(?=\s)   # [ ] No, (x) Yes
  | {_SPOKEN} (?:Ticked|Unticked) (?=\s[A-Z])     # Radio button: Unticked Yes
)"""
"""A box, ticked or empty; its brackets may be escaped, as Markdown has them."""

TICKED = rf"""(?:
    [☑☒■◼✓✔✗✘]
  | \[[xX]\] | \([xX]\)(?=\s)                     # [x] No
  | {_SPOKEN} Ticked (?=\s[A-Z])                 # Checkbox: Ticked By ferry
)"""
"""A box that is ticked."""
