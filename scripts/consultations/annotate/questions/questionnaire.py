"""Whether a document is answers to somebody's questions, though its record does not say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.printed import PrintedQuestion, is_next, printed, prints_again
from consultations.annotate.questions.replies import speaks_of_answering
from consultations.annotate.questions.unanswered import (
    explains,
    not_explained,
    unanswered_heads,
)
from consultations.english.boxes import BOX
from consultations.english.call_labels import is_prompt
from consultations.english.kinds import BODY, WORK
from consultations.english.outcome_labels import says_decided, says_received
from consultations.english.replies import opens_reply
from consultations.english.sentences import sentence_end
from consultations.model.edition import Edition, Passage

_ANSWERS = re.compile(
    r"\b(?:response|reply|submission)s?\s(?:of|from|to|by)\b|\b(?:response|submission)\Z",
    re.IGNORECASE,
)
"""What the title of an answer to somebody's questions says: Response to the review of lamps."""
_TO_WHAT_HAPPENED = re.compile(
    rf"[^:]*\b(?i:response)s?\sto\s(?!.*\b(?i:{BODY}|{WORK}|call|proposals?|questions?|inquiry)\b)[^A-Z]*\Z"
)
"""A title that says what was done: The county's response to the storm."""
_BOX = re.compile(BOX, re.VERBOSE)
_REPLIES = r"(?:respon(?:s|d)e(?:nt)?s?|repl(?:y|ies)|answers?|comments?|votes)"
_COUNTED = re.compile(
    rf"""
    [^.?!:\n]{{1,80}} (?: : | \s[-–—] ) \s (?: \d[\d,]*\s{_REPLIES}\b     # By boat: 44 responses
      | \d{{1,3}} (?:\.\d+)? \s?% | \d[\d,]* \s \( \d{{1,3}} (?:\.\d+)? \s?% \) )  # By road – 12%
  | (?: answered | base | responses? ) \s?: \s (?:n\s?=\s?)? \d[\d,]* \b (?! \.\s )    # Base: 301
  | [^.?!:\n]{{0,60}}? \b \d[\d,]* \s
    (?: [^.?!:\n]{{0,60}}? \s (?: to | on ) \s this \s (?:part\sof\s(?:this|the)\s)? question \b
      | [^.?!:\n]{{0,40}}? \s (?: answered | responded\sto | replied\sto )
        \s (?: this | the ) \s question \b )              # 40 people answered this question
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How many answered a question of a survey, or chose what it offered."""
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_COUNT = re.compile(r"[A-Z]?\d{1,3}")
"""What counts the headings of a form: 3, or A3 in its part A."""
_FIGURE = re.compile(r"\d[\d,.]*\s?%?(?:\s\(\d[\d.]*\s?%?\))?")
_FEWEST_COUNTED, _FEWEST = 2, 3


@dataclass(frozen=True)
class _PutQuestion:
    """A heading that asks, or a passage that asks and goes on with the answer."""

    question: PrintedQuestion
    reply: str
    """What stands under it, or behind it."""

    @property
    def number(self) -> int | None:
        """Its number, where that is nothing but digits."""
        number = self.question.number or ""
        return int(number) if number.isdigit() else None

    @property
    def asks_by_count(self) -> bool:
        """Whether it ends in a question mark, behind nothing but digits."""
        return self.number is not None and self.question.ends_asking

    @property
    def is_of_form(self) -> bool:
        """Whether nobody asks so who means to answer himself: he is spoken to, or says "Yes."."""
        return self.question.addresses or opens_reply(self.reply)


class Questionnaire:
    """What a document shows of being answers to somebody's questions."""

    def __init__(self, edition: Edition) -> None:
        """Look at headings that ask, at boxes, and at questions with more in their passage."""
        self._record = edition.source.record
        self._unanswered = unanswered_heads(edition, says_so=self.says_so)
        self._headings = sum(p.kind == "heading" and p.level != 1 for p in edition.passages)
        self._explains = explains(self._record.title)
        self._speaks = speaks_of_answering(edition)
        again = {b.id: a.id for a, b in pairwise(edition.passages) if prints_again(b, printed(a))}
        enough = self.says_so or len(again) >= _FEWEST_COUNTED
        self.printed_twice = frozenset(again.values()) if enough else frozenset()
        """The passages whose words stand once more right below, as pages of answers have them."""
        self._own = [p for p in not_explained(edition.passages) if p.id not in again]
        self._under = [_PutQuestion(*asked) for asked in _headings_that_ask(self._own)]
        self._at_once = [_PutQuestion(one, one.answer) for one in _answered_at_once(self._own)]
        boxed = frozenset(p.id for p, under in pairwise(self._own) if _is_over_boxes(p, under))
        ticked = sum(_BOX.search(one.reply) is not None for one in self._at_once)
        self.has_boxes = len(boxed) + ticked >= _FEWEST_COUNTED
        """Whether boxes to be ticked stand under two questions at least, or behind them."""
        self._over_boxes = boxed if self.has_boxes else frozenset()

    @cached_property
    def is_one(self) -> bool:
        """Whether its questions are somebody's.

        They count on, and two at least are answered in a word, or by one and what it means, which
        no author does to questions of their own; or half of them speak to whoever answers; or the
        title says that it answers. Boxes to be ticked stand under nobody's own questions, and
        nobody prints his own twice. Without numbers the title must say so, and half of the headings
        ask.
        """
        if self._explains or self.has_boxes or self.printed_twice:
            return not self._explains
        if self._counts_on():
            return True
        asked = [*self._under, *self._at_once]
        enough = len(asked) >= _FEWEST and len(self._under) * 2 >= self._headings
        of_form = sum(one.is_of_form for one in asked)
        return self.says_so and enough and of_form >= _FEWEST_COUNTED

    @cached_property
    def labels_all(self) -> bool:
        """Whether its questions call themselves so, and what else asks is the author's own."""
        labelled = sum(one.is_labelled and one.ends_asking for one in map(printed, self._own))
        others = [one.question for one in self._under if not one.question.is_labelled]
        return labelled > max(1, sum(not one.addresses for one in others))

    @cached_property
    def numbered_over_answers(self) -> frozenset[str]:
        """The passages that ask behind numbers that grow, each over its answer.

        They may be the numbers of chapters: 3.2, 3.7. A quarter and two at least are answered in a
        word.
        """
        found = [
            (number, opens_reply(following.text), passage.id)
            for passage, following in pairwise(self._own)
            if (number := _number_over_answer(passage, following))
        ]
        grows = all(a < b for (a, *_), (b, *_) in pairwise(found))
        replies = sum(is_reply for _, is_reply, _ in found)
        enough = grows and replies >= max(_FEWEST_COUNTED, len(found) / 4)
        return frozenset(id_ for *_, id_ in found if enough and not self._explains)

    def _counted(self) -> list[_PutQuestion]:
        """The headings with numbers that may be of a form.

        A guide counts its parts too, by letters or as requests: "1. Please read this first".
        """
        asked = {one.question.passage.id: one for one in (*self._under, *self._at_once)}
        put = (asked[passage.id] for passage in self._own if passage.id in asked)
        counted = [one for one in put if _COUNT.fullmatch(one.question.number or "")]
        replied = sum(opens_reply(one.reply) for one in counted) >= _FEWEST_COUNTED
        return [one for one in counted if self.says_so or replied or one.asks_by_count]

    def _counts_on(self) -> bool:
        """Whether what asks counts on, in answers or in what looks like a form."""
        counted = self._counted()
        replies = sum(opens_reply(one.reply) for one in counted)
        addressed = sum(one.question.addresses for one in counted)
        is_form = replies >= _FEWEST_COUNTED or addressed * 2 >= max(len(counted), _FEWEST)
        steps = sum(
            is_next(a.question.number or "", b.question.number) for a, b in pairwise(counted)
        )
        fewest = _FEWEST_COUNTED - (self.says_so and is_form)
        return (self.says_so or is_form) and steps >= fewest

    @property
    def says_so(self) -> bool:
        """Whether its title, or what the record calls it, says that it answers."""
        title = self._record.title
        is_answer = _ANSWERS.search(title) and not _TO_WHAT_HAPPENED.match(title)
        return bool(is_answer or _ANSWERS.search(self._record.type))

    def puts(self, question: PrintedQuestion) -> bool:
        """Whether a passage is a question by what stands under it, or as others of this form."""
        id_ = question.passage.id
        if id_ in self._over_boxes or id_ in self.printed_twice:
            return True
        text = question.text
        is_one = question.passage.kind != "list_item" and sentence_end(text, 0) == len(text)
        return self.has_boxes and is_one and question.ends_asking and question.addresses

    def is_unanswered(self, passage: Passage) -> bool:
        """Whether it stands under a title or heading over what readers or a study often ask."""
        return not self._unanswered.isdisjoint(("", *passage.section))

    @cached_property
    def is_answered(self) -> bool:
        """Whether anything shows that what calls itself a question is not asked by the author.

        The document speaks of answering or of you, something replies in a word, or a label says
        that what was received or decided follows.
        """
        shows = (_YOU.search, opens_reply, says_received, says_decided)
        return self._speaks or any(f(passage.text) for passage in self._own for f in shows)

    def answers_one(self, question: PrintedQuestion, reply: str) -> bool:
        """Whether the only question of a document that is labelled as one is somebody else's.

        An author may count one of his own and answer it. So the title says that it answers, or the
        question speaks to whoever replies in a word: "Do you agree?" "Yes. We agree.".
        """
        is_reply = self.says_so or (question.addresses and opens_reply(reply))
        return is_reply and bool(reply) and not self._explains

    @cached_property
    def answered_at_once(self) -> frozenset[str]:
        """The passages that go on with the answer to the question in them.

        Two of them at least: they are answered in a word, in other type than they are asked in, or
        stand in a row with the next question right under the answer.
        """
        sure = {one.question.passage.id for one in self._at_once}
        if len(sure) >= _FEWEST_COUNTED:
            return frozenset(sure)
        # One is enough where the next number or the last one is a question's too, or none is.
        replied = (
            one
            for one in self._at_once
            if one.question.is_labelled and (_offers(one.reply) or opens_reply(one.reply))
        )
        asked = (printed(passage) for passage in self._own)
        counted = {_PutQuestion(one, "").number for one in asked if one.is_labelled and one.is_put}
        return frozenset(
            one.question.passage.id
            for one in replied
            if one.number is not None
            and ({one.number - 1, one.number + 1} & counted or counted <= {one.number})
        )


def _is_over_boxes(passage: Passage, following: Passage) -> bool:
    """Whether a passage asks, and right under it stand boxes, how many ticked them, or a prompt."""
    if passage.kind not in ("heading", "paragraph") or passage.level == 1:
        return False
    lines = following.text.split("\n")
    shows = _COUNTED.match(lines[0]) or is_prompt(lines[0]) or any(map(_offers, lines))
    return bool(shows or _counts(following)) and printed(passage).is_put


def _counts(passage: Passage) -> bool:
    """Whether a table has a figure behind each of several options."""
    rows = [row[1:] for row in passage.rows[1:] if any(row[1:])]
    return len(rows) > 1 and all(_FIGURE.fullmatch(cell) for row in rows for cell in row if cell)


def _offers(line: str) -> bool:
    """Whether a line begins or ends with a box, or has several: `Agree ☒ Disagree ☐`."""
    boxes = list(_BOX.finditer(line))
    return len(boxes) > 1 or any(box.start() == 0 or box.end() == len(line) for box in boxes)


def _number_over_answer(passage: Passage, following: Passage) -> tuple[tuple[int, str], ...]:
    """The numbers of a passage that asks, without a label, what the next passage answers.

    One that asks several things has several: `4 and 5a` has `(4, "")` and `(5, "a")`. None where
    other words stand behind the question, or the next passage asks as well.
    """
    question = printed(passage)
    asks = question.ends_asking or (question.is_put and not question.cut) or question.requests
    if question.is_labelled or not asks or passage.kind == "table":
        return ()
    if following.kind in ("heading", "list_item") or printed(following).ends_asking:
        return ()
    parts = re.findall(r"(\d+)\(?([a-z]?)", question.number or "")
    return tuple((int(number), letter) for number, letter in parts)


def _headings_that_ask(passages: Sequence[Passage]) -> Iterator[tuple[PrintedQuestion, str]]:
    for passage, following in pairwise(passages):
        question = printed(passage)
        requests = question.number is not None and question.requests
        if question.stands_out and (question.ends_asking or requests):
            yield question, following.text


def _answered_at_once(passages: Sequence[Passage]) -> Iterator[PrintedQuestion]:
    """Questions with other words behind them, which nothing else can answer."""
    asked = [printed(p) for p in passages if p.kind not in ("table", "footnote", "reference")]
    for question, following in zip(asked, [*asked[1:], None], strict=False):
        is_followed = (
            following is None
            or following.passage.kind == "heading"
            or following.cut
            or (following.is_labelled and following.is_put)
        )
        if question.cut is not None and (
            question.is_bold
            or opens_reply(question.answer)
            or _offers(question.answer)
            or (question.is_labelled and is_followed)
        ):
            yield question
