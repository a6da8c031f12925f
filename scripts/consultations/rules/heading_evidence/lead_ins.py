"""Lines that lead to what stands under them, and so are no headings."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.model.draft import Block, Draft
from consultations.rules.prose import goes_on

LABEL = re.compile(r"[^\W\d_]{2,20}:\s")
"""A label with its colon, before words: `Action: …`."""
INITIALS = re.compile(r"[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3}){0,4}")
"""Who is to do something, as minutes have it behind a label: `ACTION: AM/TB`."""
_ANNOUNCES = frozenset(["include", "includes", "included", "requires"])
"""Last words of a line that leads to a list: `The boats include`. `Who we are` may head one."""
_OPENS_CLAUSE = frozenset(
    ["with", "for", "in", "as", "if", "when", "while", "although", "because", "after", "before"]
)
"""First words of a line that leads to a list: `When a ferry is late the master can`."""
LIST_NAME = 4
"""Most words of a heading in lower case right over a list."""
_LONGEST_TOPIC = 5
"""Most words of a heading that begins as a clause does: `In the beginning`."""


def leads_to_list(words: str) -> bool:
    """Whether a line over a list leads to it: `The boats include`, `Note: the master can`."""
    split = words.lower().split()
    opens = split[0] in _OPENS_CLAUSE or LABEL.match(words) is not None
    return split[-1] in _ANNOUNCES or (opens and len(split) > _LONGEST_TOPIC)


def leads_into(draft: Draft, words: str, following: Sequence[Block]) -> bool:
    """Whether the sentence of a line goes on in what follows, or in the items of a list.

    A heading in lower case stands right over a list, and is short.
    """
    first = words.lstrip("'‘\"“")[:1]
    if following[0].kind == "list_item":
        is_short = first.isupper() or (first.islower() and len(words.split()) <= LIST_NAME)
        return leads_to_list(words) or not is_short
    if following[0].kind != "paragraph" or not first.isupper():
        return not first.isupper()
    under = draft.read(following[0])
    names_list = len(following) > 1 and following[1].kind == "list_item"
    return goes_on(under) and not (names_list and len(under.split()) <= LIST_NAME)
