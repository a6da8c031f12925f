"""The words that say what stands below or beside them: a recommendation, a response, a decision.

A label is a passage of its own, "Response", or begins one, "Response: We agree." All examples here
are invented.
"""

from typing import NamedTuple

from consultations import patterns as re
from consultations.english.kinds import BODY
from consultations.english.numerals import CARDINAL

_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[IVX]{1,5}|[A-Z]\d{0,2}|[ivx]{1,5}"
    rf"|(?i:{CARDINAL}))\b"
)
_CALL = re.compile(
    rf"""
    (?: (?P<counted> \d{{1,3}}[a-z]? ) \s? (?P<count_end>[.):]) \s+ )?    # 12. Recommendation 4
    (?P<whose> (?:The\s)? (?:[A-Z][\w’'&-]*\s){{0,3}} )     # Committee, The Board's, Key
    (?P<what> (?i:recommendations? | proposals? | conclusions?) )
    (?: \s (?: (?i:no)\.\s? | (?i:no|number)\s )?           # Recommendation no. 4, no.4
        (?P<number> {_NUMBER} (?: \s?(?:,|,?\sand|&|to|[-–])\s? {_NUMBER} )*   # 5 and 6, 7–9
          | \( (?: {_NUMBER} | [a-z] ) \) ) )?                                   # (iv), (b)
    (?: \s? \( [^()]{{1,60}} \)
      | ,?\s(?i:paragraphs?|paras?)\s\d[\d.,\s–-]* )?           # (paragraph 34) Paragraph 2.14
    (?: \s* (?P<end> [:.–—-] | \) ) \s+
      | \s+ (?=[A-Z“‘]) (?(number)|(?!))                     # Recommendation 4 The board should
      | \s*[:.–—-]?\s* \Z )
    """,
    re.VERBOSE,
)
_NOBODYS = re.compile(
    r"\b(?:response|reply|answer|summary|list|annex|appendix|see|as|in|of|for|to|under|with)\b",
    re.IGNORECASE,
)
"""Words before "Recommendation 4" that make it a reference: See Recommendation 4."""
_LEADER = re.compile(r"[.…]{4}\s*\d+\Z")
_WHOSE = r"""
    (?! (?i: see | please | in | as | with | for | this | that      # See the reply to
           | no | declined )\b )                                    # No answer
    (?: (?i:our|my|your)\s )?
    (?: (?: [A-Z][\w&-]* (?:[’']s?)? | [\w-]+(?:[’']s|s[’']) | of | for | and | the | (?i:BODY) )
        \s ){0,6}?
""".replace("BODY", BODY)
_IS = r"\b(?:are|can|has|have|is|may|must|was|were|will)\b"
_TO = r"""
    (?: \s (?: (?:to|from|by|on|of)\s                               # to Recommendation 6.4
            (?: NO_VERB ){1,60}
            (?: (?: (?<=\bthat)|(?<=\bwhich)|(?<=\bwho) )             # to points that were made
                \s VERB (?: NO_VERB ){1,60} )?
          | \( [^()]{1,60} \)                                         # (Board)
          | \d+(?:\.\d+)* ) )?                                        # 6.4
""".replace("NO_VERB", rf"(?!{_IS}) [^.:?!] | \.(?=\d)").replace("VERB", _IS)
_ANSWER = re.compile(
    rf"""
    {_WHOSE}                         # The county's, Government, Our
    (?i: response | reply | answer | decisions? | position             # Our decision
       | (?: oral | written ) \s answers )                              # Written answers
    {_TO}                            # to recommendation 3; from the Board
    (?: (?: \s? [:–—] | (?<=\d) \s -(?=\s) ) \s* (?P<text> \S.* )? | \.? ) \Z   # Answer 3 - No
  | (?i: in \s response ) \s? : \Z                                     # In response:
    """,
    re.VERBOSE | re.DOTALL,
)
_CREDITED = re.compile(
    r"""
    (?: (?: further | interim | joint | oral | supplementary | written ) \s ){0,2}
    (?: answer | answered (?=[^()]+\(\d) | reply | response )       # Answered by Ann Moss (4 May)
    (?: \s to \s [^.:?!]{1,100}? )?                   # to Written Questions E-11/20 and E-12/20
    \s (?: (?: given | provided | received | submitted ) \s )? (?: by | from ) \s
    (?: the \s )? (?P<who> (?-i: [A-Z] ) [^.:?!;()]{1,60}? (?: \. [^.:?!;()]{1,60}? )? )
    (?: \s on \s behalf \s of \s [^.:?!;()]{2,80} )?      # on behalf of the Commission
    (?: ,? \s \( [^()]{4,40} \) )?                     # (4 May 2020)
    \s? [.:]?
  | (?: the \s )? (?P<replier> (?-i: [A-Z] ) [^.:?!;()]{1,60}? )             # Ann Moss replied:
    (?: \s (?: then \s )? (?: answered | replied | responded ) (?: \s as \s follows )? \s? :
      | \s responded \s (?: on | [–—-] ) \s \d{1,2} \s [A-Z][a-z]{2,8} \s \d{4}   # … on 4 May 2020
      | \s? [:–—-] \s? the \s (?: answer | reply | response ) \s to \s [^.:?!]{3,60} \s
        question s? \s (?: is | are ) \s as \s follows \s? :-? )   # Ann Moss: The answer to the
                                                          # member’s question is as follows:
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The label of an answer that says who answers: `Answer given by Ms Moss for the Board`."""
_PROMPT = re.compile(
    r"""
    (?: \(? if\s(?:yes|no|not|so|applicable|other)\b [^.?!\n]{0,30}? ,? \s )?
    please \s (?: add | answer | choose | comment | describe | enter | explain | give | mark
                | provide | rank | rate | select | set | specify | state | tell | tick | type
                | use | write ) \b [^.?!\n]{0,80} [.:]?              # Please give your reasons:
  | (?: check | choose | mark | select | tick ) \s (?:only\s)? (?: all | any | one | up\sto )\b
      [^.?!\n]{0,60} [.:]?                                          # Tick all that apply
  | [(\[]? (?: required | optional | mandatory ) [)\]]?
  | [(\[]? (?: (?:maximum|max\.?|limit:?|up\sto) \s (?:of\s)? )? \d[\d,]* [ -] (?:character|word)s?
      (?: \s (?: limit | maximum | max\.? | allowed | remaining ) )? [.)\]]{0,2}   # (500 words)
  | (?:\w+\s){0,3} (?:comments?|reasons?|explanation|details|views) :        # Your comments:
  | (?:(?:additional|further|your)\s)? (?:comments?|reasons?|explanation)   # Comments
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a form prints over the space for an answer; it is no part of the answer."""
_FIELD = re.compile(r"[A-Z][\w ]{1,30}: [^.?!\n]{1,40}")
_LABEL_ENDS = re.compile(r":|(?<=\d) - ")
_LONGEST_LABEL = 12
"""Words of a label, up to its end."""


class CallLabel(NamedTuple):
    """What a call says of itself before its words."""

    what: str
    """recommendation, proposal or conclusion."""
    number: str | None
    end: int
    """Where its words begin in the passage."""


def call_label(text: str) -> CallLabel | None:
    """What a passage calls itself, if it does: "Recommendation 4: Light the lamps"."""
    match = _CALL.match(text)
    if not match or _NOBODYS.search(match["whose"]) or _LEADER.search(text):
        return None
    what = match["what"].casefold().removesuffix("s")
    if not match["number"]:
        # "Recommendations" heads a section; "Recommendation" stands over one of them.
        is_whole = match.end() == len(text)
        # "3: Recommendation: Light the lamps" is the third; "3. Recommendation: …" heads a part.
        if (
            (match["counted"] and (match["count_end"] != ":" or is_whole))
            or match["what"].casefold() != what
            or (not is_whole and match["end"] not in (":", "–", "—"))
        ):
            return None
    number = match["number"] or match["counted"]
    return CallLabel(what, number.strip("()") if number else None, match.end())


def answer_label(text: str) -> int | None:
    """Where an answer begins in a passage labelled so; the length of one that is only a label."""
    if answer_by(text):
        return len(text)
    head, *_ = _LABEL_ENDS.split(text, 1)
    if head != text and answer_by(f"{head}:"):  # Ann Moss replied: There are two.
        return len(text) - len(text[len(head) + 1 :].lstrip())
    if len(head.split()) > _LONGEST_LABEL:
        return None
    match = _ANSWER.match(text)
    if not match:
        return None
    return match.start("text") if match["text"] else len(text)


def answer_by(text: str) -> str | None:
    """Who answers, if a passage says only that: `Answer given by Ms Moss`."""
    match = _CREDITED.fullmatch(text)
    return match["who"] or match["replier"] if match else None


_REPORTS = (
    "committee|inquiry|enquiry|report|review|recommendations?|commission(?:er)?|panel|audit"
    "|scrutiny"
)
_ANSWERS_A_REPORT = re.compile(
    rf"""
    \b (?: response | reply ) s? \s (?: (?:by|from|of) \s [^.?!]{{1,80}}? \s )?
    (?:to|on) \s [^.?!]{{0,120}}?                      # Reply by the guild to the panel
    \b (?:{_REPORTS})\b
  | \b (?:{_REPORTS}) (?: [’']s )? \s [^.?!]{{0,120}}?          # Review of lamps: the reply
    \b (?: response | reply ) \Z
  | \b (?: response | reply ) \b [^.?!]{{0,40}} \b recommendations \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def answers_a_report(text: str) -> bool:
    """Whether a title or heading says that a report is answered: `Reply to the panel on lamps`."""
    return is_answer_label(text) or _ANSWERS_A_REPORT.search(text) is not None


def is_answer_label(text: str) -> bool:
    """Whether a passage is only the label of an answer."""
    return answer_label(text) == len(text)


def is_prompt(text: str) -> bool:
    """Whether a passage only says what a form asks for, apart from a tick."""
    return bool(_PROMPT.fullmatch(text))


def is_field(text: str) -> bool:
    """Whether a passage is fields of a form, one a line: `Priority: High`."""
    lines = text.split("\n")
    return all(map(_FIELD.fullmatch, lines)) and not any(answer_label(one) for one in lines)
