"""Clauses that leave out their verb, since it is the one before: "she called it “…”, he “a …”"."""

from consultations import patterns as re
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Heard, Stage
from consultations.annotate.quotations.voices import SOMEBODY, Voice
from consultations.english.small_words import ARTICLE, AUXILIARIES, DETERMINERS, SMALL_WORD

_GAP = re.compile(rf",\s(?:and\s)?(?:(?:{ARTICLE})\s)?")
_GAPPED = re.compile(
    rf"""
    [,;]? \s (?:and|but) \s (?! (?:{SMALL_WORD}|\w+ly) , )
    (?P<who> [^,;.:]{{2,60}} (?: , \s [^,;.:]{{2,60}} )? ) ,? \s that \b [^,;.:]*
    """,
    re.VERBOSE,
)
"""Between what two people say, where the second has no verb: "“…”, and the clerk, that it “…”"."""
_AT_COMMA = re.compile(rf"(?:\s(?:and|but)|,)\s(?:(?:{ARTICLE})\s)?\Z")
"""Before a name that begins a part of such words."""


def gapped(quoted: Quoted, last: Heard | None, stage: Stage) -> Voice | None:
    """Who has no verb, since the one before is meant: "she called it “…”, he “a …”".

    What begins with a verb may go on with the sentence: she found it “…”, and the Board “has …”.
    """
    # The last one may be the whole block that this one stands in.
    before = stage.cast.scene(quoted.passage).quoted_before(quoted.start)
    if last is None or before is None:
        return None
    return _without_verb(quoted, last.ruling.voice, before, stage)


def _without_verb(quoted: Quoted, last: Voice, at: int, stage: Stage) -> Voice | None:
    """Who stands alone between the words that end at a place, of another, and these."""
    passage, end = quoted.passage, quoted.outer[0]
    silent = stage.cast.silent(passage)
    named = stage.cast.named(passage, at, end)
    if _GAPPED.fullmatch(silent, at, end) and not any(verbs_of_saying(silent, at, end)):
        who = [one for one in named if _AT_COMMA.search(silent, at, one.start)]
        return stage.voice(passage, who[-1]) if who else SOMEBODY
    last_named = named[-1] if named else None
    if last_named is None or not _GAP.fullmatch(silent, at, last_named.start):
        return None
    if last_named.end != end - 1 or quoted.words[0] in AUXILIARIES:
        return None
    voice = stage.voice(passage, last_named)
    known = quoted.words[0] in DETERMINERS and voice != last
    return voice if known else SOMEBODY
