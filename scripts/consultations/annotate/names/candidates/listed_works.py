"""What an entry of a list of references says of a work: who wrote it, when, and what it is called.

Two forms: with the year behind the authors, "Moss, A. and Reed, B. (2004) Lamps at night. Leith:
Pier Press."; and with it at the end, "Moss A, Reed B. Lamps at night. Leith: Pier Press; 2004."
An entry of which the authors or the title cannot be told is no work here.
"""

from collections.abc import Iterable
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.names.spellings import key_of
from consultations.english.kinds import NAMED_BODY
from consultations.english.listed_names import FAMILY
from consultations.english.name_parts import CAPITAL
from consultations.model.edition import Edition

_INITIALS = rf"{CAPITAL}\.?(?:[ -]?{CAPITAL}\.?){{0,3}}(?![\w’'])"
_PERSON = re.compile(
    rf"""
    (?P<family> {FAMILY} ) (?: ,[ ]? | [ ] ) (?P<given> {_INITIALS} )       # Moss, A. B.; Moss AB
  | (?P<first> {_INITIALS} ) [ ] (?P<last> {FAMILY} )                       # A. B. Moss
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"[A-Z]{2,4} [A-Z][\w’'-]*")
"""What may be initials and a family name, `AB Moss`, or letters of a body, `NHS Wales`."""
_JOINED = re.compile(r"\s*(?:[,;]?\s*(?:and|&|(?P<more>…|\.{3}))\s+|[,;]\s*)")
_MORE = re.compile(r",?\s+(?:et al\b|and (?:colleagues|others)\b)\.?")
_EDITORS = re.compile(r"(?:,\s*|\s+|(?=\())\(?[Ee]ds?\.?\)?\s*\Z")
_BODY = re.compile(
    rf"(?:The )?{CAPITAL}[\w’'&-]*(?:,? (?:[a-z]{{1,3}} ){{0,3}}{CAPITAL}[\w’'&-]*){{0,12}}"
)
_KIND = re.compile(rf"\b(?:{NAMED_BODY})\b")
_ENDS_DATED = re.compile(
    r"(?<!\b(?:of|in|to))(?<!\band)(?<!\bbefore)(?<!\b(?:since|until|after)) \d{4}\Z"
)
"""A year behind a title, and not in it: `The census of 1911`."""
_LABEL = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\.)\s+")
_DATED = re.compile(
    r"""
    (?P<authors> (?: [^()\[\]] | \([Ee]ds?\.?\) ){2,300}? \.? ) [ ,]{1,3}
    (?: \( (?P<year> (?:1[5-9]|20)\d\d ) (?P<letter> [a-z] )? (?: ,\s[^()]{3,20} )? \) # (2004, May)
      | (?P<bare> (?:1[5-9]|20)\d\d ) (?P<bare_letter> [a-z] )? (?=[.:,]) )          # 2004.
    [.:,]* \s+ (?P<rest> \S.* )
    """,
    re.VERBOSE | re.DOTALL,
)
_YEARS = re.compile(r"\b((?:1[5-9]|20)\d\d)\b(?![^\[(]*[\])])")
"""Outside of brackets, in which stands when somebody looked."""
_UNDATED = re.compile(
    r"(?P<authors> [^()\[\].]{4,300}? (?:\.(?=,\s))? ) \. \s+ (?P<rest> \S.* )",
    re.VERBOSE | re.DOTALL,
)
_TITLE = re.compile(
    r"""
      [“"‘'] (?P<marked> [^“”‘"\n]{5,200}? ) [.,]? [”"’'] (?! \w | [ ](?!in\b)[a-z] )
    | (?P<plain> ['‘]? \w [^.?!\[\]“”"]{4,200}? [?!]? )
      (?= \. (?:\s|\Z) | \s[(\[] | (?<=[?!])\s | ,\s[A-Z][\w’ -]{2,30}:\s )  # …, Leith: Pier Press
    """,
    re.VERBOSE,
)


class ListedWork(NamedTuple):
    """A work as an entry of a list gives it."""

    title: str
    start: int
    """Where the title begins in the entry."""
    authors: tuple[dict[str, str], ...]
    """As CSL has them: family and given, or literal."""
    several: bool
    """Whether there are more authors than these."""
    year: int
    letter: str

    @property
    def cited_as(self) -> frozenset[str]:
        """What the ways of citing it by author and year have in common."""
        names = [author.get("family") or author["literal"] for author in self.authors]
        if len(names) == 1 and _LETTERS.fullmatch(names[0]):
            names_alone = {names[0], names[0].split()[1]}
            return frozenset(cited_key(f"{name} {self.year}{self.letter}") for name in names_alone)
        many = f"{names[0]} et al"
        if self.several or len(names) > 2:
            ways = {many, f"{', '.join(names[:-1])} and {names[-1]}"}
        else:
            ways = {" and ".join(names)}
        return frozenset(cited_key(f"{way} {self.year}{self.letter}") for way in ways)

    @property
    def csl(self) -> dict[str, object]:
        """The entry as CSL-JSON has it."""
        suffix = {"year-suffix": self.letter} if self.letter else {}
        return {
            "type": "document",
            "title": self.title,
            "author": list(self.authors),
            "issued": {"date-parts": [[self.year]]},
            **suffix,
        }


SEVERAL = ListedWork("", 0, (), several=True, year=0, letter="")
"""Stands for two works at once, so that neither is meant."""


def cited_key(words: str) -> str:
    """What the spellings of a citation by author and year have in common."""
    return key_of(words.replace(".", "").replace(" &", " and").replace(", and ", " and "))


def works_cited(
    listed: Iterable[tuple[str, ListedWork]], editions: Iterable[Edition]
) -> dict[tuple[str, str], ListedWork]:
    """What a document means that cites by author and year a work of its own list of references.

    A body may be cited by the abbreviation that the document gives it. Where two works are cited in
    one way, neither is meant.

    Args:
        listed: the works, each with the id of the edition before it that lists it.
        editions: with their abbreviations.
    """
    short: dict[tuple[str, str], str] = {}
    for edition in editions:
        for one in edition.abbreviations:
            short[edition.id, key_of(one.expansion)] = one.text
    found: dict[tuple[str, str], ListedWork] = {}
    for id_, work in listed:
        for way in work.cited_as:
            body, _, year = way.rpartition(" ")
            abbreviated = short.get((id_, body), body)
            for key in {way, cited_key(f"{abbreviated} {year}")}:
                other = found.get((id_, key), work)
                found[id_, key] = work if other == work else SEVERAL
    return found


def listed_work(entry: str) -> ListedWork | None:
    """The work that an entry of a list of references gives."""
    label = _LABEL.match(entry)
    at = label.end() if label else 0
    if match := _DATED.match(entry, at):
        year, letter = match["year"] or match["bare"], match["letter"] or match["bare_letter"]
        if work := _read(match, int(year), letter or ""):
            return work
    match, years = _UNDATED.match(entry, at), _YEARS.findall(entry)
    work = _read(match, int(years[-1]), "") if match and years else None
    # The only year of an entry is no part of the title that it follows.
    is_dated = work and len(years) == 1 and _ENDS_DATED.search(work.title)
    return work._replace(title=work.title[:-5].rstrip(",")) if work and is_dated else work


def _read(match: re.Match[str], year: int, letter: str) -> ListedWork | None:
    title, authors = _TITLE.match(match["rest"]), _authors(match["authors"])
    if not title or not authors:
        return None
    group = title.lastgroup or ""
    start = match.start("rest") + title.start(group)
    words = title[group].strip()
    return ListedWork(words, start, *authors, year, letter) if " " in words else None


def _authors(words: str) -> tuple[tuple[dict[str, str], ...], bool] | None:
    """Authors as CSL has them, and whether there are more; None where that cannot be told."""
    words = _EDITORS.sub("", words.strip(" ,"))
    more = _MORE.search(words)
    if more:
        words = words[: more.start()]
    found: list[dict[str, str]] = []
    several = more is not None
    at = 0
    while person := _PERSON.match(words, at):
        family, given = person["family"] or person["last"], person["given"] or person["first"]
        found.append({"family": family, "given": given.strip()})
        at = person.end()
        joined = _JOINED.match(words, at)
        if not joined:
            break
        several = several or joined["more"] is not None
        at = joined.end()
    body = words.removesuffix(".")
    # Who stands alone with letters before the name is as likely a body, and stays as it is written.
    is_either = len(found) == 1 and more is None and _LETTERS.match(body)
    if found and not is_either:
        return (tuple(found), several) if at == len(words) else None
    is_body = _BODY.fullmatch(body) and ("," not in body or _KIND.search(body))
    return (({"literal": body},), False) if is_body else None
