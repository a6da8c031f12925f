"""Markup is written in one place; text, attribute and address cannot be taken for each other."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "scripts" / "consultations"
WRITER = HOUSE / "pages" / "writing" / "html.py"

MIXED = """
from consultations.pages.writing.blocks import heading, page, paragraph, section, together
from consultations.pages.writing.content import LinkAddress, Element, Span, element
from consultations.pages.writing.html import Html, as_html, attribute, opening
from consultations.pages.links import on_page
from consultations.pages.writing.markdown import Markdown, as_markdown

text = "as a document has it"
element("a", text, href=text)  # a text as an address
Element("a", [text], {}, text)  # likewise
Span(0, 1, 0, "a", {"href": text})  # an address as an attribute
Element("span", [text], {"onclick": text})  # an attribute that runs
element("span", text, style=text)  # likewise
element("script", text)  # an element that is none of ours
opening("iframe", {})  # likewise
element("em", on_page("p1"))  # an address as text
element("em", as_html([text]))  # markup as text
element("em", id=as_html([text]))  # markup as an attribute
as_html([as_html([text])])  # markup that is escaped twice
paragraph(as_html([text]), {})  # likewise
paragraph([attribute(text)], {})  # an escaped attribute as text
element("em", id=on_page("p1"))  # an address as an attribute
html: Html = text  # a text as markup
markdown: Markdown = as_html([text])  # one kind of markup as the other
markdown = text  # a text as markup
element("em", as_markdown([text]))  # Markdown as text, which would be escaped twice
paragraph([paragraph([text], {})], {})  # likewise, a block
heading(2, ["a"], {"id": as_markdown([text])})  # Markdown as an attribute
element("a", "b", href=as_markdown([text]))  # Markdown as an address
together([text])  # a text as a block
together([as_html([text])])  # HTML as a block of Markdown
section({}, as_markdown([text]))  # a block where there are several
page("", ["a"])  # a text as a block of a page
written: str = as_markdown([text])  # Markdown as a text
as_markdown([text]) + text  # Markdown that a text is put behind
text.join([as_markdown([text])])  # likewise
paragraph(text, {"srcdoc": text})
"""
RIGHT = """
from consultations.pages.writing.content import element
from consultations.pages.links import on_page

element("a", "as a document has it", href=on_page("p1"), id="p2")
"""


def errors(snippet: str, folder: Path) -> set[int]:
    """The lines, counted from 1, in which mypy finds an error."""
    file = folder / "snippet.py"
    file.write_text(snippet, "utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", str(file)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "internal error" not in told.stderr
    return {int(line) for line in re.findall(r"snippet\.py:(\d+): error:", told.stdout)}


def test_a_mix_does_not_pass_the_type_checker(tmp_path: Path) -> None:
    wrong = {
        number
        for number, line in enumerate(MIXED.split("\n"), 1)
        if line and not line.startswith(("from", "text ="))
    }
    assert errors(MIXED, tmp_path) == wrong
    assert errors(RIGHT, tmp_path) == set()


MAKERS = {
    "Html": {"pages/writing/html.py"},
    "LinkAddress": {"pages/links.py"},
    "Markdown": {"pages/writing/markdown.py", "pages/writing/blocks.py"},
}
"""The modules that may say of a text that it is markup, or an address that may be followed."""


def test_no_other_module_makes_markup_or_an_address_of_a_text() -> None:
    made = {
        (ast.unparse(node.func), path.relative_to(HOUSE).as_posix())
        for path in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in MAKERS
    }
    assert made == {(name, path) for name, paths in MAKERS.items() for path in paths}


def strings(path: Path) -> Iterator[ast.Constant]:
    """Every string of a module that is no docstring, and no pattern, which reads and writes not."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    said |= {
        id(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def test_no_other_module_of_what_is_published_writes_a_tag() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for room in ("pages", "publish", "data", "review", "edition", "model")
        for path in sorted((HOUSE / room).rglob("*.py"))
        if path != WRITER
        for node in strings(path)
        if TAG.search(str(node.value)) and node.value not in READ
    ]
    assert not wrong, "written in pages/writing/html.py alone:\n" + "\n".join(wrong)


TAG = re.compile(r"(?<![?\w])</?[a-z][\w-]*[\s>]|<!--|<!doctype", re.IGNORECASE)
READ = {'<meta charset="utf-8">', '<script src="', '"></script>', "<table>", "<!--"}
"""What publish/policy.py and publish/markup.py look for in what the theme and Markdown wrote, the
beginning of the script that a served page has (publish/served/serving.py), and what
publish/harms.py finds in a written page."""
