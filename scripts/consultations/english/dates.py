"""Names of months, days and seasons."""

from calendar import monthrange

from consultations import patterns as re
from consultations.english.word_lists import alternatives, table

MONTHS: tuple[str, ...] = tuple(table("dates")["months"])
"""January to December."""
_SHORT: tuple[str, ...] = tuple(table("dates")["short_months"])
_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}

MONTH = alternatives(MONTHS)
"""A month's full name, as a regular expression without a group; put it between word edges."""

ANY_MONTH = alternatives([*MONTHS, *_SHORT])
"""A month's name in full or in short, without the full stop of the short one."""

WEEKDAYS: tuple[str, ...] = tuple(table("dates")["weekdays"])
"""Monday to Sunday."""

WEEKDAY = alternatives(WEEKDAYS)
"""A day of the week."""

TIMES_OF_YEAR = frozenset([*MONTHS, *table("dates")["seasons"]])
"""The months and the seasons, in full and with a capital, as they would be mistaken for names."""

TIME_OF_YEAR = alternatives(TIMES_OF_YEAR)
"""One of them."""

TIME = alternatives([*MONTHS, *_SHORT, *table("dates")["seasons"], *table("dates")["weekdays"]])
"""Any word with a capital that names a time and no person, place or body."""

_HOUR = r"(?: \d{1,2}:\d\d | \d{1,2} (?:\.\d\d)? (?=\s?[ap]\.?m\b) ) (?: \s? [ap]\.?m\b\.? )?"
_DIARY_ENTRY = re.compile(
    rf"""
      (?: (?:{WEEKDAY}) ,? \s )? \d{{1,2}} (?:st|nd|rd|th)? (?: \s?[-–]\s? \d{{1,2}} )?
      \s (?:{ANY_MONTH}) (?: ,? \s \d{{4}} )?
      (?: \s? [:–—] | \s- | \s{{2,}} | \t ) \s* \w                # Sunday 7–8 May 1901: a fair
    | (?:1[5-9]|20)\d\d (?: \s? [–—] | \s- ) \s* [^\W\d]          # 1901 – the pier is built
    | (?:1[5-9]|20)\d\d (?: [/–-] (?:\d\d){{1,2}} )? \s? : \s* \S    # 1901/02: 1,204
    | (?: \d{{1,2}} (?:[.:]\d\d)? \s? (?:[-–]|to\b) \s? )? {_HOUR}
      \s* [:–—-]? \s+ [^\W\da-z]                               # 9.30 – 10.15 am Tea
    """,
    re.VERBOSE,
)


def begins_diary_entry(words: str) -> bool:
    """Whether a line begins with a day, a year or an hour, and goes on with what happens then."""
    return _DIARY_ENTRY.match(words) is not None


def day(date: str) -> str:
    """A date of ISO 8601 in words, as precise as it is: `2008`, `May 2008` or `3 May 2008`."""
    year, *rest = date.split("-")
    words = [str(int(d)) for d in rest[1:]] + [MONTHS[int(m) - 1] for m in rest[:1]]
    return " ".join([*words, year])


def iso_date(year: str, month: str, day: str | None) -> str | None:
    """A date that is printed in words, in ISO 8601 and as precise as it is.

    Of a day that the month does not have, such as 31 June, the month is left. None where the month
    is none.

    Args:
        year: its digits, four of them.
        month: its name, in full or in short.
        day: its digits.
    """
    number = month_number(month)
    if number is None:
        return None
    known = bool(day) and 1 <= int(day or 0) <= monthrange(int(year), number)[1]
    return f"{year}-{number:02}" + (f"-{int(day or 0):02}" if known else "")


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name, in full or in short and in any case; else None."""
    known = word.rstrip(".").casefold()
    if known in {name.casefold() for name in (*MONTHS, *_SHORT)}:
        return _NUMBERS[known[:3]]
    return None
