"""Tags of HTML, and attributes of Markdown, that say nothing about the words.

Symptom: `<span style="color:red">`, `<div>`, `</p>`, `CO<sub>2</sub>`, `m<sup>2</sup>`;
`<audio src="lamps.mp3" controls>`, `<figcaption>`, `<time datetime="1901">`;
`{.underline}` and `{#the-toll}` right behind words or a heading, `[]{#top .anchor}`, lines of
colons.
Cause: the page's markup was taken out in part only.
Remedy: the tags are taken out, and a blank is put between two paragraphs that nothing else parts; a
raised 2 or 3 after a unit of length becomes `²` or `³`. The tag of a raised sign loses its
attributes, and goes where it has a sentence in it: later rules read what else is raised.
Leaves alone: braces that hold anything else; tags of emphasis and of notes, which later rules read;
tags of deleted words; links, tables, lists and scripts; `<` as a sign; a word of English between
such signs, which has no attribute and which nothing closes (`<form>`).
Seen in: Markdown made from PDF and from web pages.
"""

from collections.abc import Container, Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_TAG = re.compile(
    r"""
    </? (?: abbr | big | center | div | figcaption | font | hr | iframe | kbd | nav | p | samp
          | section | small | span | sub | tt | wbr
          | (?P<word> article | aside | audio | button | canvas | cite | data | details | embed
              | fieldset | figure | footer | form | header | input | ins | label | legend | main
              | mark | object | picture | source | summary | time | track | video ) )
        (?P<attributes> \s[^<>]{0,500}+ )? /?>
    """,
    re.IGNORECASE | re.VERBOSE,
    needs="<",
)
_CLOSED = re.compile(r"</([a-zA-Z]{3,10})>", needs="</")
_BOX = re.compile(
    r"</?(?:article|aside|center|div|figcaption|footer|header|legend|main|nav|p|section|summary)\b",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(
    r"""
      (?:(?<=[\])^])|[ ]) \{                         # [the toll](a){.link}   ## The toll {#toll}
      (?:
        (?: [#.][\w:-]{1,60} | [\w-]{1,30} = (?:"[^"\n]{0,200}"|[\w.%-]{1,60}) )
        (?:[ ]|\r?\n|(?=\}))
      ){1,8} \}
    | \[\]\{\#[\w.:-]{1,80}[^{}\n]{0,200}\}          # []{#_Toc1 .anchor}
    | (?<=[.)]) [ ]+ :{3,}[ ]                        # 1.  ::: {#fn1}, and the note
      \{[^{}\n]{0,300}\} [ ]{0,3} \r?\n [ ]*(?=\S)
    | ^[ ]{0,12}:{3,}(?:[ ]?\{[^{}\n]{0,300}\}|[ ]\w[\w-]{0,60})?[ ]{0,3}:*$      # ::: {.box}
    """,
    re.VERBOSE | re.MULTILINE,
    needs=("{", ":::"),
)
"""What a converter keeps of the page's look beside the words: attributes, anchors, boxes."""
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
    """Whether a tag of a paragraph or a box stands between words with no blank there."""
    before, after = text[max(0, tag.start() - 1) : tag.start()], text[tag.end() : tag.end() + 1]
    is_between = before.strip() not in ("", ">") and after.strip() != ""
    return is_between and _BOX.match(tag[0]) is not None


def _is_of_page(tag: re.Match[str], closed: Container[str]) -> bool:
    """Whether what looks like a tag is one: `<form>` may stand for what a reader is to put there.

    Args:
        tag: what looks like one.
        closed: the names, in small letters, that closing tags of the document have.
    """
    word = tag["word"]
    return not word or "=" in (tag["attributes"] or "") or word.casefold() in closed


def _tags(text: str) -> Iterator[Proposal]:
    closed = {match[1].casefold() for match in _CLOSED.finditer(text)}
    for match in _TAG.finditer(text):
        if _is_of_page(match, closed):
            after = " " if _parts_words(text, match) else ""
            reason = "a tag that says nothing about the words"
            yield Proposal(*match.span(), after, "markup", reason)


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
