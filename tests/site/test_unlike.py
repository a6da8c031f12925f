"""What another archive has and this one has not: a long name, other scripts, crowded tables."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

NAME = "Harbours, Ports and the Public: An Archive of the Consultation on Coastal Transport"
EDITION = "texts/smmgp-2012/"
WIDTHS = (320, 390, 768, 1000, 1220, 1280, 1440, 1920)


def put_in(page: Page, base: str, html: str) -> None:
    """An edition with this at the end of its text."""
    page.goto(f"{base}/{EDITION}")
    page.locator(".edition").evaluate(
        "(edition, html) => edition.insertAdjacentHTML('beforeend', html)", html
    )


def style(page: Page, selector: str, name: str) -> Any:
    return page.locator(selector).evaluate(
        "(one, name) => getComputedStyle(one).getPropertyValue(name)", name
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_the_name_of_the_site_is_a_target(page: Page, base: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base}/about/")
    name = page.locator(".masthead").bounding_box()
    assert name
    assert name["height"] >= 24


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["", EDITION])
def test_a_long_name_leaves_the_header_whole(
    page: Page, base: str, width: int, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base}/{address}")
    page.locator(".masthead").evaluate(
        "(one, name) => { one.textContent = name; one.classList.add('masthead--long'); }", NAME
    )
    assert page.locator(".md-header").evaluate("header => header.offsetHeight") < 72
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("[data-switch]")).to_be_in_viewport(ratio=1)
    name = page.locator(".masthead").bounding_box()
    assert name
    for other in page.locator(".pages a:visible, .md-header .field:visible").all():
        beside = other.bounding_box()
        assert beside
        assert name["x"] + name["width"] <= beside["x"]
    tops = page.locator(".pages a:visible").evaluate_all("links => links.map(a => a.offsetTop)")
    assert len(set(tops)) <= 1


def test_a_passage_begins_at_the_side_of_its_script(page: Page, base: str) -> None:
    put_in(
        page,
        base,
        "<p id=pa>نحن نرحب بهذه المشاورة (2014).</p><p id=pb>We use the bus (الحافلة).</p>"
        "<h2 id=pc>مقدمة</h2>",
    )
    sides = page.evaluate(
        """() => ["pa", "pb", "pc"].map((id) => {
          const one = document.getElementById(id);
          const range = document.createRange();
          range.selectNodeContents(one);
          const words = range.getBoundingClientRect();
          const room = one.getBoundingClientRect();
          return words.left - room.left > 50 ? "right" : "left";
        })"""
    )
    assert sides == ["right", "left", "right"]


def test_numbers_in_lists_are_those_of_the_document(page: Page, base: str) -> None:
    put_in(page, base, "<ol><li>a<ol><li>b<ol id=deep><li>c</li></ol></li></ol></li></ol>")
    assert style(page, "#deep > li", "list-style-type") == "decimal"


@pytest.mark.parametrize("level", [4, 5, 6])
def test_a_heading_has_a_face_that_is_there(page: Page, base: str, level: int) -> None:
    put_in(page, base, f"<h{level} id=pa>Box 1</h{level}>")
    face = (style(page, "#pa", "font-style"), style(page, "#pa", "font-weight"))
    assert face in {("normal", "600"), ("italic", "400")}  # no bold italic comes with the page


def test_a_wide_table_shows_that_it_goes_on_and_a_paragraph_in_it_is_read_whole(
    page: Page, base: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    cells = "".join(f"<td>{n:,}</td>" for n in range(10_000, 10_012))
    words = "The ponds lie open to the road. " * 9
    put_in(
        page,
        base,
        f"<div class=table id=pa><table><tbody><tr>{cells}</tr><tr><td colspan=12>"
        f"<div class=whole-row>{words}</div></td></tr></tbody></table></div>",
    )
    table, paragraph = page.locator("#pa"), page.locator("#pa .whole-row")
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")
    assert "linear-gradient" in style(page, "#pa", "background-image")
    for scrolled in (0, 200):
        table.evaluate("(one, left) => { one.scrollLeft = left; }", scrolled)
        box, room = paragraph.bounding_box(), table.bounding_box()
        assert box
        assert room
        assert room["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= room["x"] + room["width"] + 1


def test_the_angle_of_a_fold_stands_beside_its_words(page: Page, base: str) -> None:
    put_in(page, base, "<details id=pa><summary>On this screen</summary></details>")
    top, middle = page.locator("#pa summary").evaluate(
        """(one) => {
          const { top, height } = getComputedStyle(one, "::after");
          const line = Number.parseFloat(getComputedStyle(one).lineHeight);
          return [Number.parseFloat(top) + Number.parseFloat(height) / 2, line / 2];
        }"""
    )
    assert abs(top - middle) < 3


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_address_of_an_item_stands_beside_its_number(
    page: Page, base: str, media: Literal["screen", "print"]
) -> None:
    def item(id_: str, within: str = "") -> str:
        address = f"<a class=permalink href=#{id_}></a>"
        return f"<li id={id_} data-marker='(iii)'>Ponds{within}{address}</li>"

    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(media=media)
    inner = f"<ol>{item('pc')}</ol>"
    deep = item("pa", f"<ol>{item('pb', inner)}</ol>")
    put_in(
        page,
        base,
        f"<p id=p0>Lakes<a class=permalink href=#p0></a></p><ol>{deep}</ol>"
        f"<div class=answer><ol>{item('pd')}</ol><blockquote><p id=pe>Moors"
        "<a class=permalink href=#pe></a></p></blockquote></div>"
        "<p id=pf class=reference>Moss, A.<a class=permalink href=#pf></a></p>",
    )
    lefts = [
        page.locator(f"#{id_} > .permalink").evaluate("one => one.getBoundingClientRect().left")
        for id_ in ("p0", "pa", "pb", "pc", "pd", "pe", "pf")
    ]
    assert max(lefts) - min(lefts) < 4


def test_a_table_of_many_columns_is_whole_on_paper(page: Page, base: str) -> None:
    cells = "".join(f"<td class=number>{n:,}</td>" for n in range(1_012_300, 1_012_314))
    page.set_viewport_size({"width": 688, "height": 1000})  # between the margins of A4
    page.emulate_media(media="print")
    put_in(
        page,
        base,
        f"<div class=table id=pa><table><tbody><tr>{cells}</tr></tbody></table></div>",
    )
    last = page.locator("#pa td").last.bounding_box()
    assert last
    assert last["x"] + last["width"] <= 688
    assert last["height"] < 30  # no number is broken


def test_a_name_that_the_document_prints_is_not_said_twice(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    put_in(
        page,
        base,
        "<p id=pa>Ponds.<span class='voice voice--printed' data-voice='A Member'></span> — A Member"
        "</p><p id=pb>Lakes.<span class=voice data-voice='A Member'></span></p>",
    )
    expect(page.locator("#pa .voice")).to_be_hidden()
    expect(page.locator("#pb .voice")).to_be_visible()
