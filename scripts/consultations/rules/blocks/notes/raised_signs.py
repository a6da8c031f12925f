r"""Raised signs that are written with tags, or as Pandoc's Markdown writes them.

Symptom: `10<sup>3</sup>`, `the lamps<sup>b</sup>`, `LUX<sup>TM</sup>`, `10^3^`, `40 m\2\`.
Cause: the source holds tags of the page that it was made from, or Pandoc or a printer's system made
it.
Remedy: a number, a letter or a roman number stands raised, as far as there are such signs; of
anything else, and of a tag without its partner, the tags alone are taken out.
Leaves alone: what stands between the tags and has no raised form.
Seen in: Markdown made from web pages.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.marks import raised
from consultations.rules.rule import text_rule

_PAIR = re.compile(r"<sup>\s{0,3}([^<>\r\n]{1,20}?)\s{0,3}</sup>", re.IGNORECASE)
_ROW = r"(?:[,–-][ ]?\d{1,3})*"
"""What stands behind the first number where several notes are called: `2,3`, `4–6`."""
_CARETS = re.compile(rf"(?<!\^)\^([+-]?\d{{1,3}}{_ROW}|[a-z]|st|nd|rd|th|TM)\^(?![\w^])")
_SLASHES = re.compile(r"(?<=[\w.,;:?!)\]”’\"'])\\(\d{1,3})\\(?=[\s.,;:?!)\]”’\"'(]|\Z)")
_TAG = re.compile(r"</?sup>", re.IGNORECASE)
_SIGN = re.compile(rf"[+-]?\d{{1,5}}{_ROW}|[a-z]|[ivxl]{{2,6}}")


def _propose(text: str) -> Iterator[Proposal]:
    reason = "markup of a raised sign"
    paired: set[int] = set()
    for match in _PAIR.finditer(text):
        words = match[1]
        paired |= {tag.start() for tag in _TAG.finditer(text, *match.span())}
        if _SIGN.fullmatch(words):
            yield Proposal(*match.span(), raised(words), "markup", reason)
        else:
            yield Proposal(match.start(), match.start(1), "", "markup", reason)
            yield Proposal(match.end(1), match.end(), "", "markup", reason)
    for match in (*_CARETS.finditer(text), *_SLASHES.finditer(text)):
        words = match[1]
        sign = raised(words) if _SIGN.fullmatch(words) else words
        yield Proposal(*match.span(), sign, "markup", reason)
    for match in _TAG.finditer(text):
        if match.start() not in paired:
            yield Proposal(*match.span(), "", "markup", "a tag without its partner", "probable")


RULE = text_rule("raised-signs", _propose, changes_letters=True)
