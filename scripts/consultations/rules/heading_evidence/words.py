"""What the words of a heading are like: the judgement that several rules share."""

from consultations import patterns as re
from consultations.english.boxes import SIGNS
from consultations.english.captions import NAMES_DRAWN
from consultations.english.dates import ANY_MONTH, WEEKDAY
from consultations.english.listed_names import LIST_HEADING
from consultations.english.name_parts import read_name
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.section_names import SECTION_NAME
from consultations.english.sentences import ends_sentence
from consultations.english.small_words import COORDINATORS
from consultations.rules.dictionary import is_common
from consultations.rules.heading_evidence.clauses import ends_in_see, is_broken
from consultations.rules.numbering import without_number
from consultations.rules.prose import SPEAKER, is_credited, is_quotation

LONGEST = 14
"""Most words of a plain heading that is no question."""
_LONGEST_IN_CAPITALS = 24
"""Most words of a heading in capitals, as on the first page of reports and orders."""

NUMBERED = re.compile(
    r"""
    (?:
        (?:section|part|chapter|annex|appendix|theme|question|q)
        (?:\s*\d{1,2}[a-z]?|\s+(?:[a-z]|[ivx]{1,5}))           # Part 2a   Annex B   Chapter iv
      | [a-z]?\d{1,2}(?:\.\d{1,2})*                           # 2.1   B4)
    )
    [.:)]?(?=\s)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a numbered heading begins with: a word and a number, or a number alone."""

_CODE = re.compile(
    r"""
      \d{6,}                                        # E0327120
    | \d(?:[ -]?\d){8,}                             # 01632 960 001   978-0-00-000000-2
    | \b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b         # Ferry Lane, Ourtown, ZZ1 1ZZ
    """,
    re.VERBOSE,
)
"""A number of a telephone, a book or a form, or a postcode: a line for finding something."""

YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)")
"""What a reference has after its authors' names: `Moss, A. (1987b) Ferries`."""

_DATED = re.compile(
    rf":\s(?:{WEEKDAY},?\s)?\d{{1,2}}\s{ANY_MONTH}(?:\s\d{{4}})?\Z"
    rf"|\b(?:[Dd]ate|[Dd]eadline|[Dd]ue|[Tt]arget)\b[^:]{{0,30}}:\s(?:\w+\s){{0,2}}\d{{4}}\Z",
    needs=":",
)
"""A field whose value is a day or a season: `Date of the meeting: 3 August`, `Due: Spring 2031`."""

_FORM_SIGNS = frozenset(SIGNS)
"""What has one of these is an answer of a form."""

SENTENCE_INSIDE = re.compile(
    r"""
    (?: [a-z0-9)] [.;]                       # Nobody came. The hall
      | [a-z)] [.;?!] \d{1,2} (?:,\d{1,2}){0,3}   # Nobody came.1,2 The hall
      | [a-z)] [.;?!] [(\[] \d{1,3} [)\]] )        # Nobody came.(1) The hall
    \s+ [“"‘'(\[]? [A-Z]                    # Nobody came. (Paragraph 4)
    """,
    re.VERBOSE,
)
"""A sentence that ends within the words, perhaps with the numbers of notes behind it."""

PARAGRAPH_CITED = re.compile(r"[.;?!]\s+\([^()]{1,80}\)\Z")
"""A remark in brackets behind a sentence: `The board should paint. (Paragraph 4)`."""

_STATEMENT_INSIDE = re.compile(r"[a-z0-9)](?<!\bi\.e)(?<!\be\.g)(?<!\betc)[.;]\s+\S")
"""As above, in lower case too, but for the points of abbreviations."""


def is_person(words: str) -> bool:
    """Whether words are a person's name: a known forename, a title, or words that are no others."""
    name = read_name(words.title() if words.isupper() else words)
    if name is None or not (name.given or name.title):
        return False
    parts = (*name.given, *name.family.split())
    return name.evidence != "form" or not any(is_common(part.casefold()) for part in parts)


_SIDE_BY_SIDE = re.compile(
    r"""
      (?: [^\W\d_]{3} | \b\d{4} )                                 # May 1901     No. 4
      [.,)]? (?: [ \t]{3,} | \t ) [^\W\d_]        # Ann Ferry     Tom Moss
    | \A\s*(\S{1,20})[ \t]{3,}\1\s*\Z              # EN            EN
    """,
    re.VERBOSE,
)


def is_side_by_side(line: str) -> bool:
    """Whether a line, with its blanks, has words of two columns: `Ann Ferry     Tom Moss`.

    So has the only row of a table, with a tab between its cells.
    What stands apart from its heading like this is no more than a number: `Part 2     Lamps`.
    """
    return NUMBERED.match(line.strip()) is None and _SIDE_BY_SIDE.search(line) is not None


def is_capitals(words: str) -> bool:
    """Whether a line is in capitals, and no code such as `AB12`."""
    return words.isupper() and not any(character.isdigit() for character in words)


_STOPPED = re.compile(
    r"""
    (?:[IVXL]{1,6}\.\s?[-–—]{0,2}\s?)?      # II.--OF THE WATER.
    [^a-z.:;?!]{3,80} (?:\.|:[-–—])          # WATER SUPPLY.   TOLLS:—
    """,
    re.VERBOSE,
)


def is_stopped_title(words: str) -> bool:
    """Whether the words are a few in capitals with a printer's stop: `WATER SUPPLY.`, `TOLLS:—`."""
    is_line = words.isupper() and len(words.split()) <= LONGEST
    return is_line and _STOPPED.fullmatch(words) is not None


def names_section(words: str) -> bool:
    """Whether words are what a part of many documents is called: `Introduction`, `9. Notes`."""
    named = without_number(words)
    return named[:1].isupper() and SECTION_NAME.fullmatch(named) is not None


_BACK_MATTER = re.compile(
    rf"""
    {LIST_HEADING} | (?:foot|end)?notes? | glossary | (?:list[ ]of[ ])?abbreviations
    | acknowledge?ments | contact(?:s|[ ]us|[ ]details)?
    | about[ ](?:us|the[ ]authors?|(?:our|the|this)[ ](?:[a-z]+[ ])?[a-z]+)   # About the guild
    """,
    re.IGNORECASE | re.VERBOSE,
)


def names_back_matter(words: str) -> bool:
    """Whether the words are what stands behind the text of a document: `References`, `Glossary`."""
    return words[:1].isupper() and _BACK_MATTER.fullmatch(words) is not None


_HEADS_LIST = re.compile(
    r"""
    (?:(?:key|main|overall|other|general|some)[ ])?         # Main lessons
    (?:aims|benefits|challenges|conclusions|findings|issues|learning|lessons|messages|objectives
      |outcomes|outputs|points|principles|problems|questions|recommendations|results|themes)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def heads_list(words: str) -> bool:
    """Whether a line can only head a list, and so is no item of the list above it."""
    return _HEADS_LIST.fullmatch(words) is not None


_ANNEX = re.compile(r"(?:annexe?|appendix|schedule)(?:\s?[:–—-]\s.+)?", re.IGNORECASE)


def names_annex(words: str) -> bool:
    """Whether the words are those of an annex that has no number: `Appendix: Tolls`."""
    return _ANNEX.fullmatch(words) is not None


def has_code(words: str) -> bool:
    """Whether the words have a number of a telephone, a book or a form, or a postcode."""
    return _CODE.search(words) is not None


def is_caption(words: str) -> bool:
    """Whether the words are no heading, since they name a table or a picture: a caption mostly."""
    return NAMES_DRAWN.match(words) is not None


def is_question(words: str) -> bool:
    """Whether the words are one question or several, and nothing else."""
    asks = words.rstrip("”\"'’ ").endswith("?") and words[:1].isupper()
    return asks and not _STATEMENT_INSIDE.search(words)


_QUESTION_NUMBER = re.compile(r"Q(?:uestion)?\.?\s?\d{1,4}[.)]?\s+")


def is_said(words: str) -> bool:
    """Whether the words are a question that somebody is said to ask: `Mr Ferry: Why?`.

    A subject may stand before a colon as well: `TOLLS ON FERRIES: WHO PAYS?`.
    """
    words = _QUESTION_NUMBER.sub("", words)
    label = SPEAKER.match(words) if words.endswith("?") else None
    if label is None:
        return False
    who = label[0].rstrip(": ").split()
    is_office = _WHO_SPEAKS.search(label[0].rstrip(": ")) is not None
    is_short = len(who) == 1 and not is_common(who[0].casefold())
    return is_office or is_short or is_person(" ".join(who))


_WHO_SPEAKS = re.compile(rf"\A(?:{POST}|{ROLE}|{HEARD})\b|\b(?:{POST}|{ROLE})\Z", re.IGNORECASE)


_LABELLED = re.compile(
    r"""
    [A-Z][a-z]{2,20} [ ] \d{1,2}                              # Question 3. Lamps
    (?: [ ]? (?:[-–—&,]|to\b|and\b) [ ]? \d{1,2} ){0,4}      # Questions 3 to 5: Lamps
    [.:] [ ]+ (?=[A-Z])
    """,
    re.VERBOSE,
)
"""What a heading begins with that says which questions or proposals stand under it."""


def _most_words(words: str) -> int:
    """How many words a heading set as these are may have."""
    return _LONGEST_IN_CAPITALS if words.isupper() else LONGEST


def can_be_heading(words: str) -> bool:
    """Whether a line of plain type can be a heading, as far as its words tell.

    They are a few, in one piece, and neither a sentence nor the beginning of one. A quotation, a
    reference and a question that somebody is said to ask are no headings either.
    """
    words = _LABELLED.sub("", words)
    split = words.split()
    is_line = len(split) <= _most_words(words) and words[-1] not in ".,;:!|-–—"
    is_line = is_line and split[0] not in COORDINATORS  # `and that lamps`, between two lists
    if not is_line or _CODE.search(words) or not _FORM_SIGNS.isdisjoint(words):
        return False
    if SENTENCE_INSIDE.search(words) or is_broken(words) or ends_in_see(words):
        return False
    if _DATED.search(words) or (ends_sentence(words) and "?" not in split[-1]):
        return False  # a field; or behind its full stop stands the number of a note, or a bracket
    is_others = is_quotation(words) or is_credited(words)
    return not (is_others or YEAR.search(words) or is_said(words))
