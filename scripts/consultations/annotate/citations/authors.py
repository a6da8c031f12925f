"""The people whom citations name.

Symptom: "(Marsh 2004)" names the author of the work that it cites, by surname alone.
Found by: the citation's work. Its authors' surnames are looked for in the citation, and before it
where a row of years parts the two: "Marsh (2004a, 2004b)". The person of the authorities with that
surname and the author's initial is mentioned.
Leaves alone: a surname that two such people share; authors whom the authorities do not have; words
that a mention covers already.
"""

from collections import defaultdict
from collections.abc import Iterator

from consultations import patterns as re
from consultations.annotate.taken import Taken
from consultations.model.annotation import Citation, Mention
from consultations.model.edition import Edition
from consultations.model.entity import Authority, family_key

RULE = "authors"

_BEFORE = 60
"""Code points before a list of years in which its author's name must begin."""


def with_cited_authors(edition: Edition, authority: Authority) -> Edition:
    """The edition with a mention of each person whom a citation names by surname."""
    taken: dict[str, Taken] = defaultdict(Taken)
    for mention in edition.mentions:
        taken[mention.passage].add(mention.start, mention.end)
    new = []
    for citation in edition.citations:
        text = edition.by_id[citation.passage].text
        for mention in _authors(citation, text, authority):
            if not taken[mention.passage].meets(mention.start, mention.end):
                taken[mention.passage].add(mention.start, mention.end)
                new.append(mention)
    return edition.with_more_mentions(new)


def _authors(citation: Citation, text: str, authority: Authority) -> Iterator[Mention]:
    since = max(0, citation.start - _BEFORE) if citation.text[:1].isdigit() else citation.start
    done = set()
    for author in authority.by_id[citation.work].authors:
        surname = author.get("family", "")
        if surname in done:
            continue
        done.add(surname)
        word = re.compile(rf"\b{re.escape(surname)}\b") if surname else None
        places = list(word.finditer(text, since, citation.end)) if word else []
        initial = _initial(author.get("given", ""))
        people = [
            person
            for person in authority.people_by_family.get(family_key(surname), ())
            if initial in {_initial(person.given or ""), *(_initial(f.text) for f in person.forms)}
        ]
        if places and len(people) == 1:
            nearest = places[-1] if since < citation.start else places[0]
            start, end = nearest.span()
            yield Mention(citation.passage, start, end, nearest[0], people[0].id, rule=RULE)


def _initial(name: str) -> str:
    return name[:1].casefold()
