"""Clauses, as far as a few words tell: the candidate that is the subject of a verb of saying.

There is no parser here. A candidate is the subject of a verb where nothing stands between the two
but what belongs to the candidate or to the verb; in every other case the subject is somebody else,
who is not known. Why: docs/project/decisions/0042-whose-words.md
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.clauses.leading import WHO_IS, heard_to, is_adverb, leads_to
from consultations.annotate.quotations.clauses.passive import agent_of, is_passive
from consultations.annotate.quotations.clauses.subjects import (
    STATEMENT_OF,
    antecedent,
    by_name,
    is_said_of,
    possesses,
    says_nothing,
)
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import Candidate
from consultations.english.inflection import verb_forms
from consultations.english.persons import POST, ROLE
from consultations.english.saying import STATEMENT
from consultations.english.small_words import BE, DETERMINER, OPENERS, PREPOSITIONS, SMALL_WORDS
from consultations.english.word_lists import alternatives
from consultations.model.text import Interval

_BOUNDARY = re.compile(
    r"""
    ;                                                   # … was “old”; Bell held that
    | (?<! \bthat[ ] ) \b (?: while|whereas|whilst|although|though ) \b  # …, while Bell held
    """,
    re.VERBOSE,
)
_OWN_CLAUSE = re.compile(
    rf",?\s(?:(?:where|in which|to which)\s(?:the\s)?"
    rf"|whose\s(?:[\w-]+\s){{0,2}}?(?:{POST}|{ROLE})(?<!s),?\s)\Z"
)
"""Before the subject of a clause about somebody or something: "Moss v Reed, where Bell J said",
"the Guild, whose chair, Ann Moss, said"."""
_WHOSE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){0,3}?[\w-]+(?:['’]s|s['’])(?:\sown)?\s*\Z")
"""Whose somebody is with whom a clause begins: "The town hall’s porter wrote"."""
_LETTER_FROM = re.compile(rf"\b(?:{STATEMENT})\s(?:by|from)\s(?:the\s)?\Z")
"""What is somebody's, and speaks for them: "A letter from the Board is blunter:"."""
_OF_WHICH = re.compile(r"\b(?:which|whom|whose)\s(?:the\s)?\Z")
"""Before the subject of a clause about what is spoken of: "her view, which the Board shares"."""
_CONJUNCTIONS = {"after", "as", "before", "since", "until"}
"""Prepositions that begin a clause too: "as Ann Moss put it"."""
_PREPOSITION = re.compile(
    rf"""
    \b (?: {alternatives(PREPOSITIONS - _CONJUNCTIONS)}
         | (?: appear(?:ed|ing)|came|evidence|given|heard|laid|taken ) \s before )   # taken before
    (?: \s (?:{DETERMINER}) )?
    (?: \s [\w-]+ ['’]s? )? \s       # to the guild’s clerk
    (?: \w+ / )? ["'“‘]? \Z          # from members/clerks, of “Ann Moss
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROLE = re.compile(rf"\b(?i:{POST}|{ROLE})(?<!s)\s\Z")
"""Before a name, what its bearer is: "from tenant Ann Moss", "Pilot Ann Moss"."""
_REPORTED_IN = re.compile(
    rf"\b(?:{BE})\s(?:\w+\s)?(?:quoted|recorded|reported)\s(?:by|in|on)\s[^.;:]{{1,60}}\sas\s\Z"
)
"""Of whom it is told elsewhere what was said: "Ann Moss was quoted in the Echo as saying"."""
_AS_SAYING = re.compile(r"(?: (?:at|from|in|of) [^,;:.]{2,40}?)?(?:,(?: [^,;:.]{2,60},)?)? as ")
"""From whomever somebody else reports: "quoted a tenant in Leith as saying", "quoted Ann Moss, the
keeper, as saying"."""
_QUANTITY_OF = re.compile(
    r"""
    \b (?: all|each|few|half|many|most|none|one|several|some|third|three|two  # some of the crew
         | couple|group|handful|majority|minority|number|percentage          # a handful of us
         | proportion|range|share
         | \d[\d.,]* (?: \s?% | \sper[ ]cent )?                                # 40% of tenants
       )
    [ ] of [ ] (?: (?:the|these|our|those|all) [ ] )? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TURNED = re.compile(r"(?:,|\A\W*)\s*\Z")
"""Before a verb that stands ahead of its subject: nothing, or a comma."""
_TELLS = re.compile(
    "|".join(
        form
        for verb in ("assure", "inform", "notify", "remind", "tell")
        for form in sorted(verb_forms(verb))
    )
)
"""Verbs behind which nobody stands but whoever is told: ", who works there, told the panel:"."""
_PARTICIPLE_APART = re.compile(r"(?:,|\bby)\s(?:\w+ly\s)?\w+ing\Z")
_TO_SUBJECT = re.compile(r"\s(?:the\s)?")
_LEADS_IN = re.compile(r"(?:,[^.;:?!]{1,80})?:\s")
_ASKED = re.compile(
    r"\W*(?:(?i:after|on|once|when) (?:[^,;:.?!]{1,60} )?)?"
    r"(?:[Aa]sked|[Cc]hallenged|[Ii]nvited|[Pp]ressed|[Pp]rompted|[Qq]uestioned)\b"
    r"[^;:.?!]{0,200},\s"
)
"""A clause that says by whom somebody is asked, and what: it has no subject of its own."""
_TO_REPLY = re.compile(r"(?:(?!\s{5})[^;:.?!]){2,200},\s{5}")
"""From a verb in such a clause to the words behind it, for which blanks stand."""
_LONGEST = 300
"""A subject stands at most so many code points before its verb."""


def clause_start(silent: str, start: int, end: int) -> int:
    """Where the last clause of a stretch begins: after a semicolon, "while" and their like."""
    for match in _BOUNDARY.finditer(silent, start, end):
        start = match.end()
    return start


def subject_of(
    silent: str, start: int, verb: Interval, named: Sequence[Candidate]
) -> Candidate | None:
    """The candidate that is the subject of a verb, or None where that is somebody else.

    Args:
        silent: a passage's text with blanks for what others say in it.
        start: where the verb's sentence begins.
        verb: where the verb stands.
        named: the candidates of the sentence, in order.
    """
    before = [c for c in named if start <= c.start and c.end <= verb[0]]
    if is_said_of(silent, start, verb):
        return _said_of(silent, start, verb, before)
    if heard := heard_to(silent, start, verb, before):
        return heard
    if turned := _behind(silent, start, verb, named):
        return turned
    if is_passive(silent, start, verb):
        return None if _is_asking(silent, start, verb) else agent_of(silent, verb, named)
    if of_whom := antecedent(silent, start, verb, before):
        return of_whom
    leading = _leading(silent, start, verb, before)
    # A participle behind a comma or "by" has the subject of its clause: "Moss met Reed, saying".
    if leading and not _PARTICIPLE_APART.search(silent, start, verb[1]):
        return None if says_nothing(silent, leading) else by_name(silent, leading, before)
    if not _shares_subject(silent, start, verb):
        return None
    clause = clause_start(silent, start, verb[0])
    return main_subject(silent, clause, before) or _before(silent, clause, verb, named)


def _is_asking(silent: str, start: int, verb: Interval) -> bool:
    """Whether a verb tells who was asked before the words: "asked by Ann Moss, “…,” Bell said"."""
    asked = _ASKED.match(silent, start)
    return asked is not None and _TO_REPLY.match(silent, verb[1], asked.end() + 5) is not None


def _leading(
    silent: str, start: int, verb: Interval, before: Sequence[Candidate]
) -> Candidate | None:
    """The first that leads to the verb, in a clause of its own if there is one.

    Whoever stands between belongs to it, as in "Ann Moss, clerk of the Ferry Board, said".
    """
    leading = [c for c in before if _is_before_verb(silent, start, c, verb)]
    own = [c for c in leading if _OWN_CLAUSE.search(silent, start, c.start)]
    return next(iter(own[-1:] or leading), None)


def _said_of(
    silent: str, start: int, verb: Interval, before: Sequence[Candidate]
) -> Candidate | None:
    """Of whom it is told what was said: "quoted Ann Moss as saying"."""
    if _REPORTED_IN.search(silent, start, verb[0]):
        return main_subject(silent, start, before)
    said_of = next((c for c in before if _AS_SAYING.fullmatch(silent, c.end, verb[0])), None)
    if said_of and is_bound(silent, start, said_of):  # reported in the Ledger as saying
        return main_subject(silent, start, before)
    return said_of


def _behind(
    silent: str, start: int, verb: Interval, named: Sequence[Candidate]
) -> Candidate | None:
    """The subject that stands behind its verb: "Says Ann Moss: …"; "the pier, said Moss, is"."""
    if not _TURNED.search(silent, start, verb[0]) or _TELLS.match(silent, verb[0], verb[1]):
        return None
    for candidate in named:
        if verb[1] <= candidate.start and _TO_SUBJECT.fullmatch(silent, verb[1], candidate.start):
            inserted = silent[start : verb[0]].strip() and silent.startswith(",", candidate.end)
            return candidate if inserted or _LEADS_IN.match(silent, candidate.end) else None
    return None


def _is_before_verb(silent: str, start: int, candidate: Candidate, verb: Interval) -> bool:
    """Whether a verb follows a candidate as its own, near enough to be it."""
    free = not is_bound(silent, start, candidate) or _with_participle(silent, candidate, verb)
    near = verb[0] - candidate.end <= _LONGEST
    between = silent[candidate.end : verb[0]]
    if candidate.voice and candidate.voice.anonymous:
        between = WHO_IS.sub(" ", between)
    if silent.endswith("(", start, candidate.start):
        between = between.removeprefix(")")  # the clerk (Ann Moss) said
    return near and free and leads_to(between)


def _before(
    silent: str, start: int, verb: Interval, named: Sequence[Candidate]
) -> Candidate | None:
    """The subject of the verb of saying before one that has none of its own."""
    earlier = [one for one in verbs_of_saying(silent, start, verb[0]) if one[1] <= verb[0]]
    return subject_of(silent, start, earlier[-1], named) if earlier else None


def _with_participle(silent: str, candidate: Candidate, verb: Interval) -> bool:
    """Whether it is "with one member saying"."""
    before = silent[max(0, candidate.start - 6) : candidate.start]
    participle = silent[verb[0] : verb[1]].split()[0].endswith("ing")
    return participle and bool(re.search(r"\b[Ww]ith\s\Z", before)) and verb[0] - candidate.end == 1


def is_bound(silent: str, start: int, candidate: Candidate) -> bool:
    """Whether a candidate stands after a preposition, and so is no subject: "the hall of the Club".

    Whoever has made a statement is not bound by it ("the evidence of Ann Moss says"), nor are those
    who are counted ("a number of members say").
    """
    before = silent[start : candidate.start]
    if candidate.voice and (role := _ROLE.search(before)):
        before = before[: role.start()]
    if _QUANTITY_OF.search(before) or STATEMENT_OF.search(before):
        return False
    return bool(_PREPOSITION.search(before))


def _shares_subject(silent: str, start: int, verb: Interval) -> bool:
    """Whether a verb has no subject of its own: a participle, an infinitive, "came and said"."""
    if silent[verb[0] : verb[1]].split()[0].endswith("ing"):
        return True
    before = silent[start : verb[0]].casefold().split()
    while before and before[-1] != "then" and is_adverb(before[-1].strip(",")):
        before.pop()
    return bool(before) and before[-1] in ("and", "but", "or", "then", "to")


def main_subject(silent: str, start: int, named: Sequence[Candidate]) -> Candidate | None:
    """The candidate with which a clause begins; None where it begins with somebody else.

    Args:
        silent: a passage's text with blanks for what others say in it.
        start: where the clause begins.
        named: candidates of it, in order.
    """
    if asked := _ASKED.match(silent, start):
        start = asked.end()
    for candidate in named:
        if candidate.start < start or possesses(silent, candidate):
            continue
        before = silent[start : candidate.start].rpartition(",")[2]
        for beside in (_LETTER_FROM, _ROLE, _WHOSE):
            before = beside.sub("", before)
        words = before.split()
        if is_bound(silent, start, candidate) or _OF_WHICH.search(before):
            continue
        if says_nothing(silent, candidate):
            return None
        plain = [re.sub(r"\W", "", word).casefold() for word in words]
        known = SMALL_WORDS | OPENERS
        return candidate if all(w in known or w.isdigit() or not w for w in plain) else None
    return None
