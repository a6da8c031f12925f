"""What a web page has round its text.

Symptom: `Top of page`, `Skip to content`, `Home > News >`, notices on cookies, a link to download
the page as a file; `↩` after a note; above the title, the site's name and motto.
Cause: the whole page was copied.
Remedy: lines that say nothing but such a thing are taken out; and, as a probable repair, the name
of a picture that stands right beside two of them at least and nowhere else, such as `Rule`, the
networks under `Share this page`, and `Related content` with the links under it at the end. Where a
page has any, what stands above the line with the record's title is the site's banner, and goes too,
as a probable repair.
Leaves alone: the same words inside a sentence; what stands above the title in a document that has
no such line.
Seen in: text copied from a web page.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

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
      | (?:was|is|did[ ]you[ ]find)[ ]this[ ](?:page|article|information)[ ](?:help|use)ful\??
      | (?:yes|no)[ ]this[ ]page[ ]is[ ](?:not[ ])?useful
      | thank[ ]you[ ]for[ ]your[ ]feedback
      | (?:report[ ]a|there[ ]is) .{0,40}[ ]with[ ]this[ ]page
      | skip[ ](?:straight[ ])?to[ ](?:the[ ])?(?:main[ ])?(?:content|navigation|menu|search)
      | (?:print|e-?mail|share|bookmark)[ ]this[ ](?:page|article|post)
        (?:[ ](?:on|via)\b.{0,40})? :?
      | (?:share|tweet)[ ](?:on|via|by)[ ](?:(?:facebook|twitter|x|linkedin|whatsapp|e-?mail)\b\W*)+
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
_OWNER = re.compile(r"(?:©|\(c\)|copyright\b)[^|•·]{1,80}[|•·]\s*", re.IGNORECASE)
"""What the line of a site's own pages may begin with: `© Lamp Board 1902 | Privacy | Sitemap`."""
_NETWORK = re.compile(
    r"(?:[-*•]\s*)?(?:facebook|twitter|x|linkedin|whatsapp|reddit|e-?mail|print|copy[ ]link)\s?",
    re.IGNORECASE,
)
"""Where a page can be sent: lines of such words are of a site under those that say so."""
_SHARES = re.compile(r"\W*(?:share|tweet)\b.{0,40}", re.IGNORECASE)
_YES_NO = re.compile(r"\W*yes\W+no\W*", re.IGNORECASE)
_ASKS = re.compile(r".{0,30}\bthis[ ](?:page|article|information)\b.{0,20}", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"""
    related[ ](?:content|pages|links|articles|news) | explore[ ]the[ ]topic | more[ ]like[ ]this
    | you[ ](?:may|might)[ ]also[ ](?:like|be[ ]interested[ ]in)
    | more[ ](?:from|in)[ ]this[ ](?:section|series|collection)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands over links to other pages, at the end of a page."""
_LONGEST_LINK = 14
"""Words of a link to another page."""
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
    owner = _OWNER.match(words)
    is_bar = _BAR.fullmatch(words) or (owner and _BAR.fullmatch(f"Home | {words[owner.end() :]}"))
    if is_bar or _NAVIGATION.fullmatch(words):
        return "navigation", "a link of the site's"
    if _is_download(line):
        return "download-link", "a link to another form of this"
    return None


def _sharing(printed: Sequence[PrintedLine], furniture: Collection[int]) -> Iterator[int]:
    """The places of lines under furniture that go with it: networks, and answers of a survey."""
    known = set(furniture)
    for i, (above, line) in enumerate(pairwise(printed), 1):
        if i - 1 not in known or i in known:
            continue
        shares = _SHARES.fullmatch(above.words) or _NETWORK.fullmatch(above.words)
        is_network = shares and _NETWORK.fullmatch(line.words)
        if is_network or (_ASKS.fullmatch(above.words) and _YES_NO.fullmatch(line.words)):
            known.add(i)
            yield i


def _elsewhere(printed: Sequence[PrintedLine], furniture: Collection[int]) -> Iterator[int]:
    """The places of links to other pages: nothing but short lines stand under their heading."""
    for i in range(len(printed) - 1, -1, -1):
        words = _LINK.sub(r"\1", printed[i].words)
        if _ELSEWHERE.fullmatch(words):
            yield from (n for n in range(i, len(printed)) if n not in furniture)
            return
        is_link = len(words.split()) <= _LONGEST_LINK and not words.endswith(".")
        if i not in furniture and not is_link:
            return


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
    with_it = {*_sharing(printed, found), *(_elsewhere(printed, found) if found else ())}
    above = _banner(printed, letters(draft.source.record.title)) if found else ()
    for i, line in enumerate(printed):
        if i in found:
            yield Proposal(line.start, line.end, "", *found[i])
        elif i in with_it:
            yield Proposal(
                line.start,
                line.end,
                "",
                "navigation",
                "it goes with a link of the site's",
                "probable",
            )
        elif i in beside:
            reason = "what a page has for a picture beside a link of the site's"
            yield Proposal(line.start, line.end, "", "navigation", reason, "probable")
        elif i < len(above):
            reason = "above the title: the site's banner"
            yield Proposal(line.start, line.end, "", "navigation", reason, "probable")
        elif back := _RETURN.search(draft.text, max(line.start, line.end - 9), line.end):
            yield Proposal(*back.span(), "", "navigation", "the way back from a note")


RULE = Rule("site-furniture", lambda draft: Revision(tuple(_proposals(draft))))
