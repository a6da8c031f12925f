"""The styles as they are sent."""

import pytest

from consultations.publish.bundle.styles import styles


def test_what_every_page_has_is_one_file_in_its_order() -> None:
    written = {"base.css": b"a { b: 1 }", "other.css": b"", "site.css": b"a { b: 2 }"}
    made = styles(written)
    assert made.keys() == {"other.css", "site.css"}
    assert made["site.css"].index(b"1") < made["site.css"].index(b"2")


def test_the_page_of_search_has_all_its_style_in_one_file() -> None:
    written = {"base.css": b"a { b: 1 }", "search.css": b"a { b: 3 }", "site.css": b"a { b: 2 }"}
    made = styles(written)
    assert made["search.css"] == made["site.css"] + b"a{b:3}"


@pytest.mark.parametrize(
    "rule",
    [
        "a{width:calc(100% - (1rem + 2px))}",
        '[dir] .md-typeset a::after{content:" /* kept */ "}',
        "@media screen and (min-width:60em){a:is(b,c)>d{e:f}}",
        "a :is(b){c:d}",
        "a{color:color-mix(in srgb,var(--y) 25%,transparent)}",
    ],
)
def test_what_a_style_says_is_kept(rule: str) -> None:
    text = f"/* A remark. */\n{rule}\n"
    assert styles({"base.css": b"", "site.css": text.encode()})["site.css"].decode() == rule
