"""How far an answer runs.

Symptom: passages under a question, up to the next one.
Found by: the stretch between what calls for an answer and the next call, the end of its section,
the words with which a document closes, the next chapter of its numbered paragraphs, or the head
that goes on counting those over the calls ("4. Grants").
Leaves alone: notes and references; whatever stands after "Contact:", "Yours sincerely", and the
next answers of a file of many ("Respondent No: 15").
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from consultations import patterns as re
from consultations.annotate.questions.closings import closes, ends_answers, signed_at
from consultations.annotate.questions.replies import numbered
from consultations.english.call_labels import answer_label, is_prompt
from consultations.english.credit_lines import names_speaker
from consultations.english.outcome_labels import (
    says_received,
    says_replied,
)
from consultations.english.replies import is_short_reply, opens_reply
from consultations.model.edition import Passage

_CHAPTERED = re.compile(r"(?P<chapter>\d{1,2})(?P<part>\.\d{1,3})?\.?\s+(?=[A-Z“‘\"])")
"""A numbered paragraph, 3.7, or the heading of the next chapter in plain type: 4 Next steps."""
_COUNTED_HEAD = re.compile(r"(?:(?P<count>\d{1,2})[.)]?\s+)?(?=[A-Z])")
_NEXT = re.compile(r"\bnext\W*\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_HEAD = 10
"""Words."""
_MOST_OVER = 3
"""Lines over a call that may all be part of what stands over each."""
_FEWEST_ALIKE = 2


class StretchHeads:
    """What the heads of an edition say by themselves, wherever its calls may stand.

    Calls are looked for in many forms, and the heads are read once for all of them: a long document
    has more forms as well, so that else the time would grow with its square.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Read them."""
        self.signed = signed_at(passages)
        said = Counter(p.text for p in passages if p.kind == "heading" and _NEXT.search(p.text))
        self.next = [n for n, passage in enumerate(passages) if said[passage.text] == 1]
        """What says what follows, and comes once."""
        self.closing = [
            (n, passage.level, closes(passage))
            for n, passage in enumerate(passages)
            if passage.kind == "heading" and not _is_label(passage.text)
        ]
        """The headings that are no section of an answer: level, and whether it may close."""
        self.counted = [
            (n, count, passage.kind)
            for n, passage in enumerate(passages)
            if (count := _count_of_head(passage))
        ]
        """Those with a number, in plain type too: the number, and the kind."""
        self.levels: list[int] = []
        """That of the heading over each passage."""
        level = 1
        for passage in passages:
            level = (passage.level or 1) if passage.kind == "heading" else level
            self.levels.append(level)


class Stretches:
    """The stretches of passages in which a call and its answer stand."""

    def __init__(
        self,
        passages: Sequence[Passage],
        starts: AbstractSet[int] = frozenset(),
        heads: StretchHeads | None = None,
    ) -> None:
        """Tell which heads end a stretch.

        Args:
            passages: of the edition.
            starts: indexes of the first passages of all calls.
            heads: of these passages, where they have been read.
        """
        heads = heads or StretchHeads(passages)
        last = max(starts, default=len(passages))
        self._passages = passages
        self._starts = starts
        over = _over_each(passages, sorted(starts))
        self._over = over | _titles_over(passages, sorted(starts), over)
        self._close = _closing_head(heads, last)
        self._signed = heads.signed
        after = heads.next[bisect_right(heads.next, last) :] if len(starts) > 1 else ()
        self._next = next(iter(after), None)
        self._counted = _heads_counted_on(heads, min(starts, default=len(passages)))
        self._last = max(starts, default=0)
        self._headed = _are_headed(passages, starts)
        self._levels = heads.levels

    def end(self, first: int, last: int) -> int:
        """Where the stretch of a call ends: the index of the first passage after it.

        Args:
            first: index of the first passage of the call.
            last: index of its last passage.
        """
        level = self._levels[first]
        labelled = False
        chapter = 0
        for index in range(last + 1, len(self._passages)):
            passage = self._passages[index]
            if passage.kind == "heading" and (passage.level or 1) <= level:
                # A converter may set "Response" higher than what it responds to, but not twice:
                # "What happens next" over all of them is no part of one.
                is_higher = labelled and (passage.level or 1) < level
                if is_higher or not self._opens_answer(index, last):
                    return index
                level, labelled = passage.level or 1, True
            if self._ends(index, last):
                return index
            before, chapter = chapter, _chapter(passage, chapter)
            if before and chapter != before:
                return index
        return len(self._passages)

    def _opens_answer(self, index: int, last: int) -> bool:
        """Whether a heading says what part of the answer follows, or right under a call, whose."""
        text = self._passages[index].text
        is_first = index == last + 1
        if self._headed and self._passages[index].level == self._passages[last].level:
            return is_first or (index < self._last and index + 1 not in self._starts)
        return _is_label(text) or (is_first and names_speaker(text) is not None)

    def _ends(self, index: int, last: int) -> bool:
        """Whether a passage begins what is no part of the answer to a call above it.

        A name right under a call is no signature, but who answers.
        """
        is_signed = index == self._signed and index > last + 1
        is_other = index in self._starts or self._heads_other(index)
        return is_signed or is_other or ends_answers(self._passages[index])

    def _heads_other(self, index: int) -> bool:
        """Whether a passage stands over the next call as over others, or closes the document.

        One that is short and ends in a colon heads the next call.
        """
        if index in self._over | self._counted or index in (self._close, self._next):
            return True
        text = self._passages[index].text
        if index + 1 not in self._starts or not text.endswith(":"):
            return False
        return len(text.split()) <= _LONGEST_HEAD // 2 and not is_prompt(text)


def _are_headed(passages: Sequence[Passage], starts: AbstractSet[int]) -> bool:
    """Whether a heading as deep stands right under most calls, so that such parts an answer.

    `## Question 4: Why?`, `## Costs`, and text.
    """
    pairs = [(passages[n], passages[n + 1]) for n in starts if n + 1 < len(passages)]
    headed = sum(
        call.kind == below.kind == "heading" and call.level == below.level for call, below in pairs
    )
    under = any(n + 1 in starts for n in starts)
    return headed >= _FEWEST_ALIKE and headed * 2 > len(starts) and not under


def _closing_head(heads: StretchHeads, last: int) -> int | None:
    """The heading after the last call that closes the document, and no section of an answer."""
    levels: set[int | None] = set()
    for index, level, is_close in heads.closing:
        if index > last and level not in levels and is_close:
            return index
        if index > last:
            levels.add(level)
    return None


def _heads_counted_on(heads: StretchHeads, first: int) -> frozenset[int]:
    """The heads, in plain type too, that go on counting where the last over the first call stood.

    In minutes `4. Grants` is no part of an answer under `3. Questions`.
    """
    found = set()
    before = 0, ""
    for index, count, kind in heads.counted:
        if index < first or (count, kind) == (before[0] + 1, before[1]):
            before = count, kind
            found.add(index)
    return frozenset(found)


def _count_of_head(passage: Passage) -> int:
    """The number before a few words without an end; 0 where a passage is no such head."""
    match = _COUNTED_HEAD.match(passage.text)
    is_head = len(passage.text.split()) <= _LONGEST_HEAD and passage.text[-1:].isalnum()
    if match is None or not is_head or passage.kind not in ("heading", "paragraph", "list_item"):
        return 0
    marker = passage.marker or ""
    return int(marker if marker.isdigit() else match["count"] or 0)


def _over_each(passages: Sequence[Passage], starts: Sequence[int]) -> frozenset[int]:
    """The passages that stand over the calls of a record, and begin alike over most of them.

    "Written Question", a subject and a date stand over the first call as well: an answer does not.
    """
    asked = frozenset(starts)
    for above in range(_MOST_OVER, 0, -1):
        # What asks stands over no other call.
        places = [range(max(0, n - above), n) for n in starts]
        opens = [
            () if asked & {*place} else _opening(passages[place.start : place.stop])
            for place in places
        ]
        alike = opens.count(opens[0]) if opens and opens[0] else 0
        if alike >= _FEWEST_ALIKE and alike * 2 >= len(opens):
            found = zip(places, opens, strict=True)
            return frozenset(n for place, words in found if words == opens[0] for n in place)
    return frozenset()


def _titles_over(
    passages: Sequence[Passage], starts: Sequence[int], over: AbstractSet[int]
) -> frozenset[int]:
    """The lines over the heads of records that say what each is about: `Dental services`.

    One stands over each, below the end of an answer.
    """
    places = []
    for start in starts:
        place = start
        while place - 1 in over:
            place -= 1
        places.append(place - 1)
    # Without a head that comes again the line may be the end of an answer.
    heads = {_DIGIT.sub("", passages[place + 1].text) for place in places}
    if len(places) < _FEWEST_ALIKE or len(heads) > 1 or places[0] < 0:
        return frozenset()
    behind = all(passages[place - 1].text[-1:] in ".?!”)" for place in places[1:])
    titles = all(_is_title(passages[place]) for place in places)
    return frozenset(places if titles and behind else ())


def _is_title(passage: Passage) -> bool:
    """Whether a passage is a few words without an end, and no reply."""
    text = passage.text
    is_line = len(text.split()) <= _LONGEST_HEAD and text[-1:] not in '.?!;:"”'
    may_be = passage.kind in ("paragraph", "heading") and passage.level != 1
    return is_line and may_be and text[:1].isalnum() and not opens_reply(text)


def _opening(above: Sequence[Passage]) -> tuple[str, ...]:
    """The first words of some passages; none where one of them may be the end of an answer."""
    for passage in above:
        text = passage.text
        is_line = len(text.split()) <= 2 * _LONGEST_HEAD and text[-1:] not in '.?!;"”'
        may_head = passage.kind in ("paragraph", "heading", "list_item")
        if not (is_line and may_head) or opens_reply(text):
            return ()
    words = above[0].text.split() if above else ()
    return tuple(word for word in words if not _DIGIT.search(word))[:2]


def _chapter(passage: Passage, before: int) -> int:
    """The chapter of a numbered paragraph, or the next one where its heading stands here."""
    match = _CHAPTERED.match(numbered(passage)) if passage.kind != "table" else None
    if match is None:
        return before
    chapter = int(match["chapter"])
    if match["part"]:
        return chapter
    is_head = passage.kind != "list_item" and len(passage.text.split()) <= _LONGEST_HEAD
    return chapter if is_head and chapter == before + 1 else before


def _is_label(text: str) -> bool:
    """Whether a heading says what part of the answer follows, and does not end it."""
    says = says_received(text) or says_replied(text) or is_prompt(text) or is_short_reply(text)
    return says or answer_label(text) is not None
