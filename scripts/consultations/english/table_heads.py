"""What a head says of the words it heads: that they call for an answer, or are one.

It stands over a column of a table, or before a colon as the label of a field: `Audit finding`,
`Planned action`, `Agree or disagree`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations import patterns as re
from consultations.english.call_labels import (
    is_answer_label,
    says_decided,
    says_proposed,
    says_received,
)
from consultations.english.replies import is_short_reply
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
        re.compile(rf"{_WHOSE} questions? (?: \s (?:asked|raised) )?", re.VERBOSE | re.IGNORECASE),
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
    (?: (?: rec(?:ommendation)? | comment | question | item | line | row | serial | issue | proposal
          | finding | paragraph | para ) \.? \s? )?
    (?: no | nr | num(?:ber)? | ref(?:erence)? | id ) \b \.? (?: \s? \( .{1,30} \) )?  # Line no.
  | [#№] | item | rec\.? | q\.?
    """,
    re.VERBOSE | re.IGNORECASE,
)


_COUNT = re.compile(r"\A\d{1,2}[.)]\s+")
"""What counts the columns of a form: `2. Recommendation`."""


@dataclass(frozen=True)
class Columns:
    """Which columns of a table call for an answer and hold it; counted from 1."""

    call: int
    answer: int
    kind: QuestionKind
    state: int | None
    number: int | None


_FIRST_COLUMNS = 3
"""In which a table without heads may ask and answer: behind a column of numbers at most."""
_COUNTED = re.compile(r"(?:Q(?:uestion)?\.?\s?)?\d{1,3}[a-z]?\b", re.IGNORECASE)
_FEWEST_ASKING = 3


def columns_of(heads: Sequence[str]) -> Columns | None:
    """What the heads of a table say; None where no column answers one that stands before it."""
    heads = [_COUNT.sub("", head) for head in heads]
    named = [head.strip(" *:?†‡¹²³0123456789") for head in heads]
    answer = _answer(named)
    ranks = [
        (rank, n) for n, head in enumerate(named[:answer]) if (rank := _rank(head)) is not None
    ]
    if answer is None or not ranks:
        return None
    rank, call = min(ranks)
    states = (n for n, head in enumerate(named, 1) if _STATE.fullmatch(head) and n > call + 1)
    number = _number_column(heads, call)
    return Columns(call + 1, answer + 1, _CALLS[rank][0], next(states, None), number)


def _number_column(heads: Sequence[str], call: int) -> int | None:
    """The column that counts the calls, from 1; `call` is theirs, from 0."""
    numbers = (n for n, head in enumerate(heads, 1) if heads_number(head))
    # What stands before the calls without a head counts them.
    return next(numbers, call if call and not heads[call - 1] else None)


def columns_by_cells(rows: Sequence[Sequence[str]]) -> Columns | None:
    """What the cells of a table without heads say: one column asks, the next one answers.

    It is the first, or the second behind one of numbers. Most of its cells end in a question mark,
    three at least; and the questions bear numbers, or two of them are answered in a word.
    """
    for n, (asked, said) in enumerate(pairwise(list(zip(*rows, strict=False))[:_FIRST_COLUMNS])):
        asking = [cell for cell in asked if cell.rstrip(" *").endswith("?")]
        counted = n or sum(_COUNTED.match(cell) is not None for cell in asking) > 1
        replied = sum(map(is_short_reply, said)) > 1
        enough = len(asking) >= _FEWEST_ASKING and len(asking) * 2 > len(asked)
        if enough and (counted or replied):
            return Columns(n + 1, n + 2, "question", None, n or None)
    return None


def kind_of_call(head: str) -> QuestionKind | None:
    """What the words under a head are that call for an answer; None where they do not."""
    rank = None if says_received(head) else _rank(head)
    return None if rank is None else _CALLS[rank][0]


def heads_answer(head: str, kind: QuestionKind | None = None) -> bool:
    """Whether the words under a head answer a call, of the kind that is given."""
    remarks = kind in ("recommendation", "proposal") and _ON_A_CALL.fullmatch(head)
    return _is_answer(head) or bool(remarks)


def heads_state(head: str) -> bool:
    """Whether the words under a head say of a call how it stands: `Status`, `Agree or disagree`."""
    return _STATE.fullmatch(head) is not None


def heads_number(head: str) -> bool:
    """Whether what stands under a head counts the calls: `Rec. no.`, `Comment reference`."""
    return _NUMBER.fullmatch(head.strip(" *:")) is not None


def _rank(head: str) -> int | None:
    """Which sort of call a column holds, by its place among them; None where it holds none."""
    if _ABOUT.match(head):
        return None
    if says_proposed(head):
        return _PROPOSAL
    if says_received(head):
        return _COMMENT
    return next((n for n, (_, form) in enumerate(_CALLS) if form.fullmatch(head)), None)


def _answer(heads: Sequence[str]) -> int | None:
    """The column of answers: of several the first, a mere state only where there is no other."""
    answers = [n for n, head in enumerate(heads) if n and _is_answer(head)]
    states = [n for n in answers if _STATE.fullmatch(heads[n])]
    call = next((n for n, head in enumerate(heads) if _rank(head) in _MADE), len(heads))
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
