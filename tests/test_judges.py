"""Search held to its judges: a plain scan of the passages' text, and Whoosh.

A thousand runs of words and five hundred that stand nowhere, on the command line and in a real
browser; a thousand queries of the whole language, in a real browser as Whoosh answers them.
"""

import json
import random
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page
from tests.quote.scan import NUMERAL, is_inside_unit

import consultations
from consultations import export, index
from consultations.analysis import stem
from consultations.passages import SearchPassage
from consultations.settings import find_project

CLIENT = Path(consultations.__file__).parent / "client"
SEED = 5
ALL = 1_000_000

Serve = Callable[[Path], str]
Place = tuple[str, str]
"""The ids of an edition and of a passage in it."""


class Phrase(NamedTuple):
    """What is asked for, and where a scan finds it."""

    query: str
    places: list[Place]


@pytest.fixture(scope="module")
def project(archive: list[SearchPassage], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the commands find an index of the archive, and a browser its export."""
    folder = tmp_path_factory.mktemp("judges")
    shutil.copy(find_project(Path(__file__)).configuration, folder)
    (folder / "archive").mkdir()
    publish(archive, find_project(folder).cache / "index", folder)
    return folder


def publish(passages: list[SearchPassage], made: Path, folder: Path) -> None:
    """Makes their index, and what a browser needs to ask it."""
    index.write(passages, made)
    with index.Index(made) as opened:
        export.write(opened, folder / "search")
    shutil.copytree(CLIENT, folder / "client")
    (folder / "page.html").write_text("<!doctype html><title>Judges</title>", "utf-8")


# The scan: not the house's analysis, for a judge must not make its mistakes.


WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def plain_of(text: str) -> str:
    return text.lower().replace("’", "'").replace("‘", "'").replace("\u00ad", "")


def words_of(text: str) -> list[str]:
    return WORD.findall(plain_of(text))


class Scan:
    """The words of every passage, and where a run of them stands."""

    def __init__(self, archive: Sequence[SearchPassage]) -> None:
        self.texts = [((p.edition.id, p.id), f" {' '.join(words_of(p.text))} ") for p in archive]
        self._printed = [plain_of(p.text) for p in archive]

    def places(self, run: Sequence[str]) -> list[Place]:
        """Where it stands, in document order: not where it begins or ends inside a unit."""
        wanted = f" {' '.join(run)} "
        return [
            place
            for (place, text), printed in zip(self.texts, self._printed, strict=True)
            if wanted in text and stands_whole(run, printed)
        ]


def stands_whole(run: Sequence[str], printed: str) -> bool:
    """Whether a run stands in a text with both its edges outside numbers and compounds."""
    found = [match.span() for match in WORD.finditer(printed)]
    words = [printed[start:end] for start, end in found]
    size = len(run)
    return any(
        words[n : n + size] == list(run)
        and not begins_inside(printed, found[n][0], run[0])
        and not is_inside_unit(printed, found[n + size - 1][1])
        for n in range(len(words) - size + 1)
    )


def begins_inside(printed: str, at: int, first: str) -> bool:
    """Whether a run begins inside a unit where it may not: it may behind an amount's numeral."""
    behind_numeral = printed[max(at - 1, 0) : at].isspace() and not re.match(NUMERAL, first)
    return is_inside_unit(printed, at) and not behind_numeral


def runs(chance: random.Random, archive: Sequence[SearchPassage]) -> Iterator[str]:
    """Runs of 2 to 12 words as printed."""
    while True:
        words = chance.choice(archive).text.replace('"', " ").split()
        size = chance.randint(2, 12)
        if size <= len(words):
            start = chance.randint(0, len(words) - size)
            run = " ".join(words[start : start + size])
            if len(words_of(run)) > 1:
                yield run


def that_stand(archive: Sequence[SearchPassage], count: int) -> list[Phrase]:
    chance, scan = random.Random(SEED), Scan(archive)  # noqa: S311 (no secret)
    found = [
        Phrase(f'"{run}"', scan.places(words_of(run)))
        for run, _ in zip(runs(chance, archive), range(count), strict=False)
    ]
    # Few begin or end inside a number or a compound: those stand nowhere.
    assert sum(bool(phrase.places) for phrase in found) > 0.95 * count
    return found


def that_do_not(archive: Sequence[SearchPassage], count: int) -> list[Phrase]:
    """Runs turned round, or with a word changed, or with another word of the same stem."""
    chance, scan = random.Random(SEED), Scan(archive)  # noqa: S311 (no secret)
    families: dict[str, list[str]] = defaultdict(list)
    for word in sorted({word for _, text in scan.texts for word in text.split()}):
        families[stem(word)].append(word)
    found = list[Phrase]()
    for run in runs(chance, archive):
        words = words_of(run)
        at = chance.randrange(len(words))
        others = [word for word in families[stem(words[at])] if word != words[at]]
        way = len(found) % 3
        if way == 0:
            words.reverse()
        elif way == 1:
            words[at] = chance.choice(["not", "never", "zzz", chance.choice(words)])
        elif others:
            words[at] = chance.choice(others)
        if not scan.places(words):
            found.append(Phrase(f'"{" ".join(words)}"', []))
        if len(found) == count:
            return found
    raise AssertionError


@pytest.fixture(scope="module")
def phrases(archive: list[SearchPassage]) -> list[Phrase]:
    return that_stand(archive, 1_000) + that_do_not(archive, 500)


def test_a_phrase_is_found_exactly_where_a_scan_finds_it(
    project: Path, phrases: list[Phrase]
) -> None:
    with index.Index(find_project(project).cache / "index") as opened:
        for query, places in phrases:
            hits = index.search(opened, query, sort="document", limit=ALL).hits
            found = [(hit.passage.edition.id, hit.passage.id) for hit in hits]
            assert found == places, (SEED, query)


def test_the_command_finds_them_as_well(project: Path, phrases: list[Phrase]) -> None:
    command = Path(sys.executable).with_name("consultations")
    commonest = sorted(phrases, key=lambda phrase: -len(phrase.places))[:3]
    for query, places in [*commonest, *phrases[-3:]]:
        arguments = ["search", query, "--json", "--sort", "document", "--limit", str(ALL)]
        asked = subprocess.run([command, *arguments], cwd=project, capture_output=True, check=True)
        told = json.loads(asked.stdout)
        assert told["total"] == len(places), (SEED, query)
        found = [(hit["edition"], hit["passage"]) for hit in told["hits"]]
        assert found == places, (SEED, query)


ASK = """
async (questions) => {
  const worker = new Worker("/client/worker.js", { type: "module" });
  let told;
  worker.onmessage = ({ data }) => {
    if ((data.type === "answer" && !data.coming) || data.type === "failure") told(data);
  };
  worker.postMessage({ type: "open", base: new URL("/search/", location.href).href });
  const answers = [];
  let id = 0;
  for (const question of questions) {
    const found = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      id += 1;
      const answer = await new Promise((done) => {
        told = done;
        worker.postMessage({ type: "ask", id, page, ...question });
      });
      if (answer.type === "failure") throw new Error(`${question.query}: ${answer.what}`);
      found.push(...answer.hits.map((hit) => [hit.edition, hit.passage, hit.score]));
      pages = answer.pages;
      if (page === pages && found.length !== answer.total) throw new Error(question.query);
    }
    answers.push(found);
  }
  return answers;
}
"""


def asked(page: Page, address: str, questions: list[dict[str, str]]) -> list[list[list[Any]]]:
    """Of each question every passage that the browser finds, on all pages, with its score."""
    page.goto(f"{address}/page.html")
    answers: list[list[list[Any]]] = page.evaluate(ASK, questions)
    assert len(answers) == len(questions)
    return answers


def test_the_browser_finds_them_as_well(
    project: Path, phrases: list[Phrase], page: Page, serve_folder: Serve
) -> None:
    questions = [{"query": phrase.query, "sort": "document"} for phrase in phrases]
    answers = asked(page, serve_folder(project), questions)
    for (query, places), answer in zip(phrases, answers, strict=True):
        assert [(edition, passage) for edition, passage, _ in answer] == places, (SEED, query)


class Language:
    """Queries over the whole language, in the words and the values of an archive."""

    def __init__(self, archive: Sequence[SearchPassage]) -> None:
        self.chance = random.Random(SEED)  # noqa: S311 (no secret)
        self.texts = [p.text.replace('"', " ").split() for p in archive if len(p.text) > 20]
        values = {
            *(f"in:{p.edition.id}" for p in archive),
            *(f'by:"{by}"' for p in archive for by in p.edition.by),
            *(f'type:"{p.edition.type}"' for p in archive),
            *(f"kind:{p.kind}" for p in archive),
            *(f"question:{p.question}" for p in archive if p.question),
            *(f"cites:{work}" for p in archive for work in p.cites),
            *(f'about:"{name}"' for p in archive for name in p.mentions),
            *("voice:quoted", "voice:own", "year:[2009 TO]", "year:{2005 TO 2012}"),
            *(f"year:{p.edition.year}" for p in archive),
        }
        by_field: dict[str, list[str]] = defaultdict(list)
        for value in sorted(values):
            by_field[value.partition(":")[0]].append(value)
        self.values = list(by_field.values())

    def words(self, least: int, most: int) -> list[str]:
        """A run of words that stands somewhere."""
        words = self.chance.choice(self.texts)
        start = self.chance.randrange(len(words))
        found = words_of(" ".join(words[start : start + most]))
        return found[: self.chance.randint(least, most)] or ["the"]

    def leaf(self) -> str:
        chance, words = self.chance, self.words(1, 5)
        word = words[0]
        at = chance.randrange(len(word))
        return chance.choice(
            [
                word,
                word,
                f'"{" ".join(words)}"',
                f'"{" ".join(words[::2])}"~{chance.randint(2, 8)}',
                f"{word[:3]}*",
                f"{word[:2]}?{word[3:]}*",
                f"*{word[-3:]}",
                f"{word[:at]}{word[at + 1 :] or 'x'}~{chance.choice(['', '2'])}",
                "-".join(words[:2]),
                chance.choice(chance.choice(self.values)),
            ]
        )

    def query(self, depth: int = 0) -> str:
        query = ""
        for i in range(self.chance.randint(1, 3)):
            join = self.chance.choice([" ", " AND ", " OR "]) if i else ""
            alone = depth > 1 or self.chance.random() < 0.8
            part = self.leaf() if alone else f"({self.query(depth + 1)})"
            query += join + ("NOT " if self.chance.random() < 0.15 else "") + part
        return query


def test_the_browser_answers_every_query_as_whoosh_does(
    archive: list[SearchPassage], tmp_path: Path, page: Page, serve_folder: Serve
) -> None:
    # Fewer passages, for all that a query finds is compared, however common its words.
    passages = archive[::8]
    publish(passages, tmp_path / "index", tmp_path)
    language = Language(passages)
    questions = [
        {"query": language.query(), "sort": language.chance.choice(["score", "date", "document"])}
        for _ in range(1_000)
    ]
    answers = asked(page, serve_folder(tmp_path), questions)
    with index.Index(tmp_path / "index") as opened:
        for question, answer in zip(questions, answers, strict=True):
            query, sort = question["query"], question["sort"]
            hits = index.search(opened, query, sort=sort, limit=ALL).hits  # type: ignore[arg-type]  # one of the three
            expected = [[hit.passage.edition.id, hit.passage.id, hit.score] for hit in hits]
            assert answer == expected, (SEED, question)
    some = sum(0 < len(answer) < len(passages) for answer in answers)
    assert some > 500, "most queries find all, or nothing: they say little"
