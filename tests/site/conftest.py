"""The site, built once by MkDocs alone from this archive and one document that means harm."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HOSTILE = """# A <script>document.title = "taken"</script> title

A paragraph with <img src=x onerror="document.title='taken'"> and [a link](javascript:alert(1)).

<svg onload="document.title='taken'"><style>body { display: none }</style></svg>

{: onclick="document.title='taken'" id="__config" }

## __search

- <mark>marked by its author</mark>
- [TOC] {{ config.site_name }} {% raw %} --8<-- "x"

| a | b |
| --- | --- |
| <script>1</script> | </td></table> |

The word zanzibar stands beside </main></body></html> and \u202eright to left\u202c.
"""


def _add_hostile(archive: Path) -> None:
    folder = archive / "hostile"
    folder.mkdir()
    text = HOSTILE.encode()
    (folder / "source.txt").write_bytes(text)
    record = (archive / "smart-2010" / "record.toml").read_text("utf-8")
    kept = [
        line
        for line in record.splitlines()
        if line.split(" = ")[0] in ("authors", "organisation", "date", "type", "responds_to")
    ]
    title = json.dumps('"><script>document.title = "taken"</script>')
    lines = [
        f"title = {title}",
        *kept,
        'rights = "<b onclick=alert(1)>none</b>"',
        'language = "en-GB"',
        'provenance = "a test"',
        'converter = "unknown"',
        f'sha256 = "{hashlib.sha256(text).hexdigest()}"',
    ]
    (folder / "record.toml").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copytree(ROOT / "archive", project / "archive")
    _add_hostile(project / "archive")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert not built.stderr
    return project / "site"


@pytest.fixture(scope="session")
def base(site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The site's address, without a last slash."""
    return serve_folder(site)
