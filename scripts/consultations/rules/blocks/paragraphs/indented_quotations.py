"""Block quotations that nothing marks but their indent, or who is said to speak.

Symptom: a paragraph whose lines all stand further in than those of the text around it, which may be
a numbered paragraph.
Cause: the page set the quotation in, and the converter kept the place of its lines alone.
Remedy: such a paragraph is a block quotation where the text above it leads to one (`the clerk told
us:`), or where quotation marks stand around it; and so are the paragraphs right under it that stand
as far in. A colon behind a sentence that names a person, or has a verb of saying, leads to a single
one of whole sentences. What the author says or finds himself (`We propose the following:`) leads to
none. No further in, a paragraph under words that lead to a quotation is one where
it ends with its speaker, `They came by ferry. [Tenant 4]`, or where a note is called, or says "I"
or "we", which the author has not said before, or where they tell no more than that one speaks
(`One tenant said:`); and under any words where it does both, and its speaker is told by more than
an office, or where it ends as the one right above it does.
Leaves alone: an indent that the paragraphs around it share, or that only the first lines have; a
box, a list, an address.
Seen in: plain text made from PDF and from web pages.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from consultations import patterns as re
from consultations.english.credit_lines import is_coded, tells_who
from consultations.english.personal_names import personal_names
from consultations.english.saying import SAYING
from consultations.english.sentences import ends_sentence, sentence_start
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import skip_blanks
from consultations.rules.announced import is_own_lead, leads_to_quotation
from consultations.rules.layout import indent
from consultations.rules.marks import NUMBER
from consultations.rules.rule import Rule

_FURTHER = 2
"""Columns by which a quotation stands further in than the text around it."""
_OPENING = ("“", "‘", '"', "'", "«")
_CLOSING = ("”", "’", '"', "'", "»")
_SPEAKER = 80
"""Code points: behind the closing mark there may be as much, which says whose words they are."""
_SAYS = re.compile(rf"\b(?:{SAYING})\b")
_CREDITED = re.compile(
    r"""
    [.?!…”’"'] \s+
    (?: [\[(] (?! (?:see|cf|para(?:graph)?s?|sections?|chapters?|pages?|pp?|tables?|fig(?:ure)?s?
                    |annexe?|appendix|notes?|recommendations?|sources?) \b )     # (Paragraph 4)
        (?P<bracketed> [^\W\d_] [^\[\]()]{1,60} ) [\])]      # It was dark. [Tenant 4]
      | [–—] \s? (?P<signed> [^\W\d_] [^.?!]{2,60} ) )      # It was dark. — Ann Moss, keeper
    \.? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The end of words that say whose they are."""
_OWN = re.compile(
    r"\b(?:(?P<one>I|[Mm]e|[Mm]y|[Mm]yself)|(?P<many>[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves))\b"
)
"""In the words of somebody, of himself or of those to whom he belongs."""
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘(?:[^‘’]|\b’\b)*’")
_NOTED = re.compile(r"(?<=[.!?”’])(?:\[\d{1,3}\]|\d{1,3})\Z")
"""The call of a note at the end of words, which nothing has read."""
_ONE_SAYS = re.compile(
    rf"(?:As\s)?(?:one|another|an?)\b[^.:;,]{{2,60}}\b{SAYING}(?:\s\w+){{0,2}}:", re.IGNORECASE
)
"""A line that says no more than that somebody speaks: `One tenant told us:`."""
_COUNTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s")
"""The number of a paragraph of the author's: `6.6 We found that answer wanting.`"""
_OWN_LEAD = re.compile(r"\b(?:I|[Ww]e)\b|\A\W*You\b|\b(?:ask|invite|request)\w*\b")
"""In what the author says or asks himself."""


def _columns(draft: Draft, block: Block) -> list[int]:
    """How far in the lines of a block stand, its first line first."""
    return [indent(draft.text, *line) for line in draft.lines_of(block)]


def _around(draft: Draft, item: Block) -> list[int] | None:
    """How far in the words behind a paragraph's number stand; None where it has none."""
    number = NUMBER.match(draft.text, skip_blanks(draft.text, item.start, item.end))
    if number is None or number[2]:
        return None
    first, *others = _columns(draft, item)
    behind = first + number.end() - number.start()
    # Its other lines may stand under the number: what is further in than they is none of it.
    return [max(others)] if others else [behind]


def _is_text(block: Block) -> bool:
    return block.kind == "paragraph" and not block.keeps_lines and len(block.spans) == 1


def _is_marked(words: str) -> bool:
    """Whether quotation marks stand around the words, perhaps with their speaker behind them."""
    if not words.startswith(_OPENING):
        return False
    last = max(words.rfind(mark) for mark in _CLOSING)
    return last > 0 and len(words) - last <= _SPEAKER and words.count(words[0]) <= 2


def _credit(words: str) -> re.Match[str] | None:
    """Who is told at the end to have said the words; None where the author says a part of them.

    The author leads in what stands between marks at the end: `She waved: “Go” (Keeper 4).`
    """
    credit = _CREDITED.search(words)
    if credit and words[credit.start()] in _CLOSING and not _is_marked(words):
        return None
    return credit


def _may_say(words: str) -> bool:
    """Whether words end in a colon, and their last sentence has somebody who may be speaking."""
    if not words.endswith(":"):
        return False
    sentence = words[sentence_start(words, len(words) - 1) :]
    people = (name for name in personal_names(sentence) if name.evidence != "form")
    return _SAYS.search(sentence) is not None or next(people, None) is not None


def _is_speech(words: str, here: Sequence[int], under: Sequence[int] | None) -> bool:
    """Whether a block by itself is set in and is of whole sentences, over several lines."""
    alone = under is None or min(under) < min(here)
    return len(here) > 1 and alone and words[:1].isupper() and ends_sentence(words)


def _stands_in(
    words: str,
    lead: str,
    outer: Sequence[int],
    here: Sequence[int],
    under: Sequence[int] | None,
) -> bool:
    """Whether a block stands further in, and marks or the words above tell it for a quotation."""
    if not _is_further(outer, here, under):
        return False
    if _is_marked(words):
        return True
    may_lead = leads_to_quotation(lead) or (_is_speech(words, here, under) and _may_say(lead))
    return may_lead and not is_own_lead(lead)


def _speaking(words: str) -> frozenset[str]:
    """Whether words are of whoever says them, alone (`one`) or with others (`many`)."""
    return frozenset(str(match.lastgroup) for match in _OWN.finditer(_QUOTED.sub("", words)))


def _is_led_in(
    words: str, lead: str, author: Set[str], *, noted: bool, is_next: bool, is_open: bool
) -> bool:
    """Whether words that stand no further in are a quotation to which others lead.

    They name who says them, or have a note of where they stand; or they are of whoever says them,
    and not of whoever leads in, or stand under nothing but that somebody says them.

    Args:
        words: of the block.
        lead: the words above.
        author: how the author has spoken of himself before, as `_speaking` has it.
        noted: whether a note is called at their end.
        is_next: whether they stand right under the words above.
        is_open: whether the words above have led in no quotation that is set in.
    """
    if not is_open or _COUNTED.match(words) or not leads_to_quotation(lead):
        return False
    # In lower case the sentence goes on: "They noted that", and below it "nobody had come.[4]".
    if _credit(words) or (noted and not words[:1].islower()):
        return True
    words = _NOTED.sub("", words)
    is_plain = words.endswith((".", "!")) and not words.startswith(_OPENING)
    sentence = lead[sentence_start(lead, len(lead) - 1) :]
    is_theirs = bool(_speaking(words) - author) and not _OWN_LEAD.search(sentence)
    is_all = is_next and _ONE_SAYS.fullmatch(lead) is not None and not _QUOTED.search(words)
    return is_plain and (is_theirs or is_all)


def _is_noted(draft: Draft, block: Block) -> bool:
    """Whether a note is called where a block ends."""
    return any(block.end - 2 <= one.offset <= block.end for one in draft.markers) or bool(
        _NOTED.search(draft.read(block))
    )


def _is_credited(words: str, *, after_another: bool) -> bool:
    """Whether words end with who says them, told by a number, or by an office and more.

    They are of whoever says them too, or stand right under another quotation that was told so.
    """
    credit = _credit(words)
    if credit is None or not (after_another or _OWN.search(words)):
        return False
    who = credit["bracketed"] or credit["signed"]
    return is_coded(who) or (tells_who(who) and bool(credit["signed"] or "," in who))


def _is_further(outer: Sequence[int], here: Sequence[int], under: Sequence[int] | None) -> bool:
    """Whether a block stands further in than the text above it, and not with its first line only.

    An indent of first lines is shared: the paragraph under it has it too, and goes on further out.

    Args:
        outer: the columns of the lines of the text above.
        here: those of the block.
        under: those of the block under it; None where that is no text.
    """
    is_shared = under is not None and under[0] == here[0] != min(under)
    return min(here) >= max(min(outer), outer[0]) + _FURTHER and not is_shared


def _quotations(draft: Draft) -> Iterator[Block]:
    """The blocks that are quotations by their indent."""
    columns = [_columns(draft, block) if _is_text(block) else None for block in draft.body]
    around = [
        _around(draft, block) if block.kind == "list_item" else here
        for block, here in zip(draft.body, columns, strict=True)
    ]
    above = 0  # the text that the blocks now read are to stand further in than
    credited = -1  # the last that was found by whom it names
    spent = -1  # the text above that has led in one set in
    inside = 0  # the column of the quotation that is open, 0 for none
    author: set[str] = set()
    following = [*columns[1:], None]  # one too many where there is no block at all
    for n, (block, here, under) in enumerate(zip(draft.body, columns, following, strict=False)):
        outer = around[above]
        if here is None or outer is None or n == 0:
            above, inside = n, 0
            author |= set() if block.kind == "blockquote" else _speaking(draft.read(block))
            continue
        if inside and min(here) >= inside:
            yield block
            continue
        words, lead = draft.read(block), draft.read(draft.body[above])
        if _stands_in(words, lead, outer, here, under):
            inside, spent = min(here), above
        elif _is_led_in(
            words,
            lead,
            author,
            noted=_is_noted(draft, block),
            is_next=above == n - 1,
            is_open=above != spent,
        ):
            pass
        elif _is_credited(words, after_another=credited == n - 1):
            credited = n
        else:
            above, inside = n, 0
            author |= _speaking(words)
            continue
        yield block


def _revise(draft: Draft) -> Revision:
    found = {block.start for block in _quotations(draft)}
    quoted = (replace(b, kind="blockquote") if b.start in found else b for b in draft.blocks)
    return Revision(blocks=tuple(quoted))


RULE = Rule("indented-quotations", _revise)
