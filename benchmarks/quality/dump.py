"""The editions of a tree, a line of JSON each. It runs with that tree's code.

PYTHONPATH=TREE/scripts:TREE python dump.py TREE
"""

import importlib
import json
import sys
from pathlib import Path

from consultations import pipeline
from consultations.pages.data import edition_data
from consultations.settings import find_project


def main(tree: Path) -> None:
    """Write the editions of the archive, and those of tests/corpus if that has a reader."""
    made = list(pipeline.read(find_project(tree)).editions)
    if (tree / "tests" / "corpus" / "extracts.py").is_file():
        extracts = importlib.import_module("tests.corpus.extracts")
        records = sorted((tree / "tests" / "corpus").glob("*/record.toml"))
        made += [extracts.annotated(record.parent) for record in records]
    for edition in made:
        sys.stdout.write(json.dumps(edition_data(edition)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
