"""What a head says of the words it heads: that they call for an answer, or are one.

It stands over a column of a table, or before a colon as the label of a field: `Audit finding`,
`Planned action`, `Agree or disagree`.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.english.call_labels import is_answer_label
from consultations.english.kinds import BODY
from consultations.english.name_parts import is_forename
from consultations.english.outcome_labels import says_decided, says_proposed, says_received
from consultations.english.personal_names import personal_names
from consultations.english.persons import HEARD, is_title
from consultations.model.edition import QuestionKind

_ABOUT = re.compile(
    r"(?:type|kind|category|class|date|number|no|nr|name|source|section|status|priority)s?\b",
    re.IGNORECASE,
)
"""How a head begins that says something about a comment or a response: Type of comment."""
_WHOSE = r"(?: [\w’'-]+ \s ){0,4}?"
_CALLS: Sequence[tuple[QuestionKind, re.Pattern[str]]] = (
    (
        "recommendation",
        re.compile(
            rf"""
            {_WHOSE} (?: (?: findings? | conclusions? ) \s? (?:and|or|/|&) \s? )?
            recommendations?
            (?: \s? (?:and|or|/|&) \s? (?! actions? | answers? | outcomes? | repl | respons | stat )
                [a-z-]{{3,20}} )?                                # Recommendations and undertakings
            (?: \s (?:of|by|from|to) \s .{{1,40}} )?              # Recommendation of the board
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
    (
        "recommendation",
        re.compile(
            rf"""
            {_WHOSE} (?: findings? | conclusions? )                # Audit finding
            (?: \s? (?:and|or|/|&) \s? (?: conclusions? | findings? ) )?
            (?: \s (?:of|by|from|to) \s .{{1,40}} )?
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
    (
        "proposal",
        re.compile(
            rf"{_WHOSE} (?: proposals? | proposed \s measures? )",
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
    (
        "question",
        re.compile(
            rf"{_WHOSE} (?:petition|question|request)s? (?: \s (?:asked|made|raised|received) )?",
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
    (
        "comment",
        re.compile(
            rf"""
            (?: (?:summary|details?|description) \s of \s )? (?:the \s)? {_WHOSE}
            (?: comments? | issues? | concerns? | feedback | observations? | points?
              | objections? | remarks? | quer(?:y|ies) | representations? | submissions?
              | suggestions? )
            (?: \s? (?:/|and|or|&) \s? (?: comments? | issues? | concerns? ) )?   # Issue/concern
            (?: \s (?: raised | received | identified | submitted | made | summary ) )?
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
)
"""A head that calls for an answer; where several do, the first of these is what calls."""
_PROPOSAL, _COMMENT = (
    next(n for n, (k, _) in enumerate(_CALLS) if k == kind) for kind in ("proposal", "comment")
)
_MADE = tuple(n for n, (kind, _) in enumerate(_CALLS) if kind in ("recommendation", "proposal"))
"""Those that are made and not asked: whatever stands beside them speaks of them."""
_ANSWER = re.compile(
    rf"""
    (?:how \s)? {_WHOSE}
    (?: actions? | dispositions? | resolutions? | responses? | repl(?:y|ies) | answers? )
    (?: \s (?: taken | agreed | planned | proposed | required | plan | to \s be \s taken ) )?
    (?: \s? (?:/|and|or|&) \s? (?: actions? | responses? | reasons? | rationale | next \s steps ) )?
    (?: \s (?:to|on|of|by|from) \s (?!when|whom|date) .{{1,40}} )?    # Response to comment
  | (?: secretariat | editor | project \s team | working \s group ) (?: [’']s | s[’'] )? \s
    (?: observations? | comments? | remarks? )                 # Secretariat observations
  | observations? \s (?:of|by|from) \s .{{1,40}}               # Observations of the secretariat
  | how \s (?: [\w’'-]+ \s ){{1,4}}? (?: (?:has|have) \s been | was | were ) \s
    (?: addressed | considered | dealt \s with | met | resolved | responded \s to
      | taken \s into \s account )                            # How the issue has been addressed
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ON_A_CALL = re.compile(
    rf"""
    {_WHOSE} (?: comments? | commentary | remarks? | observations? | notes? | views?
               | explanation | reasons? | rationale )
    (?: \s? (?:/|and|or|&) \s? [\w ]{{1,30}} )?               # Cabinet's comments
  | {_WHOSE} (?: progress | updates? | implementation | follow[- ]up | how | next \s steps )
    (?: \s .{{1,40}} )?                                      # Progress made to date
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What, beside recommendations, says something of them, and beside nothing would be anything."""
_STATE = re.compile(
    r"""
    (?: (?:current|government|response) \s )? (?: status | state | position )
  | (?: accept(?:ed)? | agreed? | support(?:ed)? ) \?? (?: \s? \( [^()]{1,30} \) )?  # Accept? (Y/N)
  | STATE (?: \s? (?:/|,|or\b) \s? STATE ){1,4}              # Accept / Reject; Agree or disagree
  | decisions? | outcome | dispositions?
    """.replace(
        "STATE",
        r"""(?: (?: not | in\spart | part(?:ial)?(?:ly)? | fully )\s? )?
            (?: accept(?:ed)? | agreed? | support(?:ed)? | noted? | disagreed? | reject(?:ed)? )
            (?: \s in[ ](?:part|principle) )?""",
    ),
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"""
    (?: (?: rec(?:ommendation)? | rep(?:resentation)? | ref(?:erence)? | comment | concern
          | question | request | item | line | row | serial | issue | proposal | objection | finding
          | submission | paragraph | para ) \.? \s? )?
    (?: no | nr | num(?:ber)? | ref(?:erence)? | id ) \b \.? (?: \s? \( .{1,30} \) )?  # Line no.
  | [#№] | item | rec\.? | q\.?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_RESPONDENT = re.compile(
    rf"""
    (?: (?: [A-Z][\w’'&-]* | and | for | of | the ) \s ){{0,5}}? (?i:{BODY})   # Guild, Town council
    (?: \s (?: for | of ) \s [^.:?!]{{1,40}} )?                          # Guild of keepers
  | (?i: (?: {HEARD} | consultee ) \s (?:no\.?\s)? [A-Z\d]{{1,3}} )      # Respondent A
    """,
    re.VERBOSE,
)


def kind_of_call(head: str) -> QuestionKind | None:
    """What the words under a head are that call for an answer; None where they do not."""
    rank = None if says_received(head) else rank_of_call(head)
    return None if rank is None else _CALLS[rank][0]


def heads_answer(head: str, kind: QuestionKind | None = None) -> bool:
    """Whether the words under a head answer a call, of the kind that is given."""
    remarks = kind in ("recommendation", "proposal") and _ON_A_CALL.fullmatch(head)
    return _is_answer(head) or bool(remarks)


def heads_state(head: str) -> bool:
    """Whether the words under a head say of a call how it stands: `Status`, `Agree or disagree`."""
    return _STATE.fullmatch(head) is not None


def heads_respondent(head: str) -> bool:
    """Whether a head names a person or a body, of whom the answers stand under it."""
    named = personal_names(head)
    is_known = any(is_forename(word) or is_title(word.rstrip(".")) for word in head.split()[:1])
    is_person = is_known and bool(named) and (named[0].start, named[0].end) == (0, len(head))
    return is_person or (head[:1].isupper() and _RESPONDENT.fullmatch(head) is not None)


def heads_number(head: str) -> bool:
    """Whether what stands under a head counts the calls: `Rec. no.`, `Comment reference`."""
    return _NUMBER.fullmatch(head.strip(" *:")) is not None


def rank_of_call(head: str) -> int | None:
    """Which sort of call a column holds: of several the lowest calls; None where it holds none."""
    if _ABOUT.match(head):
        return None
    if says_proposed(head):
        return _PROPOSAL
    if says_received(head):
        return _COMMENT
    return next((n for n, (_, form) in enumerate(_CALLS) if form.fullmatch(head)), None)


def answer_column(heads: Sequence[str]) -> int | None:
    """The column of answers: of several the first, a mere state only where there is no other."""
    answers = [n for n, head in enumerate(heads) if n and _is_answer(head)]
    states = [n for n in answers if _STATE.fullmatch(heads[n])]
    call = next((n for n, head in enumerate(heads) if rank_of_call(head) in _MADE), len(heads))
    remarks = (n for n in range(call + 1, len(heads)) if _ON_A_CALL.fullmatch(heads[n]))
    plain = (n for n in answers if n not in states)
    return next(plain, next(remarks, next(iter(states), None)))


def _is_answer(head: str) -> bool:
    if says_received(head) or says_proposed(head):
        return False
    if _STATE.fullmatch(head):
        return True
    if _ABOUT.match(head):
        return False
    said = is_answer_label(head) or says_decided(head)
    return said or _ANSWER.fullmatch(head) is not None
