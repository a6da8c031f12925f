"""Works by a part of their title, once the document has named them in full.

Symptom: "Lamps and Law" for "Lamps and Law: A survey"; "the lighting strategy" or "this lighting
strategy" for "The Northern Lighting Strategy", whose last two words end in what sort of work it is.
Found by: the parts of each title that the passages so far have named, in the order of the source.
Leaves alone: a part that two works named so far have in common; headings; a part that goes on with
the rest of its title; words within another mention or an address.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from consultations import patterns as re
from consultations.annotate.taken import Taken
from consultations.model.annotation import Mention
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, Entity

RULE = "short-titles"

_MAIN_TITLE = re.compile(r"^[^:–—]{12,}?(?= ?[:–—] | - )")
_SORT = re.compile(
    r"""
    \b ( [\w’'-]{4,} [ ]           # Harbour
    (?: constitution | framework | guidance | handbook | manual | plan | report | review
      | strategy | survey | toolkit )
    ) $                            # Strategy
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The last two words of a title that ends in what the work is: "Harbour Strategy"."""


def with_short_titles(edition: Edition, authority: Authority) -> Edition:
    """The edition with mentions of works by parts of their titles as well."""
    known: dict[re.Pattern[str], set[str]] = defaultdict(set)
    found = list(edition.mentions)
    # In the order of the source, in which a note stands where its page ends, not after the body.
    for passage in sorted(edition.passages, key=lambda p: p.source[0]):
        named = edition.mentions_of[passage.id]
        since: dict[re.Pattern[str], int] = {}
        for mention in named:
            work = authority.by_id[mention.entity]
            for pattern in _parts(work) if work.kind == "work" else ():
                if pattern not in known:
                    since[pattern] = mention.end
                known[pattern].add(work.id)
        if known and passage.kind != "heading":
            addresses = edition.links_of[passage.id]
            taken = Taken((x.start, x.end) for x in (*named, *addresses))
            found += _shortened(passage, known, since, taken)
    found.sort(key=lambda m: (edition.order[m.passage], m.start))
    return replace(edition, mentions=tuple(found))


def _parts(work: Entity) -> Iterator[re.Pattern[str]]:
    """What its parts look like in a text."""
    main = _MAIN_TITLE.match(work.name)
    if main and len(main[0].split()) > 1:
        yield re.compile(rf"\b{re.escape(main[0].strip())}\b(?! ?[:–—])")
    sort = _SORT.search(work.name)
    if sort and len(work.name.split()) > 2:
        yield re.compile(rf"(?<=\b[Tt]he )(?i:{re.escape(sort[1])})\b")
        yield re.compile(rf"(?<=\b[Tt]his )(?i:{re.escape(sort[1])})\b")


def _shortened(
    passage: Passage,
    known: dict[re.Pattern[str], set[str]],
    since: dict[re.Pattern[str], int],
    taken: Taken,
) -> Iterator[Mention]:
    for pattern, works in known.items():
        for match in pattern.finditer(passage.text, since.get(pattern, 0)):
            if len(works) == 1 and not taken.meets(*match.span()):
                taken.add(*match.span())
                (work,) = works
                yield Mention(passage.id, *match.span(), match[0], work, rule=RULE)
