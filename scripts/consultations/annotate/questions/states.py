"""What sort of answer an answer is, as it is printed.

Symptom: "n/a", "No comment", "See above", "[No answer]", "Yes ☐ No ☐"; "The county accepts this
recommendation in part."
Found by: the words of a short answer, all of them; of an answer to a recommendation, its first
sentence that accepts, rejects or notes.
Leaves alone: a longer answer in which such words stand; an answer that accepts that something is
so, which is no word on the recommendation.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.english.boxes import BOX, TICKED
from consultations.english.call_labels import answer_label, call_label, is_field, is_prompt
from consultations.english.kinds import BODY
from consultations.english.sentences import sentence_end, sentence_ends
from consultations.english.table_heads import heads_answer
from consultations.model.edition import AnswerState, QuestionKind

_EMPTY = re.compile(
    r"""
    [\W_]*                                         # -, …, ( )
    (?: (?:left\s)? blank                          # (blank)
      | no \s (?:answer|response|reply) (?:\s (?:given|provided|received|selected))?   # [No answer]
      | not \s (?:answered|completed)              # Not answered
      | unanswered
    )?
    [\W_]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_APPLICABLE = re.compile(
    r"""
    \W* (?: (?:n\s*/\s*a|not\ applicable) (?: \s?[,;:(–—-]{1,2}\s? [^.?!]{1,80} )?
      | none ) \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BOXES, _TICKED = re.compile(BOX, re.VERBOSE), re.compile(TICKED, re.VERBOSE)
_DECLINED = re.compile(
    r"""
    \W* (?! [^.?!]*\b(?:agree|share|support|accept|understand)\b )  # We do not share it
    (?: (?:this|that|it|which)\ (?:is|was)\ not\ [^.?!]{0,40}?(?:comment|answer|respond) [^.?!]*
                                                   # This is not ours to answer
      | (?:we|i)? \ ?
        (?: (?:do|would|can|ca|could|will|wo|wish|are|am|have|['’]d|['’]m|['’]re) \ ? ){0,2}
        (?: not | n['’]t | unable | declined? | prefer\ not | rather\ not )\b
        [^.?!]{0,40}? \b(?:comments?|answer|respond|response|views?|opinion|position)\b [^.?!]*
                                                   # We do not wish to comment; Declined to answer
      | (?:(?:we|i)\ (?:have|hold|offer|make)\ )?
        no\ (?:further\ |particular\ |strong\ )? (?:comments?|views?|opinion|position)\b
        (?: \ (?:about|as|at|from|on|to)\b [^.?!]* )?   # No view on this
    ) [.?!]* \W*
    """,
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

_THIS = r"""(?:
    (?:this|these|both|it|them|all) \s* (?: [.,;] | \Z | (?:in|on|and|but|made)\b )   # accept this.
  | (?:[\w’',()-]+\s){0,8}? (?:recommendations?|proposals?|conclusions?)\b    # their first proposal
  | the\s BODY \s* (?: [.,;] | \Z )                                           # with the panel.
)""".replace("BODY", BODY)
_HOW_FAR = r"(?: ,?\s in[ -](?:part|principle) ,? )?"  # agrees, in principle, with this
_IS_GIVEN = r"\s(?:among|expressed|for|from|given|received|shown)\b"  # support for the proposal
_NOT = r"(?: \b(?: not | cannot | unable\s to | declines?\s to )\b | n['’]t )"
_REJECTS = re.compile(
    rf"""
    {_NOT} \s (?: (?!only\b) \w+\s ){{0,2}}?                          # not only accepts
      (?:accept|agree|concur|support|adopt|take\s forward) (?:e?d)?\b
  | \b (?: non-concur\w* | rejects? | rejected | disagrees? | disagreed )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IN_PART = re.compile(
    r"""
    \b (?: in[\s-]part | partially | partly | partial\s(?:accept|agree|support)\w*
         | with\s(?:[\w-]+\s)?(?:modifications?|amendments?|changes|qualifications?)
                                                              # Accept with minor changes
         | (?:accepts?|agrees?\ (?:with|to)|supports?) \s (?:the\ \w+\ )?parts?\s
       )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IN_PRINCIPLE = re.compile(r"\bin[ -]principle\b|\bthe principle of\b", re.IGNORECASE)
_STATE_ALONE = re.compile(
    r"""
    (?: (?:status|response|decision) \s? [:–-] \s? )?
    (?: (?: fully | wholly | partial(?:ly)? | partly | broadly | largely )\s )?
    (?P<word> (?:do(?:es)?\s|did\s)?not\s(?:accept(?:ed)?|agreed?|support(?:ed)?|concur)
            | (?:non-)?concur(?:s|red)?
            | accept(?:ed|s|ance)? | agree[ds]? | support(?:ed|s)? | disagree[ds]?
            | reject(?:ed|s)? | noted? | declined )
    (?: \s? [,(–-]? \s? in[ -](?:part|principle|full) \)? )?
    (?: \s (?:at\s(?:this\s(?:time|stage)|present)|for\snow|yet) )?      # Not accepted at present
    \s? (?: [.:;–-] | [,;:–-]? \s (?:subject\sto|with|but|and|though|see|because|due\sto
        |on\s(?:\w+\s)?(?:grounds?|account))\b .* )?            # Rejected on grounds of cost
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A state and no more: Accepted. / Agreed in principle / Status: not accepted"""
_DONE_ALREADY = re.compile(
    r"""
    (?: (?:status|response|decision) \s? [:–-] \s? )?
    (?: (?:this|it|(?:the|this)\srecommendation) \s (?:is|has) \s (?:\w+\s){0,2}? )?
    already \s (?:been\s)?
    (?: in \s (?:place|hand|force) | under[ ]?way | done | met | implemented | completed? | standard
      | (?:our|the|current|normal|existing) \s (?:\w+\s)? (?:practice|policy|law|position) )
    (?: \s? [.:;–-] | [,;:–-]? \s [^.?!]* )? [.]?          # Already in place, by the Act.
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What says that nothing is left to be done: This is already in place."""
_STATE_SENTENCE = re.compile(
    rf"""
    [^.?!:;]{{0,160}}?                    # The county, The Board of Lamps (BoL)
    (?: (?:{_NOT}\s (?:\w+\s){{0,2}}?)?
        \b (?: accept(?:s|ed)? {_HOW_FAR} | agree[ds]?{_HOW_FAR}\s(?:with|to)
             | support (?!{_IS_GIVEN}) (?:s|ed)? {_HOW_FAR}
             | reject(?:s|ed)?
             | disagree[ds]?\swith | notes? | noted )
           \s {_THIS}
         | (?:recommendations?|proposals?|this|these|it|both|all) \s
           (?: \d+ [\d\s,&.–-]* (?:(?:and|to)\s\d+\s)? )?      # Recommendations 3, 4 and 6 are
           (?:is|are|has\ been|have\ been|was|were) \s (?:(?:not|fully|partially|partly)\s)?
           (?:accepted|agreed|supported|rejected|noted) (?!\sthat\b)        # This is accepted.
         | \b accepts? \s the\s principle\s of\s                             # the principle of both
         | \b (?: concur(?:s|red)? | agree[ds]? ) \s with \s {_THIS}
         | \b (?: (?:accept|agree|concur|disagree|reject)s
                 | we\s(?:accept|agree|concur|disagree|reject)
                 | do(?:es)?\s not\s (?:accept|agree|concur) )
           \s? [.;]? \Z                                                     # The county agrees.
         | (?:accept|agree)s? \s in[ -](?:part|principle) [.;]? \Z          # We agree in part.
       )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=[A-Z])")
_LOOK = 2
"""Among so many passages at the beginning of an answer its state is looked for."""
_LOOK_SENTENCES = 3
"""Among so many sentences at the beginning of each."""


def unnumbered(text: str) -> str:
    """A text without the number of a paragraph before it: 4.2 The county agrees."""
    number = _PARAGRAPH.match(text)
    return text[number.end() :] if number else text


def state_of(texts: Sequence[str], kind: QuestionKind = "question") -> AnswerState:
    """What sort of answer these passages give to what calls for one."""
    said = [unnumbered(text) for text in texts if not is_prompt(text)]
    answers = [text[answer_label(text) or 0 :] for text in said]
    if any(_TICKED.search(answer) for answer in answers):
        return "answered"
    # Boxes of which none is ticked say nothing; words below them may.
    whole = " ".join(answer for answer in answers if not _BOXES.search(answer)).strip()
    short = len(whole.split()) <= _SHORT_ANSWER_WORDS
    if _EMPTY.fullmatch(whole):
        return "empty"
    stated = _stated(answers, kind) if kind in ("recommendation", "proposal") else None
    if stated:
        return stated
    if _NOT_APPLICABLE.fullmatch(whole):
        return "not-applicable"
    return _short_state(whole) if short else "answered"


def _stated(answers: Sequence[str], kind: QuestionKind) -> AnswerState | None:
    """What the first passages say, behind heads and fields of a form: `Comments: We agree.`."""
    looked = 0
    for answer in answers:
        head, colon, words = answer.partition(": ")
        label = call_label(answer)  # Recommendations 2 and 3: accepted.
        said = answer[label.end :] if label else answer
        said = words if colon and heads_answer(head, kind) else said
        if looked < _LOOK and (state := state_at_beginning(said)):
            return state
        looked += not is_field(answer)
    return None


def _short_state(answer: str) -> AnswerState:
    """What an answer in a few words says: that it is none, or where it stands."""
    if _DECLINED.fullmatch(answer):
        return "declined"
    if _ELSEWHERE.match(answer) or _GIVEN_ELSEWHERE.fullmatch(answer):
        return "refers-elsewhere"
    return "answered"


def state_at_beginning(answer: str) -> AnswerState | None:
    """What an answer says of a recommendation: in its first sentence, or by name in the next ones.

    "We are grateful. We accept this recommendation."
    """
    begins = [0, *(begin for _, begin in sentence_ends(answer))][:_LOOK_SENTENCES]
    for begin in begins:
        says = begin == 0 or _STATE_SENTENCE.match(answer, begin)
        if says and (state := said_state(answer[begin:])):
            return state
    return None


def said_state(text: str) -> AnswerState | None:
    """What the first sentence of an answer says of a recommendation."""
    sentence = text[: sentence_end(text, 0)]
    if _DONE_ALREADY.fullmatch(sentence):
        return "accepted"
    if not (_STATE_ALONE.fullmatch(sentence) or _STATE_SENTENCE.match(sentence)):
        return None
    if _IN_PART.search(sentence):
        return "accepted-in-part"
    if _IN_PRINCIPLE.search(sentence):
        return "accepted-in-principle"
    if re.search(r"\bdeclined\b", sentence, re.IGNORECASE):
        return "declined"
    if _REJECTS.search(sentence):
        return "not-accepted"
    if re.search(r"\b(?:accept|agree|concur|support)", sentence, re.IGNORECASE):
        return "accepted"
    return "noted"
