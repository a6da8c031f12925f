"""Numbers in front of words: their form, and which number follows which.

A number alone does not tell what a line is. `2. Money` is a heading where `1. Time` came before it
with a text of its own, and an item where `1. Time` stands right above it. So a number is read here
with its form, which its sisters share, and with its place in their row.
"""

from typing import NamedTuple

from consultations import patterns as re
from consultations.english.numerals import CARDINAL, value
from consultations.english.persons import TITLES

_LABEL = re.compile(
    rf"""
    (?:
        # Recommendation 2: Lamps   PART IV   Annex B – Who came   Theme two.   Q 2a) Why?
        (?P<word>[A-Z][A-Za-z]+(?:[ ][A-Za-z]{{2,}})?)[ \t]+
        (?P<value>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[a-z]?|[A-Z]|[IVXL]{{1,6}}|(?i:{CARDINAL}))
        # Questions 2–4. Lamps   Recommendations 5 and 6: Oil
        (?:[ ]?(?:[-–—&]|to\b|and\b)[ ]?(?P<until>\d{{1,2}})(?=[.:][ ]+\S|[ ]*\Z))?
        (?P<after>[.:][-–—](?=["'“‘]?[A-Z])  # Section I.—Lamps, as old printers have it
          |[.:)]|[ \t]?[-–—:](?=\s))?
      | # B4. Lamps   Q2a Lamps   QB4: Lamps   Question B4) Lamps
        (?:Q(?:uestion)?\.?[ ]?(?=[A-Z]))?(?P<letter>[A-Z])(?P<count>\d{{1,2}}[a-z]?)[.:)]?
      | # A.1 Lamps   II.3. Lamps, the parts of `A. Lights` and `II. Lights`
        (?P<mother>[A-Z]|[IVXL]{{1,6}})\.(?P<daughter>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})[.:)]?
      | # 12) Lamps   2.1 Lamps   (3) Lamps   2.114 Lamps   205. Lamps   12\. Lamps in Markdown
        # 334 LAMPS, the minutes of a council
        (?P<opening>\(?)
        (?P<path> \d{{3}}(?=\\?[.)]\s|[ \t\r\n]{{1,3}}[A-Z]{{3}})
          | \d{{1,2}}(?:\.\d{{1,3}}){{0,4}} )
        (?:\\(?=[.)]))? (?P<closing>[.:)]?)
      | # 2Lamps on piers, where a copy has lost the blank
        (?P<stuck>[1-9]\d?)(?=[A-Z][a-z]{{2,}}(?:[ ]|\Z))
      | # 1/02 Lamps   16/41 Lamps, the items of a council's year
        (?P<item>\d{{1,4}}/\d{{1,4}})(?=[ \t]+["'“‘]?[A-Z])
      | # (b) Lamps   iv) Lamps   C. Lamps
        (?P<bracket>\(?)(?P<mark>[a-z]|[ivxl]{{1,6}}|[A-Z]|[IVXL]{{1,6}})(?:\\(?=[.)]))?(?P<end>[.)])
    )
    (?(stuck)|(?: (?=[ \t\r\n]|\Z)[ \t]*
      | (?<=[.:][-–—])   # Section I.—Lamps
      | (?: (?<=\.\d\.) | (?<=\.\d\d\.) ) (?=[“‘"']?[A-Z][a-z ]) ))   # 4.2.We rowed   4.12.A boat
    """,
    re.VERBOSE,
)
_RANKS = {
    word: rank
    for rank, words in enumerate(
        (
            ("volume", "book"),
            ("part", "annex", "appendix", "schedule"),
            ("chapter",),
            ("section",),
            ("subsection", "paragraph"),
        )
    )
    for word in words
}
"""What books are made of, from the largest to the smallest."""
AT_END = ("annex", "appendix", "schedule")
"""Words for what is put behind a text."""
_BEFORE_CAPITAL = " \t\r\n\"'“‘([*_"
"""What may stand between a number and its words."""
_HIDDEN = 2
"""How many numbers may be missing between two of one sequence."""
_ITEM_OF_YEAR = "#/#"
_STUCK = "#A"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


class Number(NamedTuple):
    """A number in front of words."""

    form: str
    """Its form, which the other numbers of its sequence share: the word before it, its points,
    letters and brackets."""
    path: tuple[int, ...]
    """Its parts, the outermost first: 2.1 is (2, 1), B4 is (2, 4), (c) is (3,)."""
    length: int
    """Number of characters from the beginning of the number to the words after it."""
    until: int = 0
    """The last number of a range, as in `Questions 2–4.`; else 0."""

    @property
    def is_worded(self) -> bool:
        """Whether a word before it says what is numbered, as in `Annex B`."""
        return self.form[0].isalpha() and " " in self.form

    @property
    def rank(self) -> int | None:
        """The size of the part of a book that its word names, 0 for the largest; else None."""
        return _RANKS.get(self.form.partition(" ")[0]) if self.is_worded else None

    @property
    def is_at_end(self) -> bool:
        """Whether its word names a part behind the text, such as an annex."""
        return self.form.partition(" ")[0] in AT_END

    @property
    def has_parts(self) -> bool:
        """Whether it has several parts and no brackets, as 2.1.14 has. Few look so by chance."""
        return self.form.startswith("#.#") and self.form[-1] == "#"

    @property
    def is_of_year(self) -> bool:
        """Whether it is an item's number within a year: 4/02, or 16/41. Few tables have such."""
        return self.form == _ITEM_OF_YEAR

    @property
    def is_stuck(self) -> bool:
        """Whether the blank after it is missing: `2Lamps`."""
        return self.form == _STUCK

    @property
    def family(self) -> str:
        """What it shares with the numbers above and below it: 2 and 2.1 are of one family."""
        return self.form.replace(".#", "")

    def follows(self, other: "Number") -> bool:
        """Whether it is the next of a sequence: 2.2 after 2.1, 2.1 after 2, and 3 after 2.1."""
        if self.family != other.family:
            return False
        if self.is_of_year:  # which part is the year only sisters tell
            steps = [a - b for a, b in zip(self.path, other.path, strict=True)]
            return sorted(steps) == [0, 1]
        *above, last = self.path
        depth = len(above)
        if depth == len(other.path):  # a daughter
            return tuple(above) == other.path and last == 1
        if depth > len(other.path):
            return False
        return tuple(above) == other.path[:depth] and last == (other.until or other.path[depth]) + 1

    def counts_on(self, other: "Number") -> bool:
        """Whether it comes soon after another number: 2.3 or 2.4 after 2.2, and 3.1 or 3.2.

        One may be hidden by a table, or by a page's end. Only numbers that have parts count on.
        """
        if not (self.has_parts and other.has_parts):
            return False
        *above, last = self.path
        depth = len(above)
        if tuple(above) == other.path[:depth]:
            before = other.path[depth] if len(other.path) > depth else 0
            return before < last <= before + _HIDDEN
        is_later = tuple(above) > other.path[:depth] and above[0] <= other.path[0] + _HIDDEN
        return is_later and last <= _HIDDEN

    def opens_next(self, other: "Number") -> bool:
        """Whether it is the first of the next chapter or section: 3.1 after 2.9."""
        *above, last = self.path
        depth = len(above) - 1
        if not (self.has_parts and last == 1 and len(other.path) > depth):
            return False
        return tuple(above) == (*other.path[:depth], other.path[depth] + 1)


def read_parts(text: str, start: int = 0, end: int | None = None) -> Number | None:
    """The number of several parts that text[start:end] begins with, before a capital.

    So `1.2 The lamps` begins, and `2.1 “The lamps”`; an amount stands before other words.
    """
    # Asked of every line, and few begin with a digit.
    number = read_number(text, start, end) if text[start : start + 1].isdigit() else None
    if number is None or not number.has_parts:
        return None
    words = text[start + number.length : end].lstrip(_BEFORE_CAPITAL)
    return number if words[:1].isupper() else None


def read_number(text: str, start: int = 0, end: int | None = None) -> Number | None:
    """The number that text[start:end] begins with, if it is one.

    A word with a number is one whatever the word is: only sisters tell `Proposal 2` from `July 2`.
    """
    match = _LABEL.match(text, start, len(text) if end is None else end)
    if match is None:
        return None
    length = match.end() - start
    if match["word"]:
        return _of_word(match, length)
    if match["letter"]:
        path = (ord(match["letter"]) - 64, *_path(match["count"]))
        return Number(f"A#{'.#' * (len(path) - 2)}", path, length)
    if match["mother"]:
        path = (*_path(match["mother"]), *_path(match["daughter"]))
        kind = "I" if roman(match["mother"]) else "A"
        return Number(f"{kind}.{'.#' * (len(path) - 1)}", path, length)
    if match["path"]:
        path = _path(match["path"])
        if len(path) == 2 and path[1] == 0:
            path = path[:1]  # 2.0 is printed for 2, over 2.1 and 2.2
        # A point behind a number is as good as none: converters drop it. A bracket is another form.
        bracket = ")" if match["closing"] == ")" else ""
        return Number(f"{match['opening']}#{'.#' * (len(path) - 1)}{bracket}", path, length)
    if match["stuck"]:
        return Number(_STUCK, (int(match["stuck"]),), length)
    if match["item"]:
        return Number(_ITEM_OF_YEAR, tuple(map(int, match["item"].split("/"))), length)
    kind = "i" if roman(match["mark"]) else "a"
    kind = kind.upper() if match["mark"].isupper() else kind
    return Number(f"{match['bracket']}{kind}{match['end']}", _path(match["mark"]), length)


def _of_word(match: re.Match[str], length: int) -> Number | None:
    """The number behind a word; an initial behind a title is none: `Mr B Moss`."""
    if len(match["value"]) == 1 and match["word"].split()[-1] in TITLES:
        return None  # `Mr B Moss`: an initial
    path = _path(match["value"])
    word = match["word"].casefold()
    if until := int(match["until"] or 0):
        word = word.removesuffix("s")  # its sisters may be of one number each: `Question 5`
    return Number(f"{word} #{'.#' * (len(path) - 1)}", path, length, until)


def names_part(text: str) -> bool:
    """Whether words are the label of a part of a book and nothing else: `Annex B`."""
    number = read_number(text)
    return number is not None and number.rank is not None and number.length == len(text)


def without_number(text: str) -> str:
    """A heading without the number that it begins with."""
    number = read_number(text)
    return text[number.length :] if number else text


def _path(written: str) -> tuple[int, ...]:
    """The parts of a number as it is written: in digits, as a Roman one, a letter or a word.

    A letter behind digits is a part of its own: 2b is (2, 2).
    """
    if written[0].isdigit():
        letter = (ord(written[-1]) - 96,) if written[-1].isalpha() else ()
        digits = written[:-1] if letter else written
        return (*(int(part) for part in digits.split(".")), *letter)
    if number := roman(written):
        return (number,)
    if len(written) == 1:
        return (ord(written.lower()) - 96,)
    return (value(written) or 0,)


def roman(written: str) -> int:
    """The value of a Roman number up to 89; 0 where it is none."""
    values = [_ROMAN_VALUES.get(letter, 0) for letter in written.lower()]
    if not values or 0 in values:
        return 0
    later = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, later, strict=True))
