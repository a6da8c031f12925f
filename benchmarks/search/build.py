"""What each engine builds of an archive, in a process of its own, and what that costs.

python build.py ENGINE PASSAGES FOLDER     what `built` runs
"""

import base64
import html
import importlib
import importlib.metadata
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace
from typing import Any

import click
from benchmarks.search.archives import passages_in

from consultations import export, index
from consultations.passages import SearchPassage

LIMIT_SECONDS = 30 * 60  # for a peer
LIMIT_BYTES = 8 << 30  # of address space, for a peer


@dataclass(frozen=True)
class Building:
    """What it took to build an engine's files."""

    seconds: float = 0
    processor: float = 0
    """Seconds of all its processes on any core."""
    memory: int = 0
    """Bytes, of its largest process at its largest."""
    failure: str = ""
    """Why there is nothing, where there is nothing."""


def ours(passages: Iterable[SearchPassage], folder: Path) -> None:
    """The Whoosh index, the shards made of it, and their form for a disk."""
    index.write(passages, folder / "index")
    with index.Index(folder / "index") as opened:
        export.write(opened, folder / "search")
    export.write_for_disk(folder / "search", folder / "disk")


def pagefind(passages: Iterable[SearchPassage], folder: Path) -> None:
    """A record a passage, through the interface of Pagefind's binary.

    Its package for Python speaks to the same interface, but takes one answer every tenth of a
    second: two hours for 1,000 documents.
    """
    binary: Any = importlib.import_module("pagefind_bin")  # need not be installed
    with subprocess.Popen(  # noqa: S603 (the package's own)
        [binary.get_executable(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as service:
        made = _told(service, {"type": "NewIndex", "config": {}})["index_id"]
        for passage in passages:
            record = {
                "url": f"/{passage.edition.id}/#{passage.id}",
                "content": passage.text,
                "language": "en",
                "meta": {"title": passage.edition.title},
            }
            _told(service, {"type": "AddRecord", "index_id": made, **record})
        bundle = {"type": "WriteFiles", "index_id": made, "output_path": str(folder / "pagefind")}
        _told(service, bundle)


def _told(service: subprocess.Popen[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    """Pagefind's answer to a request. Either is JSON in base64, up to a comma."""
    if not service.stdin or not service.stdout:
        raise TypeError("Pagefind must be opened with pipes")
    request = json.dumps({"message_id": 1, "payload": payload})
    service.stdin.write(base64.b64encode(request.encode()) + b",")
    service.stdin.flush()
    answer = bytearray()
    while (byte := service.stdout.read(1)) != b",":
        if not byte:
            raise EOFError(f"Pagefind ended: {bytes(answer)!r}")
        answer += byte
    told: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
    if told["type"] == "Error":
        raise ValueError(told["message"])
    return told


def material(passages: Iterable[SearchPassage], folder: Path) -> None:
    """A section a passage, through the theme's own plugin, and the theme's own worker."""
    theme: Any = importlib.import_module("material.plugins.search.plugin")
    from_mkdocs: Any = importlib.import_module("mkdocs.config.defaults")
    config = from_mkdocs.MkDocsConfig()
    config.load_dict({"site_name": "", "site_dir": str(folder), "theme": {"name": "material"}})
    config.plugins = None
    config.validate()
    plugin = theme.SearchPlugin()
    plugin.load_config({})
    plugin.on_startup(command="build", dirty=False)
    plugin.on_config(config)
    for edition, group in groupby(passages, key=lambda passage: passage.edition):
        sections = (f'<h2 id="{p.id}"></h2><p>{html.escape(p.text)}</p>' for p in group)
        content = f'<h1 id="top">{html.escape(edition.title)}</h1>{"".join(sections)}'
        page = SimpleNamespace(
            meta={}, content=content, toc=[], url=f"{edition.id}/", title=edition.title
        )
        plugin.on_page_context({}, page=page, config=config, nav=None)
    plugin.on_post_build(config=config)
    templates = Path(str(importlib.import_module("material").__file__)).parent / "templates"
    (worker,) = (templates / "assets/javascripts/workers").glob("search.*.min.js")
    shutil.copy(worker, folder / "worker.js")


ENGINES: dict[str, Callable[[Iterable[SearchPassage], Path], None]] = {
    "ours": ours,
    "pagefind": pagefind,
    "material": material,
}


def version(engine: str) -> str:
    """The engine's name, with its version where it is a peer."""
    package = {"pagefind": "pagefind", "material": "mkdocs-material"}.get(engine)
    return f"{engine} {importlib.metadata.version(package)}" if package else engine


def built(engine: str, passages: Path, folder: Path) -> Building:
    """Builds an engine's files in a folder, or takes what an earlier call built there."""
    kept = folder / "building.json"
    if not kept.is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        building = _run(engine, passages, folder)
        kept.write_text(json.dumps(asdict(building)), "utf-8")
    return Building(**json.loads(kept.read_text("utf-8")))


def _run(engine: str, passages: Path, folder: Path) -> Building:
    """Builds in a process of its own, that of a peer within limits."""
    command = [sys.executable, "-m", __spec__.name, engine, str(passages), str(folder)]
    start = perf_counter()
    with subprocess.Popen(  # noqa: S603 (this file)
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, process_group=0
    ) as process:
        try:
            said, _ = process.communicate(timeout=None if engine == "ours" else LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return Building(failure=f"not built: stopped after {LIMIT_SECONDS // 60} minutes")
    last = said.strip().rpartition("\n")[2]
    if process.returncode:
        failure = f"not built: {last or 'no memory'} ({process.returncode})"
        if engine == "ours":
            raise RuntimeError(f"{said}\n{failure}")
        return Building(failure=failure)
    return Building(perf_counter() - start, **json.loads(last))


def _main(engine: str, passages: Path, folder: Path) -> None:
    """Builds, and says what that took beside the time."""
    if engine != "ours":
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
    ENGINES[engine](passages_in(passages), folder)
    own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # What getrusage says of this process has in it what its parent was before it.
    status = Path("/proc/self/status").read_text("ascii")
    largest = int(status.partition("VmHWM:")[2].split()[0])
    said = {
        "processor": sum(use.ru_utime + use.ru_stime for use in (own, others)),
        "memory": max(largest, others.ru_maxrss) * 1024,
    }
    click.echo(json.dumps(said))


if __name__ == "__main__":
    _main(sys.argv[1], *map(Path, sys.argv[2:]))
