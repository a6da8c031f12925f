"""Whether words between a name and a verb leave the name the verb's subject."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.clauses.subjects import OWN_STATEMENT, is_heard
from consultations.annotate.quotations.voices import Candidate
from consultations.english.kinds import BODY, WORK
from consultations.english.numerals import CARDINAL
from consultations.english.personal_names import personal_names
from consultations.english.persons import POST, ROLE
from consultations.english.saying import BARE, BESIDE, SAYING, is_saying
from consultations.english.small_words import ARTICLE, AUXILIARIES, IN_LY, PREPOSITIONS
from consultations.english.word_lists import alternatives
from consultations.english.word_lists import words as listed
from consultations.model.text import Interval

_STOP = re.compile(r"[;:.?!“”]|\s{5}")
"""What no subject reaches its verb over; so many blanks stand for what somebody else says."""
_BRACKETS = re.compile(
    r"[(\[][^()\[\]]*[)\]]|\s?[–—](?:[^–—]*[–—])?\s?|\s--?\s(?:(?:(?!\s--?\s).)*\s--?\s)?"
)
_NUMBERS = re.compile(r"\s\d{1,3}(?:,?\s(?:and\s)?\d{1,3})*")
"""By which people without a name are told apart: Participants 4, 9 and 17 said."""
_HABIT = re.compile(r"\s(?:used|likes?|liked|loved|tended|tends)\sto\s\Z")
"""What is said often: "as Ann Moss used to say"."""
_ASIDE = re.compile(
    r",\s(?:(?:I|we)\s(?:believe|fear|hope|suppose|think|understand)|it\sseems)(?:\s\w+)?(?=,\s)"
)
"""What an author says of it by the way: "the clerk, I think rightly, said"."""
_OWN_WORK = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}?(?:{WORK})\b")
"""What is somebody's and speaks for them: the guild’s lighting policy says."""
_NAMED_AFTER = re.compile(rf"\s(?:{WORK}|{BODY})\b")
"""What sort of thing a name names: the Moss report, the Ferry think tank."""
WHO_IS = re.compile(
    rf"""
    \A (?: \s of \s (?:{CARDINAL}) )?                        # a mother of two
    \s (?: (?! (?:{SAYING}) \b ) [a-z]{{3,}}ing               # living at the pier
         | based|born|detained|employed|engaged|held|housed|interviewed|involved|placed )
    (?: \s (?! (?:{SAYING}) \b ) [\w’'-]+ ){{1,7}}? (?= (?: \s (?:{BESIDE}) )? \s \Z )
    """,
    re.VERBOSE,
)
"""What is told of somebody without a name, with no comma: "a keeper living at the pier said"."""
_NOT_ITS = (
    rf"(?:{SAYING}|{alternatives(AUXILIARIES)}|he|I|it|she|that|they|we|which|who|whom|whose)"
    r"(?![\w-])"
)
"""No word of what somebody is: it begins a clause."""
_OFFICE = re.compile(
    rf"""
    ,\s (?: (?: (?:{ARTICLE}) | another | one ) \s )? (?: (?!{_NOT_ITS}) [\w’'-]+ \s ){{0,3}}
    (?: [Cc]o- )? (?i: {POST}|{ROLE} ) (?<!s)
    \s (?: at|for|from|in|of|on|with | [a-z]{{3,}}(?:ed|ing) ) \s   # a member living in Leith
    (?: (?!{_NOT_ITS}) [\w’'&-]+ \s ){{0,16}}
    """,
    re.VERBOSE,
)
"""What somebody is, behind one comma only: "Ann Moss, co-director of the think tank Ferry said"."""
_IN_LY = re.compile(IN_LY)
_NO_LEADS = [["he"], ["i"], ["it"], ["she"], ["they"], ["to"], ["we"], ["you"]]
"""What is a subject itself, behind words that belong to another: "pilots who wrote, he said"; an
infinitive has the subject of its clause: "amend rule 5 (Pier Plan) to state"."""
_ADVERBS = listed("small_words", "adverbs", "conjuncts") | {
    *("all", "always", "both", "clearly", "each", "even", "example", "for", "herself", "himself"),
    *(
        "in",
        "instance",
        "itself",
        "later",
        "long",
        "never",
        "once",
        "part",
        "particular",
        "previously",
    ),
    *("simply", "since", "summary", "themselves", "time", "turn"),
}
"""What stands before a verb and is not its subject: "Ann Moss also, for example, said"."""


def leads_to(between: str) -> bool:
    """Whether words between a name and a verb leave the name the verb's subject.

    These are brackets, what stands between two commas, what a preposition or "who" adds to the
    name, and adverbs and auxiliaries before the verb. A possessive only before a statement: "Ann
    Moss’s letter says".
    """
    rest = _HABIT.sub(" ", _ASIDE.sub("", _BRACKETS.sub(" ", between)))
    rest = rest[numbers.end() :] if (numbers := _NUMBERS.match(rest)) else rest
    named = OWN_STATEMENT.match(rest) or _OWN_WORK.match(rest) or _NAMED_AFTER.match(rest)
    rest = f" {rest[named.end() :].lstrip()}" if named else rest  # its title may follow, in marks
    if rest.startswith(("'", "’")) or _STOP.search(rest):
        return False
    first, *inserted = (part.casefold().split() for part in rest.split(","))
    if _OFFICE.fullmatch(rest):
        # Whoever is named behind it says it: "met Tom Bell, then head of policy Ann Moss said".
        return all(name.evidence == "form" for name in personal_names(rest))
    if inserted and not all(map(_is_beside_verb, inserted[-1])):
        return False
    if len(inserted) == 1 and first:
        return all(map(is_adverb, first))
    return _is_added(first)


def heard_to(
    silent: str, start: int, verb: Interval, before: Sequence[Candidate]
) -> Candidate | None:
    """Whom somebody hears say it, with no comma but in pairs: "heard Ann Moss, the clerk, say"."""
    if silent[verb[0] : verb[1]] not in BARE:
        return None
    heard = (c for c in before if is_heard(silent, start, c))
    between = ((c, silent[c.end : verb[0]]) for c in heard)
    return next((c for c, words in between if words.count(",") % 2 == 0 and leads_to(words)), None)


def _is_added(words: list[str]) -> bool:
    """Whether words right after a name belong to it or to the verb: "of the Board, has also"."""
    while words and _is_beside_verb(words[-1]):
        words.pop()
    if any(map(is_saying, words)) or words[-1:] in _NO_LEADS:
        return False
    if words[:1] == ["whose"]:  # the keeper whose lamp was out said
        return any(word in AUXILIARIES for word in words)
    added = not words or words[0] in PREPOSITIONS or words[0] in ("who", "which")
    return added and not any(word in AUXILIARIES for word in words)


def _is_beside_verb(word: str) -> bool:
    return word in AUXILIARIES or is_adverb(word)


def is_adverb(word: str) -> bool:
    """Whether a word in small letters stands before a verb and is no subject: also, later."""
    return word in _ADVERBS or _IN_LY.fullmatch(word) is not None
