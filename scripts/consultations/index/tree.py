"""A query's tree to Whoosh's queries, with scores in whole numbers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from whoosh import matching, query

from consultations.index.query import (
    And,
    Field,
    Node,
    Not,
    Or,
    Speaking,
    Voice,
    Words,
    Years,
    spoken_in,
)


class Listed(query.Query):  # type: ignore[misc]  # whoosh ships no types
    """A leaf: passages that are known already, each with what it adds to the score."""

    def __init__(self, scores: Mapping[int, int]) -> None:
        """Take the scores by the numbers of the passages, which must ascend."""
        self.scores = scores

    def estimate_size(self, _reader: Any) -> int:
        """How many passages there are: Whoosh begins with the fewest."""
        return len(self.scores)

    def matcher(self, _searcher: Any, _context: Any = None) -> matching.Matcher:
        """A matcher over the list."""
        # `all_weights` would not do: to Whoosh a weight of 0 for all means none given, and so 1.
        return matching.ListMatcher(list(self.scores), weights=list(self.scores.values()))


class _Union(query.Or):  # type: ignore[misc]  # whoosh ships no types
    # Whoosh may choose other matchers, which drop passages with a score of 0.
    matcher_type = query.Or.DEFAULT_MATCHER


class _ArchiveSize:
    """All that Whoosh's matchers ask of a searcher where every leaf is a list: how much there is.

    So the same tree is evaluated for an index that Whoosh does not keep.
    """

    def __init__(self, passages: int) -> None:
        self._passages = passages

    def reader(self) -> "_ArchiveSize":
        return self

    def doc_count(self) -> int:
        return self._passages

    def doc_count_all(self) -> int:
        return self._passages


class _Without(query.Query):  # type: ignore[misc]  # whoosh ships no types
    """All passages but those of a query, with a score of 0."""

    def __init__(self, part: query.Query) -> None:
        self.part = part

    def estimate_size(self, reader: Any) -> int:
        return int(reader.doc_count())

    def matcher(self, searcher: Any, context: Any = None) -> matching.Matcher:
        everything = Listed(dict.fromkeys(range(searcher.doc_count_all()), 0))
        return matching.AndNotMatcher(
            everything.matcher(searcher), self.part.matcher(searcher, context)
        )


Leaf = Callable[[Words, frozenset[Voice]], Mapping[int, int]]
"""Gives the scores of the passages in which words stand in these voices."""


class Translator:
    """Makes Whoosh's query of a tree."""

    def __init__(
        self,
        leaf: Leaf,
        field: Callable[[Field | Years], Sequence[int]],
        voice: Callable[[Voice], Sequence[int]],
    ) -> None:
        """Take what looks the leaves up; each gives passages by number, ascending."""
        self._leaf = leaf
        self._field = field
        self._voice = voice

    def matcher(self, tree: Node, passages: int) -> matching.Matcher:
        """What gives the passages that a tree finds, ascending, with their scores.

        Args:
            tree: of a query.
            passages: how many the archive has.
        """
        return self.translate(tree).matcher(_ArchiveSize(passages))

    def translate(self, node: Node, voices: frozenset[Voice] = frozenset()) -> query.Query:
        """Whoosh's query for a node.

        Args:
            node: of a tree.
            voices: that the words in it must stand in.
        """
        match node:
            case Words():
                return Listed(self._leaf(node, voices))
            case Field() | Years():
                return Listed(dict.fromkeys(self._field(node), 0))
            case Speaking():
                return Listed(dict.fromkeys(self._voice(node.voice), 0))
            case And():
                voices |= spoken_in(node)
                return query.And([self.translate(part, voices) for part in node.parts])
            case Or():
                return _Union([self.translate(part, voices) for part in node.parts])
            case Not():
                return _Without(self.translate(node.part, voices))
