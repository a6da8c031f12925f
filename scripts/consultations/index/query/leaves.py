"""The leaves of a query's tree: a word, a phrase, a field.

client/engine/query/leaves.js mirrors it.
"""

from collections.abc import Iterator
from typing import cast

from consultations import patterns as re
from consultations.analysis import fold, stem, tokens
from consultations.analysis.characters import PART, SPACE
from consultations.analysis.contract import number, words
from consultations.index.query import Field, FieldName, Node, Slot, Speaking, Voice, Words, Years
from consultations.index.query.lexer import Lexeme, QuerySyntaxError

KINDS = words("query.kinds")
MOST_EDITS = number("query.most_edits")

_NEAR = re.compile(r"([^~]+)~([0-9]{0,6})")
_NO_EDITS = re.compile(rf"(?<=[{PART}])~[-+.0-9]+\Z")
# A question mark at the end of a word is punctuation, since questions are pasted. Inside a word it
# is a wildcard.
_LAST_QUESTION_MARKS = re.compile(r"\?+\Z")
_WILD = re.compile(r"([*?]+)")
_YEAR = re.compile(r"[0-9]{4}")
_YEARS = re.compile(
    rf"([\[{{])[{SPACE}]*([0-9]{{4}})?[{SPACE}]*TO[{SPACE}]*([0-9]{{4}})?[{SPACE}]*([\]}}])"
)


def leaf(lexeme: Lexeme, field: str | None) -> Node:
    """The leaf that a phrase, a word or a range stands for.

    Args:
        lexeme: of one of these kinds.
        field: the field that it is a value of; None where it is looked for in the text.

    Raises:
        QuerySyntaxError: it has no words, or is not what its field takes.
    """
    if field == "year":
        return _years(lexeme)
    if field == "voice":
        return _voice(lexeme)
    if field:
        return _field(cast(FieldName, field), lexeme)
    return _phrase(lexeme) if lexeme.kind == "phrase" else _word(lexeme)


def says_something(lexeme: Lexeme) -> bool:
    """Whether a lexeme is more than punctuation, such as a dash that stands alone."""
    return lexeme.kind != "word" or lexeme.field is not None or bool(fold(lexeme.text))


def _refuse(lexeme: Lexeme, what: str, remedy: str) -> QuerySyntaxError:
    return QuerySyntaxError(what, remedy, (lexeme.start, lexeme.end))


def _phrase(lexeme: Lexeme) -> Words:
    terms = fold(lexeme.text)
    if not terms:
        raise _refuse(lexeme, "there is no word in the phrase", "put words between its marks")
    if lexeme.reach == 0:
        raise _refuse(lexeme, "no word can stand 0 places after another", "write ~1 or more")
    return Words(tuple(Slot("term", term) for term in terms), lexeme.reach or 1)


def _word(lexeme: Lexeme) -> Words:
    """A bare word. If analysis makes several words of it, they must stand next to each other."""
    text = _LAST_QUESTION_MARKS.sub("", lexeme.text)
    near = _NEAR.fullmatch(text)
    if near and (terms := fold(near[1])):
        edits = int(near[2] or 1)  # word~ alone is word~1
        # Two words would each want their own number of edits.
        if len(terms) > 1:
            raise _refuse(lexeme, "~ stands after more than one word", "put it after one word")
        if not 1 <= edits <= MOST_EDITS:
            raise _refuse(lexeme, f"~{edits} cannot be asked for", f"write ~1 to ~{MOST_EDITS}")
        return Words((Slot("near", terms[0], edits),))
    if wrong := _NO_EDITS.search(text):
        raise _refuse(lexeme, f"{wrong[0]} cannot be asked for", f"write ~1 to ~{MOST_EDITS}")
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
    """The words of a bare word, folded, with * and ? where they stand in it.

    Folding knows no wildcards, so the text between them is folded part by part. A word goes on over
    a wildcard where letters touch it on both sides: `wom*n's` is one word, and `non-vio*` is two.
    """
    word = ""
    for part in _WILD.split(text):
        if part and _WILD.fullmatch(part):
            word += part
            continue
        end = 0
        for token in tokens(part):
            # A token that does not begin its part, or is not the first in it, begins a new word.
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


def _field(name: FieldName, lexeme: Lexeme) -> Field:
    """A value is folded, its words joined by hyphens, as ids are written."""
    value = "-".join(fold(lexeme.text))
    if lexeme.kind == "range" or not value or "*" in lexeme.text:
        raise _refuse(
            lexeme, f"{name}: takes a value as a whole", f"write {name}: and one value after it"
        )
    if name == "kind" and value.replace("-", "_") not in KINDS:
        raise _refuse(lexeme, f"there is no kind {lexeme.text}", f"write one of {', '.join(KINDS)}")
    return Field(name, value)


def _voice(lexeme: Lexeme) -> Speaking:
    if lexeme.text not in ("quoted", "own"):
        raise _refuse(lexeme, f"there is no voice {lexeme.text}", "write voice:quoted or voice:own")
    return Speaking(cast(Voice, lexeme.text))


def _years(lexeme: Lexeme) -> Years:
    if lexeme.kind == "word" and _YEAR.fullmatch(lexeme.text):
        return Years(int(lexeme.text), int(lexeme.text))
    found = _YEARS.fullmatch(lexeme.text) if lexeme.kind == "range" else None
    if not found:
        raise _refuse(
            lexeme, "year: takes years of four digits", "write year:2001 or year:[2001 TO 2005]"
        )
    opening, first, last, closing = found.groups()
    # A curly bracket leaves its own year out, as in other query languages.
    return Years(
        int(first) + (opening == "{") if first else None,
        int(last) - (closing == "}") if last else None,
    )
