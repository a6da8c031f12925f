"""Cross-references inside a document: words that send the reader to another place of it.

"See our answer to the last question", "the table below", "section 3", "note 5", "the papers
listed above", and a section called by the ordinal in its heading ("the second debate", "debate
number 2"). What leads nowhere in the document is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from consultations.annotate.taken import Taken
from consultations.english.numerals import CARDINAL, ORDINAL, cardinal, value
from consultations.english.sentences import sentence_end, sentence_start
from consultations.model.edition import CrossReference, Edition, Passage, Question

_QUESTION = re.compile(
    r"(?:(?:please )?see |in )?(?:(?:the|our) )?(?:responses?|answers?) to (?:the |our )?"
    r"(?P<which>previous|preceding|last|next|following|earlier|above|later|specific)"
    r" questions?(?P<topic> (?:on|about) [^.,;:()]{3,60})?(?P<where> above| below)?(?=[\s.,;:)]|$)",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:(?:as )?(?:in|on|see) )?(?:the|this) "
    r"(?P<thing>box|chart|diagram|figure|graph|list|map|table)"
    r" (?P<where>above|below|overleaf|opposite)\b"
    r"|the (?P<listed>above) (?:listed|mentioned|named) \w+(?: of \w+)?"
    rf"|the following (?:{CARDINAL}|\d+) \w+(?=:)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:see|as|comments?|described|discussed|explained|given|identified|listed|mentioned|noted"
    r"|outlined|set out|shown|stated)(?: \w+){0,2}? (?P<where>above|below|earlier|overleaf)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<sort>section|part|chapter|question|annex|appendix|table|figure|box|note|footnote) "
    r"(?P<label>\d{1,2}|[A-Z]\d{0,2})\b(?!\.?\d)(?! of (?:the|this|that|its|their|an?) )",
    re.IGNORECASE,
)
_ORDINAL_NAME = re.compile(rf"(?:the )?\b({ORDINAL})((?: [\w’'-]+){{1,4}})\W*$", re.IGNORECASE)
_BELOW = {"next", "following", "below", "later", "overleaf", "opposite", "specific"}
_SMALL_WORDS = {"and", "about", "for", "from", "how", "the", "their", "with", "what", "which"}
_LEAST_SHARED = 3
"""So many words at least must a passage share with the sentence that refers to it."""
_FAR = 100
"""So many passages off, what "above" and "below" mean is not looked for any more."""


def with_cross_references(edition: Edition) -> Edition:
    """The edition with its references to other places of its own, once its questions are known."""
    places = _Places(edition)
    found = [
        reference
        for index, passage in enumerate(edition.passages)
        if passage.kind not in ("heading", "reference")
        for reference in places.references(index, passage)
    ]
    return replace(edition, cross_references=edition.cross_references + tuple(found))


@dataclass(frozen=True)
class _Places:
    """Where a reader can be sent to."""

    edition: Edition

    def references(self, index: int, passage: Passage) -> Iterator[CrossReference]:
        """The references of one passage, none within another."""
        ways: list[tuple[re.Pattern[str], Callable[[int, re.Match[str]], Passage | None], str]] = [
            (_QUESTION, self._question, "to-question"),
            (_THING, self._thing, "to-thing"),
            (_LABEL, self._label, "to-label"),
            (_SAID, self._said, "to-said"),
            *((pattern, self._named, "to-section") for pattern, _ in self._names),
        ]
        taken = Taken()
        for pattern, lead, rule in ways:
            for match in pattern.finditer(passage.text):
                start, end = match.span()
                target = None if taken.meets(start, end) else lead(index, match)
                if target and target is not passage:
                    taken.add(start, end)
                    yield CrossReference(
                        passage.id, start, end, match[0], f"#{target.id}", rule=rule
                    )

    @cached_property
    def _asked(self) -> list[int]:
        """Where the document's questions stand."""
        return [self.edition.order[question.heading] for question in self.edition.questions]

    @cached_property
    def _names(self) -> Sequence[tuple[re.Pattern[str], Passage]]:
        """Sections that are known by an ordinal, with the ways of calling them."""
        found = []
        for passage in self.edition.passages:
            name = _ORDINAL_NAME.search(passage.text) if passage.kind == "heading" else None
            if name:
                number = value(name[1]) or 0
                rest = re.escape(name[2].strip())
                numeral = rf"(?:number |no\.? )?(?:{number}|{cardinal(number)})"
                called = rf"\b(?:(?:the )?{name[1]} {rest}|{rest} {numeral})\b"
                found.append((re.compile(called, re.IGNORECASE), passage))
        return found

    def _named(self, _: int, match: re.Match[str]) -> Passage | None:
        return next(p for pattern, p in self._names if pattern is match.re)

    def _question(self, index: int, match: re.Match[str]) -> Passage | None:
        """The question before or after the one that is answered here, or the one on a topic."""
        which = match["which"].casefold()
        topic = match["topic"] or ""
        below = which in _BELOW or topic.endswith(" below") or (match["where"] or "") == " below"
        before = [at for at in self._asked if at < index]
        far = [at for at in self._asked if at > index] if below else before[-2::-1]
        if which in ("earlier", "specific") or topic:
            return self._on_topic(topic or self._sentence(index, match), far, 1 if topic else 2)
        return self.edition.passages[far[0]] if far else None

    def _on_topic(self, topic: str, asked: Sequence[int], margin: int) -> Passage | None:
        """The question that clearly shares the most with some words, and is answered in its place.

        Args:
            topic: what the question should be about.
            asked: where the questions stand.
            margin: by so many words, or else pairs of words, must it be ahead of all others.
        """
        wanted = _topic(topic), _pairs(topic)
        shared = [(0, 0, -1)] * 2
        for at in asked:
            if self._at(at).state != "refers-elsewhere":
                said = self._answered(at)
                alike = len(wanted[0] & _topic(said)), len(wanted[1] & _pairs(said))
                shared.append((*alike, at))
        shared.sort(reverse=True)
        (words_best, pairs_best, best), (words_next, pairs_next, _) = shared[:2]
        clear = words_best >= words_next + margin or (
            words_best == words_next and pairs_best >= pairs_next + margin
        )
        return self.edition.passages[best] if clear else None

    def _sentence(self, index: int, match: re.Match[str]) -> str:
        """The words of the sentence around a reference."""
        text = self.edition.passages[index].text
        start, end = sentence_start(text, match.start()), sentence_end(text, match.end())
        return f"{text[start : match.start()]} {text[match.end() : end]}"

    def _at(self, at: int) -> Question:
        return self.edition.questions[self._asked.index(at)]

    def _answered(self, at: int) -> str:
        """The words of a question and the headings of its answer."""
        question = self._at(at)
        headings = (self.edition.by_id[id_] for id_ in question.answer)
        return " ".join([question.text, *(p.text for p in headings if p.kind == "heading")])

    def _thing(self, index: int, match: re.Match[str]) -> Passage | None:
        """The table or list next to a passage; for what is lost, where it stood."""
        thing = (match["thing"] or "list").casefold()
        below = not match["listed"] and (match["where"] or "below").casefold() != "above"
        passages = self.edition.passages
        around = passages[index + 1 : index + 12] if below else passages[max(0, index - 12) : index]
        kind = "list_item" if thing == "list" else "table"
        near = [p for p in (around if below else reversed(around)) if p.kind == kind]
        if near and kind == "list_item" and not below:
            return self._first_of_list(near[0])
        if near:
            return near[0]
        following = {p.id for p in around[:2]} | {passages[index].id}
        lost = [gap.after for gap in self.edition.gaps if gap.after in following]
        return around[0] if lost and around and lost[0] else None

    def _first_of_list(self, item: Passage) -> Passage:
        index = self.edition.order[item.id]
        while index and self.edition.passages[index - 1].kind == "list_item":
            index -= 1
        return self.edition.passages[index]

    def _label(self, _: int, match: re.Match[str]) -> Passage | None:
        """What bears this number: a section, a question, a table's caption, a note."""
        sort, label = match["sort"].casefold(), match["label"]
        if sort in ("note", "footnote"):
            notes = [note.passage for note in self.edition.footnotes if note.label == label]
            return self.edition.by_id[notes[0]] if len(notes) == 1 else None
        if sort == "question":
            asked = [q.heading for q in self.edition.questions if q.number == label]
            return self.edition.by_id[asked[0]] if len(asked) == 1 else None
        begins = re.compile(rf"(?:{sort}\s+)?{re.escape(label)}\b[.:)]?\s", re.IGNORECASE)
        named = re.compile(rf"{sort}\s+{re.escape(label)}\b", re.IGNORECASE)
        heads = [p for p in self.edition.passages if p.kind == "heading" and begins.match(p.text)]
        captions = [p for p in self.edition.passages if named.match(p.text)]
        found = captions if sort in ("table", "figure", "box") else heads
        return found[0] if len(found) == 1 else None

    def _said(self, index: int, match: re.Match[str]) -> Passage | None:
        """The passage above or below with most of the words of this sentence, if many."""
        passages = self.edition.passages
        below = match["where"].casefold() in _BELOW
        wanted = _topic(self._sentence(index, match))
        near = slice(index + 1, index + _FAR) if below else slice(max(0, index - _FAR), index)
        around = [p for p in passages[near] if p.kind != "footnote"]
        shared = {p.id: len(wanted & _topic(p.text)) for p in around}
        best = max(shared, key=lambda id_: shared[id_], default=None)
        alike = best is not None and shared[best] >= max(_LEAST_SHARED, len(wanted) / 2)
        return self.edition.by_id[best] if best and alike else None


@lru_cache(maxsize=4 * _FAR)
def _topic(words: str) -> frozenset[str]:
    """The words that tell what is spoken of, without their endings."""
    found = re.findall(r"[^\W\d_]{4,}", words.casefold())
    return frozenset(word[:7] for word in found if word not in _SMALL_WORDS)


def _pairs(words: str) -> frozenset[tuple[str, str]]:
    """The words that follow each other, small ones left out: what is spoken of in the same way."""
    found = [w for w in re.findall(r"[^\W\d_]{3,}", words.casefold()) if w not in _SMALL_WORDS]
    return frozenset(pairwise(found))
