"""What a passage looks like that replies, and one that is replied to."""

from collections.abc import Callable

from consultations import patterns as re
from consultations.annotate.questions.acceptance import state_at_beginning
from consultations.annotate.questions.states import unnumbered
from consultations.english.call_labels import answer_label, answers_a_report
from consultations.english.outcome_labels import (
    says_decided,
    says_received,
)
from consultations.english.replies import opens_reply
from consultations.model.edition import Edition, Passage
from consultations.model.text import skip_blanks

_REPLIES = re.compile(
    r"""
    (?: [Ww]e\s | [Tt]he\s (?:[\w’'-]+\s){1,5}? | (?:[A-Z][\w’'&()-]*\s){1,8} )
    (?: (?:also|fully|strongly)\s )?
    (?: accept | agree | disagree | support | welcome | note | recognise | recognize | acknowledge
      | reject | share | thank ) s?\b                        # The board agrees that lamps matter
  | (?: [Ww]e\s | [Tt]he\s (?:[\w’'-]+\s){1,4}? ) (?:is|are)\s
    (?: grateful | committed | already | content | not )\b    # We are already at work on this
  | [Ww]e\s (?: will | shall )\s                              # We will light them
    """,
    re.VERBOSE,
)
_PARAGRAPH_NUMBER = re.compile(
    r"(?:\(?|R(?:ec)?\.?\s?)(\d{1,4}(?:\.\d{1,3}){0,2}|\d{1,3}[a-h](?=[.)]))[.):]?\s+"
)

_CITED = re.compile(
    r"""
    \( (?: (?: paragraphs? | paras? | recommendations? | conclusions? )
          \s \d[\d.,\s–-]{0,20} (?:and\s\d[\d.]*)? [,;]? \s? ){1,3} \) \Z
                                                   # (Recommendation 3, Paragraphs 40 and 41)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CITED_NUMBER = re.compile(r"\brecommendation\s(\d{1,3})\b", re.IGNORECASE)
_LONGEST_CITED = 120
"""Code points at the end of a passage in which such a bracket stands."""
_RECOMMENDS = re.compile(
    r"""
    \b (?: recommends? | should | must | ought | urges? | calls?\son | invites? )\b
  | \A \W* (?: \d{1,4} [\d.]{0,6} \)? \s+ )? That\s                # 12. That fares be frozen.
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_ANSWERING = re.compile(
    r"""
    \b (?: consult(?:s|ed|ing|ations?|ees?) | evidence | green\spaper | inquiry | questionnaire
      | representations? | repl(?:y|ies|ied) | respon(?:ded|dents?) | submissions? | surveys?
      | (?: comments? | concerns? | feedback | responses? | views ) \s
        (?: (?: was | were | we ) \s )?
        (?: from | made | on\sthe | raised | received | submitted | to\s(?:our|the|this) )
                                                             # Comments received from keepers
      | (?: been | was | were ) \s (?: asked | raised | said | told )   # what was said of it
      | you (?: \s have )? \s (?: asked | raised | said | told ) )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a document speaks of in which somebody answers what another has asked or said."""
_OF_SELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b(?![.)]\w)")
_LONGEST_HEAD = 200
"""Code points. A longer heading says nothing about the document."""


def recommends(text: str) -> bool:
    """Whether a passage says what ought to be."""
    return _RECOMMENDS.search(text) is not None


def is_cited(text: str) -> bool:
    """Whether a passage ends with where in a report it comes from: `(Paragraph 40)`."""
    return _cited(text) is not None


def cited_number(text: str) -> str | None:
    """The number that a passage says at its end that it has: `(Recommendation 3, Paragraph 40)`."""
    cited = _cited(text)
    number = _CITED_NUMBER.search(cited[0]) if cited else None
    return number[1] if number else None


def _cited(text: str) -> re.Match[str] | None:
    # How it ends is asked first: the pattern looks for a bracket from every place on.
    return _CITED.search(text, max(0, len(text) - _LONGEST_CITED)) if text[-1:] == ")" else None


def is_reply(passage: Passage) -> bool:
    """Whether an answer begins here, by a label, a state or the first words."""
    text = unnumbered(passage.text)
    if answer_label(text) is not None:
        return True
    if state_at_beginning(text) or opens_reply(text):
        return True
    if passage.kind == "heading":
        return says_received(text) or says_decided(text)
    return _REPLIES.match(text) is not None


def paragraph_number(passage: Passage) -> re.Match[str] | None:
    """The number with which a passage begins, as a match in its words as `numbered` gives them."""
    return _PARAGRAPH_NUMBER.match(numbered(passage))


def numbered(passage: Passage) -> str:
    """The words of a passage with the number before them, where a list's marker bears it.

    The marker has lost its point or bracket. A number of several parts, 2.4, had none.
    """
    if not passage.marker:
        return passage.text
    end = "" if "." in passage.marker else ")"
    return f"{passage.marker}{end} {passage.text}"


def label_end(passage: Passage, *says: Callable[[str], bool]) -> int:
    """Where the words begin behind a label, or its end; 0 where a passage has none of these.

    A label ends at a colon, or with its bold type: **You told us** that lamps are out.
    """
    text = passage.text
    head, colon, _ = text.partition(": ")
    bold = passage.bold_until
    for one in says:
        if bold and one(text[:bold].rstrip(" :")):
            return skip_blanks(text, bold, len(text))
        if one(text):
            return len(text)
        if colon and one(head):
            return len(head) + len(colon)
    return 0


def speaks_of_self(text: str) -> bool:
    """Whether one person speaks in a text, as readers and those who are interviewed do."""
    return _OF_SELF.search(text) is not None


def speaks_of_answering(edition: Edition) -> bool:
    """Whether a document speaks anywhere of somebody who asks, and of somebody who answers."""
    record = edition.source.record
    texts = (record.title, record.type, *(passage.text for passage in edition.passages))
    return any(map(_OF_ANSWERING.search, texts))


def is_answer_to_report(edition: Edition) -> bool:
    """Whether the document says of itself, in its title or over a part, that it is an answer."""
    heads = (
        p.text
        for p in edition.passages
        if len(p.text) <= _LONGEST_HEAD and (p.kind == "heading" or p.text[-1:].isalpha())
    )
    return any(map(answers_a_report, (edition.source.record.title, *heads)))
