"""Words that lead to an address, as Markdown and HTML have them.

Symptom: `[our report](http://example.org/report)`; `[our report][1]`, with `[1]: http://…` below;
`<a href="…">our report</a>`.
Cause: the source is Markdown, or holds tags of the page that it was made from.
Remedy: the marks and the address are taken out; the words stay, and the address is kept as their
link where it is one of the web or of e-mail. Any other is no link, and a finding: it leads nowhere
but into the site it came from, or would run a program, even where its
name is spelt with blanks.
Leaves alone: brackets with brackets behind them that hold no address; a definition that no words
refer to; a link without words.
"""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from consultations import patterns as re
from consultations.model.draft import Draft, LinkedWords, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.text import Interval, trim
from consultations.rules.rule import Rule

_INLINE = re.compile(
    r"""
    (?<!!) \[(?P<words>[^\[\]]{1,300})\]                # [the tolls]; ![the pier] is a picture
    \(\s{0,3}
    <?(?P<to>[^()\s<>]{1,2000}                          # (https://example.org/tolls)
        (?:\([^()\s<>]{0,200}\)[^()\s<>]{0,200}){0,3}   # (https://example.org/toll_(bridge))
    )>?
    (?:\s{1,3}\"[^\"]{0,200}\")?                        # (tolls.html "What a crossing costs")
    \s{0,3}\)
    """,
    re.VERBOSE,
)
_REFERENCE = re.compile(
    r"""
    (?<![!\]]) \[(?P<words>[^\[\]]{1,300})\]
    (?: \[(?P<name>[^\[\]]{0,100})\]    # [the tolls][1]   [the tolls][]
      | (?![\[(:])                      # [the tolls]
    )
    """,
    re.VERBOSE,
)
_DEFINITION = re.compile(
    r"""
    ^[ ]{0,3} \[(?P<name>[^\[\]^]{1,100})\]:
    [ \t]{0,9} <?(?P<to>[^\s<>]{1,2000})>?              # [1]: https://example.org/tolls
    (?:[ \t]{1,9}[\"'(][^\"'()\n]{0,200}[\"')])?        # [1]: tolls.html 'What a crossing costs'
    [ \t]{0,9}$
    """,
    re.MULTILINE | re.VERBOSE,
)
_TAG = re.compile(
    r"""
    <a\s (?:[^<>]{0,300}\s)?                                            # <a class="out" …
    href\s{0,3}=\s{0,3} [\"']?(?P<to>[^\"'<>\s]{1,2000}) [^<>]{0,300}>  # … href="tolls.html">
    (?P<words>[^<>]{1,300}) </a\s{0,3}>                                 # the tolls</a>
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SPACED = re.compile(
    r"""
      (?<!!) \[(?P<words>[^\[\]]{1,300})\]
      \((?P<to>[^()\[\]]{1,100}:(?:[^()\n]|\([^()\n]{0,200}\)){0,300})\)  # (java script:x())
    | <a\s (?:[^<>]{0,300}\s)?
      href\s{0,3}=\s{0,3}
      (?P<mark>[\"'])(?P<in_tag>(?:(?!(?P=mark))[^<>]){1,2000})(?P=mark) [^<>]{0,300}>
      (?P<in_tag_words>[^<>]{1,300}) </a\s{0,3}>                      # <a href="java script:x">
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""An address with blanks in it, which browsers leave out where the program's name has them."""
_RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200d\u2060\ufeff]+")
_ADDRESS = re.compile(
    r"""
      [a-z][a-z0-9+.-]{1,20}:\S     # https://example.org   mailto:clerk@example.org
    | [/#?.]\S | \#\Z               # /tolls   #fees   ?page=2   ../tolls, and the page itself: #
    | \S{1,200}/                    # tolls/fees
    | www\.\S                       # www.example.org
    | \S{1,200}\.(?:html?|php|aspx?|pdf|docx?|xlsx?|org|com|net|uk|eu|info)\b   # tolls.pdf
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What an address looks like, in the web or inside a site, from its beginning."""
_KEPT = re.compile(r"(?:https?://|mailto:)[^/\s]", re.IGNORECASE)
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"


class _Found(NamedTuple):
    whole: Interval
    words: Interval
    address: str


def _found(text: str, definitions: dict[str, re.Match[str]]) -> Iterator[_Found]:
    """Every link with words of its own."""
    for pattern in (_INLINE, _TAG):
        for match in pattern.finditer(text):
            if _ADDRESS.match(match["to"]):
                yield _Found(match.span(), match.span("words"), match["to"])
    for match in _SPACED.finditer(text):
        group, words = ("in_tag", "in_tag_words") if match["in_tag"] else ("to", "words")
        address = _BLANKS.sub("", match[group])
        if _RUNS.match(address):
            yield _Found(match.span(), match.span(words), address)
    for match in _REFERENCE.finditer(text):
        definition = definitions.get((match["name"] or match["words"]).casefold())
        # A number in brackets may be a reference of the author's own.
        if definition and (match["name"] is not None or not match["words"].isdigit()):
            yield _Found(match.span(), match.span("words"), definition["to"])


def _revise(draft: Draft) -> Revision:
    text = draft.text
    definitions = {match["name"].casefold(): match for match in _DEFINITION.finditer(text)}
    taken: list[Interval] = []
    links: list[LinkedWords] = []
    findings: list[Finding] = []
    used: set[str] = set()
    end = 0
    for found in sorted(_found(text, definitions)):
        words = trim(text, *found.words)
        if found.whole[0] < end or words[0] == words[1]:
            continue
        end = found.whole[1]
        used.add(found.address)
        taken += (found.whole[0], found.words[0]), (found.words[1], end)
        if _KEPT.match(found.address):
            links.append(LinkedWords(*words, quote(found.address, safe=_SAFE)))
        else:
            if not found.address.startswith("#"):  # a place of the page that was converted
                findings.append(_refused(draft, found))
    taken += [match.span() for match in definitions.values() if match["to"] in used]
    reason = "markup of a link; where it leads is kept as data"
    return Revision(
        tuple(Proposal(*interval, "", "markup", reason) for interval in taken),
        links=tuple(links),
        findings=tuple(findings),
    )


def _refused(draft: Draft, found: _Found) -> Finding:
    return Finding(
        code="address-not-kept",
        severity="warning",
        what=f"{found.address[:80]!r} is no address of the web or of e-mail",
        hint="if the words led to a page, name it in full by an erratum",
        place=draft.locate(found.whole[0]),
    )


RULE = Rule("linked-words", _revise)
