"""The leaves of a query's tree: a word, a phrase, a field.

client/engine/query/leaves.js mirrors it.
"""

import re
from collections.abc import Iterator
from typing import cast

from consultations.analysis import fold, stem, tokens
from consultations.index.lexer import Piece, QuerySyntaxError
from consultations.index.query import (
    Field,
    FieldName,
    Node,
    Slot,
    Speaking,
    Voice,
    Words,
    Years,
)

KINDS = ("heading", "paragraph", "list_item", "blockquote", "table", "footnote", "reference")
MOST_EDITS = 3

_NEAR = re.compile(r"([^~]+)~([0-9]{0,6})")
# At the end of a word a question mark is what it is everywhere: pasted text has them.
_LAST_QUESTION_MARKS = re.compile(r"\?+$")
_WILD = re.compile(r"([*?]+)")
_YEAR = re.compile(r"[0-9]{4}")
_YEARS = re.compile(r"([\[{])\s*([0-9]{4})?\s*TO\s*([0-9]{4})?\s*([\]}])")


def leaf(piece: Piece, field: str | None) -> Node:
    """The leaf that a phrase, a word or a range stands for.

    Args:
        piece: of one of these kinds.
        field: the field that it is a value of; None where it is looked for in the text.

    Raises:
        QuerySyntaxError: it has no words, or is not what its field takes.
    """
    if field == "year":
        return _years(piece)
    if field == "voice":
        return _voice(piece)
    if field:
        return _field(cast(FieldName, field), piece)
    return _phrase(piece) if piece.kind == "phrase" else _word(piece)


def says_something(piece: Piece) -> bool:
    """Whether a piece is more than punctuation, such as a dash that stands alone."""
    return piece.kind != "word" or piece.field is not None or bool(fold(piece.text))


def _refuse(piece: Piece, what: str, remedy: str) -> QuerySyntaxError:
    return QuerySyntaxError(what, remedy, (piece.start, piece.end))


def _phrase(piece: Piece) -> Words:
    terms = fold(piece.text)
    if not terms:
        raise _refuse(piece, "there is no word in the phrase", "put words between its marks")
    if piece.reach == 0:
        raise _refuse(piece, "no word can stand 0 places after another", "write ~1 or more")
    return Words(tuple(Slot("term", term) for term in terms), piece.reach or 1)


def _word(piece: Piece) -> Words:
    """A bare word; what analysis takes for several stands as those do, at following positions."""
    text = _LAST_QUESTION_MARKS.sub("", piece.text)
    near = _NEAR.fullmatch(text)
    if near and (terms := fold(near[1])):
        edits = int(near[2] or 1)
        if len(terms) > 1:
            raise _refuse(piece, "~ stands after more than one word", "put it after one word")
        if not 1 <= edits <= MOST_EDITS:
            raise _refuse(piece, f"~{edits} cannot be asked for", f"write ~1 to ~{MOST_EDITS}")
        return Words((Slot("near", terms[0], edits),))
    return Words(tuple(_slots(text)))


def _slots(text: str) -> Iterator[Slot]:
    for word in _patterns(text):
        if _WILD.search(word) is None:
            yield Slot("stem", stem(word))
        elif _WILD.search(word[:-1]) is None and word[-1] == "*":
            yield Slot("prefix", word[:-1])
        else:
            yield Slot("pattern", word)


def _patterns(text: str) -> Iterator[str]:
    """The words of a bare word, folded, with * and ? where they stand in it."""
    word = ""
    for part in _WILD.split(text):
        if part and _WILD.fullmatch(part):
            word += part
            continue
        end = 0
        for token in tokens(part):
            if token.start > end or end:
                yield from _with_letters(word)
                word = ""
            word += token.term
            end = token.end
        if end < len(part):
            yield from _with_letters(word)
            word = ""
    yield from _with_letters(word)


def _with_letters(word: str) -> Iterator[str]:
    if word.strip("*?"):
        yield word


def _field(name: FieldName, piece: Piece) -> Field:
    """A value is folded, its words joined by hyphens, as ids are written."""
    value = "-".join(fold(piece.text))
    if piece.kind == "range" or not value or "*" in piece.text:
        raise _refuse(
            piece, f"{name}: takes a value as a whole", f"write {name}: and one value after it"
        )
    if name == "kind" and value.replace("-", "_") not in KINDS:
        raise _refuse(piece, f"there is no kind {piece.text}", f"write one of {', '.join(KINDS)}")
    return Field(name, value)


def _voice(piece: Piece) -> Speaking:
    if piece.text not in ("quoted", "own"):
        raise _refuse(piece, f"there is no voice {piece.text}", "write voice:quoted or voice:own")
    return Speaking(cast(Voice, piece.text))


def _years(piece: Piece) -> Years:
    if piece.kind == "word" and _YEAR.fullmatch(piece.text):
        return Years(int(piece.text), int(piece.text))
    found = _YEARS.fullmatch(piece.text) if piece.kind == "range" else None
    if not found:
        raise _refuse(
            piece, "year: takes years of four digits", "write year:2001 or year:[2001 TO 2005]"
        )
    opening, first, last, closing = found.groups()
    return Years(
        int(first) + (opening == "{") if first else None,
        int(last) - (closing == "}") if last else None,
    )
