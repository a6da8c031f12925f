"""What `consultations quote` prints, and with what it exits."""

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from consultations import cli
from consultations.errors import ArticleError, ConsultationsError
from consultations.passages import SearchEdition

TRUE = "asked for a lighthouse, and nobody has answered them"
ALTERED = "asked for a lighthouse, and somebody has answered them"

WORD = """<?xml version="1.0"?><w:document
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p>{}<w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"""
STYLED = '<w:pPr><w:pStyle w:val="q1"/></w:pPr>'
STYLES = """<?xml version="1.0"?><w:styles
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="q1"><w:name w:val="Quote"/></w:style></w:styles>"""
TYPES = """<?xml version="1.0"?><Types
xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships
xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""
RELATIONS_OF_DOCUMENT = """<?xml version="1.0"?><Relationships
xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
Target="styles.xml"/></Relationships>"""


def word(text: str, style: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("_rels/.rels", RELATIONS)
        made.writestr("word/document.xml", WORD.format(style, text))
        made.writestr("word/_rels/document.xml.rels", RELATIONS_OF_DOCUMENT)
        made.writestr("word/styles.xml", STYLES)
    return packed.getvalue()


@pytest.fixture
def project(tmp_path: Path, contract_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an index, as working folder."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    shutil.copytree(contract_folder, tmp_path / ".cache" / "index")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.consultations, ["quote", *arguments], input=stdin)


def asked(*arguments: str, stdin: str | None = None) -> Any:
    return json.loads(run(*arguments, "--json", stdin=stdin).stdout)


@pytest.mark.parametrize(
    ("authors", "body", "byline"),
    [
        (("Jo Doe", "Ann Lee"), "Ferry Board", "Jo Doe, Ann Lee, Ferry Board"),
        (("Jo Doe", "Ann Lee"), "Jo Doe, Ann Lee", "Jo Doe, Ann Lee"),
        (("Ferry Board",), "Ferry Board", "Ferry Board"),
        ((), "Ferry Board", "Ferry Board"),
        ((), "", ""),
    ],
)
def test_authors_are_cited_with_their_body(
    authors: tuple[str, ...], body: str, byline: str
) -> None:
    assert SearchEdition("a", "Alpha", None, body, authors, "2001", "paper").byline == byline


@pytest.mark.usefixtures("project")
def test_a_true_quotation_is_told_with_its_place_and_how_to_cite_it() -> None:
    result = run(TRUE)
    assert result.exit_code == 0
    assert result.stdout.startswith("verbatim")
    assert "cite     Us, Alpha, 2001, texts/alpha/#p2" in result.stdout
    assert "the document's own" in result.stdout
    assert "searched 10 passages of 3 documents" in result.stderr


@pytest.mark.usefixtures("project")
def test_an_altered_one_is_marked_word_by_word_and_exits_with_1() -> None:
    result = run(ALTERED)
    assert result.exit_code == 1
    assert "[-somebody-]{+nobody+}" in result.stdout
    assert "negation quoted “somebody”, the text has “nobody” (changed)" in result.stdout


@pytest.mark.usefixtures("project")
def test_json_has_what_the_interface_says() -> None:
    assert asked(ALTERED) == {
        "verdict": "altered",
        "count": 1,
        "matches": [
            {
                "edition": "alpha",
                "passage": "p2",
                "start": 80,
                "end": 132,
                "text": TRUE,
                "voice": "own",
                "differences": [{"op": "changed", "given": "somebody", "found": "nobody"}],
            }
        ],
        "lookalikes": [],
        "hidden": 0,
        "searched": {"passages": 10, "documents": 3},
    }


@pytest.mark.usefixtures("project")
def test_a_dash_reads_the_quotation_from_stdin() -> None:
    assert asked("-", stdin=f"“{TRUE}”\n")["verdict"] == "verbatim"


@pytest.mark.usefixtures("project")
def test_what_stdin_holds_in_another_encoding_is_refused() -> None:
    refused = run("-", stdin=f"{TRUE} in a café".encode("latin-1")).exception
    assert isinstance(refused, ArticleError)
    assert refused.where == "stdin"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("arguments", [[], ["words", "--file", "a.txt"]])
def test_a_quotation_or_a_file_must_be_given(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("text", ["", " ", "…", "“…”", "[sic]", "• ", "[…] [sic]"])
def test_a_quotation_without_a_word_is_wrong_usage(text: str) -> None:
    for result in (run(text), run("-", stdin=text)):
        assert result.exit_code == 2
        assert "give the words that are quoted" in result.stderr


@pytest.mark.usefixtures("project")
def test_brackets_around_all_of_a_quotation_do_not_make_it_wordless() -> None:
    assert asked(f"[{TRUE}]")["verdict"] != "too-short"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_article_is_read_by_its_byte_order_mark(project: Path, name: str, encoding: str) -> None:
    (project / name).write_bytes(f"<p>So “{TRUE}”.</p>".encode(encoding))
    assert [q["verdict"] for q in asked("--file", name)["quotations"]] == ["verbatim"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_article_in_utf_16_is_read_without_its_mark(project: Path, name: str) -> None:
    (project / name).write_bytes(f"<p>So “{TRUE}”.</p>".encode("utf-16-le"))
    assert [q["verdict"] for q in asked("--file", name)["quotations"]] == ["verbatim"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "content",
    [
        f"“{TRUE}”\0".encode(),
        f"“{TRUE}”\0".encode("utf-16"),
        f"“{TRUE}”".encode("utf-16")[:-1],
    ],
)
def test_an_article_that_is_no_text_is_refused(project: Path, name: str, content: bytes) -> None:
    (project / name).write_bytes(content)
    refused = run("--file", name).exception
    assert isinstance(refused, ArticleError)
    assert refused.where == name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "They “{}”, it says.".encode()),
        (
            "b.txt",
            "The café’s keepers – all of them – say “{}”, says Zoë’s paper.".encode("cp1252"),
        ),
        ("a.md", "They *say* “{}”.\n".encode()),
        ("b.md", b"So:\n\n> {}\n"),
        ("a.html", "<script>“one two three four”</script><p>They “<em>{}</em>”.</p>".encode()),
        ("b.html", b"<p>They <q>{}</q>.</p><blockquote></blockquote>"),
        ("c.html", b"<p>They <q>{}</q> and <i>so</i> on.</p>"),
        ("d.html", b"<blockquote><p>{}</p><footer>Somebody, in 2001, of it</footer></blockquote>"),
        ("c.htm", b"<blockquote><p>{}</p></blockquote><!-- one 'two three four five' -->"),
        ("a.docx", b""),
    ],
)
@pytest.mark.parametrize("text", [TRUE, ALTERED])
def test_every_quotation_of_an_article_gets_its_verdict(
    project: Path, name: str, content: bytes, text: str
) -> None:
    file = project / name
    file.write_bytes(
        content.replace(b"{}", text.encode()) if content else word(f"They “{text}”, it says.")
    )
    (found,) = asked("--file", str(file))["quotations"]
    assert found["quotation"] == text
    assert found["verdict"] == ("verbatim" if text == TRUE else "altered")
    result = run("--file", str(file))
    assert result.exit_code == (0 if text == TRUE else 1)
    assert f"1 quotation, {int(text != TRUE)} altered or spliced" in result.stderr


def test_the_point_before_the_closing_mark_may_be_the_article_s_own(project: Path) -> None:
    (project / "a.txt").write_text(f'It says: "{TRUE}." "{ALTERED},"', "utf-8")
    verdicts = [q["verdict"] for q in asked("--file", "a.txt")["quotations"]]
    assert verdicts == ["verbatim", "altered"]
    assert "[-,-]" not in run("--file", "a.txt").stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.txt", None),
        ("a.pdf", b"%PDF"),
        ("a.txt", b"\xff\xfe\x00"),
        ("a.docx", b"no zip"),
        ("b.docx", word("x")[:-30]),
        ("b.pdf", b"some words"),
    ],
)
def test_an_article_that_cannot_be_read_is_told(
    project: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    error = run("--file", name).exception
    assert isinstance(error, ArticleError)
    assert error.where == name
    assert error.remedy


def test_a_document_that_unpacks_to_very_much_is_not_unpacked(project: Path) -> None:
    with zipfile.ZipFile(project / "a.docx", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"\0" * 20_000_001)
    error = run("--file", "a.docx").exception
    assert isinstance(error, ArticleError)
    assert "unpacks" in error.what


@pytest.mark.usefixtures("project")
def test_without_an_index_the_remedy_is_named(project: Path) -> None:
    shutil.rmtree(project / ".cache")
    error = run(TRUE).exception
    assert isinstance(error, ConsultationsError)
    assert "consultations build" in error.remedy


def test_short_ones_are_told_together_and_do_not_drown_the_others(project: Path) -> None:
    (project / "a.txt").write_text(f"A “northern mole” and “{TRUE}”, a “zebra”", "utf-8")
    result = run("--file", "a.txt")
    assert result.exit_code == 0
    assert result.stdout.index("verbatim") < result.stdout.index("too-short")
    assert "“northern mole” (2), “zebra” (0)" in result.stdout
    assert "3 quotations, 0 altered or spliced, 2 too short to be judged" in result.stderr
    assert [q["verdict"] for q in asked("--file", "a.txt")["quotations"]] == [
        *("too-short", "verbatim", "too-short")
    ]


def test_quotations_in_html_keep_what_stands_in_them(project: Path) -> None:
    (project / "a.html").write_text("<q>one <em>two</em> <q>three</q> four</q>", "utf-8")
    found = [q["quotation"] for q in asked("--file", "a.html")["quotations"]]
    assert found == ["one two ‘three’ four"]


def test_a_splice_in_an_article_exits_with_1_and_what_is_absent_with_0(project: Path) -> None:
    (project / "a.txt").write_text("“counted upon its lamp All keepers of the”", "utf-8")
    assert run("--file", "a.txt").exit_code == 1
    (project / "a.txt").write_text("“the moon is made of nothing but green cheese”", "utf-8")
    assert run("--file", "a.txt").exit_code == 0


def test_a_word_document_s_style_for_quotations_is_a_block_quotation(project: Path) -> None:
    (project / "a.docx").write_bytes(word(TRUE, STYLED))
    assert [q["verdict"] for q in asked("--file", "a.docx")["quotations"]] == ["verbatim"]


def test_what_calls_a_note_is_no_word_of_a_quotation(project: Path) -> None:
    first, rest = TRUE.split(" ", 1)
    (project / "a.md").write_text(f"They “{first}[^1] {rest}”.\n\n[^1]: Minutes.\n", "utf-8")
    (found,) = asked("--file", "a.md")["quotations"]
    assert found["quotation"] == TRUE
