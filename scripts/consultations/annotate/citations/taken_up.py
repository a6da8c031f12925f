"""Works that a document has named, taken up again by what sort of work they are.

Symptom: under a heading that is the title of a work, or after the title in one passage, "the
document", "the study"; later, "the Guild's report" and "the same framework".
Found by: the noun for a kind of work, after "the", "this" or the name of a body. After a body it is
the last work named that is by it; else the last work named in the passage; else the one that the
section is about, of which alone "this long report" is said; after "same" or "said" the only one
named so far that has the noun in its title; after a year the only one so far of that year.
Leaves alone: a noun other than the one in the title, where the title has one, but for "document";
"the report of the guild", which may be another; "the new strategy", which may not be out yet; "this
report" beside another work, which may be the document itself ("this strategy" in a response may
not); whatever may be two works.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from consultations import patterns as re
from consultations.annotate.taken import Taken
from consultations.english.kinds import WORK
from consultations.model.annotation import Mention
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, Entity

RULE = "taken-up"

_NOUN = re.compile(rf"\b{WORK}\b", re.IGNORECASE)
_SORT = (
    r"(?:[a-z-]{2,}(?:able|al|ant|ary|ent|ful|ible|ic|ish|ive|less|ly|ous)"
    r"|clear|good|key|large|long|main|major|new|research|short|small|useful|welcome|worthwhile)"
)
"""A word that says of what sort something is, or how good."""
_TAKEN_UP = re.compile(
    rf"""
    (?: \b (?: [Tt]he | (?P<this>[Tt]his) ) \s
        (?: (?P<again> same|said|aforementioned|above ) \s )?                 # the same framework
        (?: (?P<year> (?:1[5-9]|20)\d\d ) \s )?                               # the 2004 report
      | \b [Tt]his \s (?: is \s an? \s )? (?: {_SORT} \s (?: and \s )? (?P<praised>) ){{1,2}}
                                                                     # this is a long and dull study
      | (?P<body> \w (?:['’]s)? \s ) )                                       # the Guild's report
    (?P<noun> {WORK} )\b
    (?! \s(?:about|by|called|entitled|for|from|of|on|to|{WORK})\b | [-’'] | \s [A-Z“‘'"] )
    """,
    re.VERBOSE,
)
_ANY = frozenset({"document", "paper", "publication", "report", "study"})
"""What a work may be called whose title has no noun of its own for what it is."""
_ALWAYS = frozenset({"document", "publication"})
"""What any work may be called."""
_NUMBER = 4
"""Code points before a title in which the number of a section may stand."""
_BODY_TO_NOUN = 4
"""Code points between a body and the noun for its work: ’s and a blank."""


def with_works_taken_up(edition: Edition, authority: Authority) -> Edition:
    """The edition with mentions of works that are taken up again by their kind."""
    record = edition.source.record
    named = _Named(authority, f"{record.type} {record.title}".casefold())
    found: list[Mention] = []
    for passage in edition.passages:
        mentions = edition.mentions_of[passage.id]
        if passage.kind == "heading":
            named.enter(passage, mentions)
        elif passage.kind in ("paragraph", "list_item"):
            taken = Taken((m.start, m.end) for m in mentions)
            for match in _TAKEN_UP.finditer(passage.text):
                start, end = match.span("noun")
                work = None if taken.meets(start, end) else named.meant(match, mentions)
                if work:
                    text = passage.text[start:end]
                    found.append(Mention(passage.id, start, end, text, work.id, rule=RULE))
        named.add(mentions)
    return edition.with_more_mentions(found)


@dataclass
class _Named:
    """The works that a document has named so far."""

    authority: Authority
    own: str
    """What sort of document this is, and its title, in small letters."""
    by_noun: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Ids of works by the nouns in their titles."""
    latest: list[str] = field(default_factory=list)
    """Ids of works in the order in which they were named last."""
    heading: tuple[int, Entity] | None = None
    """The work whose title is the heading of the section, with the heading's level."""

    def enter(self, passage: Passage, mentions: Sequence[Mention]) -> None:
        """Go on to the section under a heading."""
        level = passage.level or 1
        if self.heading and level <= self.heading[0]:
            self.heading = None
        for work in self._works(m for m in mentions if len(passage.text) - len(m.text) <= _NUMBER):
            self.heading = level, work

    def add(self, mentions: Sequence[Mention]) -> None:
        """Take in what a passage names."""
        for work in self._works(mentions):
            if work.id in self.latest:
                self.latest.remove(work.id)
            self.latest.append(work.id)
            for noun in _nouns(work):
                self.by_noun[noun].add(work.id)

    def meant(self, match: re.Match[str], mentions: Sequence[Mention]) -> Entity | None:
        """The work that is taken up, if it can be told."""
        noun = match["noun"].casefold()
        before = [m for m in mentions if m.end <= match.start("noun")]
        if match["body"]:
            return self._of_body(match, before, noun)
        if match["year"]:
            return self._of_year(int(match["year"]), before, noun)
        if match["praised"] is not None:
            return None if list(self._works(before)) else self._of_section(noun)
        # "This report", after another work in the passage, may be the document itself.
        for work in reversed(list(self._works(before))):
            own = match["this"] and (noun not in _nouns(work) or self.calls_itself(noun))
            return work if _fits(work, noun) and not own else None
        return self._of_section(noun) or (self._only(noun) if match["again"] else None)

    def _of_section(self, noun: str) -> Entity | None:
        """The work that the section is about, if it fits the noun."""
        return self.heading[1] if self.heading and _fits(self.heading[1], noun) else None

    def _only(self, noun: str) -> Entity | None:
        """The only work named so far that has the noun in its title."""
        (*others, only) = self.by_noun.get(noun, ()) or (None,)
        return self.authority.by_id[only] if only and not others else None

    def _of_year(self, year: int, before: Sequence[Mention], noun: str) -> Entity | None:
        """The only work of a year named so far, or in this passage before, that fits the noun."""
        named = [*(self.authority.by_id[id_] for id_ in self.latest), *self._works(before)]
        (*others, only) = {w.id: w for w in named if w.year == year}.values() or (None,)
        return only if only and not others and _fits(only, noun) else None

    def calls_itself(self, noun: str) -> bool:
        """Whether the document may call itself by a noun."""
        return noun in self.own or noun in _ANY

    def _of_body(self, match: re.Match[str], before: Sequence[Mention], noun: str) -> Entity | None:
        """The last work named that is by the body whose name stands before the noun."""
        if not before or match.start("noun") - before[-1].end > _BODY_TO_NOUN:
            return None
        body = self.authority.by_id[before[-1].entity]
        theirs = {
            work.id
            for form in body.forms
            for work in self.authority.works_by_author.get(form.text, ())
        }
        last = next((id_ for id_ in reversed(self.latest) if id_ in theirs), None)
        work = self.authority.by_id[last] if last else None
        return work if work and _fits(work, noun) else None

    def _works(self, mentions: Sequence[Mention] | Iterator[Mention]) -> Iterator[Entity]:
        entities = (self.authority.by_id[mention.entity] for mention in mentions)
        return (entity for entity in entities if entity.kind == "work")


def _nouns(work: Entity) -> frozenset[str]:
    """The nouns for kinds of work in the wordings of a title."""
    wordings = " ".join((work.name, *work.variants))
    return frozenset(match[0].casefold() for match in _NOUN.finditer(wordings))


def _fits(work: Entity, noun: str) -> bool:
    nouns = _nouns(work)
    return noun in nouns or noun in _ALWAYS or (not nouns and noun in _ANY)
