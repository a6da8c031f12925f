"""The client stands as it is drawn: imports go one way, and only a page knows the document."""

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rjsmin

import consultations

CLIENT = Path(consultations.__file__).parent / "client"
TYPES = Path(__file__).parents[2] / "tools" / "types"

MAY_IMPORT = {
    "messages": set(),
    "offline": set(),
    "voices": set(),
    "engine": {"engine", "voices"},
    "check": {"engine", "check", "voices"},
    "worker": {"engine", "check"},
    "page": {"page", "voices", "worker"},
}
"""What each room imports when it runs. Types alone may come from anywhere: they are comments."""

PAGES_ALONE = re.compile(
    r"(?<![\w.$])(?:document|window|location|history|navigator|localStorage|sessionStorage"
    r"|getSelection|matchMedia|requestAnimationFrame|alert|DOMParser|CSS"
    r"|Document|Element|Event|Node|Range|Text|(?:HTML|SVG)\w*Element)(?![\w$])"
    r"|\bglobalThis\.document\b"
)
"""What a browser gives to pages and not to workers."""

NO_NAME = re.compile(r'"(?:[^"\\\n]|\\.)*"|' r"'(?:[^'\\\n]|\\.)*'|" r"(?<=[{,])\w+(?=:)")
"""A string, or the key of an object."""


def modules() -> Iterator[tuple[str, str]]:
    """The path of each module without its ending, and its text without comments."""
    for file in sorted(CLIENT.rglob("*.js")):
        name = file.relative_to(CLIENT).with_suffix("").as_posix()
        yield name, str(rjsmin.jsmin(file.read_text("utf-8")))


def imported(name: str, code: str) -> Iterator[str]:
    for path in re.findall(r'(?:from|import)[ (]?"(\.[^"]+)\.js"', code):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def named_of_a_page(code: str) -> list[str]:
    return PAGES_ALONE.findall(NO_NAME.sub('""', code))


def test_rooms_import_what_lies_below_them() -> None:
    wrong = [
        f"{name}.js imports {other}.js"
        for name, code in modules()
        for other in imported(name, code)
        if other.partition("/")[0] not in MAY_IMPORT[name.partition("/")[0]]
    ]
    assert not wrong, "\n".join(wrong)


def test_a_page_asks_a_worker_and_never_its_modules() -> None:
    """What a worker does stays out of a page's own script: it comes later, from a disk alone."""
    asking = {name for name, code in modules() if "worker" in imported(name, code)}
    assert asking == {"page/connection"}


def test_only_pages_know_the_document() -> None:
    wrong = [
        f"{name}.js: {found}"
        for name, code in modules()
        if not name.startswith("page/")
        for found in named_of_a_page(code)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("document.title", ["document"]),
        ("const a=globalThis.document", ["globalThis.document"]),
        ("x instanceof HTMLDialogElement", ["HTMLDialogElement"]),
        ('say("document");page.location;{documents}', []),
        ("x={document:document,window:1}", ["document"]),
    ],
)
def test_what_a_page_alone_has_is_known(code: str, found: list[str]) -> None:
    assert named_of_a_page(code) == found


def test_a_folder_shows_its_plan() -> None:
    full = {
        folder.relative_to(CLIENT).as_posix(): count
        for folder in (CLIENT, *filter(Path.is_dir, CLIENT.rglob("*")))
        if (count := sum(1 for _ in folder.iterdir())) > 15
    }
    assert not full


def declared() -> Iterator[tuple[str, str]]:
    """Each class and each type that a module defines, with the module; not what it imports."""
    for file in sorted(CLIENT.rglob("*.js")):
        text = file.read_text("utf-8")
        name = file.relative_to(CLIENT).as_posix()
        for match in re.finditer(r"^(?:export )?class (\w+)", text, re.MULTILINE):
            yield match[1], name
        for match in re.finditer(r"@typedef \{", text):
            depth, at = 1, match.end()
            while depth:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            if not text.startswith("import(", match.end()):
                yield text[at:].split(maxsplit=1)[0], name


def test_a_name_is_one_thing() -> None:
    places: dict[str, list[str]] = {}
    for name, module in declared():
        places.setdefault(name, []).append(module)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
    assert len(places) > 50


def test_every_module_is_checked_with_the_names_that_it_has() -> None:
    rooms = set()
    for config in ("worker.json", "page.json"):
        included = json.loads((TYPES / config).read_text("utf-8"))["include"]
        rooms |= {(TYPES / path).resolve() for path in included}
    assert rooms == set(CLIENT.iterdir())


def test_the_compiler_is_pinned_to_its_hash_and_to_no_registry() -> None:
    locked = json.loads((TYPES / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = json.loads((TYPES / "package.json").read_text("utf-8"))["devDependencies"]
    assert {f"node_modules/{name}" for name in wanted} | {""} == locked.keys()
    for name, version in wanted.items():
        package = locked[f"node_modules/{name}"]
        assert package["version"] == version
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package
