"""Questions without numbers, as interviews, hearings and answers to readers print them.

Symptom: "Q. When did you come?" and "A. In May."; "Interviewer: When did you come?" and "Ann Marsh:
In May."; in an interview, a question in bold over its answer or before it.
Found by: what stands before the words, passage after passage: `Q` and `A`; a name or a role before
a colon, of somebody who asks twice at least and is answered under another label, or by one who
answers several; such a name alone over what is said ("Mr. Marsh", "Answered by Ann Moss"), or with
nothing between ("Mr. Marsh To ask the Minister"), as a house prints what is asked on its floor.
Without labels the document must call itself an interview or a conversation, and three headings ask
whoever answers, or three passages that go on with the answer; or one speaks to another in headings,
who says "I"; or it calls itself questions and answers,
throughout, and three headings ask anything. What shows by its words that a parliament prints it
("To ask the Minister whether", "… will make a statement") is answered by whatever stands below.
Leaves alone: a scene that a paper quotes; labels of which none asks; a speech that asks and to
which nobody else replies; a document that has numbered questions put to witnesses; headings that
ask, anywhere else; what minutes and news tell that a member asked; an agenda.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.forms.unlabelled import (
    FEWEST_PLAIN,
    answered_at_once,
    asked_in_other_type,
    put_in_print,
)
from consultations.annotate.questions.speeches import MAY_SPEAK, Speech, speeches_of
from consultations.english.stage_directions import examined_by, is_direction, witness_called
from consultations.model.edition import Edition, QuestionKind

RULE = "dialogues"

_SPOKEN = re.compile(
    r"\b(?:interview(?:ed|s|er|ee)?|conversations?|transcripts?|hearings?|oral\s(?:evidence|history)"
    r"|(?:spoke|speaks|talk(?:ed|s)|sat\sdown)\s(?:to|with)|depositions?|testimony|in\sdiscussion)\b",
    re.IGNORECASE,
)
"""What a document says of itself, or one of its first passages, where its words were spoken."""
_ASKED_AND_ANSWERED = re.compile(
    r"""
    (?P<before>
      (?: .{0,80} (?: [:;,.?)|] | \s[–—-] ) \s )?                # Piers: questions and answers
      (?: (?! (?: about | against | for | how | in | to | what | when | why | with )\b )
          [\w’'&()-]+ \s ){0,6} )                               # Old Pier FAQs
    (?: FAQs? | Q\s?(?:&|and|\+)\s?As? | questions \s (?:and|&) \s (?:\w+\s)? answers
      | (?: frequently | commonly | often ) \s asked \s questions
      | (?: your\s )? questions \s answered )
    (?: \s? [:;,.()|–—-] .{0,100}                               # FAQs, put together in May
      | \s (?: about | for | from | of | on | regarding ) \s [^.?!]{1,100} )?    # FAQs on piers
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A title or a heading of what answers what readers have asked or may ask.

A passage of text is one where nothing stands before these words.
"""
_IN_PRINT = r"[(\[](?P<number>(?:[A-Z]{1,3}\d?[A-Z]?-?)?\d{3,6}(?:/\d{2,4})?)[)\]]"
_NUMBER_BEFORE = re.compile(rf"{_IN_PRINT}\s")
_NUMBER_BEHIND = re.compile(rf"\s?{_IN_PRINT}\.?\Z")
"""With what a parliament counts a question, behind its words: `[28520]`, `(S9W-12051)`."""
_OPENING = 4
"""Passages from the beginning in which it says so."""
_FEWEST = 2
_LEAST_SPOKEN = 1 / 3
"""Share of a document that must be speeches if it does not say that it is an interview."""


def dialogue_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The questions of a dialogue, each from its label on."""
    is_spoken = _is_spoken(edition)
    speeches = list(speeches_of(edition))
    lettered = {s.who for s in speeches} >= {"Q", "A"}
    asking = {"Q"} if lettered else _askers(speeches)
    calls = list(_asked(edition, speeches, asking, lettered=lettered, is_spoken=is_spoken))
    if not (lettered or is_spoken) and len(speeches) < _LEAST_SPOKEN * _may_be_speeches(
        edition, speeches
    ):
        calls = []  # a scene that a paper quotes is nobody's to answer
    at_once = list(answered_at_once(edition, RULE)) if is_spoken else []
    if len(calls) >= _FEWEST:
        yield from calls
    elif len(at_once) >= FEWEST_PLAIN:
        yield from at_once
    else:
        answers_asked = _answers_asked(edition)
        yield from asked_in_other_type(
            edition, RULE, is_spoken=is_spoken, may_head=is_spoken or answers_asked
        )


def printed_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The questions that a parliament prints, whoever answers them."""
    return put_in_print(edition, RULE)


def _may_be_speeches(edition: Edition, speeches: Sequence[Speech]) -> int:
    """How many passages there are that could be speeches, and are no names over them."""
    names = sum(speech.index - speech.over for speech in speeches if speech.over is not None)
    return sum(p.kind in MAY_SPEAK for p in edition.passages) - names


def _askers(speeches: Sequence[Speech]) -> set[str]:
    """Who asks: twice at least, and in half of what they say, with a reply by somebody else.

    Nobody does who replies to another of them that asks more, or has begun: a witness may ask back.
    Where one answers several and asks nobody, each of them asks.
    """
    said = Counter(speech.who for speech in speeches)
    turns = [(a.who, b.who) for a, b in pairwise(speeches) if a.asks and a.who != b.who]
    asked = Counter(who for who, _ in turns)
    found: list[str] = []
    for who, times in asked.most_common():  # those who ask as often in the order of the text
        replies = any((other, who) in turns for other in found)
        if times >= _FEWEST and times * 2 >= said[who] and not replies:
            found.append(who)
    return {*found, *_askers_of_one(turns)}


def _askers_of_one(turns: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Those who ask somebody whom several ask, and who asks nobody."""
    answered = Counter(who for _, who in set(turns))
    for who, other in turns:
        if answered[other] >= _FEWEST and other not in {one for one, _ in turns}:
            yield who


def _asked(
    edition: Edition,
    speeches: Sequence[Speech],
    asking: set[str],
    *,
    lettered: bool,
    is_spoken: bool,
) -> Iterator[CallForAnswer]:
    """The speeches that ask, before one that answers with nothing but directions in between."""
    named = {s.who for s in speeches if s.who not in ("Q", "A")}
    kind: QuestionKind = "question" if lettered and not (is_spoken or named) else "oral-question"
    for (speech, reply), letters in zip(
        pairwise(speeches), _letters(edition, speeches, lettered=lettered), strict=False
    ):
        asks = speech.who != "A" if lettered else _asks(speech, reply, asking)
        begins = reply.index if reply.over is None else reply.over
        between = edition.passages[speech.index + 1 : begins]
        if (
            asks
            and _replies(speech, reply, lettered=lettered)
            and all(is_direction(p.text) for p in between)
        ):
            words, number = _parted(speech)
            yield CallForAnswer(
                speech.index,
                speech.index,
                number,
                words,
                RULE,
                kind,
                asked_by=letters.get(speech.who, speech.who),
                answered_by=_answerer(speech, reply, letters),
                over=speech.over,
            )


def _replies(speech: Speech, reply: Speech, *, lettered: bool) -> bool:
    """Whether a speech answers the one before, or asks in print what is answered with it."""
    is_other = reply.who == "A" if lettered else reply.who != speech.who
    return is_other or (speech.is_in_print and reply.is_in_print)


def _answerer(speech: Speech, reply: Speech, letters: Mapping[str, str | None]) -> str | None:
    """Who answers a speech; nobody where the next one asks in print too."""
    if speech.is_in_print and reply.is_in_print:
        return None
    return reply.by or letters.get(reply.who, reply.who)


def _parted(speech: Speech) -> tuple[str, str | None]:
    """The words of a speech, and the number that a parliament prints beside its question."""
    text = speech.text
    if not speech.is_in_print:
        return text, None
    if before := _NUMBER_BEFORE.match(text):
        return text[before.end() :], before["number"]
    behind = _NUMBER_BEHIND.search(text)
    return (text[: behind.start()], behind["number"]) if behind else (text, None)


def _letters(
    edition: Edition, speeches: Sequence[Speech], *, lettered: bool
) -> Iterator[Mapping[str, str | None]]:
    """Who `Q` and `A` are at each speech, as far as is told.

    Who is called and who examines may stand before it: "Ann Moss (sworn)", "Examination by Reed".
    """
    questioner = witness = None
    seen = 0
    for speech in speeches:
        for passage in edition.passages[seen : speech.index]:
            questioner = examined_by(passage.text) or questioner
            witness = witness_called(passage.text) or witness
        seen = speech.index + 1
        questioner = (speech.who == "Q" and speech.by) or questioner
        if lettered and speech.who not in ("Q", "A", questioner):
            # After somebody else has asked too, "Q" may be either.
            questioner = None if questioner else speech.who
        yield {"Q": questioner, "A": witness}


def _asks(speech: Speech, reply: Speech, asking: Container[str]) -> bool:
    """Whether a speech asks whoever replies: on the floor of a house many do, once each."""
    if speech.who in asking:
        return speech.puts
    on_floor = speech.over is not None or speech.is_in_print
    return on_floor and speech.asks and not reply.asks


def _is_spoken(edition: Edition) -> bool:
    called = any(witness_called(passage.text) for passage in edition.passages)
    return called or _says(edition, _SPOKEN)


def _answers_asked(edition: Edition) -> bool:
    """Whether a document, or one of its first passages, is called questions and answers.

    A heading is such a passage if no part of the document begins outside it.
    """
    record = edition.source.record
    if any(map(_ASKED_AND_ANSWERED.fullmatch, (record.title, record.type))):
        return True
    heads = [p for p in edition.passages if p.kind == "heading"]
    for passage in edition.passages[:_OPENING]:
        match = _ASKED_AND_ANSWERED.fullmatch(passage.text)
        if match and passage.kind == "heading":
            later = heads[heads.index(passage) + 1 :]
            return all(passage.id in head.section for head in later)
        if match and not match["before"]:
            return True
    return False


def _says(edition: Edition, what: re.Pattern[str]) -> bool:
    """Whether a document says of itself what it is, in its record or in its first passages."""
    record = edition.source.record
    opening = (passage.text for passage in edition.passages[:_OPENING])
    return any(what.search(text) for text in (record.title, record.type, *opening))
