"""What a person hands in comes through one door: no room but intake opens it for reading."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "scripts" / "consultations"
READS = {
    "glob",
    "iterdir",
    "open",
    "read_bytes",
    "read_text",
    "rglob",
    "scandir",
}

# Who reads something else, and what that is. Nothing of it stands under archive/ or docs/.
OF_OUR_OWN = {
    "analysis/contract.py": "a file of this package",
    "analysis/folding.py": "a file of this package",
    "cache.py": "what a build has kept, and the code of this package",
    "cli/article.py": "the file that is named on the command line",
    "cli/verbs/publish.py": "the site that a build has made",
    "cli/quote_formats.py": "the file that is named on the command line",
    "data/references/csl.py": "a file of this package",
    "data/xml.py": "no file: elements, which are opened too",
    "data/zipped.py": "what a build has made under .cache/",
    "english/word_lists.py": "a file of this package",
    "export/disk.py": "what a build has made under .cache/",
    "forms.py": "what a build has made under .cache/",
    "founding/program.py": "the code of this package",
    "founding/skeleton_files.py": "the skeleton, a part of this package, and the new folder",
    "hosting/bucket.py": "the site that a build has made",
    "hosting/copying.py": "the site that a build has made",
    "hosting/folder.py": "the copy that was published, and the site that a build has made",
    "index/digests.py": "the index that a build has made",
    "index/opened.py": "the index that a build has made",
    "index/writer.py": "the index that a build has made",
    "pipeline/kept_things.py": "what a build has kept",
    "pipeline/prepared.py": "what a build has made under .cache/",
    "placing/files.py": "what is about to be replaced",
    "placing/folders.py": "what is about to be replaced",
    "placing/scratch.py": "the folders that commands have made to work in",
    "publish/served/modules.py": "the code of this package",
    "publish/bundle/offline.py": "the theme, and what the build is about to publish",
    "publish/served/part.py": "the site that is being served",
    "publish/bundle/assets.py": "the theme, a part of this package",
    "publish/bundle/scripts.py": "the client, a part of this package",
    "publish/served/serving.py": "the site that is being served",
    "publish/site.py": "the site that is about to be replaced",
    "publish/standing.py": "the dates of files, and what the build itself has just written",
    "publish/template_globals.py": "what a build has made under .cache/",
    "releasing/citation_file.py": "CITATION.cff, which stands in neither and is held to its form",
    "review/change/base.py": "what git has packed",
    "review/codes.py": "a file of this package",
    "review/manual.py": "the manual's own pages, which it is about to write",
    "review/change/reviewing.py": "the names of folders; what stands in them intake reads",
    "rules/dictionary/__init__.py": "a file of this package",
    "searching.py": "what a build has made under .cache/",
    "takedown/released.py": "the names of archive files under dist/, which it takes away",
}


def reading(path: Path) -> Iterator[int]:
    """The lines of a module in which a file or a folder is opened."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in READS and not _is_write(node):
                yield node.lineno


def _is_write(call: ast.Call) -> bool:
    modes = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    return any(isinstance(mode, str) and "w" in mode for mode in modes)


def test_no_room_but_intake_reads_what_is_handed_in() -> None:
    wrong = [
        f"{name}:{line}"
        for path in sorted(HOUSE.rglob("*.py"))
        if (name := path.relative_to(HOUSE).as_posix()).split("/")[0] != "intake"
        if name not in OF_OUR_OWN
        for line in reading(path)
    ]
    assert not wrong, "let intake read it, or say in OF_OUR_OWN what it is:\n" + "\n".join(wrong)


def test_no_module_is_excused_that_reads_nothing() -> None:
    reads = {p.relative_to(HOUSE).as_posix() for p in HOUSE.rglob("*.py") if any(reading(p))}
    assert OF_OUR_OWN.keys() - reads == set()
