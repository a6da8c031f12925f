"""The forms in which reusers take the archive, as files: what has not changed is not made again.

Each edition has its forms (TEI, annotations, text, EPUB) and its rows of every table in a folder of
`.cache/forms/`, with a digest of what they were made of. Tables are put together from the rows of
all editions, and all files from everything: that is copying, and costs as much as the bytes are.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path
from shutil import copyfileobj, rmtree

from consultations import report
from consultations.cache import digest_of, digest_of_files
from consultations.data import (
    TABLES,
    Transcription,
    as_csv,
    as_json_lines,
    atom_feed,
    citation_forms,
    data_package,
    document_item,
    epub,
    header_row,
    llms_text,
    named_in,
    plain_text,
    tei,
    transcribed,
    web_annotations,
    whole,
    write_zip,
)
from consultations.export import disk_script
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pages import edition_file
from consultations.pages.citing import keepable_forms
from consultations.placing import put, replacing, writing

ARCHIVE_FILE = "data/archive.zip"
"""Everything in one file."""

_FOR_DISK = "data/citations/disk/"
"""The forms of citations a second time, for pages that are opened from a disk."""

_LISTED = "listed"
"""The file, beside the archive file, of what this holds: digests and addresses."""
_DEPTH = 2
"""Number of folders between the site and the forms of an edition: `data/tei/`."""


@dataclass(frozen=True)
class SiteName:
    """What the site is called, and where it is published."""

    name: str
    address: str | None = None
    """With `/` at its end."""
    description: str = ""
    contact: str | None = None
    """Where rights and errors are told: an address of e-mail, after `mailto:`, or of the web."""
    changed: Mapping[str, str] = field(default_factory=dict)
    """The day on which an edition was taken in or last released, by its id, where it is known."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """What a reference calls the edition of each document, by its id."""


def form_files(
    kept: Path,
    site: SiteName,
    editions: Sequence[Edition],
    authority: Authority,
    parts: Mapping[str, Authority],
    digests: Mapping[str, str],
) -> Iterator[tuple[str, bytes | Path]]:
    """Every file but the archive file, with its address on the site.

    Args:
        kept: the folder for what one build keeps for the next.
        site: what the files say of it.
        editions: of the archive, in the order of their ids.
        authority: what is known of the world.
        parts: the part of it that each edition was annotated with, by its id.
        digests: of each edition with its part, but without connections and findings, by its id.

    Raises:
        OutputError: a file cannot be written.
    """
    for edition in report.track(editions, "Writing data"):
        folder = kept / edition.id
        named = site.name, site.changed.get(edition.id), site.versions.get(edition.id)
        part = parts[edition.id]
        # What other documents have to do with it, and what only the maintainer is told, is in none.
        made_of = digest_of(digests[edition.id], site.address, site.contact, named)
        stamp = kept / f"{edition.id}.made-of"
        if not _is_kept(folder, stamp, made_of):
            _write_forms(folder, edition, part, site)
            put(stamp, f"{made_of} {digest_of_files(folder)}".encode())
        yield f"data/editions/{edition.id}.json", folder / "edition.json"
        yield f"data/tei/{edition.id}.xml", folder / "tei.xml"
        yield f"data/annotations/{edition.id}.json", folder / "annotations.json"
        yield f"data/citations/{edition.id}.json", folder / "citations.json"
        yield f"{_FOR_DISK}{edition.id}.json.js", folder / "citations.js"
        yield f"data/text/{edition.id}.txt", folder / "text.txt"
        yield f"data/epub/{edition.id}.epub", folder / "book.epub"
    _forget_all_but(kept, {edition.id for edition in editions})
    yield from _table_files(kept, site, editions, authority)
    listed = llms_text(
        site.name, site.description, editions, authority, whole(site.address, 0), site.contact
    )
    yield "llms.txt", listed.encode()
    yield "feed.xml", atom_feed(site.name, site.address, editions, authority, site.changed)


def is_archived(address: str) -> bool:
    """Whether a published file is data, and so part of the archive file."""
    return address.startswith("data/") and not address.startswith(_FOR_DISK)


def slug(name: str) -> str:
    """A name for files: its letters and digits, with hyphens between the words."""
    words = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
    return words if words.isascii() and words else "archive"


def archive_file(kept: Path, files: Mapping[str, bytes | Path]) -> Path:
    """A zip file of all files of data; what of them has not changed is not compressed again.

    Args:
        kept: the folder for what one build keeps for the next.
        files: by address on the site.
    """
    ordered = sorted(files.items())
    of = {address: content_digest(content) for address, content in ordered}
    listed = "".join(f"{digest} {address}\n" for address, digest in of.items())
    made, stamp = kept / "archive" / "archive.zip", kept / "archive.made-of"
    together = digest_of(listed)
    if not _is_kept(made.parent, stamp, together):
        is_whole = _is_kept(made.parent, stamp, None)
        last = (made, _unchanged(made.parent / _LISTED, of)) if is_whole else None
        with writing(made.parent, "the archive file"), replacing(made.parent) as folder:
            write_zip(folder / made.name, ordered, last=last)
            (folder / _LISTED).write_text(listed, encoding="utf-8")
        put(stamp, f"{together} {digest_of_files(made.parent)}".encode())
    return made


def _unchanged(listed: Path, of: Mapping[str, str]) -> Collection[str]:
    """The addresses of what the archive file of the last time holds as it is now.

    Args:
        listed: the list of what it holds, with digests.
        of: the digest of each file now, by its address.
    """
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    last = (line.partition(" ") for line in lines)
    return {address for digest, _, address in last if of.get(address) == digest}


def _is_kept(folder: Path, stamp: Path, made_of: str | None) -> bool:
    """Whether a folder's files are there as they were made, and of the same, if that is told."""
    if not stamp.is_file():
        return False
    before, _, files = stamp.read_bytes().decode("ascii", "replace").partition(" ")
    return made_of in (None, before) and files == digest_of_files(folder)


def _forget_all_but(kept: Path, editions: Collection[str]) -> None:
    """Remove the forms of other editions: nothing is kept of a document that was withdrawn."""
    ours = {"tables", "archive", *editions}
    with writing(kept, "the forms of editions"):
        for stamp in kept.glob("*.made-of"):
            name = stamp.name.removesuffix(".made-of")
            if name not in ours:
                stamp.unlink()
                rmtree(kept / name, ignore_errors=True)


def _write_forms(folder: Path, edition: Edition, authority: Authority, site: SiteName) -> None:
    address = whole(site.address, _DEPTH)
    page = address(f"texts/{edition.id}/")
    changed = site.changed.get(edition.id, edition.source.record.date)
    transcription = Transcription(site.name, site.versions.get(edition.id, ""))
    annotations = web_annotations(edition, authority, address)
    put(folder / "edition.json", edition_file(edition)[1].encode())
    put(folder / "tei.xml", tei(edition, authority, address, transcription, site.contact))
    put(folder / "annotations.json", _json(annotations))
    item = document_item(edition, authority)
    forms = {
        **citation_forms(item, transcription),
        **keepable_forms(transcribed(item, transcription)),
    }
    put(folder / "citations.json", _json(forms))
    # The panel that cites reads this one on a page that is opened from a disk.
    put(folder / "citations.js", disk_script(f"{edition.id}.json", _json(forms)))
    put(folder / "text.txt", plain_text(edition, authority, address).encode())
    put(folder / "book.epub", epub(edition, authority, page, changed, transcription))
    for table in TABLES:
        if table.of_edition is not None:
            rows = list(table.of_edition(edition, authority))
            put(folder / f"{table.name}.csv", as_csv(rows))
            put(folder / f"{table.name}.jsonl", as_json_lines(table, rows))


def _table_files(
    kept: Path, site: SiteName, editions: Sequence[Edition], authority: Authority
) -> Iterator[tuple[str, bytes | Path]]:
    """Every table, and the data package that says what they are."""
    named = named_in(editions)
    told: dict[str, tuple[int, str]] = {}
    with writing(kept / "tables", "the tables"), replacing(kept / "tables") as folder:
        for table in TABLES:
            rows = list(table.of_authority(authority, named)) if table.of_authority else []
            for ending, head, own in (
                ("csv", header_row(table), as_csv(rows)),
                ("jsonl", b"", as_json_lines(table, rows)),
            ):
                name = f"{table.name}.{ending}"
                parts = [kept / edition.id / name for edition in editions if table.of_edition]
                told[name] = _joined(folder / name, head + own, parts)
    for name in told:
        yield f"data/{name}", kept / "tables" / name
    package = data_package(slug(site.name), site.name, told, site.contact)
    yield "data/datapackage.json", package


def _joined(target: Path, head: bytes, parts: Iterable[Path]) -> tuple[int, str]:
    """Write a beginning and the contents of some files into one; its size and its SHA-256."""
    with target.open("w+b") as written:
        written.write(head)
        for part in parts:
            with part.open("rb") as read:
                copyfileobj(read, written)
        size = written.tell()
        written.seek(0)
        return size, file_digest(written, "sha256").hexdigest()


def _json(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def content_digest(content: bytes | Path) -> str:
    """The SHA-256 of content, or of the file that it is, in hexadecimal."""
    if isinstance(content, bytes):
        return sha256(content).hexdigest()
    with content.open("rb") as read:
        return file_digest(read, "sha256").hexdigest()
