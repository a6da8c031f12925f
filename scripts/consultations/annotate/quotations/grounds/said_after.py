"""A verb of saying after a quotation, with one name as its subject.

Symptom: “…,” said Jan van der Hoorn; “…,” Ann Moss told the panel; “…” as Tom Bell put it;
“…”, according to Tom Bell; it was called “…” by Tom Bell.

Found by: a verb of saying right after the closing mark with a name right after the verb; or, where
the quotation ends with a comma, a question, an exclamation or a dash, a name right after it and a
verb of saying after the name. Where the verb is there and the name is not one that is known,
somebody speaks who is not known. "It was said" leads to the respondents spoken of.

Leaves alone: a sentence that begins after the quotation: “… .” Ann Moss told the panel that …
"""

from bisect import bisect_left
from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.standing_for import unnamed
from consultations.annotate.quotations.clauses.joined import joined
from consultations.annotate.quotations.clauses.leading import leads_to
from consultations.annotate.quotations.clauses.passive import agent_of, is_passive
from consultations.annotate.quotations.clauses.pointed import is_owner, office_start
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import SOMEBODY, Candidate
from consultations.english.numerals import ORDINAL
from consultations.english.persons import POST, ROLE
from consultations.english.saying import BESIDE, POINTING, SAYING, TOLD_BY
from consultations.english.sentences import sentence_end
from consultations.english.small_words import ARTICLE, BE, DETERMINER, SMALL_WORD
from consultations.model.text import Interval

RULE = "said-after"
_OPEN_END = re.compile(r"[,?!–—-]")
_TO_VERB = re.compile(rf"\s?,?\s?(?:(?:as|[Ss]o|Thus|{BESIDE})\s)?")
_POINTED = re.compile(
    rf"\W*\s(?:{POINTING}|(?:{BE})\sthe\s(?:\w+\s)?(?:{TOLD_BY})\s(?:from|of))\s(?:(?:{ARTICLE})\s)?"
)
"""Between words and whose they are: “…”, according to Ann Moss; “…” was the verdict of Ann Moss."""
_TO_NAME = re.compile(
    rf"\s(?:(?:{DETERMINER})\s)?(?:(?:[\w’'.-]+\s){{0,3}}[\w-]+['’]s?\s?)?"
    rf"(?:(?!(?:{SMALL_WORD})\s)[a-z][\w-]*,?\s){{0,5}}"
    rf"(?:(?<=\s)(?:at|for|of)\s(?:[^,.;:]{{2,50}},\s|(?:[a-z][\w-]*\s(?:and\s)?){{1,3}}))?",
    re.IGNORECASE,
)
"""Between the verb and who says it, who may be another's or in office: “…,” said her friend, Ann
Moss; “…,” said Chief Inspector of Piers Ann Moss."""
_LED_IN = re.compile(rf"\b(?:{SAYING})\b[^,;:.?!]{{0,40}}[,:]\s*\Z")
_STOPS = re.compile(r"[,.;]|\Z")
_PRONOUN_NEXT = re.compile(r"\s(?:he|she|they)\s")
_BEGINS = re.compile(r"\s+[A-Z]")
_HOW = re.compile(rf"[\s,]*(?:{BE})\s(?:how|what)\s(?:the\s)?")
"""Between words and who says them: “…” was how one pilot put it."""
_SPEAK_AS_ONE = re.compile(
    r"(?:,\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}){0,4}"
    r"\sand\s(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}(?=[.;:!?]|\Z)"
)
"""Behind a name, others who say the same, where nothing is said of what they do: ` and Fenn.`"""
_ONE = re.compile(
    rf"\s(?:one|another|a (?:{ORDINAL}))(?=[,.;]| of (?:them|these)\b| (?:at|from|in) [A-Z])"
)
"""Somebody of those spoken of: “…,” said another."""
_REMARK = re.compile(r"\s*\([^()]{0,12}(?:emphas[ei]s|italics)[^()]{0,20}\)")
"""On how the words are printed: “…” (emphasis added), Ann Moss told us."""
_TO_SUBJECT = re.compile(
    rf"""
    \s? [,–—]? \s (?:as\s)? (?: (?:{DETERMINER}) \s )?
    (?: (?: [\w’'.-]{{2,30}} \s ){{0,2}} [\w’'.-]{{2,30}} ['’]s? \s? )?   # the boat guild’s clerk
    (?: (?: [A-Z][\w-]{{1,20}} \s )? (?: [a-z][\w-]{{1,20}} \s ){{0,2}} (?:{POST}|{ROLE})
        (?: ,? \s | \s (?:of|for) \s (?: [a-z][\w-]* \s ){{1,2}} ) )?  # Tarn head of oil Ann Moss
    """,
    re.VERBOSE,
)
"""The same right behind the mark: “…,” its river pilot, Ann Moss, said."""
_OWN_WORDS = re.compile(r"\s(?:\w+\s){0,2}?that\s(?:he|she|it|they|the|this|there)\b")
"""Behind a verb that so has other words than those before it."""
_GOES_ON = re.compile(r"\s(?:\w+\s){0,4}(?:that\b|\w+:)")


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the verb's subject, or of somebody where that is not known."""
    passage = quoted.passage
    if quoted.said_by_nobody:
        last = stage.last_near(passage)
        return Ruling(unnamed(stage.cast, passage, quoted.start, last) or SOMEBODY, quoted.end)
    silent, end = stage.cast.silent(passage), _end(quoted, stage)
    closing = quoted.outer[1] - 1  # of two marks that stand for one the first is passed over
    remark = _REMARK.match(silent, closing)
    at = remark.end() if remark else closing
    named = stage.cast.named(passage, at, end)
    first = next((one for one in named if not is_owner(silent, one)), None)
    if first and _POINTED.fullmatch(silent, at, office_start(silent, first, named)):
        return Ruling(stage.voice(passage, first), _phrase_end(silent, first.end, end))
    if agent := _agent(quoted, stage, named):
        return Ruling(stage.voice(passage, agent), agent.end)
    verbs = list(verbs_of_saying(silent, at, end))
    if not verbs:
        return None
    if _TO_VERB.fullmatch(silent, at, verbs[0][0]):
        return _after_verb(quoted, stage, verbs[0][1])
    return _before_verb(quoted, stage, at, verbs[0], goes_on=remark is not None)


def _agent(quoted: Quoted, stage: Stage, named: Sequence[Candidate]) -> Candidate | None:
    """By whom something was called what stands between the marks: it was called “…” by the clerk.

    Args:
        quoted: the words.
        stage: everybody who may speak.
        named: those named behind them in their sentence.
    """
    silent, start, end = stage.cast.silent(quoted.passage), stage.sentence(quoted), quoted.outer[0]
    verbs = list(verbs_of_saying(silent, start, end))
    if not verbs or not is_passive(silent, start, verbs[-1]):
        return None
    return agent_of(silent, (verbs[-1][0], quoted.outer[1]), named)


def _before_verb(
    quoted: Quoted, stage: Stage, at: int, verb: Interval, *, goes_on: bool
) -> Ruling | None:
    """By the name between the closing mark and the verb, where the sentence goes on."""
    passage = quoted.passage
    silent, end = stage.cast.silent(passage), _end(quoted, stage)
    named = stage.cast.named(passage, at, end)
    subject = next((c for c in named if _is_subject(silent, at, c, verb)), None)
    how = _HOW.match(silent, at + 1)
    if subject is None or not (goes_on or how or _is_open(quoted, silent, verb)):
        return None
    if _OWN_WORDS.match(silent, verb[1], end):
        return None  # “…”, she said that the lamp was out
    if is_passive(silent, at, verb):
        return Ruling(SOMEBODY, verb[1])  # “…,” visitors were told
    return Ruling(stage.voice(passage, subject), _phrase_end(silent, verb[1], end))


def _is_open(quoted: Quoted, silent: str, verb: Interval) -> bool:
    """Whether the sentence goes on after the words: “…,” she said; “Why?” she asked.

    Words that begin it may have no mark at their end, where it stops right behind the verb.
    """
    last = quoted.passage.text[: quoted.end].rstrip("\"'”’»")[-1:]  # “He said, ‘Come,’” she said
    if last in "?!" and _LED_IN.search(quoted.lead) and _BEGINS.match(silent, quoted.outer[1]):
        return False  # I asked, “Why?” The clerk said that
    if not quoted.lead.strip() and (
        _PRONOUN_NEXT.match(silent, quoted.outer[1]) or _STOPS.match(silent, verb[1])
    ):
        return True  # ‘It is cold’ she said; ‘It is cold’ the report reads, adding
    places = (silent, quoted.outer[1]), (silent, quoted.end), (last, 0)
    return any(_OPEN_END.match(text, at) for text, at in places)


def _is_subject(silent: str, at: int, candidate: Candidate, verb: Interval) -> bool:
    """Whether a candidate stands right after the mark, and leads to the verb."""
    beside = _TO_SUBJECT.fullmatch(silent, at, candidate.start) or _HOW.fullmatch(
        silent, at + 1, candidate.start
    )
    return bool(beside) and candidate.end <= verb[0] and leads_to(silent[candidate.end : verb[0]])


def _after_verb(quoted: Quoted, stage: Stage, at: int) -> Ruling | None:
    """By the name right after the verb; that of an object with a clause of its own is nobody's."""
    passage = quoted.passage
    silent, end = stage.cast.silent(passage), _end(quoted, stage)
    if (one := _ONE.match(silent, at, end)) is not None:
        last = stage.last_near(passage)
        return Ruling(unnamed(stage.cast, passage, quoted.start, last) or SOMEBODY, one.end())
    named = stage.cast.named(passage, at, end)
    for candidate in [c for c in named if not is_owner(silent, c)][:1]:
        if _TO_NAME.fullmatch(silent[at : office_start(silent, candidate, named)]):
            end = _phrase_end(silent, candidate.end, end)
            voice = stage.voice(passage, candidate)
            if _SPEAK_AS_ONE.match(silent, candidate.end):
                voice = joined(silent, named, candidate, voice)
            return Ruling(voice, end)
    return Ruling(SOMEBODY, at)


def _end(quoted: Quoted, stage: Stage) -> int:
    """Where the words end that may belong to a quotation: at its sentence's end at the latest."""
    others = stage.cast.quoted[quoted.passage.id]
    following = bisect_left(others, quoted.end, key=lambda other: other.outer[0])
    ends = [other.outer[0] for other in others[following : following + 1]]
    return min([sentence_end(quoted.passage.text, quoted.outer[1]), *ends])


def _phrase_end(silent: str, at: int, end: int) -> int:
    """Where a phrase such as "said Ann Moss, a tenant." ends that says nothing more."""
    rest = silent[at:end]
    return end if len(rest.split()) <= 12 and not _GOES_ON.match(rest) else at
