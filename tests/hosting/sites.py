"""Small sites whose pages say what they ask for, and a place that keeps them in memory."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from consultations.hosting.target import Headers

FIRST = {
    "index.html": "one two",
    "texts/a/index.html": "index.html search/terms-aaaaaaaaaaaa.bin texts/a/source.txt",
    "texts/b/index.html": "texts/a/index.html",
    "texts/a/source.txt": "words",
    "search/manifest.json": "search/terms-aaaaaaaaaaaa.bin search/texts-bbbbbbbbbbbb.bin",
    "search/terms-aaaaaaaaaaaa.bin": "terms",
    "search/texts-bbbbbbbbbbbb.bin": "texts",
    "data/catalogue.json": "{}",
}
SECOND = {
    **FIRST,
    "index.html": "texts/c/index.html",
    "texts/a/index.html": "index.html search/terms-cccccccccccc.bin texts/a/source.txt",
    "texts/c/index.html": "texts/a/index.html",
    "search/manifest.json": "search/terms-cccccccccccc.bin search/texts-bbbbbbbbbbbb.bin",
    "search/terms-cccccccccccc.bin": "other terms",
}
del SECOND["search/terms-aaaaaaaaaaaa.bin"]
del SECOND["texts/b/index.html"]
ASKED = re.compile(r"\S+/\S+|index\.html")


class StoppedError(Exception):
    """Whoever copied was stopped."""


class Memory:
    """A place in memory, where everything ends after so many steps."""

    place = "memory"
    at_once = 1

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.headers: dict[str, Headers] = {}
        self.order: list[str] = []
        self.steps: int | None = None

    def is_empty(self) -> bool:
        return not self.held

    def read(self, name: str) -> bytes | None:
        return self.held.get(name)

    def write(self, name: str, content: bytes | Path, headers: Headers) -> None:
        self._step()
        self.held[name] = content if isinstance(content, bytes) else content.read_bytes()
        self.headers[name] = headers
        self.order.append(name)

    def remove(self, names: Iterable[str]) -> None:
        for name in names:
            self._step()
            self.held.pop(name, None)

    def _step(self) -> None:
        if self.steps is not None:
            if not self.steps:
                raise StoppedError
            self.steps -= 1


def write_site(folder: Path, files: Mapping[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    return folder


def missing(held: Mapping[str, bytes]) -> list[str]:
    """What pages and the manifest ask for that is not there."""
    askers = (name for name in held if name.endswith(("index.html", "manifest.json")))
    return [
        f"{asker} asks for {asked}"
        for asker in askers
        for asked in ASKED.findall(held[asker].decode())
        if asked not in held
    ]
