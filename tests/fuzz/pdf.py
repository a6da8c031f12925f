"""Damaged PDFs by the thousand: `python -m tests.fuzz.pdf --runs 5000 --seed 1`.

Each is a small PDF of which some bytes have been changed. The reader must read it or refuse it. A
Python error is a fault of ours and is shown with its traceback. Where pdfium itself breaks off, the
reader's process ends, which `consultations add` tells as a refusal; such files are counted, and
kept.
"""

import argparse
import io
import multiprocessing
import random
import re
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import click
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.raw_pdf import one_page, pdf_of, tagged_page

from consultations.errors import UnreadableError
from consultations.intake.readers import pdf

_SECONDS = 30
"""A damaged file of some kilobytes that takes longer to read is a fault."""
_TOKENS = (
    b"0", b"-1", b"99999999999", b"1e38", b"null", b"[", b"]", b"<<", b">>", b"(", b")", b"/Kids",
    b"3 0 R", b"2 0 R", b"/Parent", b"/Count", b"endobj", b"stream", b"Tj", b"Tm", b"BT", b"re f",
    b"0 0 0 0 0 0 cm", b"/MCID", b"\xff\xfe", b"\0",
)  # fmt: skip


def seeds() -> list[bytes]:
    """Small whole files: with lines and words, with tags, with an outline and labels, encrypted."""
    made = []
    for encrypt in (None, StandardEncryption("", ownerPassword="owner")):
        out = io.BytesIO()
        canvas = Canvas(out, pageCompression=0, encrypt=encrypt)
        for n in range(2):
            canvas.bookmarkPage(str(n))
            canvas.addOutlineEntry(f"Part {n}", str(n), 0)
            canvas.drawString(72, 760, f"Part {n}")
            for row in range(4):
                canvas.grid([72, 150, 300], [600 - 20 * row, 580 - 20 * row])
                canvas.drawString(75, 585 - 20 * row, "Lamp")
                canvas.drawString(155, 585 - 20 * row, "lit at dusk")
            canvas.rotate(3)
            canvas.drawString(72, 400, "The lamps are lit.")
            canvas.showPage()
        canvas.save()
        made.append(out.getvalue())
    words = b"BT /F1 11 Tf 72 700 Td (The lamps are lit.) Tj ET"
    return [*made, pdf_of(one_page(words)), pdf_of(tagged_page([words, words]))]


def mutants(seed: int, runs: int) -> Iterator[bytes]:
    """Damaged files, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - it chooses what to damage, and must do so again
    whole = seeds()
    for _ in range(runs):
        content = chance.choice(whole)
        for _ in range(chance.choice((1, 1, 2, 4, 8))):
            content = _damaged(content, chance)
        yield content


def _damaged(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) or 1)
    length = chance.choice((1, 2, 8, 60, 400))
    match chance.randrange(6):
        case 0:
            return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        case 1:
            return content[:at] + content[at + length :]
        case 2:
            return content[:at] + content[at : at + length] * 3 + content[at + length :]
        case 3:
            return content[:at] + chance.choice(_TOKENS) + content[at:]
        case 4:
            number = re.compile(rb"-?\d+").search(content, at)
            if number is None:
                return content
            other = chance.choice((b"0", b"-1", b"2147483648", b"1", b"7", b"1e30"))
            return content[: number.start()] + other + content[number.end() :]
        case _:
            to = chance.randrange(len(content) or 1)
            return content[:to] + content[at : at + length] + content[to:]


def _reader(files: Connection) -> None:
    """Read what comes, and say what became of it; in a process of its own."""
    while True:
        path = Path(files.recv())
        try:
            pdf.read(path)
            files.send(("read", ""))
        except UnreadableError as refusal:
            files.send(("refused", refusal.what))
        except Exception:
            files.send(("fault", traceback.format_exc()))


def run(contents: Iterator[bytes], kept: Path) -> tuple[Counter[str], list[str]]:
    """Read damaged files.

    Args:
        contents: of the files.
        kept: a folder, into which go those at which the reader fails, breaks off or takes long.

    Returns:
        How often which end came, and the tracebacks.
    """
    context = multiprocessing.get_context("spawn")
    ends: Counter[str] = Counter()
    faults: list[str] = []
    process, pipe = None, None
    for n, content in enumerate(contents):
        path = kept / f"{n}.pdf"
        path.write_bytes(content)
        if process is None or pipe is None:
            pipe, theirs = context.Pipe()
            process = context.Process(target=_reader, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
        try:
            pipe.send(str(path))
            end, told = pipe.recv() if pipe.poll(_SECONDS) else ("took long", str(path))
        except EOFError:
            end, told = "broke off", str(path)
        ends[end] += 1
        if end in ("fault", "took long"):
            faults.append(f"{path}\n{told}")
        if end in ("read", "refused"):
            path.unlink()
        if end in ("took long", "broke off"):
            process.kill()
            process, pipe = None, None
    if process:
        process.kill()
    return ends, faults


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as many as are asked for; 1 where a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the files that were found")
    given = parser.parse_args(arguments)
    kept = given.keep or Path(tempfile.mkdtemp(prefix="fuzz-pdf-"))
    kept.mkdir(parents=True, exist_ok=True)
    ends, faults = run(mutants(given.seed, given.runs), kept)
    for fault in faults:
        click.echo(fault)
    click.echo(f"{', '.join(f'{end} {n}' for end, n in sorted(ends.items()))} (kept in {kept})")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
