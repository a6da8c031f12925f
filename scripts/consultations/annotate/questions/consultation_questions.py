"""Questions of a consultation, as a document that responds to it prints them.

Symptom: "A1. What works?", "3) Should there be lamps?", "Q7: Please describe the piers."
Found by: a heading that bears a number and reads like a question, or ends in a question mark; and
any heading or paragraph whose words are those of a question that the authorities list for the
consultation. What calls itself a question, with a number, is one in any document, if there are two;
and so are numbered questions that a letter quotes (`> 3. Why?`) with its answer below each.
Leaves alone: where the authorities list all questions, a heading that only ends in a question mark,
for it is the author's own; all headings of a document that responds to nothing and labels none,
unless its questions count on and two of them are answered in a word.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.parts import with_parts
from consultations.english.replies import opens_reply
from consultations.english.sentences import sentence_end
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, ConsultationQuestion

RULE = "consultation-questions"

_LABEL = r"(?:[a-z]{3,14}\s(?=question))?Q(?:uestion)?\s*"
"""A word may say which: "Consultation question 3"."""
_NUMBER = re.compile(
    rf"""
    (?P<label>{_LABEL})?
    (?: (?P<number>[A-Z]?\d{{1,3}}[a-z]?) \s*[.):–-]?\s+      # Question 3: Why?   3b) Why?
      | (?(label)(?P<letter>[A-Z])|(?!)) \s?[.):–-]\s+ )       # Question C: Why?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PARTED = re.compile(rf"{_LABEL}\d{{1,3}}\s*[.:–-]", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"{_LABEL}(?P<number>[A-Z]?\d{{1,3}}[a-z]?)\s*[.:]?", re.IGNORECASE)
_REQUESTS = re.compile(
    r"please|(?:describe|explain|list|tell|give|provide|state|comment|outline|set\sout)\b",
    re.IGNORECASE,
)
"""What a question begins with that ends in no question mark."""
_ASKS = re.compile(
    r"""
    (?: [\"'“‘(\[]                                          # “What works?”
      | \(?if\ (?:so|applicable|yes|not)\)?[,:]?\           # If so, how?
      | in\ your\ (?:view|experience),?\                   # In your view, who should?
    )*
    (?: what|which|who|whom|whose|how|why|when|where|to\ what\ extent
      | do|does|did|is|are|was|were|has|have|should|would|could|can|will|may|might
      | please|describe|explain|list|tell|give               # Please describe the piers.
      | thinking|based\ on )\b                              # Thinking of lamps, which …
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REMARK = re.compile(r"\s*(?:\[[^\[\]]{1,80}\]|\([^()]{1,80}\))\s*\Z")
_WORD = re.compile(r"[^\W_]+")
_ANSWERS = re.compile(
    r"\b(?:response|reply|submission)s?\s(?:of|from|to|by)\b|\b(?:response|submission)\Z",
    re.IGNORECASE,
)
"""What the title of an answer to somebody's questions says: Response to the review of lamps."""
_LIKE = 0.85
"""So great a share of the words of both must be common to a question and its like."""
_FEWEST_LABELLED = 2

_Listed = Sequence[tuple[ConsultationQuestion, Counter[str]]]
"""The questions of a consultation, each with its words."""


def consultation_calls(edition: Edition, authority: Authority) -> list[CallForAnswer]:
    """The questions of the consultation that a document answers, in order."""
    responds_to = edition.source.record.responds_to
    consultation = authority.by_id.get(responds_to) if responds_to else None
    listed = [(q, _bag(q.text)) for q in (consultation.questions if consultation else ())]
    found = list(_asked(edition, listed))
    if responds_to is None and len(found) < _FEWEST_LABELLED:
        return []
    asked = with_parts(edition, found)
    return [replace(q, known=q.known or known_as(q.text, listed)) for q in asked]


@dataclass(frozen=True)
class _Printed:
    """A passage, as a question may be printed in it."""

    passage: Passage
    text: str
    """Without the number."""
    number: str | None
    is_labelled: bool
    """Whether it calls itself a question: "Question 3"."""

    @property
    def ends_asking(self) -> bool:
        """Whether its last mark is a question mark, a remark in brackets aside: [Tick one]."""
        said = _REMARK.sub("", self.text)
        return said.rstrip(" ”\"'’)").endswith("?")

    @property
    def requests(self) -> bool:
        """Whether it is one sentence that asks for something: "Please describe the piers."."""
        return bool(_REQUESTS.match(self.text)) and sentence_end(self.text, 0) == len(self.text)

    @property
    def asks(self) -> bool:
        """Whether it reads like a question."""
        return self.ends_asking or bool(_ASKS.match(self.text))


def _is_questionnaire(edition: Edition) -> bool:
    """Whether a document is answers to somebody's questions, though its record does not say so.

    Its questions count on, and two at least are answered in a word, or by one and what it means,
    which no author does to questions of their own; or its title says that it answers.
    """
    numbers, replies = [], 0
    for passage, following in pairwise(edition.passages):
        printed = _printed(passage)
        if passage.kind == "heading" and printed.ends_asking and (printed.number or "").isdigit():
            numbers.append(int(printed.number or 0))
            replies += opens_reply(following.text)
    says_so = _ANSWERS.search(edition.source.record.title) is not None
    counted = sum(b == a + 1 for a, b in pairwise(numbers))
    return counted >= _FEWEST_LABELLED and (says_so or replies >= _FEWEST_LABELLED)


def _asked(edition: Edition, listed: _Listed) -> Iterator[CallForAnswer]:
    passages = edition.passages
    responds = edition.source.record.responds_to is not None or _is_questionnaire(edition)
    last = ""  # the number of the question before
    quoted = _quoted_questions(passages)
    for index, passage in enumerate(passages):
        if passage.kind not in ("heading", "paragraph", "blockquote") or passage.level == 1:
            continue
        if passage.kind == "blockquote" and index not in quoted:
            continue
        printed = _printed(passage)
        known = known_as(printed.text, listed)
        following = passages[index + 1] if index + 1 < len(passages) else None
        label = _LABEL_ALONE.fullmatch(passage.text)
        if label and following and following.kind != "footnote" and _printed(following).asks:
            repeated = _printed(following)
            is_same = (repeated.number or "").casefold() == label["number"].casefold()
            words = repeated.text if is_same else following.text
            yield CallForAnswer(index, index + 1, label["number"], words, RULE)
        elif (
            known
            or index in quoted
            or _is_question(printed, responds, is_listed=bool(listed))
            or _is_next(last, printed)
            or (responds and _is_part_of(last, printed))
        ):
            last = printed.number or last
            yield CallForAnswer(index, index, printed.number, printed.text, RULE, known=known)


def _quoted_questions(passages: Sequence[Passage]) -> set[int]:
    """The places of questions that a letter quotes, and answers each right below.

    Their numbers count on. A list of them in one quotation is none: nothing stands between.
    """
    found: list[tuple[int, int]] = []
    for index, (passage, following) in enumerate(pairwise(passages)):
        if passage.kind == "blockquote" and following.kind in ("paragraph", "list_item"):
            printed = _printed(passage)
            if printed.asks and (printed.number or "").isdigit():
                found.append((index, int(printed.number or 0)))
    counted = sum(b == a + 1 for (_, a), (_, b) in pairwise(found))
    return {index for index, _ in found} if counted * 2 >= len(found) else set()


def _printed(passage: Passage) -> _Printed:
    match = _NUMBER.match(passage.text)
    if not match:
        return _Printed(passage, passage.text, None, is_labelled=False)
    text = passage.text[match.end() :]
    number = match["number"] or match["letter"]
    return _Printed(passage, text, number, is_labelled=bool(match["label"]))


def _is_question(printed: _Printed, responds: bool, *, is_listed: bool) -> bool:
    if printed.is_labelled and (printed.ends_asking or printed.requests):
        return True
    if printed.passage.kind != "heading":
        return False
    if printed.is_labelled:
        return responds or printed.asks
    if not responds:
        return False
    return (printed.number is not None and printed.asks) or (printed.ends_asking and not is_listed)


def _is_next(last: str, printed: _Printed) -> bool:
    """Whether a passage calls itself the question after the last one, with a point behind that.

    Whatever its form is then: `Question 6: If there is more, use this space to tell us.`
    """
    number = printed.number or ""
    return (
        printed.is_labelled
        and _PARTED.match(printed.passage.text) is not None
        and last.isdigit()
        and number.isdigit()
        and int(number) == int(last) + 1
    )


def _is_part_of(last: str, printed: _Printed) -> bool:
    """Whether a question in plain type bears the number of the last one and a letter: 2b, after 2.

    After 2a it is the next letter.
    """
    number = printed.number or ""
    return (
        bool(last)
        and printed.ends_asking
        and number[-1:].isalpha()
        and (number[:-1] == last.rstrip("abcdefgh") and number > last)
    )


def known_as(text: str, listed: _Listed) -> ConsultationQuestion | None:
    """The question of the list whose words are these, give or take a few."""
    here = _bag(text)
    best: tuple[float, ConsultationQuestion | None] = (_LIKE, None)
    length = here.total()
    for question, words in listed:
        both = length + words.total()
        # However many words they share, texts of very different lengths are not alike.
        if 2 * min(length, both - length) > best[0] * both:
            alike = 2 * (here & words).total() / both
            if alike > best[0]:
                best = alike, question
    return best[1]


def _bag(text: str) -> Counter[str]:
    return Counter(word[0].casefold() for word in _WORD.finditer(text))


def with_headings(passages: Sequence[Passage], calls: Sequence[CallForAnswer]) -> Iterator[Passage]:
    """The passages, of which a question that was printed as a paragraph is a heading as well."""
    asked = [call for call in calls if call.kind == "question"]
    levels = Counter(
        passages[call.first].level for call in asked if passages[call.first].kind == "heading"
    )
    level = levels.most_common(1)[0][0] if levels else 2
    starts = {call.first for call in asked}
    for index, passage in enumerate(passages):
        # A cell of a table stays one: what heads it is its column.
        is_plain = passage.kind in ("paragraph", "blockquote") and passage.cell is None
        if index in starts and is_plain:
            yield replace(passage, kind="heading", level=level)
        else:
            yield passage
