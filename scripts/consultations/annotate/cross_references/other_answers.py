"""Answers that send the reader to another answer.

Symptom: "see my reply to the preceding question", "our answers to the questions on lamps below",
"under the specific ferry questions"; an answer that is "See above." and no more.
Found by: such words. "Previous" and "next" count questions from here, "first" and "second" from
the beginning; a topic means the question
that shares the most words with it, among those with an answer of their own. An answer that is, or
begins with, "See above." means the last one before it that says something itself.
Leaves alone: a topic that two questions share alike; words before the first or after the last.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.cross_references.sending import Sending
from consultations.annotate.cross_references.topics import pairs, topic
from consultations.english.numerals import ORDINAL, ORDINALS
from consultations.model.edition import Edition, Passage, Question

RULE = "other-answers"

_WHICH = (
    r"(?: previous|preceding|last|next|following|earlier|above|later|specific|other"
    rf"|(?:{ORDINAL})(?=\ questions?\b(?!\ (?:of|in)\b)) )"
)
_ANSWER = r"""
    (?: (?:please\ )?see\ | in\ )? (?:(?:the|our|my)\ )? (?:responses?|answers?|repl(?:y|ies))\ to\s
    (?:the\ |our\ )?
"""
_SEE_ABOVE = r"""
    (?: (?:please\ )? (?:see|refer\ to)\ (?:(?:our|my|the)\ )? (?:(?:answer|response|comment)s?\ )?
      | as\ ) (?:above|earlier|before)
"""
PATTERN = re.compile(
    rf"""
    (?: {_ANSWER} (?P<which>{_WHICH}) \ questions?      # my reply to the later question
        (?P<topic>\ (?:on|about)\ [^.,;:()]{{3,60}})? (?P<where>\ above|\ below)?
      | {_ANSWER} question                                 # my reply to the question on oil
        (?P<on>\ (?:on|about)\ [^.,;:()]{{3,60}}?) (?=[.,;:()]|\Z)
      | (?: (?:please\ )?see | under | in | at )\ the\    # under the specific ferry questions
        (?P<kind> specific|earlier|later|following|other )
        \ (?P<about> [\w’'-]+(?:\ [\w’'-]+){{0,2}}? ) \ (?P<several>questions?)
        (?P<at>\ above|\ below)?
      | (?<![^\s(]) (?P<only>{_SEE_ABOVE}) (?= \W*\Z | [.;] )                 # See above.
    )
    (?= [\s.,;:)] | \Z )
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORDS = ("que", "above", "earl", "before")
"""One of these stands in whatever the pattern finds, in small letters: it is dear to try."""
_ABOVE = ("previous", "preceding", "last", "earlier", "above")
_BELOW = ("next", "following", "later")


class Answers:
    """The questions of an edition, by where they stand."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._asked = [edition.order[question.heading] for question in edition.questions]
        self._answer = dict(zip(self._asked, edition.questions, strict=True))
        self._in_answer = {
            id_: question for question in edition.questions for id_ in question.answer
        }

    def target(self, sending: Sending) -> Passage | None:
        """The question whose answer is meant."""
        if sending.match["only"]:
            return self._above(sending)
        if sending.match["on"]:
            return self._on_topic_in(sending, sending.said("on"), "", "")
        if sending.match["about"]:
            return self._on_topic_in(
                sending, sending.said("about"), sending.said("kind"), sending.said("at")
            )
        which, about = sending.said("which"), sending.said("topic")
        if which in ("earlier", "specific", "other") or about:
            sides = (side for side in (" above", " below") if about.endswith(side))
            where = sending.said("where") or next(sides, "")
            return self._on_topic_in(sending, about or sending.sentence, which, where)
        if nth := ORDINALS.get(which):
            return self._edition.passages[self._asked[nth - 1]] if nth <= len(self._asked) else None
        far = self._far(sending.index, below=which in _BELOW)
        return self._edition.passages[far[0]] if far else None

    def _far(self, index: int, *, below: bool) -> Sequence[int]:
        """Where the questions stand after or before the one that is answered here, from here on."""
        before = [at for at in self._asked if at < index]
        return [at for at in self._asked if at > index] if below else before[-2::-1]

    def _above(self, sending: Sending) -> Passage | None:
        """Of an answer that is, or begins with, "see above": the last one that says something."""
        question = self._in_answer.get(sending.passage.id)
        if question is None:
            return None
        # Further down in an answer, its own beginning may be meant.
        begins = question.answer[0] == sending.passage.id and sending.match.start() == 0
        if question.state != "refers-elsewhere" and not begins:
            return None
        for at in self._far(sending.index, below=False):
            if self._answer[at].state in ("answered", "accepted"):
                return self._edition.passages[at]
        return None

    def _on_topic_in(self, sending: Sending, about: str, which: str, where: str) -> Passage | None:
        """The question on a topic; where nothing says which side it is on, on either."""
        below = self._far(sending.index, below=True)
        above = self._far(sending.index, below=False)
        if where == " above" or (which in _ABOVE and where != " below"):
            asked = above
        elif where == " below" or which in _BELOW:
            asked = below
        else:
            asked = [*below, *above]
        named = any(sending.match[group] for group in ("about", "topic", "on"))
        several = sending.match["several"] in ("questions", "Questions")
        return self._on_topic(about, asked, 0 if several else 1 if named else 2)

    def _on_topic(self, about: str, asked: Sequence[int], margin: int) -> Passage | None:
        """The question that clearly shares the most with some words, and is answered in its place.

        Args:
            about: what the question should be about.
            asked: where the questions stand.
            margin: by so many words, or else pairs of words, must it be ahead of all others; of
                several questions meant together the first is enough.
        """
        wanted = topic(about), pairs(about)
        shared = [(0, 0, 0, -1)] * 2
        for nth, at in enumerate(asked):
            if self._answer[at].state != "refers-elsewhere":
                said = self._words(self._answer[at])
                alike = len(wanted[0] & topic(said)), len(wanted[1] & pairs(said))
                shared.append((*alike, -nth, at))
        shared.sort(reverse=True)
        (words_best, pairs_best, _, best), (words_next, pairs_next, _, _) = shared[:2]
        clear = words_best >= words_next + margin or (
            words_best == words_next and pairs_best >= pairs_next + margin
        )
        return self._edition.passages[best] if clear and words_best else None

    def _words(self, question: Question) -> str:
        """The words of a question and the headings of its answer."""
        headings = (self._edition.by_id[id_] for id_ in question.answer)
        return " ".join([question.text, *(p.text for p in headings if p.kind == "heading")])
