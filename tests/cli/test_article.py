"""The text of an article from a page that is in another encoding than it names."""

from pathlib import Path

import pytest

from consultations.cli.article import read_article


@pytest.mark.parametrize(
    ("named", "encoding"),
    [("windows-1252", "utf-8"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1252"), ("utf-8", "utf-16")],
)
def test_a_page_is_read_in_the_encoding_that_it_is_in(
    named: str, encoding: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    words = (
        f'<html><head><meta charset="{named}"></head><body><p>The keeper’s lamp</p></body></html>'
    )
    page.write_bytes(words.encode(encoding))
    assert read_article(page).strip() == "The keeper’s lamp"
