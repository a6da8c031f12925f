"""Findings as a person and a program are told them: with file, line, words and remedy."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from consultations import patterns as re
from consultations.errors import ConsultationsError
from consultations.model.edition import Edition
from consultations.model.finding import Finding, Severity
from consultations.model.source import Locator
from consultations.review.codes import CODES, REFUSED

_FILE_AND_LINE = re.compile(r"(.*?):([0-9]+)(?::([0-9]+))?")
_TOKEN = re.compile(r"\S{1,24}")
_MOST = 12
"""Characters whose code points are shown."""
_CONTROLS = {"\t": "TAB", "\n": "LINE FEED", "\f": "FORM FEED", "\r": "CARRIAGE RETURN"}
"""Names of characters to which Unicode gives none."""


@dataclass(frozen=True)
class LocatedFinding:
    """A finding with its place in a file, as editors count lines and columns, from 1."""

    code: str
    family: str
    severity: Severity
    what: str
    hint: str
    file: str
    line: int | None
    column: int | None
    """In code points."""
    passage: str | None
    """`<edition>#<passage>`, where the place stands in one."""
    found: str | None
    expected: str | None
    code_points: tuple[str, ...]
    """Names of the characters in what was found, such as `U+00A0 NO-BREAK SPACE`, where some are
    not ASCII."""
    waiver: str | None
    """An entry for the document's stet.toml, which says that it is right as it is."""
    place: Locator | None = None
    other: Locator | None = None


def located(finding: Finding, editions: Mapping[str, Edition]) -> LocatedFinding:
    """A finding with all that is known of its place."""
    code = CODES[finding.code]
    edition = editions.get(finding.place.id) if finding.place else None
    line: int | None
    column: int | None
    # Where a finding names an entry of the editor's, such as `stet.toml:7`, that is what is to be
    # mended, and is told in place of the source.
    of_an_entry = finding.file and _FILE_AND_LINE.fullmatch(finding.file)
    if finding.place and edition and not of_an_entry:
        file = f"archive/{edition.source.text_file}"
        line, column = finding.place.line, finding.place.column
        found = finding.found or _token(edition, finding.place)
    else:
        file, line, column = _split(finding.file or "archive")
        line, found = finding.line or line, finding.found
    return LocatedFinding(
        code=finding.code,
        family=code.family,
        severity=finding.severity,
        what=finding.what,
        hint=finding.hint,
        file=file,
        line=line,
        column=column,
        passage=_passage(edition, finding.place) if edition and finding.place else None,
        found=found,
        expected=finding.expected,
        code_points=_code_points(found or ""),
        waiver=_waiver(finding.code, finding.place, found)
        if code.waivable and finding.place and found
        else None,
        place=finding.place,
        other=finding.other,
    )


def refused(error: ConsultationsError) -> LocatedFinding:
    """A file that cannot be read, as a finding."""
    file, line, column = _split(error.where)
    code = REFUSED.get(type(error).__name__, "archive-refused")
    return LocatedFinding(
        code=code,
        family=CODES[code].family,
        severity="error",
        what=error.what,
        hint=error.remedy,
        file=file,
        line=line,
        column=column,
        passage=None,
        found=None,
        expected=None,
        code_points=(),
        waiver=None,
    )


def _split(place: str) -> tuple[str, int | None, int | None]:
    match = _FILE_AND_LINE.fullmatch(place)
    if match is None:
        return place, None, None
    return match[1], int(match[2]), int(match[3]) if match[3] else None


def _offset(edition: Edition, place: Locator) -> int:
    return edition.source.line_interval(place.line)[0] + place.column - 1


def _token(edition: Edition, place: Locator) -> str | None:
    """The word at a place of a source."""
    end = edition.source.line_interval(place.line)[1]
    match = _TOKEN.search(edition.source.text, _offset(edition, place), end)
    return match[0] if match else None


def _passage(edition: Edition, place: Locator) -> str | None:
    offset = _offset(edition, place)
    for passage in edition.passages:
        if any(start <= offset < end for start, end in passage.source):
            return f"{edition.id}#{passage.id}"
    return None


def _code_points(text: str) -> tuple[str, ...]:
    if text.isascii() and text.isprintable():
        return ()
    odd = [c for c in text if not (c.isascii() and c.isprintable())]
    return tuple(
        f"U+{ord(c):04X} {unicodedata.name(c, _CONTROLS.get(c, 'no name'))}"
        for c in dict.fromkeys(odd[:_MOST])
    )


def _waiver(code: str, place: Locator, found: str) -> str:
    return "\n".join(
        [
            "[[stet]]",
            f'rule = "{code}"',
            f"line = {place.line}",
            f"column = {place.column}",
            # TOML has every escape that JSON writes.
            f"text = {json.dumps(found, ensure_ascii=False)}",
            'reason = "…"',
        ]
    )
