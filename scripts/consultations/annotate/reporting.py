"""Words of English by which reports are told: verbs of saying; and months, which say nothing."""

_REGULAR = (
    "acknowledge add advise advocate affirm agree announce argue ask assert believe claim comment "
    "complain concede conclude confirm contend declare describe emphasise emphasize explain "
    "express fear highlight identify imagine indicate insist maintain mention note observe outline "
    "propose react recall recognise recommend refer remark reply respond reveal say speculate "
    "state stress suggest think underline urge warn wonder write"
)
_OTHER = (
    "answered answers asks calls called calling concerned defines felt finds found goes identified "
    "makes pointed points put puts questioned reported reporting reports said saw sees showed "
    "shows speaking speaks spoke spoken telling tells told thought went writes writing wrote"
)
"""Irregular forms, and those of verbs of which other forms are nouns more often."""


def _inflected(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e|es|ed|ing)"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    return f"{verb}(?:s|ed|ing)?"


REPORTING = "(?:" + "|".join([*map(_inflected, _REGULAR.split()), *_OTHER.split()]) + ")"
"""The verbs in all their forms, as a regular expression without a group of its own."""

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Spring|Summer|Autumn|Winter)\b"
)
"""A time of the year that is written like a name, as a regular expression without a group."""
