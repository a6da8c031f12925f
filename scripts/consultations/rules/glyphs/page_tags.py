"""Tags of HTML, and attributes of Markdown, that say nothing about the words.

Symptom: `<span style="color:red">`, `<div>`, `</p>`, `CO<sub>2</sub>`, `m<sup>2</sup>`;
`{.underline}` and `{#the-toll}` right behind words or a heading, `[]{#top .anchor}`, lines of
colons.
Cause: the page's markup was taken out in part only.
Remedy: the tags are taken out; a raised 2 or 3 after a unit of length becomes `²` or `³`.
Leaves alone: braces that hold anything else; tags of emphasis and of notes, which later rules read;
links, tables, lists and scripts; `<` as a sign.
Seen in: Markdown made from PDF and from web pages.
"""

import re
from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_TAG = re.compile(
    r"</?(?:abbr|big|center|div|font|p|section|small|span|sub)(?:\s[^<>]{0,500}+)?/?>",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(
    r"""
      (?:(?<=\])|(?<=\^)|[ ]) \{                    # [the toll]{.underline}   ## The toll {#toll}
      (?:
        (?: [#.][\w:-]{1,60} | [\w-]{1,30} = (?:"[^"\n]{0,200}"|[\w.%-]{1,60}) )
        (?:[ ]|(?=\}))
      ){1,8} \}
    | \[\]\{\#[\w.:-]{1,80}[^{}\n]{0,200}\}          # []{#_Toc1 .anchor}
    | ^:{3,}(?:[ ]?\{[^{}\n]{0,300}\}|[ ]\w[\w-]{0,60})?[ ]{0,3}:*$      # ::: {.box}
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What a converter keeps of the page's look beside the words: attributes, anchors, boxes."""
_POWER = re.compile(
    r"(?<![^\s\d.,/(])(?:mm|cm|dm|m|km|ft|yd)(<sup>\s?([23])\s?</sup>)", re.IGNORECASE
)
_RAISED = {"2": "²", "3": "³"}


def _propose(text: str) -> Iterator[Proposal]:
    for match in _TAG.finditer(text):
        yield Proposal(*match.span(), "", "markup", "a tag that says nothing about the words")
    for match in _ATTRIBUTES.finditer(text):
        yield Proposal(*match.span(), "", "markup", "attributes that say nothing about the words")
    for match in _POWER.finditer(text):
        yield Proposal(*match.span(1), _RAISED[match[2]], "markup", "the power of a unit")


RULE = text_rule("page-tags", _propose, changes_letters=True)
