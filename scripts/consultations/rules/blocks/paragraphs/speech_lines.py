"""Speeches under one another without an empty line.

Symptom: `Interviewer: When did you come?` and right under it `Ann Marsh: In May.`; `Q. When?` and
`A. In May.`
Cause: whoever typed an interview began a line for each speech and no more.
Remedy: a line that begins with a label of a speech is a paragraph of its own, with the lines under
it, and so is what happened in the room, in brackets on a line of its own. The labels are those that
begin two lines at least, of which one asks twice and is answered right under it by another, or two
have the numbers of questions (`Q412 Chair: `), and beside those a name with a title that stands
once; and what says of two lines at least that they answer (`Answer: b)`).
Leaves alone: fields of a form and heads of letters, in which nobody asks; any other label that
stands once.
Seen in: interviews, statements and hearings as plain text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.call_labels import answer_label
from consultations.english.persons import is_title
from consultations.english.stage_directions import ends_hearing, is_direction
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.form_lines import asks
from consultations.rules.line_widths import BlockLine, block_lines
from consultations.rules.rule import Rule

_LABEL = re.compile(
    r"""
    (?P<number> Q\.?\s?\d{1,4}[.:)]? \s{1,4} )?            # Q412 Chair: When?
    (?: (?P<letter> [QA] ) [.:] \s                          # Q. When?
      | (?P<name> [^\W\d_a-z][\w'’.-]{0,30} (?: \s [\w'’.-]{1,30} ){0,4} )
        (?: \s \([^()]{1,60}\) )? : (?:\s|\Z) )               # Interviewer: When?
    """,
    re.VERBOSE,
)
_FEWEST = 2


def _revise(draft: Draft) -> Revision:
    inside = {
        block.start: [line for line in block_lines(draft, block) if line.words]
        for block in draft.blocks
        if block.kind in ("paragraph", "list_item") and len(block.spans) == 1
    }
    words = [line.words for printed in inside.values() for line in printed]
    labels = _speaking(words) | _answering(words)
    if not labels:
        return Revision()
    blocks: list[Block] = []
    for block in draft.blocks:
        blocks += _parts(block, inside.get(block.start, ()), labels)
    return Revision(blocks=tuple(blocks))


def _speaking(printed: Sequence[str]) -> frozenset[str]:
    """The labels of the speakers in some lines; none where nobody asks and is answered."""
    often = Counter(filter(None, map(_label, printed)))
    labelled: list[tuple[str, str]] = []
    put = sum(map(_is_put, printed))
    for words in printed:
        label = _label(words)
        is_known = label and (often[label] >= _FEWEST or (put >= _FEWEST and _is_titled(label)))
        if label and (is_known or _is_put(words)):
            labelled.append((label, words))
        elif labelled:
            # A speech ends with its last line.
            labelled[-1] = labelled[-1][0], words
    asking = Counter(
        label
        for (label, words), (following, _) in pairwise(labelled)
        if label != following and asks(words)
    )
    enough = max([put, *asking.values()]) >= _FEWEST
    return frozenset(label for label, _ in labelled) if enough else frozenset()


def _is_titled(label: str) -> bool:
    """Whether a label is a name with a title, enough for a speaker who speaks once: `Mr Ferry`."""
    title, _, name = label.partition(" ")
    return bool(name) and is_title(title)


def _is_put(words: str) -> bool:
    """Whether a line is a speech with the number of a question to a witness."""
    match = _LABEL.match(words)
    return match is not None and match["number"] is not None and match["name"] is not None


def _answering(printed: Sequence[str]) -> frozenset[str]:
    """The labels of answers that begin two lines at least."""
    found = Counter(
        label for words in printed if answer_label(words) is not None and (label := _label(words))
    )
    return frozenset(label for label, times in found.items() if times >= _FEWEST)


def _label(words: str) -> str | None:
    match = _LABEL.match(words)
    return (match["letter"] or match["name"]) if match else None


def _parts(block: Block, printed: Sequence[BlockLine], labels: frozenset[str]) -> Iterator[Block]:
    """A block, parted before each speech and around each direction."""
    start, kind = block.start, block.kind
    for line, following in pairwise(printed):
        begins = _label(following.words) in labels
        if begins or _is_of_room(following.words) or _is_of_room(line.words):
            yield replace(block, kind=kind, spans=((start, line.end),))
            start, kind = following.start, "paragraph"
    parted = start != block.start
    yield replace(block, kind=kind, spans=((start, block.end),)) if parted else block


def _is_of_room(words: str) -> bool:
    """Whether a line says what happens in the room, or who is heard, and by whom."""
    return is_direction(words) or ends_hearing(words)


RULE = Rule("speech-lines", _revise)
