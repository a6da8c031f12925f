"""What a reader of an edition takes along: a passage's address, and its citation."""

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from consultations.cli.citation import citation
from consultations.publish.site import site_name
from consultations.settings import find_project

ROOT = Path(__file__).parent.parent.parent
EDITION = "wardle-2008"


def passages(site: Path) -> list[dict[str, str]]:
    data = json.loads((site / f"data/editions/{EDITION}.json").read_text("utf-8"))
    found: list[dict[str, str]] = data["passages"]
    return found


def test_a_passage_is_cited_from_the_keyboard(page: Page, base: str, site: Path) -> None:
    passage = passages(site)[10]
    page.goto(f"{base}/texts/{EDITION}/#{passage['id']}&h=x")
    page.locator(f"[id={passage['id']}] > a.permalink").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Cite this passage")
    address = f"{base}/texts/{EDITION}/#{passage['id']}"
    reference = panel.locator("section").filter(has_text="Reference").locator("pre")
    expect(reference).to_have_text(
        re.compile(
            r"Ian Wardle, Lifeline Project \(May 2008\)\. The Strategic Isolation of the British "
            r"Drug Field and the new Recovery Philosophy\. Passage 11 of 105\. Transcription, "
            rf"The Recovery Debate, edition [0-9a-f]{{7}}\. {re.escape(address)} "
            r"\(accessed \d+ \w+ \d{4}\)\."
        )
    )
    expect(panel.get_by_role("heading", name="Quotation")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Cite", exact=True)).to_be_focused()


def test_what_is_selected_is_cited_without_the_numbers_of_notes(
    page: Page, base: str, site: Path
) -> None:
    passage = next(p for p in passages(site) if p["id"] == "pw4497c")
    page.goto(f"{base}/texts/{EDITION}/")
    page.locator(f"[id={passage['id']}]").evaluate("one => getSelection().selectAllChildren(one)")
    page.get_by_role("button", name="Cite", exact=True).click()
    quotation = page.get_by_role("dialog").locator("pre").first
    words = passage["text"].replace(' "', " ‘").replace('."', ".’")
    expect(quotation).to_contain_text(f"“{words}” Ian Wardle, Lifeline Project, in part quoting ")


def test_words_over_several_passages_are_cited_and_linked(
    page: Page, base: str, site: Path
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    paragraphs = [p for p in passages(site) if p["kind"] == "paragraph"][:9]
    first, last = paragraphs[7], paragraphs[8]
    page.goto(f"{base}/texts/{EDITION}/")
    page.evaluate(
        """([first, last]) => getSelection().setBaseAndExtent(
          document.getElementById(first), 0, document.getElementById(last), 1)""",
        [first["id"], last["id"]],
    )
    page.get_by_role("button", name="More for this passage").click()
    page.get_by_role("button", name="Copy quotation").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "\n\n" in copied
    assert copied[1:].startswith(first["text"][:20])
    page.get_by_role("button", name="Copy link").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{base}/texts/{EDITION}/#{first['id']}&h=")
    assert ":~:text=" in copied
    page.goto("about:blank")
    page.goto(copied)
    expect(page.locator(f"[id={first['id']}]:target mark").first).to_be_visible()


def test_a_passage_is_found_by_its_number(page: Page, base: str, site: Path) -> None:
    page.goto(f"{base}/texts/{EDITION}/#passage:9")
    expect(page).to_have_url(re.compile(f"#{passages(site)[8]['id']}$"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_document_is_cited_as_a_whole(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/{EDITION}/?h=x#edition:origin")
    page.get_by_role("button", name="Cite this document").click()
    panel = page.get_by_role("dialog", name="Cite this document")
    panel.get_by_role("heading", name="CSL-JSON").wait_for()
    names = panel.get_by_role("heading", level=3).all_inner_texts()
    forms = panel.locator("pre").all_inner_texts()
    assert names[:2] == ["Reference", "Markdown"]
    assert names[-3:] == ["BibTeX", "RIS", "CSL-JSON"]
    assert all(f"{base}/texts/{EDITION}/" in form for form in forms)
    assert not any("assage" in form or "#" in form for form in forms)
    project, today = find_project(ROOT), datetime.now().astimezone().date()
    site = replace(site_name(project), address=f"{base}/")
    for style, name in (("bibtex", "BibTeX"), ("ris", "RIS"), ("csl-json", "CSL-JSON")):
        printed = citation(project, site, EDITION, None, None, style, today)
        shown = panel.locator("section").filter(
            has=page.get_by_role("heading", name=name, exact=True)
        )
        assert shown.locator("pre").inner_text() == printed.replace("\r\n", "\n").rstrip("\n")
    for name, style in (("Markdown", "markdown"), ("Reference", "plain")):
        printed = citation(project, site, EDITION, None, None, style, today)
        assert forms[names.index(name)] == printed.rstrip("\n")


def test_no_markup_of_a_record_acts_in_the_head_of_a_page(page: Page, base: str) -> None:
    page.goto(f"{base}/texts/hostile/")
    title = page.locator("meta[name=citation_title]").get_attribute("content")
    assert title == '"><script>document.title = "taken"</script>'
