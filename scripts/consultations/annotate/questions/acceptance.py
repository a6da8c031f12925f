"""What an answer says of a recommendation: that it is accepted, in part, in principle, or not.

Found by: its first sentence that accepts, rejects or notes; where parts of it are answered one by
one, what each of them says.
"""

from collections.abc import Iterable, Iterator, Sequence

from consultations import patterns as re
from consultations.english.kinds import BODY
from consultations.english.sentences import sentence_end, sentence_ends
from consultations.model.edition import AnswerState

_LETTER = r"\(?(?:[a-h]|i{1,3}|iv|vi{0,3})\)"
_PART = re.compile(
    rf"""
    (?: \A | (?<=[.;:,!?]\s) | (?<=\n) )
    (?: (?:part|recommendation) \s )? (?: \d[\d.]* \s? )?
    {_LETTER} (?: \s? (?:,|and|&|to|[-–]) \s? {_LETTER} )* [:.–—]? \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Which part of a recommendation is answered: `(a) `, `Part (b): `, `4(a) and (c): `."""
_FEWEST_PARTS = 2
_ACCEPTS = frozenset[AnswerState](("accepted", "accepted-in-principle"))
_ACCEPTS_SOME = _ACCEPTS | {"accepted-in-part"}
_LOOK_SENTENCES = 3
"""Among so many sentences at the beginning of a passage its state is looked for."""

_THIS = r"""(?:
    (?:this|these|both|it|them|all) \s* (?: [.,;] | \Z | (?:in|on|and|but|made)\b )   # accept this.
  | (?:[\w’',()-]+\s){0,8}? (?:recommendations?|proposals?|conclusions?)\b    # their first proposal
  | (?: (?:[\w-]+\s){0,3}? [\w-]+[’']s? | this | these | your | their ) \s (?:\w+\s){0,2}?
    (?: concerns? | findings? | observations? | points? | suggestions? | views? )\b
                                                                   # the panel's main concern
  | the\s BODY \s* (?: [.,;] | \Z )                                           # with the panel.
)""".replace("BODY", BODY)
_HOW_FAR = r"(?: ,?\s in[ -](?:part|principle) ,? )?"  # agrees, in principle, with this
_IS_GIVEN = r"\s(?:among|expressed|for|from|given|received|shown)\b"  # support for the proposal
_NOT = r"(?: \b(?: not | cannot | unable\s to | declines?\s to )\b | n['’]t )"
_OUGHT = r"(?:must|need(?:s|ed)?|necessary|ought|required|should)"
_REJECTS = re.compile(
    rf"""
    {_NOT} \s (?: (?!only\b) \w+\s ){{0,2}}?                          # not only accepts
      (?: (?:accept|agree|concur|support|adopt|take\s forward) (?:e?d)? | accepting )\b
  | \b (?: non-concur\w* | rejects? | rejected | disagrees? | disagreed )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IN_PART = re.compile(
    rf"""
    \b (?: in[\s-]part | partially | partly | partial(?:\s(?:accept|agree|support)\w*|(?=\W*\Z))
         | with\s(?:[\w-]+\s)?(?:modifications?|amendments?|changes|qualifications?)
                                                              # Accept with minor changes
         | (?:accepts?|agrees?\ (?:with|to)|supports?) \s (?:the\ \w+\ )?parts?\s
       )\b
  | \b (?: but\snot | except (?:\sfor)? ) \s (?: to\s | with\s )? (?: all | part | \d | {_LETTER}
         | the\s (?: first | second | third | last | other | rest ) )  # accepts 4(a) but not 4(b)
  | [,;] \s (?: \w+ \s ){{0,2}} \d* \s? {_LETTER} \s (?:is|are) \s not \b   # but 4(b) is not
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEART = r"(?:intent(?:ion)?|principle|spirit) \s (?:behind|of)"
_IN_PRINCIPLE = re.compile(
    rf"\b in[ -]principle \b | \b the \s {_HEART} \b", re.IGNORECASE | re.VERBOSE
)
_STATE_ALONE = re.compile(
    r"""
    [(\[]? (?: (?:status|response|decision) \s? [:–-] \s? )?
    (?: (?:yes|no) , \s )? (?: (?:this\s)?recommendation \s (?:\d+(?:\.\d+)?\s)? )?
    (?: (?: fully | wholly | partial(?:ly)? | partly | broadly | largely )\s )?
    (?P<word> (?:do(?:es)?\s|did\s)?not\s(?:accept(?:ed)?|agreed?|support(?:ed)?|concur)
            | (?:non-)?concur(?:s|red)?
            | accept(?:ed|s|ance)? | agree[ds]? | support(?:ed|s)? | disagree[ds]?
            | reject(?:ed|s)? | noted | note (?!\s?:) | declined )         # not "Note: it is wet."
    (?: \s? [,(–-]? \s? (?: in[ -](?:part|principle|full) | partial(?:ly)? | partly ) \)? )?
    (?: \s only )?
    (?: \s (?:at\s(?:this\s(?:time|stage)|present)|for\snow|yet) )?      # Not accepted at present
    (?: \s \( [^()]{1,60} \) )?                                     # Not agreed (see below)
    \s? (?: [.:;–-]
        # Accepted / Owner: Ann Moss; not a choice: Accept / Not accepted: tick
        | / \s (?! (?:\w+\s)? (?:not|accept|agree|concur|declin|disagree|note|reject|support) )
            [\w ]{2,30} : \s .*
        | [,;:–-]? \s (?:subject\sto|with|but|and|though|see|because|due\sto
        |on\s(?:\w+\s)?(?:grounds?|account))\b .*             # Rejected on grounds of cost
                                                                   # (Accepted) Oil is bought
        | (?: [)\]] | [:–—-] (?=\s) ) (?P<aside> (?: \s (?!\d) .* )? ) )?
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
        \b (?: accept(?:s|ed|ing)? {_HOW_FAR} | agree[ds]?{_HOW_FAR}\s(?:with|to)
             | support (?!{_IS_GIVEN}) (?:s|ed)? {_HOW_FAR}
             | reject(?:s|ed)?
             | disagree[ds]?\swith | notes? | noted )
           \s {_THIS}
         | (?:recommendations?|proposals?|this|these|it|both|all) \s
           # Recommendations 3, 4 and 6 are
           (?: \d+ (?:{_LETTER})? [\d\s,&.–-]* (?:(?:and|to)\s\d+\s)? )?
           (?:is|are|has\ been|have\ been|was|were) \s (?:(?:not|fully|partially|partly)\s)?
           (?:accepted|agreed|supported|rejected|noted) (?!\sthat\b)        # This is accepted.
         | \b (?: accepts? | agrees? \s with ) \s the \s {_HEART} \s      # the principle of both
         | \b (?: concur(?:s|red)? | agree[ds]? ) \s with \s {_THIS}
         | \b (?: (?:accept|agree|concur|disagree|reject)s
                 | we\s(?:accept|agree|concur|disagree|reject)
                 | do(?:es)?\s not\s (?:accept|agree|concur) )
           (?: \s? [.;]? \Z                                                 # The county agrees.
             | ,? \s and \s (?:has|have|intends?|is|are|shall|will) \b )   # We agree and will do so
         # We do not agree that lamps should be lit
         | {_NOT} \s (?:\w+\s)? (?:accept|agree|concur) (?: \s with \s [^.,;:?!]{{1,60}}? )?
           \s that \s [^.?!:;]{{0,160}}? \b {_OUGHT} \b
         | (?:accept|agree|support)s? \s in[ -](?:part|principle)           # We agree in part.
           (?: [.;]? \Z | ,?\s (?:and|but|subject|though) \b )       # … in part, but not all
       )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def state_of_parts(texts: Sequence[str]) -> AnswerState | None:
    """What an answer says that takes a recommendation in parts: `(a) Accepted. (b) Rejected.`.

    None where no part has a letter, or what stands before them says what becomes of the whole.
    """
    found: list[AnswerState] = []
    for text in texts:
        over, *parts = _PART.split(text)
        if not found and (state := state_at_beginning(over)):
            return state if parts else None
        found += (state for part in parts if (state := state_at_beginning(part)))
    if len(found) < _FEWEST_PARTS and not (found and _PART.match(texts[0])):
        return None
    if len(set(found)) == 1:
        return found[0]
    # Of a whole no more is true than of its parts.
    if _ACCEPTS.issuperset(found):
        return "accepted-in-principle"
    return "accepted-in-part" if _ACCEPTS_SOME.intersection(found) else "not-accepted"


def strongest(states: Iterable[AnswerState]) -> AnswerState | None:
    """The first of some states; one that says no more than that it is noted gives way."""
    found = list(states)
    return next((state for state in found if state != "noted"), next(iter(found), None))


def state_at_beginning(answer: str) -> AnswerState | None:
    """What an answer says of a recommendation: in its first sentence, or by name in the next ones.

    "We are grateful. We accept this recommendation."
    """
    return strongest(states_at_beginning(answer))


def states_at_beginning(answer: str) -> Iterator[AnswerState]:
    """What each of the first sentences of an answer says of a recommendation."""
    begins = [0, *(begin for _, begin in sentence_ends(answer))][:_LOOK_SENTENCES]
    for begin in begins:
        says = begin == 0 or _STATE_SENTENCE.match(answer, begin)
        if says and (state := said_state(answer[begin:])):
            yield state


def is_state_alone(text: str) -> bool:
    """Whether a passage begins with a state and no more, as `Accepted. Lamps are bought.` does."""
    return _STATE_ALONE.fullmatch(text[: sentence_end(text, 0)]) is not None


def said_state(text: str) -> AnswerState | None:
    """What the first sentence of an answer says of a recommendation."""
    sentence = text[: sentence_end(text, 0)]
    if _DONE_ALREADY.fullmatch(sentence):
        return "accepted"
    alone = _STATE_ALONE.fullmatch(sentence)
    if not (alone or _STATE_SENTENCE.match(sentence)):
        return None
    if alone and alone["aside"]:
        sentence = sentence[: alone.start("aside")]
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
