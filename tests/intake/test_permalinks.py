"""The file of ids given reads back as it was written, and is refused where it was spoilt."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.errors import EditorError
from consultations.intake import PERMALINKS, as_text, read_permalinks
from consultations.model.permalink import Permalink

words = st.lists(st.text("abcé0", min_size=1, max_size=5), max_size=6).map(" ".join)
links = st.builds(
    Permalink,
    id=st.from_regex(r"p[0-9a-z]{6}(-[1-9][0-9]?)?", fullmatch=True),
    state=st.just("here"),
    words=st.integers(0, 10_000),
    opening=words,
    closing=words,
    middle=words,
)
HEADER = "id\tstate\twords\topening\tclosing\tnote\n"  # as it was before the middle was kept


def put(archive: Path, text: str) -> Path:
    (archive / "x").mkdir(exist_ok=True)
    (archive / "x" / PERMALINKS).write_text(text, encoding="utf-8")
    return archive


@given(st.lists(links, unique_by=lambda link: link.id))
def test_what_is_written_reads_back(
    tmp_path_factory: pytest.TempPathFactory, given_: list[Permalink]
) -> None:
    archive = put(tmp_path_factory.mktemp("archive"), as_text(given_))
    assert list(read_permalinks(archive, "x")) == given_


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("id\tstate\n", 1),
        (HEADER + "pabc123\there\t3\ta b c\n", 2),
        (HEADER + "pabc123\tlost\t3\ta b c\ta b c\t\n", 2),
        (HEADER + "pabc123\there\tthree\ta b c\ta b c\t\n", 2),
        (HEADER + "pabc123\tgone\t3\ta b c\ta b c\t\n", 2),
        (HEADER + 2 * "pabc123\there\t3\ta b c\ta b c\t\n", 3),
    ],
)
def test_a_spoilt_file_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(EditorError) as refused:
        read_permalinks(put(tmp_path, text), "x")
    assert refused.value.where == f"{tmp_path.name}/x/{PERMALINKS}:{line}"


def test_no_file_is_no_ids(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert read_permalinks(tmp_path, "x") == ()


def test_a_file_without_middles_is_still_read(tmp_path: Path) -> None:
    (link,) = read_permalinks(put(tmp_path, HEADER + "pabc123\there\t3\ta b c\ta b c\t\n"), "x")
    assert (link.opening, link.middle, link.closing) == ("a b c", "", "a b c")
