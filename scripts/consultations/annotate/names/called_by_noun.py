"""Bodies and laws called by the noun of their name, or by what the author says they are called.

Symptom: "the Department" after "the Department for Tides"; "the Commission’s", "the Act", "the 1987
Act", "the Green Paper"; "Harbour Office (the Office)", "Lamp Trust of Leith (“Leith”)".

Found by: following the document in the order of its source. A noun with a capital, after "the", is
the only body or work named so far whose name has it, or beside whose title it stood; a law may be
told by its year. A name that the author gives in brackets right behind another is the same.

Leaves alone: a noun in small letters; one that two of those named in the document have, known to
the archive or not, or that is in the name of the document's own body; "the Government", of which
each country has one; headings and references; a noun that goes on as a longer name.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from consultations import patterns as re
from consultations.annotate.taken import Taken
from consultations.english.kinds import BODIES
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import alternatives
from consultations.model.annotation import Mention
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, Entity

RULE = "called-by-noun"

_EVERYBODYS = {"church", "government", "house", "parliament", "police", "team", "group", "service"}
"""Nouns of bodies that with a capital mean others too."""
_BODY = alternatives(noun.title() for noun in BODIES - _EVERYBODYS)
_WORK = (
    "(?:(?:Green|White)[ ]Paper|Act|Bill|Charter|Code|Convention|Directive|Framework|Guidance"
    "|Manifesto|Order|Regulations|Review|Strategy|Treaty)"
)
_HEAD = re.compile(rf".*?\b(?:(?P<first>{_BODY}) (?:for|of|on)\b|(?P<last>{_BODY})\Z)")
"""The noun of a body's name: Department of Tides, Lamp Trust."""
_LAW = re.compile(rf".*\b(?P<noun>{_WORK})\b")
_NOUN = re.compile(rf"\b(?:{_BODY}|{_WORK})\b")
_CALLED = re.compile(
    rf"""
    \b [Tt]he [ ] (?: (?P<year> (?:1[5-9]|20)\d\d ) [ ] )? (?P<noun> {_BODY} | {_WORK} ) \b
    (?! [ ] (?: (?:for|of|on) [ ] (?:the[ ])? )? [A-Z] | -\w | / )
    """,
    re.VERBOSE,
)
_PAPER_BEFORE = re.compile(r"\b(?P<noun>(?:Green|White) Paper),? [\"'“‘]?\Z")
_PAPER_AFTER = re.compile(r"[\"'”’]? (?P<noun>(?:Green|White) Paper)\b")
_NEAR = len("Green Paper, “")
_GOES_ON = re.compile(r" (?:for|of|on) (?:the )?[A-Z]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'&.-]*) \Z")
_GIVEN = re.compile(
    r"""
    [ ] \( (?: (?:also|hereafter|hereinafter|henceforth|or) ,? [ ] )?
    (?: (?P<the> ["“‘]? [Tt]he [ ] ["“‘]? ) | ["“‘] )
    (?P<name> [A-Z][\w’-]*+ (?: [ ] [A-Z][\w’-]*+ ){0,3} ) ["”’]? \)
    """,
    re.VERBOSE,
)
"""A name that the author gives: (the Office), (“the Office”), (“Leith”)."""


def with_names_by_noun(edition: Edition, authority: Authority) -> Edition:
    """The edition with mentions of bodies and works by a noun of their name, or a given name."""
    shared = _shared(edition, authority)
    named = _Named()
    found: list[Mention] = []
    for passage in edition.in_source_order:
        mentions = edition.mentions_of[passage.id]
        since = dict.fromkeys(named.ids, 0)
        for mention in mentions:
            since.setdefault(mention.entity, mention.end)
            named.add(passage, mention, authority.by_id[mention.entity])
        if passage.kind not in ("heading", "reference") and named.ids:
            taken = Taken((m.start, m.end) for m in (*mentions, *edition.links_of[passage.id]))
            for start, end, entity in named.called(passage.text, shared):
                if since[entity] <= start and not taken.meets(start, end):
                    taken.add(start, end)
                    words = passage.text[start:end]
                    found.append(Mention(passage.id, start, end, words, entity, rule=RULE))
    return edition.with_more_mentions(found)


@dataclass
class _Named:
    """What a document has named so far."""

    ids: set[str] = field(default_factory=set)
    by_noun: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """For each noun the ids of those whose name has it, each with that name."""
    given: dict[str, tuple[re.Pattern[str], set[str]]] = field(default_factory=dict)
    """The names that the author has given, each with the ids of whom it was given."""

    def add(self, passage: Passage, mention: Mention, entity: Entity) -> None:
        """Take in what a passage names, and what it is called in brackets behind the name."""
        if entity.kind in ("organisation", "work"):
            if entity.id not in self.ids:
                self.ids.add(entity.id)
                if noun := _noun(entity) or _noun_beside(passage.text, mention, entity):
                    self.by_noun[noun][entity.id] = entity.name
            if given := _GIVEN.match(passage.text, mention.end):
                words = re.escape(given["name"])
                pattern = rf"(?<=[Tt]he ){words}\b" if given["the"] else rf"\b{words}\b"
                known = self.given.setdefault(given["name"], (re.compile(pattern), set()))
                known[1].add(entity.id)

    def called(self, text: str, shared: set[str]) -> Iterator[tuple[int, int, str]]:
        """Each stretch that calls one of them by less than the name, and the id."""
        for pattern, ids in self.given.values():
            for match in pattern.finditer(text):
                if len(ids) == 1:
                    yield *match.span(), next(iter(ids))
        for match in _CALLED.finditer(text):
            noun, year = match["noun"], match["year"]
            alike = [id_ for id_, name in self.by_noun[noun].items() if (year or "") in name]
            if len(alike) == 1 and (year or noun not in shared):
                yield *match.span("noun"), alike[0]


def _noun(entity: Entity) -> str | None:
    """The noun by which an entity may be called."""
    if entity.kind == "work":
        law = _LAW.match(entity.name)
        return law["noun"] if law else None
    head = _HEAD.match(entity.name)
    return (head["first"] or head["last"]) if head else None


def _noun_beside(text: str, mention: Mention, entity: Entity) -> str | None:
    """What a work is told to be beside its title: the Green Paper “Lamps”, ‘Lamps’ Green Paper."""
    before = _PAPER_BEFORE.search(text, max(0, mention.start - _NEAR), mention.start)
    beside = before or _PAPER_AFTER.match(text, mention.end)
    return beside["noun"] if beside and entity.kind == "work" else None


def _shared(edition: Edition, authority: Authority) -> set[str]:
    """The nouns that are in the names of more than one of those whom a document names."""
    whose: dict[str, set[str]] = defaultdict(set)
    record = edition.source.record
    own = authority.by_id.get(record.organisation or "")
    for match in _NOUN.finditer("; ".join([*record.authors, own.name if own else ""])):
        whose[match[0]].add(own.id if own else "")
    for passage in edition.passages:
        mentions = edition.mentions_of[passage.id]
        for match in _NOUN.finditer(passage.text):
            inside = [
                m.entity for m in mentions if m.start <= match.start() and match.end() <= m.end
            ]
            if inside:
                whose[match[0]].update(inside)
            elif _is_in_name(passage.text, match):
                whose[match[0]].add("")
    return {noun for noun, ids in whose.items() if len(ids) > 1}


def _is_in_name(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun is part of a longer name: Lamp Trust, Department of Tides."""
    before = _WORD_BEFORE.search(text, max(0, noun.start() - 24), noun.start())
    capital = before and before[1][0].isupper() and before[1].casefold() not in OPENERS
    return bool(capital or _GOES_ON.match(text, noun.end()))
