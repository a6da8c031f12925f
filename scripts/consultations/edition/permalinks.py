"""Ids once given stay with their passages, whatever is mended, put in or taken out around them.

The ids of a document's passages are aligned with those that were given before: first the passages
whose words are the same, in order; then, between two of those, the ones most alike at their
beginning, middle and end. What is left over has been joined to a passage that has changed, and its
id leads there from now on; or an erratum has taken it out, and its id says so; or it would die,
which is a finding. A passage that only begins like one that is gone does not get its address.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from consultations.model.edition import Edition, Passage
from consultations.model.finding import Finding
from consultations.model.permalink import Permalink

_NOT_A_WORD = re.compile(r"[\W_]+")
_EDGE = 6
"""Words that are kept of a passage's beginning, of its middle and of its end."""
_ALIKE = 0.65
"""From here on, two passages between the same neighbours are one, changed.

Two of the three edges must be much the same for that. The beginning alone gives 0.57 at most.
"""
_FEWEST = 3
"""A passage of fewer words is not looked for inside others: they have them by chance."""
_ALIKE_SHORT = 0.4
"""The same for a passage of no more words than an edge: one of two words may be another."""


def with_permalinks(edition: Edition, given: Sequence[Permalink]) -> Edition:
    """The edition with the ids that its passages had before, and what became of every other.

    Args:
        edition: passages, notes and gaps, with ids made of their words; nothing else refers to
            them yet.
        given: every id that was ever given to a passage of this document, those that are here in
            the order of the text.
    """
    if not given:
        return _published(edition, [])
    given = tuple(_with_middles(given, edition))
    seen = [_seen(passage) for passage in edition.passages]
    here = [link for link in given if link.state == "here"]
    kept = dict(_aligned(here, seen, _Texts(edition)))
    kept |= _come_back([x for x in given if x.id not in kept.values()], seen, kept)
    names = _named(seen, kept, {link.id for link in given})
    edition = _renamed(edition, names)
    rest = [link for link in given if link.id not in kept.values()]
    followed = _followed(edition, rest, _unchanged(edition, here))
    dying = [link for link in followed if link.state == "here"]
    findings = tuple(_dies(edition, link) for link in dying)
    edition = replace(edition, findings=edition.findings + findings)
    return _published(edition, followed)


def _published(edition: Edition, rest: Iterable[Permalink]) -> Edition:
    here = (_seen(passage) for passage in edition.passages)
    return replace(edition, permalinks=(*here, *sorted(rest, key=lambda link: link.id)))


def _seen(passage: Passage) -> Permalink:
    words = _words(passage.text)
    opening, closing = " ".join(words[:_EDGE]), " ".join(words[-_EDGE:])
    middle = " ".join(words[(len(words) - _EDGE) // 2 :][:_EDGE]) if len(words) > 2 * _EDGE else ""
    return Permalink(passage.id, "here", len(words), opening, closing, middle=middle)


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return tuple(_NOT_A_WORD.sub(" ", bare).split())


def _print(link: Permalink) -> tuple[int, str, str, str]:
    return link.words, link.opening, link.middle, link.closing


def _with_middles(given: Sequence[Permalink], edition: Edition) -> Iterator[Permalink]:
    """The ids as they were given; the middle, where it was not kept yet, of an equal passage.

    Before the middle was kept, beginning, end and length had to do.
    """
    middles = {_edges(link): link.middle for link in map(_seen, edition.passages)}
    for link in given:
        is_old = link.words > 2 * _EDGE and not link.middle
        yield replace(link, middle=middles.get(_edges(link), "")) if is_old else link


def _edges(link: Permalink) -> tuple[int, str, str]:
    return link.words, link.opening, link.closing


class _Texts:
    """The words of an edition's passages, to look for those of an old one."""

    def __init__(self, edition: Edition) -> None:
        texts = [" ".join(_words(passage.text)) for passage in edition.passages]
        self._texts = [f" {' '.join(texts[n : n + 3])} " for n in range(len(texts))]

    def has(self, words: str, number: int) -> bool:
        """Whether a passage has these words, or the next two that it may have been split into."""
        return f" {words} " in self._texts[number]


def _aligned(
    old: Sequence[Permalink], new: Sequence[Permalink], texts: _Texts
) -> Iterator[tuple[int, str]]:
    """For each new passage that is an old one, its number and the old one's id."""
    matcher = SequenceMatcher(None, [_print(x) for x in old], [_print(x) for x in new], False)
    for tag, i, i_end, k, k_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(k, k_end), (x.id for x in old[i:i_end]), strict=True)
        elif tag == "replace":
            yield from _most_alike(old[i:i_end], new[k:k_end], k, texts)


def _most_alike(
    old: Sequence[Permalink], new: Sequence[Permalink], first: int, texts: _Texts
) -> Iterator[tuple[int, str]]:
    """Pairs between the same neighbours, the most alike first; none crosses another."""
    likeness = sorted(
        (-_alike(x, y, first + k, texts), i, k)
        for i, x in enumerate(old)
        for k, y in enumerate(new)
    )
    pairs: list[tuple[int, int]] = []
    for value, i, k in likeness:
        least = _ALIKE_SHORT if old[i].words <= _EDGE else _ALIKE
        crosses = any(not ((i < i2 and k < k2) or (i > i2 and k > k2)) for i2, k2 in pairs)
        if -value >= least and not crosses:
            pairs.append((i, k))
            yield first + k, old[i].id


def _alike(one: Permalink, other: Permalink, number: int, texts: _Texts) -> float:
    """How alike an old passage and a new one are, from 0 to 1: by their edges and their length.

    The old one's middle and end may stand in what follows the new one, if it was split in two.

    Args:
        one: the old passage.
        other: the new passage.
        number: its index in the edition.
        texts: of the edition.
    """
    opening = _ratio(one.opening, other.opening)
    closing = 1.0 if texts.has(one.closing, number) else _ratio(one.closing, other.closing)
    length = min(one.words, other.words) / max(one.words, other.words, 1)
    if not one.middle:
        return 0.4 * opening + 0.5 * closing + 0.1 * length
    middle = 1.0 if texts.has(one.middle, number) else _ratio(one.middle, other.middle)
    return 0.35 * opening + 0.3 * middle + 0.25 * closing + 0.1 * length


def _ratio(one: str, other: str) -> float:
    """How alike two edges are: 1 where they are the same, and else clearly less."""
    if one == other:
        return 1.0
    return 0.7 * SequenceMatcher(None, one.split(), other.split(), False).ratio()


def _come_back(
    unused: Sequence[Permalink], seen: Sequence[Permalink], kept: dict[int, str]
) -> dict[int, str]:
    """Passages that stand elsewhere now, or again: the very words of an id that has no passage."""
    waiting: dict[tuple[int, str, str, str], list[str]] = {}
    for link in unused:
        waiting.setdefault(_print(link), []).append(link.id)
    found = {}
    for number, link in enumerate(seen):
        if number not in kept and waiting.get(_print(link)):
            found[number] = waiting[_print(link)].pop(0)
    return found


def _named(seen: Sequence[Permalink], kept: dict[int, str], given: set[str]) -> dict[str, str]:
    """The id of every passage, by the one made of its words; no id is given to another passage."""
    taken = set(given)
    names = {}
    for number, link in enumerate(seen):
        if number in kept:
            names[link.id] = kept[number]
            continue
        name, n = link.id, 1
        while name in taken:
            n += 1
            name = f"{link.id.split('-')[0]}-{n}"
        taken.add(name)
        names[link.id] = name
    return names


def _renamed(edition: Edition, names: dict[str, str]) -> Edition:
    return replace(
        edition,
        passages=tuple(
            replace(p, id=names[p.id], section=tuple(names[id_] for id_ in p.section))
            for p in edition.passages
        ),
        footnotes=tuple(
            replace(
                note,
                passage=names[note.passage],
                reference=note.reference
                and replace(note.reference, passage=names[note.reference.passage]),
                again=tuple(replace(r, passage=names[r.passage]) for r in note.again),
            )
            for note in edition.footnotes
        ),
        gaps=tuple(replace(gap, after=gap.after and names[gap.after]) for gap in edition.gaps),
    )


def _unchanged(edition: Edition, here: Iterable[Permalink]) -> frozenset[str]:
    """Ids of the passages that are as they were: they have taken no other passage in."""
    before = {link.id: _print(link) for link in here}
    now = (_seen(passage) for passage in edition.passages)
    return frozenset(link.id for link in now if before.get(link.id) == _print(link))


def _followed(
    edition: Edition, rest: Iterable[Permalink], unchanged: frozenset[str]
) -> list[Permalink]:
    """What has become of the ids that no passage bears; as they were, where it is not known."""
    links = {
        link.id: _left(edition, link, unchanged) if link.state == "here" else link for link in rest
    }
    for link in [link for link in links.values() if link.state == "moved"]:
        target, passed = link.note, {link.id}
        while target in links and links[target].state == "moved" and target not in passed:
            passed.add(target)
            target = links[target].note
        # Whoever held it has gone; the passage that holds it now may have done so for long.
        if target not in edition.by_id and (holder := _holder(edition, link, frozenset())):
            target = holder.id
        if target in links and links[target].state == "gone":
            links[link.id] = replace(link, state="gone", note=links[target].note)
        else:
            links[link.id] = replace(link, note=target)
    return list(links.values())


def _left(edition: Edition, link: Permalink, unchanged: frozenset[str]) -> Permalink:
    """What has become of an id that its passage has lost just now."""
    holder = _holder(edition, link, unchanged)
    if holder is not None:
        return replace(link, state="moved", note=holder.id)
    for e in edition.emendations:
        if e.by == "editor" and link.opening in " ".join(_words(e.before)):
            return replace(link, state="gone", note=e.reason)
    return link


def _holder(edition: Edition, link: Permalink, unchanged: frozenset[str]) -> Passage | None:
    """The passage that holds one that has none of its own: two of its three edges are in it."""
    if link.words < _FEWEST:
        return None
    edges = [edge for edge in (link.opening, link.middle, link.closing) if edge]
    for passage in edition.passages:
        if passage.id not in unchanged:
            text = f" {' '.join(_words(passage.text))} "
            if sum(f" {edge} " in text for edge in edges) > 1:
                return passage
    return None


def _dies(edition: Edition, link: Permalink) -> Finding:
    return Finding(
        code="permalink-dies",
        severity="error",
        what=f"the passage {link.id} ({link.opening} …) is no longer in the edition",
        hint="bring its words back, or set its state to gone with the reason as its note",
        file=f"archive/{edition.id}/permalinks.tsv",
    )
