"""Links of any form that Markdown or HTML has, each held to the page and the passage it names."""

import pytest

from consultations.review.checks.links import dead_links

GENERATED = {
    "texts/index.md": "# Texts\n",
    "texts/a-meeting/index.md": '# A meeting\n\n<p id="p3f9k2c">We met.</p>\n',
    "texts/a-meeting/apparatus.md": "# Apparatus\n",
}


def dead(path: str, text: str) -> list[tuple[int | None, str | None]]:
    """The line and the address of each dead link of a page that a person wrote."""
    found = dead_links({path: f"# About\n\n{text}\n", **GENERATED}, GENERATED)
    return [(finding.line, finding.found) for finding in found]


@pytest.mark.parametrize(
    ("before", "address", "after"),
    [
        ("[x](", "nowhere.md", ")"),
        ("[x](", "texts/a-meeting/index.md#pnone", ")"),
        ("[x](", "texts/a-meeting/index.md#pnone", ' "The first words")'),
        ("[x](<", "texts/a-meeting/index.md#pnone", ">)"),
        ("[x]: ", "texts/a-meeting/index.md#pnone", ""),
        ("  [x]: <", "texts/a-meeting/index.md#pnone", "> 'A title'"),
        ("[x](", "../texts/a-meeting/#pnone", ")"),
        ("[x](", "../texts/nowhere/", ")"),
        ('<a href="', "../texts/a-meeting/#pnone", '">x</a>'),
        ("<A HREF=", "../texts/a-meeting/#pnone", ">x</A>"),
        ("[x](", "/texts/nowhere/", ")"),
        ('<a href="', "/texts/a-meeting/#pnone", '">x</a>'),
        ("[x]: ", "/texts/a-meeting/apparatus.md#pnone", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told(before: str, address: str, after: str) -> None:
    assert dead("about.md", f"{before}{address}{after}") == [(3, address)]


def test_an_address_that_browsers_are_shown_begins_where_the_page_is_shown() -> None:
    assert dead("index.md", "[x](texts/a-meeting/#p3f9k2c) [y](texts/a-meeting/apparatus/)") == []
    assert dead("index.md", "[x](../texts/a-meeting/)") == [(3, "../texts/a-meeting/")]
    assert dead("notes/of-may.md", "[x](../../texts/a-meeting/#p3f9k2c) [y](../../texts/)") == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](texts/a-meeting/index.md#p3f9k2c 'We met')",
        "[a]: texts/a-meeting/index.md#p3f9k2c\n[^1]: Smith/Jones/ have it in nowhere.md",
        "[x](https://example.org/none/#p) [y](data/some.json) [z](./) [v](mailto:a@example.org)",
        '<a href="../texts/a-meeting/#side=left&amp;page=2">what a script reads</a>',
        "[x](/texts/a-meeting/#p3f9k2c) [y](/texts/) [z](/data/some.json) [v](//example.org/none/)",
    ],
)
def test_a_link_that_leads_somewhere_or_elsewhere_is_not_told(text: str) -> None:
    assert dead("about.md", text) == []


def test_a_site_below_the_root_of_its_machine_has_its_own_pages_there() -> None:
    def dead(text: str) -> list[str | None]:
        pages = {"about.md": f"# About\n\n{text}\n", **GENERATED}
        return [finding.found for finding in dead_links(pages, GENERATED, "/lamps/")]

    right = '<a href="/lamps/texts/a-meeting/#p3f9k2c">x</a> [y](/texts/a-meeting/index.md)'
    assert dead(f"{right} <a href='/lamps/texts/'>z</a> [v](/lamps)") == []
    assert dead('<a href="/lamps/texts/nowhere/">x</a>') == ["/lamps/texts/nowhere/"]
    assert dead('<a href="/lamps/texts/a-meeting/#pnone">x</a>') == [
        "/lamps/texts/a-meeting/#pnone"
    ]
