"""The search page, with a worker that says what a test wants it to say."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

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
    "authors": ["Jo Doe"],
    "version": "edition 3f9a2c1",
    "place": 41,
    "passages": 230,
    "found": 8,
    "section": ["One", "<script>Two</script>"],
    "question": None,
    "credit": "own",
    "excerpt": {
        "text": "Of the words, the words' <mark>end</mark>.",
        "marks": [[3, 6], [7, 12], [14, 17]],
        "before": True,
        "after": False,
    },
}
ANSWER = {"type": "answer", "query": "", "total": 1, "page": 1, "pages": 1, "hits": [HIT]}
SAYS = """
for (const said of {}[data.type] ?? []) postMessage({{ id: data.id, query: data.query, ...said }});
"""


def says(*messages: Mapping[str, object], **others: Mapping[str, object]) -> str:
    """A worker's script that answers an `ask` with these messages, and other questions with one."""
    answers = {"ask": messages, **{asked: [message] for asked, message in others.items()}}
    return SAYS.format(json.dumps(answers))


@pytest.fixture
def search(page: Page, base: str) -> Open:
    """Opens the search page at an address, with a worker that does this with each question."""

    def open_page(address: str, script: str) -> None:
        body = f"onmessage = ({{ data }}) => {{ if (data.type !== 'open') {{ {script} }} }};"
        page.route(
            "**/worker.js", lambda route: route.fulfill(content_type="text/javascript", body=body)
        )
        page.goto("about:blank")  # or the page would stay and only follow the part after its #
        page.goto(f"{base}/search/{address}")

    return open_page


def test_a_hit_says_where_it_is_from_with_the_words_marked(page: Page, search: Open) -> None:
    search("#q=words", says(ANSWER))
    hits = page.locator("[data-hits]")
    expect(hits).to_have_attribute("data-state", "ready")
    expect(hits).to_have_attribute("data-total", "1")
    hit = hits.locator("[data-edition=a-response][data-passage=p1]")
    expect(hits).to_contain_text("A <b>title</b>A Body & Sons · May 2011 · 7 more here")
    expect(hit).to_contain_text("One › <script>Two</script>")
    expect(hit).to_contain_text("Note · passage 41 of 230")
    assert hit.locator("mark").all_inner_texts() == ["the", "words", "the"]
    expect(hit).to_contain_text("… Of the words, the words' <mark>end</mark>.")


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        ("Una Bell", "Quoted: Una Bell"),
        (None, "Somebody quoted; not known whose words"),
    ],
)
def test_a_hit_says_whose_words_it_has(
    page: Page, search: Open, voice: str | None, told: str
) -> None:
    search("#q=words", says(ANSWER | {"hits": [HIT | {"voice": voice}]}))
    expect(page.locator("[data-hits] .quoted")).to_have_text(told)


def test_a_hit_leads_to_its_passage_and_takes_the_words_along(page: Page, search: Open) -> None:
    search("#q=words", says(ANSWER))
    link = page.locator("[data-passage=p1] a").first
    assert link.evaluate("link => link.href").endswith("/texts/a-response/#p1")
    link.focus()
    assert link.evaluate("link => link.href").endswith("/texts/a-response/#p1&h=the+words%2C+the")
    page.get_by_role("link", name="7 more here").click()
    expect(page.locator("input[name=q]")).to_have_value("words in:a-response")
    expect(page.locator("[data-passage=p1]")).to_be_visible()
    expect(page.get_by_role("link", name="more here")).to_have_count(0)


def test_hits_that_follow_each_other_in_one_document_stand_under_one_head(
    page: Page, search: Open
) -> None:
    hits = [HIT | {"edition": edition, "passage": f"p{i}"} for i, edition in enumerate("aabba")]
    search("#q=words", says(ANSWER | {"total": 9, "hits": hits}))
    shown = page.locator("[data-hits] [data-edition][data-passage]")
    expect(shown).to_have_count(5)
    order = shown.evaluate_all("all => all.map((one) => one.dataset.edition).join('')")
    assert order == "aabba"
    heads = page.locator("[data-hits] > li")
    expect(heads).to_have_count(3)
    expect(heads.nth(1).get_by_role("heading")).to_have_text("A <b>title</b>")
    expect(heads.nth(1)).to_contain_text("6 more here")


def test_a_bar_of_a_strip_leads_to_the_first_of_its_passages(page: Page, search: Open) -> None:
    search("#q=words", says(ANSWER, survey=SURVEY))
    bars = page.locator(".strip a")
    first = page.get_by_role("link", name="3 passages from passage 15 on")
    expect(first).to_have_attribute("href", re.compile(r"/texts/a-response/#passage:15$"))
    first.focus()
    page.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("link", name="1 passage from passage 31 on")).to_be_focused()
    assert bars.evaluate_all("all => all.map((one) => one.tabIndex)") == [-1, 0]


def test_the_rest_of_a_page_stands_below_its_first_hits(page: Page, search: Open) -> None:
    hits = [HIT | {"edition": edition, "passage": f"p{i}"} for i, edition in enumerate("aabba")]
    first, all_ = (
        json.dumps(ANSWER | {"total": 9} | more)
        for more in ({"hits": hits[:3], "coming": 2}, {"hits": hits})
    )
    search(
        "#q=words",
        f"""if (data.type === "ask") {{
          postMessage({{ ...{first}, id: data.id }});
          new BroadcastChannel("go").onmessage = () => postMessage({{ ...{all_}, id: data.id }});
        }}""",
    )
    shown = page.locator("[data-hits] [data-edition][data-passage]")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "begun")
    expect(shown).to_have_count(3)
    page.evaluate("document.querySelector('[data-hits] > li').dataset.kept = ''")
    page.evaluate("new BroadcastChannel('go').postMessage('')")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "ready")
    assert [one.get_attribute("data-edition") for one in shown.all()] == list("aabba")
    expect(page.locator("[data-hits] > li")).to_have_count(3)
    expect(page.locator("[data-hits] > li").first).to_have_attribute("data-kept", "")


def test_a_question_leads_to_its_own_page(page: Page, search: Open) -> None:
    question = {"number": "D2", "kind": "question", "url": "questions/views-2000/d2/"}
    search("#q=words", says(ANSWER | {"hits": [HIT | {"question": question}]}))
    link = page.get_by_role("link", name="question D2")
    assert link.evaluate("link => link.pathname").endswith("/questions/views-2000/d2/")


def test_the_choice_to_group_is_asked_and_kept(page: Page, search: Open) -> None:
    search("#q=words&sort=date&group=document", says(ANSWER))
    box = page.get_by_label("group by document")
    expect(box).to_be_checked()
    box.press("Space")
    expect(page).to_have_url(re.compile(r"/search/#q=words&sort=date$"))
    echo = (
        "if (data.type === 'ask') postMessage({ ...%s, id: data.id, total: data.grouped ? 2 : 1 });"
    )
    search("#q=words&group=document", echo % json.dumps(ANSWER))
    expect(page.locator("[data-hits]")).to_have_attribute("data-total", "2")


def test_nothing_in_an_answer_or_a_query_is_markup(page: Page, search: Open) -> None:
    search("#q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", says(ANSWER))
    expect(page.locator("[data-hits] [data-passage]")).to_have_count(1)
    assert page.locator("[data-hits] :is(b, script, img)").count() == 0
    expect(page.locator("input[name=q]")).to_have_value("<img src=x onerror=alert(1)>")


def test_an_answer_that_was_overtaken_is_dropped(page: Page, search: Open) -> None:
    late = """
    if (data.type !== "ask") return;
    self.waiting = self.waiting ?? [];
    waiting.push(data);
    if (waiting.length < 2) return;
    """
    order = "for (const data of waiting.reverse()) "
    answer = json.dumps(ANSWER | {"hits": []})
    search(
        "#q=one",
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
    search("#q=words+%22open", says(failure))
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_have_text('A phrase has no end. "open Put " there.')
    assert page.locator("[data-hits]").get_attribute("data-total") is None
    field = page.locator("input[name=q]")
    expect(page.locator(".field__fault mark")).to_have_text('"open')
    expect(field).to_have_attribute("aria-invalid", "true")
    offset = page.evaluate(
        """() => {
          const mark = document.querySelector(".field__fault mark").getBoundingClientRect();
          const field = document.querySelector(".field__query").getBoundingClientRect();
          return [mark.left - field.left, mark.top - field.top, field.bottom - mark.bottom];
        }"""
    )
    assert min(offset) > 0  # it lies on the field's own text


def test_an_index_that_cannot_be_opened_is_said(page: Page, search: Open) -> None:
    failure = {"type": "failure", "id": None, "kind": "index", "place": None}
    search("#q=words", says(failure | {"what": "The index is damaged.", "remedy": "Reload."}))
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_contain_text("The index is damaged.")


def test_what_still_comes_after_a_failure_does_not_hide_it(page: Page, search: Open) -> None:
    failure = {"type": "failure", "kind": "index", "what": "Damaged", "remedy": "", "place": None}
    search("#q=words", says(failure, {"type": "progress", "files": 1, "bytes": 2000}))
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    page.wait_for_timeout(100)
    expect(page.locator("[data-status]")).to_contain_text("Damaged.")


def test_a_worker_that_does_not_start_is_said(page: Page, search: Open) -> None:
    # `with` is no word of a module, as a worker's script is; the page reads it, and finds nothing
    # in it that answers.
    search("#q=words", "} }; with (self) { {")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_contain_text("could not be started")


def test_nothing_found_is_an_answer(page: Page, search: Open) -> None:
    search("#q=words", says(ANSWER | {"total": 0, "pages": 0, "hits": []}))
    expect(page.locator("[data-hits]")).to_have_attribute("data-total", "0")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "ready")
    expect(page.locator("[data-status]")).to_contain_text("Nothing found")


def test_a_slow_network_is_told_of(page: Page, search: Open) -> None:
    search("#q=words", says({"type": "progress", "files": 2, "bytes": 30000}))
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
    expect(page).to_have_url(re.compile(r"/search/#q=%22the\+words%22&sort=date$"))
    expect(page).to_have_title(re.compile('^"the words" '))
    page.get_by_role("link", name="Next page").click()
    expect(page).to_have_url(re.compile(r"sort=date&page=2$"))
    page.go_back()
    expect(page.locator("input[name=q]")).to_have_value('"the words"')
    expect(page.locator("select[name=sort]")).to_have_value("date")
    page.locator("input[name=q]").fill("")
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "idle")
    expect(page).to_have_url(re.compile(r"/search/#sort=date$"))


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        (
            "Copy quotation",
            r"^“Of the words, the words' <mark>end</mark>\.” Jo Doe, A Body & Sons \(May 2011\)\.",
        ),
        ("Copy link", r"^http.*/texts/a-response/#p1$"),
    ],
)
def test_a_reader_can_take_a_hit_away(page: Page, search: Open, name: str, copied: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    search("#q=words", says(ANSWER))
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert re.search(copied, page.evaluate("navigator.clipboard.readText()"))


def test_a_hit_is_cited_in_a_panel_that_escape_closes(page: Page, search: Open) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    search("#q=words", says(ANSWER))
    cite = page.get_by_role("button", name="Cite")
    cite.press("Enter")
    panel = page.get_by_role("dialog", name="Cite this passage")
    # The page stands alone here, without the folder that has the other styles.
    expect(panel.get_by_role("heading", level=3)).to_have_text(
        ["Quotation", "Reference", "Markdown"]
    )
    expect(panel).to_contain_text("The other styles could not be loaded")
    expect(panel.locator("pre").nth(1)).to_contain_text(
        re.compile(
            r"A <b>title</b>\. Passage 41 of 230\. Transcription, [\w ]*, edition 3f9a2c1\. "
        )
    )
    panel.get_by_role("button", name="Copy").nth(2).click()
    expect(panel.get_by_role("button", name="Copied")).to_be_visible()
    assert "[passage 41 of 230](<http" in page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(cite).to_be_focused()


def test_the_arrows_lead_through_the_hits_and_back(page: Page, search: Open) -> None:
    search("#q=words", says(ANSWER | {"total": 2, "hits": [HIT, HIT | {"passage": "p2"}]}))
    expect(page.locator("[data-hits] [data-passage]")).to_have_count(2)
    field = page.locator("input[name=q]")
    field.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-passage=p2] .excerpt a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()


SURVEY = {
    "type": "survey",
    "total": 7,
    "documents": [
        {
            "edition": "a-response",
            "title": "A <b>title</b>",
            "body": "A Body",
            "date": "2011",
            "type": "article",
            "passages": 40,
            "found": 7,
            "strip": [0, 3, 1],
            "firsts": [0, 15, 31],
        }
    ],
    "fields": {
        "by": [
            {"value": "a-body", "label": "A <i>Body</i>", "count": 5},
            {"value": "other", "label": "Other", "count": 2},
        ],
        "year": [{"value": "2011", "label": "2011", "count": 7}],
        "type": [],
        "kind": [
            {"value": "list-item", "label": "list-item", "count": 1},
            {"value": "footnote", "label": "footnote", "count": 6},
        ],
        "voice": [],
        "consultation": [
            {"value": "views-2000", "label": "Views", "count": 3},
            {"value": "more-2001", "label": "More", "count": 2},
        ],
        "question": [
            {"value": "views-2000-d2", "label": "D2. Why?", "count": 2, "within": "Views"},
            {"value": "views-2000-d3", "label": "D3. How?", "count": 1, "within": "Views"},
            {"value": "more-2001-d2", "label": "D2. When?", "count": 1, "within": "More"},
            {"value": "more-2001-d3", "label": "D3. Who?", "count": 1, "within": "More"},
        ],
    },
}


def test_what_is_found_is_counted_and_narrows_the_query_down(page: Page, search: Open) -> None:
    search("#q=one+OR+two", says(ANSWER, survey=SURVEY))
    survey = page.locator("[data-survey]")
    expect(survey).to_contain_text("A <b>title</b> 7 of 40")
    expect(survey.locator(".strip a")).to_have_count(2)
    expect(survey.get_by_role("heading", name="Year")).to_have_count(0)  # of one value is no choice
    label = "By quarters of the document: 0, 3, 1, 0"
    expect(survey.get_by_role("group", name=label)).to_be_visible()
    expect(survey).to_contain_text("List item 1")
    expect(survey.get_by_role("heading", name=": More")).to_be_visible()
    question = survey.get_by_role("link", name="D2. When?")
    expect(question).to_have_attribute("href", re.compile("question%3Amore-2001-d2$"))
    survey.get_by_role("link", name="Views").press("Enter")
    expect(page.locator("input[name=q]")).to_have_value("(one OR two) question:views-2000")
    page.go_back()
    survey.get_by_role("link", name="A <i>Body</i>").click()
    field = page.locator("input[name=q]")
    expect(field).to_have_value("(one OR two) by:a-body")
    expect(page.locator("[data-chips]")).to_have_text("Body: A <i>Body</i> ×")
    survey.get_by_role("link", name="A <i>Body</i>: take this filter away").click()
    expect(field).to_have_value("one OR two")
    page.go_back()
    expect(field).to_have_value("(one OR two) by:a-body")


LINE = {
    "edition": "a-response",
    "passage": "p1",
    "url": "texts/a-response/#p1",
    "title": "A title",
    "body": "A Body",
    "date": "2011-05",
    "start": 3,
    "end": 8,
    "left": "=Of the ",
    "node": "words",
    "right": ', "<b>',
    "voice": None,
    "question": {"number": "D2", "kind": "question", "url": "questions/views-2000/d2/"},
    "alike": 1,
    "before": ["the", "of"],
    "after": ["b"],
}
TABS = ("Passages", "Concordance")
LINES = {
    "type": "lines",
    "total": 2,
    "passages": 2,
    "documents": 1,
    "given": 2,
    "from": 0,
    "lines": [LINE, LINE | {"after": ["c"]}],
}
# A worker that has so many lines, and answers each question for some of them.
MANY = """
if (data.type === "concordance") {{
  const all = Array.from({{ length: {count} }}, (_, i) => ({{ ...{line}, passage: `p${{i}}` }}));
  const [from, upTo] = [data.from ?? 0, data.upTo ?? (data.from ?? 0) + 50];
  postMessage({{
    ...{lines}, id: data.id, saved: data.saved === true, total: all.length, given: all.length,
    from, lines: all.slice(from, upTo),
  }});
}}
"""


def test_a_part_of_the_page_that_does_not_come_is_told(page: Page, search: Open) -> None:
    page.route("**/lines.js", lambda route: route.abort())
    search("#q=words&view=concordance", says(ANSWER, concordance=LINES, survey=SURVEY))
    expect(page.locator("[data-lines]")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-status]")).to_contain_text("did not come")
    page.unroute("**/lines.js")
    page.locator("input[name=q]").press("Enter")
    expect(page.locator("[data-lines]")).to_have_attribute("data-state", "ready")


def test_a_concordance_is_ordered_grouped_and_saved(page: Page, search: Open) -> None:
    echo = MANY.format(count=2, line=json.dumps(LINE), lines=json.dumps(LINES))
    search(
        "#q=words",
        says(ANSWER, survey=SURVEY) + echo.replace("`p${i}` })", "'p1', after: 'bc'[i] })"),
    )
    passages, concordance = (page.get_by_role("link", name=name, exact=True) for name in TABS)
    expect(passages).to_have_attribute("aria-current", "true")
    concordance.click()
    expect(passages).not_to_have_attribute("aria-current", re.compile(""))
    expect(concordance).to_have_attribute("aria-current", "true")
    lines = page.locator("[data-lines]")
    expect(lines).to_have_attribute("data-total", "2")
    page.get_by_role("combobox", name="Order by").select_option("R1")
    expect(page).to_have_url(re.compile(r"#q=words&view=concordance&order=R1$"))
    expect(lines.locator(".group")).to_have_text(["b 1", "c 1"])
    expect(lines.locator("[data-passage=p1]").first).to_contain_text('Of the words, "<b>')
    expect(lines.get_by_role("link", name="question D2").first).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("2 hits in 2 passages of 1 document")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as CSV").click()
    rows = Path(saved.value.path()).read_text("utf-8-sig").splitlines()
    assert rows[0] == "edition,passage,start,end,left,node,right,voice,question,url"
    row = '"a-response","p1","3","8","\'=Of the ","words",", ""<b>","unknown","D2",'
    assert rows[1].startswith(row)
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "idle")


def test_lines_come_a_page_after_the_other_and_back_finds_them(page: Page, search: Open) -> None:
    many = MANY.format(count=120, line=json.dumps(LINE), lines=json.dumps(LINES))
    search("#q=words&view=concordance", many)
    shown = page.locator("[data-lines] [data-passage]")
    expect(shown).to_have_count(50)
    page.keyboard.press("End")
    expect(page.locator("[data-passage=p50]")).to_have_count(1)
    # Not by the key again: the way to the first end may still go on, and then a key is lost.
    page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
    expect(shown).to_have_count(120)
    expect(page.get_by_role("button", name="More lines")).to_have_count(0)
    place = page.locator("[data-passage=p110]")
    place.scroll_into_view_if_needed()
    page.wait_for_function("() => history.state?.top === scrollY")
    place.locator("a").first.click()
    expect(page).to_have_url(re.compile("/texts/"))
    page.go_back()
    expect(place).to_be_in_viewport()


def test_a_line_is_cut_between_words(page: Page, search: Open) -> None:
    long = "wordy " * 40
    line = LINE | {"left": long, "right": f" {long}"}
    page.set_viewport_size({"width": 1000, "height": 800})
    search("#q=words&view=concordance", says(concordance=LINES | {"lines": [line]}))
    for side in (".left", ".right"):
        cell = page.locator(f"[data-lines] {side}")
        expect(cell).to_have_text(re.compile(r"^\s*(wordy\s*){3,30}$"))
        assert cell.evaluate("one => one.scrollWidth <= one.clientWidth")


CHIPS = [
    (
        "words by:a-body year:2010",
        {"Body: a-body": "words year:2010", "Year: 2010": "words by:a-body"},
    ),
    ("year:2010 words", {"Year: 2010": "words"}),
    ('(one OR two) type:"a letter"', {"Kind of document: a letter": "one OR two"}),
    ("words NOT year:2010", {}),
    ("in:one OR words", {}),
    ("(words in:one)", {}),
    ('"in:one words"', {}),
    ("in:one", {"Document: one": ""}),
]


@pytest.mark.parametrize(("query", "chips"), CHIPS, ids=[query for query, _ in CHIPS])
def test_each_filter_is_a_chip_that_can_be_undone(
    page: Page, search: Open, query: str, chips: Mapping[str, str]
) -> None:
    search(f"#q={quote(query)}", says(ANSWER, survey=SURVEY))
    expect(page.locator("[data-hits]")).to_have_attribute("data-state", "ready")
    shown = page.locator("[data-chips] a")
    expect(shown).to_have_text([f"{name} ×" for name in chips])
    for name, rest in chips.items():
        page.get_by_role("link", name=f"{name}: take this filter away").click()
        expect(page.locator("input[name=q]")).to_have_value(rest)
        page.go_back()
        expect(shown).to_have_count(len(chips))


def test_how_to_ask_stands_aside_for_what_is_found(page: Page, search: Open) -> None:
    search("", says(ANSWER, survey=SURVEY))
    help_ = page.locator("[data-help]")
    expect(help_).to_be_visible()
    page.locator("input[name=q]").fill("words")
    expect(help_).to_be_hidden()
    page.get_by_role("link", name="How to ask").click()
    expect(help_).to_be_visible()
    page.go_back()
    expect(help_).to_be_hidden()
    expect(page.locator("[data-passage=p1]")).to_be_visible()


def test_where_nothing_is_found_something_is_offered(page: Page, search: Open) -> None:
    suggestions = [
        {"query": "words", "total": 3, "dropped": "wrods"},
        {"query": "words words", "total": 1, "spelled": "words"},
    ]
    place = {
        "edition": "a-response",
        "url": "texts/a-response/#p1",
        "title": "A title",
        "body": "A <b>Body</b>",
        "date": "2011-05",
        "mended": "words ring",
    }
    readings = [{"source": "wrods", "total": 1, "places": [place]}]
    offered = {"type": "suggestions", "suggestions": suggestions, "readings": readings}
    search("#q=words+wrods", says(ANSWER | {"total": 0, "pages": 0, "hits": []}, suggest=offered))
    told = page.get_by_role("status")
    expect(told).to_contain_text("with “words” 1 passage")
    expect(told).to_contain_text(
        "The source has “wrods” here, mended to “words ring” (A <b>Body</b> 2011): 1 passage"
    )
    mended = told.get_by_role("link", name="“words ring”")
    page.locator("input[name=q]").focus()
    page.keyboard.press("ArrowDown")
    expect(mended).to_be_focused()
    assert mended.evaluate("link => link.href").endswith("/texts/a-response/#p1&h=words+ring")
    page.get_by_role("link", name="without “wrods”").click()
    expect(page.locator("input[name=q]")).to_have_value("words")
