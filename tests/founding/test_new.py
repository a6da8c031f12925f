"""An archive of another debate works at once, from a wheel as from the sources."""

import json
import lzma
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from consultations.errors import FoundingError
from consultations.founding import found_archive
from consultations.intake.authority import read_authority

ROOT = Path(__file__).parent.parent.parent
LETTER = "# Letter to the Board\n\nWe welcome the plan, and we have two doubts about it.\n"


def run(root: Path, package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, of a package that stands in a folder."""
    start = "from consultations.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as its wheel has it, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_bytes((ROOT / name).read_bytes())
    (source / "scripts").mkdir()
    for path in (ROOT / "scripts" / "consultations").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            target = source / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*command, "-w", folder, source], check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    with zipfile.ZipFile(made) as files:
        files.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_from_the_wheel_a_new_archive_builds_and_takes_a_document_in(
    wheel: Path, tmp_path: Path
) -> None:
    assert run(tmp_path, wheel, "new", "debate", "--title", "The Harbour Debate").returncode == 0
    root = tmp_path / "debate"
    built = run(root, wheel, "build")
    assert built.returncode == 0, built.stderr
    checked = run(root, wheel, "check")
    assert checked.returncode == 0, checked.stderr
    assert "The Harbour Debate" in (root / "site" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    added = run(root, wheel, "add", "../letter.txt", "--date", "2011", "--rights", "The Board's.")
    assert added.returncode == 0, added.stderr
    assert run(root, wheel, "build").returncode == 0
    assert run(root, wheel, "check").returncode == 0
    found = run(root, wheel, "search", '"two doubts"', "--json")
    assert '"total": 1' in found.stdout


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
            assert name not in path.read_text(encoding="utf-8"), path


def test_a_title_is_text_wherever_it_stands(tmp_path: Path) -> None:
    found_archive(tmp_path / "a", 'A <b> "title": *of* {{version}} & #1', "9.9")
    page = (tmp_path / "a" / "docs" / "index.md").read_text(encoding="utf-8")
    assert '# A &lt;b&gt; "title": \\*of\\* \\{\\{version\\}\\} &amp; \\#1' in page
    settings = (tmp_path / "a" / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_name: "A <b> \\"title\\": *of* {{version}} & #1"\n' in settings


def test_examples_of_authorities_can_be_taken_as_they_are(tmp_path: Path) -> None:
    found_archive(tmp_path / "a", "A debate", "9.9")
    for file in (tmp_path / "a" / "archive" / "authority").iterdir():
        lines = file.read_text(encoding="utf-8").split("\n")
        first = next(n for n, line in enumerate(lines) if line.startswith("# ["))
        file.write_text("\n".join(line.removeprefix("#").lstrip() for line in lines[first:]))
    assert len(read_authority(tmp_path / "a" / "archive").entities) == 4


@pytest.mark.parametrize("title", ["", " ", "a\nb", "x" * 201])
def test_what_cannot_be_is_refused_and_nothing_is_left(tmp_path: Path, title: str) -> None:
    with pytest.raises(FoundingError):
        found_archive(tmp_path / "a", title, "9.9")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FoundingError):
        found_archive(tmp_path / "full", "A debate", "9.9")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["full", "letter.txt"]


@pytest.fixture(scope="module")
def contacted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built archive that names whom to write to, of one document of which an edition is kept."""
    base = tmp_path_factory.mktemp("contacted")
    package = ROOT / "scripts"
    new = ("new", "debate", "--title", "The Debate", "--contact", "Rights@example.org")
    assert run(base, package, *new).returncode == 0
    root = base / "debate"
    (root / "letter.md").write_text(LETTER)
    add = ("add", "letter.md", "--id", "letter-2012", "--date", "2012", "--type", "letter")
    assert run(root, package, *add, "--rights", "Made up.").returncode == 0
    for command in ("build", "release", "build"):
        done = run(root, package, command)
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
    done = run(tmp_path, ROOT / "scripts", *new)
    assert done.returncode == 2
    assert "it must be an e-mail address" in done.stderr
    assert not (tmp_path / "debate").exists()


def test_an_archive_without_a_contact_says_how_to_name_one(tmp_path: Path) -> None:
    done = run(tmp_path, ROOT / "scripts", "new", "debate", "--title", "The Debate")
    assert "say there, as `contact`, whom to write to" in done.stdout
    assert "# contact: editors@" in (tmp_path / "debate/mkdocs.yml").read_text("utf-8")
