"""The client in a real browser: the cases that Python is held to, and Whoosh's own answers."""

import json
import random
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

import consultations
from consultations import export, index
from consultations.analysis import TABLE, fold, tokens
from consultations.export import writer
from consultations.export.format import sealed
from consultations.export.texts import dump
from consultations.passages import SearchEdition, SearchPassage, SearchQuestion

CLIENT = Path(consultations.__file__).parent / "client"
CONTRACT = Path(__file__).parents[1] / "contract"
HOSTILE = Path(__file__).parents[1] / "hostile"

Serve = Callable[[Path], str]

ASK = """
async ({ base, questions }) => {
  const worker = new Worker("/client/worker.js", { type: "module" });
  const told = [];
  const answers = new Promise((done) => {
    worker.onmessage = ({ data }) => {
      if (data.type === "progress" || data.coming) return; // all of an answer is awaited
      told.push(data);
      if (data.id === questions.length || data.id === null) done(told);
    };
  });
  worker.postMessage({ type: "open", base: new URL(base, location.href).href });
  for (const [i, question] of questions.entries()) {
    worker.postMessage({ type: "ask", id: i + 1, sort: "score", page: 1, ...question });
    if (question.wait) {
      await new Promise((next) => {
        const poll = () => (told.some(({ id }) => id === i + 1) ? next() : setTimeout(poll, 5));
        poll();
      });
    }
  }
  return answers;
}
"""

BODIES = [("a-body", "A Body"), (None, "Jo Doe"), ("b-body", "B Body")]
KINDS = ["heading", "paragraph", "list_item", "footnote"]
WORDS = (
    "constructor service services user users’ view recover recovered recovery the of not naïve £330"
)


UNITS = [
    "1,250",
    "250",
    "3.2",
    "2",
    "million",
    "18–24",
    "24",
    "service-user",
    "user-led",
    "12",
    "000",
]
"""Numbers, amounts and compounds, and parts of them."""


def archive() -> list[SearchPassage]:
    """Passages of words that come again and again, the same every time."""
    chance = random.Random(8)  # noqa: S311 (no secret)
    passages = []
    for number, (organisation, body) in enumerate(BODIES):
        edition = SearchEdition(
            f"doc-{number}",
            f"Document {number}",
            organisation,
            body,
            (body,),
            f"200{7 - number}",
            "paper",
            consultation="views-2000",
            consultation_name="Views",
            questions=(SearchQuestion("D2", "D2", "Why so?", "views-2000/why"),),
        )
        for i in range(40):
            known = [*WORDS.split(), *UNITS]
            words = [chance.choice(known) for _ in range(chance.randint(1, 30))]
            text = chance.choice([" ", "-", " "]).join(words) + ". A last sentence – about it."
            start = chance.randint(0, len(text) // 2)
            quoted = ((start, len(text) - 3),) if i % 3 else ()
            kind = chance.choice(KINDS)
            question = chance.choice([None, "D2"])
            passages.append(
                SearchPassage(
                    edition,
                    f"p{i}",
                    kind,  # type: ignore[arg-type]  # of the kinds above
                    text,
                    ("Head",),
                    question,
                    quoted=quoted,
                    voices=tuple((*interval, f"speaker {i}") for interval in quoted),
                    mended=((0, 0, "Zz"),) if i == 1 else (),
                    pages=((), ("7",), ("7", "8"))[i % 3],
                )
            )
    return passages


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index, what was exported of it, and the client."""
    folder = tmp_path_factory.mktemp("client")
    index.write(archive(), folder / "index")
    # Of everything several shards, as a large archive has.
    with pytest.MonkeyPatch.context() as small, index.Index(folder / "index") as opened:
        for name, size in {"LARGEST": 100, "LARGEST_BLOCK": 2000, "TABLE_PASSAGES": 50}.items():
            small.setattr(writer, name, size)
        export.write(opened, folder / "search")
    shutil.copytree(CLIENT, folder / "client")
    (folder / "page.html").write_text("<!doctype html><title>Test</title>", "utf-8")
    return folder


@pytest.fixture
def at(page: Page, made: Path, serve_folder: Serve) -> Page:
    page.goto(f"{serve_folder(made)}/page.html")
    return page


def ask(page: Page, *questions: dict[str, Any], base: str = "/search/") -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = page.evaluate(ASK, {"base": base, "questions": list(questions)})
    return told


def units(text: str, offset: int) -> int:
    """An offset as JavaScript counts: in units of 16 bits."""
    return len(text[:offset].encode("utf-16-le")) // 2


def test_text_is_analysed_as_in_python(at: Page) -> None:
    contract = json.loads((CONTRACT / "analysis.json").read_text("utf-8"))
    found = at.evaluate(
        """async ({ table, texts, terms }) => {
          const { Analysis } = await import("/client/engine/analysis/analysis.js");
          const { stem } = await import("/client/engine/analysis/stemmer.js");
          const analysis = new Analysis(table);
          return [texts.map((text) => analysis.tokens(text)), terms.map(stem)];
        }""",
        {
            "table": TABLE,
            "texts": [case["text"] for case in contract["tokens"]],
            "terms": [term for term, _ in contract["stems"]],
        },
    )
    for case, words in zip(contract["tokens"], found[0], strict=True):
        expected = [
            {"term": term, "start": units(case["text"], s), "end": units(case["text"], e)}
            for term, s, e in case["tokens"]
        ]
        assert words == expected, case["label"]
    assert found[1] == [root for _, root in contract["stems"]]


def test_queries_are_read_as_in_python(at: Page) -> None:
    contract = json.loads((CONTRACT / "queries.json").read_text("utf-8"))
    found = at.evaluate(
        """async ({ table, queries }) => {
          const { Analysis } = await import("/client/engine/analysis/analysis.js");
          const { parse } = await import("/client/engine/query/query.js");
          const analysis = new Analysis(table);
          return queries.map((query) => {
            try {
              return { query, tree: parse(query, analysis).tree };
            } catch ({ message, place }) {
              return { query, error: message, place };
            }
          });
        }""",
        {"table": TABLE, "queries": [case["query"] for case in contract]},
    )
    assert found == contract


def random_queries(count: int) -> list[str]:
    """Queries over the whole language, the same every time."""
    chance = random.Random(9)  # noqa: S311 (no secret)

    def leaf() -> str:
        words = [chance.choice(WORDS.split()) for _ in range(chance.randint(1, 3))]
        unit = " ".join(chance.choice([*UNITS, "the"]) for _ in range(chance.randint(1, 2)))
        return chance.choice(
            [
                words[0],
                f'"{" ".join(words)}"',
                f'"{" ".join(words)}"~{chance.randint(2, 6)}',
                words[0][:3] + "*",
                words[0][0] + "?" + words[0][2:] + "*",
                words[0][:-1] + "~" + chance.choice(["", "2"]),
                "-".join(words),
                f'"{unit}"',
                unit,
                chance.choice(
                    ["kind:heading", "in:doc-1", "by:a-body", "question:d2", "type:paper"]
                ),
                chance.choice(["year:[2006 TO]", "year:2007", "year:{2005 TO 2007}"]),
                chance.choice(["voice:quoted", "voice:own"]),
            ]
        )

    def group(depth: int) -> str:
        query = ""
        for i in range(chance.randint(1, 3)):
            join = chance.choice([" ", " AND ", " OR "]) if i else ""
            inner = leaf() if depth > 1 or chance.random() < 0.8 else f"({group(depth + 1)})"
            query += join + ("NOT " if chance.random() < 0.15 else "") + inner
        return query

    return [group(0) for _ in range(count)]


def shown(excerpt: dict[str, Any]) -> dict[str, Any]:
    """An excerpt without where it begins, which the command line need not know."""
    return {key: value for key, value in excerpt.items() if key != "start"}


def test_the_browser_answers_what_whoosh_answers(at: Page, made: Path) -> None:
    chance = random.Random(10)  # noqa: S311 (no secret)
    questions: list[dict[str, Any]] = [
        {"query": query, "sort": chance.choice(["score", "date", "document"]), "wait": True}
        for query in random_queries(200)
    ]
    answers = ask(at, *questions)[1:]
    assert len(answers) == len(questions)
    some = 0
    with index.Index(made / "index") as opened:
        for question, answer in zip(questions, answers, strict=True):
            expected = index.search(opened, question["query"], sort=question["sort"], limit=20)
            assert answer["total"] == expected.total, question
            assert [
                (
                    *(hit["edition"], hit["passage"], hit["pages"], hit["score"]),
                    *(shown(hit["excerpt"]), hit["voice"]),
                )
                for hit in answer["hits"]
            ] == [
                (
                    hit.passage.edition.id,
                    hit.passage.id,
                    "–".join(hit.passage.pages),
                    hit.score,
                    {
                        "text": hit.excerpt.text,
                        "marks": [list(mark) for mark in hit.excerpt.marks],
                        "before": hit.excerpt.before,
                        "after": hit.excerpt.after,
                    },
                    hit.voice,
                )
                for hit in expected.hits
            ], question
            some += 0 < expected.total < 120
    assert some > 100


def test_a_hit_says_which_document_by_whom_when_under_which_heading(at: Page) -> None:
    ready, answer = ask(at, {"query": "in:doc-1 sentence", "sort": "document"})
    assert ready == {"type": "ready", "editions": 3, "passages": 120}
    assert (answer["total"], answer["page"], answer["pages"]) == (40, 1, 2)
    hit = answer["hits"][0]
    assert hit["url"] == "texts/doc-1/#p0"
    assert (hit["title"], hit["body"], hit["date"]) == ("Document 1", "Jo Doe", "2006")
    assert hit["section"] == ["Head"]
    assert [(hit["place"], hit["passages"], hit["found"]) for hit in answer["hits"][:2]] == [
        (1, 40, 40),
        (2, 40, 40),
    ]
    asked = {"number": "D2", "kind": "question", "url": "questions/views-2000/why/"}
    assert [hit["question"] for hit in answer["hits"]] == [
        asked if passage.question else None for passage in archive()[40:60]
    ]


@pytest.mark.parametrize("sort", ["score", "date", "document"])
def test_grouped_each_document_stands_once_with_its_best_passages(
    at: Page, made: Path, sort: index.Sort
) -> None:
    _, told = ask(at, {"query": "users recovered", "sort": sort, "grouped": True})
    with index.Index(made / "index") as opened:
        ordered = index.search(opened, "users recovered", sort=sort, limit=1000)
        documents = dict.fromkeys(hit.passage.edition.id for hit in ordered.hits)
        best = index.search(opened, "users recovered", limit=1000).hits
    expected = [
        (document, hit.passage.id)
        for document in documents
        for hit in [hit for hit in best if hit.passage.edition.id == document][:3]
    ]
    assert [(hit["edition"], hit["passage"]) for hit in told["hits"]] == expected
    assert (len(expected), told["total"], told["pages"]) == (9, ordered.total, 1)
    assert [hit["found"] for hit in told["hits"][::3]] == [
        sum(hit.passage.edition.id == document for hit in best) for document in documents
    ]


def test_answers_are_counted_by_consultation_and_question(at: Page, made: Path) -> None:
    _, told = ask(at, {"type": "survey", "query": "sentence kind:list_item"})
    (consultation,) = told["fields"]["consultation"]
    (question,) = told["fields"]["question"]
    assert (consultation["value"], consultation["label"]) == ("views-2000", "Views")
    assert (question["value"], question["label"]) == ("views-2000-why", "D2. Why so?")
    assert question["within"] == "Views"
    with index.Index(made / "index") as opened:
        found = index.search(opened, "sentence kind:list_item question:views-2000-why")
    assert question["count"] == consultation["count"] == found.total > 0


def test_later_pages_go_on_where_the_one_before_ended(at: Page) -> None:
    queries: list[dict[str, Any]] = [
        {"query": "sentence", "page": page, "wait": True} for page in (1, 2, 7)
    ]
    _, first, second, past = ask(at, *queries)
    one, two = ([(h["edition"], h["passage"]) for h in a["hits"]] for a in (first, second))
    assert len(set(one + two)) == 40
    assert past["page"] == past["pages"] < 7
    assert past["hits"]


QUERIES = ["user", "sentence NOT heading", '"of the"~3 OR recover*', "kind:footnote", "zzz"]


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_found_is_counted_as_whoosh_counts_it(at: Page, made: Path, query: str) -> None:
    _, told = ask(at, {"type": "survey", "query": query})
    with index.Index(made / "index") as opened:

        def total(field: str, value: str) -> int:
            return index.search(opened, f"({query}) {field}:{value}").total

        assert told["total"] == index.search(opened, query).total
        values = {"year": ["2007", "2006", "2005"], "kind": list(KINDS), "voice": ["own", "quoted"]}
        for name, counts in told["fields"].items():
            field = "question" if name == "consultation" else name
            for count in counts:
                assert count["count"] == total(field, count["value"]), (name, count)
            if name in values:
                found = {count["value"].replace("-", "_") for count in counts if count["count"]}
                assert found == {v for v in values[name] if total(name, v)}, name
        for document in told["documents"]:
            assert document["found"] == total("in", document["edition"])
            assert sum(document["strip"]) == document["found"] <= document["passages"] == 40


def test_a_strip_shows_where_in_a_document_passages_were_found(at: Page, made: Path) -> None:
    _, told = ask(at, {"type": "survey", "query": '"not"'})
    with index.Index(made / "index") as opened:
        hits = index.search(opened, '"not"', sort="document", limit=1000).hits
    for document in told["documents"]:
        found = [int(h.passage.id[1:]) for h in hits if h.passage.edition.id == document["edition"]]
        # As many parts as passages: each part is one.
        assert [i for i, count in enumerate(document["strip"]) if count] == found


@pytest.mark.parametrize("query", [query for query in QUERIES if ":" not in query])
def test_a_concordance_has_the_lines_of_the_command_line(at: Page, made: Path, query: str) -> None:
    _, told = ask(at, {"type": "concordance", "query": query, "order": [], "upTo": 1000})
    with index.Index(made / "index") as opened:
        expected = index.concordance(opened, query)
    assert told["total"] == len(expected)
    assert told["passages"] == len(
        {(line.passage.edition.id, line.passage.id) for line in expected}
    )
    assert told["documents"] == len({line.passage.edition.id for line in expected})
    assert [
        (line["passage"], line["start"], line["end"], line["node"], line["before"], line["after"])
        for line in told["lines"]
    ] == [
        (line.passage.id, line.start, line.end, line.node, list(line.before), list(line.after))
        for line in expected
    ]
    for line, same in zip(told["lines"], expected, strict=True):
        assert (line["left"], line["right"]) == same.context(80)
        assert line["voice"] == same.passage.voice_at(same.start, same.end)


def test_a_concordance_of_no_words_is_refused_as_on_the_command_line(at: Page, made: Path) -> None:
    query = "kind:footnote NOT user"
    _, told = ask(at, {"type": "concordance", "query": query, "order": []})
    with (
        index.Index(made / "index") as opened,
        pytest.raises(index.QuerySyntaxError, match="is of words") as refused,
    ):
        index.concordance(opened, query)
    assert (told["type"], told["kind"]) == ("failure", "query")
    assert told["what"] in str(refused.value)
    assert told["place"] == list(refused.value.place)


@pytest.mark.parametrize(
    "query",
    [
        "in:doc-9",
        "user in:dox-1 OR by:a-body",
        'NOT (by:"A Boddy")',
        "question:z9",
        "author:x",
        "user -view",
        '"the us*"',
        '"a"~-1',
    ],
)
def test_a_mistake_is_told_as_on_the_command_line(at: Page, made: Path, query: str) -> None:
    *_, told = ask(at, {"query": query})
    with (
        index.Index(made / "index") as opened,
        pytest.raises(index.QuerySyntaxError) as refused,
    ):
        index.search(opened, query)
    error = refused.value
    assert (told["type"], told["kind"]) == ("failure", "query")
    assert (told["what"], told["remedy"]) == (error.what, error.remedy)
    assert told["place"] == list(error.place)


def test_a_concordance_is_ordered_by_up_to_three_neighbours(at: Page) -> None:
    asked = {"type": "concordance", "query": "user", "order": ["R2", "L1", "R1"]}
    _, told = ask(at, asked | {"upTo": 1000})
    _, page = ask(at, asked | {"from": 3, "upTo": 7})
    assert page["lines"] == told["lines"][3:7]

    def word(words: list[str], at: int) -> str:
        return words[at] if at < len(words) else ""

    keys = [
        (word(line["after"], 1), word(line["before"], 0), word(line["after"], 0))
        for line in told["lines"]
    ]
    assert len(keys) > 30
    assert keys == sorted(keys)
    firsts = [key[0] for key in keys]
    assert [line["alike"] for line in told["lines"]] == [firsts.count(word) for word in firsts]


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("servise", "service"),
        ('"recovery zzz"', '"recovery "'),
        ('kind:heading "view zzz of"', 'kind:heading "view  of"'),
        ("viev", "view"),
        ("viev servise", "view service"),
    ],
)
def test_where_nothing_is_found_something_else_is_offered(
    at: Page, made: Path, query: str, suggested: str
) -> None:
    _, told = ask(at, {"type": "suggest", "query": query})
    assert suggested in [suggestion["query"] for suggestion in told["suggestions"]]
    with index.Index(made / "index") as opened:
        suggestions, _ = index.suggest(opened, query)
        for suggestion in suggestions:
            assert index.search(opened, suggestion.query).total == suggestion.total > 0
    assert told["suggestions"] == [
        {name: value for name, value in asdict(one).items() if value} for one in suggestions
    ]


def test_what_the_source_has_leads_to_the_words_that_stand_there(at: Page, made: Path) -> None:
    mended = [passage for passage in archive() if passage.mended]
    first = fold(mended[0].text)[0]
    _, told = ask(at, {"type": "suggest", "query": f"no zz{first} here"})
    (reading,) = told["readings"]
    same = [passage for passage in mended if fold(passage.text)[0] == first]
    assert (reading["source"], reading["total"]) == (f"zz{first}", len(same))
    assert [(place["edition"], place["url"], place["mended"]) for place in reading["places"]] == [
        (p.edition.id, f"texts/{p.edition.id}/#{p.id}", p.text[: next(tokens(p.text)).end])
        for p in same
    ]
    with index.Index(made / "index") as opened:
        _, (same_reading,) = index.suggest(opened, f"no zz{first} here")
    assert [(p.id, mended) for p, mended in same_reading.places] == [
        (place["url"].rpartition("#")[2], place["mended"]) for place in reading["places"]
    ]


CLAUSES = [
    ("one two", "year:2010", "one two year:2010"),
    ("one year:2010", "year:2010", "one"),
    ("one year:2010 by:x", "year:2010", "one by:x"),
    ("(one OR two) year:2010", "by:x", "(one OR two) year:2010 by:x"),
    ("one OR two", "by:x", "(one OR two) by:x"),
    ("(a OR b) (c OR d)", "by:x", "(a OR b) (c OR d) by:x"),
    ("((a OR b) c) OR d", "by:x", "(((a OR b) c) OR d) by:x"),
    ('"this OR that"', "by:x", '"this OR that" by:x'),
    ("year:2010 one", "year:2010", "one"),
    ("year:[2008 TO 2010] one", "year:[2008 TO 2010]", "one"),
    ("one NOT by:x", "by:x", "one NOT by:x by:x"),
    ('"in:doors" one', "by:x", '"in:doors" one by:x'),
    ("", "by:x", "by:x"),
    ("by:x", "by:x", ""),
]


@pytest.mark.parametrize(("query", "clause", "narrowed"), CLAUSES)
def test_a_filter_is_a_clause_of_the_query(
    at: Page, query: str, clause: str, narrowed: str
) -> None:
    toggle = (
        '([query, clause]) => import("/client/page/search/clause.js")'
        ".then(({ toggled }) => toggled(query, clause))"
    )
    assert at.evaluate(toggle, [query, clause]) == narrowed


def test_a_query_that_cannot_be_read_is_told_with_its_place(at: Page) -> None:
    _, failure = ask(at, {"query": 'a "b'})
    assert (failure["kind"], failure["place"]) == ("query", [2, 4])
    assert failure["remedy"]


def test_a_question_that_is_overtaken_is_not_answered(at: Page) -> None:
    told = ask(at, {"query": "service"}, {"query": "user"}, {"query": "view"})
    assert [message.get("id") for message in told] == [None, 3] or told[0]["type"] == "ready"
    assert [message["id"] for message in told if message["type"] == "answer"] == [3]


@pytest.mark.parametrize("kind", ["root", "terms", "lengths", "text"])  # all that it needs
@pytest.mark.parametrize("damage", ["a bit turned", "cut off", "of another build"])
def test_a_damaged_shard_is_told_and_never_answered_from(
    at: Page, made: Path, kind: str, damage: str
) -> None:
    def spoil(route: Route) -> None:
        body = (made / "search" / route.request.url.rpartition("/")[2]).read_bytes()
        if damage == "a bit turned":
            body = bytes([body[0] ^ 1]) + body[1:]
        elif damage == "cut off":
            body = body[:-1]
        else:
            body = b"\x03\x00"
        route.fulfill(body=body)

    at.route(f"**/{kind}-*.bin", spoil)
    told = ask(at, {"query": "user"})
    assert {message["type"] for message in told} <= {"ready", "failure"}
    assert told[-1]["kind"] == "index"
    assert "damaged" in told[-1]["what"]


def test_a_file_that_does_not_come_is_told_and_asked_for_again(at: Page) -> None:
    gone = ["terms"]
    at.route(
        "**/terms-*.bin", lambda route: route.abort() if gone and gone.pop() else route.continue_()
    )
    _, failure, answer = ask(at, {"query": '"the"', "wait": True}, {"query": '"the"'})
    assert failure["kind"] == "network"
    assert answer["total"] > 0


@pytest.mark.parametrize(
    "change", [{"format": 1}, {"analysis": {"table": {**TABLE, "chain": 2}}}, {"analysis": {}}]
)
def test_an_index_of_another_form_is_refused(at: Page, made: Path, change: dict[str, Any]) -> None:
    manifest = {**json.loads((made / "search/manifest.json").read_text("utf-8")), **change}
    del manifest["digest"]
    body = sealed(dump(manifest))
    at.route("**/manifest.json", lambda route: route.fulfill(body=body))
    told = ask(at, {"query": "user"})
    assert told[-1]["type"] == "failure"
    assert told[-1]["kind"] == "index"
    assert "damaged" not in told[-1]["what"]


MANIFEST_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a bit of the root's name": lambda body: turned(body, body.index(b'"root":"') + 9),
    "a bit of the digest": lambda body: turned(body, body.rindex(b'"') - 1),
    "a bit of a member's name": lambda body: turned(body, body.index(b'"chain"') + 2),
    "a bit of how words are folded": lambda body: turned(body, len(body) // 2),
    "the last bit": lambda body: turned(body, len(body) - 1),
    "cut off": lambda body: body[: len(body) // 2],
    "nothing there": lambda _body: b"",
    "a page of a host": lambda _body: b"<!doctype html><title>Not found</title>",
    "no digest": lambda body: body[: body.rindex(b',"digest"')] + b"}",
    "a digest of nothing": lambda _body: sealed(b"{}"),
    "another encoding": lambda body: body.decode().encode("utf-16"),
}


def turned(body: bytes, at: int) -> bytes:
    """The bytes with one bit of one of them turned."""
    return body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]


@pytest.mark.parametrize("damage", MANIFEST_DAMAGE)
def test_a_damaged_manifest_is_told_and_never_answered_from(
    at: Page, made: Path, damage: str
) -> None:
    body = MANIFEST_DAMAGE[damage]((made / "search/manifest.json").read_bytes())
    at.route("**/manifest.json", lambda route: route.fulfill(body=body))
    told = ask(at, {"query": "user"})
    assert [message["type"] for message in told] == ["failure"]
    assert told[0]["kind"] == "index"
    assert "manifest.json is damaged" in told[0]["what"]


DAMAGED = tomllib.loads((HOSTILE / "damaged.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", DAMAGED, ids=[case["label"] for case in DAMAGED])
def test_whatever_becomes_of_a_file_on_its_way_is_told(
    at: Page, made: Path, case: dict[str, Any]
) -> None:
    def file_of(kind: str) -> Path:
        return min((made / "search").glob("manifest.json" if kind == "manifest" else f"{kind}-*"))

    def spoil(route: Route) -> None:
        asked = made / "search" / route.request.url.rpartition("/")[2]
        route.fulfill(body=damaged(asked.read_bytes(), **case["bytes"], file_of=file_of))

    at.route("**/manifest.json" if case["file"] == "manifest" else f"**/{case['file']}-*", spoil)
    told = ask(at, {"query": "user"})
    assert {message["type"] for message in told} <= {"ready", "failure"}
    assert told[-1]["kind"] == "index"
    assert "damaged" in told[-1]["what"]


def damaged(
    body: bytes,
    *,
    file_of: Callable[[str], Path],
    turned: float | None = None,
    kept: float = 1.0,
    behind: str = "",
    instead: str = "",
    of: str = "",
) -> bytes:
    """The bytes of a file after what `damaged.toml` says has become of it."""
    if of:
        return file_of(of).read_bytes()
    if turned is not None:
        at = min(int(turned * len(body)), len(body) - 1)
        return body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
    return instead.encode() or body[: int(kept * len(body))] + behind.encode()
