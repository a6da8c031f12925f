"""Lists of terms and what they mean.

Symptom: a term on a line by itself, and under it, perhaps after an empty line, one or several lines
or paragraphs that begin with a colon and blanks: `Lamp`, `:   A vessel with oil.`
Cause: the source is Markdown of pandoc or of its likes, which write lists of definitions so.
Remedy: the term is an item, and each meaning one inside it, of which the colon is taken out. Two
terms at least must have meanings.
Leaves alone: a colon elsewhere; a single term; the caption of a table or picture.
Seen in: Markdown and plain text made by pandoc, kramdown and PHP Markdown Extra.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.rule import Rule

_MEANING = re.compile(
    r"""
    ^[ ]{0,3} (?P<mark> :[ \t]{1,8} ) (?=\S)
    (?: (?<!\n\n:[ ]) | (?! .* \n [ \t]* \n [ ]{0,3} \| ) )   # by itself over a table: its caption
    """,
    re.MULTILINE | re.VERBOSE,
)
_TERM = re.compile(
    rf"^(?P<term>(?!!\[)[^\s:|>\#][^\n]{{0,80}})\n(?:[ \t]*\n)?(?={_MEANING.pattern})",
    re.MULTILINE | re.VERBOSE,
)
_FEWEST = 2
"""Terms of a list."""


def _revise(draft: Draft) -> Revision:
    terms = [term["term"].rstrip() for term in _TERM.finditer(draft.text)]
    if sum(not ends_sentence(term) and not term.endswith(":") for term in terms) < _FEWEST:
        return Revision()
    parts = [part for block in draft.blocks for part in _parted(draft, block)]
    over = [None, *parts[:-1]]
    marks = [_mark(draft, part, above) for part, above in zip(parts, over, strict=True)]
    reason = "the mark of what a term means, kept as structure"
    proposals = (Proposal(at, at + 1, "", "markup", reason) for at in marks if at is not None)
    blocks = (
        replace(part, kind="list_item") if {mark, under} != {None} else part
        for part, (mark, under) in zip(parts, pairwise([*marks, None]), strict=True)
    )
    return Revision(tuple(proposals), tuple(blocks))


def _parted(draft: Draft, block: Block) -> Iterator[Block]:
    """A paragraph parted where its lines begin with the mark of a meaning."""
    if block.kind != "paragraph" or len(block.spans) > 1:
        yield block
        return
    marks = [match.start() for match in _MEANING.finditer(draft.text, block.start, block.end)]
    edges = sorted({block.start, *marks, block.end})
    yield from (replace(block, spans=(span,)) for span in pairwise(edges))


def _mark(draft: Draft, part: Block, above: Block | None) -> int | None:
    """Where the mark of a meaning stands that a paragraph begins with, and no caption does."""
    if part.kind != "paragraph" or above is None or above.kind != "paragraph":
        return None
    mark = _MEANING.match(draft.text, part.start)
    return mark.start("mark") if mark else None


RULE = Rule("definition-lists", _revise)
