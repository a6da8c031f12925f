"""Words whose letters stand apart.

Symptom: `R E P O R T of the ferries`, `T E R M S   O F   R E F E R E N C E`.
Cause: a title was set wide, and each of its letters was read as a word.
Remedy: the letters together. Where words are parted by more blanks than letters are, by these;
else by the dictionary, where it parts them in one way into the fewest words, as a probable repair.
Leaves alone: letters that are no words (`J R R Moss`, `options A B C D`); fewer than four by
themselves; letters with more than one blank between them, which may be cells of a table.
Seen in: titles of text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.dictionary import is_common
from consultations.rules.rule import text_rule

_APART = re.compile(
    r"""
    (?<! [^\s*_\#|(\[“‘"'] )
    (?: [^\W\d_] (?: [ ] (?: [^\W\d_] | ['’](?=[ ]) ) (?!\w) ){1,40}+    # letters of words
        (?: [ \t]{2,9}+ (?= [^\W\d_] [ ] ) )?+       # what parts two words
    ){1,12}+
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"[ \t]{2,}")
_SHORTEST, _SHORT = 4, 3
"""Letters of a word that shows that letters stand apart: by itself, and beside others that are
words too."""


def _parted(letters: str) -> tuple[str, ...] | None:
    """The fewest words of English that letters are, if there is one such way to part them."""
    ways: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(letters) + 1):
        found = [
            (*way, letters[start:end])
            for start in range(end)
            for way in ways[start]
            if end - start > 1 and is_common(letters[start:end].lower())
        ]
        fewest = min(map(len, found), default=0)
        # Two are as good as many: neither is the one.
        ways.append([way for way in found if len(way) == fewest][:2])
    return ways[-1][0] if len(ways[-1]) == 1 else None


def _together(run: str) -> tuple[str, bool] | None:
    """What letters that stand apart say, and whether blanks show their words."""
    words = [part.replace(" ", "") for part in _GAP.split(run.strip())]
    known = [word for word in words if is_common(word.lower())]
    longest = max(map(len, known), default=0)
    if longest >= _SHORTEST or (longest >= _SHORT and 1 < len(words) == len(known)):
        gaps = iter(_GAP.findall(run))
        return "".join(word + next(gaps, "") for word in words), True
    parts = _parted(words[0]) if len(words) == 1 else None
    if parts and max(map(len, parts)) >= _SHORTEST:
        return " ".join(parts), False
    return None


def _propose(text: str) -> Iterator[Proposal]:
    for match in _APART.finditer(text):
        if together := _together(match[0]):
            words, is_shown = together
            reason = "letters set apart on the page"
            certainty: Certainty = "certain" if is_shown else "probable"
            end = match.start() + len(match[0].rstrip())
            yield Proposal(match.start(), end, words.rstrip(), "split-word", reason, certainty)


RULE = text_rule("letter-spacing", _propose)
