"""What a browser keeps of the site for when there is no connection, and under which name.

client/offline.js is the service worker that keeps it; it has to lie beside the first page, since a
worker of this kind serves what lies below it. Here it is given the files of the build.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from consultations import patterns as re

OFFLINE = "offline.js"
_MANIFEST = "search/manifest.json"
_SHARD = re.compile(r"search/[a-z]+-[0-9a-f]+\.bin")
_KEPT = re.compile(r"\.(?:js|css|woff2)\Z")
"""What a page needs to be read and searched; pictures and licences it does without."""
_MOST = 4_000_000
"""Bytes of an index that is kept whole, unasked. Of a larger one what was used is kept."""


def offline_script(
    script: bytes, assets: Mapping[str, bytes], index: Mapping[str, bytes | Path]
) -> tuple[str, bytes]:
    """The name of the build, and the worker that keeps it.

    Args:
        script: the worker, bound.
        assets: scripts, style and faces of the theme, by the address from the first page.
        index: what is published of the index, likewise.

    Returns:
        A name of 16 hexadecimal digits, the same for the same files; the script.
    """
    manifest = {_MANIFEST: _bytes(index[_MANIFEST])}
    kept = {path: content for path, content in assets.items() if _KEPT.search(path)} | manifest
    files = {path: hashlib.sha256(content).hexdigest() for path, content in sorted(kept.items())}
    build = hashlib.sha256(json.dumps(files).encode() + script).hexdigest()[:16]
    shards = {path: content for path, content in sorted(index.items()) if _SHARD.fullmatch(path)}
    whole = sum(map(_size, shards.values())) <= _MOST
    told = {"build": build, "files": files, "index": list(shards) if whole else []}
    return build, b"globalThis.kept=%s;\n%s" % (
        json.dumps(told, separators=(",", ":")).encode(),
        script,
    )


def first_shards(published: Iterable[str]) -> list[str]:
    """The shards that nearly every query needs, so that a page of search may have them fetched.

    That is the root, and the table of lengths where there is only one: which of several a query
    needs is known once it is asked.

    Args:
        published: the addresses of all files.
    """
    shards = sorted(path for path in published if _SHARD.fullmatch(path))
    roots = [path for path in shards if path.startswith("search/root-")]
    lengths = [path for path in shards if path.startswith("search/lengths-")]
    return roots + (lengths if len(lengths) == 1 else [])


def _bytes(content: bytes | Path) -> bytes:
    return content.read_bytes() if isinstance(content, Path) else content


def _size(content: bytes | Path) -> int:
    return content.stat().st_size if isinstance(content, Path) else len(content)
