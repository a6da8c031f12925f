"""The check in a real browser: the verdicts, places and differences that Python gives."""

import json
import shutil
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.quote.altered import Sample

import consultations
from consultations import export, index
from consultations.analysis.contract import number
from consultations.index.quotation import Checker, Report, gravity

CLIENT = Path(consultations.__file__).parent / "client"
CONTRACT: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "contract" / "quotations.json").read_text("utf-8")
)
HOSTILE = Path(__file__).parents[1] / "hostile"
Serve = Callable[[Path], str]

CHECK = """
async (texts) => {
  const { Index } = await import("/client/engine/index/index.js");
  const { Store } = await import("/client/engine/index/store.js");
  const { Checker } = await import("/client/check/checker.js");
  const index = await Index.open(new Store(new URL("/search/", location.href).href));
  const checker = new Checker(index);
  const reports = [];
  for (const text of texts) reports.push(await checker.check(text));
  return reports;
}
"""


@pytest.fixture(scope="module")
def exported(
    contract_folder: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Folders to serve, with the client: the cases' archive, and this project's."""
    made = {"cases": contract_folder, "archive": folder}
    for name, source in made.items():
        root = tmp_path_factory.mktemp(name)
        with index.Index(source) as opened:
            export.write(opened, root / "search")
        shutil.copytree(CLIENT, root / "client")
        (root / "page.html").write_text("<!doctype html><title>Test</title>", "utf-8")
        made[name] = root
    return made


def told(report: Report) -> dict[str, Any]:
    """What is to be said, as the browser's worker says it."""
    return {
        "verdict": report.verdict,
        "count": report.count,
        "lookalikes": list(report.lookalikes),
        "hidden": report.hidden,
        "places": [
            [
                {
                    "edition": part.passage.edition.id,
                    "passage": part.passage.id,
                    "text": part.text,
                    "voice": part.voice,
                    "differences": [one._asdict() for one in part.differences],
                    "warnings": [kind for one in part.differences if (kind := gravity(one))],
                    "steps": [step._asdict() for step in part.steps],
                }
                for part in place.parts
            ]
            for place in report.places
        ],
    }


def said(report: dict[str, Any]) -> dict[str, Any]:
    """The same of a report of the browser's."""
    kept = ("edition", "passage", "text", "voice", "differences", "warnings", "steps")
    places = [[{k: match[k] for k in kept} for match in place] for place in report["places"]]
    told = {key: report[key] for key in ("verdict", "count", "lookalikes", "hidden")}
    return {**told, "places": places}


def compare(page: Page, root: str, checker: Checker, texts: Sequence[str]) -> None:
    page.goto(f"{root}/page.html")
    found = page.evaluate(CHECK, list(texts))
    for text, report in zip(texts, found, strict=True):
        assert said(report) == told(checker.check(text)), text


def test_cases_are_told_as_in_python(
    page: Page, exported: dict[str, Path], contract_folder: Path, serve_folder: Serve
) -> None:
    with index.Index(contract_folder) as opened:
        texts = [case["quotation"] for case in CONTRACT["cases"]]
        compare(page, serve_folder(exported["cases"]), Checker(opened), texts)


CHECK_TEXT = """
async ([piece, count]) => {
  const { Index } = await import("/client/engine/index/index.js");
  const { Store } = await import("/client/engine/index/store.js");
  const { Checker } = await import("/client/check/checker.js");
  const index = await Index.open(new Store(new URL("/search/", location.href).href));
  const told = [];
  try {
    const text = piece.repeat(count);
    const signal = new AbortController().signal;
    const reports = await new Checker(index).checkText(text, (done) => told.push(done), signal);
    return { verdicts: reports.map(({ verdict }) => verdict), told };
  } catch (error) {
    return { error: error.message, remedy: error.remedy };
  }
}
"""


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        *(("Words of nobody here. ", 50_000), ("x", 1_000_000)),
        ("the keepers of ", 70_000),
        ("\ud83d\ude00 a ", 100_000),
    ],
)
def test_a_million_characters_are_refused_with_the_limit(
    page: Page, exported: dict[str, Path], serve_folder: Serve, piece: str, count: int
) -> None:
    page.goto(f"{serve_folder(exported['cases'])}/page.html")
    told = page.evaluate(CHECK_TEXT, [piece, count])
    assert told["remedy"] == "check it in parts"
    assert f"a quotation may have {number('quotation.longest')} characters" in told["error"]


def test_a_text_of_more_than_the_limit_is_refused(
    page: Page, exported: dict[str, Path], serve_folder: Serve
) -> None:
    page.goto(f"{serve_folder(exported['cases'])}/page.html")
    told = page.evaluate(CHECK_TEXT, ["“a b c d e” and ", 150_000])
    assert f"a text may have {number('quotation.longest_text')} characters" in told["error"]


@pytest.mark.parametrize("piece", ["Words of nobody here. ", "the keepers of ", "a b c d … "])
def test_as_much_as_may_be_is_checked(
    page: Page, exported: dict[str, Path], serve_folder: Serve, piece: str
) -> None:
    page.goto(f"{serve_folder(exported['cases'])}/page.html")
    count = number("quotation.longest") // len(piece)
    told = page.evaluate(CHECK_TEXT, [piece, count])
    assert len(told["verdicts"]) == 1


PASTED = tomllib.loads((HOSTILE / "pasted.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", PASTED, ids=[case["label"] for case in PASTED])
def test_whatever_is_pasted_is_checked_or_refused_with_the_limit(
    page: Page, exported: dict[str, Path], serve_folder: Serve, case: dict[str, Any]
) -> None:
    page.goto(f"{serve_folder(exported['cases'])}/page.html")
    told = page.evaluate(CHECK_TEXT, [case["piece"], case["count"]])
    if case["due"] == "checked":
        assert len(told["verdicts"]) == case["verdicts"]
    else:
        assert "may have" in told["error"]
        assert told["remedy"] == "check it in parts"


def test_an_article_of_many_quotations_tells_how_far_it_is(
    page: Page, exported: dict[str, Path], serve_folder: Serve
) -> None:
    page.goto(f"{serve_folder(exported['cases'])}/page.html")
    told = page.evaluate(CHECK_TEXT, ["He said: “nobody has ever seen this” and left.\n\n", 2_000])
    assert told["verdicts"] == ["absent"] * 2_000
    assert told["told"] == list(range(2_000))


def test_quotations_of_the_archive_are_told_as_in_python(
    page: Page,
    exported: dict[str, Path],
    opened: index.Index,
    serve_folder: Serve,
    true_and_altered: Sequence[Sample],
    made_up: Sequence[str],
    made_up_long: Sequence[str],
) -> None:
    # A way of altering after the other: some of each.
    samples = [sample.text for sample in true_and_altered[:90]]
    texts = [*samples, *made_up[:10], *made_up_long[::6]]
    compare(page, serve_folder(exported["archive"]), Checker(opened), texts)


def test_articles_are_read_as_in_python(
    page: Page, exported: dict[str, Path], serve_folder: Serve
) -> None:
    contract = Path(__file__).parents[1] / "contract" / "articles.json"
    articles = json.loads(contract.read_text("utf-8"))
    page.goto(f"{serve_folder(exported['cases'])}/page.html")
    found = page.evaluate(
        """async (articles) => {
          const { Index } = await import("/client/engine/index/index.js");
          const { Store } = await import("/client/engine/index/store.js");
          const { quotations } = await import("/client/check/article.js");
          const index = await Index.open(new Store(new URL("/search/", location.href).href));
          return articles.map((article) => quotations(article, index.analysis));
        }""",
        [case["article"] for case in articles],
    )
    assert found == [case["found"] for case in articles]
