"""Whom words point to before what is said: "according to Ann Moss", "it quotes Ann Moss:"."""

from bisect import bisect_left
from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.clauses.subjects import TELLS, own_statement, possesses
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import Candidate
from consultations.english.inflection import verb_forms
from consultations.english.persons import POST, ROLE
from consultations.english.saying import POINTING, SAYING
from consultations.english.small_words import ARTICLE, BE, DETERMINER, SMALL_WORD
from consultations.english.word_lists import alternatives
from consultations.model.text import Interval

_PLAIN = rf"(?:(?!(?:{SMALL_WORD}|{SAYING})\s)[a-z][\w-]{{1,20}}\s)"
_OFFICE = rf"{_PLAIN}{{0,2}}(?:{POST}|{ROLE})\s(?:(?:of|for)\s{_PLAIN}{{1,2}})?"
"""An office before whoever has it, and no verb of saying: `local pilot `, `chief executive `,
`head of policy `."""
_POINTING = re.compile(
    rf"""
    \b {POINTING} \s (?: (?:{ARTICLE}) \s | (?:{DETERMINER}) \s [\w’' -]{{2,60}} , \s )?
    (?: (?: [\w-]+ \s ){{0,3}}? [\w-]+ ['’]s (?: \s | \Z ) )?        # of the town hall’s porter
    (?: {_OFFICE} )? \Z                                    # to local pilot Ann Moss
    """,
    re.VERBOSE,
)
_OFFICER = re.compile(
    rf"\s{_OFFICE}(?=[A-Z])(?!(?:[A-Z][\w.’'-]*\s){{1,5}}(?:{BE}|had|has|have|{SAYING})\b)"
)
"""Between a body and the name of somebody who has an office in it: FTW president Ann Moss.

Of what is told about somebody the body may be the source: according to FTW keeper Tom Bell was.
"""
_OWN_OFFICER = re.compile(rf"['’]s?\s{_PLAIN}{{0,3}}(?:{POST})\b")
_NEAR = 3
"""So many who are named, the body and its office, may stand before its officer."""
_AGREE = alternatives(verb_forms("agree") | verb_forms("concur"))
_HEAR = alternatives(verb_forms("hear") | verb_forms("learn"))
_AGREEING = re.compile(
    rf"\b(?:(?:{_AGREE}) with|(?:{_HEAR}) from)\s"
    r"(?:(?:the|its|our|their)\s[\w ]{2,40},\s|the\s)?\Z"
)
_THAT = re.compile(
    r"(?:,(?:[^,.;:]{1,60},)?)?(?P<clause>\s(?:\([^()]*\)\s)?that\s*(?:[\w’'-]+\s+){0,8})"
)
"""After the one with whom somebody agrees: we agree with the Board that the pier is “…”."""
_FOR = re.compile(rf"\W*(?:[Ff]or|[Tt]o) (?:(?:{ARTICLE}) (?:{_OFFICE})?)?")
"""Before somebody for whom something is so: "for the local campaigner Ann Moss"."""
_IS = re.compile(rf"(?:\s\([^()]*\))?(?:\s[\w’'-]+){{1,4}}\s(?:{BE})\s(?:(?:{ARTICLE})\s)?")
"""From the one for whom something is so to what it is: "for Ann Moss the lamp was “…”"."""
_ASIDE = re.compile(r", wh(?:ich|o|ose)\s[^,;:.?!]{1,120},(?=\s[^,;:.?!]{1,60}\Z)")
"""What is told of somebody by the way, whose verbs lead to no words of his."""
_WORDS_OF = re.compile(rf"\bwords (?:from|in|of) (?:(?:{DETERMINER}) )?(?:[\w ]{{2,40}}, )?\Z")
_SET_OFF = re.compile(
    r"""
    (?: , [^,.;:?!]{1,60} )? \s? (?: [,:–—] | \s--? ) \s*
    | \s (?:at|in) \s [A-Z] [^,;:?!]{1,80} \s vs? \.? \s [A-Z] [^,;:?!]{1,80}    # in Reed v Moss
      \s [\[(] (?:1[5-9]|20)\d\d [\])] (?: \s [A-Z\d] [\w.]* ){0,6}              # [1932] AC 1
      (?: ,? \s (?: (?:at|paras?|pp?\.?) \s )? [\[\d] [\d\]–-]* ){0,2} : \s*        # , at 4:
    """,
    re.VERBOSE,
)
"""From whoever's words are spoken of to the words: "of the words of Ann Moss, our clerk: “…”", "of
Bell J in Reed v Moss [1932] AC 1, at 4: “…”"."""
_IN_THE = re.compile(r"\b[Ii]n (?:the )?\Z")
_QUOTING = re.compile(rf"\b(?i:{alternatives(verb_forms('quote'))}) (?:(?:{ARTICLE}) )?\Z")
_QUOTED_FIRST = re.compile(
    r"\W*(?:Quoting|Reading(?: aloud| out)?)(?: again)?(?: directly)?(?: from)? "
    rf"(?:(?:{DETERMINER}) (?:[\w-]+ (?:of|from|by) (?:the )?)?)?"
)
"""How a sentence begins that quotes somebody, up to the name: "Quoting the Board, she said"."""
_READ_OUT = re.compile(
    r"\b(?:read|reads|reading)(?: aloud| out)?(?: from)? (?:(?:an?|one|the) )?"
    r"(?:[\w-]+ (?:from|of|by) (?:the )?)?\Z"
)
"""Before whoever has written what is read: "she read a letter from the Board: “…”"."""
_ECHOED = re.compile(
    r"\b(?:echoed|endorsed|repeated|seconded|shared|supported|taken up) by (?:the )?\Z"
)
"""Before whoever has said the like: "a view echoed by Ann Moss: “…”"."""
_WORDS_FOLLOW = re.compile(r"(?:,[^,.;:?!]{1,60})?:\s|,\s(?!who(?:m|se)?\s)")
"""Behind whoever is quoted, and of whom the words are not: "from the clerk, who was “late”"."""


def pointed_to(silent: str, start: int, end: int, named: Sequence[Candidate]) -> Candidate | None:
    """Whom words point to, quote or agree with: "according to Ann Moss", "it quotes Ann Moss:".

    Of words that are called somebody's, what is set off behind is what they are.
    """
    for candidate in named:
        before = silent[start : office_start(silent, candidate, named)]
        that = _AGREEING.search(before) and _THAT.fullmatch(silent, candidate.end, end)
        # Of two who are named, the second has words of its own in the clause.
        agreed = that and not any(c.start >= that.start("clause") for c in named)
        pointed = _POINTING.search(before) and not is_owner(silent, candidate)
        words_of = _WORDS_OF.search(before) and _SET_OFF.fullmatch(silent, candidate.end, end)
        if (
            _is_quoted(silent, before, candidate)
            or agreed
            or pointed
            or words_of
            or _is_in_view_of(silent, before, candidate, end)
        ):
            return candidate
    return None


def _is_quoted(silent: str, before: str, candidate: Candidate) -> bool:
    """Whether what follows are words of a candidate that others quote, read out or repeat."""
    if _QUOTED_FIRST.fullmatch(before):
        return silent.startswith(",", candidate.end)
    quoting = any(pattern.search(before) for pattern in (_QUOTING, _READ_OUT, _ECHOED))
    return quoting and _WORDS_FOLLOW.match(silent, candidate.end) is not None


def _is_in_view_of(silent: str, before: str, candidate: Candidate, end: int) -> bool:
    """Whether what follows is so in somebody's view: "in Ann Moss’s judgement, the pier is"."""
    own = own_statement(silent, candidate) if _IN_THE.search(before) else None
    if own is None or not TELLS.search(own[0]):
        return False
    return not any(verbs_of_saying(silent, own.end(), end))


def officer_end(silent: str, candidate: Candidate) -> int:
    """Where words end that tell of a candidate's officer: "Moss Fish’s acting chair"; else 0."""
    officer = _OWN_OFFICER.match(silent, candidate.end)
    return officer.end() if officer else 0


def is_owner(silent: str, candidate: Candidate) -> bool:
    """Whether somebody else is told by whose they are: "the guild’s agent", "FTW head Ann Moss"."""
    return _OFFICER.match(silent, candidate.end) is not None or (
        possesses(silent, candidate) and not own_statement(silent, candidate)
    )


def office_start(silent: str, officer: Candidate, named: Sequence[Candidate]) -> int:
    """Where begins who somebody is: at the body whose officer he is, or at his own name.

    Args:
        silent: the text, without what is quoted in it.
        officer: who may be one.
        named: everybody near him, in order.
    """
    at = bisect_left(named, officer.start, key=lambda one: one.start)
    for body in named[max(0, at - _NEAR) : at]:
        office = _OFFICER.match(silent, body.end)
        if office and office.end() == officer.start:
            return body.start
    return officer.start


def for_whom(
    silent: str, start: int, end: int, verbs: Sequence[Interval], named: Sequence[Candidate]
) -> Candidate | None:
    """One for whom something is so, where nobody says it: "For Ann Moss, the pier was “…”"."""
    for candidate in named:
        voice = candidate.voice
        if voice and (voice.anonymous or voice.kind == "speech"):
            aside = _ASIDE.match(silent, candidate.end, end)
            said = [at for at, _ in verbs if aside is None or at >= aside.end()]
            first = _FOR.fullmatch(silent, start, candidate.start) and not said
            after = silent.startswith(", for whom ", candidate.end)
            spoken = verbs and candidate.end < verbs[-1][0]
            what = silent.startswith(",", candidate.end) or _IS.fullmatch(
                silent, candidate.end, end
            )
            if (first and what) or (after and not spoken):
                return candidate
    return None
