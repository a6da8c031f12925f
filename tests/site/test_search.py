"""From the field to the passage: the real worker, the real index, a real browser."""

import json
import re
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from consultations.export.format import sealed

QUOTED = [
    ("poverty of ambition", "wardle-2008", 1),
    ("learned helplessness", "wardle-2008", 1),
    ("be the dumping ground", "smart-2010", 1),
    ("invisible drinkers", "drugscope-2011", 2),
    ("Goldilocks problem", "smart-pilot-2010", 1),
    ("roadmap, if anything", "smmgp-2012", 1),
]


@pytest.mark.parametrize(("phrase", "edition", "total"), QUOTED, ids=str)
def test_a_phrase_is_found_and_marked_where_it_stands(
    page: Page, base: str, phrase: str, edition: str, total: int
) -> None:
    page.goto(base)
    page.locator("input[type=search][name=q]").fill(f'"{phrase}"')
    page.keyboard.press("Enter")
    hits = page.locator("[data-hits]")
    expect(hits).to_have_attribute("data-state", "ready")
    expect(hits).to_have_attribute("data-total", str(total))
    hit = hits.locator(f"[data-edition={edition}]").first
    passage = hit.get_attribute("data-passage")
    expect(hit.locator("mark").first).to_be_visible()
    hit.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(rf"/texts/{edition}/#{passage}$"))
    arrived = page.locator(":target")
    expect(arrived).to_be_in_viewport()
    marked = "".join(arrived.locator("mark").all_inner_texts())
    assert re.sub(r"\W+", " ", phrase) in re.sub(r"\W+", " ", marked)


def test_the_text_of_a_hostile_document_is_text_in_the_results(page: Page, base: str) -> None:
    page.goto(f"{base}/search/#q=zanzibar")
    found = page.locator("[data-hits]")
    hit = found.locator("[data-edition=hostile]")
    expect(hit).to_contain_text("</main></body></html>")
    expect(hit.locator("mark")).to_have_text("zanzibar")
    expect(found.locator("cite")).to_have_text('"><script>document.title = "taken"</script>')
    assert page.locator("[data-hits] script").count() == 0


def test_without_its_index_the_page_says_what_is_wrong(page: Page, base: str) -> None:
    page.route(re.compile(r"/search/[\w-]+\.(?:json|bin)$"), lambda route: route.abort())
    page.goto(f"{base}/search/#q=recovery")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).not_to_be_empty()


NO_WORKER = {
    "refuses": "self.Worker = class { constructor() { throw new Error('refused'); } };",
    "has none": "delete self.Worker;",
    "gives one that cannot be loaded": """self.Worker = class extends self.Worker {
        constructor(address, how) { super(new URL("nowhere.js", address), how); } };""",
    "gives one that its owner's policy stops": """self.Worker = class extends self.Worker {
        constructor(_, how) { super("https://elsewhere.example/worker.js", how); } };""",
}
"""How a browser starts no worker: at once, or when the page has asked it already."""


@pytest.mark.parametrize("way", NO_WORKER)
def test_a_browser_that_starts_no_worker_finds_in_the_page(page: Page, base: str, way: str) -> None:
    page.goto(f"{base}/search/#q=zanzibar")
    hits = page.locator("[data-hits]")
    expect(hits).to_have_attribute("data-state", "ready")
    found = hits.inner_text()
    page.add_init_script(NO_WORKER[way])
    page.reload()
    expect(hits).to_have_attribute("data-state", "ready")
    assert hits.inner_text() == found
    expect(page.locator(".remark")).to_contain_text("starts no worker")
    page.goto(f"{base}/quote/#q=one+two+three+four+five+zanzibar")
    expect(page.locator("[data-answer]")).to_have_attribute("data-state", "ready")
    expect(page.locator(".remark")).to_contain_text("starts no worker")


def test_typing_finds_without_a_key_and_the_last_word_counts(page: Page, base: str) -> None:
    page.goto(f"{base}/search/")
    page.locator("input[name=q]").press_sequentially("recovery treatment services", delay=20)
    hits = page.locator("[data-hits]")
    expect(hits).to_have_attribute("data-state", "ready")
    expect(page).to_have_url(re.compile(r"#q=recovery\+treatment\+services$"))
    expect(hits).to_have_attribute("data-state", "ready")
    first = hits.locator("[data-passage] .excerpt").first.inner_text()
    page.goto(page.url)
    expect(hits.locator(".excerpt").first).to_have_text(re.compile(re.escape(first.split("\n")[0])))


def test_pages_of_hits_are_all_there_is_and_each_once(page: Page, base: str, site: Path) -> None:
    page.goto(f"{base}/search/#q=recovery+treatment&sort=document")
    hits = page.locator("[data-hits]")
    found: list[tuple[str, str]] = []
    expect(hits).to_have_attribute("data-state", "ready")
    total = int(hits.get_attribute("data-total") or 0)
    while True:
        found += hits.evaluate(
            "list => [...list.querySelectorAll('[data-passage]')]"
            ".map(hit => [hit.dataset.edition, hit.dataset.passage])"
        )
        onward = page.get_by_role("link", name="Next page")
        if not onward.count():
            break
        onward.click()
        expect(hits).to_have_attribute("data-state", "ready")
    assert len(found) == total == len({tuple(hit) for hit in found})
    order = {
        (edition["id"], passage["id"]): place
        for file in (site / "data" / "editions").glob("*.json")
        for edition in [json.loads(file.read_text("utf-8"))]
        for place, passage in enumerate(edition["passages"])
    }
    places = [(hit[0], order[hit[0], hit[1]]) for hit in found]
    assert places == sorted(places)


@pytest.mark.parametrize("others", ["", "&group=document"])
def test_a_page_past_the_last_is_the_last(page: Page, base: str, others: str) -> None:
    page.goto(f"{base}/search/#q=recovery&page=999{others}")
    expect(page.locator("[data-passage]").first).to_be_visible()
    expect(page.locator("[data-status]")).not_to_contain_text("999")
    expect(page.get_by_role("link", name="Next page")).to_have_count(0)


def test_every_example_of_the_help_runs_when_it_is_clicked(page: Page, base: str) -> None:
    page.goto(f"{base}/search/")
    examples = page.locator("[data-help] a[href^='?q=']")
    expect(examples.first).to_be_visible()
    assert examples.count() > 15
    for number in range(examples.count()):
        example = examples.nth(number)
        page.get_by_role("link", name="How to ask").click()
        query = example.inner_text()
        example.click()
        expect(page.locator("input[name=q]")).to_have_value(query)
        expect(page.locator("input[name=q]")).to_be_in_viewport()
        expect(page.locator("[data-hits]")).to_have_attribute("data-state", "ready")
        if page.locator("[data-hits]").get_attribute("data-total") == "0":
            expect(page.get_by_role("status")).to_contain_text("The source has")
            expect(page.locator("[data-survey]")).to_be_hidden()


def test_nothing_jumps_when_counts_come(page: Page, base: str) -> None:
    held: list[Route] = []
    page.set_viewport_size({"width": 1280, "height": 800})

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/editions-*.bin", hold)
    with page.expect_request("**/editions-*.bin"):
        page.goto(f"{base}/search/#q=recovery")
    expect(page.locator("[data-passage]")).to_have_count(20)
    last = page.locator("[data-passage]").nth(19)
    top = last.evaluate("hit => hit.getBoundingClientRect().top")
    for route in held:
        route.continue_()
    expect(page.locator("[data-survey] .strip").first).to_be_attached()
    assert last.evaluate("hit => hit.getBoundingClientRect().top") == top


def test_a_phone_is_sent_what_a_reader_comes_to(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.goto(f"{base}/search/#q=recovery", wait_until="networkidle")
    hits = page.locator("[data-passage]")
    assert 0 < hits.count() < 20
    assert not [url for url in sent if "/editions-" in url]
    page.get_by_text("Narrow down").click()
    expect(page.locator("[data-survey] .strip").first).to_be_visible()
    page.get_by_text("Narrow down").click()
    page.get_by_role("button", name="More passages").scroll_into_view_if_needed()
    expect(hits).to_have_count(20)
    page.get_by_text("Narrow down").click()
    expect(page.locator("[data-survey] .strip").first).to_be_visible()
    page.goto(f"{base}/about/")
    page.go_back()
    expect(hits).to_have_count(20)  # and so the reader comes back to where they were


def test_on_a_phone_passages_and_lines_keep_apart(page: Page, base: str) -> None:
    """More of the one list, which was on offer before, is not fetched into the other."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}/search/#q=recovery")
    page.locator(".hits[data-state=ready] > li").first.wait_for()
    expect(page.get_by_role("button", name="More passages")).to_be_attached()
    page.get_by_role("link", name="Concordance").click()
    page.locator(".lines[data-state=ready]").wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".hits > li")).to_have_count(0)
    expect(page.get_by_role("status").first).to_contain_text("hits in")
    page.get_by_role("link", name="Passages").click()
    page.locator(".hits[data-state=ready] > li").first.wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".lines > *")).to_have_count(0)


def test_a_first_search_takes_few_requests(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    sent: set[str] = set()
    page.on("request", lambda request: sent.add(request.url))
    page.goto(f"{base}/search/#q=poverty+of+ambition", wait_until="networkidle")
    hits = page.locator("[data-passage]").count()
    # Of the text only what is shown: a word that is rare stands elsewhere too, without the others.
    assert 0 < len([url for url in sent if "/text-" in url]) <= hits
    assert len([url for url in sent if not url.startswith("data:")]) <= 12


def test_the_page_of_search_comes_with_the_manifest(page: Page, base: str) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.goto(f"{base}/search/#q=recovery", wait_until="networkidle")
    assert not [url for url in sent if url.endswith("/manifest.json")]


def test_a_page_that_was_kept_asks_for_the_manifest_of_today(page: Page, base: str) -> None:
    said = page.request.get(f"{base}/search/").text()
    manifest = page.request.get(f"{base}/search/manifest.json").text()
    root = json.loads(manifest)["root"]
    told = manifest.replace(root, "0" * len(root))
    body, _, _ = told.rpartition(',"digest":"')
    old = sealed(f"{body}}}".encode()).decode()
    kept, found = re.subn('data-manifest="[^"]+"', f'data-manifest="{escape(old)}"', said)
    assert found == 1
    page.route(f"{base}/search/", lambda route: route.fulfill(body=kept, content_type="text/html"))
    page.goto(f"{base}/search/#q=recovery")
    expect(page.locator("[data-passage]")).to_have_count(20)


def test_what_follows_the_node_begins_at_it(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base}/search/#q=%22learned+helplessness%22&view=concordance")
    page.locator("[data-lines][data-state=ready]").wait_for()
    apart = page.locator("[data-lines] li[data-passage]").evaluate_all(
        """lines => lines.map((line) => {
          const [node, right] = ["mark", ".right bdi"].map((part) =>
            line.querySelector(part).getBoundingClientRect());
          return right.left - node.right;
        })"""
    )
    assert apart
    assert all(0 <= one < 2 for one in apart)
