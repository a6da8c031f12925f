"""The name or the description put under a quotation, or in brackets after it.

Symptom: “…” – Ann Moss, tenant; “…” (Tenant, Leith); “…” (respondent 12); in the next line “— the
harbour master”.

Found by: a dash or an opening bracket after the closing mark, or at the beginning of the passage
after a quotation that fills its own; or that passage, where it is such a line and no more. What
follows, up to the closing bracket or the end, begins with a person's name, a body's, or a noun for
somebody who speaks. A description is kept as printed.

Leaves alone: brackets that hold a count, a date, a remark of the author's or a cross-reference; a
dash with which the sentence goes on.
"""

from collections.abc import Set

from consultations import patterns as re
from consultations.annotate.quotations.cast.described import SORT
from consultations.annotate.quotations.credits import description
from consultations.annotate.quotations.grounds import lead_in, said_before
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import SOMEBODY, Voice
from consultations.english.credit_lines import HYPHENED_CODE, IN_BRACKETS, is_coded
from consultations.english.kinds import BODY, OF_LAND
from consultations.english.letter_words import bounds_notice
from consultations.english.persons import HEARD, ROLE, TITLE
from consultations.english.saying import SAYING
from consultations.english.small_words import ARTICLES, OPENERS
from consultations.model.edition import Passage

RULE = "credit-after"
_WORDS = r"""
    (?: [^.?!;:“”"] | (?<= \b[A-Z] ) \. | (?<= \b[A-Z][a-z] ) \. | (?<= \b(?:Mrs|Rev) ) \. ){2,120}?
"""
"""Words of one sentence, in which a full stop ends an initial or a title alone."""
_AFTER = re.compile(
    rf"""
    [\"'”’»]? [.,]? \s*
    (?: [(\[] (?P<in_brackets> {IN_BRACKETS} ) [)\]]
      | (?: -- | [-–—] ) \s? (?= \w ) (?P<after_dash> (?: [\w ]{{2,30}} : \s )? {_WORDS} )
        (?= [.]? \s* (?: \Z | \s [“‘"'«] ) )
    )
    """,
    re.VERBOSE,
)
_CODE_AFTER = re.compile(r"[\"'”’»]?[.,]?\s(?P<code>[A-Z][\w ]{0,14}\d\b)(?=\s*(?:\Z|[.“‘\"'«]))")
"""The number that a study has for somebody, which needs no sign."""
_RIGHT_AFTER = re.compile(
    rf"""
    [\"'”’»]? \s
    (?P<plain>
        (?: {TITLE} [ ] )? [A-Z] [^.?!;:,“”"]{{1,40}} ,[ ] [^.?!;:“”"]{{1,60}} [\w)]   # Ann, tenant
      | (?! [^.?!;:,“”"]* \b(?:{SAYING})\b )
        [A-Z] [\w’'-]+ (?: [ ] [\w’'-]+ ){{0,4}}                                # Harbour pilot
    ) (?: [ ] \( [^()]{{4,60}} \b(?:19|20)\d\d\b [^()]{{0,20}} \) )?      # Pilot (Moss 2018, p. 4)
    \s* \Z
    """,
    re.VERBOSE,
)
"""The same with no sign between, where no full stop makes a sentence of it."""
_LINE = re.compile(
    rf"""
    \s* (?: (?: -- | [-–—] ) \s? (?P<after_dash> {_WORDS} ) [.]?
          | [(\[] (?P<in_brackets> {IN_BRACKETS} ) [)\]] [.]? )
    \s* \Z
    """,
    re.VERBOSE,
)
_PLAIN_LINE = re.compile(r"\s*(?P<plain>[^\W\d_a-z][^.?!;:“”\"\n]{1,78}[\w)])\s*\Z")
"""A line without a sign, which says who it was where it is a name or a description: Ann, 34."""
_SAYS = re.compile(rf" (?:{SAYING})\b")
"""Behind a name with which a sentence begins, and no credit: Ann Moss told us of."""
_OCCASION = re.compile(
    r"(?:interview|focus group|diary|field ?notes?|response|submission)\b(?:[^,;]*|, \d+)",
    re.IGNORECASE,
)
"""When somebody spoke, which is less than who it was: (Interview 12), (Diary, 3)."""
_PAPER = re.compile(
    r"(?:Cmn?d?|Col|Deb|Ev|HC|HCWS|HL|HLWS|Hansard|Official Report|PQ|SI|S\.I\.|WA|WS)\b"
)
"""Before a place in the papers of a parliament, which says where the words stand: (HC Deb 4)."""
_LABEL = re.compile(
    rf"""
    (?: (?P<body> {SORT}{{0,2}} (?:{BODY}|business|organi[sz]ation) )   # Organisation: Lamp Trust
      | {SORT}{{0,2}} (?:{HEARD}|{ROLE}|individual|name) ) : \s         # Respondent: Ann Moss
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What sort of speaker a credit is going to name."""
_HYPHENED = re.compile(rf"{HYPHENED_CODE}(?=,|\Z)")
_NUMBERED = re.compile(rf"(?:{SORT}{{0,2}}(?:{HEARD}|{ROLE})) \d{{1,3}}(?=,|\Z)", re.IGNORECASE)
"""Somebody by what they are, with a number: (Keeper 4), (Night keeper 12, female)."""
_OF_LAND = re.compile(rf"(?:[A-Z][\w’'-]* )*{OF_LAND}")
"""A body with a land behind its name: Lamp Aid Scotland."""
_MOST_WORDS = 10
"""A credit has no more, but for a name with all that its bearer is behind a comma."""


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of whoever is credited."""
    text = quoted.passage.text
    match = _AFTER.match(text, quoted.end)
    if match is None:
        return _without_sign(quoted, stage)
    group = "in_brackets" if match["in_brackets"] else "after_dash"
    grounds = (said_before.ruling, lead_in.ruling) if _OCCASION.fullmatch(match[group]) else ()
    for ground in grounds:
        led = ground(quoted, stage)
        if led and led.voice != SOMEBODY:
            return led
    voice = credited(quoted.passage, *match.span(group), stage)
    return Ruling(voice, match.end()) if voice else None


def coded(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of whoever is credited by a code or a number, as in a study, and by no name."""
    text = quoted.passage.text
    match = _AFTER.match(text, quoted.end)
    words = (match["in_brackets"] or "").strip() if match else ""
    numbered = is_coded(words) or _NUMBERED.match(words) or _HYPHENED.match(words)
    return ruling(quoted, stage) if numbered else None


def _without_sign(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of whoever stands right behind the words or in the next line, with no sign."""
    text = quoted.passage.text
    coded = _CODE_AFTER.match(text, quoted.end)
    if coded and is_coded(coded["code"]):
        return Ruling(Voice(coded["code"], "participant"), coded.end())
    right = _RIGHT_AFTER.match(text, quoted.end) if quoted.outer[0] == 0 else None
    if right is None:
        return _on_next_line(quoted, stage) if quoted.fills_passage else None
    voice = credited(quoted.passage, *right.span("plain"), stage)
    return Ruling(voice, right.end()) if voice else None


def _on_next_line(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of whoever the passage after a block quotation names, and nothing else."""
    edition = stage.cast.edition
    after = edition.order[quoted.passage.id] + 1
    for following in edition.passages[after : after + 1]:
        match = _LINE.match(following.text) or _PLAIN_LINE.match(following.text)
        apart = following.cell != quoted.passage.cell
        if match is None or apart or following.kind in ("footnote", "heading"):
            return None
        if bounds_notice(following.text):
            return None  # ENDS
        group = match.lastgroup or ""
        if group == "plain" and match[group].split()[0].casefold() in OPENERS - ARTICLES:
            return None  # As Ann Moss said
        voice = credited(following, *match.span(group), stage)
        return Ruling(voice, len(quoted.passage.text)) if voice else None
    return None


def credited(passage: Passage, start: int, end: int, stage: Stage) -> Voice | None:
    """The voice of whoever a stretch names or describes, and nothing else."""
    labelled = _LABEL.match(passage.text, start, end)
    start = labelled.end() if labelled else start
    words = passage.text[start:end].strip()
    long = len(words.split()) > _MOST_WORDS
    if _PAPER.match(words):
        return None
    if candidate := stage.cast.first_named(passage, start, end):
        behind = passage.text[candidate.end : end]
        if (long and not behind.startswith(",")) or _SAYS.match(behind):
            return None
        if candidate.start - start <= len("the ") and candidate.voice:
            voice = candidate.voice
            anonymous = voice.entity is None and not stage.cast.is_person(voice)
            return voice._replace(label=words) if anonymous and voice.anonymous else voice
    return None if long else _described(words, labelled, stage.cast.letters_of_codes)


def _described(words: str, label: re.Match[str] | None, letters: Set[str]) -> Voice | None:
    """The voice of somebody whom a credit describes, or of a body that its label makes one.

    A code with a hyphen is somebody's where it has the `letters` of the study's codes.
    """
    coded = _HYPHENED.match(words)
    if coded and coded["letters"] in letters:
        return Voice(words, "participant")
    if _OF_LAND.fullmatch(words) or (label and label["body"] and words[:1].isupper()):
        return Voice(words, "publication")
    return description(f"{label[0] if label else ''}{words}")
