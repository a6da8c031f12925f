"""What is served: the site as it is, with a script that notices when it has become another."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.hostile.conftest import whole_project

from consultations.publish.served.live import HOST
from consultations.publish.served.serving import ServedSite, server_of
from consultations.publish.served.watching import Changes
from consultations.publish.site import build_pages, build_served

PARAGRAPHS = [f'<p id="p{n}">Paragraph {n}. {"Words and words. " * 30}</p>' for n in range(60)]


def page_of(paragraphs: list[str]) -> str:
    return f"<!doctype html><body><main>{''.join(paragraphs)}</main></body>"


@pytest.fixture
def site(tmp_path: Path) -> ServedSite:
    (tmp_path / "1" / "a").mkdir(parents=True)
    (tmp_path / "1" / "a" / "index.html").write_text(page_of(PARAGRAPHS), encoding="utf-8")
    (tmp_path / "1" / "404.html").write_text(page_of(["Not here."]), encoding="utf-8")
    (tmp_path / "1" / "data.json").write_text("{}", encoding="utf-8")
    return ServedSite(tmp_path / "1")


@pytest.fixture
def address(site: ServedSite) -> Iterator[tuple[str, int]]:
    server = server_of(site, HOST, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield HOST, server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def get(address: tuple[str, int], path: str) -> tuple[int, str]:
    connection = HTTPConnection(*address, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def state_of(page: str) -> str:
    found = re.search(r'data-state="(\w+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("path", "status", "has"),
    [
        ("/a/", 200, "Paragraph 1."),
        ("/a/?query=x", 200, "Paragraph 1."),
        ("/data.json", 200, "{}"),
        ("/served/served.js", 200, "location.reload"),
        ("/b/", 404, "Not here."),
        ("/a/../../secret.html", 404, "Not here."),
        ("/%2e%2e/secret.html", 404, "Not here."),
    ],
)
def test_each_path_is_answered(
    address: tuple[str, int], site: ServedSite, path: str, status: int, has: str
) -> None:
    site.folder.with_name("secret.html").write_text("secret", encoding="utf-8")
    answered, body = get(address, path)
    assert (answered, has in body) == (status, True)


def test_a_page_learns_that_it_has_changed_and_another_does_not(
    address: tuple[str, int], site: ServedSite, tmp_path: Path
) -> None:
    before = {path: state_of(get(address, path)[1]) for path in ("/a/", "/b/")}
    (tmp_path / "2" / "a").mkdir(parents=True)
    (tmp_path / "2" / "a" / "index.html").write_text(page_of(["Another."]), encoding="utf-8")
    (tmp_path / "2" / "404.html").write_bytes((site.folder / "404.html").read_bytes())
    answers: list[str] = []
    asked = f"/served/changed?page=/a/&state={before['/a/']}"
    waiting = threading.Thread(target=lambda: answers.append(get(address, asked)[1]))
    waiting.start()
    site.show(tmp_path / "2")
    waiting.join()
    after = {path: state_of(get(address, path)[1]) for path in ("/a/", "/b/")}
    assert answers == [after["/a/"]]
    assert after["/a/"] != before["/a/"]
    assert after["/b/"] == before["/b/"], "no page is loaded again for nothing"


def test_what_went_wrong_stands_on_every_page_as_text_until_it_is_mended(
    address: tuple[str, int], site: ServedSite
) -> None:
    before = state_of(get(address, "/a/")[1])
    site.fail("record.toml: <b>no title</b>")
    page = get(address, "/a/")[1]
    assert "&lt;b&gt;no title" in page
    assert state_of(page) != before
    site.show(site.folder)
    assert state_of(get(address, "/a/")[1]) == before


def test_the_pages_that_browsers_have_are_known_the_newest_first(
    address: tuple[str, int], site: ServedSite
) -> None:
    for name in ("b", "c", "d"):
        (site.folder / name).mkdir()
        (site.folder / name / "index.html").write_text(page_of([name]), encoding="utf-8")
    for path in ("/a/", "/b/", "/data.json", "/nowhere/", "/c/", "/b/", "/d/"):
        get(address, path)
    assert site.looked_at == ("d/", "b/", "c/")


def test_a_page_that_is_loaded_again_keeps_its_place(
    page: Page, address: tuple[str, int], site: ServedSite
) -> None:
    page.goto(f"http://{address[0]}:{address[1]}/a/#p20")
    top = "document.getElementById('p22').getBoundingClientRect().top"
    page.evaluate(f"scrollBy({{top: {top} - 30, behavior: 'instant'}})")
    stood = page.evaluate(top)
    # What stands above has grown, and the passage that was uppermost has got another id.
    grown = [*PARAGRAPHS[:5], *PARAGRAPHS[:5], *PARAGRAPHS[5:]]
    changed = [one.replace('id="p21"', 'id="q21"') for one in grown]
    (site.folder / "a" / "index.html").write_text(page_of(changed), encoding="utf-8")
    site.show(site.folder)
    page.wait_for_selector("#q21")
    page.wait_for_function(f"Math.abs({top} - {stood}) < 2")
    assert page.evaluate("location.hash") == "#p20"


def test_pages_built_first_are_those_of_the_whole_build(tmp_path: Path) -> None:
    made = whole_project(tmp_path / "project")
    made.document("another-meeting")
    here = "http://127.0.0.1:1/"
    build_served(made.root, tmp_path / "site", here)
    source = made.root / "archive" / "a-meeting" / "source.md"
    words = source.read_text(encoding="utf-8").split("\n")
    line, word = next((n, w) for n, t in enumerate(words, 1) for w in t.split() if w.isalpha())
    made.put(
        "archive/a-meeting/errata.toml",
        f'[[erratum]]\nline = {line}\nbefore = "{word}"\nafter = "Zyxian"\n'
        'kind = "other"\nreason = "A try."\n',
    )
    page = Path("texts/a-meeting/index.html")
    build_pages(made.root, tmp_path / "site", here, ["texts/a-meeting/"])
    first = (tmp_path / "site" / page).read_text(encoding="utf-8")
    build_served(made.root, tmp_path / "whole", here)
    assert "Zyxian" in first
    assert first == (tmp_path / "whole" / page).read_text(encoding="utf-8")


CODE = """
import sys
from pathlib import Path
from consultations.publish import plugin
from consultations.publish.served.modules import forget_changed
rules = sys.modules["consultations.rules"]
before = {name: sys.modules[name] for name in sys.modules if name.startswith("consultations")}
forget_changed([Path(sys.modules[sys.argv[1]].__file__)])
gone = sorted(name for name in before if name not in sys.modules)
from consultations.publish import plugin as again
assert again is not plugin and sys.modules[sys.argv[1]] is not before[sys.argv[1]]
from consultations import rules, pipeline
assert rules is sys.modules["consultations.rules"] and pipeline.prepare is not None
print(*gone)
"""


@pytest.mark.parametrize(
    ("changed", "goes", "stays"),
    [
        (
            "consultations.rules.lines.rulings",
            "consultations.rules",
            "consultations.annotate",
        ),
        (
            "consultations.rules.lines.rulings",
            "consultations.cache",
            "consultations.english",
        ),
        ("consultations.pages.edition.marks", "consultations.preview", "consultations.rules"),
        ("consultations.english.kinds", "consultations.annotate", "consultations.model.text"),
    ],
)
def test_code_that_changed_is_forgotten_with_what_needs_it_and_no_more(
    changed: str, goes: str, stays: str
) -> None:
    command = [sys.executable, "-c", CODE, changed]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    gone = done.stdout.split()
    assert {changed, goes, "consultations.publish.plugin"} <= set(gone)
    assert stays not in gone


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Changes]]:
    for name in ("project/archive/a-paper", "project/docs/texts", "program/__pycache__"):
        (tmp_path / name).mkdir(parents=True)
    changes = Changes(tmp_path / "project", tmp_path / "program")
    yield tmp_path, changes
    changes.stop()


def test_what_a_person_changes_is_noticed_and_what_a_build_writes_is_not(
    watched: tuple[Path, Changes],
) -> None:
    root, changes = watched
    ours = [
        "project/archive/a-paper/permalinks.tsv",
        "project/archive/ids.toml",
        "project/docs/texts/index.md",
        "project/docs/.about.md.swp",
        "project/notes.txt",
        "program/__pycache__/rule.pyc",
    ]
    persons = [
        "program/rule.py",
        "project/archive/a-paper/errata.toml",
        "project/docs/about.md",
        "project/mkdocs.yml",
    ]
    for name in [*ours, *persons]:
        (root / name).write_text("changed", encoding="utf-8")
    noticed: set[str] = set()
    for _ in range(50):
        noticed |= {path.relative_to(root).as_posix() for path in changes.take(0.2)}
        if noticed >= set(persons):
            break
    assert noticed == set(persons)


def test_a_file_that_is_taken_away_is_noticed(watched: tuple[Path, Changes]) -> None:
    root, changes = watched
    file = root / "project" / "archive" / "a-paper" / "stet.toml"
    file.write_text("", encoding="utf-8")
    while not changes.take(10):
        pass
    file.unlink()
    assert changes.take(10) == [file]
