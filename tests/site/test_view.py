"""The search page, with a worker that says what a test wants it to say."""

import json
import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

Open = Callable[[str, str], None]

HIT = {
    "edition": "a-response",
    "passage": "p1",
    "url": "texts/a-response/#p1",
    "score": 7,
    "kind": "footnote",
    "title": "A <b>title</b>",
    "body": "A Body & Sons",
    "date": "2011-05",
    "type": "consultation response",
    "section": ["One", "<script>Two</script>"],
    "question": None,
    "excerpt": {
        "text": "Of the words, the words' <mark>end</mark>.",
        "marks": [[3, 6], [7, 12], [14, 17]],
        "before": True,
        "after": False,
    },
}
ANSWER = {"type": "answer", "query": "", "total": 1, "page": 1, "pages": 1, "hits": [HIT]}
SAYS = "for (const said of {}) postMessage({{ id: data.id, query: data.query, ...said }});"


def says(*messages: Mapping[str, object]) -> str:
    """A worker's script that answers each question with these messages."""
    return SAYS.format(json.dumps(messages))


@pytest.fixture
def search(page: Page, base: str) -> Open:
    """Opens the search page at an address, with a worker that does this with each question."""

    def open_page(address: str, script: str) -> None:
        body = f"onmessage = ({{ data }}) => {{ if (data.type === 'ask') {{ {script} }} }};"
        page.route(
            "**/worker.js", lambda route: route.fulfill(content_type="text/javascript", body=body)
        )
        page.goto(f"{base}/search/{address}")

    return open_page


def test_a_hit_says_where_it_is_from_with_the_words_marked(page: Page, search: Open) -> None:
    search("?q=words", says(ANSWER))
    hits = page.locator("[data-hits]")
    expect(hits).to_have_attribute("data-state", "ready")
    expect(hits).to_have_attribute("data-total", "1")
    hit = hits.locator("[data-edition=a-response][data-passage=p1]")
    expect(hit).to_contain_text("A <b>title</b> · A Body & Sons · May 2011")
    expect(hit).to_contain_text("One › <script>Two</script> › Note")
    assert hit.locator("mark").all_inner_texts() == ["the", "words", "the"]
    expect(hit).to_contain_text("… Of the words, the words' <mark>end</mark>.")


def test_a_hit_leads_to_its_passage_and_takes_the_words_along(page: Page, search: Open) -> None:
    search("?q=words", says(ANSWER))
    link = page.locator("[data-hits] a")
    href = link.evaluate("link => link.href")
    assert re.search(r"/texts/a-response/\?h=the\+words%2C\+the#p1$", href)


def test_nothing_in_an_answer_or_a_query_is_markup(page: Page, search: Open) -> None:
    search("?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", says(ANSWER))
    expect(page.locator("[data-hits] li")).to_have_count(1)
    assert page.locator("[data-hits] :is(b, script, img)").count() == 0
    expect(page.locator("input[name=q]")).to_have_value("<img src=x onerror=alert(1)>")


def test_an_answer_that_was_overtaken_is_dropped(page: Page, search: Open) -> None:
    late = "self.waiting = self.waiting ?? []; waiting.push(data); if (waiting.length < 2) return;"
    order = "for (const data of waiting.reverse()) "
    answer = json.dumps(ANSWER | {"hits": []})
    search(
        "?q=one",
        f"{late}{order} postMessage({{ ...{answer}, id: data.id, total: data.query.length }});",
    )
    page.locator("input[name=q]").fill("three")
    expect(page.locator("[data-hits]")).to_have_attribute("data-total", "5")
    page.wait_for_timeout(100)
    expect(page.locator("[data-hits]")).to_have_attribute("data-total", "5")


def test_what_cannot_be_read_is_said_with_its_place(page: Page, search: Open) -> None:
    failure = {
        "type": "failure",
        "kind": "query",
        "what": "a phrase has no end",
        "remedy": 'put " there',
        "place": [6, 11],
    }
    search("?q=words+%22open", says(failure))
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_have_text('A phrase has no end. "open Put " there.')
    assert page.locator("[data-hits]").get_attribute("data-total") is None


def test_an_index_that_cannot_be_opened_is_said(page: Page, search: Open) -> None:
    failure = {"type": "failure", "id": None, "kind": "index", "place": None}
    search("?q=words", says(failure | {"what": "The index is damaged.", "remedy": "Reload."}))
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_contain_text("The index is damaged.")


def test_a_worker_that_does_not_start_is_said(page: Page, search: Open) -> None:
    search("?q=words", "} syntax error {")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_contain_text("could not be started")


def test_nothing_found_is_an_answer(page: Page, search: Open) -> None:
    search("?q=words", says(ANSWER | {"total": 0, "pages": 0, "hits": []}))
    expect(page.locator("[data-hits]")).to_have_attribute("data-total", "0")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "ready")
    expect(page.locator("[data-status]")).to_contain_text("Nothing found")


def test_a_slow_network_is_told_of(page: Page, search: Open) -> None:
    search("?q=words", says({"type": "progress", "files": 2, "bytes": 30000}))
    expect(page.locator("[data-status]")).to_have_text(
        "Fetching 2 pieces of the index, 29 KB so far …"
    )
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "loading")


def test_the_state_of_the_page_is_in_its_address(page: Page, search: Open) -> None:
    search("", says(ANSWER | {"total": 30, "pages": 3}))
    expect(page.locator("input[name=q]")).to_be_focused()
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "idle")
    page.keyboard.type('"the words"')
    page.locator("select[name=sort]").select_option("date")
    expect(page).to_have_url(re.compile(r"/search/\?q=%22the\+words%22&sort=date$"))
    expect(page).to_have_title(re.compile('^"the words" '))
    page.get_by_role("link", name="Next page").click()
    expect(page).to_have_url(re.compile(r"sort=date&page=2$"))
    page.go_back()
    expect(page.locator("input[name=q]")).to_have_value('"the words"')
    expect(page.locator("select[name=sort]")).to_have_value("date")
    page.locator("input[name=q]").fill("")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "idle")
    expect(page).to_have_url(re.compile(r"/search/\?sort=date$"))


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("Copy quotation", r"^“Of the words, the words' <mark>end</mark>\.” A Body & Sons, A <b>"),
        (
            "Copy citation",
            r"^A Body & Sons, A <b>title</b> \(May 2011\), http.*/texts/a-response/#p1$",
        ),
        ("Copy link", r"^http.*/texts/a-response/#p1$"),
    ],
)
def test_a_reader_can_take_a_hit_away(page: Page, search: Open, name: str, copied: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    search("?q=words", says(ANSWER))
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("status")).to_contain_text("Copied: ")
    assert re.search(copied, page.evaluate("navigator.clipboard.readText()"))


def test_the_arrows_lead_through_the_hits_and_back(page: Page, search: Open) -> None:
    search("?q=words", says(ANSWER | {"total": 2, "hits": [HIT, HIT | {"passage": "p2"}]}))
    expect(page.locator("[data-hits] li")).to_have_count(2)
    field = page.locator("input[name=q]")
    field.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-passage=p2] a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
