"""The depths of headings that a document's own contents list knows."""

from collections import Counter, defaultdict, deque

from consultations.model.draft import ContentsEntry
from consultations.model.text import letters
from consultations.rules.numbering import without_number

DEEPEST = 6
"""The depth of a heading is no greater than this, as in HTML."""


class ListedDepths:
    """What the document's own contents list says of the depth of headings."""

    def __init__(self, entries: tuple[ContentsEntry, ...]) -> None:
        """Take the entries of the list in their order."""
        self._entries: defaultdict[str, deque[tuple[int, int]]] = defaultdict(deque)
        for n, (entry, depth) in enumerate(zip(entries, _depths(entries), strict=True)):
            for words in {letters(entry.text), letters(without_number(entry.text))}:
                self._entries[words].append((n, depth))
        self._reached = -1  # the last entry that was found

    def depth(self, text: str) -> int | None:
        """The depth that the list gives to the next heading of these words.

        The number of a heading may be missing in the list, or in the text.
        """
        for words in (text, without_number(text)):
            entries = self._entries.get(letters(words))
            while entries:
                n, depth = entries.popleft()
                if n > self._reached:
                    self._reached = n
                    return depth
        return None


def _depths(contents: tuple[ContentsEntry, ...]) -> list[int]:
    """Each entry's depth in the text.

    A list of two levels hides a third: a wording that comes under two of the entries of the second
    level that come once, and so needs them to be told apart, stands beneath them.
    """
    count = Counter(letters(entry.text) for entry in contents)
    deepest = max((entry.level or 1 for entry in contents), default=1)
    under: defaultdict[str, list[bool]] = defaultdict(list)
    once = False  # whether an entry of the second level that comes once stands above, in its part
    for entry in contents:
        words = letters(entry.text)
        if entry.level != deepest:
            once = False
        elif count[words] == 1:
            once = True
        else:
            under[words].append(once)
    found = []
    for entry in contents:
        words, level = letters(entry.text), entry.level or 1
        hidden = level == deepest == 2 and sum(under[words]) * 2 > len(under[words])
        found.append(min(1 + level + hidden, DEEPEST))
    return found
