"""How a question may be printed: behind a number or a label, before its answer in one passage."""

from dataclasses import dataclass
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.replies import numbered
from consultations.english.boxes import BOX
from consultations.english.numerals import CARDINAL
from consultations.english.sentences import sentence_end, sentence_ends
from consultations.model.edition import Passage
from consultations.model.text import skip_blanks

_OTHER_LANGUAGE = r"(?:[^\W\d_]{3,14}\s\d{1,3}\s?[/|–]\s?(?=question))?"
_AND_IN_OTHER = r"(?:\s?[/|]\s?[^\W\d_]{3,14}\s\d{1,3}(?=[.:)]))?"
_LABEL = rf"{_OTHER_LANGUAGE}(?:[a-z]{{3,14}}\s(?=question))?Q(?:uestion|\.(?=\s?\d))?\s*"
"""A word may say which, "Consultation question 3"; so may a label in another language before it or
behind, "Cwestiwn 3 / Question 3"."""
_PART = r"(?:[a-z]|\([a-z]{1,3}\))?"
_COUNT = rf"[A-Z]?\d{{1,3}}{_PART}"
"""What counts questions: 3, B3, 3b, 3(b)."""
_IN_CHAPTER = rf"[A-Z]?\d{{1,3}}(?:\.\d{{1,3}}){{0,2}}{_PART}"
"""What counts those that call themselves questions, by chapters as well: 3.2."""
_AND = r"(?:,\s?|,?\sand\s|\s?&\s?|\sto\s|\s?[–-]\s?)"
_SEVERAL = rf"{_IN_CHAPTER}(?:{_AND}{_IN_CHAPTER})+"
_NUMBER = re.compile(
    rf"""
    Questions\s (?P<several>{_SEVERAL}) \s?[.):–—-]\s+          # Questions 3 and 4: Why?
  | (?P<label>{_LABEL})?
    (?: (?:\((?=[a-z\d]{{1,3}}\)))? (?P<number>(?(label){_IN_CHAPTER}|{_COUNT}))
        (?(label){_AND_IN_OTHER}) \s*[.):–-]?\s+           # Question 3.2: Why? 3b) Why? (4) Why?
      | (?(label)\(?(?P<letter>[A-Z]|[ivx]{{1,5}}|{CARDINAL})|(?!)) \s?[.):–-]{{1,2}}\s+ )
                                                           # Question C: Why? Question (ii): Why?
  | (?P<alone>(?-i:[A-Z]))[.)]\s+ (?=[^\n]{{3,600}}\?\W*\Z|any\sother\s)    # C. Why?
  | (?P<chaptered>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})\.?\s+ (?=[^\n]{{3,600}}\?\W*\Z)  # 3.2 Why?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COUNTING = ("number", "letter", "several", "alone", "chaptered")
_COUNTS = re.compile(r"[^\s,&–-]+")
"""The first and the last of what is answered together: `3 to 5`."""
_LETTERED = re.compile(r"(?P<letter>[A-Za-z]?)(?P<count>\d{1,4})")
"""What counts within a part that has a letter, or throughout: B3, 3."""
_PARTED = re.compile(rf"{_LABEL}\d{{1,3}}\s*[.:–-]", re.IGNORECASE)
_ALONE = re.compile(
    rf"""
    (?: {_LABEL} | Questions\s )
    (?P<number> {_IN_CHAPTER} (?: {_AND} {_IN_CHAPTER} )* )
    (?: \s\( [^()]{{1,60}} \) )?                            # Questions 3 to 5 (fares)
    \s*[.:]?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REQUESTS = re.compile(
    r"""
    (?: if\b [^,.:?!]{1,60} ,\s )?                          # If you chose (c), please say why.
    (?: please | (?:check|tick|select|choose) \s (?:all|one|any|up\sto)\b
      | (?:describe|explain|identify|indicate|list|name|tell|give|provide|rank|state|comment|outline
          |suggest|set\sout)\b )
    """,
    re.IGNORECASE | re.VERBOSE,
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
_ANYTHING_ELSE = re.compile(
    r"""
    (?: any \s )? (?: other | further | additional | general | final )
    (?: \s (?:general|relevant) )?
    \s (?: comments? | views? | points? | remarks? | suggestions? | information | matters?
         | issues? )
    (?: \s .{1,60} )?                                        # Any other comments on the draft
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""With what a form ends that asks without a question mark."""
_REMARK = re.compile(
    r"""
    (?: \s* (?: \[[^\[\]]{1,80}\] | \([^()]{1,80}\) | \* )                 # Why? [Tick one] *
      | \s+ Yes \s?/\s? No (?: \s?/\s? [A-Z][\w’' ]{1,20} )? )+ \s* \Z   # Do you? Yes / No
    """,
    re.VERBOSE,
)
"""What stands behind a question and is none of its words."""
_ADDRESSES = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
"""Who fills in a form is spoken to."""
_BOXES = re.compile(rf"\?\s+(?={BOX})", re.VERBOSE)
"""What stands before boxes to be ticked in the question's own passage."""
_OPTIONS = re.compile(
    r"(?<=\?)\s+\(?a[.)]\s[^?]{1,300}?\s\(?b[.)]\s[^?]{1,600}\Z", re.IGNORECASE | re.DOTALL
)
"""What one may choose, behind the question: `Which of these? (a) a bridge; (b) a ferry.`"""
_IF = re.compile(r"if\b", re.IGNORECASE)
_FEWEST_AGAIN = 4
"""Words: fewer may stand twice by chance."""


@dataclass(frozen=True)
class PrintedQuestion:
    """A passage, as a question may be printed in it."""

    passage: Passage
    text: str
    """Without the number."""
    number: str | None
    is_labelled: bool
    """Whether it calls itself a question: "Question 3"."""
    is_parted: bool
    """Whether a point parts its label from its words: "Question 3: "."""
    cut: int | None
    """Where other words follow the question in `text`, which may answer it."""
    is_bold: bool
    """Whether the question is in bold type and those words are not."""

    @property
    def stands_out(self) -> bool:
        """Whether it is a heading, or in other type throughout."""
        return self.passage.kind == "heading" or bool(self.passage.types)

    @property
    def asked(self) -> str:
        """The question without the words that follow it."""
        return self.text[: self.cut].rstrip(" –—-")

    @property
    def answer(self) -> str:
        """The words that follow the question; none where nothing does."""
        return "" if self.cut is None else self.text[self.cut :]

    @property
    def ends_asking(self) -> bool:
        """Whether its last mark is a question mark, a remark in brackets aside: [Tick one]."""
        return _is_asked(_OPTIONS.sub("", _REMARK.sub("", self.text)))

    @property
    def requests(self) -> bool:
        """Whether it is one sentence that asks for something: "Please describe the piers."."""
        return bool(_REQUESTS.match(self.text)) and sentence_end(self.text, 0) == len(self.text)

    @property
    def asks(self) -> bool:
        """Whether it reads like a question."""
        return self.ends_asking or bool(_ASKS.match(self.text))

    @property
    def addresses(self) -> bool:
        """Whether it speaks to whoever answers."""
        return _ADDRESSES.search(self.asked) is not None

    @property
    def is_put(self) -> bool:
        """Whether it is a question, and no more than a request follows: "Why? Please explain."."""
        return self.ends_asking or (self.number is not None and "?" in self.text and not self.cut)

    @property
    def only_asks(self) -> bool:
        """Whether it is a paragraph that asks whoever answers in each of its sentences."""
        ends = [end for end, _ in sentence_ends(self.text)]
        asks = all(_is_asked(self.text[:end]) for end in (*ends, len(self.text)))
        return asks and self.addresses and self.passage.kind == "paragraph"

    @property
    def leaves_room(self) -> bool:
        """Whether it heads the room that a form leaves for what was not asked: "Other comments"."""
        return _ANYTHING_ELSE.fullmatch(self.text.rstrip(":.?")) is not None

    @property
    def asks_for_more(self) -> bool:
        """Whether it asks for that in so many words: "Any other comments"."""
        return self.leaves_room and self.text[:3].casefold() == "any"


def printed(passage: Passage) -> PrintedQuestion:
    """A passage as a question, whether or not it is one."""
    whole = numbered(passage)
    match = _NUMBER.match(whole)
    start = match.end() if match else 0
    text = whole[start:]
    bold = passage.bold_until
    bold += len(whole) - len(passage.text) - start if bold else 0
    words = text[:bold].rstrip(" *:.")
    leaves_room = match is not None and _ANYTHING_ELSE.fullmatch(words) is not None
    is_bold = 0 < bold < len(text) and (leaves_room or _is_asked(words))
    return PrintedQuestion(
        passage,
        text,
        next(filter(None, map(match.group, _COUNTING)), None) if match else None,
        is_labelled=bool(match and (match["label"] or match["several"])),
        is_parted=_PARTED.match(whole) is not None,
        cut=skip_blanks(text, bold, len(text)) if is_bold else _cut(text) if match else None,
        is_bold=is_bold,
    )


def prints_again(passage: Passage, question: PrintedQuestion) -> bool:
    """Whether a passage has the words of a question right above it, and no more."""
    return len(question.text.split()) >= _FEWEST_AGAIN and passage.text == question.text


def label_alone(text: str) -> str | None:
    """The number of a question, or of several, where a passage says no more: "Questions 4–6"."""
    match = _ALONE.fullmatch(text)
    return match["number"] if match else None


def is_next(last: str, number: str | None) -> bool:
    """Whether a number is the one after the last: 4 after 3 or 2–3, 3.2 after 3.1, C after B.

    So is A4 after A3; and so is B1, for nobody has to answer all of a part.
    """
    before, _, end = (_COUNTS.findall(last) or [""])[-1].rpartition(".")
    chapter, _, count = (_COUNTS.findall(number or "") or [""])[0].rpartition(".")
    a, b = _LETTERED.fullmatch(end), _LETTERED.fullmatch(count)
    if a and b:
        is_next_one = a["letter"] == b["letter"] and int(b["count"]) == int(a["count"]) + 1
        begins_part = "" < a["letter"] < b["letter"] and b["count"] == "1"
        return chapter == before and (is_next_one or begins_part)
    return len(last) == len(count) == 1 and not chapter and ord(count) == ord(last) + 1


def is_next_part(last: str, number: str | None) -> bool:
    """Whether a number with a letter is the next part of the last one: 2b, after 2 or after 2a.

    A letter in brackets makes a part whatever stands before it: 2(a).
    """
    bare, before = (re.sub(r"[()]", "", one) for one in (number or "", last))
    if not bare[-1:].isalpha():
        return False
    is_same = bool(last) and bare[:-1] == before.rstrip("abcdefgh") and bare > before
    return is_same or bare != number


def _is_asked(words: str) -> bool:
    return words.rstrip(" ”\"'’)").endswith("?")


def _cut(text: str) -> int | None:
    """Where other words follow a question in its passage: "Are they lit? They are."."""
    if "?" not in text or _OPTIONS.search(text):
        return None
    if boxes := _BOXES.search(text):
        return boxes.end()
    ends = list(sentence_ends(text))
    for (end, begin), (until, _) in pairwise([*ends, (len(text), 0)]):
        asks = (
            _REQUESTS.match(text, begin) or _IF.match(text, begin) or _is_asked(text[begin:until])
        )
        if _is_asked(text[:end]) and not asks:
            return begin
    return None
