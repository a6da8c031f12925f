"""Indexes in a real browser: answers are reached from their table, quotations narrowed."""

import re

from playwright.sync_api import Page, expect

SAID = "li:has(> .of):visible"


def test_a_cell_of_the_table_leads_to_the_answer(page: Page, base: str) -> None:
    page.goto(f"{base}/questions/drug-strategy-consultation-2010/")
    cell = page.locator("td a", has_text="declined").first
    address = cell.get_attribute("href") or ""
    cell.click()
    expect(page).to_have_url(re.compile(re.escape(address.lstrip("./")) + "$"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_question_leads_to_all_answers_and_each_passage_to_its_place(
    page: Page, base: str
) -> None:
    page.goto(f"{base}/questions/building-recovery-in-communities-2011/")
    page.locator("tr:has-text('refers elsewhere') a").first.click()
    page.get_by_role("link", name="This passage in its document").first.click()
    expect(page).to_have_url(re.compile("/texts/[^/]+/#"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_quotations_are_narrowed_by_words_kind_and_document(page: Page, base: str) -> None:
    page.goto(f"{base}/quotations/")
    everything = page.locator(SAID).count()
    status = page.locator(".filter output")
    expect(status).to_have_text(f"{everything} of {everything} quotations")
    page.locator(".filter").get_by_label("Kind").select_option("speech")
    speech = page.locator(SAID).count()
    assert 0 < speech < everything
    assert {of.get_attribute("data-kind") for of in page.locator(f"{SAID} .of").all()} == {"speech"}
    expect(status).to_have_text(f"{speech} of {everything} quotations")
    expect(page).to_have_url(re.compile("/quotations/#kind=speech$"))
    page.reload()
    expect(status).to_have_text(f"{speech} of {everything} quotations")
    page.locator(".filter").get_by_label("Document").select_option(index=1)
    assert page.locator(SAID).count() < speech
    page.locator(".filter").get_by_label("Words", exact=True).fill("nobody said this")
    expect(page.locator(SAID)).to_have_count(0)
    expect(page.locator("h2[id^='part:']:visible, h3:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="By document")).to_be_visible()


def test_works_are_narrowed_by_words_and_kind_and_so_says_the_address(
    page: Page, base: str
) -> None:
    page.goto(f"{base}/works/")
    entries = page.locator("li[id^='entity:']:visible, tr:has(.of):visible")
    everything = entries.count()
    page.locator(".filter").get_by_label("Kind").select_option("report")
    reports = entries.count()
    assert 0 < reports < everything
    expect(page.locator(".filter output")).to_have_text(f"{reports} of {everything} entries")
    expect(page).to_have_url(re.compile("/works/#kind=report$"))
    page.reload()
    expect(entries).to_have_count(reports)
    page.locator(".filter").get_by_label("Words", exact=True).fill("nobody wrote this")
    expect(page.locator("h2[id^='part:']:visible, .drawing:visible")).to_have_count(0)


def test_a_name_is_found_among_all(page: Page, base: str) -> None:
    page.goto(f"{base}/organisations/")
    entries = page.locator("li[id^='entity:']:visible")
    name = entries.last.locator("a").inner_text()
    page.locator(".filter").get_by_label("Words", exact=True).fill(name.lower())
    expect(entries.first).to_contain_text(name)
    expect(page.locator("h2[id^='part:']:visible")).to_have_count(entries.count())
    page.goto(page.locator("li[id^='entity:']:visible a").first.evaluate("one => one.href"))
    expect(page.locator(".filter")).to_have_count(0)


def test_words_are_found_in_quotations_and_speakers_whatever_their_case(
    page: Page, base: str
) -> None:
    page.goto(f"{base}/quotations/")
    heading = page.locator("h3:visible").first
    name = heading.inner_text()
    page.locator(".filter").get_by_label("Words", exact=True).fill(name.upper())
    expect(heading).to_be_visible()
    assert 0 < page.locator("h3:visible").count() < page.locator("h3").count()


def test_a_quotation_opens_its_passage(page: Page, base: str) -> None:
    page.goto(f"{base}/quotations/")
    quotation = page.locator(SAID).first
    passage = quotation.locator("details")
    assert not passage.locator("strong").is_visible()
    passage.locator("summary").click()
    expect(passage.locator("strong")).to_be_visible()
    quotation.locator(".of a").click()
    expect(page).to_have_url(re.compile("/texts/[^/]+/#"))


def test_without_scripts_every_quotation_is_there(page: Page, base: str) -> None:
    page.route("**/filter.js", lambda route: route.abort())
    page.goto(f"{base}/quotations/")
    assert page.locator(SAID).count() == page.locator("li:has(> .of)").count() > 0
    expect(page.locator(".filter")).to_have_count(0)
