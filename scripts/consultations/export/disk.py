"""The second form of an index: scripts, for pages that are opened from a disk.

On such a page a browser refuses `fetch`, and loads only what an element of the page names. So each
file of the index is written a second time, as a script that hands over the same bytes in base64.
client/page/disk.js reads it.
"""

import json
from base64 import b64encode
from pathlib import Path

from consultations.placing import put, remove_all_but, writing


def write_for_disk(exported: Path, folder: Path) -> None:
    """Write the second form of every file; the manifest comes last, then what is left over goes.

    Args:
        exported: the files of an index.
        folder: for these scripts only.

    Raises:
        OutputError: a file cannot be written.
    """
    with writing(folder, "the files of the search"):
        files = {f"{file.name}.js": file for file in sorted(exported.iterdir())}
    # Last, as the index itself is written.
    manifest = "manifest.json.js"
    for name in sorted(files, key=lambda name: (name == manifest, name)):
        file = files[name]
        put(folder / name, disk_script(file.name, file.read_bytes()))
    with writing(folder, "the files of the search"):
        remove_all_but(folder, files.keys())


def disk_script(name: str, data: bytes) -> bytes:
    """A script that hands over the bytes of a file, under its name."""
    # Under a symbol, since an element whose id is a plain name would stand there instead.
    table = '(globalThis[Symbol.for("consultations.files")] ??= {})'
    return f'{table}[{json.dumps(name)}] = "{b64encode(data).decode("ascii")}";\n'.encode()
