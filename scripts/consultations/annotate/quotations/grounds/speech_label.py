"""The label of a speech, with which a passage begins.

Symptom: "Ms Moss: “…”", "(Mr Ferry) “…”", "Chair – “…”", "LP4 “…”" at the beginning of a passage.

Found by: a name or a description at the beginning of the passage, alone or in brackets, with a
colon, a dash or the closing bracket right after it and the quotation right after that; or the code
that a study has for somebody, with nothing between.

Leaves alone: a label farther away; a word that names nobody, such as "Example:".
"""

from consultations import patterns as re
from consultations.annotate.quotations.clauses.subjects import OWN_STATEMENT
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.credits import description
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.english.small_words import AUXILIARIES
from consultations.english.word_lists import alternatives

RULE = "speech-label"
_BEFORE = re.compile(r"(?:(?:\d+|\([a-z]{1,4}\))\.?\s)?\(?(?:From\s)?(?:[Tt]he\s)?")
_OFFICE = re.compile(r"(?:The )?[A-Z][^().:;]{2,80} \(")
"""What somebody is, before the name in brackets: The Minister for Tolls (Mr Ferry): “…”"""
_LABEL = re.compile(
    r"(?:\d+\.?\s)?\(?(?:[Tt]he\s)?(?P<who>[^():.]{2,40}?)"
    r"(?:(?:\s\([^()]{1,40}\)|\))?:|\)|\s?[–—])\s*"
)
_SENTENCE = re.compile(rf"[^,]+\s(?:an?|her|his|that|the|their|this|{alternatives(AUXILIARIES)})\s")
"""The beginning of what is no label: the clerk read a letter: “…”, one tenant was glad: “…”"""
_CODE = re.compile(r"(?P<who>(?:[A-Z][a-z]+ )?[A-Z]{0,4}\d{1,4})\s*")
"""What a study calls somebody by, which needs no sign: LP4 “…”, Tenant 12 “…”"""
_AFTER = re.compile(r"\s?(?:\([^()]{1,40}\))?(?:\)?:|\)|\s?[–—])\s*")


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the label."""
    passage, end = quoted.passage, quoted.outer[0]
    silent = stage.cast.silent(passage)
    if candidate := stage.cast.first_named(passage, 0, end):
        alone = _BEFORE.fullmatch(silent[: candidate.start]) or _OFFICE.fullmatch(
            silent[: candidate.start]
        )
        if alone and _AFTER.fullmatch(silent[candidate.end : end]):
            return Ruling(stage.voice(passage, candidate), end)
    says = any(verbs_of_saying(silent, 0, end))  # the keeper of the pier said: “…”
    label = None if says else _LABEL.fullmatch(silent, 0, end) or _CODE.fullmatch(silent, 0, end)
    if label and _SENTENCE.match(label["who"]):
        return None
    described = description(_owner(label["who"])) if label else None
    return Ruling(described, end) if described else None


def _owner(label: str) -> str:
    """Whose statement a label names, or the label: the clerk, of "the clerk’s verdict"."""
    own = OWN_STATEMENT.search(label)
    return label[: own.start()] if own and own.end() == len(label) else label
