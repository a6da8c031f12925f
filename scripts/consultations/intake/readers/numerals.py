"""Numbers as programs that set text write them: in Roman figures and in letters."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_VALUES = {sign: value for value, sign in _ROMAN if len(sign) == 1}


_ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_MOST_LETTERS = 780
"""Thirty letters in a row, past which Word counts in figures."""
_MOST_ROMAN = 3999
"""Past it there are no Roman figures without signs above them."""


def letters(number: int) -> str:
    """A number as small letters, as Word counts: 1 is a, 26 is z, 27 is aa, 28 is bb."""
    if number > _MOST_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def alphabetic(number: int) -> str:
    """A number from 1 on as small letters, as pages count: 26 is z, 27 is aa, 28 is ab.

    CSS Counter Styles 3, 3.1.4: the alphabetic system.
    """
    written = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def roman(number: int) -> str:
    """A number in small Roman figures; in Arabic ones where there are none for it."""
    if number > _MOST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written


def in_words(number: int, *, ordinal: bool = False) -> str:
    """A number in English words with a capital, as Word writes it: One, Twenty-first.

    From 100 on, and below 1, it is written in figures.
    """
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    parts = [_ONES[number]] if number < 20 else [_TENS[tens], *([_ONES[ones]] if ones else [])]
    if ordinal:
        last = parts[-1]
        parts[-1] = _ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return "-".join(parts).capitalize()


def of_roman(text: str) -> int:
    """The number that small Roman figures may stand for, well formed or not."""
    values = [_VALUES[letter] for letter in text]
    return sum(
        -value if any(value < other for other in values[n + 1 :]) else value
        for n, value in enumerate(values)
    )
