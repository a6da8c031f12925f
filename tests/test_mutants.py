"""The changes that the mutation run makes: each is of its kind, and stands where it should."""

from pathlib import Path

import pytest
from benchmarks.mutation.mutants import mutants


def changed(text: str, kind: str, suffix: str = ".py") -> list[str]:
    found = mutants(Path(f"a{suffix}"), text)
    return [mutant.made_of(text) for mutant in found if mutant.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("comparison", "a < b == c", ["a <= b == c", "a < b != c"]),
        ("comparison", "'é' not  in b", ["'é' in b"]),
        ("boolean", "a and not b", ["a or not b", "a and b"]),
        ("boolean", "c if a else b", []),  # only inside functions
        ("clause", "a and (b or not c)", ["True and (b or not c)", "a and (b or False)"]),
        ("clause", "[a for a in b if (c := a)]", ["[a for a in b if ((c := a, True)[1])]"]),
        ("clause", "a if b else c", []),
        ("constant", "f(1, True)", ["f(2, True)", "f(1, False)"]),
        ("arithmetic", "a[n + 1]", ["a[n - 1]"]),
        ("word", "A = ['x', 'y']", ["A = ['y']", "A = ['x', ]"]),
        ("word", "A = 'see also'.split()", ["A = ' also'.split()", "A = 'see '.split()"]),
        ("word", "A = {'x': 1}", ["A = {}"]),
        ("word", "a: Literal['x', 'y'] = b", []),  # a type
        ("word", "__all__ = ['x', 'y']", []),
        ("constant", "@dataclass(frozen=True)\nclass A: pass", []),
        ("alternative", "A = r'a|(?:b|[|(]c)'", ["A = r'(?:b|[|(]c)'", "A = r'a'"]),
        ("condition", "A = r'a(?!b)'", ["A = r'a'"]),
    ],
)
def test_changes_of_a_kind(kind: str, text: str, expected: list[str]) -> None:
    assert set(expected) <= set(changed(text, kind))
    if not expected:
        assert changed(text, kind) == []


def test_an_alternative_goes_with_one_bar() -> None:
    expected = ["A = r'b|c'", "A = r'a|c'", "A = r'a|b'"]
    assert changed("A = r'a|b|c'", "alternative") == expected
    assert changed("A = r'(?:a|b)'", "alternative") == ["A = r'(?:b)'", "A = r'(?:a)'"]


def test_a_pattern_may_stand_in_several_pieces() -> None:
    text = "A = re.compile(rf'(a|{b:|}'\n  r'c\\|d)')"
    first, second = changed(text, "alternative")
    assert first == "A = re.compile(rf'({b:|}'\n  r'c\\|d)')"
    assert second == "A = re.compile(rf'(a'\n  r')')"


def test_what_an_f_string_has_in_braces_goes_with_its_alternative() -> None:
    text = "A = re.compile(rf'x(?P<y>a|{f(B | {1})}|c)')"
    assert changed(text, "alternative") == [
        "A = re.compile(rf'x(?P<y>{f(B | {1})}|c)')",
        "A = re.compile(rf'x(?P<y>a|c)')",
        "A = re.compile(rf'x(?P<y>a|{f(B | {1})})')",
    ]


def test_a_statement_and_a_condition_inside_a_function() -> None:
    text = "def f(a):\n    if a:\n        return 1\n"
    assert changed(text, "statement") == [text.replace("return 1", "pass")]
    assert changed(text, "boolean") == [text.replace("if a", "if not (a)")]


def test_words_of_lists() -> None:
    text = 'a = "x"\nb = ["y", "z"]\n'
    assert changed(text, "word", ".toml") == ['a = "x"\nb = [ "z"]\n', 'a = "x"\nb = ["y", ]\n']
