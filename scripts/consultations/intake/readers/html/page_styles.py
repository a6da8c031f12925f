"""The rules that a page's own styles have, for those who look in them for what they say."""

from collections.abc import Sequence

from bs4 import BeautifulSoup

from consultations import patterns as re

StyleRules = Sequence[tuple[str, str]]
"""Selectors, each with what is said for it: `p.far` and ` margin-left: 0.5in `. A selector has
whatever stood before it, such as a comment."""
_MOST = 200_000
"""Code points of a page's styles that are looked at."""
_RULE = re.compile(r"(?P<selectors>[^{}]{1,500})\{(?P<style>[^{}]{0,2000})\}")


def style_rules(soup: BeautifulSoup) -> StyleRules:
    """The rules of a page, each once for every selector that it is written for, in their order."""
    styles = "".join(style.get_text() for style in soup.find_all("style"))[:_MOST]
    return [
        (selector.strip(), rule["style"])
        for rule in _RULE.finditer(styles)
        for selector in rule["selectors"].split(",")
    ]
