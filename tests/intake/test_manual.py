"""docs/project/archive.md says what intake reads."""

import json
import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from consultations.intake import read_authority, read_errata, read_ids, read_judgements, read_stet

if TYPE_CHECKING:
    from tests.intake.conftest import Shelf

MANUAL = (Path(__file__).parents[2] / "docs/project/archive.md").read_text(encoding="utf-8")
FILES = ["errata", "stet", "annotations", "authority", "ids"]
"""In the order of the manual."""
EXAMPLES = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)


def _schema(name: str) -> dict[str, dict[str, object]]:
    path = resources.files("consultations.intake") / f"schemas/{name}.json"
    schema: dict[str, dict[str, object]] = json.loads(path.read_text())
    return schema


def test_the_manual_has_every_key_of_a_record() -> None:
    schema = _schema("record")
    rows = re.findall(r"^\| `(\w+)` \| .* \| (.*) ?\|$", MANUAL, re.MULTILINE)
    assert {key for key, _ in rows} == set(schema["properties"])
    assert {key for key, when in rows if not when.strip()} == set(schema["required"])


@pytest.mark.parametrize("name", FILES)
def test_the_manual_has_an_example_of_every_other_file(shelf: "Shelf", name: str) -> None:
    example = dict(zip(FILES, EXAMPLES, strict=True))[name]
    if name == "ids":
        shelf.put("ids.toml", example)
        ids = read_ids(shelf.archive, {"drug-alliance-response-2011": "document"})
        assert ids.given
        assert ids.moved
        assert ids.withdrawn
    elif name == "authority":
        known = _schema(name)["properties"]
        assert set(tomllib.loads(example)) | {"person"} == set(known)
        # The example shows one of the two consultations that its theme joins.
        theirs = "building-recovery-in-communities-2011"
        other = f'[consultation.{theirs}]\nname = "B"\n[[consultation.{theirs}.question]]\n'
        shelf.put("authority/other.toml", other + 'id = "workforce"\ntext = "How?"\n')
        shelf.put("authority/example.toml", example.replace("/d7", "/a2"))
        assert read_authority(shelf.archive).themes
    else:
        shelf.put(f"smith-2001/{name}.toml", example)
        read = {"annotations": read_judgements, "errata": read_errata, "stet": read_stet}[name]
        assert read(shelf.archive, "smith-2001")
