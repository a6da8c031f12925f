"""Clauses whose subject has not said the words to which they lead: another has, or nobody.

They are another's in "the clerk reported the painter’s advice that", "the study quotes a keeper:"
and "she named rule 8, which provides that"; nobody's in "the Board never said", "if the Board had
said", "whether the Board would say" and "the Board was told".
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.clauses.subjects import is_predicate
from consultations.annotate.quotations.voices import Candidate
from consultations.english.inflection import verb_forms
from consultations.english.saying import ANSWERED, BESIDE, STATEMENT
from consultations.english.small_words import ARTICLE, BE, DETERMINER
from consultations.english.word_lists import alternatives
from consultations.english.word_lists import words as listed
from consultations.model.text import Interval

_TO_WORDS = rf"(?: {STATEMENT} ) \b (?: : | \s that\b [^,;:.?!]* )? \s? \Z"
"""In a verbose pattern: a statement, and what leads from it to its words."""
_OF_STATEMENT = re.compile(
    rf"""
    (?: (?: {alternatives(form for verb in ANSWERED for form in verb_forms(verb))} )
        \s (?: {DETERMINER} | all|any|this|that ) \s               # rejected the claim that
      | \w+ \s (?! (?:at|in|on) \s ) (?: (?:from|out) \s )? (?: (?:{ARTICLE}) \s )?
        (?! (?:last|next|this)\b ) (?: (?! that\b ) [a-z][\w-]* \s ){{0,2}}
        (?! (?:day|month|week|year) )
        [a-z][\w-]* (?: ['’]s | s['’] ) \s )                    # reported the clerk’s advice that
    (?: [\w-]+ \s ){{0,2}}? {_TO_WORDS}
    """,
    re.VERBOSE,
)
"""From a verb on, what another has said: "the Board rejected the claim that the pier is “…”"."""
_QUOTING = re.compile(
    rf"\b(?:{alternatives(verb_forms('quote'))}) "
    r"(?!(?:as|by|from|in|it)\b)[^,;:]{2,60}[,:]\s*\Z"
    r"|\bthe words of [^;:]{2,60}:\s*\Z"
    r"|\b(?:hear|heard) (?:her|him|me|them|us) [^,;:.?!]{2,60}[,:]?\s*\Z"
)
"""Before the words of whoever is quoted: "the notice quotes a keeper: “…”", "heard her say"."""
_WHICH = re.compile(
    r"(?<!\s(?:at|by|in|of|on|to))(?<!\sfor)(?<!\s(?:from|with)),?\swhich\s[^,;:]*\Z"
)
"""Behind what is spoken of: "rule 8, which provides that"."""
_NOT = re.compile(
    r"(?:(?<!\b(?:is|be))(?<!\b(?:are|was))(?<!\b(?:been|were))\s(?:not|never)"
    r"|\b(?:cannot|(?:ca|could|did|do|does|had|has|have|wo|would)n['’]t))"
    r"\s(?!only\b)(?:\w+ly\s|yet\s|ever\s)?\Z"
)
"""Before what somebody does not say; in "they were not asked" somebody else does not."""
_SUPPOSED = re.compile(
    r"""
    \b (?: [Ii]f | [Uu]nless | [Ww]hether | [Ss]uppos(?:e|ing) | [Ii]magine ) \b [^,;:]* \Z
                                                          # if the Board had ever said
  | \A \W* Had \s [^,;:]* \Z                                # Had the Board said
  | \b (?: could|might|should|would ) \s have \s (?:\w+ly\s)? \Z     # the Board might have said
  | \b (?: may|might|must|should|will ) \s (?:\w+ly\s)? \Z           # the notice should say
    """,
    re.VERBOSE,
)
"""Before what nobody has said yet, or perhaps ever."""
_YET = re.compile(r"\b(?:must|should|will)\s(?:\w+ly\s)?\Z")
"""Before what is yet to be thought: the Board will consider a plan “…”."""
_INTEND = alternatives(
    form
    for verb in (
        *("agree", "aim", "ask", "decide", "decline", "forget", "hope", "intend", "mean", "need"),
        *("offer", "order", "plan", "pledge", "promise", "propose", "refuse", "undertake", "want"),
    )
    for form in verb_forms(verb)
)
_DENIED = re.compile(
    rf"""
    \b (?:{alternatives(verb_forms("deny"))}) \s
    (?: that \s (?: [\w’'-]+ \s ){{1,6}}                     # denied that he had told
      | (?: \w+ \s )? (?: ever \s )? (?: having \s (?: ever \s )? )? ) \Z   # denied having told
    """,
    re.VERBOSE,
)
"""Before what somebody denies to have said."""
_MEANT = re.compile(rf"\b(?:{_INTEND})\s(?:(?!that\b)[\w’'-]+\s){{0,4}}to\s(?:\w+ly\s)?\Z")
"""Before what is yet to be said: "the Board agreed to call it “…”", "Ann Moss refused to say"."""
_TOLD = re.compile("advised|assured|informed|notified|reassured|told|warned")
_PASSIVE = re.compile(rf"\b(?:{BE})\s(?:(?:{BESIDE})\s)?\Z")
_SAY = frozenset(form for verb in listed("saying", "say") for form in verb_forms(verb))


def is_told(silent: str, start: int, verb: Interval) -> bool:
    """Whether the subject of a verb is told something, by whom is not said: "she was informed"."""
    by_nobody = _TOLD.fullmatch(silent, *verb) and not silent.startswith(" by ", verb[1])
    return bool(by_nobody) and _PASSIVE.search(silent, start, verb[0]) is not None


def is_anothers(text: str, silent: str, verb: Interval, end: int) -> bool:
    """Whether a verb leads up to what another has said, of which its subject speaks only."""
    return bool(_OF_STATEMENT.match(silent, verb[0], end)) and not is_predicate(text, verb[0], end)


def quotes_another(silent: str, start: int, end: int) -> bool:
    """Whether a stretch that leads up to words tells whom its subject quotes."""
    return bool(_QUOTING.search(silent, start, end))


def is_of_which(silent: str, start: int, end: int, named: Sequence[Candidate]) -> bool:
    """Whether words are in a clause of their own about a thing: "rule 8, which provides that".

    Args:
        silent: a passage's text with blanks for what others say in it.
        start: where the clause around it begins.
        end: where the words do.
        named: the candidates of the clause, in order.
    """
    which = _WHICH.search(silent, start, end)
    return which is not None and not any(c.end >= which.start() for c in named)


def is_unsaid(silent: str, start: int, verb: Interval) -> bool:
    """Whether a verb tells what somebody does not say, denies to have said or might say.

    What somebody does not think or see, others may; but nobody has thought what he will.
    """
    clause = silent[start : verb[0]]
    if silent[verb[0] : verb[1]].casefold() not in _SAY:
        return _YET.search(clause) is not None
    return any(pattern.search(clause) for pattern in (_NOT, _SUPPOSED, _DENIED, _MEANT))


def none_of_its_own(
    text: str, silent: str, start: int, end: int, verbs: Sequence[Interval]
) -> bool:
    """Whether the subject of a stretch that leads up to words has not said them.

    Args:
        text: a passage's.
        silent: the same with blanks for what others say in it.
        start: where the stretch begins.
        end: where the words do.
        verbs: the verbs of saying in the stretch, in order.
    """
    if quotes_another(silent, start, end):
        return True
    return any(
        is_anothers(text, silent, verb, end)
        or is_unsaid(silent, start, verb)
        or is_told(silent, start, verb)
        for verb in verbs[-1:]
    )
