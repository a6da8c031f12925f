"""People, bodies and works whom no authority knows, by the names that the text gives them."""

from collections.abc import Iterator, Mapping, Sequence, Set

from consultations import patterns as re
from consultations.annotate.quotations.cast.bodies import OFFICE_IN, bodies, papers
from consultations.annotate.quotations.cast.people import OFFICE, People, is_person
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.dates import TIME_OF_YEAR, TIMES_OF_YEAR
from consultations.english.kinds import WORK
from consultations.english.name_parts import PersonalName
from consultations.english.personal_names import personal_names
from consultations.english.persons import POST
from consultations.english.saying import BESIDE, SAYS, STATEMENT
from consultations.english.small_words import BE, DETERMINERS, IN_NAMES, OPENERS, PREPOSITIONS
from consultations.english.word_lists import alternatives, words
from consultations.model.annotation import QuotationKind
from consultations.model.edition import Passage

_CAPITAL = r"[A-Z][\w’'-]*[a-z]"
_LETTERS = re.compile(
    r"\b(?!(?:I{2,3}|I?[VX]|[VX]I{1,3})\b)[A-ZÀ-ÖØ-Þ]{2,8}\b(?!-|\s?\d| The [A-Z])"
)
"""Short names, no numerals ("appendix II") and no styles ("HRH The Duke of Tay")."""
_OPENS = alternatives(word.title() for word in OPENERS)
_FAMILY = r"(?:[A-Zd]['’](?=[A-Z]))?[A-Z][\w’-]+"
_CITED = re.compile(
    rf"""
    \b (?<! \w['’] ) (?! (?:{TIME_OF_YEAR}) \b )
    (?P<who>
        (?<! [Ii]n[ ] ) (?<! [Aa]t[ ] ) (?<! [Ff]or[ ] ) (?<! [Ff]rom[ ] ) (?! (?:{_OPENS}) \b )
        {_FAMILY} (?: ,[ ]{_FAMILY} ){{1,4}} ,?[ ](?:and|&)[ ]{_FAMILY}      # Moss, Orr, O'Fenn
      | {_FAMILY} (?: [ ]et[ ]al\.? | [ ](?:and|&)[ ]{_FAMILY} )? ) ,?
    (?: [ ] \(? (?P<year> (?:1[89]|20)\d\d ) [a-z]?
        (?: (?: :[ ]? | ,?[ ]pp?\.[ ]? ) [\d–-]+\b | ,[ ]\d{{1,3}}(?=\)) )? \)?  # Moss (2001, p. 4)
      | [ ]? \[ \d{{1,3}} \]                                                    # Moss et al. [4]
      | (?<= [ ]et[ ]al ) \.? (?= [,;’']? [ ] )                                # Moss et al. say
    )
    """,
    re.VERBOSE,
)
_ALONE = (
    rf"(?!(?:{_OPENS})\b){_CAPITAL}"
    rf"(?:[ ](?:(?:against|for|from|of)[ ](?:the[ ])?)?{_CAPITAL}){{0,4}}"
    rf"(?<![’']s)(?![ ]{_CAPITAL})"
)
_BEFORE_VERB = re.compile(
    rf"""
    (?<! [\w.’'&-] ) (?P<the> [Tt]he [ ] )? (?P<name> {_ALONE} )
    (?= (?: [ ]\([^()]{{1,60}}\) )? (?: ,[^,.;:“”"]{{2,80}}, )?      # Fenn (28), who left,
        [ ] (?: (?:{BESIDE}) [ ] ){{0,2}}
        (?! (?:{STATEMENT}) [ ] (?! that|how ) )       # “Good comments from pilots were: …”
        (?:{SAYS}) \b )
    """,
    re.VERBOSE,
)
_OWNS = re.compile(
    rf"""
    (?<! [\w.’'&-] ) (?P<the> [Tt]he [ ] )? (?P<name> {_ALONE} (?: [ ]and[ ] {_CAPITAL} )? )
    (?= [’']s? [ ] (?: [\w-]+ [ ] ){{0,2}}?
        (?: (?:{STATEMENT}) (?: [ ](?:(?:{BE})[ ])?that | : ) [ ] [“"‘']
                                                                # the Custody’s claim that “…”
          | (?:{STATEMENT}|{WORK}) [ ] (?: (?:{BESIDE}) [ ] )? (?:{SAYS}) \b ) )  # Fenn’s book said
    """,
    re.VERBOSE,
)
"""Before a statement or a work that is theirs, and says so."""
_AFTER_VERB = re.compile(
    rf"""
    (?<= [”’"'»] ) ,? [ ] (?:{SAYS}) [ ]
    (?P<the> [Tt]he [ ] )? (?P<name> {_ALONE} ) (?= [\s,.;:] | \Z )
    """,
    re.VERBOSE,
)
_ROW_BEFORE = re.compile(
    rf"(?:\A|[.:;?!] |\b(?:[a-z0-9][\w-]*,|[Aa]s|[Bb]oth|[Bb]ut|[Tt]hat|[Ww]hile) )"
    rf"(?P<names>{_CAPITAL}(?:, {_CAPITAL}){{0,3}}),? (?:and|&) \Z"
)
"""A clause up to the last of several by their family names."""
_ROW_BEHIND = re.compile(rf"(?P<names>(?:, {_CAPITAL}){{0,3}},? (?:and|&) {_CAPITAL})(?=[,.;:]|\Z)")
"""The others behind the first of them: “…,” said Moss and Fenn."""
_ABROAD = words("kinds", "small_abroad")
_PLACED = PREPOSITIONS - {"after", "as", "before", "since", "until"}
_AGED = re.compile(
    r"(?:\A|(?<=[.?!]\s))(?:(?:For|To) )?"
    rf"(?!(?:{_OPENS})\b)(?P<name>{_CAPITAL}(?: {_CAPITAL})?)"
    r"(?:, (?:aged |who (?:is|was) )?[1-9]\d(?:,| and)"
    r"| \((?:aged )?[1-9]\d(?:, [^()]{2,30})?\),?) [a-z]"
)
"""Somebody with an age, with whom a sentence begins: "Fenn, 41, lives", "For Fenn (41) it is"."""
_NOBODY = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "nobody", "nothing", "people", "somebody",
     "someone", "something", "everything"}
)  # fmt: skip
_MADE = re.compile(rf"(?:{STATEMENT}|{WORK})", re.IGNORECASE)
"""What somebody makes, with which a sentence may begin: Evidence from Leith showed."""
_NEAR = 40
"""Code points before a name within which the others of its row, or a post, stand."""
_POST_OF = re.compile(rf"\b(?i:{POST}) (?:at|for|of|with) (?:the (?:[a-z-]+ )?)?\Z")
"""Before the body whose officer somebody is, whatever its name looks like."""
_SURNAME = re.compile(r"\b[A-Z](?:(?!’s\b)[\w’-])*[a-z]\b(?!-?\w|[’'](?!s\b)\w)")
"""Also of whoever something is: Bell’s letter."""
_ATTACHED = re.compile(r"[\"'”’»]?[\s.,;:!?)\]]{0,4}[-–—]?\s?\(?")


def strangers(
    text: str, people: People, expansions: Mapping[str, str], initials: Mapping[str, str]
) -> Iterator[Candidate]:
    """Whoever a passage names who may be speaking, whether anybody knows them or not.

    Args:
        text: of one passage.
        people: all whom the document names.
        expansions: what abbreviations stand for in the document.
        initials: whose they are in it.
    """
    for match in _CITED.finditer(text):
        if match["who"].casefold() not in OPENERS:
            yield Candidate(*match.span(), _author(match))
    yield from papers(text)
    yield from bodies(text)
    yield from _persons(text, people)
    names = {name.start for name in personal_names(text)}
    for match in _LETTERS.finditer(text):
        if match.end() + 1 in names and text[match.end()] == " ":
            continue  # a rank, as in "RN Ann Moss"
        if match[0] in initials:
            yield Candidate(*match.span(), Voice(initials[match[0]], "speech"))
            continue
        full = expansions.get(match[0])
        label = f"{full} ({match[0]})" if full else match[0]
        yield Candidate(*match.span(), Voice(label, "publication"))


def beside_saying(text: str, common: Set[str]) -> Iterator[Candidate]:
    """Words with a capital that stand alone beside a verb of saying: "said Fenn", "the Echo wrote".

    Args:
        text: of one passage.
        common: the words that the document has in lower case.
    """
    for pattern in (_BEFORE_VERB, _OWNS, _AFTER_VERB):
        for match in pattern.finditer(text):
            words = match["name"].split()
            before = text[: match.start()].rsplit(maxsplit=1)[-1:]
            # In a longer name, or where somebody is: "the clerk in Leith, Eva Fenn, said".
            part = before and (
                before[0] in _PLACED | _ABROAD
                or before[0].casefold() in DETERMINERS  # his Lordship
                or (before[0][0].isupper() and before[0].casefold() not in OPENERS)
            )
            if part or match["name"] in TIMES_OF_YEAR or not _is_name(words, common):
                continue
            yield from _named_alone(match, words, common, first=pattern is _AFTER_VERB)


def _named_alone(
    match: re.Match[str], words: Sequence[str], common: Set[str], *, first: bool
) -> Iterator[Candidate]:
    """Somebody by words with a capital, and those who say it with him, the first or the last."""
    text, near = match.string, max(0, match.start() - _NEAR)
    is_body = match["the"] or len(words) > 2 or any(w.casefold() in common for w in words)
    is_body = is_body or _POST_OF.search(text, near, match.start())
    kind: QuotationKind = "publication" if is_body else "speech"
    yield Candidate(*match.span("name"), Voice(match["name"], kind))
    behind = _ROW_BEHIND.match(text, match.end()) if first else None
    if row := behind or _ROW_BEFORE.search(text, near, match.start()):
        yield from _in_row(row, kind, common)


def _in_row(row: re.Match[str], kind: QuotationKind, common: Set[str]) -> Iterator[Candidate]:
    """Those whom "and" joins to one who speaks: Moss, Orr and Fenn said."""
    for name in re.finditer(_CAPITAL, row["names"]):
        if _is_name([name[0]], common) and name[0] not in TIMES_OF_YEAR:
            start, end = (row.start("names") + at for at in name.span())
            yield Candidate(start, end, Voice(name[0], kind))


def _is_name(words: Sequence[str], common: Set[str]) -> bool:
    """Whether words with a capital are a name, and do not only begin a sentence.

    Of three each may be a common word: "Riders Against Tolls said"; of two, one.
    """
    plain = [word.casefold() for word in words]
    if plain[0] in OPENERS | _NOBODY or _MADE.fullmatch(words[0]):
        return False
    if words[1:2] and words[1].islower():
        return plain[0] not in common  # "Freedom from Tolls said", and no "Letters from Leith"
    return len(words) > 2 or not common >= set(plain)


def titles(passage: Passage) -> Iterator[Candidate]:
    """Works by titles in italics: every word that counts has a capital."""
    for emphasis in passage.emphasis:
        words = passage.text[emphasis.start : emphasis.end].split()
        counting = [word for word in words if word.casefold() not in IN_NAMES]
        if emphasis.kind == "em" and counting and all(w[0].isupper() for w in counting):
            voice = Voice(" ".join(words).rstrip(",.;:"), "publication")
            yield Candidate(emphasis.start, emphasis.end, voice)


def _persons(text: str, people: People) -> Iterator[Candidate]:
    """People by a full name or with a title, then those by a surname that the document knows."""
    for name in personal_names(text):
        if is_person(text, name, people.common):
            printed = text[name.start : name.end].rstrip(".")
            full = printed if name.given else people.full(name, printed)
            behind_post = _POST_OF.search(text, max(0, name.start - _NEAR), name.start)
            is_body = name.evidence == "form" and behind_post is not None
            kind: QuotationKind = "publication" if is_body else "speech"
            yield Candidate(name.start, name.end, Voice(full, kind) if full else SOMEBODY)
    for match in _AGED.finditer(text):
        if match["name"] not in TIMES_OF_YEAR:
            yield Candidate(*match.span("name"), Voice(match["name"], "speech"))
    for match in _SURNAME.finditer(text):
        if match[0] in people.named and match[0].casefold() not in people.common:
            whose = people.full(PersonalName(0, 0, "", (), match[0], ""), match[0])
            yield Candidate(*match.span(), Voice(whose, "speech") if whose else SOMEBODY)


def is_office(voice: Voice | None) -> bool:
    """Whether a voice is that of an office: "President of the Pilots’ Club", "Toll Secretary"."""
    if voice is None or voice.kind != "speech":
        return False
    return bool(OFFICE_IN.match(voice.label) or OFFICE.search(voice.label))


def cited_stranger(text: str, at: int) -> Voice | None:
    """The author whom a citation names that begins right after a place, if it is one."""
    gap = _ATTACHED.match(text, at)
    cited = _CITED.match(text, gap.end()) if gap else None
    return _author(cited) if cited and "(" in text[at : cited.start()] else None


def _author(match: re.Match[str]) -> Voice:
    return Voice(f"{match['who']} {match['year'] or ''}".rstrip(), "publication")
