r"""What keeps a sign from being read as markup: a backslash, or an entity.

Symptom: `the\_long\_minutes.pdf`, `2\. The tolls`, `\[sic\]`; `&lt;b>`.
Cause: the source is Markdown, and the converter that made it put a backslash before every sign that
could have been taken for a mark; or its author wrote of a tag.
Remedy: the backslash is taken out; the entity becomes its sign.
Leaves alone: a backslash before anything but such a sign, and one before another.
Seen in: Markdown made from DOCX and from web pages.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_ESCAPE = re.compile(r"(?<!\\)\\(?=[*_\[\]()#+.!<>|`~{}$&-])")

_TYPED = re.compile(r"&(?:amp;)*+lt;(?=/?[a-z])", re.IGNORECASE, needs="&")
"""The sign before the name of a tag, of which an author wrote: `&lt;b>`."""


def _propose(text: str) -> Iterator[Proposal]:
    for match in _ESCAPE.finditer(text):
        yield Proposal(*match.span(), "", "markup", "the escape of a sign")
    for match in _TYPED.finditer(text):
        yield Proposal(*match.span(), "<", "entity", "an entity of HTML")


RULE = text_rule("escapes", _propose, changes_letters=True)
