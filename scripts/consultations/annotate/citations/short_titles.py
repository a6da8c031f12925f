"""Works by a part of their title, once the document has named them in full.

Symptom: "Lamps and Law" for "Lamps and Law: A survey"; "the lighting strategy" or "this lighting
strategy" for "The Northern Lighting Strategy", whose last two words end in what sort of work it is.
Found by: the parts of each title that the passages so far have named, in the order of the source.
Between marks, in italics, with its year behind or its kind beside it ("the paper Lamps and Law",
"the Lamps and Law paper"), what stands before a title's colon needs not have been named in full.
Leaves alone: a part that two works named so far have in common; headings; a part that goes on with
the rest of its title; words within another mention or an address.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from consultations import patterns as re
from consultations.annotate.taken import Taken
from consultations.english.kinds import WORK
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
"""The last two words of a title that ends with the kind of work: "Harbour Strategy"."""


_OPENING, _CLOSING = tuple("\"'“‘"), tuple("\"'”’")
_YEAR = re.compile(r",? \(?((?:1[5-9]|20)\d\d)\b")
_KIND_BEFORE = re.compile(rf"\b(?:{WORK}),? \Z")
_KIND_AFTER = re.compile(rf" (?:{WORK})\b(?! [A-Z])")


def with_short_titles(edition: Edition, authority: Authority) -> Edition:
    """The edition with mentions of works by parts of their titles as well."""
    known: dict[re.Pattern[str], set[str]] = defaultdict(set)
    found: list[Mention] = []
    mains = _mains(authority)
    for passage in edition.in_source_order:
        named = edition.mentions_of[passage.id]
        set_off = list(_set_off(passage, mains, named))
        found += set_off
        named = (*named, *set_off)
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
    return edition.with_more_mentions(found)


def _parts(work: Entity) -> Iterator[re.Pattern[str]]:
    """What its parts look like in a text."""
    if main := main_title(work):
        yield _as_main(main)
    sort = _SORT.search(work.name)
    if sort and len(work.name.split()) > 2:
        yield re.compile(rf"(?<=\b[Tt]he )(?i:{re.escape(sort[1])})\b")
        yield re.compile(rf"(?<=\b[Tt]his )(?i:{re.escape(sort[1])})\b")


def main_title(work: Entity) -> str | None:
    """What stands before the colon or the dash of a title, of two words at least."""
    main = _MAIN_TITLE.match(work.name) if work.kind == "work" else None
    return main[0].strip() if main and len(main[0].split()) > 1 else None


def _as_main(title: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(title)}\b(?! ?[:–—])", needs=(title,))


def _mains(authority: Authority) -> dict[re.Pattern[str], Entity]:
    """The works whose words before the colon no other work has."""
    titled: dict[str, list[Entity]] = defaultdict(list)
    for work in authority.of_kind("work"):
        if main := main_title(work):
            titled[main].append(work)
    return {_as_main(title): works[0] for title, works in titled.items() if len(works) == 1}


def _set_off(
    passage: Passage, mains: Mapping[re.Pattern[str], Entity], named: Sequence[Mention]
) -> Iterator[Mention]:
    """Works by what stands before the colon, where something says that it is a title."""
    text = passage.text
    taken = Taken((m.start, m.end) for m in named)
    for pattern, work in mains.items() if passage.kind != "heading" else ():
        for match in pattern.finditer(text):
            start, end = match.span()
            if _is_set_off(passage, start, end, work) and not taken.meets(start, end):
                taken.add(start, end)
                yield Mention(passage.id, start, end, match[0], work.id, rule=RULE)


def _is_set_off(passage: Passage, start: int, end: int, work: Entity) -> bool:
    """Whether a stretch is told to be a title: by marks, italics, its year, or its kind beside."""
    text = passage.text
    between = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
    italic = any(
        one.kind == "em" and one.start <= start and end <= one.end for one in passage.emphasis
    )
    dated = (year := _YEAR.match(text, end)) and int(year[1]) == work.year
    before = _KIND_BEFORE.search(text, max(0, start - 24), start)
    return bool(between or italic or dated or before or _KIND_AFTER.match(text, end))


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
