"""Questions without numbers, as interviews, hearings and answers to readers print them.

Symptom: "Q. When did you come?" and "A. In May."; "Interviewer: When did you come?" and "Ann Marsh:
In May."; "When did you come?—In May."; in an interview, a question in bold over its answer.
Found by: what stands before the words, passage after passage: `Q` and `A`; a name or a role before
a colon, of somebody who asks twice at least and is answered under another label; or in three
passages a dash between a question mark and what goes on with a capital. Without labels the
document must call itself an interview or a conversation, and three headings ask whoever answers.
Leaves alone: a scene that a paper quotes; labels of which none asks; a speech that asks and to
which nobody else replies; a document that has numbered questions put to witnesses; headings that
ask, anywhere else.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.printed import printed
from consultations.annotate.questions.speakers import Speakers
from consultations.english.call_labels import answer_label, call_label
from consultations.english.stage_directions import is_direction
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "dialogues"

_LETTER = re.compile(r"(?P<who>Q|A|Question|Answer)(?:\s?[.:)–—]|\s[-–—])\s+")
_LABEL = re.compile(
    r"(?P<who>[^\W\d_a-z][\w’'.-]*(?:\s[\w’'.-]+){0,4}?)(?:\s\([^()]{1,60}\))?\s?:\s+"
)
_SPOKEN = re.compile(
    r"\b(?:interview(?:ed|s|er|ee)?|conversations?|transcripts?|hearings?|oral\s(?:evidence|history)"
    r"|(?:spoke|speaks|talk(?:ed|s)|sat\sdown)\s(?:to|with)|depositions?|testimony|in\sdiscussion)\b",
    re.IGNORECASE,
)
"""What a document says of itself, or one of its first passages, where its words were spoken."""
_OPENING = 4
"""Passages from the beginning in which it says so."""
_EXAMINED = re.compile(
    r"\bexamined\s(?:again\s|further\s)?by\s(?P<who>(?:\w{2,4}\.\s)?[^,.;:?]{3,40})\.?\Z",
    re.IGNORECASE,
)
_DASH = re.compile(r"(?P<asked>[^?]{3,400}\?)\s?(?:—|–|--)\s?(?=[A-Z“‘(\"'])")
"""A question and the dash before its answer."""
_REQUESTS = re.compile(r"(?:please|tell|describe|explain|talk)\b", re.IGNORECASE)
_FEWEST, _FEWEST_PLAIN = 2, 3
_LEAST_SPOKEN = 1 / 3
"""Of a document that does not say that it is an interview, so much must be speeches."""
_MAY_SPEAK = ("heading", "paragraph", "list_item", "blockquote")


@dataclass(frozen=True)
class _Speech:
    """A passage that begins with who speaks."""

    index: int
    who: str
    text: str

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return self.text.rstrip(" ”\"'’)").endswith("?")

    @property
    def puts(self) -> bool:
        """Whether it asks anywhere, or asks to be told."""
        return "?" in self.text or _REQUESTS.match(self.text) is not None


def dialogue_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The questions of a dialogue, each from its label on."""
    is_spoken = _is_spoken(edition)
    speeches = list(_speeches(edition))
    lettered = {s.who for s in speeches} >= {"Q", "A"}
    asking = {"Q"} if lettered else _askers(speeches)
    calls = list(_asked(edition, speeches, asking, lettered=lettered, is_spoken=is_spoken))
    if not (lettered or is_spoken) and len(speeches) < _LEAST_SPOKEN * _may_be_speeches(edition):
        calls = []  # a scene that a paper quotes is nobody's to answer
    at_once = list(_answered_at_once(edition))
    if len(calls) >= _FEWEST:
        yield from calls
    elif len(at_once) >= _FEWEST_PLAIN:
        yield from at_once
    else:
        yield from _plain(edition, is_spoken=is_spoken)


def _may_be_speeches(edition: Edition) -> int:
    """How many passages there are that could be speeches."""
    return sum(p.kind in _MAY_SPEAK for p in edition.passages)


def _speeches(edition: Edition) -> Iterator[_Speech]:
    """The passages that begin with a label which others have too, or with a name."""
    speakers = Speakers(edition)
    found: list[tuple[_Speech, bool]] = []
    for index, passage in enumerate(edition.passages):
        text = passage.text
        if passage.kind not in _MAY_SPEAK or passage.cell is not None:
            continue
        if letter := _LETTER.match(text):
            found.append((_Speech(index, letter["who"][0], text[letter.end() :]), True))
            continue
        name, begin = speakers.at(text)
        label = None if name else _LABEL.match(text)
        if name:
            found.append((_Speech(index, name, text[begin:]), True))
        elif label and not _is_label(text):
            found.append((_Speech(index, label["who"], text[label.end() :]), False))
    often = Counter(speech.who for speech, _ in found)
    yield from (s for s, is_name in found if is_name or often[s.who] >= _FEWEST)


def _is_label(text: str) -> bool:
    """Whether a passage begins with a label of a call or of an answer, which names nobody."""
    return call_label(text) is not None or answer_label(text) is not None


def _askers(speeches: Sequence[_Speech]) -> set[str]:
    """Who asks: twice at least, and in half of what they say, with a reply by somebody else.

    Nobody does who replies to another of them that asks more, or has begun: a witness may ask back.
    """
    said = Counter(speech.who for speech in speeches)
    turns = [(a.who, b.who) for a, b in pairwise(speeches) if a.asks and a.who != b.who]
    asked = Counter(who for who, _ in turns)
    found: list[str] = []
    for who, times in asked.most_common():  # those who ask as often in the order of the text
        replies = any((other, who) in turns for other in found)
        if times >= _FEWEST and times * 2 >= said[who] and not replies:
            found.append(who)
    return set(found)


def _asked(
    edition: Edition,
    speeches: Sequence[_Speech],
    asking: set[str],
    *,
    lettered: bool,
    is_spoken: bool,
) -> Iterator[CallForAnswer]:
    """The speeches that ask, before one that answers with nothing but directions in between."""
    named = {s.who for s in speeches if s.who not in ("Q", "A")}
    kind: QuestionKind = "question" if lettered and not (is_spoken or named) else "oral-question"
    questioner = None
    for speech, reply in pairwise(speeches):
        answers = reply.who == "A" if lettered else reply.who != speech.who
        asks = speech.who != "A" if lettered else speech.who in asking and speech.puts
        if speech.who in named and lettered and speech.who != questioner:
            # After somebody else has asked too, "Q" may be either.
            questioner = None if questioner or speech.who == "A" else speech.who
        between = edition.passages[speech.index + 1 : reply.index]
        if asks and answers and all(is_direction(p.text) for p in between):
            yield CallForAnswer(
                speech.index,
                speech.index,
                None,
                speech.text,
                RULE,
                kind,
                asked_by=speech.who if speech.who != "Q" else questioner,
                answered_by=reply.who if reply.who != "A" else None,
            )


def _answered_at_once(edition: Edition) -> Iterator[CallForAnswer]:
    """The passages that ask and, behind a dash, answer: `Your age?—Forty-four.`.

    Who asks may stand over them: "Cross-examined by Mr Reed."
    """
    asking = None
    for index, passage in enumerate(edition.passages):
        if examined := _EXAMINED.search(passage.text):
            asking = examined["who"]
        dash = _DASH.match(passage.text) if passage.kind in ("paragraph", "list_item") else None
        if dash:
            asked, said = dash["asked"], passage.text[dash.end() :]
            yield CallForAnswer(
                index, index, None, asked, RULE, "oral-question", asked_by=asking, at_once=said
            )


def _is_spoken(edition: Edition) -> bool:
    record = edition.source.record
    opening = (passage.text for passage in edition.passages[:_OPENING])
    return any(_SPOKEN.search(text) for text in (record.title, record.type, *opening))


def _plain(edition: Edition, *, is_spoken: bool) -> Iterator[CallForAnswer]:
    """The headings of an interview that ask whoever answers, or paragraphs in other type that ask.

    Such paragraphs are somebody's questions wherever they alternate with plain ones.
    """
    kind: QuestionKind = "oral-question" if is_spoken else "question"
    found = [
        CallForAnswer(index, index, question.number, question.text, RULE, kind)
        for index, (passage, following) in enumerate(pairwise(edition.passages))
        if passage.level != 1 and (question := printed(passage)).stands_out
        if question.ends_asking and (is_spoken or question.number is None)
        if following.kind in ("paragraph", "blockquote") and not printed(following).stands_out
    ]
    asking = [edition.passages[call.first] for call in found]
    addressed = sum(printed(passage).addresses for passage in asking) * 2 >= len(found)
    in_type = all(passage.kind == "paragraph" or _is_in_italics(passage) for passage in asking)
    if len(found) >= _FEWEST_PLAIN and (addressed if is_spoken else in_type):
        yield from found


def _is_in_italics(passage: Passage) -> bool:
    whole = (0, len(passage.text))
    return any(e.kind == "em" and (e.start, e.end) == whole for e in passage.emphasis)
