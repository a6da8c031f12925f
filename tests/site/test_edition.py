"""An edition in a real browser: quotations, answers, notes and mended places, beside the words."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NOTED = "wardle-2008"
MENDED = "smart-pilot-2010"
ANSWERING = "drugscope-2011"


def edition(site: Path, id_: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads(
        (site / f"data/editions/{id_}.json").read_text("utf-8")
    )
    return found


@pytest.mark.parametrize("size", [WIDE, PHONE])
@pytest.mark.parametrize("media", [{}, {"forced_colors": "active"}, {"media": "print"}])
def test_whose_words_are_quoted_is_seen(
    page: Page, base: str, site: Path, size: dict[str, int], media: dict[str, str]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type] # of Playwright
    page.emulate_media(**media)  # type: ignore[arg-type] # likewise
    page.goto(f"{base}/texts/{ANSWERING}/")
    said = [q for q in edition(site, ANSWERING)["quotations"] if q["kind"] != "term"]
    voices = page.locator(".edition .voice").evaluate_all(
        """all => all.map((one) => [one.dataset.voice, getComputedStyle(one, "::before").content,
          one.getClientRects().length])"""
    )
    assert sorted(voice for voice, _, _ in voices) == sorted(
        q["attributed_to"] or "not known whose words" for q in said
    )
    assert all(voice in shown and boxes for voice, shown, boxes in voices)


def test_words_that_are_quoted_are_told_from_the_others(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/{ANSWERING}/")
    colours = page.locator(".edition p:has(> .quoted)").first.evaluate(
        """passage => [passage, passage.querySelector(".quoted")]
          .map((one) => getComputedStyle(one).backgroundColor)"""
    )
    assert colours[0] != colours[1]


def test_paper_is_ink_on_white_from_either_theme(page: Page, base: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base}/texts/{ANSWERING}/")
    page.emulate_media(color_scheme="dark", media="print")
    for part in ("p:has(> .quoted)", ".quoted", ".kind", "a"):
        ink, wash = page.locator(f".edition {part}").first.evaluate(
            """one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"""
        )
        assert ink in ("rgb(0, 0, 0)", "rgb(68, 68, 68)")
        assert wash in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_an_answer_stands_under_its_question(page: Page, base: str, site: Path) -> None:
    page.goto(f"{base}/texts/{ANSWERING}/")
    for question in edition(site, ANSWERING)["questions"][:5]:
        answer = page.locator(f".answer:has([id={question['answer'][0]}])")
        edges = answer.evaluate("one => [getComputedStyle(one).borderLeftWidth, one.offsetTop]")
        assert edges[0] != "0px"
        assert edges[1] > page.locator(f"[id={question['heading']}]").evaluate("q => q.offsetTop")
    page.get_by_role("link", name="All answers to this question").first.click()
    expect(page.locator("h1")).to_have_text(edition(site, ANSWERING)["questions"][0]["text"])


def test_a_note_stands_in_the_margin_beside_its_call(page: Page, base: str) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/texts/{NOTED}/")
    call = page.locator(".edition p > [role=doc-noteref]").first
    note = call.locator("xpath=following-sibling::*[1]")
    expect(note).to_be_visible()
    text, beside = call.bounding_box(), note.bounding_box()
    assert text
    assert beside
    assert beside["x"] > text["x"]
    assert abs(beside["y"] - text["y"]) < 40
    at_end = page.locator(
        f"dd:is({call.get_attribute('href')}), dd:has({call.get_attribute('href')})"
    )
    assert at_end.inner_text().split()[:5] == note.inner_text().split()[1:6]
    page.emulate_media(media="print")
    expect(note).to_be_hidden()
    expect(at_end).to_be_visible()


def longer(route: Route) -> None:
    """The page with notes of many words, and with numbers that are long."""
    answer = route.fetch()
    told = re.sub(r"</p>\s*</dd>", lambda end: " Ponds are deep." * 40 + end[0], answer.text())
    told = re.sub(r'<a [^>]*role="doc-noteref"[^>]*>\d+</a>', lambda call: call[0] * 6, told)
    route.fulfill(response=answer, body=told)


def test_many_long_notes_do_not_push_each_other_away_from_their_calls(
    page: Page, base: str
) -> None:
    page.route(f"**/texts/{NOTED}/", longer)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/texts/{NOTED}/")
    page.locator(".sidenote").first.wait_for()
    beside = page.locator(".sidenote").evaluate_all(
        """notes => {
          const top = (one) => one.getBoundingClientRect().top;
          return notes.filter((one) => one.offsetHeight > 0)
            .map((one) => top(one) - top(one.previousElementSibling));
        }"""
    )
    away = page.locator(".sidenote--away")
    assert len(beside) > 3
    assert max(beside) < 250
    assert away.count() > 0
    away.first.locator("xpath=preceding-sibling::*[1]").click()
    expect(page.get_by_role("dialog", name="Note")).to_contain_text("Ponds are deep.")


def test_who_is_named_on_the_screen_stands_in_the_margin(page: Page, base: str) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/texts/{ANSWERING}/")
    beside = page.get_by_role("complementary", name="Named on this screen")
    body = page.locator(".edition p > a.name[href*='/organisations/']:not(:has(abbr))").last
    body.scroll_into_view_if_needed()
    leads = beside.locator(f"a[href='{body.get_attribute('href')}']")
    expect(leads).to_have_count(1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(leads).to_have_count(0)
    short = page.locator(".edition abbr").first
    short.scroll_into_view_if_needed()
    expect(beside).to_contain_text(short.get_attribute("title") or "nothing")
    beside.locator("summary").click()
    page.reload()
    short.scroll_into_view_if_needed()
    expect(beside.locator("summary")).to_be_visible()
    expect(beside.locator("li").first).to_be_hidden()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type] # of Playwright
    expect(beside).to_be_hidden()
    page.emulate_media(media="print")
    expect(beside).to_be_hidden()


def test_what_is_named_on_the_screen_gives_way_to_a_note_in_its_place(
    page: Page, base: str
) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/texts/{NOTED}/")
    beside = page.get_by_role("complementary", name="Named on this screen")
    note = page.locator(".sidenote").nth(4)
    note.wait_for()
    foot = WIDE["height"] - 240

    def bring_to(height: int) -> None:
        top = note.evaluate("one => one.getBoundingClientRect().top + scrollY")
        page.evaluate("to => scrollTo({ top: to, behavior: 'instant' })", top - height)

    bring_to(100)
    expect(beside).to_be_visible()
    bring_to(foot)
    expect(page.locator(".named")).to_have_css("visibility", "hidden")
    bring_to(100)
    expect(beside).to_be_visible()
    beside.locator("summary").focus()
    bring_to(foot)
    expect(note).to_be_in_viewport()
    expect(beside).to_be_visible()


def test_a_long_note_is_read_to_its_end_at_four_times_the_size(page: Page, base: str) -> None:
    page.route(f"**/texts/{NOTED}/", longer)
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{base}/texts/{NOTED}/")
    page.locator("[role=doc-noteref]").first.click()
    note = page.get_by_role("dialog", name="Note")
    expect(note).to_be_in_viewport(ratio=1)
    end = note.get_by_role("link", name="Among the notes")
    end.scroll_into_view_if_needed()
    expect(end).to_be_in_viewport(ratio=1)


def test_a_note_opens_on_a_telephone_and_closes(page: Page, base: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/texts/{NOTED}/")
    call = page.locator("[role=doc-noteref]").first
    call.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name=f"Note {call.inner_text()}")
    expect(note).to_be_in_viewport(ratio=1)
    assert page.locator(".sidenote:visible").count() == 0
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(call).to_be_focused()
    call.click()
    note.get_by_role("link", name="Among the notes").click()
    expect(page.locator("dd :target, dd:target")).to_be_in_viewport()


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_copying_by_hand_gives_the_words_alone(
    page: Page, base: str, site: Path, size: dict[str, int]
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(size)  # type: ignore[arg-type] # of Playwright
    page.goto(f"{base}/texts/{NOTED}/")
    passage = page.locator(".edition p[id]:has(.quoted):has([role=doc-noteref])").first
    text = next(
        p["text"]
        for p in edition(site, NOTED)["passages"]
        if p["id"] == passage.get_attribute("id")
    )
    passage.evaluate("one => getSelection().selectAllChildren(one)")
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()").split() == text.split()


def test_every_emendation_is_shown_in_its_place(page: Page, base: str, site: Path) -> None:
    page.goto(f"{base}/texts/{MENDED}/")
    before = page.locator(".edition").inner_text()
    page.get_by_role("button", name="Show the mended places").click()
    expect(page.get_by_role("button", name="Hide the mended places")).to_be_visible()
    page.locator(".edition--mended").wait_for()
    shown = page.locator(".edition .why-mended")
    assert shown.count() == len(edition(site, MENDED)["emendations"])
    deleted = page.locator(".edition .mended-place del").first
    expect(deleted).to_have_role("deletion")
    expect(deleted).to_be_visible()
    expect(page.locator(".edition ins").first).to_have_role("insertion")
    page.get_by_role("button", name="Hide the mended places").click()
    expect(shown.first).to_be_hidden()
    assert page.locator(".edition").inner_text().split() == before.split()


def test_a_mended_place_tells_its_rule_and_reason(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/{MENDED}/")
    page.get_by_role("button", name="Show the mended places").click()
    asking = page.get_by_role("button", name="was mended").first
    asking.focus()
    page.keyboard.press("Enter")
    told = page.get_by_role("dialog", name="What the source has here")
    expect(told.locator(".reading :is(ins, del)").first).to_be_visible()
    expect(told.locator(".why code")).to_be_visible()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    expect(asking).to_be_focused()


def test_a_mended_place_and_its_entry_lead_to_each_other(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/{MENDED}/")
    id_ = page.locator(".edition ins[id]").first.get_attribute("id")
    page.goto(f"{base}/texts/{MENDED}/apparatus/#{id_}")
    page.locator(":target a").click()
    expect(page.locator(".edition ins:target")).to_be_in_viewport()
    page.locator("ins:target + .mended-place button").click()
    page.get_by_role("link", name="In the apparatus").click()
    expect(page.locator(".apparatus li:target")).to_be_in_viewport()


def passage_id(page: Page, number: int) -> str:
    return str(page.locator(".edition p[id]").nth(number).get_attribute("id"))


def open_at(page: Page, base: str, id_: str, words: str) -> None:
    page.goto("about:blank")
    page.goto(f"{base}/texts/smart-2010/#{id_}&h={words.replace(' ', '+')}")


def test_words_that_are_gone_are_told_and_the_nearest_marked(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/smart-2010/")
    id_ = passage_id(page, 1)
    words = page.locator(f"#{id_}").inner_text().split()[1:9]
    open_at(page, base, id_, " ".join(["Once", *words, "no more"]))
    told = page.get_by_role("dialog", name="The words of the link")
    expect(told).to_contain_text("does not stand in this passage now")
    expect(told).to_contain_text("The nearest words are marked")
    expect(page.locator(f"#{id_} mark").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()


def test_words_that_have_moved_are_found_in_another_passage(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/smart-2010/")
    here, there = passage_id(page, 0), passage_id(page, 6)
    words = " ".join(page.locator(f"#{there}").inner_text().split()[1:9])
    open_at(page, base, here, words)
    page.get_by_role("link", name="The nearest words stand in another passage").click()
    expect(page.locator(f"#{there} mark").first).to_be_in_viewport()


def test_where_nothing_is_near_that_is_told(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/smart-2010/")
    open_at(page, base, passage_id(page, 0), "zebras graze quietly")
    told = page.get_by_role("dialog", name="The words of the link")
    expect(told).to_contain_text("Nothing near it stands on this page")
    expect(page.locator("mark")).to_have_count(0)


@pytest.mark.parametrize("way", ["pointer", "focus", "touch"])
def test_a_passage_has_a_menu(page: Page, base: str, way: str) -> None:
    browser = page.context.browser
    assert browser
    with browser.new_context(has_touch=way == "touch", service_workers="block") as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        one = context.new_page()
        one.goto(f"{base}/texts/smart-2010/")
        id_ = passage_id(one, 2)
        passage = one.locator(f"#{id_}")
        if way == "pointer":
            passage.hover()
        elif way == "touch":
            passage.tap()
        else:
            passage.locator("> a.permalink").focus()
        more = passage.get_by_role("button", name="More for this passage")
        more.press("Enter") if way == "focus" else more.click()
        menu = one.get_by_role("dialog", name="This passage")
        menu.get_by_role("button", name="Copy quotation").click()
        expect(menu.get_by_role("button", name="Copied")).to_be_visible()
        copied = one.evaluate("navigator.clipboard.readText()")
        assert passage.inner_text().split("\n")[0][:40].split("¶")[0].strip() in copied
        one.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        if way == "focus":
            expect(more).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_sign_of_an_address_stands_on_the_last_line(page: Page, base: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{base}/texts/smart-2010/")
    page.wait_for_function(
        "document.querySelectorAll('.edition .answer p[id] > .permalink').length > 40"
    )
    alone = page.locator(".edition .answer p[id]:has(> a.permalink)").evaluate_all(
        """all => all.filter((one) => {
          const words = document.createRange();
          words.selectNodeContents(one);
          words.setEndBefore(one.querySelector(":scope > .permalink"));
          const last = [...words.getClientRects()].at(-1);
          return one.querySelector(":scope > .permalink").getBoundingClientRect().top > last.bottom;
        }).map((one) => one.innerText)"""
    )
    assert alone == []
