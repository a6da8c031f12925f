"""The people whom citations name: "(Author 2004)" names the author of the work that it cites."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from consultations.annotate.taken import Taken
from consultations.model.edition import Citation, Edition, Mention
from consultations.model.entity import Authority


def with_cited_authors(edition: Edition, authority: Authority) -> Edition:
    """The edition with a mention of each person whom a citation names by surname."""
    places = defaultdict(list)
    for mention in edition.mentions:
        places[mention.passage].append((mention.start, mention.end))
    taken = defaultdict(Taken, {passage: Taken(found) for passage, found in places.items()})
    new = [
        mention
        for citation in edition.citations
        for mention in _authors(citation, authority)
        if not taken[mention.passage].meets(mention.start, mention.end)
    ]
    mentions = sorted([*edition.mentions, *new], key=lambda m: (edition.order[m.passage], m.start))
    return replace(edition, mentions=tuple(mentions))


def _authors(citation: Citation, authority: Authority) -> Iterator[Mention]:
    done = set()
    for author in authority.by_id[citation.work].authors:
        surname = author.get("family", "")
        if surname in done:
            continue
        done.add(surname)
        word = re.search(rf"\b{re.escape(surname)}\b", citation.text) if surname else None
        people = [
            person
            for person in authority.people_by_surname.get(surname, ())
            if any(
                _initial(form.text) == _initial(author.get("given", "")) for form in person.forms
            )
        ]
        if word and len(people) == 1:
            start, end = citation.start + word.start(), citation.start + word.end()
            yield Mention(citation.passage, start, end, word[0], people[0].id, rule="cited-author")


def _initial(name: str) -> str:
    return name[:1].casefold()
