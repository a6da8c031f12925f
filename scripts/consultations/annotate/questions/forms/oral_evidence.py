"""Questions put to witnesses, as minutes of evidence print them.

Symptom: "1380. Have you seen the lamps?" and, below it, "(Mr Marsh) I have."; "Q7 Chair: Have you?"
and "Ann Marsh: Yes."; "12. Mr Bell.—Have you?" and "Ann Marsh.—I have."; "12. Have you seen them?—I
have not."; "Q3 AM: Have you?" and "JB: I have.", under a list of those present.
Found by: a number and a question mark, or a number and a speaker, before a passage that begins with
a speaker; or the answer after a dash. Numbers grow from one to the next. What happens in the room
stands between: "[Interruption]", "On resuming—". Who answers is the first who asks nothing himself;
where no answer has a name, the one who was called last.
Leaves alone: a numbered question that nobody answers by name; a list of questions.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import itemgetter

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.speakers import NUMBER, Speakers
from consultations.english.credit_lines import names_speaker
from consultations.english.stage_directions import is_direction, witness_called
from consultations.model.edition import Edition

RULE = "oral-evidence"

_AT_ONCE = re.compile(r"\?\s?(?:[—–]|-{2,4})\s?(?=[(A-Z“‘])|\?\s(?=\([A-Z][^()]{1,40}\)\s[A-Z“‘])")
"""What stands before an answer in the question's own passage: a dash, or a name in brackets."""
_MOST_UNSAID = 2
"""Passages without a label, in which whoever asks goes on."""
_FEW = 5
"""One numbered passage in this many, at least, has an answer that names its speaker."""
_PARAGRAPHS = ("paragraph", "list_item", "heading", "blockquote")


@dataclass(frozen=True)
class _Numbered:
    """A numbered passage that may be a question, and what speaks for it."""

    index: int
    number: int
    text: str
    asked_by: str | None
    """Who asks, as the passage itself says."""
    at_once: int | None
    """Where the answer begins in its own text."""
    answering: tuple[str, ...]
    """Who speaks after it, up to the next one."""

    @property
    def is_sure(self) -> bool:
        """Whether an answer stands beside it that says whose it is."""
        return bool(self.answering and (self.asked_by or "?" in self.text))

    def answered_by(self, asking: AbstractSet[str]) -> str | None:
        """Who answers first; one of those who ask only where nobody else speaks."""
        others = (name for name in self.answering if name not in asking)
        return next(others, next((n for n in self.answering if n != self.asked_by), None))


def oral_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The numbered questions of minutes of evidence."""
    speakers = Speakers(edition)
    found = list(_numbered(edition, speakers))
    if not _are_put(found):
        return
    asking: str | None = None
    witnesses = _Witnesses(edition, found)
    askers = {one.asked_by for one in found if one.asked_by}
    for one in _questions(found):
        # Who asks is printed where that changes, in some minutes.
        over = names_speaker(edition.passages[one.index - 1].text) if one.index else None
        asking = one.asked_by or over or asking
        yield CallForAnswer(
            one.index,
            one.index,
            str(one.number),
            one.text[: one.at_once].rstrip(" —–-"),
            RULE,
            "oral-question",
            asked_by=asking,
            answered_by=one.answered_by(askers) or witnesses.at(one),
            over=one.index - 1 if over else None,
            at_once=None if one.at_once is None else one.text[one.at_once :],
        )


def _are_put(found: Sequence[_Numbered]) -> bool:
    """Whether enough of some numbered passages have answers, and one ends no list of questions."""
    sure = [n for n, one in enumerate(found) if one.is_sure or one.at_once is not None]
    return len(sure) * _FEW >= len(found) and not all(_ends_list(found, n) for n in sure)


def _ends_list(found: Sequence[_Numbered], n: int) -> bool:
    """Whether a question stands right under another that nobody answers, as in a list."""
    before, one = found[max(n - 1, 0)], found[n]
    is_next = (before.index + 1, before.number + 1) == (one.index, one.number)
    return is_next and "?" in before.text and not (before.answering or one.asked_by)


class _Witnesses:
    """Who is heard, where minutes say so once and print no names before what is said."""

    def __init__(self, edition: Edition, found: Sequence[_Numbered]) -> None:
        """Read who is called, unless somebody answers by name."""
        named = any(one.answering for one in found)
        self._called = [
            (index, who)
            for index, passage in enumerate(() if named else edition.passages)
            if (who := witness_called(passage.text))
        ]

    def at(self, one: _Numbered) -> str | None:
        """Who answers in a passage: the last who was called before it, alone."""
        at = bisect_left(self._called, one.index, key=itemgetter(0))
        who = self._called[at - 1][1] if at and one.at_once is not None else None
        return None if who and " and " in who else who


def _questions(found: Sequence[_Numbered]) -> Iterator[_Numbered]:
    """Those of the numbered passages that ask: their numbers grow.

    Once minutes have begun, the next number asks too, with a name or a question mark.
    """
    at_once = sum(one.at_once is not None for one in found) > 1
    latest = 0
    for one in found:
        is_next = bool(latest) and one.number == latest + 1 and (one.asked_by or "?" in one.text)
        asks = one.is_sure or is_next or (at_once and one.at_once is not None)
        if one.number > latest and asks:
            latest = one.number
            yield one


def _numbered(edition: Edition, speakers: Speakers) -> Iterator[_Numbered]:
    for index, passage in enumerate(edition.passages):
        if passage.kind not in _PARAGRAPHS:
            continue
        text = f"{passage.marker}. {passage.text}" if passage.marker else passage.text
        number = NUMBER.match(text)
        if not number:
            continue
        text = text[number.end() :]
        asked_by, begin = speakers.at(text)
        text = text[begin:]
        dash = _AT_ONCE.search(text)
        at_once = dash.end() if dash else None
        if dash and dash[0].endswith(("?", "? ")) and not speakers.at(text[dash.end() :])[0]:
            at_once = None  # a remark in brackets
        if at_once is None:
            answering = tuple(_answering(edition, index, speakers, goes_on=asked_by is not None))
        else:
            said_by, _ = speakers.at(text[at_once:])
            answering = (said_by,) if said_by else ()
        yield _Numbered(index, int(number["number"]), text, asked_by, at_once, answering)


def _answering(edition: Edition, index: int, speakers: Speakers, *, goes_on: bool) -> Iterator[str]:
    """Who speaks after a question, up to the next one.

    What happens in the room stands between. Where speakers stand before a colon, whoever asks may
    go on for a paragraph without a label.
    """
    heard = 0
    for passage in edition.passages[index + 1 :]:
        if passage.kind not in _PARAGRAPHS or NUMBER.match(passage.text):
            return
        name, begin = speakers.at(passage.text)
        if name and not names_speaker(passage.text[begin:]):  # the chair calls who answers
            yield name
        elif not is_direction(passage.text):
            heard += 1
            if not goes_on or heard > _MOST_UNSAID:
                return
