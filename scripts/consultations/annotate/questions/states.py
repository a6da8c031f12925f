"""What sort of answer an answer is, as it is printed.

Symptom: "n/a", "No comment", "See above", "[No answer]", "Yes ☐ No ☐"; "The county accepts this
recommendation in part."
Found by: the words of a short answer, all of them; of an answer to a recommendation, what its first
passages say of it.
Leaves alone: a longer answer in which such words stand; an answer that accepts that something is
so, which is no word on the recommendation.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.questions.acceptance import (
    is_state_alone,
    said_state,
    state_of_parts,
    states_at_beginning,
    strongest,
)
from consultations.annotate.questions.refusals import refuses
from consultations.english.boxes import BOX, TICKED
from consultations.english.call_labels import answer_label, call_label, is_field, is_prompt
from consultations.english.kinds import BODY
from consultations.english.table_heads import heads_answer
from consultations.model.edition import AnswerState, QuestionKind

_EMPTY = re.compile(
    r"""
    [\W_]*                                         # -, …, ( )
    (?: (?:left\s)? blank                          # (blank)
      | no \s (?:answer|response|reply) (?:\s (?:given|provided|received|selected))?   # [No answer]
      | not \s (?:answered|completed)              # Not answered
      | unanswered
      | 1[.)] (?: \s+ \d{1,2}[.)] )+                # 1. 2. 3., the lines of a form
    )?
    [\W_]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_APPLICABLE = re.compile(
    r"""
    \W* (?: (?:n\s*/\s*a|not\ applicable) (?: \s?[,;:(–—-]{1,2}\s? [^.?!]{1,80} )?
      | none (?:\ at\ (?:present|(?:this|the)\ (?:time|stage|moment)))? ) \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BOXES = re.compile(BOX, re.VERBOSE)
_CHOSEN = re.compile(rf"{TICKED} | \A\s*[xX]\s*\Z", re.VERBOSE)
"""A box that is ticked, or a mark alone below or above what one may choose."""
_CHOICES = frozenset[AnswerState](("accepted", "not-accepted"))
_WE = rf"we|i|the\ (?:[\w’'-]+\ ){{0,3}}?{BODY}(?:\ of\ [\w’'-]+)?"
_DECLINED = re.compile(
    r"""
    \W* (?! [^.?!]*\b(?:agree|share|support|accept|understand)\b )  # We do not share it
    (?: (?:this|that|it|which)\ (?:is|was)\ not\ [^.?!]{0,40}?(?:comment|answer|respond) [^.?!]*
      | (?:this|that|it|which)\ (?:is|falls|lies)\ (?:outside|beyond)\ [^.?!]*   # outside our remit
      | (?:WE)? \ ?                                               # The guild of keepers
    (?: (?:do(?:es)?|would|can?|could|will|wo|wish|are|is|am|ha(?:ve|s)|['’](?:d|m|re)) \ ? ){0,2}
        (?: not | n['’]t | unable | declined? | prefer\ not | rather\ not )\b
        [^.?!]{0,40}? \b(?:comments?|answer|respond|response|views?|opinion|position)\b [^.?!]*
      | (?:(?:WE)\ (?:have|has|holds?|offers?|makes?)\ )?
        no\ (?:further\ |particular\ |strong\ )? (?:comments?|views?|opinion|position)\b
        (?: \ (?:about|as|at|from|on|to)\b [^.?!]* )?   # No view on this
    ) [.?!]* \W*
    """.replace("WE", _WE),
    re.VERBOSE | re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"""
    (?: please\ )? (?: see | refer\ to | (?:we|i)\ refer\ (?:[^.?!]|\bhon\.){1,40}?\ to
      | as (?:\ in)? (?:\ the)? | same\ as )\b [^.?!]{0,60}?
    \b (?: responses? | answers? | repl(?:y|ies) | questions? | q\s?\d+(?:[a-z]|\([a-z]\))?
         | recommendations? | comments?
         | above | below | earlier | attached | overleaf | enclosed
         | (?:covering\ )?letter | annex(?:es)? | appendix | submission | report | document
         | (?:sections?|paragraphs?|chapters?)\ \w{1,6} )(?!\w)      # See our answer to question 2
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GIVEN_ELSEWHERE = re.compile(
    r"""
    [^.?!;]* \b (?: discuss(?:ed|ion) | described | addressed | answered | covered | explained
                  | given | identified | outlined | set\ out )
    \ (?: above | below | earlier | elsewhere
        | in\ (?:(?:our|the)\ )? (?:responses?|answers?)\ to\ (?:the\ |our\ )?
          (?:earlier|following|last|later|next|other|preceding|previous)\ questions?
      )\b [^.?!;]* \.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A sentence that says no more than where something was said."""
_SHORT_ANSWER_WORDS = 30
"""An answer of more words than this says more than that there is none."""

_PARAGRAPH = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\([a-z]{1,4}\))\s+(?=[A-Z])")
_LOOK = 2
"""Passages at the beginning of an answer in which its state is looked for."""


def unnumbered(text: str) -> str:
    """A text without the number or letter of a paragraph before it: 4.2 The county agrees."""
    number = _PARAGRAPH.match(text)
    return text[number.end() :] if number else text


def state_of(
    texts: Sequence[str], kind: QuestionKind = "question", call: str = "", answerer: str = ""
) -> AnswerState:
    """What sort of answer these passages give to what calls for one.

    Args:
        texts: of the answer.
        kind: of the call.
        call: its words; without them no refusal is told that does not call itself one.
        answerer: names of who answers.
    """
    said = [unnumbered(text) for text in texts if not is_prompt(text)]
    answers = [text[answer_label(text) or 0 :] for text in said]
    if any(_CHOSEN.search(answer) for answer in answers):
        return "answered"
    # Boxes of which none is ticked say nothing; words below them may.
    whole = " ".join(answer for answer in answers if not _BOXES.search(answer)).strip()
    short = len(whole.split()) <= _SHORT_ANSWER_WORDS
    if _EMPTY.fullmatch(whole):
        return "empty"
    if kind in ("recommendation", "proposal") and (
        stated := state_of_parts(texts) or _stated(answers, kind, call, answerer)
    ):
        return stated
    if _NOT_APPLICABLE.fullmatch(whole):
        return "not-applicable"
    return _short_state(whole) if short else "answered"


def _stated(
    answers: Sequence[str], kind: QuestionKind, call: str, answerer: str
) -> AnswerState | None:
    """What the first passages say, behind heads and fields of a form: `Comments: We agree.`."""
    looked = 0
    states: list[AnswerState] = []
    whole: list[str] = []
    for answer in answers:
        head, colon, words = answer.partition(": ")
        label = call_label(answer)  # Recommendations 2 and 3: accepted.
        said = answer[label.end :] if label else answer
        said = words if colon and heads_answer(head, kind) else said
        if looked < _LOOK:
            states += states_at_beginning(said)
        looked += not is_field(answer)
        whole.append(said)
    if {said_state(said) for said in whole[:_LOOK] if is_state_alone(said)} >= _CHOICES:
        return None  # what a form offers: nobody agrees and disagrees
    is_refused = not states and refuses(" ".join(whole), call, answerer)
    return "not-accepted" if is_refused else strongest(states)


def _short_state(answer: str) -> AnswerState:
    """What an answer in a few words says: that it is none, or where it stands."""
    if _DECLINED.fullmatch(answer):
        return "declined"
    if _ELSEWHERE.match(answer) or _GIVEN_ELSEWHERE.fullmatch(answer):
        return "refers-elsewhere"
    return "answered"
