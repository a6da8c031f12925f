"""Lines that lead to what stands under them, and so are no headings."""

from consultations import patterns as re

LABEL = re.compile(r"[^\W\d_]{2,20}:\s")
"""A label with its colon, before words: `Action: …`."""
_ANNOUNCES = frozenset(["include", "includes", "included", "requires"])
"""Last words of a line that leads to a list: `The boats include`. `Who we are` may head one."""
_OPENS_CLAUSE = frozenset(
    ["with", "for", "in", "as", "if", "when", "while", "although", "because", "after", "before"]
)
"""First words of a line that leads to a list: `When a ferry is late the master can`."""
_LONGEST_TOPIC = 5
"""Words of a line that begins like a clause and is a heading all the same: `In the beginning`."""


def leads_to_list(words: str) -> bool:
    """Whether a line over a list leads to it: `The boats include`, `Note: the master can`."""
    split = words.lower().split()
    opens = split[0] in _OPENS_CLAUSE or LABEL.match(words) is not None
    return split[-1] in _ANNOUNCES or (opens and len(split) > _LONGEST_TOPIC)
