"""What a web page has round its text.

Symptom: `Top of page`, `Skip to content`, `Home > News >`, notices on cookies, a link to download
the page as a file; `↩` after a note, `(opens in a new tab)` after a link; above the title, the
site's name and motto.
Cause: the whole page was copied.
Remedy: lines that say nothing but such a thing are taken out; and, as a probable repair, the name
of a picture that stands right beside two of them at least and nowhere else, such as `Rule`, the
networks under `Share this page`, and at the end what stands under the page's question whether it
was useful, or under `Related content`, down to the owner's line. Where a page has any, what stands
above the line with the record's title is the site's banner, and goes too, as a probable repair.
Leaves alone: the same words inside a sentence, also on a line of their own, and a notice that a
colon announces; what stands above the title in a document that has no such line.
Seen in: text copied from a web page.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from consultations.english.sentences import ends_sentence
from consultations.english.site_words import (
    ASKS,
    BAR,
    DOWNLOAD,
    ELSEWHERE,
    LINK,
    NAVIGATION,
    NETWORK,
    NO,
    OPENS,
    OWNER,
    PAGE,
    PARTED,
    RETURN,
    SHARES,
    SIZE,
    YES_NO,
)
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Kind, Proposal
from consultations.model.text import letters
from consultations.rules.layout import PrintedLine, cuts_sentence, printed_lines
from consultations.rules.prose import goes_on
from consultations.rules.rule import Rule

_LONGEST_LINK = 14
"""Most words of a link to another page."""
_FEWEST_PAGES = 2
"""Fewest pages of a site in the line of its owner."""
_MOST_WORDS = 3
"""Most words in the name of a picture."""
_TITLE_AMONG = 40
"""Lines at the beginning of a page in which its title is looked for."""


def _is_download(line: PrintedLine) -> bool:
    """Whether a line is nothing but a link to a file: it says so, and how large the file is."""
    return bool(DOWNLOAD.fullmatch(line.words) and SIZE.search(line.words))


def _banner(printed: Sequence[PrintedLine], title: str) -> Sequence[PrintedLine]:
    """The lines above the title; none where no line has the title's words."""
    for i, line in enumerate(printed[:_TITLE_AMONG]):
        if line.key == title:
            return printed[:i]
    return ()


def _furniture(line: PrintedLine) -> tuple[Kind, str] | None:
    """The kind and the reason of the repair, if a line is nothing but furniture; else None."""
    words = OPENS.sub("", LINK.sub(r"\1", line.words))
    if _is_bar(words) or NAVIGATION.fullmatch(words):
        return "navigation", "a link of the site's"
    if _is_download(line):
        return "download-link", "a link to another form of this"
    return None


def _is_bar(words: str) -> bool:
    """Whether a line is a row of a site's own pages, perhaps behind the name of its owner."""
    if BAR.fullmatch(words):
        return True
    owner, *pages = PARTED.split(words)
    known = sum(bool(PAGE.fullmatch(page)) for page in pages)
    return bool(OWNER.match(owner)) and known >= _FEWEST_PAGES and known * 2 >= len(pages)


def _is_told_of(printed: Sequence[PrintedLine], i: int, furniture: Collection[int]) -> bool:
    """Whether a line is words of a page that the author tells of.

    A sentence begins with them that goes on below, or they are one that a colon above announces.
    """
    near = {k: printed[k] for k in (i - 1, i + 1) if 0 <= k < len(printed) and k not in furniture}
    above, below = near.get(i - 1), near.get(i + 1)
    announced = above is not None and above.is_prose and above.words.endswith(":")
    announced = announced and ends_sentence(printed[i].words)
    goes_on_below = below is not None and below.is_prose and goes_on(below.words)
    return announced or (goes_on_below and not cuts_sentence(above, below))


def _under(printed: Sequence[PrintedLine], furniture: Collection[int]) -> Iterator[int]:
    """The places of lines under furniture that go with it: networks, and answers of a survey."""
    known = set(furniture)
    answers: set[int] = set()
    for i, (above, line) in enumerate(pairwise(printed), 1):
        if i - 1 not in known or i in known:
            continue
        shares = SHARES.fullmatch(above.words) or NETWORK.fullmatch(above.words)
        is_network = shares and NETWORK.fullmatch(line.words)
        is_answer = ASKS.fullmatch(above.words) and YES_NO.fullmatch(line.words)
        if is_answer:
            answers.add(i)
        if is_network or is_answer or (i - 1 in answers and NO.fullmatch(line.words)):
            known.add(i)
            yield i


def _tail(printed: Sequence[PrintedLine], furniture: Collection[int]) -> Iterator[int]:
    """The places of what a page has under its text, down to its end.

    It begins where the page asks of itself or names other pages, and has nothing but short lines
    and its owner's.
    """
    first = len(printed)
    for i in range(len(printed) - 1, -1, -1):
        words = LINK.sub(r"\1", printed[i].words)
        if ELSEWHERE.fullmatch(words) or (i in furniture and ASKS.fullmatch(words)):
            first = i
        is_link = len(words.split()) <= _LONGEST_LINK and not words.endswith(".")
        if i not in furniture and not is_link and not OWNER.match(words):
            break
    tail = [n for n in range(first, len(printed)) if n not in furniture]
    # The owner's line by itself may be the author's.
    yield from tail if any(not OWNER.match(printed[n].words) for n in tail) else ()


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
    found = {i: what for i, what in found.items() if not _is_told_of(printed, i, found)}
    beside = _beside(printed, found)
    with_it = {*_under(printed, found), *(_tail(printed, found) if found else ())}
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
        else:
            yield from _within(draft.text, line)


def _within(text: str, line: PrintedLine) -> Iterator[Proposal]:
    """What a site puts behind words that stay."""
    for opens in OPENS.finditer(text, line.start, line.end):
        yield Proposal(*opens.span(), "", "navigation", "what a site says of its link")
    if back := RETURN.search(text, max(line.start, line.end - 9), line.end):
        yield Proposal(*back.span(), "", "navigation", "the way back from a note")


RULE = Rule("site-furniture", lambda draft: Revision(tuple(_proposals(draft))))
