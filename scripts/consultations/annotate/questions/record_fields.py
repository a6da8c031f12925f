"""The fields of records that are of one form: which of them has the words that are answered.

Symptom: "Representation 4", and below it "From", a name, "Policy", "H2", "Text", what they say.
Found by: lines that stand alone over their value, or before it and a colon, the same in most of the
records. What is answered
is the field that has most of the words.
Leaves alone: a record that begins with no such head, whose first words are its own.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from consultations.annotate.questions.replies import numbered
from consultations.model.edition import Passage

_LONGEST_HEAD = 4
"""In words."""


def words_in_fields(passages: Sequence[Passage], records: Sequence[range]) -> Iterator[str | None]:
    """The words of each record that are answered; None where it has no fields.

    Args:
        passages: of the edition.
        records: where each stands among them, between what opens it and its answer.
    """
    lined = [[line for n in at for line in _lines(numbered(passages[n]))] for at in records]
    counted = Counter(line for lines in lined for line in set(lines))
    most = max(len(lined) / 2, 1)
    heads = {line for line, count in counted.items() if count > most and _is_head(line)}
    fields = [_fields(lines, heads) if {*lines[:1]} & heads else {} for lines in lined]
    head = _head_of_words(fields)
    yield from (record.get(head) for record in fields)


def _head_of_words(records: Sequence[Mapping[str, str]]) -> str:
    """Which head stands over what is answered: over most words."""
    sizes: Counter[str] = Counter()
    for record in records:
        sizes.update({head: len(words.split()) for head, words in record.items()})
    return max(sizes, key=sizes.__getitem__, default="")


def _fields(lines: Sequence[str], heads: Container[str]) -> dict[str, str]:
    """The words of a record under each of its heads."""
    found: dict[str, str] = {}
    head = ""
    for line in lines:
        if line in heads:
            head = line
        else:
            found[head] = f"{found.get(head, '')} {line}".strip()
    return found


def _lines(text: str) -> Iterator[str]:
    """The lines of a passage; the head of one that goes on behind a colon is a line of its own."""
    for line in text.split("\n"):
        head, colon, words = line.partition(": ")
        yield from (f"{head}:", words) if colon and _is_head(head) else (line,)


def _is_head(line: str) -> bool:
    """Whether a line may be the head of a field, which stands over its value: `Text`."""
    is_whole = line[-1:].isalpha() or line.endswith(":")
    return is_whole and line[:1].isupper() and len(line.split()) <= _LONGEST_HEAD
