"""Dates of CSL-JSON in one form: its specification lets them be said in several.

`season` is a number or a word, `circa` anything that is true, and `raw` a text that each program
reads as it can: https://github.com/citation-style-language/schema, `csl-data.json`.
"""

from collections.abc import Mapping
from typing import Any

from consultations import patterns as re
from consultations.english.dates import MONTH, month_number
from consultations.intake.validation.formats import FORMATS
from consultations.model.work_date import SEASONS

_SEASON = "|".join((*SEASONS, "fall"))
_ABOUT = re.compile(r"(?:c\.|ca\.?|circa)\s*(?=\S)", re.IGNORECASE)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>[~?%]?)",  # EDTF
        rf"(?:(?P<day>\d\d?)\s+)?(?P<name>{MONTH})\s+(?P<year>\d{{4}})",  # 3 May 1998, May 1998
        rf"(?P<name>{MONTH})\s+(?P<day>\d\d?),\s+(?P<year>\d{{4}})",  # May 3, 1998
        rf"(?P<season>{_SEASON})\s+(?P<year>\d{{4}})",  # spring 1998
    )
)


def in_one_form(date: Mapping[str, Any]) -> Mapping[str, Any]:
    """A date with `season` as a number from 1 to 4 and `circa` as true, without `raw`.

    What cannot be read as a date is kept in words, as `literal`: it is shown and not reckoned with.
    A season is one of a year. Beside a month it says nothing more, and in EDTF it would be a day of
    that month; of a range it would stand for one of the two ends.
    """
    made = {key: date[key] for key in ("date-parts", "literal") if key in date}
    if "raw" in date and not made:
        made = _read(date["raw"])
    if _is_true(date.get("circa")):
        made |= {"circa": True}
    season = date.get("season")
    if season is None or [len(parts) for parts in made.get("date-parts", ())] != [1]:
        return made
    number = season if isinstance(season, int) else _number_of(season)
    if number is not None:
        return {**made, "season": number}
    # A term or a festival: no number stands for it.
    about = "c. " if "circa" in made else ""
    return {"literal": f"{about}{season} {made['date-parts'][0][0]}"}


def _is_true(circa: object) -> bool:
    return str(circa).casefold() not in ("", "0", "false", "none")


def _number_of(season: str) -> int | None:
    known = "autumn" if season.casefold() == "fall" else season.casefold()
    if known in SEASONS:
        return SEASONS.index(known) + 1
    return int(known) if known in ("1", "2", "3", "4") else None


def _read(raw: str) -> dict[str, Any]:
    """A text as a date, or a range of two; else as it is."""
    about = _ABOUT.match(raw)
    ends = raw[about.end() if about else 0 :].split("/")
    found = [date for end in ends if (date := _date(end.strip()))]
    if len(found) != len(ends) or not 1 <= len(found) <= 2:
        return {"literal": raw}
    circa = {"circa": True} if about or any("circa" in date for date in found) else {}
    if len(found) == 1:
        return {**found[0], **circa}
    # Of a range, a season at one end is no part of what CSL can say.
    if any("season" in date for date in found):
        return {"literal": raw}
    return {"date-parts": [date["date-parts"][0] for date in found], **circa}


def _month_or_season(said: Mapping[str, str | None]) -> tuple[int, int | None]:
    """The number of a month, 0 for none, and that of a season, from 1; EDTF has 21 for spring."""
    name, season = said.get("name"), said.get("season")
    month = month_number(name) if name else int(said.get("month") or 0)
    if month and 21 <= month <= 24:
        return 0, month - 20
    return month or 0, _number_of(season) if season else None


def _date(text: str) -> dict[str, Any] | None:
    matched = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if matched is None:
        return None
    said = matched.groupdict()
    month, season = _month_or_season(said)
    day = int(said.get("day") or 0)
    parts = [part for part in (int(said["year"]), month, day) if part]
    if (day and not month) or not FORMATS["day"].fits(parts):
        return None
    circa = {"circa": True} if said.get("about") else {}
    return {"date-parts": [parts], **({"season": season} if season else {}), **circa}
