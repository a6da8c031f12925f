"""The house stands as it is drawn: imports go one way, two libraries have one room each."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

from radon.complexity import cc_visit
from radon.visitors import Function

from consultations.english.small_words import SMALL_WORDS
from consultations.intake import read_archive, read_authority
from consultations.rules.dictionary import is_word

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "scripts" / "consultations"

# A room imports from the groups above its own; in the second group, never a neighbour but placing,
# the one way to write.
GROUPS = [
    {"__init__", "patterns", "model", "errors", "english"},
    {
        "settings",
        "report",
        "cache",
        "placing",
        "intake",
        "rules",
        "edition",
        "founding",
        "annotate",
        "pages",
        "data",
        "analysis",
        "passages",
    },
    {"index", "export", "editing", "forms", "hosting", "kept_patterns"},
    {"searching"},
    {"pipeline"},
    {"preview", "review", "takedown", "releasing"},
    {"cli", "publish"},
]
GROUP = {room: number for number, rooms in enumerate(GROUPS) for room in rooms}
SECOND = 1
MOST_BRANCHES = 15
ONE_ROOM_EACH = {"whoosh": "index", "pg8000": "index", "mkdocs": "publish", "citeproc": "data"}


class Import(NamedTuple):
    where: str  # file:line
    room: str  # that imports
    name: str  # of the module, in full


def room_of(path: Path) -> str:
    first = path.relative_to(HOUSE).parts[0].removesuffix(".py")
    return "cli" if first == "__main__" else first


@cache
def parsed() -> tuple[tuple[Path, ast.stmt], ...]:
    """What imports and what is a class, of every module: they are parsed once for all tests."""
    sorts = (ast.Import, ast.ImportFrom, ast.ClassDef)
    return tuple(
        (path, node)
        for path in sorted(HOUSE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, sorts)
    )


def imports() -> Iterator[Import]:
    for path, node in parsed():
        where = f"{path.relative_to(ROOT)}:{node.lineno}"
        if isinstance(node, ast.Import):
            yield from (Import(where, room_of(path), alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "consultations":
            for alias in node.names:
                yield Import(where, room_of(path), f"consultations.{alias.name}")
        elif isinstance(node, ast.ImportFrom):
            yield Import(where, room_of(path), node.module or "")


def between_rooms() -> Iterator[tuple[Import, str]]:
    for found in imports():
        package, _, rest = found.name.partition(".")
        room = rest.partition(".")[0]
        if package == "consultations" and room in GROUP and room != found.room:
            yield found, room


def test_every_room_has_its_place_in_the_law() -> None:
    rooms = {room_of(path) for path in HOUSE.rglob("*.py")}
    assert rooms <= GROUP.keys(), "a new room: say in GROUPS what it may import, and in the drawing"


def test_the_drawing_names_every_folder() -> None:
    drawn = (ROOT / "docs" / "project" / "architecture.md").read_text(encoding="utf-8")
    folders = {path.parent for path in HOUSE.rglob("*") if path.suffix in {".js", ".py"}}
    assert [str(folder) for folder in folders if not re.search(f"`{folder.name}/?`", drawn)] == []


def test_imports_go_one_way() -> None:
    wrong = [
        f"{found.where}: {found.room} imports {room}, which is not above it"
        for found, room in between_rooms()
        if GROUP[room] > GROUP[found.room]
        or (GROUP[room] == GROUP[found.room] == SECOND and room != "placing")
    ]
    assert not wrong, "\n".join(wrong)


def test_the_trades_of_annotation_do_not_know_each_other() -> None:
    trades = {path.name for path in (HOUSE / "annotate").iterdir() if path.is_dir()}
    wrong = [
        f"{path.relative_to(ROOT)} imports {trade}"
        for path in sorted((HOUSE / "annotate").rglob("*/*.py"))
        for trade in sorted(trades - {path.relative_to(HOUSE / "annotate").parts[0]})
        if f"consultations.annotate.{trade}" in path.read_text(encoding="utf-8")
    ]
    assert not wrong, "\n".join(wrong)


def test_no_two_rooms_import_each_other() -> None:
    edges = {(found.room, room) for found, room in between_rooms()}
    assert {(one, other) for one, other in edges if (other, one) in edges} == set()


def test_whoosh_and_mkdocs_are_known_to_one_room_each() -> None:
    wrong = [
        f"{found.where}: only {ONE_ROOM_EACH[library]} imports {library}"
        for found in imports()
        if (library := found.name.partition(".")[0]) in ONE_ROOM_EACH
        and found.room != ONE_ROOM_EACH[library]
    ]
    assert not wrong, "\n".join(wrong)


def test_the_model_needs_the_standard_library_only() -> None:
    wrong = [
        f"{found.where}: model imports {found.name}"
        for found in imports()
        if found.room == "model"
        and found.name.partition(".")[0] not in sys.stdlib_module_names | {"consultations"}
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    needed = [*project["dependencies"], *extras]
    declared = {re.split("[<>=~]", line)[0].lower() for line in needed}
    providers = packages_distributions()
    wrong = [
        f"{found.where}: {found.name} comes with none of the dependencies in pyproject.toml"
        for found in imports()
        if (library := found.name.partition(".")[0]) not in sys.stdlib_module_names
        and library != "consultations"
        and declared.isdisjoint(
            name.lower().replace("_", "-") for name in providers.get(library, [])
        )
    ]
    assert not wrong, "\n".join(wrong)


def test_no_class_name_is_in_two_rooms() -> None:
    rooms: dict[str, set[str]] = {}
    for path, node in parsed():
        if isinstance(node, ast.ClassDef):
            rooms.setdefault(node.name.removeprefix("_"), set()).add(room_of(path))
    twice = {name: found for name, found in rooms.items() if len(found) > 1}
    assert not twice, "one word a thing: see docs/project/glossary.md"


def test_no_function_has_many_branches() -> None:
    """`and`, `or` and comprehensions count: a reader follows them too, and ruff leaves them out."""
    knots = [
        f"{path.relative_to(ROOT)}:{block.lineno} {block.fullname}: {block.complexity}"
        for path in sorted(HOUSE.rglob("*.py"))
        for block in cc_visit(path.read_text(encoding="utf-8"))
        if isinstance(block, Function) and block.complexity > MOST_BRANCHES
    ]
    assert not knots


def test_no_module_is_named_for_having_no_home() -> None:
    homeless = {"common", "helper", "helpers", "misc", "util", "utils"}
    modules = [path for path in HOUSE.rglob("*") if path.is_dir() or path.suffix in {".js", ".py"}]
    assert [str(path) for path in modules if path.stem in homeless] == []


def test_no_document_is_named_in_the_code() -> None:
    names = {folder.parent.name for folder in ROOT.glob("archive/*/source.*")}
    for record in ROOT.glob("archive/*/record.toml"):
        names.add(tomllib.loads(record.read_text(encoding="utf-8"))["title"])
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "scripts").rglob("*"))
        if path.suffix in {".css", ".html", ".js", ".json", ".py", ".toml"}
        for name in sorted(names)
        if name in path.read_text(encoding="utf-8")
    ]
    assert not wrong, "\n".join(wrong)


WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
WRITTEN = {".css", ".html", ".js", ".json", ".py", ".toml"}


def words(text: str) -> Iterator[tuple[str, int]]:
    """Each word in small letters, its apostrophes straight, with its place."""
    for match in WORD.finditer(text):
        yield match[0].casefold().replace("’", "'"), match.start()


def runs(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each run of four words of which two at least are more than small words, with its place."""
    found = list(words(text))
    for n in range(len(found) - 3):
        four = tuple(word for word, _ in found[n : n + 4])
        if sum(word.isalpha() and word not in SMALL_WORDS for word in four) >= 2:
            yield four, found[n][1]


def odd(text: str) -> set[str]:
    """Words that no dictionary has, such as a conversion leaves behind; names are left out."""
    found = {match[0].removesuffix("'s").removesuffix("’s") for match in WORD.finditer(text)}
    return {
        word
        for word in found
        if len(word) > 5 and not re.fullmatch("[A-Z][a-z]+|[0-9-]+", word)
        if not all(is_word(part.lower()) for part in re.split("[^A-Za-z]+", word) if part)
    }


def test_no_words_of_a_document_stand_in_the_code() -> None:
    sources = read_archive(ROOT / "archive", read_authority(ROOT / "archive"))
    printed = {four for source in sources for four, _ in runs(source.text)}
    damaged = set().union(*(odd(source.text) for source in sources))
    wrong = []
    for path in sorted((ROOT / "scripts").rglob("*")):
        if path.suffix in WRITTEN:
            text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT)
            for four, place in runs(text):
                if four in printed:
                    wrong.append(f"{name}:{text.count(chr(10), 0, place) + 1}: {' '.join(four)}")
            wrong += [f"{name}: {word}" for word in sorted(odd(text) & damaged)]
    assert not wrong, "of a document; say it in other words, and invent an example:\n" + "\n".join(
        wrong
    )
