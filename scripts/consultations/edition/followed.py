"""What has become of ids that no passage has any more."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from consultations.edition.prints import EDGE, permalink_of, print_of, words_of
from consultations.model.edition import Edition, Passage
from consultations.model.permalink import Permalink

_FEWEST = 3
"""Words. A shorter passage is not looked for inside others, which may have its words by chance."""


def unchanged(edition: Edition, here: Iterable[Permalink]) -> frozenset[str]:
    """Ids of passages that have not changed and have taken in no other passage."""
    before = {link.id: print_of(link) for link in here}
    now = (permalink_of(passage) for passage in edition.passages)
    return frozenset(link.id for link in now if before.get(link.id) == print_of(link))


def neighbours(here: Sequence[Permalink]) -> dict[str, tuple[str, str]]:
    """The ids before and after each of those that are here; nothing before the first."""
    ids = [link.id for link in here]
    around = zip(ids, ["", *ids], [*ids[1:], ""], strict=False)
    return {id_: (before, after) for id_, before, after in around}


def followed(
    edition: Edition,
    rest: Iterable[Permalink],
    unchanged: frozenset[str],
    beside: Mapping[str, tuple[str, str]],
) -> list[Permalink]:
    """What has become of the ids that no passage bears; as they were, where it is not known.

    Args:
        edition: with the ids that its passages have now.
        rest: the ids that were given and that no passage has.
        unchanged: ids of the passages that can have taken no other one in.
        beside: for each id that had a passage until now, those before and after it.
    """
    links = {
        link.id: _left(edition, link, unchanged, beside.get(link.id, ()))
        if link.state == "here"
        else link
        for link in rest
    }
    for link in [link for link in links.values() if link.state == "moved"]:
        # Each way is followed to its end, so that a reader's browser needs one step. The file is
        # written by people too, and a way in it may go in a ring.
        target, passed = link.note, {link.id}
        while target in links and links[target].state == "moved" and target not in passed:
            passed.add(target)
            target = links[target].note
        # The passage that it had moved to is gone too. Its words may be in a third one, and may
        # have been there for a long time, so passages that have not changed count as well.
        if target not in edition.by_id and (holder := _holder(edition, link, frozenset(), ())):
            target = holder.id
        if target in links and links[target].state == "gone":
            links[link.id] = replace(link, state="gone", note=links[target].note)
        else:
            links[link.id] = replace(link, note=target)
    return list(links.values())


def _left(
    edition: Edition, link: Permalink, unchanged: frozenset[str], beside: Container[str]
) -> Permalink:
    """What has become of an id whose passage was lost in this build."""
    holder = _holder(edition, link, unchanged, beside)
    if holder is not None:
        return replace(link, state="moved", note=holder.id)
    # No passage holds its words, but an erratum may have taken them out: it says why.
    for e in edition.emendations:
        if e.by == "editor" and link.opening in " ".join(words_of(e.before)):
            return replace(link, state="gone", note=e.reason)
    return link


def _holder(
    edition: Edition, link: Permalink, unchanged: frozenset[str], beside: Container[str]
) -> Passage | None:
    """The passage in which the words of an id stand now: its middle, and an edge in or beside it.

    Few words are looked for in the passages beside which they stood.
    """
    if link.words < _FEWEST:
        return None
    # Six words may stand elsewhere by chance, and answers to one form begin and end alike. A middle
    # and an edge of one passage do not stand together in another.
    reach, needed = (1, 1) if link.middle else (0, 2)
    for number, passage in enumerate(edition.passages):
        if passage.id in unchanged or (link.words <= EDGE and passage.id not in beside):
            continue
        if link.middle in " ".join(words_of(passage.text)):
            around = edition.passages[max(0, number - reach) : number + reach + 1]
            text = f" {' '.join(' '.join(words_of(one.text)) for one in around)} "
            if sum(f" {edge} " in text for edge in (link.opening, link.closing)) >= needed:
                return passage
    return None
