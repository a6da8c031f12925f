"""A stretch of a passage that somebody may have said, and how the words around it present it."""

from dataclasses import dataclass, field

from consultations import patterns as re
from consultations.english.saying import BESIDE, MANNER, POINTING, SAYING, STATEMENT, TOLD_BY
from consultations.english.sentences import sentence_start
from consultations.english.small_words import BE, DETERMINER
from consultations.model.edition import Passage
from consultations.model.text import Interval

_REPORTING = re.compile(rf"\b(?:{SAYING}|calls?)\b")
_IT_WAS_SAID = re.compile(rf"[\"'”’»]{{0,2}},?\s*it was {SAYING}\b")
_SAID_BY = re.compile(rf"[\"'”’»]{{0,2}},?\s{SAYING}\s(?:(?:{DETERMINER}|one|another)\b|[A-Z])")
_SAYING = re.compile(rf"\b{SAYING}(?:\s(?:that|as|it|how|us|him|her|them))?[:,]?\s*$")
_SAYING_THAT = re.compile(rf"\b{SAYING}(?:\s[\w’'-]+){{1,4}}\sthat\s*$")
"""To whom or where something is said: they told her by letter that."""
_SAYING_COLON = re.compile(rf"\b{SAYING}\b[^.;:?!]{{0,60}}:\s*$")
_IS_THAT = re.compile(rf"\b(?:{STATEMENT})\s(?:{BE})\sthat\s*\Z")
"""Somebody's statement as the subject: the Board’s position is that."""
_VERDICT_OF = re.compile(
    rf"[\"'”’»]{{0,2}},?\s(?:{BE})\sthe\s(?:\w+\s)?(?:{TOLD_BY})\s(?:from|of)\s"
)
"""After a quotation, words that call it somebody's: ‘No lamps’ was the verdict of Ann Moss."""
_SAID_BY_HIM = re.compile(
    rf"[\"'”’»]{{0,2}},?\s(?:[Hh]e|[Ss]he|[Tt]hey)\s(?:(?:would|used\sto)\s)?{SAYING}\b"
)
_SAID_BY_NAME = re.compile(
    rf"[\"'”’»]{{0,2}},?\s(?:[A-Z][\w’'.-]+\s){{1,4}}(?:(?:{BESIDE})\s)?{SAYING}\b(?!,)"
)
"""After a quotation at the beginning of its sentence, who says it: ‘No lamps’, Ann Moss wrote that
night."""
_PLAIN = r"(?:[^.;:?!\"“”«»‘'’]|\b['’]\b)"
_SAID = rf"\s{_PLAIN}{{0,60}}?\b(?:{SAYING}|{MANNER})\b(?:{_PLAIN}{{0,120}}(?<=[,:]))?\s"
"""Between the two halves of what somebody says: “…,” Ann Moss told the crew, “…”."""
_BROKEN = re.compile(rf"(?:(?<=,)[\"'”’»]{{1,2}}|[\"'”’»]{{1,2}},){_SAID}[\"“‘«]")
"""After the first half of a quotation that goes on after its speaker: “The pier,” Moss said, “is
shut.”"""
_AFTER_BREAK = re.compile(rf"(?:[,?!][\"'”’»]{{1,2}}|[\"'”’»]{{1,2}},){_SAID}\Z")
"""Before the second half of such a quotation."""
_LABEL = re.compile(r"[^\W\d_a-z][^:.?!“”\"]{1,60}:\s")
_FAR = 220
"""Code points before a quotation within which its first part ends and its speaker is named."""
_POINTED = re.compile(rf"\b{POINTING}\s[^,;:.?!]{{2,60}},?\s?\Z")
_SET_OFF = re.compile(r"(?:[«»]|<<)\s{1,2}\Z")
_SET_OFF_END = re.compile(r"\s{1,2}(?:[«»]|>>)")
"""Quotation marks with blanks inside, as in French."""
_DOUBLED = ("``", "''", "‘‘", "’’", '""', "<<", ">>")
_FEW_WORDS = 5
"""Words. A shorter quotation needs a verb of saying right before it."""
_NAMING_WORDS = 2
"""Words. Marks round so few give something its name more often than they quote somebody."""
_VERB_TO_MARK_WORDS = 3
"""Most words between a verb of saying and the mark that it introduces."""
_MOST = 0.7
"""Share of a passage, in code points: a quotation with more is all of it but for its speaker."""


@dataclass(frozen=True)
class Quoted:
    """A stretch of a passage, between quotation marks or set as a block."""

    passage: Passage
    start: int
    end: int
    rule: str
    """The annotator that found it."""
    continued: bool = field(default=False, kw_only=True)
    """Whether it goes on with a quotation that the passage before has opened."""

    @property
    def outer(self) -> Interval:
        """The stretch with its marks; one mark may be two characters."""
        text = self.passage.text
        if (before := _SET_OFF.search(text, max(0, self.start - 4), self.start)) is not None:
            after = _SET_OFF_END.match(text, self.end)
            return before.start(), after.end() if after else min(len(text), self.end + 1)
        opening = 2 if text[max(0, self.start - 2) : self.start] in _DOUBLED else 1
        closing = 2 if text[self.end : self.end + 2] in _DOUBLED else 1
        return max(0, self.start - opening), min(len(text), self.end + closing)

    @property
    def words(self) -> list[str]:
        """What is said, between blanks."""
        return self.passage.text[self.start : self.end].split()

    @property
    def short(self) -> bool:
        """Whether it is so short that it is hardly more than a word, and no sentence."""
        words = self.words
        return len(words) < _FEW_WORDS and not (
            len(words) > 1 and words[0][0].isupper() and words[-1][-1] in ".?!"
        )

    @property
    def fills_passage(self) -> bool:
        """Whether hardly anything else stands in its passage."""
        return self.end - self.start >= _MOST * len(self.passage.text)

    @property
    def lead(self) -> str:
        """The words before it in its sentence."""
        text = self.passage.text
        return text[sentence_start(text, self.outer[0]) : self.outer[0]]

    @property
    def _is_label_s(self) -> bool:
        """Whether it is a sentence right after a label that begins the passage: Clerk: “Yes.”."""
        at, words = self.outer[0], self.words
        is_sentence = words[0][0].isupper() and words[-1][-1] in ".?!"
        return is_sentence and _LABEL.fullmatch(self.passage.text, 0, at) is not None

    @property
    def _said_behind(self) -> bool:
        """Whether the words right after a quotation of few words say who says it."""
        forms = [_BROKEN, _SAID_BY, _SAID_BY_HIM, _VERDICT_OF]
        if not self.lead.strip():
            forms.append(_SAID_BY_NAME)
        return any(form.match(self.passage.text, self.end) for form in forms)

    @property
    def resumes(self) -> bool:
        """Whether it goes on with what stands before its speaker: “It,” Moss said, “is shut”."""
        begins = self.outer[0]
        return bool(_AFTER_BREAK.search(self.passage.text, max(0, begins - _FAR), begins))

    @property
    def reported(self) -> bool:
        """Whether a verb of saying stands right before it, or its speaker right after."""
        before = self.lead[-40:]
        if _POINTED.search(self.lead) or _SAYING_COLON.search(self.lead):
            return True
        if self.short:
            that = len(self.words) > _NAMING_WORDS and _SAYING_THAT.search(before)
            return bool(
                self._said_behind
                or that
                or self.resumes
                or self._is_label_s
                or _SAYING.search(before)
                or _IS_THAT.search(before)
            )
        verbs = list(_REPORTING.finditer(before))
        between = before[verbs[-1].end() :] if verbs else ""
        if verbs and len(between.split()) < _VERB_TO_MARK_WORDS:
            return not re.search(r"[\"'”’]", between.rstrip("\"'“‘ "))
        return self.said_by_nobody or bool(_SAID_BY.match(self.passage.text, self.end))

    @property
    def said_by_nobody(self) -> bool:
        """Whether words such as "it was said" follow it, which name nobody."""
        return bool(_IT_WAS_SAID.match(self.passage.text, self.end))
