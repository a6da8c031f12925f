"""Whatever is installed with the package may be used, changed and passed on by anybody."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

LOCKED = Path(__file__).parents[1] / "requirements" / "run.txt"
NAMES = dict.fromkeys(re.findall(r"^([\w.-]+)==", LOCKED.read_text("utf-8"), re.MULTILINE))
PERMISSIVE = re.compile(r"\b(?:MIT|0?BSD|Apache|ISC|PSF|Unlicense|zlib)\b", re.IGNORECASE)
COPYLEFT = re.compile(r"\b(?:GPL|AGPL|LGPL|SSPL|GNU)\b", re.IGNORECASE)
BINDS_ITS_OWN_FILES = {"certifi", "pathspec"}
"""Under the Mozilla Public License, which binds those who change its files, and nobody else."""


def licence(name: str) -> str:
    """What a distribution says of its licence, in its own words."""
    about = distribution(name).metadata
    told = [
        *(about.get_all("License-Expression") or ()),
        *(about.get_all("Classifier") or ()),
    ]
    said = [text for text in told if text and (text.startswith("License ::") or " ::" not in text)]
    return "; ".join(said) or "".join(about.get_all("License") or ())[:200]


@pytest.mark.parametrize("name", NAMES)
def test_a_requirement_is_permissively_licensed(name: str) -> None:
    said = licence(name)
    if name in BINDS_ITS_OWN_FILES:
        assert "Mozilla" in said, f"{name} is under another licence now: {said}"
        return
    assert PERMISSIVE.search(said), f"{name}: {said!r}"
    assert not COPYLEFT.search(said), f"{name}: {said!r}"


@pytest.mark.parametrize("locked", sorted(LOCKED.parent.glob("*.txt")), ids=lambda path: path.stem)
def test_every_requirement_is_locked_to_its_hash(locked: Path) -> None:
    text = locked.read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.split("\n") if line and not line.lstrip().startswith("#")]
    assert lines
    assert [line for line in lines if "--hash=sha256:" not in line or "==" not in line] == []
    assert "--require-hashes" in (LOCKED.parents[1] / "tools" / "set-up").read_text("utf-8")
