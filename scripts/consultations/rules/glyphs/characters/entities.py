r"""Entities, line breaks and escaped quotation marks left in the text.

Symptom: `&amp;`, `&nbsp;`, `&#8217;`; `<br>`; a backslash at a line's end; `\"the board\'s\"`;
`<!-- a comment -->`; `<?print bold=off ?>`.
Cause: the page's source was copied, or its markup taken out before its entities were read; a
converter to Markdown keeps a straight mark from being made a curly one.
Remedy: the character that the entity stands for; an end of line for a line break, or a blank
within a row of a table; two blanks for a backslash, Markdown's other sign of the same; a comment of
a few words goes, such as a converter leaves, and so does an instruction to a program; the backslash
before a quotation mark goes.
Leaves alone: `&` by itself, with a blank after it, or before a name that HTML does not know; `&lt;`
where the sign would begin a tag, until no rule looks for tags any more; a comment over
paragraphs, or with more words than a converter has to say, which is a finding; a backslash before a
quotation mark in a text with commands of LaTeX, of which `\'e` is one, and at the end of a path.
Seen in: text made from web pages.
"""

from collections.abc import Iterator
from html import unescape
from unicodedata import category

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.text import Interval, squeeze
from consultations.rules.rule import Rule

_TAG_BEGINS = r"lt;(?!https?:|mailto:|[\w.+-]{1,64}@)/?[a-zA-Z]"
"""What would begin a tag, and no address: `&lt;b>`, but not `&lt;https://example.org>`."""

_INSTRUCTION = re.compile(
    r"(?:(?<=\n)|(?<=[\w.])|\A)<\?(?!php\b)[A-Za-z][^<>?\n]{0,200}\?>(?:(?=\w)|(?=\r?\n)|\Z)",
    needs="?",
)
"""What XML and SGML tell the program that reads them: `<?print bold=off ?>`.

It is alone on a line, or touches words. Where blanks stand around it, an author may tell of it."""
# However often the ampersand itself was escaped.
_ENTITY = re.compile(
    rf"&(?:amp;)*+(#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|(?!{_TAG_BEGINS})[A-Za-z][A-Za-z0-9]{{1,30}});"
)
_AMPERSANDS = re.compile(r"&(?:amp;)++(?!#?\w{1,31};)")
_MOST_WORDS = 6
"""Words of a converter's comment: `Page 3 of 12`, `image and caption`, `PageBreak`."""
_TAG = re.compile(r"<[^<>]{0,300}>")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_BACKSLASH = re.compile(r"(?<=[\w.,;:!?”’)])\\(?=\r?\n[ \t]*\S)", needs="\\")
_QUOTE = re.compile(r"(?<!\\)\\(?=['\"])", needs="\\")
_LATEX = re.compile(r"\\[a-z]{2,20}\{", re.IGNORECASE, needs="\\")
_PATH = re.compile(r"\b[A-Za-z]:\\\S{1,200}\Z")
_LONGEST_PATH = 200
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)


def _propose(text: str) -> Iterator[Proposal]:
    comments = [
        Proposal(start, end, "", "markup", "a comment of HTML")
        for start, end in _comments(text)
        if _is_converters(text[start:end])
    ]
    instructions = [
        Proposal(*match.span(), "", "markup", "an instruction to a program")
        for match in _INSTRUCTION.finditer(_blanked(text, comments))
    ]
    yield from (*comments, *instructions)
    text = _blanked(text, sorted([*comments, *instructions], key=lambda one: one.start))
    for match in _ENTITY.finditer(text):
        meant = _character(match[1])
        if meant is not None:
            yield Proposal(*match.span(), meant, "entity", "an entity of HTML")
    for match in _AMPERSANDS.finditer(text):
        yield Proposal(*match.span(), "&", "entity", "an entity of HTML")
    yield from _breaks(text)
    for match in _BACKSLASH.finditer(text):
        yield Proposal(*match.span(), "  ", "markup", "a line break of Markdown")
    for match in () if _LATEX.search(text) else _QUOTE.finditer(text):
        if not _PATH.search(text[max(0, match.start() - _LONGEST_PATH) : match.end()]):
            yield Proposal(*match.span(), "", "markup", "the escape of a quotation mark")


def _character(entity: str) -> str | None:
    """What an entity stands for; a blank for a tab or a line end, whose places it does not have.

    None for a name that HTML does not know, and for a control, which no author writes.
    """
    meant = unescape(f"&{entity};")
    if meant in ("\t", "\n", "\r"):
        return " "
    is_control = any(category(character) == "Cc" for character in meant)
    return None if is_control or not meant or meant.endswith(";") else meant


def _breaks(text: str) -> Iterator[Proposal]:
    """Line breaks: a blank for one that stands in a row of a table, which an end would cut."""
    start = at = 0
    is_row = False
    for match in _BREAK.finditer(text):
        place = match.start()
        # Only what has come since the last one is looked at: a row may be long, and have many.
        if (line := text.rfind("\n", at, place)) >= 0:
            start = at = line + 1
            is_row = False
        is_row = is_row or text[start : start + 1] == "|" or "\t" in text[at:place]
        at = place
        after = " " if is_row else "\n"
        yield Proposal(*match.span(), after, "markup", "a line break of HTML")


def _comments(text: str) -> Iterator[Interval]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _is_converters(comment: str) -> bool:
    """Whether nothing of an author's can stand in a comment: two signs may have met by chance."""
    said = _TAG.sub(" ", comment[4:-3])
    return not _PARAGRAPH.search(comment) and len(said.split()) <= _MOST_WORDS


def _findings(draft: Draft) -> Iterator[Finding]:
    for start, end in _comments(draft.text):
        if not _is_converters(draft.text[start:end]):
            words = squeeze(draft.text[start : start + 60])
            yield Finding(
                code="comment-kept",
                severity="warning",
                what=f"a comment of HTML with words in it: {words!r}",
                hint="take it out by an erratum, or waive this where it is the author's own",
                place=draft.locate(start),
            )


def _revise(draft: Draft) -> Revision:
    return Revision(tuple(_propose(draft.text)), findings=tuple(_findings(draft)))


def _blanked(text: str, taken: list[Proposal]) -> str:
    """The text with blanks where something is taken out already, so that places stay the same."""
    pieces: list[str] = []
    at = 0
    for proposal in taken:
        pieces += text[at : proposal.start], " " * (proposal.end - proposal.start)
        at = proposal.end
    return "".join([*pieces, text[at:]])


RULE = Rule("entities", _revise, changes_letters=True)
