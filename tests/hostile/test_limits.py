"""Articles and pages that anybody may hand in: the work to read one grows with its length."""

from pathlib import Path

import pytest
from tests.intake.readers.raw_pdf import one_page, pdf_of, stream
from tests.work import TIMES, grows_too_fast, lines_run

from consultations.cli.article import read_article
from consultations.english.site_words import PARTED
from consultations.intake.readers.child import read

SHORT = 500
PIECES = [
    *("[", "![[]()", "[a](", "*a ", "*a", "_a*", "a**b", "`", "``a`", "<", "<!--", "<b>", "&"),
    *("> ", "- ", "1. ", "|a", "| a |\n| - |\n", "[^1]", "[^1]: a\n", "[a]: b\n", "[a]: <"),
    *("http://", "a@b.c ", "# ", "#\n", "===\n", "~~~\n", "<p>", "</p>", "<q>", "<blockquote>"),
    *("“a ", "word ", "word\n", "word\n\n", "> a\n\n", "- a\n\n    b\n\n", "\\", "\t"),
]


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_an_article_is_read_with_work_that_grows_with_its_length(
    piece: str, tmp_path: Path
) -> None:
    def lines(length: int) -> int:
        file = tmp_path / "article.md"
        file.write_text(f"# Article\n\n{piece * (length // len(piece))}\n", "utf-8")
        return lines_run(read_article, file).lines

    lines(100)
    short, long = lines(SHORT), lines(SHORT * TIMES)
    assert not grows_too_fast(short, long), (short, long)


def test_a_page_of_which_one_sign_is_many_letters_is_read_with_work_that_grows_so(
    tmp_path: Path,
) -> None:
    def lines(count: int) -> int:
        letters = b"1 beginbfchar <41> <%s> endbfchar" % (b"0041" * count)
        table = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange %s endcmap" % letters
        objects = one_page(b"BT /F1 11 Tf 72 700 Td (A word) Tj ET") | {
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            6: stream(table),
        }
        file = tmp_path / "source.pdf"
        file.write_bytes(pdf_of(objects))
        run = lines_run(read, file, "pdf")
        assert run.made.text.count("A") > count // 2
        return run.lines

    lines(10)
    short, long = lines(100), lines(100 * TIMES)
    assert not grows_too_fast(short, long), (short, long)


def test_blanks_between_the_links_of_a_site_part_nothing_by_themselves() -> None:
    assert PARTED.split("Lamps \t | Oil•Paint   Home |") == ["Lamps", "Oil", "Paint   Home", ""]
