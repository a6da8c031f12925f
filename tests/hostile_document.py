"""A document that means harm: scripts, styles and ends of elements wherever text may stand."""

import hashlib
import json
from pathlib import Path

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


def add_hostile(archive: Path) -> None:
    """Take a document into an archive that means harm to whoever reads its page."""
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
