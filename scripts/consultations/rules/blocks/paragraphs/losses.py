"""What the original held here and the source has not.

Symptom: a sentence that ends in `see`, in a colon with nothing behind it, or in a word that no
sentence ends with; words that point to a diagram or a table that is not there, or to `this blog`
without an address; a drawing's caption over its source, or between sentences of a text that points
to the drawing; what a word processor prints for a reference that leads nowhere; a question of a
consultation with the next one right under it.
Cause: the conversion dropped pictures, lists, answers, and the addresses behind links.
Remedy: none; the place is marked as a gap, with the words that show it. Nothing is filled. A
sentence that breaks off before something that may be its rest is a finding, and no gap.
Leaves alone: a colon before anything that may be what it announced: a list, a table, an address,
labelled or indented paragraphs, a list of headings, a quotation after a verb of saying; a word that
points to a table which follows; a question that the next one's answer answers too.
Seen in: a saved web page, text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Draft, Loss, Revision
from consultations.model.finding import Finding
from consultations.rules.blocks.paragraphs.body_block import BodyBlock
from consultations.rules.blocks.paragraphs.captions import Captions
from consultations.rules.rule import Rule

_LINK_AWAITED = re.compile(
    r"""\b(?:
        (?<!\bto\s)see | click                                            # for the rest see:
      | (?:available|accessed|bought|downloaded|found|obtained|online|ordered|published|read|seen)
        \s(?:online\s|free\s)?(?:at|from|via)                             # it can be found at
    )\s*:?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LINKED = re.compile(r"\b(?:on|in|at|read|see|via|follow) this (?:blog|link)\b", re.IGNORECASE)
_PICTURE = re.compile(
    r"""
      \b(diagram|figure|chart|graph|map|picture|photograph|table)s?\s+(?:(\d{1,3})\s+)?
      (?:below|overleaf|opposite|above|following)\b                       # the chart below
    | \b(?:following|next)\s+
      (diagram|figure|chart|graph|map|picture|photograph|table)\b         # the following table
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD_ERROR = re.compile(
    r"""
    Error!\s
    (?: (?:Reference\ssource|Bookmark)\snot\s(?:found|defined)
      | No\sbookmark\sname\sgiven | Not\sa\svalid\s(?:link|bookmark\sself-reference)
    )\b
    """,
    re.VERBOSE,
)
"""What a word processor prints for a reference whose aim is gone."""
_Lost = tuple[str, str]
"""What is lost, and the words that show it."""


def _revise(draft: Draft) -> Revision:
    places = [BodyBlock(draft, draft.body, i) for i in range(len(draft.body))]
    captions = Captions(draft)
    losses = [
        Loss(place.block.start + 1, what, evidence)
        for place in places
        for what, evidence in _losses(place, captions)
    ]
    findings = tuple(
        Finding(
            code="sentence-breaks-off",
            severity="note",
            what=f"{place.end!r} ends no sentence, and what follows may be its rest",
            hint="if it is, put the two on one line by an erratum",
            place=draft.locate(place.block.start),
        )
        for place in places
        if place.breaks_off and place.may_go_on
    )
    return Revision(losses=(*draft.losses, *losses), findings=findings)


def _losses(place: BodyBlock, captions: Captions) -> Iterator[_Lost]:
    """What is lost in or right after one block of the body, each with its evidence."""
    if place.is_unanswered:
        yield "lost answer", place.words
    if drawing := captions.lost(place.index):
        yield f"lost {drawing}", place.words
    if place.block.kind in ("paragraph", "list_item"):
        yield from _lost_after(place)
        yield from _lost_within(place, captions)


def _lost_after(place: BodyBlock) -> Iterator[_Lost]:
    """Of what should follow the block, what does not."""
    if _LINK_AWAITED.search(place.words) and not place.leads_to_address:
        yield "lost link", place.end
    elif place.leads_on and place.is_bare:
        yield "lost list", place.end
    elif place.breaks_off and not place.may_go_on:
        yield "lost end of a sentence", place.end


def _lost_within(place: BodyBlock, captions: Captions) -> Iterator[_Lost]:
    """Of what the block points to, what is not there."""
    words = place.words
    if (linked := _LINKED.search(words)) and not place.has_address:
        yield "lost link", words[max(0, linked.start() - 20) : linked.end() + 40].strip()
    for error in _FIELD_ERROR.finditer(words):
        yield "lost cross-reference", _around(words, error)
    for picture in _PICTURE.finditer(words):
        what, number = (picture[1] or picture[3]).lower(), picture[2]
        if not captions.is_there(what, number, place.index):
            yield f"lost {what}", _around(words, picture)
            break


def _around(words: str, match: re.Match[str]) -> str:
    """The sentence, or what of it stands near a match, as evidence."""
    start = words.rfind(". ", 0, match.start()) + 1
    stop = words.find(". ", match.end())
    sentence = words[start : stop + 1 if stop >= 0 else len(words)].strip()
    return sentence if len(sentence) < 200 else words[max(0, match.start() - 80) : match.end() + 20]


RULE = Rule("losses", _revise)
