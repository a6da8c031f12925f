"""A verb of saying before a quotation, in its own clause, with one name as its subject.

Symptom: Ann Moss, the clerk, told us that “…”; According to the Ferry Board, “…”; the span was
called “…” by Tom Bell; when she was asked, Ms Moss said: “…”.

Found by: the last verb of saying between the beginning of the sentence, or of its clause, and the
opening mark. Its subject is the name before it with nothing between but brackets, what stands
between commas, an office behind one comma, a "who …", an "of …", adverbs and auxiliaries; in the
passive the name after "by". A participle, an infinitive and "came and said" have the subject of
their clause. A pronoun stands for the one whom it can mean in this sentence or the one before; "the
minister", for who was quoted last and is called so beside the name. Those joined by commas and
"and" speak together. Where the verb has another subject, somebody speaks who is not known.

The one who is quoted speaks, and not who quotes: the notice quotes Ann Moss: “…”. So does who has
made the statement that somebody accepts, denies or notes: the Board noted Ann Moss’s concern that
the pier was “…”. In "the Board denied the claim that the pier was “…”" that is nobody known.
Without a verb, "For Ann Moss, the pier was “…”" has her words.

Leaves alone: a verb behind a semicolon or "while"; a noun such as "the claims"; one who is only
named in the sentence: "in the hall of the Board it was said".
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.fitting import Pronoun
from consultations.annotate.quotations.anaphora.pronouns import antecedent
from consultations.annotate.quotations.anaphora.standing_for import unnamed
from consultations.annotate.quotations.clauses.anothers import is_told, is_unsaid, none_of_its_own
from consultations.annotate.quotations.clauses.clauses import clause_start, subject_of
from consultations.annotate.quotations.clauses.gapped import gapped
from consultations.annotate.quotations.clauses.joined import joined
from consultations.annotate.quotations.clauses.passive import is_passive
from consultations.annotate.quotations.clauses.pointed import for_whom, pointed_to
from consultations.annotate.quotations.clauses.subjects import (
    is_predicate,
    makes_statement,
    own_statement,
)
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.dates import MONTH
from consultations.english.inflection import verb_forms
from consultations.english.kinds import WORK
from consultations.english.persons import POST, ROLE
from consultations.english.saying import BESIDE, STATEMENT
from consultations.english.small_words import ARTICLE, COORDINATOR, DETERMINER
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage
from consultations.model.text import Interval

RULE = "said-before"
_WHAT = re.compile(r"\b[Ww]hat (?:the )?\Z")
"""Before the subject of words that are spoken of: "contrary to what Ann Moss said, “…”"."""
_CLAUSE = re.compile(
    r"(?:\s(?:about|at|in|of|on|to)\s[^,;:.]{2,40}?)?\s(?:\([^()]*\)\s)?that\b[^;:.?!]*"
)
"""From a statement to its words: her view (of 3 May) that …, her promise to the Board that …"""
_OWNED = re.compile(
    rf"\b(?P<whose>its|their)\s(?:[\w-]+\s){{0,2}}?(?:{STATEMENT})"
    r"\s(?:\([^()]{0,60}\)\s)?that\b[^,;:.?!]{0,200}\Z"
)
"""Before what a body said of which the clause speaks: "she doubted its claim that the pier was"."""
_WRITING = re.compile(rf"\b(?:{WORK}|{alternatives(verb_forms('write'))})\b")
_IN_RESPONSE = re.compile(
    r"\W*In (?:answer|reply|response)(?: to [^,;:]{2,80}?)?(?:, |(?= (?:he|she|they) ))"
)
"""How a sentence begins that says to what somebody answers, who need not have written."""
_OF_POST = re.compile(rf"\b(?:{POST}|{ROLE})\s(?:of|for)\s(?:[\w’'-]+\s){{0,2}}\Z")
"""Before what an office is of, and no work: "director of policy", "head of oil and policy"."""
_BY = re.compile(
    rf"(?:\s(?:of|dated)\s(?:\d{{1,2}}\s)?(?:{MONTH})(?:\s\d{{4}})?)?"
    rf",?\s(?:by|of|from)\s(?:(?:{ARTICLE})\s)?|\s\("
)
"""From a work to its author: the minutes of the Board, the letter of 2 May from the Board, a study
(Moss 2012)."""
_BY_STRANGER = re.compile(rf"\sby\s(?:(?:{ARTICLE})\s)?[A-Z]")
"""The same before an author whose name is none by its form: a review by Lamp LIN."""
_IN = re.compile(rf"\W*[Ii]n (?:(?:{DETERMINER}) )?")
_MINUTED = re.compile("accepted|agreed|announced|clarified|confirmed|explained|noted|reported")
"""What is done at a meeting, and by none of those who were asked: "it was explained that"."""
_SAME = re.compile(rf"[\s,–—]*(?:(?:{COORDINATOR}|{BESIDE})\s)*")
"""Between what says whose the last quotation is and another verb: "…,” she said, and added"."""
_TO_WORDS = re.compile(r"(?:(?<=words)[:,])?\s(?:that\s)?")
_I_QUOTE = re.compile(r",?\s(?:and\s)?I\s(?:now\s)?quote[,:]?\s*\Z")
"""What one who reads out says before the words: "the report said, and I quote, “…”"."""
_AND_THAT = re.compile(r",\s(?:and|but)\s(?:also\s)?that\b[^,;:]*\Z")
"""What goes on with an earlier verb: "she said she had forgotten the lamp, and that “…”"."""
_WOULD = re.compile(r"\sthat\b.*\b(?:could|would)\s(?:\w+ly\s|not\s)?\Z")
"""Between two verbs, of which the second is of what nobody has said: said that they would add."""
_THAT = re.compile(r"(?:\s[\w’'-]+){0,6}?\sthat\b")


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the verb's subject, or of somebody where that is not known."""
    passage, start, end = quoted.passage, stage.sentence(quoted), quoted.outer[0]
    silent = stage.cast.silent(passage)
    start = clause_start(silent, start, end)
    last = stage.last_in(passage)
    voice = gapped(quoted, last, stage) or speaker(passage, start, end, stage)
    if voice == SOMEBODY and last and last.ruling.end == start:
        verb = list(verbs_of_saying(silent, start, end))[-1]
        if _SAME.fullmatch(silent, start, verb[0]):
            voice = last.ruling.voice
    return Ruling(voice, end) if voice else None


def speaker(passage: Passage, start: int, end: int, stage: Stage) -> Voice | None:
    """Who speaks in a stretch that leads up to words; None where it has no verb of saying."""
    silent = stage.cast.silent(passage)
    if quoting := _I_QUOTE.search(silent, start, end):
        end = quoting.start()
    named = stage.cast.named(passage, start, end)
    verbs = _leading(silent, list(verbs_of_saying(silent, start, end)), end)
    another = none_of_its_own(passage.text, silent, start, end, verbs)
    if not another and (owned := _OWNED.search(silent, start, end)):
        return _owner(passage, owned, stage)
    if _is_object(passage, start, end, verbs[-1:], stage):
        return None
    if verbs and is_unsaid(silent, start, verbs[-1]):
        return SOMEBODY
    led = pointed_to(silent, start, end, named) or for_whom(silent, start, end, verbs, named)
    if led and not _has_spoken(passage, led, verbs[-1:], stage):
        return stage.voice(passage, led)
    if not verbs:
        return None
    subject = None if another else subject_of(silent, start, verbs[-1], named)
    if subject is None:
        return _nobody(passage, start, verbs[-1], named, stage)
    if _WHAT.search(silent, start, subject.start) and silent.startswith(",", verbs[-1][1]):
        return SOMEBODY
    is_written = _speaks_of_writing(silent, start, verbs[-1][1])
    return _voice_of(passage, subject, named, stage, is_written=is_written)


def _speaks_of_writing(silent: str, start: int, end: int) -> bool:
    """Whether a clause says that somebody wrote, or names a work, but as what an office is of."""
    answers = _IN_RESPONSE.match(silent, start, end)
    writing = _WRITING.finditer(silent, answers.end() if answers else start, end)
    return not all(_OF_POST.search(silent, start, word.start()) for word in writing)


def _leading(silent: str, verbs: list[Interval], end: int) -> list[Interval]:
    """The verbs up to the one that leads to words, which may stand before others."""
    if len(verbs) > 1 and _WOULD.search(silent, verbs[-2][1], verbs[-1][0]):
        return verbs[:-1]
    again = _AND_THAT.search(silent, verbs[0][1], end) if len(verbs) > 1 else None
    if again is None:
        return verbs
    before = [verb for verb in verbs if verb[1] <= again.start()]
    last = max((n for n, verb in enumerate(before) if _THAT.match(silent, verb[1])), default=0)
    return before[: last + 1]


def _voice_of(
    passage: Passage,
    subject: Candidate,
    named: Sequence[Candidate],
    stage: Stage,
    *,
    is_written: bool,
) -> Voice:
    """The voice of a verb's subject, or of who has written what the subject is."""
    author = author_of(stage.cast.silent(passage), subject, named)
    voice = author or stage.voice(passage, subject)
    if not author and subject.voice:
        voice = joined(stage.cast.silent(passage), named, subject, voice)
    return voice._replace(kind="publication") if voice.kind == "speech" and is_written else voice


def _owner(passage: Passage, owned: re.Match[str], stage: Stage) -> Voice:
    """Whose statement it is that a clause speaks of as "its claim", "their view"."""
    word = {"its": "it", "their": "they"}[owned["whose"]]
    place = Candidate(*owned.span("whose"), None)
    pronoun = Pronoun(stage.cast, passage, place, word, stage.last_near(passage))
    return antecedent(pronoun) or SOMEBODY


def _is_object(
    passage: Passage, start: int, end: int, verb: Sequence[Interval], stage: Stage
) -> bool:
    """Whether the words are part of a statement of which the clause speaks.

    So they are in "the clerk noted Ann Moss’s view that the pier was “…”".
    """
    silent, named = stage.cast.silent(passage), stage.cast.named(passage, start, end)
    makers = [c for c in named if makes_statement(silent, start, c)]
    if (
        is_predicate(passage.text, start, end)
        or not makers
        or (verb and makers[-1].start < verb[0][1])
    ):
        return False
    own = own_statement(silent, makers[-1])
    at = own.end() if own else makers[-1].end
    return bool(
        (own and _TO_WORDS.fullmatch(silent, at, end)) or _CLAUSE.fullmatch(silent, at, end)
    )


def _has_spoken(passage: Passage, led: Candidate, verb: Sequence[Interval], stage: Stage) -> bool:
    """Whether the one to whom words point is quoted before a verb, which is then somebody else's.

    So they do in "according to the Board, the lamp “burns”, but the clerk said it was “…”".
    """
    quoted = stage.cast.quoted[passage.id]
    return any(led.end <= one.start < at for at, _ in verb for one in quoted)


def author_of(silent: str, subject: Candidate, named: Sequence[Candidate]) -> Voice | None:
    """The voice of whoever a work is by that is the subject: "the minutes of the Board say"."""
    if subject.voice and (subject.voice.entity or subject.voice.kind != "publication"):
        return None
    author = next((c for c in named if _BY.fullmatch(silent, subject.end, c.start)), None)
    if author and author.voice and not author.voice.anonymous:
        return author.voice._replace(kind="publication")
    is_strangers = subject.voice and subject.voice.label.islower() and author is None
    return SOMEBODY if is_strangers and _BY_STRANGER.match(silent, subject.end) else None


def _nobody(
    passage: Passage, start: int, verb: Interval, named: Sequence[Candidate], stage: Stage
) -> Voice:
    """Who speaks where no subject is known: in the passive a work, or those who answered."""
    silent = stage.cast.silent(passage)
    if not is_passive(silent, start, verb) or is_told(silent, start, verb):
        return SOMEBODY
    if _MINUTED.fullmatch(silent, *verb):
        return SOMEBODY
    for candidate in named[:1]:
        if _IN.fullmatch(silent, start, candidate.start) and candidate.voice:
            return candidate.voice
    last = stage.last_near(passage)
    heard = unnamed(stage.cast, passage, start, last) if last and last.anonymous else None
    return heard or SOMEBODY
