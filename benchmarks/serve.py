"""How soon a change is seen in the browser while the archive is served: seconds, a change a row.

    .venv/bin/python -m benchmarks.serve [--document ID] [--port 8765]

The archive is copied together with the program, and served from the copy. A page of one document is
asked for, as a browser would have it. Then an erratum is added, an authority gets an entry, a rule
and a template are changed, one after the other. Behind each stand the seconds from the file being
written until the page is there with the change, what the server's processor took for it, and the
seconds until the whole site has been built again.
"""

import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import click

ROOT = Path(__file__).parent.parent
COPIED = ("archive", "docs", "scripts", "mkdocs.yml")
PROGRAM = "from consultations.cli import main; main()"
STATE = re.compile(rb'data-state="([0-9a-f]+)"')
PATIENCE = 300.0
"""Seconds for a whole build, on a busy machine."""


class Served:
    """The copy, served."""

    def __init__(self, root: Path, port: int) -> None:
        self._port = port
        env = os.environ | {"PYTHONPATH": str(root / "scripts")}
        command = [sys.executable, "-c", PROGRAM, "serve", "--port", str(port)]
        self._process = subprocess.Popen(  # noqa: S603 (ours)
            command, cwd=root, env=env, stderr=subprocess.PIPE, text=True
        )
        self.wait_for("The site is at")

    def wait_for(self, words: str) -> None:
        """Read what it tells until it has told something."""
        told = []
        for line in self._process.stderr or ():
            if words in line:
                return
            told.append(line)
        raise click.ClickException("".join(told[-20:]))

    def get(self, path: str) -> bytes:
        """What is served at a path."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        connection.request("GET", path)
        return connection.getresponse().read()

    @property
    def processor(self) -> float:
        """Seconds of processor that the server itself has taken, where the system tells them."""
        told = Path(f"/proc/{self._process.pid}/stat")
        if not told.exists():
            return math.nan
        after_name = told.read_text(encoding="utf-8").rpartition(")")[2].split()
        return sum(map(int, after_name[11:13])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


@dataclass(frozen=True)
class Change:
    """A file that is written, the page that is looked at meanwhile, and what it has afterwards."""

    name: str
    file: Path
    text: str
    page: str
    there: str


def changes(root: Path, document: str) -> Iterator[Change]:
    """One of each kind."""
    page = f"/texts/{document}/"
    folder = root / "archive" / document
    line, word = _a_word(folder)
    errata = folder / "errata.toml"
    before = errata.read_text(encoding="utf-8") if errata.exists() else ""
    entry = f'[[erratum]]\nline = {line}\nbefore = "{word}"\nafter = "Zyxian Society"\n'
    text = f'{before}\n{entry}kind = "other"\nreason = "Measured."\n'
    yield Change("an erratum", errata, text, page, "Zyxian Society")
    bodies = root / "archive" / "authority" / "organisations.toml"
    text = bodies.read_text(encoding="utf-8")
    text += '\n[organisation.zyxian-society]\nname = "Zyxian Society"\n'
    yield Change("an authority", bodies, text, page, "organisations/zyxian-society")
    scripts = root / "scripts" / "consultations"
    rule, reason = _a_reason(scripts / "rules", root / "docs" / "texts" / document)
    text = rule.read_text(encoding="utf-8").replace(f'"{reason}"', '"zyxian reason"')
    yield Change("a rule", rule, text, f"{page}apparatus/", "zyxian reason")
    theme = scripts / "publish" / "theme" / "main.html"
    text = theme.read_text(encoding="utf-8").replace('<meta name="referrer"', '<meta name="zyx"')
    yield Change("a template", theme, text, page, '<meta name="zyx"')


def _a_reason(rules: Path, pages: Path) -> tuple[Path, str]:
    """A rule that has mended something in a document, and the reason that it gives for it."""
    apparatus = (pages / "apparatus.md").read_text(encoding="utf-8")
    for reason in re.findall(r"^`[\w-]+` (.+)\n\{: \.why \}", apparatus, re.MULTILINE):
        for rule in sorted(rules.rglob("*.py")):
            if f'"{reason}"' in rule.read_text(encoding="utf-8"):
                return rule, reason
    raise click.ClickException("no rule to change")


def _a_word(folder: Path) -> tuple[int, str]:
    """A word that stands once in the source, long enough for no rule to touch, and its line."""
    source = next(folder.glob("source.*")).read_text(encoding="cp1252", errors="replace")
    for number, line in enumerate(source.split("\n"), 1):
        for word in re.findall(r"(?<=[a-z] )[a-z]{9,}(?= [a-z])", line):
            if len(re.findall(word, source)) == 1:
                return number, word
    raise click.ClickException("no word to change")


@click.command()
@click.option("--document", default="wardle-2008", show_default=True, help="Whose page is shown.")
@click.option("--port", default=8765, show_default=True)
def main(document: str, port: int) -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory(prefix="consultations-") as folder:
        root = Path(folder) / "copy"
        root.mkdir()
        for name in COPIED:
            take = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            take(ROOT / name, root / name)
        served = Served(root, port)
        try:
            click.echo(
                "| changed | on the page, s | of processor | whole site, s |\n"
                "| --- | ---: | ---: | ---: |"
            )
            for row in _rows(served, root, document):
                click.echo(row)
        finally:
            served.stop()


def _rows(served: Served, root: Path, document: str) -> Iterator[str]:
    for change in changes(root, document):
        page = served.get(change.page)
        start, used = time.monotonic(), served.processor
        change.file.write_text(change.text, encoding="utf-8")
        while change.there.encode() not in page:
            state = STATE.search(page)
            asked = f"page={quote(change.page)}&state={state[1].decode() if state else ''}"
            served.get(f"/served/changed?{asked}")
            page = served.get(change.page)
        seen, used = time.monotonic() - start, served.processor - used
        served.wait_for("The whole site is built")
        yield f"| {change.name} | {seen:.2f} | {used:.2f} | {time.monotonic() - start:.1f} |"


if __name__ == "__main__":
    main()
