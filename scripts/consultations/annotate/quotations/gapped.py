"""Clauses whose verb is the one before: "she called it “…”, he “a …”"."""

from consultations import patterns as re
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Heard, Stage
from consultations.annotate.quotations.verbs import verbs_of_saying
from consultations.annotate.quotations.voices import SOMEBODY, Voice
from consultations.english.small_words import ARTICLE, AUXILIARIES, DETERMINERS, SMALL_WORD

_GAP = re.compile(rf",\s(?:and\s)?(?:(?:{ARTICLE})\s)?")
_GAPPED = re.compile(
    rf"""
    [,;]? \s (?:and|but) \s (?! (?:{SMALL_WORD}|\w+ly) , )
    (?P<who> [^,;.:]{{2,60}} (?: , \s [^,;.:]{{2,60}} )? ) , \s that \b [^,;.:]*
    """,
    re.VERBOSE,
)
"""Between the words of two, of whom the second has no verb: "“…”, and the clerk, that it “…”"."""
_AT_COMMA = re.compile(rf"(?:\s(?:and|but)|,)\s(?:(?:{ARTICLE})\s)?\Z")
"""Before a name that begins a part of such words."""


def gapped(quoted: Quoted, last: Heard | None, stage: Stage) -> Voice | None:
    """Who has no verb, since the one before is meant: "she called it “…”, he “a …”".

    What begins with a verb may go on with the sentence: she found it “…”, and the Board “has …”.
    """
    passage, end = quoted.passage, quoted.outer[0]
    before = [one.outer[1] for one in stage.cast.quoted[passage.id] if one.end < quoted.start]
    if last is None or not before:  # the last one may be the whole block that this one stands in
        return None
    silent, at = stage.cast.silent(passage), max(before)
    named = stage.cast.named(passage, at, end)
    without = _GAPPED.fullmatch(silent, at, end)
    if without and not any(verbs_of_saying(silent, at, end)):
        who = [c for c in named if _AT_COMMA.search(silent, without.start(), c.start)]
        return stage.voice(passage, who[-1]) if who else SOMEBODY
    for candidate in named[-1:]:
        between = _GAP.fullmatch(silent, at, candidate.start) and candidate.end == end - 1
        if between and quoted.words[0] not in AUXILIARIES:
            voice = stage.voice(passage, candidate)
            known = quoted.words[0] in DETERMINERS and voice != last.ruling.voice
            return voice if known else SOMEBODY
    return None
