"""Words that are quoted, between marks that we add, and whose they are said to be.

client/page/citing/quoting.js and voice.js mirror it; tests/contract/voices.json holds both.
"""

from consultations import patterns as re
from consultations.model.voices import OWN, PARTLY, SOMEBODY

_DOUBLE = re.compile(r"[“”\"]")
_LAST = re.compile(r"[”\"][.,;:!?…]*\Z")
"""A mark that may close at the end of words, with the points that follow it: `”.`"""
_BEFORE_OPENING = re.compile(r"[\s(\[{‘'—–-]")
"""A straight mark opens after one of these or at the beginning, and closes anywhere else."""


def quotation(text: str) -> str:
    """The words between double marks.

    Double marks within become single, as in print a quotation within a quotation has them.
    """
    words = without_ends(text)
    single = _DOUBLE.sub(lambda mark: "‘" if _opens(mark[0], words, mark.start()) else "’", words)
    return f"“{single}”"


def without_ends(text: str) -> str:
    """The words without marks at their ends that would be wrong between our own.

    These are a pair around all of them, an opening mark at the beginning that is never closed, and
    a closing mark at the end that was never opened: words may be cut out of a longer quotation.
    """
    words = text.strip()
    unclosed: list[int] = []
    opened: dict[int, int | None] = {}
    """For each closing mark, where its opening mark stands."""
    for mark in _DOUBLE.finditer(words):
        if _opens(mark[0], words, mark.start()):
            unclosed.append(mark.start())
        else:
            opened[mark.start()] = unclosed.pop() if unclosed else None
    # The last mark is the partner of the first: one pair around all, and not two quotations as in
    # “Yes” and “no”.
    around = opened.get(len(words) - 1) == 0
    start = 1 if around or unclosed[:1] == [0] else 0
    last = _LAST.search(words)
    # Of a mark that opens there is no entry; 0 is as good as any place that is not None.
    closes_nothing = last is not None and opened.get(last.start(), 0) is None
    if last is None or not (around or closes_nothing):
        return words[start:]
    return words[start : last.start()] + words[last.start() + 1 :]


def speaking(voice: str | None, of: str) -> str:
    """The names at the beginning of a reference.

    `A Speaker, quoted in An Author`; `Quoted in An Author`, where it is not known who is quoted;
    `An Author, in part quoting A Speaker`, where only some of the words are quoted.

    Args:
        voice: whose words are cited, as `model.voices` has it.
        of: the document's authors and their body.
    """
    if voice == OWN:
        return of
    if voice is None:
        return f"Quoted in {of}"
    if voice.startswith(PARTLY):
        return f"{of}, in part quoting {_somebody(voice)}"
    return f"{voice}, quoted in {of}"


def credited(voice: str | None, reference: str) -> str:
    """A whole reference in some style, with whoever is quoted before it."""
    if voice is not None and voice.startswith(PARTLY):
        return f"In part words of {_somebody(voice)}. {reference}"
    return speaking(voice, reference)


def words_of(voice: str | None, where: str) -> str:
    """The same for the note of a reference: `Words of A Speaker, quoted in passage 3 of 9`.

    Returns:
        an empty text where the words are the document's own.
    """
    if voice == OWN:
        return ""
    if voice is None:
        return f"Words of somebody quoted in {where}, not known whose"
    if voice.startswith(PARTLY):
        return f"In part words of {_somebody(voice)}, quoted in {where}"
    return f"Words of {voice}, quoted in {where}"


def _somebody(voice: str) -> str:
    """The name after `partly `."""
    who = voice.removeprefix(PARTLY)
    return "somebody else" if who == SOMEBODY else who


def _opens(mark: str, words: str, at: int) -> bool:
    """Whether a mark opens.

    A curly mark shows it by its shape, a straight one by what stands before it.
    """
    if mark != '"':
        return mark == "“"
    return at == 0 or _BEFORE_OPENING.match(words[at - 1]) is not None
