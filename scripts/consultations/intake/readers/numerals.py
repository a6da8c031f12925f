"""Numbers as programs that set text write them: in Roman figures and in letters."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_VALUES = {sign: value for value, sign in _ROMAN if len(sign) == 1}


def letters(number: int) -> str:
    """A number as small letters: 1 is a, 26 is z, 27 is aa, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def roman(number: int) -> str:
    """A number in small Roman figures."""
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written


def of_roman(text: str) -> int:
    """The number that small Roman figures may stand for, well formed or not."""
    values = [_VALUES[letter] for letter in text]
    return sum(
        -value if any(value < other for other in values[n + 1 :]) else value
        for n, value in enumerate(values)
    )
