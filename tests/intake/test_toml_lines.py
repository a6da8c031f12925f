import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.intake.validation.toml_lines import KeyPath, key_lines, nearest_line

FILE = '''
# [not.a.table]
title = "a = b # no comment" # a comment
"odd key".inner = 1
list = [ # opens
    "x = 1",
    "[y]",
]
long = """
key = 1
[table]
""\\"""""
literal = \'\'\'
other = 1\'\'\'
[table]
point = { x = 1, y = [1, 2] }
[ table . "in.ner" ]
deep = 1
[[many]]
name = "first"
[[many]]
name = "second"
[[many.part]]
a = 1
[[many.part]]
a = 2
[many.sub]
b = 1
'''

PLACES: list[tuple[KeyPath, int]] = [
    (("title",), 3),
    (("odd key", "inner"), 4),
    (("list",), 5),
    (("long",), 9),
    (("literal",), 13),
    (("table",), 15),
    (("table", "point"), 16),
    (("table", "in.ner"), 17),
    (("table", "in.ner", "deep"), 18),
    (("many",), 19),
    (("many", 0), 19),
    (("many", 0, "name"), 20),
    (("many", 1), 21),
    (("many", 1, "name"), 22),
    (("many", 1, "part", 0, "a"), 24),
    (("many", 1, "part", 1, "a"), 26),
    (("many", 1, "sub"), 27),
    (("many", 1, "sub", "b"), 28),
]


@pytest.mark.parametrize(("key", "line"), PLACES, ids=str)
def test_a_key_is_found_on_its_line(key: KeyPath, line: int) -> None:
    assert key_lines(FILE)[key] == line


def test_only_keys_are_found() -> None:
    tomllib.loads(FILE)
    assert {key for key, _ in PLACES} | {("many", 1, "part"), ("many", 1, "part", 0)} | {
        ("many", 1, "part", 1)
    } == set(key_lines(FILE))


def test_line_ends_of_windows_count_once() -> None:
    assert key_lines("a = 1\r\n\r\nb = 2\r\n")[("b",)] == 3


@pytest.mark.parametrize(
    ("key", "line"),
    [(("table", "point", "x"), 16), (("list", 1), 5), (("nowhere", 1), 1), ((), 1)],
    ids=str,
)
def test_what_has_no_line_has_that_of_what_is_around_it(key: KeyPath, line: int) -> None:
    assert nearest_line(key_lines(FILE), key) == line


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


@given(st.lists(st.tuples(st.text("ab.=[\"'#", min_size=1), WORDS), unique_by=lambda p: p[0]))
def test_every_key_stands_where_it_was_written(pairs: list[tuple[str, str]]) -> None:
    def quoted(text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    text = "".join(f"{quoted(key)} = {quoted(value)}\n" for key, value in pairs)
    assert list(tomllib.loads(text).values()) == [value for _, value in pairs]
    expected = {(key,): line for line, (key, _) in enumerate(pairs, start=1)}
    assert key_lines(text) == expected
