"""Names that are common words too, such as a body called "Mind": whether one is meant here."""

from collections.abc import Set

from consultations import patterns as re
from consultations.annotate.names.sightings import SightedName
from consultations.annotate.wording import starts_sentence
from consultations.english.kinds import WORK
from consultations.english.saying import BESIDE, SAYS
from consultations.model.edition import Edition
from consultations.model.entity import EntityKind
from consultations.model.lexicon import WORD

_MARKS = "\"'“”‘’"
_KIND_OF_WORK = re.compile(rf"(?:{WORK})\Z", re.IGNORECASE)
_WORD = re.compile(r"\b(?!(?:and|or)\b)\w")
_ACTS = re.compile(rf"['’]s [a-z]| (?:(?:{BESIDE}) )?(?:{SAYS})\b")
"""Behind who has or says something: "Lampen’s chair", "Lampen told us"."""
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'-]* $")
_CAPITAL_AFTER = re.compile(r" [A-Z]")


def lower_case_words(edition: Edition) -> Set[str]:
    """Every word of an edition that is written in lower case somewhere in it."""
    return {word for p in edition.passages for word in set(WORD.findall(p.text)) if word.islower()}


def stands_alone(name: SightedName, kind: EntityKind, common: Set[str]) -> bool:
    """Whether the words cannot be anything but a name where they stand.

    One word such as "Mind" is a name in mid-sentence, but where a sentence begins, or in a heading,
    it may be the common word, unless it says or has something and the document has no such word.
    The title of a work may be a common word anywhere ("Today"), unless marks or italics set it off,
    or it is said what sort of work it is, or the document has no such common word.

    Args:
        name: the words, where they stand.
        kind: what they would name.
        common: the words that the document has in lower case.
    """
    words = list(WORD.finditer(name.text))
    if len(words) > 1 or name.text.casefold() == name.text or not name.text.istitle():
        return True
    text = name.passage.text
    is_item = name.passage.kind == "list_item" and _fills(name)
    inside = name.passage.kind != "heading" and not starts_sentence(text, name.start)
    if kind == "work":
        alone = not (
            _CAPITAL_BEFORE.search(text[max(0, name.start - 20) : name.start])
            or _CAPITAL_AFTER.match(text, name.end)
        )
        unheard = inside and alone and name.text.casefold() not in common
        return unheard or _set_off(name) or _called_a_work(name)
    acts = name.text.casefold() not in common and _ACTS.match(text, name.end)
    return inside or is_item or bool(acts)


def _fills(name: SightedName) -> bool:
    """Whether hardly anything else stands in its passage, as in a list of bodies."""
    return not _WORD.search(name.passage.text[: name.start] + name.passage.text[name.end :])


def _set_off(name: SightedName) -> bool:
    text = name.passage.text
    before, after = text[: name.start][-1:], text[name.end :][:1]
    return (before != "" and before in _MARKS and after != "" and after in _MARKS) or any(
        e.kind == "em" and e.start <= name.start and name.end <= e.end
        for e in name.passage.emphasis
    )


def _called_a_work(name: SightedName) -> bool:
    text = name.passage.text
    around = [text[: name.start].split()[-2:], text[name.end :].split()[:3]]
    return any(_KIND_OF_WORK.match(word.strip(",.;:()")) for words in around for word in words)
