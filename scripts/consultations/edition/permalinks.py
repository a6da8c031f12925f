"""Ids once given stay with their passages, whatever is mended, put in or taken out around them.

The ids of a document's passages are aligned with those that were given before: first the passages
whose words are the same, in order; then, between two of those, the ones most alike at their
beginning, middle and end. What is left over has been joined to a passage that has changed, and its
id leads there from now on; or an erratum has taken it out, and its id says so; or it would die,
which is a finding. A passage that only begins like one that is gone does not get its address.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consultations.edition.alignment import Texts, aligned
from consultations.edition.followed import followed, neighbours, unchanged
from consultations.edition.prints import EDGE, permalink_of, print_of, with_middles
from consultations.model.edition import Edition
from consultations.model.finding import Finding
from consultations.model.permalink import Permalink


def with_permalinks(edition: Edition, given: Sequence[Permalink]) -> Edition:
    """The edition with the ids that its passages had before, and what became of all other ids.

    Args:
        edition: passages, notes and gaps, with ids made of their words; nothing else refers to
            them yet.
        given: every id that was ever given to a passage of this document, those that are here in
            the order of the text.
    """
    if not given:
        return _published(edition, [])
    given = tuple(with_middles(given, edition))
    seen = [permalink_of(passage) for passage in edition.passages]
    here = [link for link in given if link.state == "here"]
    kept = dict(aligned(here, seen, Texts(edition)))
    beside = neighbours(here)
    # Only after the alignment: a passage in its old order has a better claim to an id than one of
    # the same words somewhere else.
    kept |= _come_back([x for x in given if x.id not in kept.values()], seen, kept, beside)
    names = _named(seen, kept, {link.id for link in given})
    edition = _renamed(edition, names)
    rest = [link for link in given if link.id not in kept.values()]
    links = followed(edition, rest, unchanged(edition, here), beside)
    findings = tuple(_broken(edition, links))
    edition = replace(edition, findings=edition.findings + findings)
    return _published(edition, links)


def _broken(edition: Edition, links: Sequence[Permalink]) -> Iterator[Finding]:
    """A finding for each id that no passage has and that leads nowhere."""
    dying = {link.id: link for link in links if link.state == "here"}
    yield from (_dies(edition, link) for link in dying.values())
    ends = edition.by_id.keys() | dying.keys()  # what dies is told once, not with each way to it
    for link in links:
        if link.state == "moved" and link.note not in ends:
            yield _leads_nowhere(edition, link)


def _published(edition: Edition, rest: Iterable[Permalink]) -> Edition:
    here = (permalink_of(passage) for passage in edition.passages)
    return replace(edition, permalinks=(*here, *sorted(rest, key=lambda link: link.id)))


def _come_back(
    unused: Sequence[Permalink],
    seen: Sequence[Permalink],
    kept: dict[int, str],
    beside: Mapping[str, tuple[str, str]],
) -> dict[int, str]:
    """Passages that stand elsewhere now, or are back: the exact words of an id without a passage.

    Words as few as those of "Yes" or "We agree" are known again only beside a passage that they
    stood beside before. Elsewhere they are the answer to another question.

    Args:
        unused: ids that the alignment has given to no passage, also those that moved or are gone.
        seen: what the passages of now are like.
        kept: ids that are given already, by the numbers of their passages.
        beside: ids of the passages before and behind each, as they were.
    """
    waiting: dict[tuple[int, str, str, str], list[Permalink]] = {}
    for link in unused:
        waiting.setdefault(print_of(link), []).append(link)
    found = {}
    for number, new in enumerate(seen):
        if number in kept:
            continue
        around = kept.get(number - 1), kept.get(number + 1)
        for link in waiting.get(print_of(new), ()):
            before = beside.get(link.id, ("", ""))
            if link.words > EDGE or before[0] == around[0] or before[1] == around[1]:
                found[number] = link.id
                waiting[print_of(new)].remove(link)
                break
    return found


def _named(seen: Sequence[Permalink], kept: dict[int, str], given: set[str]) -> dict[str, str]:
    """The id of every passage, by the one made of its words; no id is given to another passage."""
    taken = set(given)
    names = {}
    for number, link in enumerate(seen):
        if number in kept:
            names[link.id] = kept[number]
            continue
        # An id that is gone or has moved is not given again: old links would lead to other words.
        name, n = link.id, 1
        while name in taken:
            n += 1
            name = f"{link.id.split('-')[0]}-{n}"
        taken.add(name)
        names[link.id] = name
    return names


def _renamed(edition: Edition, names: dict[str, str]) -> Edition:
    """The edition with other ids, wherever it names a passage; `names` are new ids by old ones."""
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


def _dies(edition: Edition, link: Permalink) -> Finding:
    return Finding(
        code="permalink-dies",
        severity="error",
        what=f"the passage {link.id} ({link.opening} …) is no longer in the edition",
        hint="bring its words back; or, where they were to be taken out, set its state to gone, "
        "with the reason as its note",
        file=f"archive/{edition.id}/permalinks.tsv",
        found=link.id,
    )


def _leads_nowhere(edition: Edition, link: Permalink) -> Finding:
    # `followed` has set the note to the end of the way. In a ring, that is a link of the ring.
    where = "to itself" if link.note == link.id else f"to {link.note}, where no passage is"
    return Finding(
        code="permalink-leads-nowhere",
        severity="error",
        what=f"the passage {link.id} ({link.opening} …) has moved {where}",
        hint="give as its note the id of the passage that holds its words now",
        file=f"archive/{edition.id}/permalinks.tsv",
        found=link.id,
    )
