"""When a work was issued, as CSL-JSON has dates; never said more precisely than it is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from consultations import patterns as re

SEASONS = ("spring", "summer", "autumn", "winter")
_YEAR = re.compile(r"(?<![\d.])[12]\d{3}(?!\d)")


@dataclass(frozen=True)
class WorkDate:
    """A date, a range of dates, or words."""

    begin: tuple[int, ...] = ()
    """A year, with a month and a day of it where they are known."""
    end: tuple[int, ...] = ()
    """Likewise, of a range."""
    season: int | None = None
    """1 for spring to 4 for winter."""
    circa: bool = False
    """Whether it is an estimate."""
    literal: str = ""
    """What its record says in words, where that is all that is known."""

    @classmethod
    def of(cls, csl: Mapping[str, Any]) -> "WorkDate":
        """The date of issue that an item of CSL-JSON has; one of which nothing is known, if none.

        Args:
            csl: of the authorities, whose dates intake has brought into one form.
        """
        said = cast("Mapping[str, Any]", csl.get("issued") or {})
        parts = cast("Sequence[Sequence[int]]", said.get("date-parts") or ())
        begin, end = (*(tuple(one) for one in parts), (), ())[:2]
        if not begin:
            return cls(literal=str(said.get("literal", "")))
        return cls(begin, end, said.get("season"), bool(said.get("circa")))

    @property
    def year(self) -> int | None:
        """What it is sorted by, and found by in a text: the only year that is said, or the first.

        None where no year is known.
        """
        if self.begin:
            return self.begin[0]
        years = set(_YEAR.findall(self.literal))
        return int(years.pop()) if len(years) == 1 else None

    @property
    def exact(self) -> str:
        """As ISO 8601 where all of it can be said so: a year, a month or a day; else empty."""
        return "" if self.end or self.season or self.circa else _iso(self.begin)

    @property
    def edtf(self) -> str:
        """As EDTF (ISO 8601-2): `1998-21` for a spring, `1998~` for about, `1998/2001`.

        Empty where only words are known.
        """
        begin = f"{_iso(self.begin)}-{20 + self.season}" if self.season else _iso(self.begin)
        about = "~" if self.circa else ""
        return "/".join(f"{one}{about}" for one in (begin, _iso(self.end)) if one)

    @property
    def years(self) -> str:
        """As a list of works has it: `1998`, `c. 1998`, `1998–2001`; else the words."""
        if not self.begin:
            return self.literal
        last = f"–{self.end[0]}" if self.end and self.end[0] != self.begin[0] else ""
        return f"{'c. ' if self.circa else ''}{self.begin[0]}{last}"

    @property
    def words(self) -> str:
        """As `exact`, or in words where it is no date: `spring 1998`, `c. 1998`, `1998–2001`."""
        if self.exact or not self.season:
            return self.exact or self.years
        return f"{'c. ' if self.circa else ''}{SEASONS[self.season - 1]} {self.begin[0]}"


def _iso(parts: Sequence[int]) -> str:
    return "-".join([f"{part:04}" if n == 0 else f"{part:02}" for n, part in enumerate(parts)])
