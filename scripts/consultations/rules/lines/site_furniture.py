"""What a web page has round its text.

Symptom: `Top of page`, `Skip to content`, `Home > News >`, notices on cookies, a link to download
the page as a file; `↩` after a note; above the title, the site's name and motto.
Cause: the whole page was copied.
Remedy: lines that say nothing but such a thing are taken out; and, as a probable repair, the name
of a picture that stands right beside two of them at least and nowhere else, such as `Rule`. Where a
page has any, what stands above the line with the record's title is the site's banner, and goes too,
as a probable repair.
Leaves alone: the same words inside a sentence; what stands above the title in a document that has
no such line.
Seen in: text copied from a web page.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Kind, Proposal
from consultations.rules.layout import PrintedLine, letters, printed_lines
from consultations.rules.rule import Rule

_NAVIGATION = re.compile(
    r"""
    [\s↑▲^«»<>|•*\[(]*
    (?:
        (?:go[ ])? (?:back[ ])? to[ ](?:the[ ])? top (?:[ ]of[ ](?:the[ ]|this[ ])?page)?
      | top (?:[ ]of[ ](?:the[ ]|this[ ])?page)?
      | (?:go[ ]|jump[ ])?(?:back|return)[ ]to[ ](?:the[ ])?
        (?: (?:table[ ]of[ ])?contents(?:[ ]page)? | (?:main[ ]|home[ ]?)?(?:page|menu) | index
          | list | start )
      | is[ ]this[ ]page[ ]useful\?? | (?:yes|no)[ ]this[ ]page[ ]is[ ](?:not[ ])?useful
      | (?:report[ ]a|there[ ]is) .{0,40}[ ]with[ ]this[ ]page
      | skip[ ](?:straight[ ])?to[ ](?:the[ ])?(?:main[ ])?(?:content|navigation|menu|search)
      | (?:print|e-?mail|share|bookmark)[ ]this[ ]page
      | printer[- ]friendly (?:[ ](?:version|page))?
      | you[ ]are[ ]here :? .{0,200}                          # You are here: Home > Ferries
      | home \s* [>»›/] \s* \S .{0,200}                       # Home > Ferries
      | (?:accept|reject|manage)[ ](?:all[ ]|additional[ ])?cookies
      | hide[ ]this[ ]message
      | (?:we|this[ ](?:web)?site)[ ]uses?[ ](?:some[ ])?(?:essential[ ])?cookies\b .{0,300}
      | neidio[ ]i'r[ ]prif[ ]gynnwys                         # Skip to main content, in Welsh
      | yn[ ]ôl[ ]i'r[ ]brig                                  # Back to top
    )
    [\s↑▲^«»<>|•*\])]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BAR = re.compile(
    r"""
    (?:
        (?: home | site[ ]?map | accessibility | privacy(?:[ ](?:policy|notice))? | cookies
          | contact(?:[ ]us)? | about(?:[ ]us)? | help | search | log[ ]?in | sign[ ]in | register
          | terms(?:[ ](?:and[ ]conditions|of[ ]use))? | copyright | news | feedback
          | cymraeg | english
          | (?:previous|next|search|contents|index)(?:[ ]page)? | enquiries
          | (?:(?:[A-Z][\w'’]{1,20}|of|the)[ ]){1,4}home[ ]page      # Lamp Board home page
        )
        \s{0,3} (?: [|•·/]\s{0,3} | \s\s | \Z | (?<=[ ]) )
    ){3,20}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Three or more of a site's own pages in one line: `Home | News | Contact us`."""
_DOWNLOAD = re.compile(
    r"""
    .{0,60} (?:Download|DOWNLOAD|Lawrlwytho)\b .{0,80}        # in English, in Welsh
    \b (?i:pdf|word|rtf|document|file|version|report|publication)\b .{0,60}
    """,
    re.VERBOSE,
)
_SIZE = re.compile(r"\d(?:\.\d+)?\s?(?:k|m|kb|mb|kilobytes|megabytes)\b", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^\s()]{0,500}\)")
"""A link of Markdown: `[Back to top](#top)`; group 1 is its words."""
_RETURN = re.compile(r"(?<=\S)[ \t\N{NO-BREAK SPACE}]{0,3}[↩↵]\N{VARIATION SELECTOR-15}?\s{0,3}\Z")
"""The way back from a note to its marker."""
_MOST_WORDS = 3
"""Words that the name of a picture may have at most."""
_TITLE_AMONG = 40
"""The title is looked for in so many lines at the beginning of a page."""


def _is_download(line: PrintedLine) -> bool:
    """Whether a line is nothing but a link to a file: it says so, and how large the file is."""
    return bool(_DOWNLOAD.fullmatch(line.words) and _SIZE.search(line.words))


def _banner(printed: Sequence[PrintedLine], title: str) -> Sequence[PrintedLine]:
    """The lines above the title; none where no line has the title's words."""
    for i, line in enumerate(printed[:_TITLE_AMONG]):
        if line.key == title:
            return printed[:i]
    return ()


def _furniture(line: PrintedLine) -> tuple[Kind, str] | None:
    """The kind and the reason of the repair, if a line is nothing but furniture; else None."""
    words = _LINK.sub(r"\1", line.words)
    if _NAVIGATION.fullmatch(words) or _BAR.fullmatch(words):
        return "navigation", "a link of the site's"
    if _is_download(line):
        return "download-link", "a link to another form of this"
    return None


def _beside(printed: Sequence[PrintedLine], furniture: Collection[int]) -> set[int]:
    """The places of short lines that stand right beside furniture, wherever they stand.

    Such a line is what a page has in place of a picture between its parts.
    """
    everywhere = Counter(line.key for line in printed)
    near = {
        i
        for place in furniture
        for i, below in ((place - 1, place), (place + 1, place + 1))
        if 0 <= i < len(printed) and below < len(printed) and not printed[below].blank_before
    } - set(furniture)
    beside = Counter(printed[i].key for i in near)
    return {
        i
        for i in near
        if len(printed[i].words.split()) <= _MOST_WORDS
        and beside[printed[i].key] == everywhere[printed[i].key] > 1
    }


def _proposals(draft: Draft) -> Iterator[Proposal]:
    printed = printed_lines(draft.text)
    found = {i: what for i, line in enumerate(printed) if (what := _furniture(line))}
    beside = _beside(printed, found)
    above = _banner(printed, letters(draft.source.record.title)) if found else ()
    for i, line in enumerate(printed):
        if i in found:
            yield Proposal(line.start, line.end, "", *found[i])
        elif i in beside:
            reason = "what a page has for a picture beside a link of the site's"
            yield Proposal(line.start, line.end, "", "navigation", reason, "probable")
        elif i < len(above):
            reason = "above the title: the site's banner"
            yield Proposal(line.start, line.end, "", "navigation", reason, "probable")
        elif back := _RETURN.search(draft.text, max(line.start, line.end - 9), line.end):
            yield Proposal(*back.span(), "", "navigation", "the way back from a note")


RULE = Rule("site-furniture", lambda draft: Revision(tuple(_proposals(draft))))
