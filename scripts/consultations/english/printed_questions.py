"""Questions as records and papers of questions print them: who asks, whom, and who answers.

All examples here are invented.
"""

from collections.abc import Sequence
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.credit_lines import names_speaker
from consultations.english.name_parts import FORENAMES
from consultations.english.personal_names import personal_names
from consultations.english.persons import is_title

_ASKS = re.compile(
    r"(?:§ ?)?(?:[(\[]\d{3,6}[)\]] |\d{1,4}\. )?(?:(?P<who>[^:?!]{3,60}?) ?)??"
    r"(?P<asks>asked (?:the|[Hh]er|[Hh]is) [A-Z]|[Tt]o ask (?:the )?[A-Z])"
)
"""How a question to a minister is put in print: Mr. Moss asked the Minister for Tolls whether

Its number may stand before it."""
_OF_MINISTER = re.compile(
    r"(?:asked|[Tt]o ask) (?:the )?(?P<of>[^.:;?!]{3,120}?),?"
    r" (?:pursuant|further|with reference|(?:(?:by|for|in|on|to) )?(?:how|if|wh(?!ile)[a-z]+))\b"
)
"""To ask the Minister for Tolls how many"""
_OF_PARLIAMENT = re.compile(
    r"\bif (?:he|she|they) will make a statement\b|[(\[](?:\w{1,6}-)?\d{3,6}(?:/\d{2,4})?[)\]]\.?\Z"
)
"""With what only a question in a parliament ends: if he will make a statement. [417/15]"""
_TABLED = re.compile(r"\?\s?[(\[]?(?:[A-Z]{2,4}|[A-Z]\d[A-Z]-)\d{4,6}[)\]]?\Z")
_PRINTED_BEFORE = re.compile(
    r"""
    (?: § \ ? )?
    (?: (?P<title> [A-Z][a-z]{1,7}\.? ) \  (?P<names> (?: [A-Z][\w’'-]+\  ){1,3} )    # Mr. Moss The
      | (?P<office> The\ [A-Z][^.:?!;()]{2,100} \ \( [^()]{3,60} \) ) \ )   # The Clerk (Mr. Moss) A
    (?= [A-Z£\d“(] )
    """,
    re.VERBOSE,
)
"""Who answers, printed right before the answer: Mr. Moss The tolls are high."""
_ASKS_BELOW = re.compile(
    r"""
    (?P<by> [A-Z][^.:?!;,()]{2,50}? )                                # Ann Moss
    (?: ,?\ (?:of|from|representing|on\ behalf\ of)\ [^.:?!;]{2,60}?   # , of the Guild of Keepers
      | ,\ [^.:?!;]{2,60}?,                                          # , a keeper of Tarn,
      | \ \([^()]{2,60}\) )?                                         # (Tarn East)
    (?: \ [–—-] )? \ (?:had\ |has\ |then\ )?                           # then
    (?: (?i:ask) (?:ed|s) | put | submitted | posed | raised )             # asked
    (?: \ (?P<first> (?:the\ )? [A-Z][^.:?!;,]{2,50}? (?: ,\ [A-Z][^.:?!;,]{2,50}? )? )
        (?: ,\ [^.:?!;]{2,80}?, )? )?                                # , who had the chair,
    (?: \ (?: the\ following | this | these | a | two | three )       # the following
        \ (?:\w+\ )? questions?                                      # written question
      | ,? \ (?: in\ writing | (?: (?:up)?on | without ) \ notice )     # in writing, on 4 May 2020:
        (?: ,? \ on\ \d[\w ]{5,20} )? (?=\ ?:) )
    (?: \ (?:of|to|for) \ (?P<of> (?:the\ )? [A-Z][^.:?!;,]{2,60})   # to the Harbour Master
        (?: ,\ [^.:?!;]{2,100} )? )?                                 # , of which notice was given
    \ ?[.:]?
    """,
    re.VERBOSE,
)
_QUESTION_OF = re.compile(
    r"""
    (?: [(\[] [^()\[\]]{1,30} [)\]] \s )?                              # (2020/C 7 E/05)
    (?: following\ is\ )? (?: an?\ | the\ )?
    (?: (?: (?P<more> supplementary ) | follow-up | further | oral | priority | public
          | written )\ ){0,2}
    question (?: \ for\ (?:written|oral)\ (?:answer|reply) )?
    (?: \ (?: no\.?\ | number\ )? (?P<number> (?: [A-Z]\w{0,3}- )? \d{1,6} (?: /\d{2,4} )? ) )?
    (?: (?: ,?\ | \ ?[:–—-]\ ) (?: from | by | submitted\ by )[ ]
          (?P<by> (?:the\ )? (?-i:[A-Z]) [^:?!;()]{2,60}? )
        (?: \ \([^()]{1,30}\) )?                                      # by Ann Moss (Tarn)
      | \ ?:\ (?P<lodged> (?-i:[A-Z]) [^,:?!;()]{2,60} ) (?: ,\ [^,:?!;()]{2,60} ){0,3}
        ,?\ date\ lodged: \ ? [\w/. ]{6,20} )?                     # : Ann Moss, Tarn, date lodged:
    (?: ,?\ to \ (?P<of> (?:the\ )? (?-i:[A-Z]) [^.:?!;()]{2,60}? ) )?      # to the Commission
    (?: \ Rule\ \d{1,3} (?: \(\d\) )? )?
    (?P<members> (?: (?: ,\ | \ and\ | \ )             # Ann Moss (ABC) and Jo Reed (ABC)
        (?-i:[^\W\d_a-z]) [\w’'.-]{1,30} (?: \ [\w’'.-]{1,30} ){1,4} \ \( [^()]{2,20} \) ){1,8} )?
    (?: ,?\ and\ (?:an?\ )? (?: \w+\ )? (?: answer | reply | response ) \ (?: from | by )
        \ (?P<answers> [^:?!;()]{2,80}? )                   # and a reply by the Clerk,
        (?: ,\ (?: at | in | on ) \ [^:?!;()]{2,80}? )? )?   # in the Council today
    (?: ,?\ \( [^()]{4,30} \) )?                                       # (4 May 2020)
    \ ?[.:]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The head of a question in a record: `Written question E-11/20 by Ann Moss to the Board`."""
_ONE_TO_OTHER = re.compile(
    r"(?:Question (?P<number>\d{1,3})(?: ?[:.]| ?[–—-]) )?"
    r"(?P<by>[A-Z][^:?!;,()]{2,50}?) (?:to|asked) (?P<of>(?:the )?[A-Z][^.:?!;,()]{2,60})"
    r"(?:, [^:?!;()]{2,80})?(?(number) ?:?| ?:)"
)
"""Who asks whom, over the question: `Councillor Moss to the Chair:`, `Question 4: Moss to Reed`."""
_TO_MINISTER = re.compile(
    r"[A-Z][^:?!;,()]{2,50}?(?: \([^()]{2,60}\))? to (?:the )?[A-Z][^.:?!;]{2,60}: "
)
_BRACKETED = re.compile(r" \([^()]*\)")
_LONGEST_HEAD = 400
"""Code points of a head."""
_FEWEST_STANDING = 3


class AskedBelow(NamedTuple):
    """Who asks the question that stands below, and whom; None where it is not said."""

    by: str | None
    of: str | None
    number: str | None = None


def asks_below(text: str) -> AskedBelow | None:
    """Who asks, where a passage says no more: `Ann Moss of Tarn asked the Mayor this question:`.

    So does the head of a question in a record, and who asks, or turns to whom, before a colon. A
    head says by whom it is, or has a number of letters and digits; a supplementary question has its
    asker from the one before.
    """
    if len(text) > _LONGEST_HEAD:
        return None
    if match := _ASKS_BELOW.fullmatch(text):
        return AskedBelow(match["by"], match["of"] or match["first"])
    if (match := _QUESTION_OF.fullmatch(text)) and (asked := _headed(match)):
        return asked
    match = _ONE_TO_OTHER.fullmatch(text)
    if match and names_speaker(match["by"]):
        return AskedBelow(match["by"], match["of"], match["number"])
    who = text.removesuffix(" asked:")
    return AskedBelow(who, None) if who != text and names_speaker(who) else None


def is_put_to_minister(text: str) -> bool:
    """Whether a question begins with who asks whom: `Ann Moss (Tarn) to the Minister: Why?`."""
    return _TO_MINISTER.match(text) is not None


def _headed(match: re.Match[str]) -> AskedBelow | None:
    """What the head of a question in a record says; None where it may be another heading."""
    one = (match["by"] or match["lodged"] or "").partition(",")[0].removeprefix("the ")
    by = one or _BRACKETED.sub("", match["members"] or "").strip(" ,") or None
    number = match["number"]
    if by or match["more"] or (number and not number.isdigit()):
        return AskedBelow(by, match["answers"] or match["of"], number)
    return None


def asked_in_print(text: str) -> tuple[str | None, int] | None:
    """Who asks a minister and where the question begins: `Mr. Moss asked the Minister whether`.

    None where it is no such question; without a name it stands under who asks.
    """
    match = _ASKS.match(text)
    if match is None:
        return None
    who = match["who"]
    if who and names_speaker(who) is None and not _has_title(who):
        return None
    return who, match.start("asks")


def _has_title(who: str) -> bool:
    """Whether words are a name behind a title or an office: `Deputy Ina Moss`."""
    name = next(iter(personal_names(who)), None)
    return name is not None and bool(name.title) and (name.start, name.end) == (0, len(who))


def minister_asked(text: str) -> str | None:
    """Whom a question in print asks, where what is asked begins behind it with a word that asks."""
    asked = asked_in_print(text)
    match = _OF_MINISTER.match(text, asked[1]) if asked else None
    return match["of"] if match else None


def is_of_parliament(text: str) -> bool:
    """Whether a question has what no other than one in a parliament has: `[417/15]`."""
    return _OF_PARLIAMENT.search(text) is not None or is_tabled(text)


def is_tabled(text: str) -> bool:
    """Whether a question ends in the code under which a parliament tabled it: `Why? OQ57123`."""
    return _TABLED.search(text) is not None


def is_put_in_print(text: str) -> bool:
    """Whether a question to a minister shows by its words alone that a parliament prints it.

    Minutes and papers tell of what somebody asked too: `Mr. Moss asked the Chair whether it rains`.
    So a name stands before it only with what no other question has; without one it begins "To ask"
    or "asked", and says what is asked.
    """
    match = _ASKS.match(text)
    if match is None or asked_in_print(text) is None:
        return False
    if is_of_parliament(text):
        return True
    is_told = match["who"] is not None and match["asks"].startswith("asked")
    return not is_told and minister_asked(text) is not None


def answers_in_print(text: str) -> tuple[str, int] | None:
    """Who answers a question to a minister, and where his words begin: `Mr. Moss They are high.`.

    Nothing parts the name from them: it is a title and one word, or two where the first is a
    forename; or an office, with the name in brackets.
    """
    match = _PRINTED_BEFORE.match(text)
    if match and match["office"]:
        who = names_speaker(match["office"])
        return (who, match.end()) if who else None
    if match is None or not is_title(match["title"]):
        return None
    first, *others = match["names"].split()
    name = [match["title"], first, *(others[:1] if first in FORENAMES else ())]
    who = " ".join(name)
    return who, match.start("title") + len(who) + 1


def standing_speakers(texts: Sequence[str]) -> frozenset[int]:
    """Which of some blocks name the speaker of the next block; none where they head parts.

    In a record of questions and answers somebody asks, and some come again or many ask.
    """
    names = [names_speaker(text) for text in texts]
    over = {n: name for n, name in enumerate(names[:-1]) if name and names[n + 1] is None}
    asking = sum("?" in texts[n + 1] for n in over)
    asking += sum(asked_in_print(text) is not None for text in texts)
    again = len(set(over.values())) < len(over)
    if len(over) < _FEWEST_STANDING or not asking or not (again or asking * 2 >= len(over)):
        return frozenset()
    return frozenset(over)
