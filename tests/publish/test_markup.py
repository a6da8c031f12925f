"""Pages as HTML wants them."""

import pytest
from bs4 import BeautifulSoup

from consultations.pages.links import Here
from consultations.pages.writing.blocks import drawing
from consultations.publish.markup import mended, with_drawings, with_rules


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (
            "<p>Few.</p><table><tr><th>Ponds</th><td>9</td></tr></table>",
            '<p>Few.</p><div class="table"><table><tr><th scope="col">Ponds</th>'
            "<td>9</td></tr></table></div>",
        ),
        (
            '<div class="table" id="p1">\n<table><tr><td>9</td></tr></table></div>',
            '<div class="table" id="p1">\n<table><tr><td>9</td></tr></table></div>',
        ),
        (
            '<div class="table"><table><th style="text-align: right;">Ponds</th></table></div>',
            '<div class="table"><table><th scope="col" class="right">Ponds</th></table></div>',
        ),
        (
            '<div class="table"><table><td style="text-align: center;">9</td></table></div>',
            '<div class="table"><table><td class="center">9</td></table></div>',
        ),
        (
            '<h2 id="a&amp;b">Ponds</h2><div class="table" id="all:ponds"><table></table></div>'
            '<h3>Lakes</h3><table></table><h4 class="x" id="moors">Moors</h4><table></table>',
            '<h2 id="a&amp;b">Ponds</h2><div class="table" id="all:ponds">'
            '<table aria-labelledby="a&amp;b"></table></div>'
            '<h3>Lakes</h3><div class="table"><table aria-labelledby="a&amp;b"></table></div>'
            '<h4 class="x" id="moors">Moors</h4>'
            '<div class="table"><table aria-labelledby="moors"></table></div>',
        ),
        (
            '<h2 id="p1">Ponds</h2><p id="p3">Many.</p><div class="table" id="p2">'
            "<table></table></div>",
            '<h2 id="p1">Ponds</h2><p id="p3">Many.</p><div class="table" id="p2">'
            '<table aria-label="Ponds"></table></div>',
        ),
        (
            '<p id="p3"><b>Table 3:</b> &lt;Ponds&gt;</p><div class="table" id="p2">'
            "<table></table>",
            '<p id="p3"><b>Table 3:</b> &lt;Ponds&gt;</p><div class="table" id="p2">'
            '<table aria-label="Table 3: &lt;Ponds&gt;"></table>',
        ),
        (
            '<h2 id="p1">Ponds</h2><p id="p3"><strong>Table 3:</strong> Depths</p><table></table>',
            '<h2 id="p1">Ponds</h2><p id="p3"><strong>Table 3:</strong> Depths</p>'
            '<div class="table"><table aria-labelledby="p3"></table></div>',
        ),
        (
            '<h2 id="p1">Ponds</h2><p id="p3">Tables were set.</p><table></table>',
            '<h2 id="p1">Ponds</h2><p id="p3">Tables were set.</p>'
            '<div class="table"><table aria-labelledby="p1"></table></div>',
        ),
        (
            '<table class="chronicle"><th>A</th></table>',
            '<table class="chronicle"><th>A</th></table>',
        ),
        ('<td style="color: red">9</td>', '<td style="color: red">9</td>'),
        ("&lt;table&gt; is a tag", "&lt;table&gt; is a tag"),
    ],
)
def test_only_what_is_wrong_is_mended(made: str, wanted: str) -> None:
    assert mended(made) == wanted
    assert mended(wanted) == wanted


LONG = "The ponds of the common lie open to the road on three sides. " * 5


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        # A paragraph of its own under the figures takes the row.
        ([LONG, "", ""], [(LONG, 3, False)]),
        ([f"<strong>Costs</strong> {LONG}", "", "", ""], [(f"Costs {LONG}", 4, False)]),
        # A sentence is given room, and leaves the cells beside it where they are.
        (
            ["Should the ponds on the common be fenced off on the side of the road?", "", ""],
            [
                ("Should the ponds on the common be fenced off on the side of the road?", 1, True),
                ("", 1, False),
                ("", 1, False),
            ],
        ),
        ([LONG, ""], [(LONG, 1, True), ("", 1, False)]),
        ([LONG, "", "9"], [(LONG, 1, True), ("", 1, False), ("9", 1, False)]),
        (["", LONG, ""], [("", 1, False), (LONG, 1, True), ("", 1, False)]),
        (["Ponds", "", ""], [("Ponds", 1, False), ("", 1, False), ("", 1, False)]),
    ],
)
def test_a_cell_of_sentences_has_room(
    cells: list[str], wanted: list[tuple[str, int, bool]]
) -> None:
    head = "".join(f"\n<th>{n}</th>" for n, _ in enumerate(cells))
    row = "".join(f"\n<td>{cell}</td>" for cell in cells)
    made = mended(f"<table>\n<tr>{head}\n</tr>\n<tr>{row}\n</tr>\n</table>")
    found = BeautifulSoup(made, "html.parser").find_all("td")
    shown = [
        (cell.get_text(), int(str(cell.get("colspan", "1"))), "prose" in (cell.get("class") or []))
        for cell in found
    ]
    assert shown == wanted


def test_a_drawing_comes_to_its_place_and_a_place_without_one_goes() -> None:
    page = f"<p>a</p>{drawing('a:<b>')}<p>b</p>{drawing('none')}<p>c</p>"
    assert with_drawings(page, {"a:<b>": "<svg></svg>", "other": "x"}) == (
        '<p>a</p><div class="drawing"><svg></svg></div><p>b</p><p>c</p>'
    )


def test_a_rule_that_the_manual_has_leads_to_it() -> None:
    page = (
        '<p class="why"><code>joins</code> why</p><p class="why"><code>editor</code> why</p>'
        "<p><code>joins</code></p>"
    )
    here = Here("texts/a-letter/apparatus.md")
    made = with_rules(page, here, "project/rules.md", {"joins"})
    assert made == page.replace(
        '<p class="why"><code>joins</code>',
        '<p class="why"><a href="../../../project/rules/#joins"><code>joins</code></a>',
        1,
    )
