"""An archive of another debate works at once, from a wheel as from the sources."""

import json
import lzma
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from site import getsitepackages

import frictionless
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from consultations.errors import FoundingError
from consultations.founding import Program, found_archive, program
from consultations.intake.authority import read_authority

ROOT = Path(__file__).parent.parent.parent
PROGRAM = Program("consultations==9.9")
OF_THE_DEBATE = re.compile(
    r"\b(?:recover(?:y|ies)|addict\w*|drug\w*|methadone|abstinence)\b", re.IGNORECASE
)
LETTER = "# Letter to the Board\n\nWe welcome the plan, and we have two doubts about it.\n"


def run(root: Path, command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """A command in a folder."""
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def of_sources(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, of the package as it stands here."""
    start = "from consultations.cli import main; main()"
    return run(root, [sys.executable, "-c", start, *arguments])


def installed(wheel: Path | str, root: Path, venv: Path) -> Path:
    """The command of a wheel, named from a folder, installed in an environment of its own.

    What the wheel needs stands in the environment of this process; no index is asked for anything.
    """
    made = run(root, [sys.executable, "-m", "venv", "--without-pip", venv])
    assert made.returncode == 0, made.stderr
    (site,) = venv.glob("lib/python*/site-packages")
    (site / "beside.pth").write_text("".join(f"{path}\n" for path in getsitepackages()))
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        venv / "bin/python",
        "--no-input",
        "install",
    ]
    done = run(
        root, [*pip, "-q", "--no-index", "--no-deps", "--ignore-installed", *str(wheel).split()]
    )
    assert done.returncode == 0, done.stderr
    return venv / "bin/consultations"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a wheel, made as the guide says."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_bytes((ROOT / name).read_bytes())
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "scripts", source / "scripts", ignore=ignored)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*command, "-w", folder, source], check=True, capture_output=True)
    shutil.rmtree(source)
    (made,) = folder.glob("*.whl")
    return made


def files_of(wheel: Path) -> dict[str, bytes]:
    """What a wheel holds of the package, without what says who made the wheel."""
    with zipfile.ZipFile(wheel) as files:
        assert files.testzip() is None
        return {name: files.read(name) for name in files.namelist() if "dist-info/" not in name}


def test_from_the_wheel_a_new_archive_builds_and_takes_a_document_in(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    command = installed(wheel, tmp_path, tmp_path / "venv")
    new = run(tmp_path, [command, "new", "debate", "--title", "The Harbour Debate"])
    assert new.returncode == 0, new.stderr
    root = tmp_path / "debate"
    # Whoever has the archive has the program too: its requirements name the wheel that goes along.
    (carried,) = (root / "wheels").iterdir()
    assert f"./wheels/{carried.name}" in (root / "requirements.txt").read_text("utf-8").split("\n")
    assert files_of(carried) == files_of(wheel)
    assert str(tmp_path) not in (root / "requirements.txt").read_text("utf-8")
    command = installed("-r requirements.txt", root, tmp_path / "another")
    shutil.rmtree(tmp_path / "venv")
    for verb in ("build", "check"):
        done = run(root, [command, verb])
        assert done.returncode == 0, done.stderr
    assert "The Harbour Debate" in (root / "site" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    add = ["add", "../letter.txt", "--date", "2011", "--rights", "The Board's."]
    for said in (add, ["build"], ["check"]):
        done = run(root, [command, *said])
        assert done.returncode == 0, done.stderr
    assert '"total": 1' in run(root, [command, "search", '"two doubts"', "--json"]).stdout


class Noted:
    """An installed package of which pip has noted where it came from."""

    version = "9.9"

    def __init__(self, noted: object) -> None:
        self._noted = noted

    def read_text(self, name: str) -> str | None:
        if name == "direct_url.json":
            return None if self._noted is None else json.dumps(self._noted)
        return "Name: consultations\n" if name == "METADATA" else None


COMMIT = {"vcs": "git", "commit_id": "ab" * 20}


@pytest.mark.parametrize(
    ("noted", "requirement"),
    [
        (None, "consultations==9.9"),
        (
            {"url": "https://git.example/a/b.git", "vcs_info": COMMIT},
            f"consultations @ git+https://git.example/a/b.git@{'ab' * 20}",
        ),
        (
            {"url": "https://a.example/c.whl", "archive_info": {"hash": "sha256=00"}},
            "consultations @ https://a.example/c.whl#sha256=00",
        ),
        ({"url": "https://me:secret@git.example/a/b.git", "vcs_info": COMMIT}, None),
        ({"url": "file:///home/me/clone", "vcs_info": COMMIT}, None),
        ({"url": "file:///home/me/clone", "dir_info": {"editable": True}}, None),
        ({"url": "file:///home/me/c.whl", "archive_info": {}}, None),
    ],
)
def test_requirements_name_what_others_can_get_too(
    monkeypatch: pytest.MonkeyPatch, noted: object, requirement: str | None
) -> None:
    monkeypatch.setattr(program, "distribution", lambda _: Noted(noted))
    made = program.this_program()
    carried = "./wheels/consultations-9.9-py3-none-any.whl"
    assert made.requirement == (requirement or carried)
    assert (made.wheel is None) == (requirement is not None)
    assert made == program.this_program(), "the same bytes each time"


def test_nothing_of_this_archive_is_in_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")[0].partition(": ")[2]
    assert name not in project["description"]
    for path in (ROOT / "scripts" / "consultations").rglob("*"):
        if (
            path.is_file()
            and "__pycache__" not in path.parts
            and path.suffix not in (".png", ".woff2", ".xz")
        ):
            text = path.read_text(encoding="utf-8")
            assert name not in text, path
            # Nor an example from it: what this debate is about stands in lists of English words.
            if path.suffix in (".py", ".md", ".html", ".yml"):
                assert not OF_THE_DEBATE.search(text), path


def test_a_title_is_text_wherever_it_stands(tmp_path: Path) -> None:
    found_archive(tmp_path / "a", 'A <b> "title": *of* {{program}} & #1', PROGRAM)
    page = (tmp_path / "a" / "docs" / "index.md").read_text(encoding="utf-8")
    assert '# A &lt;b&gt; "title": \\*of\\* \\{\\{program\\}\\} &amp; \\#1' in page
    settings = (tmp_path / "a" / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_name: "A <b> \\"title\\": *of* {{program}} & #1"\n' in settings


def test_examples_of_authorities_can_be_taken_as_they_are(tmp_path: Path) -> None:
    found_archive(tmp_path / "a", "A debate", PROGRAM)
    for file in (tmp_path / "a" / "archive" / "authority").iterdir():
        lines = file.read_text(encoding="utf-8").split("\n")
        first = next(n for n, line in enumerate(lines) if line.startswith("# ["))
        file.write_text("\n".join(line.removeprefix("#").lstrip() for line in lines[first:]))
    assert len(read_authority(tmp_path / "a" / "archive").entities) == 4


@pytest.mark.parametrize("title", ["", " ", "a\nb", "x" * 201])
def test_what_cannot_be_is_refused_and_nothing_is_left(tmp_path: Path, title: str) -> None:
    with pytest.raises(FoundingError):
        found_archive(tmp_path / "a", title, PROGRAM)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FoundingError):
        found_archive(tmp_path / "full", "A debate", PROGRAM)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["full", "letter.txt"]


@pytest.fixture(scope="module")
def contacted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built archive that names whom to write to, of one document of which an edition is kept."""
    base = tmp_path_factory.mktemp("contacted")
    new = ("new", "debate", "--title", "The Debate", "--contact", "Rights@example.org")
    assert of_sources(base, *new).returncode == 0
    root = base / "debate"
    (root / "letter.md").write_text(LETTER)
    add = ("add", "letter.md", "--id", "letter-2012", "--date", "2012", "--type", "letter")
    assert of_sources(root, *add, "--rights", "Made up.").returncode == 0
    for command in ("build", "release", "build"):
        done = of_sources(root, command)
        assert done.returncode == 0, done.stderr
    return root / "site"


def test_whom_to_write_to_is_a_link_on_each_page(contacted: Path) -> None:
    pages = sorted(contacted.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        assert '<a href="mailto:Rights@example.org">Contact</a>' in page.read_text("utf-8"), page
    for path in ("", "apparatus/", "edition-1/"):
        text = (contacted / "texts/letter-2012" / path / "index.html").read_text("utf-8")
        assert '<a href="mailto:Rights@example.org">Write to the archive</a>' in text


def test_the_navigation_leads_to_no_index_without_entries(contacted: Path) -> None:
    for page in ("index.html", "texts/letter-2012/index.html", "themes/index.html"):
        text = (contacted / page).read_text("utf-8")
        assert ">Documents</a>" in text, page
        assert ">Themes</a>" not in text, page
    assert (contacted / "questions/index.html").is_file()


def test_where_nothing_is_answered_the_front_page_has_no_column_of_answers(
    contacted: Path,
) -> None:
    front = BeautifulSoup((contacted / "index.html").read_text("utf-8"), "lxml")
    heads = [head.get_text() for head in front.select(".chronicle thead th")]
    assert heads == ["Date", "Document", "Words"]
    assert all(len(row.select("td, th")) == 3 for row in front.select(".chronicle tr"))
    assert "answer no consultation" not in front.get_text()


def test_whom_to_write_to_stands_in_the_data(contacted: Path) -> None:
    package = json.loads((contacted / "data/datapackage.json").read_text("utf-8"))
    assert package["contributors"] == [
        {"title": "The Debate", "role": "maintainer", "email": "Rights@example.org"}
    ]
    tei = etree.parse(contacted / "data/tei/letter-2012.xml")
    schema = lzma.decompress((ROOT / "tests/data/tei_all.rng.xz").read_bytes())
    etree.RelaxNG(etree.fromstring(schema)).assertValid(tei)
    edition = tei.findtext(".//{*}editionStmt/{*}edition")
    assert edition is not None
    assert edition.startswith("edition 1 (release 1, ")
    assert tei.find(".//{*}availability//{*}ref").get("target") == "mailto:Rights@example.org"
    assert "(mailto:Rights@example.org)" in (contacted / "llms.txt").read_text("utf-8")


def test_its_data_package_is_valid_though_some_tables_have_no_row(contacted: Path) -> None:
    assert (contacted / "data/gaps.jsonl").read_bytes() == b""
    report = frictionless.validate(str(contacted / "data/datapackage.json"))
    assert report.valid, report.flatten(["name", "note"])
    assert {"gaps", "passages", "passages-lines"} <= {task.name for task in report.tasks}


def test_what_is_made_for_elsewhere_is_not_committed(contacted: Path) -> None:
    root = contacted.parent
    assert list(root.glob("dist/*/*.zip"))
    run(root, ["git", "init", "-q"])
    untracked = run(root, ["git", "status", "--porcelain"]).stdout.split("\n")
    assert "?? releases/" in untracked
    assert not {"?? dist/", "?? site/", "?? .cache/"} & set(untracked)


def test_about_says_what_an_archive_owes_its_readers(contacted: Path) -> None:
    about = (contacted / "about/index.html").read_text("utf-8")
    for part in ("purpose", "method", "editorial-principles", "rights", "corrections", "removal"):
        assert f'<h2 id="{part}">' in about
    assert '<h2 id="figures">' in about
    assert "Recovery" not in about


@pytest.mark.parametrize(
    "contact", ["javascript:alert(1)", "a b@example.org", "mailto:a@b.org", "//x"]
)
def test_a_contact_that_cannot_be_followed_is_refused(tmp_path: Path, contact: str) -> None:
    new = ("new", "debate", "--title", "The Debate", "--contact", contact)
    done = of_sources(tmp_path, *new)
    assert done.returncode == 2
    assert "it must be an e-mail address" in done.stderr
    assert not (tmp_path / "debate").exists()


def test_an_archive_without_a_contact_says_how_to_name_one(tmp_path: Path) -> None:
    done = of_sources(tmp_path, "new", "debate", "--title", "The Debate")
    assert "say there, as `contact`, whom to write to" in done.stdout
    assert "# contact: editors@" in (tmp_path / "debate/mkdocs.yml").read_text("utf-8")
