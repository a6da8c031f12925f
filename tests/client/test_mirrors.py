"""What both languages have is written in words that both understand alike."""

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import rjsmin

import consultations

HOUSE = Path(consultations.__file__).parent
CLASSES = {"analysis/characters.py", "engine/analysis/characters.js"}
"""The two that say what the classes mean."""

IN_STRINGS = re.compile(r"\\[sSwWdDbB]|\$|\(\?[a-z]*i")
"""A class of characters that Python and JavaScript fill differently, or a `$`, which in Python is
true before a last line break too."""
METHODS = {"strip", "lstrip", "rstrip", "split", "splitlines"}
"""Without an argument they ask the language what white space is."""
QUESTIONS = {"isspace", "isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "istitle"}
FLAGS = {"IGNORECASE", "I", "MULTILINE", "M", "DOTALL", "S", "ASCII", "A"}
IN_JAVASCRIPT = re.compile(
    r"""
    \\[sSwWdDbB]                                              # /\s+/
    | \.trim(?:Start|End)?\(                                  # text.trim()
    | (?<=[^\s/"])/[dguvy]*[ims][dgimsuvy]*(?=[.,;)\n])       # /[a-z]/iu
    | `,\s?"[dguvy]*[ims][dgimsuvy]*"[,)]                     # new RegExp(`${a}`, "iu")
    """,
    re.VERBOSE,
)

SCRIPT = re.compile(r"\bclient/[a-z_/]+\.js\b")
"""A script of the client, as a docstring names the one that mirrors its module."""

MIRRORS = tomllib.loads(Path(__file__).with_name("mirrors.toml").read_text("utf-8"))
PAIRS = [
    (f"{room}/{one}", other) for room, pairs in MIRRORS.items() for one, other in pairs.items()
]


def meant_differently(code: str) -> Iterator[str]:
    """What Python code asks of the language that JavaScript answers otherwise."""
    tree = ast.parse(code)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield from IN_STRINGS.findall(node.value)
        if isinstance(node, ast.Attribute) and node.attr in QUESTIONS | FLAGS:
            yield node.attr
        if isinstance(node, ast.Call) and not node.args and isinstance(node.func, ast.Attribute):
            yield from (f"{name}()" for name in METHODS & {node.func.attr})


def test_every_mirror_is_there() -> None:
    assert [one for one, _ in PAIRS if not (HOUSE / one).is_file()] == []
    assert [other for _, other in PAIRS if not (HOUSE / "client" / other).is_file()] == []


def test_every_script_that_python_names_is_there() -> None:
    named = [
        (path.relative_to(HOUSE).as_posix(), script)
        for path in sorted(HOUSE.rglob("*.py"))
        for script in SCRIPT.findall(path.read_text("utf-8"))
    ]
    assert named
    assert [one for one in named if not (HOUSE / one[1]).is_file()] == []


@pytest.mark.parametrize("name", [one for one, _ in PAIRS if one not in CLASSES])
def test_python_asks_nothing_that_javascript_answers_otherwise(name: str) -> None:
    assert list(meant_differently((HOUSE / name).read_text("utf-8"))) == []


@pytest.mark.parametrize("name", sorted({other for _, other in PAIRS} - CLASSES))
def test_javascript_asks_nothing_that_python_answers_otherwise(name: str) -> None:
    code = str(rjsmin.jsmin((HOUSE / "client" / name).read_text("utf-8")))
    assert IN_JAVASCRIPT.findall(code) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (r're.compile(r"a\s")', [r"\s"]),
        (r're.compile(f"{A}$")', ["$"]),
        (r're.sub("(?i)a", "", b)', ["(?i"]),
        ("re.compile(a, re.IGNORECASE)", ["IGNORECASE"]),
        ("a.strip()", ["strip()"]),
        ("a.split()[0].isalpha()", ["split()", "isalpha"]),
        ('a.strip(SPACES).split(",")', []),
        (r'r"""Such as `\s`."""', []),
    ],
)
def test_what_python_means_by_itself_is_known(code: str, found: list[str]) -> None:
    assert sorted(meant_differently(code)) == sorted(found)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (r"/a\s/u.test(b)", 1),
        ("/[sz]$/iu.test(b)", 1),
        ('new RegExp(`^>`, "gmu")', 1),
        ("a.trim()", 1),
        ('/[a-z]$/u.test("/is.js")', 0),
    ],
)
def test_what_javascript_means_by_itself_is_known(code: str, found: int) -> None:
    assert len(IN_JAVASCRIPT.findall(code)) == found


def test_the_modules_of_the_contract_are_what_its_file_says() -> None:
    made = runpy.run_path(str(HOUSE.parents[1] / "tools" / "contract.py"))["modules"]()
    folder = HOUSE / "client" / "engine" / "analysis"
    found = {name: (folder / f"{name}.js").read_text("utf-8") for name in made}
    assert found == made, "run tools/contract.py"
