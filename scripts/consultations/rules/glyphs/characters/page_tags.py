"""Tags of HTML, and attributes of Markdown, that say nothing about the words.

Symptom: `<span style="color:red">`, `<div>`, `</p>`, `CO<sub>2</sub>`, `m<sup>2</sup>`;
`<audio src="lamps.mp3" controls>`, `<figcaption>`, `<time datetime="1901">`;
`{.underline}` and `{#the-toll}` right behind words or a heading, `[]{#top .anchor}`, `[](#top)`,
lines of colons.
Cause: the page's markup was taken out in part only.
Remedy: the tags are taken out, and a blank is put between words that only boxes or a break part; a
raised 2 or 3 after a unit of length becomes `²` or `³`. The tag of a raised sign loses its
attributes, and goes where it has a sentence in it: later rules read what else is raised.
Leaves alone: braces that hold anything else; tags of emphasis and of notes, which later rules read;
tags of inserted and of deleted words; links, tables, lists and scripts; `<` as a sign, and one that
the page has as `&lt;`; a word of English between such signs that has no attribute, and behind which
no tag of its own closes it (`<form>`).
Seen in: Markdown made from PDF and from web pages.
"""

from collections import defaultdict
from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_TAG = re.compile(
    r"""
    <(?P<closes>/)?
    (?P<name> abbr | big | center | div | font | hr | p | section | small | span | sub | wbr
      | (?P<paired> article | aside | audio | button | canvas | cite | data | details | embed
          | fieldset | figcaption | figure | footer | form | header | iframe | input | kbd | label
          | legend | main | mark | nav | object | picture | samp | source | summary | time | track
          | tt | video ) )
    (?P<attributes> \s[^<>]{0,500}+ )? /?>
    """,
    re.IGNORECASE | re.VERBOSE,
    needs="<",
)
_WITHIN_LINE = frozenset({
    "abbr", "big", "cite", "data", "font", "kbd", "mark", "samp", "small", "span", "sub", "time",
    "tt", "wbr",
})  # fmt: skip
"""What a browser shows within a line; all else has a box of its own, or a break."""
_ATTRIBUTES = re.compile(
    r"""
      (?:(?<=[\])^])|[ ]) \{                         # [the toll](a){.link}   ## The toll {#toll}
      (?:
        (?: [#.][\w:-]{1,60} | [\w-]{1,30} = (?:"[^"\n]{0,200}"|[\w.%-]{1,60}) )
        (?:[ ]{0,3}\r?\n|[ ]|(?=\}))
      ){1,8} \}
    | \[\]\{\#[\w.:-]{1,80}[^{}\n]{0,200}\}          # []{#_Toc1 .anchor}
    | (?<![!\]\\]) (?:
          \[\]\(                                        # [](#toll)The toll, in any line
        | (?: (?<=\#[ ])\[\]                           # ## [](tolls.html#oil)The oil, a heading
            | \[[¶🔗]\] ) \([^()\s\[\]]{0,300} )       # The oil [¶](#oil "Link")
      \#[^()\s\[\]]{1,100} (?:[ ]\"[^\"\n]{0,100}\")? \)
    | (?<=[.)]) [ ]+ :{3,}[ ]                        # 1.  ::: {#fn1}, and the note
      \{[^{}\n]{0,300}\} [ ]{0,3} \r?\n [ ]*(?=\S)
    | ^[ ]{0,12}:{3,}(?:[ ]?\{[^{}\n]{0,300}\}|[ ]\w[\w-]{0,60})?[ ]{0,3}:*(?=\r?$)   # ::: {.box}
    """,
    re.VERBOSE | re.MULTILINE,
    needs=("{", ":::", "[]", "¶", "🔗"),
)
"""What a converter keeps of the page beside the words: attributes, boxes, places to link to."""
_SPAN = re.compile(r"(\[)([^\[\]\n]{1,300})(\]\{\.[\w-]{1,40}\})")
"""Words in brackets with the name of their look behind them: `[the toll]{.underline}`."""
_POWER = re.compile(
    r"(?<![^\s\d.,/(])(?:mm|cm|dm|m|km|ft|yd)(<sup>\s?([23])\s?</sup>)",
    re.IGNORECASE,
    needs="<",
)
_RAISED_ATTRIBUTES = re.compile(r"<sup(\s[^<>]{1,200})>", re.IGNORECASE)
_RAISED_WORDS = re.compile(
    r"(<sup(?:\s[^<>]{1,200})?>)[^<>\n]{21,2000}+(?:<a\s[^<>]{1,200}>[^<>\n]{0,20}</a>)?(</sup>)",
    re.IGNORECASE,
)
"""A sentence or more between the tags of a raised sign, as some write the body of a note."""
_RAISED = {"2": "²", "3": "³"}


def _parts_words(text: str, tag: re.Match[str]) -> bool:
    """Whether a tag of a box or a break stands between words with no blank there."""
    before, after = text[max(0, tag.start() - 1) : tag.start()], text[tag.end() : tag.end() + 1]
    is_between = before.strip() not in ("", *">([") and after.strip() not in ("", *".,;:!?)]")
    return is_between and tag["name"].casefold() not in _WITHIN_LINE


def _of_page(text: str) -> Iterator[re.Match[str]]:
    """What is a tag of the page: `<form>` may stand for what a reader is to put there.

    Such a word is one with an attribute, or with its own closing tag behind it.
    """
    opened: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for tag in _TAG.finditer(text):
        waiting = opened[tag["name"].casefold()]
        if not tag["paired"]:
            yield tag
        elif not tag["closes"]:
            waiting.append(tag)
        elif waiting:
            yield from (waiting.pop(), tag)
    for waiting in opened.values():
        yield from (tag for tag in waiting if "=" in (tag["attributes"] or ""))


def _tags(text: str) -> Iterator[Proposal]:
    for tag in sorted(_of_page(text), key=lambda tag: tag.start()):
        after = " " if _parts_words(text, tag) else ""
        yield Proposal(*tag.span(), after, "markup", "a tag that says nothing about the words")


def _propose(text: str) -> Iterator[Proposal]:
    yield from _tags(text)
    reason = "attributes that say nothing about the words"
    spans = list(_SPAN.finditer(text))
    taken = {match.end() for match in spans}
    for match in spans:
        yield Proposal(*match.span(1), "", "markup", reason)
        yield Proposal(*match.span(3), "", "markup", reason)
    for match in _ATTRIBUTES.finditer(text):
        if match.end() not in taken:
            # Between the number of a note and its words, which a box parted, a blank stays.
            kept = " " if ":::" in match[0] and "\n" in match[0] else ""
            yield Proposal(*match.span(), kept, "markup", reason)
    raised_words = list(_RAISED_WORDS.finditer(text))
    for match in raised_words:
        for tag in match.span(1), match.span(2):
            yield Proposal(*tag, "", "markup", "a tag that says nothing about the words")
    opened = {match.start() for match in raised_words}
    for match in _RAISED_ATTRIBUTES.finditer(text):
        if match.start() not in opened:
            yield Proposal(*match.span(1), "", "markup", reason)
    for match in _POWER.finditer(text):
        yield Proposal(*match.span(1), _RAISED[match[2]], "markup", "the power of a unit")


RULE = text_rule("page-tags", _propose, changes_letters=True)
