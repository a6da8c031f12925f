r"""Backslashes that keep a sign from being read as markup.

Symptom: `the\_long\_minutes.pdf`, `2\. The tolls`, `\[sic\]`.
Cause: the source is Markdown, and the converter that made it put a backslash before every sign that
could have been taken for a mark.
Remedy: the backslash is taken out.
Leaves alone: a backslash before anything but such a sign, and one before another.
Seen in: Markdown made from DOCX and from web pages.
"""

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_ESCAPE = re.compile(r"(?<!\\)\\(?=[*_\[\]()#+.!<>|`~{}$&-])")

RULE = text_rule(
    "escapes",
    lambda text: (
        Proposal(*match.span(), "", "markup", "the escape of a sign")
        for match in _ESCAPE.finditer(text)
    ),
)
