"""What English prose shows of where a sentence goes on: the judgement that several rules share."""

from consultations import patterns as re
from consultations.english.credit_lines import IN_BRACKETS
from consultations.english.persons import PARTICLES
from consultations.english.small_words import LEADS_ON
from consultations.english.word_lists import alternatives

_QUOTES = {"'": "'’", "‘": "'’", '"': '"”', "“": '"”'}
_BEFORE_NAME = frozenset(["Cllr", "Dr", "Messrs", "Mr", "Mrs", "Ms", "Mx", "Prof", "Revd"])
"""Titles that stand before a name and are never a word of their own."""
_LISTED_NAME = re.compile(
    rf"(?:(?:{alternatives(PARTICLES)}) ){{1,3}}[^\W\d_a-z][\w’'-]+,? [A-Z]\."
)
"""What an entry of a list of references begins with: `van der Weide, J.`"""
SPEAKER = re.compile(r"[^\W\d_a-z][\w'’.]{0,30}(?:\s[^\W_a-z][\w'’.]{0,30}){0,4}:\s")
"""A name and a colon, with which a speech or a labelled part begins."""
SPEAKS = re.compile(rf"[QA]\.\s|{SPEAKER.pattern}")
"""The same, or the letter of a question or an answer in a hearing."""


_TURNS_OVER = re.compile(
    r"""
    \W* (?:(?:article|report|story|text)[ ])?
    (?: (?: continue[ds]? | cont(?:['’]?d|\.) | (?:please[ ])? turn ) [ ]
        (?: (?: from | on | over | to ) [ ]
              (?: (?:the[ ])? (?: back | facing | following | next ) (?:[ ]p(?:age|\.)?)?
                | p(?:age|\.)? (?:[ ]\d{1,3})? )                # Continued on page 3
            | below | opposite | over | overleaf )              # Please turn over
      | (?: go | turn ) [ ] to [ ] page [ ] \d{1,3} ) \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)


def turns_over(text: str) -> bool:
    """Whether the words say no more than where a text goes on or comes from: `Turn to page 3`.

    Without a capital they do so only with a number: a sentence may have told someone to `turn over`
    what is his.
    """
    is_line = text.lstrip("([*_→>–—- ")[:1].isupper() or any(map(str.isdigit, text))
    return is_line and _TURNS_OVER.fullmatch(text) is not None


def is_quotation(text: str) -> bool:
    """Whether the words stand between quotation marks from end to end."""
    return text[:1] in _QUOTES and text.rstrip(".,;")[-1:] in _QUOTES[text[0]]


_CREDIT = re.compile(
    rf"""
    \s* (?: [(\[] {IN_BRACKETS} [)\]]                              # (Boat owner, Upper Pier)
        | (?: -- | [–—] ) \s? [^\W\d_] [^.?!;:]{{1,80}} ) \Z         # – Boat owner
  | (?<= [.?!…]["”’'] ) \s [^\W\d_a-z][\w’'-]* (?: \s[\w’'-]+ )?
    (?: \s \([^()]{{1,60}}\) | ,\s [^.?!;:]{{1,60}} )? \Z             # Keeper 3 (female, 45)
    """,
    re.VERBOSE,
)
"""Whose words a quotation has; behind a full stop within the marks they need no sign."""


_LONGEST_CREDIT = 120
"""Code points at the end of a text in which its credit stands, with the blank before it."""
_LEAD = re.compile(r"[^“”\"‘:]{1,60}:\s+(?=[“‘\"'])")
"""What stands before a quotation: `Upper Pier, 4 May: “…”`."""


def is_credited(text: str) -> bool:
    """Whether the words are a quotation, and behind it in brackets or after a dash whose it is.

    Before it may stand what it was said of, or when, and a colon.
    """
    credit = _CREDIT.search(text, max(0, len(text) - _LONGEST_CREDIT))
    if credit is None:
        return False
    lead = _LEAD.match(text)
    return is_quotation(text[lead.end() if lead else 0 : credit.start()])


def _last_word(text: str) -> str:
    """The last word if it leads on, in lower case, or nothing.

    The letter of `Annex A` or `ANNEX A` is no article, and the month of `4 May` no verb.
    """
    words = text.split()
    if not words or words[-1].lower() not in LEADS_ON:
        return ""
    is_label = words[-1] == "A" and (not text.isupper() or len(words) == 2)
    is_name = words[-1] in ("May", "Will")
    return "" if is_label or is_name else words[-1].lower()


def awaits_name(text: str) -> bool:
    """Whether the words end in a title, after which a name must come: `the clerk and Mr`."""
    words = text.split()
    return bool(words) and words[-1].rstrip(".") in _BEFORE_NAME


def breaks_off(text: str) -> bool:
    """Whether the words end where no sentence can.

    They end at a comma, a hyphen, a title of a person's or a word that leads on. The stroke at the
    end of an address is a part of it.
    """
    if text.rstrip().endswith((",", "-", "–", "—", "/", "(")):
        last = text.split()[-1]
        return not (last.endswith("/") and ("://" in last or last.startswith("www.")))
    return bool(_last_word(text)) or awaits_name(text)


def announces(text: str) -> bool:
    """Whether the words lead to what stands under them: with a colon, or by breaking off.

    A comma, `and` or `or` leads from one item of a list to the next.
    """
    return text.endswith(":") or _last_word(text) not in ("", "and", "or", "but", "nor")


def begins_entry(text: str) -> bool:
    """Whether a name with a particle begins an entry of a list, which then begins in lower case."""
    return _LISTED_NAME.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether the words begin inside a sentence: in lower case, or with a closing mark.

    A quotation in lower case is no sign: it may be a block of its own. Nor is a name in a list, or
    the letter of what one may choose: `a) and c).`
    """
    first = text.lstrip("([")[:1]
    in_lower_case = first.islower() and not (begins_entry(text) or text[1:3] == ") ")
    return in_lower_case or text[:1] in (",", ";", ")", "]", "’", "”", "…")


def unclosed(text: str) -> str:
    """The last bracket or quotation mark that is open at the end of the words, or nothing.

    Single quotation marks and straight ones are left out: an apostrophe looks the same. A straight
    double mark is open when it is the odd one and stands before a word.
    """
    for opening, closing in (("(", ")"), ("[", "]"), ("“", "”")):
        if text.count(opening) > text.count(closing):
            return opening
    if text.count('"') % 2 and "”" not in text:
        last = text.rfind('"')
        if last + 1 < len(text) and not text[last + 1].isspace():
            return '"'
    return ""


def closes(text: str, opening: str) -> bool:
    """Whether the words close, before they open another, what was opened before them."""
    openings, closings = {"(": ("(", ")"), "[": ("[", "]"), "“": ("“", "”"), '"': ("“", '"”')}[
        opening
    ]
    for character in text:
        if character in closings:
            return True
        if character in openings:
            return False
    return False


_NAMES = re.compile(
    r"""
    \A .{0,200}? \b(?:following|below)\b .{0,400} \Z          # The following guilds wrote to us.
  | \A (?:\W*\w+[:.–-]?\s){0,3}? (?:full\s)? (?:list|names)\s of \b .{0,60} \Z
                                                                    # Annex: List of guilds
  | \A (?:\W*\w+[:.–-]?\s){0,3}? (?:attendees | consultees | contributors | participants
        | respondents | those\swho\s.{3,40} | witnesses             # Annex B: Respondents
        | (?:written\s)? submissions (?:\sreceived)? ) \Z
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""What stands over a list and says so: the first line under it is an item like the others."""


def announces_names(words: str) -> bool:
    """Whether a heading or a text says that names stand under it, a line each."""
    return _NAMES.match(words) is not None
