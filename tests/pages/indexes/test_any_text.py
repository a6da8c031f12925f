"""Whatever documents and authorities say, an index shows it as text, and leads where it should."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages.writing.printing import printable

Built = Callable[[Sequence[Edition], Authority], dict[str, Any]]

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "](javascript:alert(1)) [x](javascript:alert(1))",
    "{: onclick=alert(1) #x }",
    "</summary></details></li></ul>",
    "&lt;b&gt; &#60; &copy",
    "- a\n# b\n    c\n> d\n1. e\n: f",
    "| a | b |\n| --- | --- |",
    "***a** b* _c_ `d` ![e](f)",
    "[TOC] --8<-- {{ x }} {% raw %}",
    "a\x00b\x02c\x03d\u2028e\ud800f",
    "*" * 3_000,
)
SIGNS = st.sampled_from([*"[]()<>{}|*_`\\#&!:-+\"'= \n", "javascript:", "http://x"])
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1),
    st.lists(SIGNS, min_size=1).map("".join),
).filter(str.strip)
ELEMENTS = re.compile(
    "a|abbr|blockquote|br|code|d[dlt]|del|details|div|em|h[1-3]|ins|li|[ou]l|p|section|span|strong"
    "|summary|table|tbody|thead|t[dhr]"
)
ATTRIBUTES = re.compile(
    "aria-(label|level)|class|data-(marker|kind|document|query|questions|theme|toc-label|voice)"
    "|href|id|role|start|title|value"
)
ADDRESS = re.compile(r"https?:|mailto:|[^:]*(#|\Z)")


def saying(
    text: str, editions: Sequence[Edition], authority: Authority
) -> tuple[list[Edition], Authority]:
    """The small archive, in which everything that is somebody's words is this text."""
    said = [
        replace(
            edition,
            source=replace(edition.source, record=replace(edition.source.record, title=text)),
            passages=tuple(replace(p, text=f"{text} {p.text} {text}") for p in edition.passages),
            questions=tuple(replace(q, text=text, number=text) for q in edition.questions),
            quotations=tuple(replace(q, text=text, attributed_to=text) for q in edition.quotations),
            abbreviations=tuple(
                replace(a, text=text, expansion=text) for a in edition.abbreviations
            ),
            connections=tuple(
                replace(c, about=text) if c.ground in ("names", "same-passage") else c
                for c in edition.connections
            ),
        )
        for edition in editions
    ]
    known = Authority(
        entities=tuple(
            replace(
                e,
                name=text,
                variants=(text,),
                note=text,
                csl={**e.csl, "title": text, "publisher": text} if e.csl else {},
                questions=tuple(replace(q, number=text, text=text) for q in e.questions),
            )
            for e in authority.entities
        ),
        abbreviations={text: text},
        themes=tuple(replace(theme, name=text, reason=text) for theme in authority.themes),
    )
    return said, known


def requires_text(
    built: Built, text: str, editions: Sequence[Edition], authority: Authority
) -> None:
    pages = built(*saying(text, editions, authority))
    for page in pages.values():
        assert not page.foreign
        for name, about in page.elements:
            assert ELEMENTS.fullmatch(name)
            assert all(map(ATTRIBUTES.fullmatch, about))
            assert ADDRESS.match(about.get("href") or "#")
    shown = pages["people/doe-jane/index.md"].texts["index:title"]
    assert shown.split() == printable(text).split()


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_markup_is_text(
    built: Built, editions: list[Edition], authority: Authority, text: str
) -> None:
    requires_text(built, text, editions, authority)


# The small archive is not changed by an example; each builds some thirty pages.
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXT)
def test_any_text_is_text(
    built: Built, editions: list[Edition], authority: Authority, text: str
) -> None:
    requires_text(built, text, editions, authority)
