"""`consultations search` and `consultations concordance`: what they print."""

import csv
import io
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from consultations import index
from consultations.cli.verbs.concordance import concordance
from consultations.cli.verbs.passages import passages
from consultations.cli.verbs.quote import quote
from consultations.cli.verbs.search import search
from consultations.errors import IndexMissingError, QueryError
from consultations.passages import SearchEdition, SearchPassage

EDITION = SearchEdition("one", "A Title", "a-body", "A Body", (), "2010-05", "response")
TEXTS = ["The cat\u202e sat.", "=A cat, a cat", "A <b>dog</b>"]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose index is built."""
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "archive").mkdir()
    passages = [
        SearchPassage(
            EDITION,
            f"p{i}",
            "paragraph",
            text,
            ("Outer", "Inner"),
            mended=((3, 4, ""),) if i == 0 else (),
            pages=("14", "15") if i == 1 else (),
        )
        for i, text in enumerate(TEXTS)
    ]
    index.write(passages, tmp_path / ".cache" / "index")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    verb = search if arguments[0] == "search" else concordance
    return CliRunner().invoke(verb, arguments[1:], catch_exceptions=True)


def test_search_prints_the_json_that_scripts_rely_on() -> None:
    data = json.loads(run("search", "cat", "--json", "--limit", "1").stdout)
    (hit,) = data["hits"]
    assert (data["query"], data["total"]) == ("cat", 2)
    assert (hit["edition"], hit["passage"], hit["excerpt"]) == ("one", "p1", "=A cat, a cat")
    assert isinstance(hit["score"], int)
    assert hit["pages"] == ["14", "15"]
    assert json.loads(run("search", "bird", "--json").stdout)["hits"] == []


def test_a_hit_and_a_quotation_say_on_which_pages_they_are_printed() -> None:
    told = run("search", '"a cat"').stdout
    assert "A Body · 2010-05 · A Title · Inner · pp. 14–15\n" in told
    assert "pages" not in json.loads(run("search", "sat", "--json").stdout)["hits"][0]
    told = CliRunner().invoke(quote, ["A cat, a cat"]).stdout
    assert "A Body, A Title, 2010-05, pp. 14–15, texts/one/#p1" in told
    found = json.loads(CliRunner().invoke(quote, ["A cat, a cat", "--json"]).stdout)
    assert [match["pages"] for match in found["matches"]] == [["14", "15"]]


def test_search_says_where_a_hit_stands_and_prints_nothing_that_acts() -> None:
    found = run("search", '"the cat sat"')
    assert "texts/one/#p0" in found.stdout
    assert "A Body · 2010-05 · A Title · Inner" in found.stdout
    assert "\\u202e" in found.stdout
    assert "\u202e" not in found.stdout
    assert "<b>dog</b>" in run("search", "dog").stdout
    assert found.stderr == "1 passage, 1 shown\n"


def test_where_nothing_is_found_something_else_is_offered() -> None:
    found = run("search", "cat bicd zz")
    assert found.stdout == ""
    assert found.stderr == "0 passages, 0 shown\n"
    assert "without “bird”: 2 passages\n" in run("search", "cat bird").stderr
    assert "with “dog”: 1 passage\n" in run("search", "dug").stderr
    told = run("search", "thecat sat", "--json")
    assert "The source has “thecat” here, mended to “The cat” (texts/one/#p0): 1 passage" in (
        told.stderr
    )
    assert json.loads(told.stdout)["hits"] == []


def test_concordance_prints_a_line_for_each_place() -> None:
    found = run("concordance", "cat", "--width", "6")
    assert [line.split("  one#")[1] for line in found.stdout.splitlines()] == ["p0", "p1", "p1"]
    data = json.loads(run("concordance", "cat", "--json", "--sort", "right").stdout)
    assert data["total"] == 3
    assert [line["right"] for line in data["lines"]] == ["", ", a cat", "\u202e sat."]
    for line in data["lines"]:
        text = TEXTS[int(line["passage"][1:])]
        assert text[line["start"] : line["end"]] == line["node"] == "cat"


def test_a_table_holds_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(run("concordance", "cat", "--csv").stdout)))
    assert [row["left"] for row in rows] == ["The ", "'=A ", "'=A cat, a "]
    assert [row["start"] for row in rows] == ["4", "3", "10"]


@pytest.mark.parametrize("verb", ["search", "concordance"])
def test_what_cannot_be_asked_is_an_error(project: Path, verb: str) -> None:
    assert isinstance(run(verb, '"open').exception, QueryError)
    (project / ".cache/index/archive.json").unlink()
    assert isinstance(run(verb, "cat").exception, IndexMissingError)
    assert run(verb).exit_code == 2


@pytest.mark.parametrize("width", ["10001", "9" * 20, "9" * 5000])
def test_a_width_that_no_line_can_have_is_wrong_usage(width: str) -> None:
    refused = run("concordance", "cat", "--width", width)
    assert refused.exit_code == 2
    assert "--width" in refused.stderr


@pytest.mark.parametrize("verb", [search, concordance, quote])
def test_what_is_no_text_is_refused_with_its_place(verb: click.Command) -> None:
    # As Python has a byte of an argument that the terminal's encoding does not have.
    refused = CliRunner().invoke(verb, ["cat \udcff", "--json"])
    assert refused.exit_code == 2
    assert "character 5" in refused.stderr


def test_a_concordance_of_no_words_is_refused() -> None:
    refused = CliRunner().invoke(concordance, ["in:one"])
    assert isinstance(refused.exception, QueryError)


def test_every_passage_is_a_line_of_json_in_document_order() -> None:
    lines = CliRunner().invoke(passages).stdout.splitlines()
    found = [json.loads(line) for line in lines]
    assert [(one["edition"], one["id"], one["text"]) for one in found] == [
        ("one", f"p{i}", text) for i, text in enumerate(TEXTS)
    ]
    assert len({tuple(one) for one in found}) == 1
