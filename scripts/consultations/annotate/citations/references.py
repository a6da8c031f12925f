"""Reference lists: passages that give a work in full, and nothing else.

Symptom: under "References" or "Bibliography", "Marsh, A. (2004) Lamps and law. London: Pier Press."
Found by: their place, under such a heading (further headings may divide the list), and their form:
names and a year in brackets, or a description of at most sixty words that ends in a date. Where a
document keeps all its notes at its end, a note of that form is a reference as well.
Leaves alone: what stands after the list; a sentence under its heading; notes at the feet of pages,
for a list of references stands in one place.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.dates import ANY_MONTH
from consultations.english.listed_names import LIST_HEADING
from consultations.english.small_words import AUXILIARIES, PREPOSITIONS
from consultations.english.word_lists import alternatives
from consultations.model.annotation import Mention
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, Entity

_LIST_HEADING = re.compile(LIST_HEADING, re.VERBOSE | re.IGNORECASE)
_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
_ANY_YEAR = re.compile(r"\b((?:1[89]|20)\d\d)[a-z]?\b")
_NAMES_AND_YEAR = re.compile(rf"[^\W\d_][^()]{{1,400}}\((?:{_YEAR}|n\.d\.|in press|forthcoming)\)")
_DATED = re.compile(rf"\b{_YEAR}\)?(?: ?[:,;] ?[\d\s:()–-]+)?[.\s]*$")
_MONTH = re.compile(rf"\b{ANY_MONTH}\b", re.IGNORECASE)
_CITES = re.compile(rf"\(([^()]*?)(?:\w+\.? )?{_YEAR}[^()]*\)[.\s]*$")
_VERB = re.compile(rf"\b(?:{alternatives(AUXILIARIES)})\b")
_MOST_WORDS = 60
"""Words of the description of a work, at most."""
_NUMBERED = re.compile(rf"\[\d{{1,3}}\]\s.*\b{_YEAR}\b", re.DOTALL)
_VOLUME = re.compile(
    rf"\b{_YEAR}(?: [A-Z][a-z]{{2,8}}(?: \d\d?)?)?; ?\d+ ?(?:\([^()]{{1,9}}\))? ?:"
)
"""The year with a volume behind it: 2019;24:100."""
_WHERE_FOUND = re.compile(
    r"(?<![\s\[(])[\s\[(]*+(?:\b(?:Available|Retrieved|[Aa]ccessed)\b|https?://|www\.|\bdoi\b).*\Z",
    re.DOTALL,
)
"""What stands behind the date: where a work was found on the web, and when."""
_LINKS = re.compile(r"(?:\s*\[[^\W\d_][^\[\]\d]{1,30}\])+\Z")
"""What a journal's page puts behind a reference: `[Google Scholar] [CrossRef]`."""
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")


def with_references(edition: Edition) -> Edition:
    """The edition with the kind `reference` given to the passages that are references."""
    references = {*_listed(edition), *_endnotes(edition)}
    return replace(
        edition,
        passages=tuple(
            replace(p, kind="reference", level=None, depth=None, marker=None)
            if p.id in references
            else p
            for p in edition.passages
        ),
    )


def work_of(passage: Passage, named: Sequence[Mention], authority: Authority) -> Entity | None:
    """The work that a reference gives: the first it names, of those issued in a year it names."""
    years = {int(year[1]) for year in _ANY_YEAR.finditer(passage.text)}
    entities = (authority.by_id[mention.entity] for mention in named)
    works = [entity for entity in entities if entity.kind == "work"]
    dated = [work for work in works if work.year in years]
    return next(iter(dated or works), None)


def _listed(edition: Edition) -> Iterator[str]:
    """Ids of the passages of lists of references."""
    inside = False
    level = 0
    for passage in edition.passages:
        if passage.kind == "heading":
            if _LIST_HEADING.fullmatch(passage.text):
                inside, level = True, passage.level or 1
            elif (passage.level or 1) < level:
                inside = False
        elif passage.kind == "footnote":
            return
        elif inside and passage.kind in ("paragraph", "list_item", "reference"):
            # What stands under a heading of the same level may be the next part of the list.
            under = _under_list(edition, passage)
            if _NAMES_AND_YEAR.match(passage.text) or (under and _is_entry(passage)):
                yield passage.id
            elif not under:
                inside = False


def _is_entry(passage: Passage) -> bool:
    """Whether a passage under the heading of a list is one of its entries."""
    text = passage.text
    return bool(_NUMBERED.match(text) or _VOLUME.search(text)) or _gives_a_work(passage)


def _under_list(edition: Edition, passage: Passage) -> bool:
    headings = (edition.by_id[id_].text for id_ in passage.section)
    return any(_LIST_HEADING.fullmatch(text) for text in headings)


def _endnotes(edition: Edition) -> Iterator[str]:
    """Ids of the notes that give a work, where all notes stand after all of the text."""
    notes = [edition.by_id[note.passage] for note in edition.footnotes]
    rest = [p for p in edition.passages if p.kind != "footnote"]
    if not notes or not rest or min(n.source for n in notes) < max(p.source for p in rest):
        return
    starts = {note.id for note in notes}
    go_on = {one.id for one, following in pairwise(edition.passages) if _goes_on(following, starts)}
    yield from (n.id for n in notes if n.id not in go_on and _gives_a_work(n))


def _goes_on(passage: Passage, starts: Set[str]) -> bool:
    """Whether a passage goes on with the note before it: it is of a note and begins none."""
    return passage.kind == "footnote" and passage.id not in starts


def _tells_of_when(text: str) -> bool:
    """Whether words are no more than a preposition and a date: "As of May 2009.", "In 1911"."""
    first, _, rest = text.partition(" ")
    return first.casefold() in PREPOSITIONS and not _CAPITAL.search(_MONTH.sub("", rest))


def _gives_a_work(passage: Passage) -> bool:
    """Whether a passage is the description of a work, with its date, and not a sentence."""
    text = _WHERE_FOUND.sub("", _LINKS.sub("", passage.text))
    if _tells_of_when(text):
        return False
    if len(text.split()) > _MOST_WORDS or not _DATED.search(text):
        return False
    cited = _CITES.search(text)
    if cited and not _MONTH.search(cited[1]):
        before = cited[1].strip(" ,")
        if before and before[0].isupper():
            return False
    outside = re.sub(r"[\"“‘'][^\"”’]*[\"”’']", "", text)
    return len(_VERB.findall(outside)) < 2
