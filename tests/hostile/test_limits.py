"""Articles that anybody may hand in: the work to read one grows with its length."""

from pathlib import Path

import pytest
from tests.work import TIMES, grows_too_fast, lines_run

from consultations.cli.article import read_article

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
