"""What a Markdown file says of itself above its text.

Symptom: between two lines `---` or `+++`, or between braces, at the very beginning, lines such as
`title: Ferries at night` or `draft = false`; or lines there that begin with a per cent sign.
Cause: the file was made for a program that builds web sites, and the converter took it whole.
Remedy: the lines are taken out. They are facts for the record, and no part of the text.
Leaves alone: rulings with prose, or with the labels of a letter (`From: Ann Ferry`), between them;
such lines anywhere but at the beginning; a block that is not closed.
Seen in: Markdown from web sites.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.model.text import lines
from consultations.rules.rule import text_rule

_MARKS = {"---": ("---", "..."), "+++": ("+++",), "{": ("}",)}
"""The lines that open such a block (YAML, TOML, JSON), and those that close each."""
_TITLE_BLOCK = re.compile(r"\A%[ \t]+\S.*(?:\n(?:%|[ \t]+\S).*){0,6}(?=\n\s*(?:\n|\Z))")
"""Title, authors and date as a converter of Markdown has them: each after its sign."""
_FIELD = re.compile(r"""["']?[a-z_][\w.-]{0,40}["']?\s*[:=](?:\s|\Z)|\[{1,2}[\w.]{1,60}\]{1,2}\Z""")
_MORE = re.compile(r"\s|-\s|[\]}\"'#]|\Z")
"""A line between two fields: with an indent, an item, the end of a list, a comment, or empty."""
_LONGEST = 200
"""Most lines of such a block."""


def _propose(text: str) -> Iterator[Proposal]:
    printed = lines(text[:100_000])
    words = [text[line.start : line.end].rstrip() for line in printed[: _LONGEST + 2]]
    reason = "what the file says of itself"
    if block := _TITLE_BLOCK.match(text):
        for line in lines(block[0]):
            yield Proposal(line.start, line.end, "", "markup", reason)
    closing = _MARKS.get(words[0])
    if closing is None:
        return
    last = next((n for n, line in enumerate(words) if n and line in closing), 0)
    inside = words[1:last]
    if not any(_FIELD.match(line.strip()) for line in inside):
        return
    if all(_FIELD.match(line) or _MORE.match(line) for line in inside):
        for line in printed[: last + 1]:
            if line.end > line.start:
                yield Proposal(line.start, line.end, "", "markup", reason)


RULE = text_rule("front-matter", _propose)
