"""Boxes to be ticked, as text has them: `☒ Yes`, `[ ] No`, `Radio button: Ticked Yes`.

Regular expressions for the verbose mode, without a group of their own.
"""

_SPOKEN = r"(?: (?:Radio\ button|Checkbox):\ | (?m:^) )"
"""What a page says of a box to those who hear it, and a converter keeps."""

BOX = rf"""(?:
    [☐☑☒□■✓✔✗✘]
  | \[[ xX]?\] | \( \ ? \) | \([xX]\)(?=\s)       # [ ] No, (x) Yes
  | {_SPOKEN} (?:Ticked|Unticked) (?=\s[A-Z])     # Radio button: Unticked Yes
)"""
"""A box, ticked or empty."""

TICKED = rf"""(?:
    [☑☒■✓✔✗✘]
  | \[[xX]\] | \([xX]\)(?=\s)                     # [x] No
  | {_SPOKEN} Ticked (?=\s[A-Z])                 # Checkbox: Ticked By ferry
)"""
"""A box that is ticked."""
