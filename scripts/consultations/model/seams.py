"""Where two pieces of a block meet: whether their words have a blank between them."""

from consultations.model.apparatus import Apparatus
from consultations.model.text import Interval, trim

_HYPHENS = frozenset({"-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"})


def is_cut(text: str, apparatus: Apparatus, first: Interval, second: Interval) -> bool:
    """Whether two pieces of a block have no blank between them.

    So it is inside a word, and where a note that stood at its call is all that parts them.

    Args:
        text: the draft's.
        apparatus: what has been done to the source so far.
        first: a piece, in code points of the text.
        second: the piece that goes on with it.
    """
    if _ends_inside_word(text, apparatus, *first):
        return True
    (_, end), (start, _) = first, second
    before, after = text[max(0, end - 1) : end], text[start : start + 1]
    if not (before.strip() and after.strip()):
        return False
    place = apparatus.source_interval(end, end)[0]
    here = apparatus.between(place, place + 1)
    return any(e.kind == "footnote-marker" and e.after == "\n" for e in here)


def _ends_inside_word(text: str, apparatus: Apparatus, start: int, end: int) -> bool:
    """Whether text[start:end] ends inside a word: at a hyphen, or where one was taken out."""
    end = trim(text, start, end)[1]
    # A hyphen after a blank is a dash, as in "the shop was open -".
    if text[end - 1 : end] in _HYPHENS and text[max(0, end - 2)].isalnum():
        return True
    # Where a join has already taken the hyphen out, only the apparatus knows of it. A join that
    # took out nothing but white space has not cut a word: it ends in "were ", not in "tech-".
    place = apparatus.source_interval(end, end)[0]
    here = apparatus.between(place, place + 1)
    return any(e.kind == "join" and not e.after and e.before.strip() for e in here)
