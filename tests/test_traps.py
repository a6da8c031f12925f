"""What pasted words are written in that the text is not, or the other way round.

Each case is words, the passages where they are found as a phrase, and the verdict on them as a
quotation, in both languages.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import consultations
from consultations import export, index
from consultations.index.quotation import Checker
from consultations.passages import SearchEdition, SearchPassage

CLIENT = Path(consultations.__file__).parent / "client"
CONTRACT: dict[str, Any] = json.loads(
    (Path(__file__).parent / "contract" / "traps.json").read_text("utf-8")
)

ASK = """
async (texts) => {
  const { Index } = await import("/client/engine/index/index.js");
  const { Store } = await import("/client/engine/index/store.js");
  const { Checker } = await import("/client/check/checker.js");
  const base = new URL("/search/", location.href).href;
  const checker = new Checker(await Index.open(new Store(base)));
  const worker = new Worker("/client/worker.js", { type: "module" });
  let told;
  worker.onmessage = ({ data }) => {
    if (["answer", "failure"].includes(data.type) && !data.coming) told(data);
  };
  worker.postMessage({ type: "open", base });
  const answers = [];
  for (const [id, words] of texts.entries()) {
    const answer = await new Promise((done) => {
      told = done;
      worker.postMessage({ type: "ask", id, query: `"${words}"`, sort: "document", page: 1 });
    });
    const { verdict } = await checker.check(words);
    answers.push([answer.hits.map((hit) => hit.passage), verdict]);
  }
  return answers;
}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The passages' index, what is exported of it, and the client."""
    edition = SearchEdition("traps", "Traps", None, "Us", (), "2001", "paper")
    passages = [
        SearchPassage(
            edition,
            passage["id"],
            "paragraph",
            passage["text"],
            notes=tuple((at, label) for at, label in passage.get("notes", ())),
            mended=tuple((start, end, had) for start, end, had in passage.get("mended", ())),
        )
        for passage in CONTRACT["passages"]
    ]
    folder = tmp_path_factory.mktemp("traps")
    index.write(passages, folder / "index")
    with index.Index(folder / "index") as opened:
        export.write(opened, folder / "search")
    shutil.copytree(CLIENT, folder / "client")
    (folder / "page.html").write_text("<!doctype html><title>Traps</title>", "utf-8")
    return folder


@pytest.mark.parametrize("case", CONTRACT["cases"], ids=lambda case: case["label"])
def test_no_trap_catches_search_or_the_check(folder: Path, case: dict[str, Any]) -> None:
    with index.Index(folder / "index") as opened:
        hits = index.search(opened, f'"{case["words"]}"', sort="document").hits
        assert [hit.passage.id for hit in hits] == case["found"]
        assert Checker(opened).check(case["words"]).verdict == case["verdict"]


def test_no_trap_catches_the_browser(
    folder: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    page.goto(f"{serve_folder(folder)}/page.html")
    answers = page.evaluate(ASK, [case["words"] for case in CONTRACT["cases"]])
    for case, answer in zip(CONTRACT["cases"], answers, strict=True):
        assert answer == [case["found"], case["verdict"]], case["label"]
