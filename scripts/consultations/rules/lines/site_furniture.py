"""What a web page has round its text.

Symptom: `Top of page`, `Skip to content`, `Home > News >`, notices on cookies, a link to download
the page as a file; `↩` after a note; above the title, the site's name and motto.
Cause: the whole page was copied.
Remedy: lines that say nothing but such a thing are taken out. Where a page has any, what stands
above the line with the record's title is the site's banner, and goes too, as a probable repair.
Leaves alone: the same words inside a sentence; what stands above the title in a document that has
no such line.
Seen in: text copied from a web page.
"""

import re
from collections.abc import Iterator, Sequence

from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Kind, Proposal
from consultations.rules.layout import PrintedLine, letters, printed_lines
from consultations.rules.rule import Rule

_NAVIGATION = re.compile(
    r"[\s↑▲^«»<>|•*\[(]*(?:"
    r"(?:go )?(?:back )?to (?:the )?top(?: of (?:the |this )?page)?|top of (?:the |this )?page|top"
    r"|skip (?:straight )?to (?:the )?(?:main )?(?:content|navigation|menu|search)"
    r"|(?:print|e-?mail|share|bookmark) this page|printer[- ]friendly(?: version| page)?"
    r"|you are here:?.{0,200}|home\s*[>»›/]\s*\S.{0,200}"
    r"|(?:accept|reject|manage) (?:all |additional )?cookies|hide this message"
    r"|(?:we|this (?:web)?site) uses? (?:some )?(?:essential )?cookies\b.{0,300}"
    r"|neidio i'r prif gynnwys|yn ôl i'r brig"
    r")[\s↑▲^«»<>|•*\])]*",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"(?:(?:home|site ?map|accessibility|privacy(?: policy| notice)?|cookies|contact(?: us)?"
    r"|about(?: us)?|help|search|log ?in|sign in|register|terms(?: and conditions| of use)?"
    r"|copyright|news|feedback|cymraeg|english)\s{0,3}(?:[|•·/]\s{0,3}|\s\s|\Z)){3,20}",
    re.IGNORECASE,
)
_DOWNLOAD = re.compile(
    r".{0,60}(?:Download|DOWNLOAD|Lawrlwytho)\b.{0,80}"
    r"\b(?i:pdf|word|rtf|document|file|version|report|publication)\b.{0,60}"
)
_SIZE = re.compile(r"\d(?:\.\d+)?\s?(?:k|m|kb|mb|kilobytes|megabytes)\b", re.IGNORECASE)
_RETURN = re.compile(r"(?<=\S)[ \t\u00a0]{0,3}[↩↵]\ufe0e?\s{0,3}\Z")
"""The way back from a note to its marker."""
_TITLE_AMONG = 40
"""Lines of a page's beginning in which its title is looked for."""


def _is_download(line: PrintedLine) -> bool:
    """Whether a line is nothing but a link to a file: it says so, and how large the file is."""
    return bool(_DOWNLOAD.fullmatch(line.words) and _SIZE.search(line.words))


def _banner(printed: Sequence[PrintedLine], title: str) -> Sequence[PrintedLine]:
    """The lines above the one that is the title; none where no line is."""
    for i, line in enumerate(printed[:_TITLE_AMONG]):
        if line.key == title:
            return printed[:i]
    return ()


def _furniture(line: PrintedLine) -> tuple[Kind, str] | None:
    """What a line is if it is nothing but furniture, as the kind of repair and its reason."""
    if _NAVIGATION.fullmatch(line.words) or _BAR.fullmatch(line.words):
        return "navigation", "a link of the site's"
    if _is_download(line):
        return "download-link", "a link to another form of this"
    return None


def _proposals(draft: Draft) -> Iterator[Proposal]:
    printed = printed_lines(draft.text)
    found = {line.start: _furniture(line) for line in printed}
    banner: set[int] = set()
    if any(found.values()):
        above = _banner(printed, letters(draft.source.record.title))
        banner = {line.start for line in above}
    for line in printed:
        furniture = found[line.start]
        if furniture:
            yield Proposal(line.start, line.end, "", *furniture)
        elif line.start in banner:
            reason = "above the title: the site's banner"
            yield Proposal(line.start, line.end, "", "navigation", reason, "probable")
        elif back := _RETURN.search(draft.text, max(line.start, line.end - 9), line.end):
            yield Proposal(*back.span(), "", "navigation", "the way back from a note")


RULE = Rule("site-furniture", lambda draft: Revision(tuple(_proposals(draft))))
