"""The rules in a page's own styles, for those who look there for what they say."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bs4 import BeautifulSoup

from consultations import patterns as re


class StyleRule(NamedTuple):
    """What a page's styles say about the elements that a selector finds."""

    selector: str
    """`p.far`"""
    style: str
    """` margin-left: 0.5in `"""
    is_conditional: bool
    """Whether it is only for some screens, or for paper."""


StyleRules = Sequence[StyleRule]
_MOST = 200_000
"""Code points of a page's styles that are looked at."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_RULE = re.compile(r"(?P<selectors>[^{}]{1,500})\{(?P<style>[^{}]{0,2000})\}")


def style_rules(soup: BeautifulSoup) -> StyleRules:
    """The rules of a page, each once for every selector that it is written for, in their order."""
    styles = "".join(style.get_text() for style in soup.find_all("style"))[:_MOST]
    return list(_rules(_COMMENT.sub("", styles)))


def _rules(styles: str) -> Iterator[StyleRule]:
    depth = at = 0
    for rule in _RULE.finditer(styles):
        before = styles[at : rule.start()]
        depth = max(0, depth + before.count("{") - before.count("}"))
        at = rule.end()
        for selector in rule["selectors"].split(","):
            yield StyleRule(selector.strip(), rule["style"], depth > 0)
