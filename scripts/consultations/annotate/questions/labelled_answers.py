"""Calls of any kind whose answers bear a label, as reports, letters and trackers print them.

Symptom: "Comment: The guild asked for lamps." and, below it, "Response: There will be lamps.";
"Issue 4", a text, "Our response", a text; "1. How many? A: Eleven."; "2. Light the piers. Status:
Done."
Found by: the label of an answer, behind the words of a call or in a passage under them; above it,
what opens a call: a label with or without a number, or a number alone. Of openers of one form there
are two at least that are answered so, and half of them are. What stands between is what calls, but
for fields such as "Priority: high". What it is, its own label says; under a bare number it is a
question where most of its sisters ask, else a recommendation where they recommend or get a state.
Leaves alone: a label that nothing answers; one call of a form; "Comments", which heads a section; a
heading in which such a word stands among others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from string import ascii_lowercase

from consultations import patterns as re
from consultations.annotate.questions.answers import Stretches
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import field, is_cited, numbered, recommends
from consultations.annotate.questions.states import said_state
from consultations.english.call_labels import answer_label, call_label
from consultations.english.sentences import sentence_ends
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "labelled-answers"

_COMMENT = re.compile(
    r"""
    (?: (?:Public|Consultee|Respondent|Reviewer|Stakeholder|Summary\sof|Key)\s )?
    (?i: comment | concern | consultee\scomment | feedback | issue(?:\sraised)? | objection
       | point(?:\sraised)? | query | representation | submission | suggestion )
    (?: \s (?:(?i:no|number)\.?\s)? (?P<number> [A-Z]{0,2}-?\d{1,4}(?:\.\d{1,3}){0,2}[a-z]? ) )?
    (?: \s from\s [^.:?!]{2,60} | \s \( [^()]{1,60} \) )?             # Comment from the guild:
    (?: \s? [:.–—] \s+ (?=\S) | \s? [:.]? \Z )
    """,
    re.VERBOSE,
)
_PLAIN_END = re.compile(r"[:–—]\s+\Z")
_NUMBER = re.compile(
    r"""
    [“‘"']?                                                           # “1. How many?
    (?: \(? | R(?:ec)?\.?\s? | Q(?:uestion)?\.?\s? )
    (?P<number> \d{1,4}(?:\.\d{1,3}){0,2}[a-z]? | [A-Z]\d{1,3} | [A-Za-z](?=[.)]) )
    (?: [.)] | (?<=\d) | (?<=\d[a-z]) | : )+ \s+
    """,
    re.VERBOSE,
)
_STATUS = re.compile(
    r"(?:(?:current\s)?status|position|outcome|progress|update)\s?:\s", re.IGNORECASE
)
_LETTER = re.compile(r"(?:A|Ans)\s?[.:]\s+(?=\S)|A\s?[-–—]\s+(?=\S)")
"""What a letter that goes through questions has before each answer: `A: Eleven.`"""
_FIELD = re.compile(r"\s(?=[A-Z]\w{2,20}(?:\s\w{1,20})?:\s)")
"""Where another field of the same passage begins: `Rejected Update: …`."""
_DIGITS = re.compile(r"\d+")
_FEWEST = 2
_LONGEST_LABEL = 300
"""Code points in which the label of an answer ends."""
_MAY_OPEN = ("heading", "paragraph", "list_item", "blockquote")


@dataclass(frozen=True)
class _Opener:
    """What may begin a call: a label or a number at the beginning of a passage."""

    index: int
    form: str
    """What it has in common with others of its kind."""
    number: str | None
    begin: int
    """Where the words begin in the passage as `numbered` gives it."""
    kind: QuestionKind | None


@dataclass(frozen=True)
class _Pair:
    """An opener with the label of its answer."""

    opener: _Opener
    label: int
    """Index of the passage in which the label stands."""
    text: str
    at_once: str | None
    """The words behind a label in the opener's own passage."""
    state_words: str


def labelled_calls_and_answers(edition: Edition) -> Iterator[CallForAnswer]:
    """The calls whose answers bear labels, one form after the other."""
    passages = edition.passages
    openers = [
        opener
        for index, passage in enumerate(passages)
        if passage.kind in _MAY_OPEN and passage.cell is None
        for opener in _openers(index, passage)
    ]
    for _, group in groupby(sorted(openers, key=lambda one: one.form), lambda one: one.form):
        sisters = list(group)
        stretches = Stretches(passages, {opener.index for opener in sisters})
        pairs = [
            pair
            for opener, following in pairwise([*sisters, None])
            if opener and (pair := _pair(passages, opener, following, stretches))
        ]
        if len(pairs) >= _FEWEST and len(pairs) * 2 >= len(sisters):
            kind = _kind(pairs)
            yield from (_call(passages, pair, pair.opener.kind or kind) for pair in pairs)


def _openers(index: int, passage: Passage) -> Iterator[_Opener]:
    """How a passage opens a call: by its label, or else by its number."""
    text = numbered(passage)
    comment = _comment(passage.text)
    if comment:
        shift = len(text) - len(passage.text)
        yield _Opener(index, "comment", comment["number"], comment.end() + shift, "comment")
        return
    label = call_label(text)
    if label:
        kind: QuestionKind = "proposal" if label.what == "proposal" else "recommendation"
        yield _Opener(index, "recommendation", label.number, label.end, kind)
        return
    number = _NUMBER.match(text)
    if number:
        begin = number.end()
        named = call_label(text[begin:])  # 1. Recommendation: Buses should run.
        begin += named.end if named else 0
        kind_: QuestionKind | None = "recommendation" if named else None
        yield _Opener(index, _form(number["number"]), number["number"], begin, kind_)


def _form(number: str) -> str:
    """What numbers have in common: 2 and 2a, 2.1 and 3.4, B and C."""
    form = _DIGITS.sub("0", number)
    if form[0] == "0":
        return form.rstrip(ascii_lowercase)
    return ("a" if form[0].islower() else "A") + form[1:]


def _comment(text: str) -> re.Match[str] | None:
    """What a passage calls itself, if it is a comment; without a number a colon must part it."""
    label = _COMMENT.match(text)
    if label is None:
        return None
    is_whole = label.end() == len(text)
    return label if is_whole or label["number"] or _PLAIN_END.search(label[0]) else None


def _label(text: str) -> int | None:
    """Where an answer begins behind its label, which may say no more than how things stand."""
    short = _STATUS.match(text) or _LETTER.match(text)
    return short.end() if short else answer_label(text)


def _pair(
    passages: Sequence[Passage], opener: _Opener, following: _Opener | None, stretches: Stretches
) -> _Pair | None:
    """The answer to an opener, before the next one of its form."""
    whole = numbered(passages[opener.index])
    for end, after in sentence_ends(whole, opener.begin):
        if opener.number and (says := _label(whole[after : after + _LONGEST_LABEL])):
            answer = whole[after + says :]
            words = _FIELD.split(answer)[0]
            return _Pair(opener, opener.index, whole[opener.begin : end], answer, words)
    until = following.index if following else len(passages)
    for index in range(opener.index + 1, until):
        says = _label(passages[index].text)
        if says is not None:
            end = stretches.end(opener.index, opener.index)
            if end <= index:
                return None
            between = (numbered(p) for p in passages[opener.index + 1 : index] if not field(p.text))
            text = " ".join(filter(None, (whole[opener.begin :], *between)))
            answer = passages[index].text[says:] or passages[min(index + 1, end - 1)].text
            return _Pair(opener, index, text, None, answer) if text else None
    return None


def _kind(pairs: Sequence[_Pair]) -> QuestionKind:
    """What calls under bare numbers are."""
    half = len(pairs) / 2
    if sum("?" in pair.text for pair in pairs) >= half:
        return "question"
    made = sum(recommends(pair.text) or is_cited(pair.text) for pair in pairs)
    stated = sum(said_state(pair.state_words) is not None for pair in pairs)
    return "recommendation" if max(made, stated) >= half else "question"


def _call(passages: Sequence[Passage], pair: _Pair, kind: QuestionKind) -> CallForAnswer:
    opener = pair.opener
    last = pair.label if pair.at_once is not None else pair.label - 1
    while last > opener.index and field(passages[last].text):
        last -= 1
    if pair.opener.kind is None and pair.text.rstrip().endswith("?"):
        kind = "question"
    state = None
    if pair.at_once is not None and kind == "recommendation":
        state = said_state(pair.state_words)
    return CallForAnswer(
        opener.index,
        last,
        opener.number,
        pair.text,
        RULE,
        kind,
        state=state,
        at_once=pair.at_once,
    )
