"""The grounds on which a break between two blocks is false."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.english.addresses import has_address
from consultations.english.letter_words import VALEDICTION
from consultations.english.sentences import ends_sentence
from consultations.english.small_words import ARTICLES, COORDINATORS, OPENERS
from consultations.english.word_lists import words
from consultations.model.emendation import Certainty
from consultations.rules.breaks import LONG, Break
from consultations.rules.heading_evidence.words import LONGEST, is_caption
from consultations.rules.marks import LONE_MARK
from consultations.rules.prose import (
    SPEAKER,
    announces,
    awaits_name,
    breaks_off,
    closes,
    goes_on,
    is_quotation,
    turns_over,
)

_PROSE = ("paragraph", "list_item", "blockquote")
_DATED = re.compile(r"\A(?:\S+\s+){0,6}\S*\d{4}(?:-\d\d){0,2}\Z")
"""A short line that ends in a year or a date, as titles and signatures do."""
_CLAUSE = 8
"""Words: what is shorter may be a label in lower case."""
_NEVER_LAST = ARTICLES | COORDINATORS | words("small_words", "possessives")
"""Words that end no line which is whole. A heading may well end in another small word: `Who we
are`, `What we ask for`."""


class Ground(NamedTuple):
    """Why two blocks are one, and how sure that is."""

    reason: str
    certainty: Certainty = "certain"


def ground(place: Break) -> Ground | None:
    """Why the two blocks at a break are one; None where they are two."""
    for judge in _JUDGES:
        verdict = judge(place)
        if verdict is not None:
            return verdict or None
    return None


_APART: Literal[False] = False
_Verdict = Ground | Literal[False] | None
"""A ground to join, `_APART` to leave apart, or nothing to say."""


def _by_kind(place: Break) -> _Verdict:
    if place.first.kind not in _PROSE or place.second.kind not in _PROSE:
        return _APART
    apart = place.second.marker is not None or place.first.keeps_lines or place.second.keeps_lines
    is_outside = place.is_outside and place.stands_apart and not place.over_page
    is_close = VALEDICTION.fullmatch(place.before) is not None  # who signs comes under it
    # No printer parts one letter from its word: it is the label of a note.
    is_label = place.before.endswith("-") and len(place.first_word) == 1
    turns = turns_over(place.before) or turns_over(place.after)
    is_empty = all(map(LONE_MARK.fullmatch, (place.before, place.after)))  # lines of a form
    return _APART if apart or is_outside or is_close or is_label or turns or is_empty else None


def _by_bracket(place: Break) -> _Verdict:
    if place.opened in ("(", "[") and closes(place.after, place.opened) and not place.ends:
        return Ground("a bracket is open before the break, and closed after it")
    return None


def _by_item(place: Break) -> _Verdict:
    """Of two items: one that the conversion made of another's rest has no mark of its own."""
    if place.first.kind != "list_item" or place.second.kind != "list_item":
        return None
    in_bracket = place.after[:1] == "(" and place.after[1:2].islower()
    if place.stands_apart and in_bracket and place.before[-1:].isalnum():
        return Ground("an item that begins with a bracket in lower case", "probable")
    return _APART if place.stands_apart else None


def _by_structure(place: Break) -> _Verdict:
    is_quotation = [block.kind == "blockquote" for block in (place.first, place.second)]
    other = place.second.kind == "list_item" or is_quotation == [False, True]
    is_label = is_caption(place.before) and len(place.before.split()) <= LONGEST
    return _APART if other or is_label else None


def _by_number(place: Break) -> _Verdict:
    """Of a numbered paragraph whose sentence happens to end with its page."""
    is_numbered = place.first.kind == "list_item" and "." in (place.first.marker or "")
    is_rest = place.second.kind == "paragraph" and ends_sentence(place.after)
    is_page = place.over_page or place.over_notes
    if not (place.numbered and is_page and is_numbered and is_rest and place.ends):
        return None
    if is_quotation(place.after) or is_caption(place.after) or len(place.after) < LONG:
        return None
    return Ground("paragraphs have numbers here, and this one goes on over the page", "probable")


def _by_quotation(place: Break) -> _Verdict:
    opened = place.opened in ("“", '"') and closes(place.after, place.opened)
    if opened and place.over_head:
        return Ground("a quotation is open before the page's end, and closed after it")
    return None


def _by_ellipsis(place: Break) -> _Verdict:
    if place.before.endswith(("...", "…")) and place.is_lower:
        return Ground("the sentence goes on after the ellipsis, in lower case")
    return None


def _by_end(place: Break) -> _Verdict:
    whole = place.ends or place.before.endswith(":") or _DATED.search(place.before)
    return _in_lower_case(place) or _APART if whole else None


def _in_lower_case(place: Break) -> Ground | None:
    """That the second block alone begins in lower case among paragraphs, though the first ends."""
    if place.first.kind == "blockquote" or place.second.kind != "paragraph" or not place.cased:
        return None
    whole = ends_sentence(place.after) or place.after.endswith(")")
    alone = not place.before[:1].islower() and not place.third[:1].islower()
    whole = whole and len(place.after.split()) >= _CLAUSE
    if place.ends and whole and alone and place.is_lower:
        return Ground("the only paragraph here that begins in lower case", "probable")
    return None


def _by_lead(place: Break) -> _Verdict:
    """Of a first block that ends in a word, or at a mark, after which more must come.

    A paragraph that is numbered in parts is an item by its marker alone.
    """
    item = place.first.kind == "list_item" and "." not in (place.first.marker or "")
    leads_on = announces(place.before) if item else breaks_off(place.before)
    if not leads_on or _is_interrupted(place):
        return None
    if place.is_lower or goes_on(place.after):
        return Ground("the sentence breaks off before the break, and goes on after it")
    if place.first_word.lower() in OPENERS:
        return None  # a new sentence
    if place.before.endswith(("; and", "; or")):
        return None  # one item of a list leads to the next
    if place.full or place.over_page:
        return Ground("the sentence breaks off where the line or the page is full")
    if place.last_word.lower() in _NEVER_LAST:
        certainty: Certainty = "certain" if place.is_long else "probable"
        return Ground("the sentence breaks off at a word that ends none", certainty)
    if place.over_notes:
        return Ground("the sentence breaks off over the notes of a page", "probable")
    return None


def _by_lower_case(place: Break) -> _Verdict:
    if not place.cased or not goes_on(place.after) or place.before.endswith(";"):
        return None
    if place.before.isupper() and place.stands_apart and not place.after.isupper():
        return None  # a heading, or what a page is stamped with
    if place.stands_apart and not (place.over_page or place.over_notes) and _begins(place):
        return None
    sure = place.over_page or place.is_long or len(place.before.split()) >= _CLAUSE
    certainty: Certainty = "certain" if sure else "probable"
    return Ground("the sentence has no end before the break, and goes on in lower case", certainty)


def _begins(place: Break) -> bool:
    """Whether the second block begins something, though in lower case.

    It is an address of the net, or leads from one list to the next: `and it has:`.
    """
    leads = place.first.kind == "list_item" and place.after.endswith(":")
    return leads or has_address(place.first_word)


def _by_title(place: Break) -> _Verdict:
    """Of a name that is cut after its title: `Mr`, and `Ferry` in the next block."""
    if not (awaits_name(place.before) and place.first_word[:1].isupper()):
        return None
    return Ground("a name goes on after its title", "certain" if place.over_page else "probable")


def _by_page(place: Break) -> _Verdict:
    """Of words that a page's end cuts, where a capital follows that need begin no sentence.

    A full line ends in a capital word, and is cut within a name; or all paragraphs end in a stop
    but this one, which is cut before a name: `on the last`, and `Monday in May.`
    """
    is_name = place.first_word[:1].isupper() and place.first_word.lower() not in OPENERS
    whole = place.before[-1:].isalnum() and not SPEAKER.match(place.after)
    if not (is_name and whole and place.over_page):
        return None
    is_text = place.full or len(place.before.split()) >= _CLAUSE
    if place.last_word[:1].isupper() and is_text:
        return Ground("a name at the end of a full page goes on", "probable")
    is_prose = place.first.kind == "paragraph" or place.first.marker is not None
    if place.stopped and is_prose and place.is_long and ends_sentence(place.after):
        return Ground("the only paragraph here without a full stop ends with its page", "probable")
    return None


def _is_interrupted(place: Break) -> bool:
    """Whether a speaker breaks off, at a dash after a blank, and another begins."""
    dash = place.before.endswith(("--", " -", " –", " —", "——"))
    return (dash and not place.is_lower) or SPEAKER.match(place.after) is not None


_JUDGES: tuple[Callable[[Break], _Verdict], ...] = (
    _by_kind,
    _by_bracket,
    _by_item,
    _by_structure,
    _by_number,
    _by_quotation,
    _by_ellipsis,
    # A title may have a full stop, which ends nothing: `Mr.`
    _by_title,
    # What ends, ends; only what follows can say otherwise.
    _by_end,
    _by_lead,
    _by_lower_case,
    _by_page,
)
