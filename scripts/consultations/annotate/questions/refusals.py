"""Answers that refuse a recommendation without a word such as `reject`.

Symptom: "The board should set a fare." and "The board does not propose to set a fare."
Found by: the first sentence, in which who answers will not do what the call asks, in its own words.
Leaves alone: a sentence about others, such as a committee that neither answers nor is called upon;
other acts or things than those of the call; a call that has a negation or asks for two things; an
answer that turns afterwards ("However, we will").
"""

from consultations import patterns as re
from consultations.english.inflection import plural, verb_forms
from consultations.english.kinds import BODY
from consultations.english.sentences import sentence_end
from consultations.english.small_words import DETERMINERS
from consultations.english.word_lists import words

_NOT = r"(?: not | n['’]t )"
_OUGHT = r"(?: must | needs?\ to | ought\ to | should )"
_OF_STATE = r"(?: department | government | ministry )"
"""Bodies that answer for a state, under whatever name."""
_REFUSES = re.compile(
    rf"""
    (?: we | i | the \s (?:[\w’'-]+\s){{0,3}}? (?: {_OF_STATE} | (?P<body>{BODY}) )
          (?:\s of \s [\w’'-]+)? ) \s?
    (?: (?: (?:am|are|is|do|does|has|have) \s? {_NOT} \s (?:\w+\s)??
              (?: intend | minded | plan | propose )(?:ing)?        # does not propose
          | (?: has | have ) \s no \s (?:\w+\s)? (?: intention | plans? )      # has no plans
          | sees? \s no \s (?:\w+\s)? (?: case | grounds | need | reason )     # see no need
          | (?:has|have) \s decided \s not )
        \s to \s (?: (?P<does>\w+) \s? (?P<what>[^.?!:;,]*) )      # to set a fare
      | (?: (?:am|are|is|do|does) \s? {_NOT} \s (?:\w+\s)?? (?: believe | consider | think
              | convinced | persuaded ) | (?:am|are|is) \s un(?: convinced | persuaded ) )
        (?: (?: \s by \s [^.,;:?!]{{1,60}}? )? \s that )? \s       # is not persuaded that
        (?P<who>[^.?!:;,]{{1,100}}?) \s {_OUGHT} \s (?:be\s)?
        (?P<done>\w+) \s? (?P<how>[^.?!:;,]*)                      # lamps should be lit
    )
    (?: , \s (?: as | because | for | given | owing | since ) \b [^?!]* )? [.]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ITSELF = re.compile(
    r"(?: adopt | implement | proceed\ with ) \s th(?:is|ese) \s recommendations?",
    re.VERBOSE | re.IGNORECASE,
)
"""What is done with a recommendation and with nothing else."""
_ASKED = re.compile(
    rf"""
    (?: \A (?:to\s)? | \b {_OUGHT} \s (?:be\s)? | \b that\s [^.;:]{{1,60}}? \s be \s )
    (?P<verb>\w+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The act that a call asks for: Set a fare; a fare should be set; that a fare be set."""
_OPEN = re.compile(
    r"\b(?:and|or|nor|but|except|no|not|never|only|unless|without)\b|n['’]t\b|[;\n]", re.IGNORECASE
)
"""In a call: more than one thing, or that something is not to be done."""
_TURNS = re.compile(
    r"\b(?:although|agreed?|agrees|accept\w*|but|however|instead|nevertheless|share|shares|still"
    r"|supports?|though|while|whilst|will|yet)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_POINTERS = DETERMINERS | words("small_words", "pronouns") | {"that", "these", "this", "those"}
"""Words that name nothing of their own."""


def refuses(answer: str, call: str, answerer: str = "") -> bool:
    """Whether the first sentence of an answer refuses what a call asks for, in the call's words.

    Args:
        answer: its words.
        call: the words of the call.
        answerer: names of who answers. A body that is in none of them, and that the call asks for
            nothing, may be anybody.
    """
    match = _REFUSES.fullmatch(answer[: sentence_end(answer, 0)])
    if match is None or _TURNS.search(answer):
        return False
    body = re.escape(match["body"] or "")
    if body and not (_has(answerer, body) or _has(call, rf"{body} \s {_OUGHT}")):
        return False
    act, asked = match["does"], {found["verb"].lower() for found in _ASKED.finditer(call)}
    if act and _ITSELF.fullmatch(f"{act} {match['what']}".strip()):
        return True
    is_same_act = bool(asked & verb_forms(act.lower())) if act else match["done"].lower() in asked
    said = " ".join(filter(None, match.group("who", "what", "how")))
    return is_same_act and not _OPEN.search(call) and not _words(said) - _words(call)


def _has(text: str, pattern: str) -> bool:
    return re.search(rf"\b{pattern}\b", text, re.IGNORECASE | re.VERBOSE) is not None


def _words(text: str) -> set[str]:
    """The words of a text that name something or say how much or when, in the plural."""
    found = {word.lower() for word in _WORD.findall(text)} - _POINTERS
    return {word if word.endswith("s") else plural(word) for word in found}
