"""What may stand under docs/, by its name and its address."""

import os
from pathlib import Path

import pytest

from consultations.errors import DocsError
from consultations.intake import require_docs
from consultations.intake.docs import SIZE_LIMIT
from consultations.publish.written import require_no_twins


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"lamps\x1b[31m.md", "that do not print"),
        (b"lamps\nof.md", "that do not print"),
        (b"caf\xe9.md", "bytes that are not UTF-8"),
        ("\u202elamps.md".encode(), "that do not print"),
        (b"CON.md", "for a device"),
        (b"lpt1.tar.txt", "for a device"),
        (b"aux/index.md", "for a device"),
        (b"of:lamps.md", "a name with"),
        (b"of\\lamps.md", "a name with"),
        (b"lamps..md", "a blank or a point at an end"),
        (b"lamps /index.md", "a blank or a point at an end"),
        (b"l" * 240 + b".md", "more than 200 bytes"),
    ],
)
def test_a_name_that_is_none_everywhere_is_refused(name: bytes, told: str, tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path / "docs") + b"/" + name))
    file.parent.mkdir(parents=True)
    file.write_text("# Lamps\n", "utf-8")
    with pytest.raises(DocsError, match=told) as refused:
        require_docs(tmp_path / "docs")
    assert refused.value.where.isprintable()


@pytest.mark.parametrize(
    "name", ["conference.md", "2.0 lamps.md", "caf\u00e9.md", ".con", "a-b_c.png"]
)
def test_other_names_may_stand(name: str, tmp_path: Path) -> None:
    tmp_path.joinpath(name).write_text("# Lamps\n", "utf-8")
    require_docs(tmp_path)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"feed.xml.md": "feed.xml/index.html"}, "folder `feed.xml`, which is a file"),
        ({"a.md": "a/index.html", "a/index.html/b.md": "a/index.html/b/index.html"}, "is a file"),
        ({"data/list.json": "data/list.json"}, "is generated that has this address"),
    ],
)
def test_a_page_stands_in_no_file(written: dict[str, str], told: str) -> None:
    with pytest.raises(DocsError, match=told):
        require_no_twins(written, {"feed.xml", "data/list.json"})


def test_a_page_that_a_build_wrote_may_be_larger_than_one_that_a_person_wrote(
    tmp_path: Path,
) -> None:
    page = tmp_path / "docs" / "texts" / "a-meeting" / "apparatus.md"
    page.parent.mkdir(parents=True)
    with page.open("wb") as written:
        written.truncate(SIZE_LIMIT + 1)
    require_docs(tmp_path / "docs", ["texts"])
    with pytest.raises(DocsError, match="larger than 20 MB"):
        require_docs(tmp_path / "docs", ["works"])
